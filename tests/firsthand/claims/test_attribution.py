"""Who said what, tied together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.claims.attribution import AttributionKind, find_attributions
from tests.firsthand.claims.articles import COURT, HEALTH, SPORT

PIECES = (
    *"“”\"',.:;?!«»「」()—。",
    *(
        "said",
        "says",
        "told",
        "that",
        "according",
        "to",
        "Ana Ruiz",
        "he",
        "the",
        "judge",
        "it",
        "was",
        "reported",
        "adding",
    ),
    *("warning", "'s", "claim", "on", "Monday", "rain", "\n", "fell", "and", "who"),
)
WORDS = st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join)


def told(text: str) -> list[tuple[str, str, str]]:
    return [
        (
            " + ".join(p.of(text) for p in found.speaker),
            found.cue[0].of(text),
            " + ".join(p.of(text) for p in found.content),
        )
        for found in find_attributions(text)
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "content"),
    [
        ("Ana Ruiz said the bridge was closed.", "Ana Ruiz", "said", "the bridge was closed"),
        ("The surgeon has said that the trial failed.", "The surgeon", "has said", "that the trial failed"),
        ("The bridge is closed, she said.", "she", "said", "The bridge is closed"),
        (
            "“The bridge is closed,” said Ana Ruiz, the engineer.",
            "Ana Ruiz, the engineer",
            "said",
            "“The bridge is closed,”",
        ),
        ("“It leaks,” Ruiz said. “It always did.”", "Ruiz", "said", "“It leaks,” + “It always did.”"),
        ("Ruiz told reporters on Monday that the pier was safe.", "Ruiz", "told", "that the pier was safe"),
        ("According to the harbour police, two boats sank.", "the harbour police", "According to", "two boats sank"),
        ("Two boats sank, according to the harbour police.", "the harbour police", "according to", "Two boats sank"),
        ("It was reported in May that the mine would shut.", "", "was reported", "that the mine would shut"),
        ("Ruiz’s warning that the dam leaks was ignored.", "Ruiz’s", "warning", "that the dam leaks was ignored"),
        (
            "„Das Wasser ist sauber“, sagte Bürgermeisterin Ida Falk.",
            "Bürgermeisterin Ida Falk",
            "sagte",
            "„Das Wasser ist sauber“",
        ),
        ("« C’est fini », a déclaré Luc Morel.", "Luc Morel", "a déclaré", "« C’est fini »"),
        ("Mr. Okoye accused the board of hiding the report.", "Mr. Okoye", "accused", "of hiding the report"),
        ("The club denied the report.", "The club", "denied", "the report"),
        ("Minister: “The levy stays for three years”", "Minister", ":", "“The levy stays for three years”"),
        ("Rents Rose Faster Than Wages in 2023: Study", "Study", ":", "Rents Rose Faster Than Wages in 2023"),
    ],
)
def test_speaker_cue_and_content_are_found(text: str, speaker: str, cue: str, content: str) -> None:
    assert (speaker, cue, content) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Three states share the river.",
        "The report runs to 40 pages.",
        "The council continued its work on the road.",
        "Snow fell on the hills overnight.",
        "The sign “No swimming” was gone.",
    ],
)
def test_a_sentence_in_which_nobody_speaks_has_none(text: str) -> None:
    assert told(text) == []


def test_own_words_reported_words_and_both_are_told_apart() -> None:
    text = "“I quit,” said Bo Lind. Lind said that he was tired. Lind said the job was “a burden” to him."
    kinds = [found.kind for found in find_attributions(text)]
    assert kinds == [AttributionKind.DIRECT, AttributionKind.INDIRECT, AttributionKind.MIXED]


def test_a_speaker_who_does_two_things_has_two_attributions() -> None:
    found = [(speaker, cue) for speaker, cue, _ in told(HEALTH) if speaker.startswith("Tom Reilly")]
    assert [cue for _, cue in found] == ["accused", "told"]


@given(st.one_of(WORDS, st.text()))
def test_every_span_lies_in_the_text_and_holds_words(text: str) -> None:
    for found in find_attributions(text):
        for piece in (*found.speaker, *found.cue, *found.content):
            assert 0 <= piece.start < piece.end <= len(text)
            assert piece.of(text).strip()
        assert found.cue
        assert found.content


@given(WORDS)
def test_cues_come_in_the_order_of_the_text(text: str) -> None:
    cues = [found.cue[0].start for found in find_attributions(text)]
    assert cues == sorted(cues)


@pytest.mark.parametrize("article", [HEALTH, SPORT, COURT])
def test_reading_twice_gives_the_same(article: str) -> None:
    assert find_attributions(article) == find_attributions(article)
