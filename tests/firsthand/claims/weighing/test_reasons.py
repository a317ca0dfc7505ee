"""The reason of a draft, as the person reads it who judges the draft."""

from __future__ import annotations

import pytest

from db.vocabulary import ClaimType
from firsthand.claims.checkworthiness import CheckWorthiness, Reason, explain
from firsthand.claims.weighing.reasons import reason_for_attribution, reason_of


def worth(*reasons: Reason, kind: ClaimType = ClaimType.EVENT) -> CheckWorthiness:
    return CheckWorthiness(0.7, reasons, kind)


def test_a_figure_a_body_and_its_deed_are_named() -> None:
    assert reason_of(explain("Inspectors closed 14 bakeries.")) == (
        "It gives a figure, names an office or a body and says what was done."
    )


def test_of_signs_that_say_nearly_the_same_one_is_told() -> None:
    told = reason_of(worth(Reason("counted", "it counts something", 1.2), Reason("figure", "it gives a figure", 1.0)))
    assert told == "It gives a figure."


def test_at_most_three_reasons_are_told_the_weightiest_first() -> None:
    told = reason_of(explain("The court sentenced the former mayor of Brenn to six years in 2019 because he stole."))
    assert told.count(",") == 1
    assert told.count(" and ") == 1


@pytest.mark.parametrize("name", ["wording", "long", "of_others", "name"])
def test_what_says_nothing_to_a_person_is_not_told(name: str) -> None:
    assert reason_of(worth(Reason(name, "it is so", 2.0))) == "It states something as a fact."


def test_what_speaks_against_is_not_told_as_a_reason() -> None:
    assert reason_of(worth(Reason("vague", "it stays vague", -1.0))) == "It states something as a fact."


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        (
            ClaimType.PREDICTION,
            "It speaks of what may come, which no source can settle yet; it is kept for the record.",
        ),
        (ClaimType.OPINION, "It is a judgement, which no source can settle; it is kept for the record."),
    ],
)
def test_what_no_source_can_settle_is_said_to_be_so(kind: ClaimType, told: str) -> None:
    assert reason_of(worth(kind=kind)) == told


def test_the_headline_of_another_story_is_said_to_be_one() -> None:
    assert reason_of(worth(), linked=True).endswith("; it is the headline of another story.")


def test_an_attribution_is_told_with_its_speaker_and_cue() -> None:
    assert reason_for_attribution("Ola Berg", "said", word_for_word=True) == "It quotes words of Ola Berg («said»)."
    assert reason_for_attribution("Ola Berg", "denied", word_for_word=False).startswith("It reports what Ola Berg said")
    assert reason_for_attribution(None, "said", word_for_word=True).endswith("without naming who said it.")
