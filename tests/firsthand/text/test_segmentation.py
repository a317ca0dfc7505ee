"""Where sentences and paragraphs begin and end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.text.segmentation import paragraphs, sentences

PROSE = st.text(alphabet=st.one_of(st.characters(), st.sampled_from(list(' .!?…\n"”。aA1') * 3)))


def split(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["The vote was close.", "Nobody left early."],
        ["Dr. Amina Sow treated 40 patients.", "All went home."],
        ["The U.S. Senate met.", "It rose at 5 p.m. on Friday."],
        ["She works for the U.N.", "The office is in Geneva."],
        ["Rule No. 7 applies to Art. 12 as well.", "No.", "We disagree."],
        ["The design asked for 45.", "The tests gave 31.", "You need no doctorate for that."],
        ["1. Mix the flour.", "Add water."],
        ["J. K. Moreau and George W. Pike signed."],
        ["Growth was 3.5 per cent.", "Inflation stood at 2.1."],
        ["“We won,” she said.", "“It took years.”", "The hall cheered."],
        ["“Did it rain?” he asked.", "It did."],
        ["He waited… and left.", "Then nothing…", "Dawn came."],
        ["Gen. Ruiz met Lt. Col. Baker on Jan. 5.", "They agreed."],
        ["(The lake froze in 1963.)", "Skaters came."],
        ["Acme Inc. Chairman Lee resigned.", "Shares of Acme Inc. fell."],
        ["議会は可決した。", "「賛成だ。」", "市長は述べた。"],
        ["هل وافق المجلس؟", "نعم وافق."],
    ],
)
def test_sentences_end_where_a_reader_ends_them(parts: list[str]) -> None:
    joiner = "" if "。" in parts[0] else " "
    assert split(joiner.join(parts)) == parts


def test_a_heading_is_a_sentence_of_its_own() -> None:
    assert split("What the court held\n\nThe appeal fails. Costs follow.") == [
        "What the court held",
        "The appeal fails.",
        "Costs follow.",
    ]


def test_lines_wrapped_at_a_width_are_one_paragraph() -> None:
    text = (
        "The harbour board will dredge the northern channel in the\n"
        "spring, its chairman told residents at a meeting that went\n"
        "on until midnight.\n\nA second meeting follows."
    )
    assert len(paragraphs(text)) == 2
    assert len(sentences(text)) == 2


def test_lines_that_are_paragraphs_stay_apart() -> None:
    assert len(paragraphs("Pool to close\nBy a reporter\nThe council voted on Monday to close the pool.")) == 3


@given(PROSE)
def test_sentences_are_ordered_trimmed_and_lose_nothing_but_space(text: str) -> None:
    spans = sentences(text)
    assert all(span.of(text) == span.of(text).strip() != "" for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())


@given(PROSE)
def test_every_sentence_lies_in_one_paragraph(text: str) -> None:
    blocks = paragraphs(text)
    assert all(any(block.contains(span) for block in blocks) for span in sentences(text))
