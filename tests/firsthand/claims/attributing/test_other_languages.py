"""Attributions in languages that the tagger does not know."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.claims.attributing.other_languages import is_in_another_language, read_by_rules
from firsthand.claims.attribution import find_attributions
from firsthand.text.spans import Span


def told(text: str) -> list[tuple[str, str, str]]:
    return [
        tuple(" + ".join(piece.of(text) for piece in role) for role in (found.speaker, found.cue, found.content))
        for found in find_attributions(text)
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "content"),
    [
        (
            "„Das Wasser ist sauber“, sagte Bürgermeisterin Ida Falk.",
            "Bürgermeisterin Ida Falk",
            "sagte",
            "„Das Wasser ist sauber“",
        ),
        ("Er sagte: „Wir gehen. Das ist das Ende.“", "Er", "sagte", "„Wir gehen. Das ist das Ende.“"),
        ("Der Minister erklärte, dass die Steuer bleibt.", "Der Minister", "erklärte", "dass die Steuer bleibt"),
        ("Laut dem Bericht sind 40 Brücken gesperrt.", "dem Bericht", "Laut", "sind 40 Brücken gesperrt"),
        ("« C’est fini », a déclaré Luc Morel.", "Luc Morel", "a déclaré", "« C’est fini »"),
        (
            "Le ministre de la Santé a annoncé que le vaccin sera gratuit.",
            "Le ministre de la Santé",
            "a annoncé",
            "que le vaccin sera gratuit",
        ),
        (
            "Selon la police, deux hommes ont été arrêtés.",
            "la police",
            "Selon",
            "deux hommes ont été arrêtés",
        ),
        ("«No vamos a pagar», dijo el alcalde Juan Pérez.", "el alcalde Juan Pérez", "dijo", "«No vamos a pagar»"),
        ("Il sindaco ha detto che la scuola è chiusa.", "Il sindaco", "ha detto", "che la scuola è chiusa"),
        (
            "„Het is niet waar”, zei burgemeester Jan de Vries.",
            "burgemeester Jan de Vries",
            "zei",
            "„Het is niet waar”",
        ),
    ],
)
def test_the_commonest_forms_are_read(text: str, speaker: str, cue: str, content: str) -> None:
    assert told(text) == [(speaker, cue, content)]


@pytest.mark.parametrize(
    "text",
    ["Die Bahn fährt nicht.", "Il pleut sur la ville.", "Sie sagte nichts dazu und ging.", "Laut."],
)
def test_a_sentence_in_which_nobody_speaks_has_none(text: str) -> None:
    assert told(text) == []


def test_a_german_paragraph_does_not_make_its_neighbour_german() -> None:
    text = "„Das Wasser ist sauber“, sagte Ida Falk.\n\nAna Ruiz said the bridge was closed."
    assert [speaker for speaker, _, _ in told(text)] == ["Ida Falk", "Ana Ruiz"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister said the tax stays.", False),
        ("Der Minister sagte, die Steuer bleibt.", True),
        ("Rents rise", False),
        ("Zoë Núñez said the tax of the city stays.", False),
        ("Министр сказал, что налог остаётся.", True),
        ("Det är inte sant, sade ministern.", True),
        ("", False),
    ],
)
def test_the_language_is_known_by_its_small_words(text: str, *, expected: bool) -> None:
    assert is_in_another_language(text, Span(0, len(text))) is expected


@given(st.lists(st.sampled_from(["der", "sagte", "„", "“", ".", "dass", "Laut", "Ida", "Falk", ",", "«", "»", "que"])))
def test_pieces_lie_in_the_text_in_order_of_their_sentences(words: list[str]) -> None:
    text = " ".join(words)
    for stretch in read_by_rules(text, Span(0, len(text))):
        assert [piece.first for piece in stretch.pieces] == sorted(piece.first for piece in stretch.pieces)
        assert all(stretch.span.contains(piece.span) and piece.span.length for piece in stretch.pieces)


@pytest.mark.parametrize("piece", ["Er sagte: „Nein.“ ", "er sagte „nein“ und "], ids=["sentences", "one sentence"])
def test_long_paragraphs_are_read(piece: str) -> None:
    assert all(found.cue for found in find_attributions(piece * 10_000))
