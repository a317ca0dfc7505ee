"""Cues that report an act of saying, and others; and the stems by which words are told."""

from __future__ import annotations

import pytest

from firsthand.claims.attributing.saying_words import reports_saying, reports_unnamed
from firsthand.claims.comparing.stems import stem_of


@pytest.mark.parametrize(
    "cue",
    [
        *("said", "has warned", "according to", "told reporters", "recently wondered", "statement about", ":"),
        *("has issued a stark warning against", "belief", "declined to", "in a statement", "accused", "wrote"),
    ],
)
def test_an_act_of_saying_is_told_by_its_verb_or_noun(cue: str) -> None:
    assert reports_saying(cue)


@pytest.mark.parametrize(
    "cue",
    [
        *("want", "love", "hopes", "has maintained", "reportedly", "reportedly consider", "warnings highlight"),
        *("signed a petition against", "exerts", "has seen", ""),
    ],
)
def test_a_wish_a_feeling_or_a_deed_is_none(cue: str) -> None:
    assert not reports_saying(cue)


def test_what_nobody_named_has_said_is_told_by_the_passive_verb() -> None:
    assert reports_unnamed("was already assessed")
    assert not reports_unnamed("is expected")


@pytest.mark.parametrize(
    "forms",
    [
        ("wonder", "wondered", "wonders", "wondering"),
        ("assess", "assessed", "assesses", "assessment"),
        ("close", "closed", "closes", "closing"),
        ("county", "counties"),
        ("sentence", "sentenced"),
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms: tuple[str, ...]) -> None:
    assert len({stem_of(form) for form in forms}) == 1
