"""Which sources of a picture stand in which row: what others go back to on top, those of one origin together. Pure."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple


class Link(NamedTuple):
    """A relation to draw: from one node to another, by number. ``binds`` are those that make one origin of both."""

    start: int
    end: int
    binds: bool


@dataclass(slots=True)
class Row:
    """Boxes side by side; ``framed`` names the block whose frame goes around them, ``xs`` where each box begins."""

    nodes: list[int]
    y: int = 0
    framed: int | None = None
    xs: list[int] = field(default_factory=list)


def arranged(nodes: Sequence[int], links: Sequence[Link], columns: int) -> list[Row]:
    """Arrange all components, one below the other; a row has at most ``columns`` boxes."""
    rows: list[Row] = []
    for component in connected(nodes, links):
        rows += _rows_of(component, [link for link in links if link.start in component], columns)
    return rows


def _rows_of(nodes: Sequence[int], links: Sequence[Link], columns: int) -> list[Row]:
    """Arrange one component: blocks of one origin and single sources, layer by layer."""
    blocks = connected(nodes, [link for link in links if link.binds])
    block_of = {node: number for number, block in enumerate(blocks) for node in block}
    pairs = [(block_of[link.start], block_of[link.end]) for link in links]
    layer = depths(range(len(blocks)), [pair for pair in pairs if pair[0] != pair[1]])
    rows: list[Row] = []
    for depth in sorted(set(layer.values())):
        here = [number for number in range(len(blocks)) if layer[number] == depth]
        for number in here:
            if len(blocks[number]) > 1:
                inner = [(link.start, link.end) for link in links if block_of[link.start] == block_of[link.end]]
                rows += [Row(part, framed=blocks[number][0]) for part in _layers(blocks[number], inner, columns)]
        rows += [
            Row(part) for part in _wrapped([blocks[number][0] for number in here if len(blocks[number]) == 1], columns)
        ]
    return rows


def _layers(nodes: Sequence[int], pairs: Sequence[tuple[int, int]], columns: int) -> Iterable[list[int]]:
    depth = depths(nodes, [pair for pair in pairs if pair[0] in nodes])
    for wanted in sorted(set(depth.values())):
        yield from _wrapped([node for node in nodes if depth[node] == wanted], columns)


def _wrapped(nodes: Sequence[int], columns: int) -> Iterable[list[int]]:
    """Break a layer into rows of about one length."""
    count = -(-len(nodes) // columns)
    each = -(-len(nodes) // count) if count else 1
    return [list(nodes[start : start + each]) for start in range(0, len(nodes), each)]


def connected(nodes: Iterable[int], links: Iterable[Link]) -> list[list[int]]:
    """Part nodes into groups that links connect, each in the order given."""
    beside: defaultdict[int, list[int]] = defaultdict(list)
    for link in links:
        beside[link.start].append(link.end)
        beside[link.end].append(link.start)
    order = {node: place for place, node in enumerate(nodes)}
    seen: set[int] = set()
    groups = []
    for node in order:
        if node in seen:
            continue
        group, waiting = {node}, deque([node])
        while waiting:
            fresh = [other for other in beside[waiting.popleft()] if other not in group and other in order]
            group.update(fresh)
            waiting.extend(fresh)
        seen |= group
        groups.append(sorted(group, key=order.__getitem__))
    return groups


def depths(nodes: Sequence[int], pairs: Sequence[tuple[int, int]]) -> dict[int, int]:
    """Tell how many steps each node is from what nothing is above: 0 is the top; in a circle the first one given is.

    ``pairs`` are (below, above); steps count in either direction, so that neighbours are at most one step apart.
    """
    beside: defaultdict[int, list[int]] = defaultdict(list)
    for below, above in pairs:
        beside[below].append(above)
        beside[above].append(below)
    under = {below for below, above in pairs if below != above}
    found: dict[int, int] = {}
    tops = [node for node in nodes if node not in under]
    for start in [tops, *([node] for node in nodes)]:
        waiting = deque(node for node in start if node not in found)
        found.update(dict.fromkeys(waiting, 0))
        while waiting:
            node = waiting.popleft()
            for other in beside[node]:
                if other not in found:
                    found[other] = found[node] + 1
                    waiting.append(other)
    return found
