from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.vocabulary import AnchorHealth
from firsthand.evidence.passages import Located, find_passage, locate, locator, rank_passages, select
from firsthand.text.spans import Span

REPORT = (
    "Annual report of the harbour board\n"
    "\n"
    "The board met nine times. It approved the budget on\n"
    "the second reading – “without debate”, as the minutes say.\n"
    "\n"
    "The ferry carried 210,000 passengers. The board thanks them."
)


def words_at(text: str, words: str) -> list[str]:
    return [span.of(text) for span in find_passage(text, words)]


def test_pasted_words_are_found_with_their_own_offsets() -> None:
    assert words_at(REPORT, "The ferry carried 210,000 passengers.") == ["The ferry carried 210,000 passengers."]


@pytest.mark.parametrize(
    "pasted",
    [
        'budget on the second reading - "without debate", as',
        "budget  on\u00a0the second\nreading — «without debate», as",
        "budget on the sec\u00adond reading – “without debate”, as ",
    ],
)
def test_other_quote_marks_dashes_spaces_and_line_breaks_do_not_matter(pasted: str) -> None:
    assert words_at(REPORT, pasted) == ["budget on\nthe second reading – “without debate”, as"]


def test_letter_by_letter_places_come_first() -> None:
    text = "He said ‘no’ twice. He said 'no' twice."
    assert words_at(text, "said 'no' twice") == ["said 'no' twice", "said ‘no’ twice"]


def test_case_counts_unless_nothing_else_is_there() -> None:
    assert words_at("The Board met. The board rose.", "The board") == ["The board"]
    assert words_at("The Board met.", "the board") == ["The Board"]


def test_places_inside_a_longer_word_count_only_alone() -> None:
    assert [span.start for span in find_passage("party art", "art")] == [6]
    assert [span.start for span in find_passage("party", "art")] == [1]


@pytest.mark.parametrize("words", ["", "  ", "the committee adjourned"])
def test_words_that_are_not_there_have_no_place(words: str) -> None:
    assert find_passage(REPORT, words) == []


