"""«According to» where its content was not found."""

from __future__ import annotations

import pytest

from firsthand.claims.attributing.according import rest_of_sentence
from firsthand.claims.tagging.linking import Piece, Role, Tied
from firsthand.text.spans import Span


def tied(text: str, speaker: str, cue: str) -> Tied:
    places = [Span(text.index(words), text.index(words) + len(words)) for words in (speaker, cue)]
    return Tied((Piece(Role.SPEAKER, places[0], 0, 0, 1.0),), (Piece(Role.CUE, places[1], 0, 0, 1.0),), ())


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Rain fell. According to the harbour police, two boats sank. Snow fell.", "two boats sank"),
        ("Rain fell. Two boats sank, according to the harbour police. Snow fell.", "Two boats sank"),
        ("According to the harbour police, no.", None),
        ("According to the harbour police", None),
    ],
)
def test_the_content_is_the_rest_of_its_sentence(text: str, content: str | None) -> None:
    cue = "According to" if "According to" in text else "according to"
    found = rest_of_sentence(text, Span(0, len(text)), tied(text, "the harbour police", cue))
    assert (found and found.of(text)) == content


def test_another_cue_has_no_such_content() -> None:
    text = "The harbour police said two boats sank."
    assert rest_of_sentence(text, Span(0, len(text)), tied(text, "The harbour police", "said")) is None
