from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.vocabulary import MatchGrade
from firsthand.evidence.alignment import (
    Alignment,
    CautionKind,
    Difference,
    DifferenceKind,
    PieceKind,
    PreparedText,
    align_quote,
    prepare,
)
from firsthand.evidence.quotation import without_quote_marks
from firsthand.text.wordlists import words

SPEECH = (
    "Thank you all for coming to the harbour this morning. We will not close the old ferry line before 2031. "
    "The council has set aside 14 million crowns for two new boats, and nobody in this room voted against it. "
    "I can promise the islanders a crossing every hour; that is what Mayor Lindqvist and I agreed in March. "
    "They told us it was too dear... then they asked for three boats. "
    "Some will say the US lines do it cheaper. Is that a reason to stop? I don't think so. "
    "The line may lose money for a year or two."
)


def grade_of(quote: str, text: str = SPEECH) -> MatchGrade:
    return align_quote(quote, text).grade


def cautioned(quote: str, text: str = SPEECH) -> set[CautionKind]:
    return {caution.kind for caution in align_quote(quote, text).warnings}


@pytest.mark.parametrize(
    "quote",
    [
        "We will not close the old ferry line before 2031.",
        "“We will not close the old ferry line before 2031.”",
        "  «the old ferry line»  ",
        "I don't think so",
        "too dear... then they asked",
    ],
)
def test_a_quote_that_stands_letter_by_letter_is_exact(quote: str) -> None:
    alignment = align_quote(quote, SPEECH)
    assert alignment.grade is MatchGrade.EXACT
    assert alignment.span is not None
    assert alignment.span.of(SPEECH) == without_quote_marks(quote)
    assert alignment.differences == ()


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("we will not close the old ferry line", SPEECH),
        ("We will not close the old ferry line before 2031,", SPEECH),
        ("I don’t think so", SPEECH),
        ("a crossing every\n  hour; that", SPEECH),
        ("too dear… then they asked", SPEECH),
        ("the boats — both — sail", "So the boats -- both -- sail."),
        ("the final office", "In the ﬁnal oﬃce."),
        ("cooperation works", "We know that co\u00adoperation works."),
        ("1,400 crowns", "It was 1400 crowns."),
        ("we leave. The rest stays", "And we leave. [Applause] The rest stays."),
        ("we leave today", "AND WE LEAVE TODAY, HE SAID."),
    ],
)
def test_other_marks_spaces_ligatures_and_first_letters_are_typographic(quote: str, text: str) -> None:
    alignment = align_quote(quote, text)
    assert alignment.grade is MatchGrade.TYPOGRAPHIC
    assert alignment.differences == ()


def test_an_ellipsis_stands_for_words_left_out() -> None:
    alignment = align_quote(
        "The council has set aside 14 million crowns … and nobody in this room voted against it", SPEECH
    )
    assert alignment.grade is MatchGrade.ELIDED
    assert alignment.warnings == ()
    assert [piece.kind for piece in alignment.pieces] == [PieceKind.SAME, PieceKind.ELIDED, PieceKind.SAME]
    assert alignment.pieces[1].source == "for two new boats, "


@pytest.mark.parametrize("dots", ["…", "...", ". . .", "[...]", "[…]", "(...)"])
def test_every_form_of_ellipsis_is_read(dots: str) -> None:
    assert grade_of(f"We will not close {dots} before 2031") is MatchGrade.ELIDED


def test_an_ellipsis_that_hides_a_negation_is_warned_of() -> None:
    alignment = align_quote("We will … close the old ferry line", SPEECH)
    assert alignment.grade is MatchGrade.ELIDED
    assert [(caution.kind, caution.words) for caution in alignment.warnings] == [
        (CautionKind.ELISION, "The ellipsis hides «not».")
    ]


def test_an_ellipsis_may_not_leap_from_one_speech_to_another() -> None:
    far = "We will build it. " + "Other matters came up then. " * 30 + "It was late in the day."
    assert grade_of("We will build it … late in the day", far) is not MatchGrade.ELIDED


def test_parts_in_another_order_than_the_source_are_not_elided() -> None:
    assert grade_of("for two new boats ... The council has set aside") is not MatchGrade.ELIDED


@pytest.mark.parametrize(
    "quote",
    [
        "We will not close the old [Nordö] ferry line",
        "[W]e will not close the old ferry line",
        "They told us [the line] was too dear",
        "They told us it was too dear [sic]",
        "Thank you all for com[ing] to the harbour",
        "[The council] will not close … before 2031",
    ],
)
def test_brackets_are_the_editors_own_words(quote: str) -> None:
    alignment = align_quote(quote, SPEECH)
    assert alignment.grade is MatchGrade.BRACKETED
    assert alignment.differences == ()


