"""Who said what, tied together."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.vocabulary import Confidence
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
    *("warning", "'s", "claim", "on", "Monday", "rain", "\n", "fell", "and", "who", "der", "sagte", "que", "selon"),
)
WORDS = st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join)
ANYTHING = st.text(alphabet=st.characters(), max_size=300)  # surrogates and control characters, too


def told(text: str) -> list[tuple[str, str, str]]:
    return [
        (
            " + ".join(p.of(text) for p in found.speaker),
            " + ".join(p.of(text) for p in found.cue),
            " + ".join(p.of(text) for p in found.content),
        )
        for found in find_attributions(text)
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "content"),
    [
        ("Ana Ruiz said the bridge was closed.", "Ana Ruiz", "said", "the bridge was closed"),
        ("The surgeon has said that the trial failed.", "The surgeon", "has said", "that the trial failed"),
        ("Farmers complain that the new tax will ruin them.", "Farmers", "complain", "that the new tax will ruin them"),
        ("The court ruled that the city had lied.", "The court", "ruled", "that the city had lied"),
        ("Ruiz told reporters on Monday that the pier was safe.", "Ruiz", "told", "that the pier was safe"),
        ("Mr. Okoye accused the board of theft.", "Mr. Okoye", "accused", "the board of theft"),
        ("The club denied the report.", "The club", "denied", "the report"),
    ],
)
def test_reported_speech_after_its_speaker_is_found(text: str, speaker: str, cue: str, content: str) -> None:
    assert (speaker, cue, content) in told(text)


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "content"),
    [
        ("The bridge is closed, she said.", "she", "said", "The bridge is closed"),
        (
            "“The bridge is closed,” said Ana Ruiz, the engineer.",
            "Ana Ruiz, the engineer",
            "said",
            "“The bridge is closed,”",
        ),
        ('"The bridge is closed," said Ana Ruiz.', "Ana Ruiz", "said", '"The bridge is closed,"'),
        ("“It leaks,” Ruiz said. “It always did.”", "Ruiz", "said", "“It leaks,” + “It always did.”"),
        ("The museum, she noted, was built on sand.", "she", "noted", "The museum + was built on sand"),
    ],
)
def test_a_speaker_behind_or_within_the_content_is_found(text: str, speaker: str, cue: str, content: str) -> None:
    assert (speaker, cue, content) in told(text)


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "content"),
    [
        ("According to the harbour police, two boats sank.", "the harbour police", "According to", "two boats sank"),
        ("Two boats sank, according to the harbour police.", "the harbour police", "according to", "Two boats sank"),
    ],
)
def test_according_to_is_read_on_either_side(text: str, speaker: str, cue: str, content: str) -> None:
    assert (speaker, cue, content) in told(text)


def test_a_headline_with_a_colon_attributes() -> None:
    assert told("Minister: “The levy stays for three years”") == [("Minister", ":", "“The levy stays for three years”")]


@pytest.mark.parametrize(
    "text",
    [
        "Three states share the river.",
        "The report runs to 40 pages.",
        "Snow fell on the hills overnight.",
        "The sign “No swimming” was gone.",
    ],
)
def test_a_sentence_in_which_nobody_speaks_has_none(text: str) -> None:
    assert told(text) == []


def test_a_quotation_of_its_own_paragraph_goes_on_where_the_speaker_stopped() -> None:
    text = "“They knew the hull was cracked,” Quist said.\n“They knew it in May.”\n\n“And nobody acted.”\nRain fell."
    assert told(text) == [
        ("Quist", "said", "“They knew the hull was cracked,” + “They knew it in May.” + “And nobody acted.”")
    ]


def test_a_quotation_left_open_goes_on_in_the_next_paragraph() -> None:
    text = "“They knew the hull was cracked,” Quist said. “They knew it in May.\n“And nobody acted.”"
    assert told(text) == [
        ("Quist", "said", "“They knew the hull was cracked,” + “They knew it in May. + “And nobody acted.”")
    ]


def test_a_speaker_announced_with_a_colon_speaks_in_the_next_paragraph() -> None:
    assert told("The minister said:\n“The levy stays.”") == [("The minister", "said", "“The levy stays.”")]


def test_a_quotation_that_follows_other_matter_is_nobodys() -> None:
    text = "“It leaks,” Quist said.\nRain fell on the hills overnight.\n“It always did.”"
    assert [content for _, _, content in told(text)] == ["“It leaks,”"]


def test_own_words_reported_words_and_both_are_told_apart() -> None:
    text = "“I quit,” said Bo Lind. Lind said that he was tired. Lind said the job was “a burden” to him."
    kinds = [found.kind for found in find_attributions(text)]
    assert kinds == [AttributionKind.DIRECT, AttributionKind.INDIRECT, AttributionKind.MIXED]


def test_own_words_of_a_named_speaker_are_the_clearest() -> None:
    named, nobody = "“I quit,” said Bo Lind.", "It was said that the job was a burden."
    assert [found.confidence for found in find_attributions(named)] == [Confidence.HIGH]
    assert {found.confidence for found in find_attributions(nobody)} <= {Confidence.LOW}


def test_a_speaker_who_does_two_things_has_two_attributions() -> None:
    found = [(speaker, cue) for speaker, cue, _ in told(HEALTH) if speaker.startswith("Tom Reilly")]
    assert [cue for _, cue in found] == ["accused", "told"]


@settings(deadline=None)
@given(st.one_of(WORDS, ANYTHING))
def test_every_span_lies_in_the_text_and_holds_words(text: str) -> None:
    for found in find_attributions(text):
        for piece in (*found.speaker, *found.cue, *found.content):
            assert 0 <= piece.start < piece.end <= len(text)
            assert piece.of(text).strip() == piece.of(text)
        assert found.cue
        assert found.content


@settings(deadline=None)
@given(WORDS)
def test_cues_come_in_the_order_of_the_text(text: str) -> None:
    cues = [found.cue[0].start for found in find_attributions(text)]
    assert cues == sorted(cues)


@settings(deadline=None)
@given(st.one_of(WORDS, ANYTHING))
def test_reading_twice_gives_the_same(text: str) -> None:
    assert find_attributions(text) == find_attributions(text)


@settings(deadline=None, max_examples=30)
@given(WORDS)
def test_a_paragraph_far_away_changes_nothing(text: str) -> None:
    apart = "Snow fell on the hills overnight.\n\n"
    assert told(apart + COURT + "\n\n" + apart + text)[: len(told(COURT))] == told(COURT)


@pytest.mark.parametrize("article", [HEALTH, SPORT, COURT])
def test_paragraphs_read_together_are_read_as_they_are_alone(article: str) -> None:
    alone = [found for paragraph in article.split("\n\n") for found in told(paragraph)]
    assert told(article) == alone


@pytest.mark.parametrize(
    "text",
    [
        "a" * 1_000_000,
        "“" * 20_000,
        "said " * 20_000,
        "Ana said it leaks. " * 5_000,
        "\ud800 said \udfff that \x00 it \u200b leaks.",
        "🌊 said 🚢, “🔥.”\u2028" * 500,
    ],
    ids=["one word", "marks", "cues", "a long paragraph", "surrogates", "emoji"],
)
def test_odd_and_long_texts_are_read(text: str) -> None:
    for found in find_attributions(text):
        assert found.whole.end <= len(text)


def test_every_sentence_of_a_very_long_paragraph_is_read() -> None:
    assert len(find_attributions("Ana Ruiz said the bridge was closed. " * 400)) == 400
