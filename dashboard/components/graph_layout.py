"""Where everything of a picture of sources goes: boxes in rows, lines in the lanes between them, frames. Pure.

What others go back to stands on top, and what goes back to it below. Sources of one origin keep together in rows of
their own, so that a frame can be drawn around them. Lines run up and down between boxes and sideways in lanes between
rows, and so never cross a box. Lengths are in CSS pixels, from the top left.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dashboard.components.graph_lines import BOX, GAP, HEIGHT, LANE, MARGIN, Line, Router
from dashboard.components.graph_rows import Link, Row, arranged

EDGE = 10  # beyond the frames, so that no line is cut off
LABEL = 26  # room for a frame's title


class Box(NamedTuple):
    """Where a node goes."""

    node: int
    x: int
    y: int


class Frame(NamedTuple):
    """A frame around the boxes of one origin."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A whole picture. ``lines`` name their links by place."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    frames: tuple[Frame, ...]


def laid_out(nodes: Sequence[int], links: Sequence[Link], columns: int) -> Picture:
    """Find the place of everything; a row has at most ``columns`` boxes."""
    rows = arranged(nodes, links, columns)
    width = max((len(row.nodes) for row in rows), default=0) * (BOX + GAP) - GAP + 2 * (MARGIN + EDGE)
    crowns = rows and any(link.start in rows[0].nodes and link.end in rows[0].nodes for link in links)
    _place(rows, width, LANE if crowns else MARGIN)
    boxes = tuple(Box(node, x, row.y) for row in rows for node, x in zip(row.nodes, row.xs, strict=True))
    frames = _frames(rows)
    bottom = max((row.y + HEIGHT for row in rows), default=0)
    height = max([bottom, *(frame.y + frame.height for frame in frames)]) + MARGIN if rows else 0
    return Picture(width, height, boxes, Router(rows, links).lines(), frames)


def _place(rows: Sequence[Row], width: int, top: int) -> None:
    """Give each row its height in the picture, and each box its place in the row, which is centred."""
    y, before = top, None
    for place, row in enumerate(rows):
        enters = row.framed is not None and row.framed != before
        leaves = before is not None and row.framed != before
        y += (LABEL if enters else 0) + (MARGIN if leaves else 0) + (LANE if place else 0)
        row.y = y
        used = len(row.nodes) * (BOX + GAP) - GAP
        row.xs = [(width - used) // 2 + number * (BOX + GAP) for number in range(len(row.nodes))]
        y += HEIGHT
        before = row.framed


def _frames(rows: Sequence[Row]) -> tuple[Frame, ...]:
    framed: defaultdict[int, list[Row]] = defaultdict(list)
    for row in rows:
        if row.framed is not None:
            framed[row.framed].append(row)
    frames = []
    for held in framed.values():
        left, right = min(row.xs[0] for row in held) - MARGIN, max(row.xs[-1] for row in held) + BOX + MARGIN
        top, bottom = held[0].y - LABEL, held[-1].y + HEIGHT + MARGIN
        frames.append(Frame(left, top, right - left, bottom - top))
    return tuple(frames)
