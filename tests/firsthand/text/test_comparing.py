"""The differences of two texts: what they say turns the one text into the other, and nothing is said for nothing."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.text import aligning
from firsthand.text.aligning import align
from firsthand.text.comparing import Change, ChangeKind, WordChange, around, compare_texts, paragraphs
from firsthand.text.spans import Span

PARAGRAPHS = st.lists(
    st.sampled_from(
        [
            "One two three four five.",
            "One two three four six.",
            "Seven.",
            "",
            "  \t",
            "🥐 eight, 9 ten. Eleven",
            "国会は三日に開かれた。",
            "国会は四日に開かれた。",
        ]
    ),
    max_size=9,
)
BREAKS = st.sampled_from(["\n", "\n\n", "\r\n", "\f", "\u2028"])
LETTERS = st.text(alphabet="ab .\n\f", max_size=60)


def plain(text: str) -> list[list[str]]:
    """The words of each paragraph, as far as they count."""
    return [span.of(text).split() for span in paragraphs(text)]


def replaced(text: str, pieces: Sequence[tuple[Span, str]], glue: str) -> str:
    """Put words in place of others; ``glue`` keeps what is put in apart from its neighbours."""
    done, at = "", 0
    for span, words in pieces:
        done += text[at : span.start] + glue + words + glue
        at = span.end
    return done + text[at:]


def applied(before: str, after: str, changes: Sequence[Change]) -> str:
    return replaced(before, [(change.before, change.after.of(after)) for change in changes], "\n")


def written(words: Sequence[str]) -> str:
    """Words without blanks, since a letter-by-letter script has none."""
    return "".join("".join(word) for word in words)


@given(PARAGRAPHS, PARAGRAPHS, BREAKS, BREAKS)
def test_the_differences_applied_to_the_one_text_give_the_other(
    before: list[str], after: list[str], one: str, other: str
) -> None:
    old, new = one.join(before), other.join(after)

    assert plain(applied(old, new, compare_texts(old, new))) == plain(new)


@given(LETTERS, LETTERS)
def test_so_they_do_for_any_letters(before: str, after: str) -> None:
    assert plain(applied(before, after, compare_texts(before, after))) == plain(after)


@given(PARAGRAPHS, PARAGRAPHS)
def test_the_changed_words_applied_to_a_paragraph_give_the_changed_paragraph(
    before: list[str], after: list[str]
) -> None:
    old, new = "\n".join(before), "\n".join(after)
    for change in compare_texts(old, new):
        if change.kind is ChangeKind.CHANGED:
            pieces = [
                (Span(one.start - change.before.start, one.end - change.before.start), other.of(new))
                for one, other in change.words
            ]
            there = replaced(change.before.of(old), pieces, " ")
            assert written(there.split()) == written(change.after.of(new).split())


@given(PARAGRAPHS, st.sampled_from(["\n", "\n \n", " \f"]))
def test_a_text_does_not_differ_from_itself_however_its_blanks_are_set(before: list[str], other: str) -> None:
    assert compare_texts("\n".join(before), other.join(line.replace(" ", "  ") for line in before)) == ()


@given(PARAGRAPHS, PARAGRAPHS)
def test_what_moved_is_told_in_both_places(before: list[str], after: list[str]) -> None:
    old, new = "\n".join(before), "\n".join(after)
    changes = compare_texts(old, new)

    away = [(change.before, change.elsewhere) for change in changes if change.kind is ChangeKind.MOVED_AWAY]
    here = [(change.elsewhere, change.after) for change in changes if change.kind is ChangeKind.MOVED_HERE]
    assert sorted(away) == sorted(here)
    assert all(one.of(old).split() == other.of(new).split() for one, other in away if other)


def test_a_changed_word_is_told_and_nothing_beside_it() -> None:
    old, new = "The state closed 14 bridges.", "The state closed 12 bridges."

    (change,) = compare_texts(old, new)

    assert change.kind is ChangeKind.CHANGED
    assert [(one.of(old), other.of(new)) for one, other in change.words] == [("14", "12")]


def test_a_word_that_is_put_in_has_its_place_in_the_text_before() -> None:
    (change,) = compare_texts("It is so.", "It is not so.")

    assert change.words == (WordChange(Span(5, 5), Span(6, 9)),)


def test_a_paragraph_of_other_words_is_one_taken_out_and_another_put_in() -> None:
    changes = compare_texts("It rained all day in the north.", "Fourteen bridges were closed; nobody knows why.")

    assert [change.kind for change in changes] == [ChangeKind.REMOVED, ChangeKind.ADDED]


def test_a_paragraph_that_stands_elsewhere_has_moved() -> None:
    lines = [
        "The first of the paragraphs.",
        "It rained in the north.",
        "The bridges were closed then.",
        "An end to it.",
    ]

    changes = compare_texts("\n".join(lines), "\n".join([lines[3], *lines[:3]]))

    assert {change.kind for change in changes} == {ChangeKind.MOVED_AWAY, ChangeKind.MOVED_HERE}
    assert changes[0].elsewhere == changes[1].before


def test_a_script_without_blanks_is_compared_letter_by_letter() -> None:
    old, new = "国会は三日に開かれた。", "国会は四日に開かれた。"

    (change,) = compare_texts(old, new)

    assert [(one.of(old), other.of(new)) for one, other in change.words] == [("三", "四")]


def test_letters_that_only_look_alike_differ() -> None:
    assert len(compare_texts("He paid 1 euro for it.", "He paid １ euro for it.")) == 1


OLD = "A heading\n\nThe state closed 14 bridges last year.\n\nNothing else is known."


@pytest.mark.parametrize(
    ("after", "there", "kinds"),
    [
        (f"A word before.\n\n{OLD}", "The state closed 14 bridges last year.", []),
        (OLD.replace("14", "12"), "The state closed 12 bridges last year.", [ChangeKind.CHANGED]),
        ("A heading\n\nNothing else is known.", None, [ChangeKind.REMOVED]),
        ("The state closed 14 bridges last year.\n\nA heading\n\nNothing else is known.", "The state closed 14", None),
        ("", None, [ChangeKind.REMOVED]),
    ],
)
def test_around_a_passage_both_sides_are_found(after: str, there: str | None, kinds: list[ChangeKind] | None) -> None:
    start = OLD.index("closed 14")

    found = around(OLD, after, Span(start, start + 9))

    assert found.before.of(OLD) == "The state closed 14 bridges last year."
    assert (found.after is None) is (there is None)
    assert there is None or (found.after or Span(0, 0)).of(after).startswith(there)
    assert kinds is None or [change.kind for change in found.changes] == kinds


def test_a_passage_over_several_paragraphs_has_all_of_them() -> None:
    found = around(OLD, OLD.replace("else", "more"), Span(0, len(OLD)))

    assert (found.before, found.after) == (Span(0, len(OLD)), Span(0, len(OLD)))
    assert len(found.changes) == 1


@given(st.lists(st.integers(0, 3), max_size=40), st.lists(st.integers(0, 3), max_size=40), st.integers(0, 60))
def test_rows_too_long_to_align_at_once_are_cut_and_nothing_is_lost(old: list[int], new: list[int], cells: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(aligning, "_CELLS", cells)
        blocks = align(old, new)

    at = after_at = 0
    for block in blocks:
        assert (block.start, block.after_start) == (at, after_at)
        assert not block.same or old[block.start : block.end] == new[block.after_start : block.after_end]
        assert block.end > block.start or block.after_end > block.after_start
        at, after_at = block.end, block.after_end
    assert (at, after_at) == (len(old), len(new))


@given(st.lists(st.integers(), unique=True, max_size=30), st.data())
def test_what_was_taken_out_of_a_row_is_all_that_differs_even_where_it_is_cut(
    row: list[int], data: st.DataObject
) -> None:
    gone = data.draw(st.sets(st.sampled_from(row))) if row else set()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(aligning, "_CELLS", 0)
        blocks = align(row, [one for one in row if one not in gone])

    assert {one for block in blocks if not block.same for one in row[block.start : block.end]} == gone


def test_thousands_of_lines_alike_differ_by_their_number_only() -> None:
    changes = compare_texts("a b c\n" * 20_000, "a b c\n" * 19_990)

    assert [change.kind for change in changes] == [ChangeKind.REMOVED] * 10
