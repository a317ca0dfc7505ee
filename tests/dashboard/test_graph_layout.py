"""The picture of sources: whatever the relations, boxes stand apart, lines pass between them, frames hold their own."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.components.graph_layout import Box, Frame, Picture, laid_out
from dashboard.components.graph_lines import BOX, HEIGHT
from dashboard.components.graph_rows import Link, connected, depths


def reprints(*pairs: tuple[int, int]) -> list[Link]:
    return [Link(one, other, binds=True) for one, other in pairs]


def quotes(*pairs: tuple[int, int]) -> list[Link]:
    return [Link(one, other, binds=False) for one, other in pairs]


def rows_of(picture: Picture) -> list[list[int]]:
    """Read the nodes row by row, from the left."""
    heights = sorted({box.y for box in picture.boxes})
    boxes = sorted(picture.boxes, key=lambda box: box.x)
    return [[box.node for box in boxes if box.y == height] for height in heights]


def touches(box: Box, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether a straight piece of a line runs through the inside of a box."""
    left, right = sorted((one[0], other[0]))
    top, bottom = sorted((one[1], other[1]))
    return left < box.x + BOX and right > box.x and top < box.y + HEIGHT and bottom > box.y


def inside(box: Box, frame: Frame) -> bool:
    return frame.x <= box.x and box.x + BOX <= frame.x + frame.width and frame.y <= box.y <= frame.y + frame.height


def check(nodes: list[int], links: list[Link], columns: int) -> Picture:
    """Lay out, and hold what every picture has to hold."""
    picture = laid_out(nodes, links, columns)
    assert sorted(box.node for box in picture.boxes) == sorted(nodes)
    for one, other in combinations(picture.boxes, 2):
        assert abs(one.x - other.x) >= BOX or abs(one.y - other.y) >= HEIGHT
    for box in picture.boxes:
        assert 0 <= box.x <= picture.width - BOX
        assert 0 <= box.y <= picture.height - HEIGHT
    for line in picture.lines:
        for step in pairwise(line.points):
            assert step[0].x == step[1].x or step[0].y == step[1].y
            assert not any(touches(box, *step) for box in picture.boxes)
        assert all(0 <= point.x <= picture.width and 0 <= point.y <= picture.height for point in line.points)
    groups = [set(group) for group in connected(nodes, [link for link in links if link.binds]) if len(group) > 1]
    framed = [{box.node for box in picture.boxes if inside(box, frame)} for frame in picture.frames]
    assert sorted(map(sorted, framed)) == sorted(map(sorted, groups))
    return picture


def test_nothing_is_an_empty_picture() -> None:
    assert laid_out([], [], 3) == Picture(0, 0, (), (), ()) or not laid_out([], [], 3).boxes


def test_copies_stand_in_a_row_below_their_origin() -> None:
    picture = check([1, 2, 3, 4, 5], reprints((2, 1), (3, 1), (4, 1), (5, 1)), 4)
    assert rows_of(picture) == [[1], [2, 3, 4, 5]]
    assert len(picture.frames) == 1


def test_a_long_row_is_broken_into_rows_of_about_one_length() -> None:
    picture = check(list(range(1, 9)), reprints(*((number, 1) for number in range(2, 9))), 3)
    assert rows_of(picture) == [[1], [2, 3, 4], [5, 6, 7], [8]]


def test_a_chain_runs_down_from_its_origin() -> None:
    picture = check([1, 2, 3], reprints((1, 2), (2, 3)), 5)
    assert rows_of(picture) == [[3], [2], [1]]


def test_a_circle_has_its_first_node_on_top() -> None:
    picture = check([7, 8, 9], reprints((7, 8), (8, 9), (9, 7)), 5)
    assert rows_of(picture) == [[7], [8, 9]]
    assert len(picture.lines) == 3


def test_what_only_quotes_stays_outside_the_frame() -> None:
    picture = check([1, 2, 3], [*reprints((2, 1)), *quotes((3, 1))], 3)
    assert rows_of(picture) == [[1], [2], [3]]


def test_two_components_stand_one_below_the_other() -> None:
    picture = check([1, 2, 3, 4], [*reprints((2, 1)), *quotes((4, 3))], 3)
    assert rows_of(picture) == [[1], [2], [3], [4]]
    assert len(picture.frames) == 1


def test_two_relations_of_one_source_leave_it_at_different_places() -> None:
    picture = check([1, 2, 3], quotes((3, 1), (3, 2)), 3)
    (first, second) = picture.lines
    assert first.points[0].x != second.points[0].x
    assert first.label != second.label


@pytest.mark.parametrize("columns", [1, 2, 3, 5])
def test_sixty_sources_of_one_story_fit(columns: int) -> None:
    links = reprints(*((number, (number - 1) // 7 + 1) for number in range(2, 40)))
    links += quotes(*((number, 1) for number in range(40, 61)))
    check(list(range(1, 61)), links, columns)


nodes = st.integers(min_value=1, max_value=12)


@given(
    st.lists(st.tuples(nodes, nodes, st.booleans()).filter(lambda link: link[0] != link[1]), max_size=20),
    st.integers(min_value=1, max_value=5),
)
@settings(max_examples=150, deadline=None)
def test_any_relations_make_a_picture(found: list[tuple[int, int, bool]], columns: int) -> None:
    check(list(range(1, 13)), [Link(*link) for link in found], columns)


def test_depths_count_from_what_nothing_is_above() -> None:
    assert depths([1, 2, 3, 4], [(2, 1), (3, 2)]) == {1: 0, 2: 1, 3: 2, 4: 0}