def test_a_bracket_that_takes_the_place_of_a_negation_is_warned_of() -> None:
    assert CautionKind.BRACKET in cautioned("We will [soon] close the old ferry line")


def test_letters_kept_beside_a_bracket_have_to_be_the_words() -> None:
    assert grade_of("We will not sell[ing] the old ferry line") is MatchGrade.NEAR


@pytest.mark.parametrize(
    ("quote", "kind", "sentence"),
    [
        (
            "We will close the old ferry line before 2031.",
            CautionKind.NEGATION,
            "A negation is only in the source: «not».",
        ),
        (
            "I can not promise the islanders a crossing every hour",
            CautionKind.NEGATION,
            "A negation is only in the quotation: «not».",
        ),
        (
            "The line will lose money for a year or two.",
            CautionKind.MODAL,
            "A modal verb differs: the quotation has «will», the source «may».",
        ),
        (
            "The council has set aside 40 million crowns for two new boats",
            CautionKind.NUMBER,
            "A number differs: the quotation has «40», the source «14».",
        ),
        (
            "that is what Mayor Bergman and I agreed in March",
            CautionKind.NAME,
            "A name differs: the quotation has «Bergman», the source «Lindqvist».",
        ),
        (
            "Some will say the us lines do it cheaper",
            CautionKind.NAME,
            "A name differs: the quotation has «us», the source «US».",
        ),
    ],
)
def test_a_changed_negation_modal_number_or_name_is_near_and_named(
    quote: str, kind: CautionKind, sentence: str
) -> None:
    alignment = align_quote(quote, SPEECH)
    assert alignment.grade is MatchGrade.NEAR
    assert sentence in [caution.words for caution in alignment.warnings if caution.kind is kind]
    assert alignment.differences


def test_each_difference_shows_the_words_of_both_sides() -> None:
    alignment = align_quote("The council set aside 14 million euros for two very new boats", SPEECH)
    assert alignment.grade is MatchGrade.NEAR
    assert alignment.differences == (
        Difference(DifferenceKind.DELETE, "", "has"),
        Difference(DifferenceKind.REPLACE, "euros", "crowns"),
        Difference(DifferenceKind.INSERT, "very", ""),
    )


def test_a_changed_word_at_either_end_belongs_to_the_place() -> None:
    alignment = align_quote(
        "You will not close the old ferry service", "He said: We will not close the old ferry line."
    )
    assert alignment.span is not None
    assert [(change.quote_words, change.source_words) for change in alignment.differences] == [
        ("You", "We"),
        ("service", "line"),
    ]


def test_the_same_number_in_digits_and_words_is_a_difference_without_a_warning() -> None:
    alignment = align_quote("then they asked for 3 boats", SPEECH)
    assert alignment.grade is MatchGrade.NEAR
    assert alignment.warnings == ()


def test_words_that_merely_moved_do_not_change_a_number_or_a_name() -> None:
    alignment = align_quote("that is what I and Mayor Lindqvist agreed in March", SPEECH)
    assert alignment.grade is MatchGrade.NEAR
    assert alignment.warnings == ()


def test_a_statement_turned_into_a_question_is_not_typography() -> None:
    assert grade_of("Is that a reason to stop. I don't think so.") is MatchGrade.NEAR
    assert grade_of("The line may lose money for a year or two?") is MatchGrade.NEAR


def test_a_quote_cut_off_right_after_a_negation_is_warned_of() -> None:
    alignment = align_quote("close the old ferry line before 2031", SPEECH)
    assert alignment.grade is MatchGrade.EXACT
    assert CautionKind.CUT in {caution.kind for caution in alignment.warnings}


def test_capitals_and_commas_inside_are_typographic_and_told() -> None:
    assert cautioned("two new Boats, and nobody") == {CautionKind.CASE}
    assert cautioned("two new boats and nobody in this room") == {CautionKind.MARKS}


def test_part_of_a_word_is_no_match() -> None:
    assert grade_of("art", "The party began.") is MatchGrade.ABSENT
    assert grade_of("5 percent", "It rose by 2.5 percent.") is not MatchGrade.EXACT
    assert grade_of("5 degrees", "It was -5 degrees.") is not MatchGrade.EXACT


@pytest.mark.parametrize(
    "quote",
    [
        "The committee adjourned its hearing on grain exports until spring",
        "Wir werden die alte Fährlinie nicht vor 2031 einstellen",
        "Vi stänger inte den gamla färjelinjen",
        "“”",
        "…",
        "[sic]",
        "",
    ],
)
def test_what_is_not_there_is_absent(quote: str) -> None:
    assert align_quote(quote, SPEECH) == Alignment(MatchGrade.ABSENT)


def test_a_short_quote_in_several_places_is_ambiguous_and_lists_them() -> None:
    text = "A fair deal, he said. It was a fair deal for all."
    alignment = align_quote("fair deal", text)
    assert alignment.grade is MatchGrade.AMBIGUOUS
    assert alignment.span is not None
    assert [span.of(text) for span in (alignment.span, *alignment.places)] == ["fair deal", "fair deal"]


