"""What stands right beside a quotation, in several languages; plain neighbours say nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.evidence.alignment import Beside, CautionKind, align_quote
from firsthand.evidence.cuts import cuts
from firsthand.text.spans import Span

SAID = "the ferries will sail again"


def around(text: str, quote: str = SAID) -> list[tuple[CautionKind, str]]:
    start = text.index(quote)
    return list(cuts(text, Span(start, start + len(quote)), quote))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("I know the ferries will sail again, but only in May.", "The source goes on: «but only in May»."),
        ("I know the ferries will sail again in spring, unless it storms.", "«in spring, unless it storms»."),
        ("We hope the ferries will sail again if they are mended.", "The source goes on: «if they are mended»."),
        (
            "We hope the ferries will sail again. However, nobody knows.",
            "next sentence turns: «However, nobody knows.».",
        ),
        ("We hope the ferries will sail again never to return.", "The source goes on: «never to return»."),
        ("However, the ferries will sail again.", "The source has «However» right before these words."),
        ("Perhaps the ferries will sail again.", "The source has «Perhaps» right before these words."),
        ("Unless it storms, the ferries will sail again.", "begins with a condition: «Unless it storms»."),
        ("If the pier is mended, the ferries will sail again.", "begins with a condition: «If the pier is mended»."),
        ("I never said that the ferries will sail again.", "a negation leads to these words: «I never said that»."),
        ("We don’t think the ferries will sail again.", "a negation leads to these words: «We don’t think»."),
    ],
)
def test_a_cut_that_changes_the_sense_is_told(text: str, sentence: str) -> None:
    ((kind, words),) = around(text)
    assert kind is CautionKind.CUT
    assert sentence in words


@pytest.mark.parametrize(
    ("quote", "text", "words"),
    [
        ("die Fähren fahren wieder", "Ich denke, die Fähren fahren wieder, aber erst im Mai.", "«aber erst im Mai»"),
        ("die Fähren fahren wieder", "Falls es hält, die Fähren fahren wieder.", "«Falls es hält»"),
        ("Les bateaux vont repartir", "Les bateaux vont repartir, mais pas avant mai.", "«mais pas avant mai»"),
        ("les bateaux vont repartir", "Je ne pense pas que les bateaux vont repartir.", "«Je ne pense pas que»"),
        ("Los barcos van a salir", "Los barcos van a salir, salvo que llueva.", "«salvo que llueva»"),
        ("Паромы снова пойдут", "Паромы снова пойдут, но не раньше мая.", "«но не раньше мая»"),
        ("паромы снова пойдут", "Если не будет шторма, паромы снова пойдут.", "«Если не будет шторма»"),
    ],
)
def test_cuts_are_told_in_the_languages_that_quotes_are_compared_in(quote: str, text: str, words: str) -> None:
    assert any(words in caution for kind, caution in around(text, quote) if kind is CautionKind.CUT)


@pytest.mark.parametrize(
    "text",
    [
        "We met on Monday. I know the ferries will sail again in May. Nobody was hurt.",
        "It was not easy, and the ferries will sail again in May.",
        "She did not come. Today the ferries will sail again.",
        "The harbour master and the crew are sure the ferries will sail again.",
    ],
)
def test_plain_neighbours_are_no_caution(text: str) -> None:
    assert around(text) == []


def test_a_question_made_a_statement_is_told_and_the_other_way_round() -> None:
    assert around("Do you think the ferries will sail again?") == [
        (CautionKind.QUESTION, "In the source this is a question.")
    ]
    changed = align_quote(f"{SAID}?", f"I know {SAID}.")
    assert "The quotation asks a question, the source does not." in [caution.words for caution in changed.warnings]
    assert align_quote("Will they sail?", "Will they sail? I know.").warnings == ()


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("As Nora Lindqvist said, “the ferries will sail again”.", "Nora Lindqvist"),
        ("“the ferries will sail again,” said Minister Ole Brandt.", "Minister Ole Brandt"),
        ("“the ferries will sail again”, Ole Brandt wrote yesterday.", "Ole Brandt"),
        ("Yesterday Ole Brandt claimed that the ferries will sail again.", "Ole Brandt"),
    ],
)
def test_words_of_somebody_else_in_the_source_are_told(text: str, who: str) -> None:
    assert around(text) == [(CautionKind.WHOSE, f"In the source these are words of «{who}».")]


@pytest.mark.parametrize(
    "text", ["He said the ferries will sail again.", "And she said: “the ferries will sail again”."]
)
def test_a_pronoun_names_nobody(text: str) -> None:
    assert around(text) == []


def test_what_stands_beside_a_passage_is_looked_at() -> None:
    alone, seen = align_quote(SAID, SAID), align_quote(SAID, SAID, Beside("", ", but not soon."))
    assert alone.warnings == ()
    assert [caution.words for caution in seen.warnings] == ["The source goes on: «but not soon»."]
    assert (seen.grade, seen.span) == (alone.grade, alone.span)


@given(st.text(max_size=60), st.text(max_size=30), st.text(max_size=60))
def test_no_neighbours_raise(before: str, words: str, after: str) -> None:
    for caution in cuts(before + words + after, Span(len(before), len(before + words)), words):
        assert caution.words.endswith(".")
