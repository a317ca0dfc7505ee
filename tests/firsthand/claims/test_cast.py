"""The cast of an article: who and what it speaks of, under the fullest name it gives."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.claims.attribution import find_attributions
from firsthand.claims.cast import Cast, Member, MemberKind, read_cast
from firsthand.text.spans import Span
from tests.firsthand.claims.articles import COURT, HEALTH, SPORT
from tests.firsthand.claims.test_statements import TEXTS


def cast_of(text: str) -> Cast:
    return read_cast(text, find_attributions(text))


def member(text: str, name: str) -> Member:
    return next(one for one in cast_of(text).members if one.name == name)


def place(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Jane Doe, the mayor of Brenn, resigned.", "Jane Doe", "the mayor of Brenn"),
        ("Jane Doe, 52, the mayor of Brenn, resigned.", "Jane Doe", "the mayor of Brenn"),
        ("Maria Zorn, Norway’s chief spokeswoman, spoke.", "Maria Zorn", "Norway’s chief spokeswoman"),
        ("Deputy Foreign Minister Sergei Orlov spoke.", "Sergei Orlov", "Deputy Foreign Minister"),
        ("Hungarian Prime Minister Orban spoke.", "Orban", "Hungarian Prime Minister"),
        ("The club called former national coach Eva Lindqvist.", "Eva Lindqvist", "former national coach"),
        ("The mayor, Jonas Feld, resigned.", "Jonas Feld", "the mayor"),
        ("The mayor of Brenn, Jonas Feld, resigned.", "Jonas Feld", "the mayor of Brenn"),
        ("Tom Reilly met mayor Jonas Feld.", "Jonas Feld", "mayor"),
        ("Gov. Jonas Feld, a Republican, resigned.", "Jonas Feld", "Gov."),
        ("State Sen. Jonas Feld, a Democrat, resigned.", "Jonas Feld", "State Sen."),
        ("Lawmaker Jonas Feld, a Republican, resigned.", "Jonas Feld", "Lawmaker"),
        ("Jonas Feld, a Republican, resigned.", "Jonas Feld", "a Republican"),
        ("Jonas Feld resigned.", "Jonas Feld", None),
        ("Jonas Feld, who resigned, is a lawyer.", "Jonas Feld", None),
        ("Jonas Feld, mayor Lena Hartwig and others left.", "Jonas Feld", None),
        ("Secretary of State John Hale spoke.", "John Hale", "Secretary of State"),
    ],
)
def test_a_role_is_what_the_text_says_beside_the_name(text: str, name: str, role: str | None) -> None:
    assert member(text, name).role == role


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Jane Doe spoke.", "Jane Doe", MemberKind.PERSON),
        ("Pieter van Zyl spoke.", "Pieter van Zyl", MemberKind.PERSON),
        ("The Ministry of Health spoke.", "the Ministry of Health", MemberKind.BODY),
        ("Norway’s Foreign Ministry spoke.", "Norway’s Foreign Ministry", MemberKind.BODY),
        ("The Parks and Recreation Department spoke.", "the Parks and Recreation Department", MemberKind.BODY),
        ("The appeals court in Marlow ruled.", "the appeals court in Marlow", MemberKind.BODY),
        ("Das Bundesamt für Seefahrt warnt.", "Bundesamt für Seefahrt", MemberKind.BODY),
        ("It is said in a report by the Audit Office.", "a report by the Audit Office", MemberKind.DOCUMENT),
        ("They live in New Zealand.", "New Zealand", MemberKind.PLACE),
    ],
)
def test_a_member_is_a_person_a_body_a_document_or_a_place(text: str, name: str, kind: MemberKind) -> None:
    assert member(text, name).kind is kind


def test_a_member_has_the_fullest_name_and_every_place_that_stands_for_it() -> None:
    text = "Jane Doe resigned. Doe, the mayor of Brenn, said she was tired. Jane A. Doe is 52."
    jane = member(text, "Jane A. Doe")
    assert [span.of(text) for span in jane.mentions] == ["Jane Doe", "Doe", "she", "Jane A. Doe"]
    assert jane.role == "the mayor of Brenn"


@pytest.mark.parametrize(
    ("text", "speaker", "name"),
    [
        (HEALTH, "Dr. Lena Hartwig, who heads the authority’s infection unit", "Lena Hartwig"),
        (HEALTH, "Tom Reilly, a spokesman for the group Free Choice", "Tom Reilly"),
        (HEALTH, "she", "Lena Hartwig"),
        (SPORT, "Chairman Ola Berg", "Ola Berg"),
        (SPORT, "former national coach Eva Lindqvist", "Eva Lindqvist"),
        (COURT, "The appeals court in Marlow", "the appeals court in Marlow"),
        (COURT, "he", "Jonas Feld"),
    ],
)
def test_a_speaker_is_known_by_the_words_an_attribution_has_for_it(text: str, speaker: str, name: str) -> None:
    span = place(text, f" {speaker} ") if len(speaker) < 4 else place(text, speaker)
    span = Span(span.start + 1, span.end - 1) if len(speaker) < 4 else span
    found = cast_of(text).who(span)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("A spokesman for the ministry resigned.", "A spokesman"),
        ("Critics of Jane Doe resigned.", "Critics of Jane Doe"),
        ("The Jane Doe supporters resigned.", "The Jane Doe supporters"),
        ("Officials resigned.", "Officials"),
        ("Nobody resigned.", "resigned"),
    ],
)
def test_what_only_has_a_name_beside_it_is_not_the_one_named(text: str, phrase: str) -> None:
    assert cast_of(text).who(place(text, phrase)) is None


def test_outside_quotations_i_is_the_author_where_one_is_given() -> None:
    text = "I saw it. “I did not,” said Tom Reilly."
    found = read_cast(text, find_attributions(text), author="Carla Mendes").who(Span(0, 1))
    assert found is not None
    assert found.name == "Carla Mendes"
    assert read_cast(text, find_attributions(text)).who(Span(0, 1)) is None


def test_a_headline_introduces_nobody_and_is_tied_to_those_below() -> None:
    text = "Doe Leaves Harbour Board Behind\n\nJane Doe left. The weather was fine."
    cast = cast_of(text)
    assert [one.name for one in cast.members] == ["Jane Doe"]
    assert cast.who(Span(0, 3)) == cast.members[0]


@given(TEXTS, st.data())
def test_any_text_has_a_cast_whose_every_mention_stands_in_it(text: str, data) -> None:
    attributions = find_attributions(text)
    cast = read_cast(text, attributions)
    assert cast.members == read_cast(text, attributions).members
    for one in cast.members:
        assert one.mentions
        assert all(0 <= span.start < span.end <= len(text) for span in one.mentions)
        assert list(one.mentions) == sorted(set(one.mentions))
        assert all(word.casefold() in text.casefold() for word in one.name.split())
        assert all(cast.who(span) == one for span in one.mentions if span.of(text)[:1].islower())
    start = data.draw(st.integers(0, len(text)))
    found = cast.who(Span(start, data.draw(st.integers(start, len(text)))))
    assert found is None or found in cast.members


@pytest.mark.parametrize(
    ("speaker", "name"),
    [
        ("Reilly’s manager, Jonas Feld", "Jonas Feld"),
        ("The Institute for Public Health’s director, Jonas Feld", "Jonas Feld"),
        ("Reilly’s manager", None),
        ("Tom Reilly", "Tom Reilly"),
    ],
)
def test_whoever_owns_the_head_of_a_speakers_phrase_is_not_the_speaker(speaker: str, name: str | None) -> None:
    text = f"Tom Reilly won, Jonas Feld lost. {speaker}, spoke on Friday."
    found = cast_of(text).who(place(text[33:], speaker).shift(33))
    assert (found.name if found else None) == name
