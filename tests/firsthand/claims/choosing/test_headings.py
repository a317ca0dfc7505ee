"""Headlines that say by a colon who says what."""

from __future__ import annotations

import pytest

from firsthand.claims.choosing.headings import read_heading
from firsthand.text.spans import Span


def told(headline: str) -> tuple[str, str] | None:
    found = read_heading(headline, Span(0, len(headline)))
    return (found.speaker[0].of(headline), found.content[0].of(headline)) if found else None


@pytest.mark.parametrize(
    ("headline", "speaker", "content"),
    [
        ("Rents Rose Faster Than Wages in 2023: Study", "Study", "Rents Rose Faster Than Wages in 2023"),
        ("Army larger than two years ago: alliance official", "alliance official", "Army larger than two years ago"),
        ("Police: two men held after fire in Marlow", "Police", "two men held after fire in Marlow"),
        ("Ana Ruiz: “The levy stays for three years”", "Ana Ruiz", "“The levy stays for three years”"),
    ],
)
def test_the_speaker_stands_on_one_side_of_the_colon(headline: str, speaker: str, content: str) -> None:
    assert told(headline) == (speaker, content)


@pytest.mark.parametrize(
    "headline",
    [
        *("Live: Storm hits the coast of Marlow", "Three things to know: rent, wages, tax", "Rents rose in 2023"),
        *("At 10:30: the court", "Mayor: yes", ": “Nobody said this at all”", ""),
    ],
)
def test_other_colons_attribute_nothing(headline: str) -> None:
    assert told(headline) is None
