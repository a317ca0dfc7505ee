"""The ways of lines in a picture: sideways in the lanes between rows, up and down in the gaps between boxes. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from dashboard.components.graph_rows import Link, Row

BOX, HEIGHT = 156, 74
GAP, LANE = 28, 52
MARGIN = 14  # between a frame and its boxes
TRACKS, BESIDE = 4, 5  # lines to different goals run side by side, this far apart


class Point(NamedTuple):
    """A place in the picture."""

    x: int
    y: int


class Line(NamedTuple):
    """The way of a link, from corner to corner, and where its word goes."""

    link: int
    points: tuple[Point, ...]
    label: Point


class Router:
    """Finds the ways of the lines through the lanes between rows and the gaps between boxes."""

    def __init__(self, rows: Sequence[Row], links: Sequence[Link]) -> None:
        self.rows, self.links = rows, links
        self.at = {
            node: (number, x) for number, row in enumerate(rows) for node, x in zip(row.nodes, row.xs, strict=True)
        }
        goals = list(dict.fromkeys(link.end for link in links))
        self.track = {goal: place % TRACKS for place, goal in enumerate(goals)}
        self.leaving: Mapping[tuple[int, bool], list[int]] = self._leaving()

    def lines(self) -> tuple[Line, ...]:
        """Find the way of every link, in their order."""
        return tuple(self._line(number) for number in range(len(self.links)))

    def _leaving(self) -> dict[tuple[int, bool], list[int]]:
        """Collect the links that leave each box at its top (True) and at its bottom, to spread them out."""
        found: defaultdict[tuple[int, bool], list[int]] = defaultdict(list)
        for number, link in enumerate(self.links):
            found[link.start, self._up(link)].append(number)
        return found

    def _up(self, link: Link) -> bool:
        return self.at[link.end][0] <= self.at[link.start][0]

    def _line(self, number: int) -> Line:
        link = self.links[number]
        (row, x), (goal, goal_x) = self.at[link.start], self.at[link.end]
        up = self._up(link)
        siblings = self.leaving[link.start, up]
        out_x = x + BOX * (siblings.index(number) + 1) // (len(siblings) + 1)
        in_x = goal_x + BOX // 2
        points = [Point(out_x, self.rows[row].y if up else self.rows[row].y + HEIGHT)]
        step = -1 if up else 1
        here = out_x
        for between in range(row + step, goal, step) if row != goal else ():
            lane = self._lane(between if not up else between + 1, link.end)
            gap = self._gap(between, here) + (self.track[link.end] - TRACKS // 2) * BESIDE
            points += [Point(here, lane), Point(gap, lane)]
            here = gap
        lane = self._lane(row if row == goal else goal + 1 if up else goal, link.end)
        end = self.rows[goal].y if (row == goal or not up) else self.rows[goal].y + HEIGHT
        points += [Point(here, lane), Point(in_x, lane), Point(in_x, end)]
        label = Point(out_x, points[0].y - 8 if up else points[0].y + 16)
        return Line(number, _without_repeats(points), label)

    def _lane(self, row: int, goal: int) -> int:
        """Tell the height of the lane above a row, clear of the words on the lines that leave its boxes."""
        above = self.rows[row - 1].y + HEIGHT if row else self.rows[0].y - LANE
        return above + MARGIN + self.track[goal] * BESIDE

    def _gap(self, row: int, x: int) -> int:
        """Find the nearest gap between boxes of a row, its ends included."""
        xs = self.rows[row].xs
        gaps = [xs[0] - GAP // 2, *(left + BOX + GAP // 2 for left in xs)]
        return min(gaps, key=lambda gap: (abs(gap - x), gap))


def _without_repeats(points: Sequence[Point]) -> tuple[Point, ...]:
    """Leave out corners that are none."""
    kept: list[Point] = []
    for point in points:
        if kept and point == kept[-1]:
            continue
        if len(kept) > 1 and (kept[-2].x == kept[-1].x == point.x or kept[-2].y == kept[-1].y == point.y):
            kept[-1] = point
        else:
            kept.append(point)
    return tuple(kept)