@given(st.text(max_size=80), st.data())
def test_words_cut_from_a_text_are_found_there(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    words = text[start:end].strip()
    found = find_passage(text, words)
    assert bool(found) == bool(words)
    assert all(0 <= span.start < span.end <= len(text) for span in found)


def test_a_selector_keeps_words_context_and_offsets() -> None:
    span = find_passage(REPORT, "nine times")[0]
    selector = select(REPORT, span, context=12)
    assert selector == ("nine times", "e board met ", ". It approve", span)


@pytest.mark.parametrize("span", [Span(3, 3), Span(-1, 4), Span(0, 10_000)])
def test_a_passage_outside_the_text_cannot_be_selected(span: Span) -> None:
    with pytest.raises(ValueError, match="No passage"):
        select(REPORT, span)


def located(words: str, later: str) -> Located:
    return locate(later, select(REPORT, find_passage(REPORT, words)[0]))


def test_a_passage_holds_where_it_stood() -> None:
    assert located("nine times", REPORT).health is AnchorHealth.HOLDS


def test_a_passage_holds_though_the_words_stand_elsewhere_too() -> None:
    assert located("nine times", REPORT + " They met nine times.").health is AnchorHealth.HOLDS


def test_a_passage_has_moved_when_its_words_in_their_context_stand_elsewhere() -> None:
    result = located("nine times", "A new preface.\n\n" + REPORT)
    assert result.health is AnchorHealth.MOVED
    assert result.span is not None
    assert result.span.start == find_passage(REPORT, "nine times")[0].start + 16


def test_typography_and_line_breaks_do_not_lose_a_passage() -> None:
    later = "Preface. " + REPORT.replace("\n", " ").replace("–", "-").replace("“", '"').replace("”", '"')
    assert located("second reading – “without debate”", later).health is AnchorHealth.MOVED


def test_one_side_of_the_context_is_enough_for_one_place() -> None:
    assert located("nine times", REPORT.replace("The board met", "That year, board members sat")).health in {
        AnchorHealth.MOVED,
        AnchorHealth.HOLDS,
    }


def test_two_places_with_the_same_context_are_ambiguous() -> None:
    result = located("210,000 passengers", "Preface. " + REPORT + "\n\n" + REPORT)
    assert result.health is AnchorHealth.AMBIGUOUS
    assert result.span is None
    assert len(result.places) == 2


def test_a_changed_word_loses_the_passage() -> None:
    assert located("carried 210,000 passengers", REPORT.replace("210", "201")) == Located(AnchorHealth.LOST)


def test_short_words_in_a_foreign_context_are_lost_but_shown() -> None:
    result = located("nine times", "Another page altogether says nine times in passing.")
    assert result.health is AnchorHealth.LOST
    assert result.span is None
    assert len(result.places) == 1


def test_a_long_passage_is_known_by_its_own_words() -> None:
    words = "The ferry carried 210,000 passengers. The board thanks them."
    assert located(words, f"Quoted here: {words} End.").health is AnchorHealth.MOVED


@given(st.text(min_size=1, max_size=60), st.integers(0, 20), st.data())
def test_every_passage_of_words_holds_in_its_own_text(text: str, context: int, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    result = locate(text, select(text, Span(start, end), context))
    if result.span:
        assert 0 <= result.span.start < result.span.end <= len(text)


@given(
    st.lists(st.sampled_from(["the", "board", "met", "nine", "times", "—", "“again”"]), min_size=1, max_size=20),
    st.data(),
)
def test_whole_words_always_hold_where_they_were_selected(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    start = len(" ".join(words[:first])) + (first > 0)
    span = Span(start, start + len(" ".join(words[first:last])))
    assert locate(text, select(text, span)) == Located(AnchorHealth.HOLDS, span)


def test_a_locator_counts_paragraphs_and_lines_from_one() -> None:
    assert locator(REPORT, find_passage(REPORT, "second reading")[0]) == "paragraph 2, line 4"
    assert locator(REPORT, Span(0, 6)) == "paragraph 1, line 1"


def test_a_locator_without_blank_lines_takes_each_line_for_a_paragraph() -> None:
    assert locator("One.\nTwo.\nThree.", Span(10, 15)) == "paragraph 3, line 3"


def test_a_locator_names_the_page_where_form_feeds_part_pages() -> None:
    text = "First.\n\nSecond.\fThird.\n\nFourth."
    assert locator(text, Span(text.index("Fourth"), len(text))) == "page 2, paragraph 2"
    assert locator(text, Span(0, 5)) == "page 1, paragraph 1"


@given(st.text(alphabet="a \n\f", max_size=40), st.data())
def test_a_locator_counts_paragraphs_no_further_than_lines(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    where = locator(text, Span(start, len(text)))
    assert "paragraph " in where
    assert ("page" in where) == ("\f" in text)


def test_passages_are_ranked_by_the_rare_words_they_share() -> None:
    passages = [
        "The board met nine times.",
        "Passengers on the island ferry rose to 210,000.",
        "The ferry board thanks the crew.",
        "Weather was mild.",
    ]
    ranked = rank_passages("The ferry carried 210,000 passengers", passages)
    assert ranked[0][0] == 1
    assert sorted(index for index, _ in ranked) == [0, 1, 2, 3]
    assert [score for _, score in ranked] == sorted((score for _, score in ranked), reverse=True)


def test_of_two_equal_passages_the_one_beside_a_good_one_is_first() -> None:
    passages = ["Weather was mild.", "The crew rose.", "Nothing else.", "The crew rose.", "Ferry passengers rose."]
    assert [index for index, _ in rank_passages("ferry passengers: the crew", passages)][:3] == [4, 3, 1]


@given(st.text(max_size=40), st.lists(st.text(max_size=40), max_size=8))
def test_every_passage_is_ranked_once(statement: str, passages: list[str]) -> None:
    assert sorted(index for index, _ in rank_passages(statement, passages)) == list(range(len(passages)))


def test_dates_months_ordinals_and_numbers_in_words_find_their_other_spelling() -> None:
    passages = ["Posted 2018-11-03T10:00:00Z", "Nov. 3 was a day off.", "On the 3rd nobody came.", "Fourteen came."]
    for statement, first in (("They met in November 2018", 0), ("on 3 November", 1), ("14 people", 3)):
        assert rank_passages(statement, passages)[0][0] == first


def test_a_claim_of_two_parts_gets_a_passage_for_each_among_the_first() -> None:
    same = [f"The herring fleet landed herring again on pier {number}." for number in range(9)]
    ranked = rank_passages(
        "The herring fleet landed and the tannery closed", [*same, "The old tannery shut: it closed."]
    )
    assert 9 in [index for index, _ in ranked[:3]]


def test_what_stands_under_a_telling_heading_is_read_first() -> None:
    passages = [
        "# The tannery",
        "It has a staff of ten people.",
        "x y z",
        "x y z",
        "# The mill",
        "It has a staff of two.",
    ]
    ranked = [index for index, _ in rank_passages("The tannery has a staff", passages)]
    assert ranked.index(1) < ranked.index(5)
