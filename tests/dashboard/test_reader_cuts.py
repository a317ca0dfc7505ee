"""A text is cut where marks begin and end: every letter once, in code points, with all the marks that lie over it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dashboard.components.reader_cuts import cut, lanes, paragraphs, touched
from dashboard.components.reader_pane import Linked, Marked, pieces
from dashboard.labels import STATUSES
from db.vocabulary import VerificationStatus

TEXT = "👩🏽\u200d🚀 said “cafe\u0301s 🥐”. It rained.\n\n𝟙𝟚 bridges closed;\none stayed open.\n\n\nNobody knows."
PLACES = st.lists(st.tuples(st.integers(-3, 90), st.integers(-3, 90)), max_size=8)
OPEN, SUPPORTED = STATUSES[VerificationStatus.OPEN], STATUSES[VerificationStatus.SUPPORTED]


@given(PLACES)
def test_every_letter_is_shown_once_and_in_order_whatever_is_marked(places: list[tuple[int, int]]) -> None:
    pages = cut(TEXT, places)

    assert ["".join(piece.words for piece in page) for page in pages] == [
        TEXT[start:end] for start, end in paragraphs(TEXT)
    ]


@given(PLACES)
def test_a_stretch_stands_where_it_says_and_has_exactly_the_marks_over_it(places: list[tuple[int, int]]) -> None:
    for piece in (piece for page in cut(TEXT, places) for piece in page):
        start, end = piece.start, piece.start + len(piece.words)
        assert TEXT[start:end] == piece.words != ""
        assert set(piece.over) == {
            number for number, (first, last) in enumerate(places) if first <= start and end <= last
        }
        assert not any(
            first < last and first < end and start < last and number not in piece.over
            for number, (first, last) in enumerate(places)
        )


@given(PLACES)
def test_the_shortest_mark_comes_first_and_marks_that_overlap_have_lanes_of_their_own(
    places: list[tuple[int, int]],
) -> None:
    found = lanes(places)

    for piece in (piece for page in cut(TEXT, places) for piece in page):
        lengths = [places[number][1] - places[number][0] for number in piece.over]
        assert lengths == sorted(lengths)
        assert len({found[number] for number in piece.over}) == len(piece.over)


def test_of_nested_marks_the_inner_underline_lies_nearer_to_the_letters() -> None:
    assert lanes([(0, 20), (4, 9), (12, 30)]) == [1, 0, 0]


def test_a_stretch_belongs_to_one_sentence() -> None:
    sentences = [(0, 22, "prose"), (23, 33, "prose")]

    (first, *_) = cut(TEXT, [(18, 27)], sentences)

    assert [piece.sentence for piece in first] == [0, 0, None, 1, 1]


@given(PLACES)
def test_a_sentence_is_touched_where_it_shares_a_letter_with_a_place(places: list[tuple[int, int]]) -> None:
    sentences = [(0, 10, "prose"), (10, 33, "prose"), (35, 40, "heading"), (60, 70, "prose")]

    assert touched(sentences, places) == [
        any(first < last and first < end and start < last for first, last in places) for start, end, _ in sentences
    ]


def test_the_browser_is_told_pieces_lanes_and_what_nobody_has_looked_at() -> None:
    said, rained, bridges = (TEXT.index(words) for words in ("said", "It rained.", "𝟙𝟚"))
    marks = (
        Marked(0, rained - 1, "FH-000001", SUPPORTED, "The crew said so."),
        Marked(said, said + 4, "FH-000002", OPEN, "Said."),
    )
    sentences = ((0, rained - 1, "prose"), (rained, rained + 10, "prose"), (bridges, bridges + 18, "heading"))

    drawn = pieces(TEXT, marks, sentences, ((0, rained - 1),))

    assert (drawn["unread"], drawn["sentences"]) == (1, 2)
    assert [mark[:3] for mark in drawn["marks"]] == [["FH-000001", 0, 1], ["FH-000002", 1, 0]]
    assert [[label[0], label[4]] for label in drawn["labels"]] == [["supported", False], ["open", True]]
    kinds = {words: (kind, over) for page in drawn["pages"] for _, words, kind, over, _ in page}
    assert kinds["It rained."] == (1, [])
    assert kinds["said"] == (0, [1, 0])
    assert kinds["𝟙𝟚 bridges closed;"] == (2, [])


def test_what_the_browser_is_told_has_a_name_that_changes_with_it() -> None:
    one, other = (pieces(TEXT, (Marked(0, 9, "FH-000001", label, "It."),), (), ()) for label in (OPEN, SUPPORTED))

    assert one["version"] != other["version"]
    assert one["version"] == pieces(str(TEXT), (Marked(0, 9, "FH-000001", OPEN, "It."),), (), ())["version"]


def test_a_reference_lies_over_its_words_beside_the_marks_and_is_none() -> None:
    said = TEXT.index("said")
    marks = (Marked(0, said + 4, "FH-000001", OPEN, "The crew said so."),)

    drawn = pieces(TEXT, marks, (), (), (Linked(said, said + 4, 3, "Reference: crew.example"),))

    told = {words: (over, link) for page in drawn["pages"] for _, words, _, over, link in page}
    assert told["said"] == ([0], 0)
    assert {link for words, (_, link) in told.items() if words != "said"} == {-1}
    assert drawn["links"] == [[3, "Reference: crew.example"]]
    assert "".join(told) == "".join(TEXT[start:end] for start, end in paragraphs(TEXT))
