"""Where something was said."""

from __future__ import annotations

import pytest

from firsthand.claims.attribution import find_attributions
from firsthand.claims.places import place_of_saying, read_dateline
from firsthand.text.spans import Span


def said_where(sentence: str, cue: str, content: str) -> str | None:
    at = sentence.index(content)
    spans = [Span(at, at + len(content))]
    return place_of_saying(
        sentence, Span(0, len(sentence)), Span(sentence.index(cue), sentence.index(cue) + len(cue)), spans
    )


@pytest.mark.parametrize(
    ("sentence", "cue", "content", "place"),
    [
        ("Ruiz told reporters in Brussels that it was over.", "told", "it was over", "Brussels"),
        ("“It is over,” Ruiz said in New York on Monday.", "said", "“It is over,”", "New York"),
        ("Speaking at a rally in Ohio, Ruiz said it was over.", "said", "it was over", "Ohio"),
        ("“It is over,” Ruiz said during a visit to Kyiv.", "said", "“It is over,”", "Kyiv"),
        ("Ruiz told a news conference in the Hague that it was over.", "told", "it was over", "Hague"),
        ("Ruiz told the meeting at Harwick Town Hall that it was over.", "told", "it was over", "Harwick Town Hall"),
        ("In Rome, Ruiz said it was over.", "said", "it was over", "Rome"),
        # what is said has places of its own, a language is none, and neither is a month
        ("Ruiz said the war in Ukraine was over.", "said", "the war in Ukraine was over", None),
        ("Ruiz said in English that it was over.", "said", "it was over", None),
        ("Ruiz said in May that it was over.", "said", "it was over", None),
        ("Ruiz said in a letter that it was over.", "said", "it was over", None),
        ("Ruiz, who was born in Lyon, said it was over.", "said", "it was over", None),
    ],
)
def test_the_place_stands_beside_the_cue(sentence: str, cue: str, content: str, place: str | None) -> None:
    assert said_where(sentence, cue, content) == place


@pytest.mark.parametrize(
    ("opening", "place"),
    [
        ("BERLIN (Agency) — The bank raised its rate.", "Berlin"),
        ("NEW YORK, May 3 (Agency) - The bank raised its rate.", "New York"),
        ("SPRINGFIELD, Ill. — The bank raised its rate.", "Springfield, Ill."),
        ("Geneva (Agency) – The bank raised its rate.", "Geneva"),
        ("GOTHENBURG, Sweden, 22 January 2025 – The bank raised its rate.", "Gothenburg, Sweden"),
        ("Oct 24 (Markets Desk) - The bank raised its rate.", None),
    ],
)
def test_a_dateline_tells_where_the_report_was_filed(opening: str, place: str | None) -> None:
    dateline = read_dateline(opening, Span(0, len(opening)))
    assert dateline is not None
    assert (dateline.place, opening[dateline.end :]) == (place, "The bank raised its rate.")


@pytest.mark.parametrize("opening", ["The bank — the largest — fell.", "NATO said it would come.", "MAY — a month."])
def test_prose_has_no_dateline(opening: str) -> None:
    assert read_dateline(opening, Span(0, len(opening))) is None


def test_no_attribution_has_its_place_in_what_is_said() -> None:
    text = "Ana Ruiz said the fire in Porto was out."
    (found,) = find_attributions(text)
    assert place_of_saying(text, Span(0, len(text)), found.cue[0], found.content) is None