def test_a_longer_quote_in_several_places_keeps_its_grade_at_the_first() -> None:
    text = "We shall see what comes. Later: We shall see what comes."
    alignment = align_quote("We shall see what comes.", text)
    assert alignment.grade is MatchGrade.EXACT
    assert alignment.span == (0, 24)
    assert alignment.places == ((32, 56),)


def test_the_better_of_two_places_is_taken() -> None:
    text = "we shall see what comes, he wrote. We shall see what comes."
    alignment = align_quote("We shall see what comes", text)
    assert alignment.grade is MatchGrade.EXACT
    assert alignment.span == (35, 58)


def test_scripts_without_spaces_are_compared_by_characters() -> None:
    text = "他说：“我们不同意这个计划，因为它太贵了。”"
    assert grade_of("我们不同意这个计划", text) is MatchGrade.EXACT
    changed = align_quote("我们同意这个计划", text)
    assert changed.grade is MatchGrade.NEAR
    assert changed.differences == (Difference(DifferenceKind.DELETE, "", "不"),)
    assert [caution.kind for caution in changed.warnings] == [CautionKind.NEGATION]


def test_vowel_signs_are_part_of_their_word() -> None:
    assert grade_of("हिन्दी में", "यह हिन्दी में लिखा है।") is MatchGrade.EXACT
    assert grade_of("हन्दा मे है", "यह हिन्दी में लिखा है।") is MatchGrade.ABSENT


def test_a_prepared_text_gives_the_same_as_its_string() -> None:
    prepared = prepare(SPEECH)
    assert isinstance(prepared, PreparedText)
    assert prepare(prepared) is prepared
    quote = "We will close the old ferry line"
    assert align_quote(quote, prepared) == align_quote(quote, SPEECH)


def test_a_collage_of_very_many_pieces_is_no_elision() -> None:
    assert grade_of("alpha ... " * 40, "alpha beta " * 40) is not MatchGrade.ELIDED


WORDS = st.lists(
    st.sampled_from(sorted(words("the a ferry line will not close 12 million boats Lindqvist said it's we may"))),
    min_size=1,
    max_size=30,
)
JUNK = st.text(alphabet=st.sampled_from(list("ab. …[]()\"'“”‘’«»-—0123,%$?!\n\u00ad不同é")), max_size=60)


@given(JUNK | st.text(max_size=60), JUNK | st.text(max_size=120))
def test_no_input_raises_and_every_place_lies_in_the_text(quote: str, text: str) -> None:
    alignment = align_quote(quote, text)
    assert (alignment.span is None) == (alignment.grade is MatchGrade.ABSENT)
    for span in (alignment.span, *alignment.places) if alignment.span else ():
        assert 0 <= span.start < span.end <= len(text)


@given(JUNK | WORDS.map(" ".join), JUNK | WORDS.map(" ".join))
def test_pieces_joined_give_back_both_sides(quote: str, text: str) -> None:
    alignment = align_quote(quote, text)
    if alignment.span:
        assert "".join(piece.quote for piece in alignment.pieces) == without_quote_marks(quote)
        assert "".join(piece.source for piece in alignment.pieces) == alignment.span.of(text)


@given(WORDS, WORDS)
def test_a_quote_is_exact_or_ambiguous_just_where_its_words_stand_in_a_row(quote: list[str], text: list[str]) -> None:
    there = any(text[at : at + len(quote)] == quote for at in range(len(text)))
    grade = grade_of(" ".join(quote), " ".join(text))
    assert there == (grade is MatchGrade.EXACT or (grade is MatchGrade.AMBIGUOUS and len(quote) <= 3))


@given(WORDS, st.data())
def test_words_cut_from_a_text_never_grade_below_typographic(text: list[str], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    dressed = "“" + "\u00a0".join(text[start:end]).replace("'", "’") + ",”"
    assert grade_of(dressed, " ".join(text)) in {MatchGrade.TYPOGRAPHIC, MatchGrade.AMBIGUOUS}


@given(WORDS)
def test_a_text_matches_itself(text: list[str]) -> None:
    whole = " ".join(text)
    alignment = align_quote(whole, whole)
    assert alignment.grade is MatchGrade.EXACT
    assert alignment.span == (0, len(whole))
    assert not alignment.differences
    assert not alignment.warnings


@given(WORDS, WORDS)
def test_faithful_grades_have_no_differences_and_near_ones_have(quote: list[str], text: list[str]) -> None:
    alignment = align_quote(" ".join(quote), " ".join(text))
    assert not (alignment.grade.faithful and alignment.differences)
    assert bool(alignment.differences) == (alignment.grade is MatchGrade.NEAR)
