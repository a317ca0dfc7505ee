"""What the machine read in a claim's words, as it is noted beside the claim."""

from __future__ import annotations

from dataclasses import replace

from dashboard.components.reading_notes import notes
from db.queries import claims
from db.rows import ClaimRow, FigureRead, Reading, Replaced
from tests.dashboard.desks import Desk
from tests.dashboard.drawn import words
from tests.drafted import draft_article


def _draft(desk: Desk, place: int) -> ClaimRow:
    number = draft_article(desk.record).draft_ids[place]
    with desk.record.read() as session:
        found = claims.get(session, number)
    assert found is not None
    return found


def test_worth_reason_replacements_figures_and_place_are_noted(desk: Desk) -> None:
    noted = words(notes(_draft(desk, 1)))
    for told in (
        "very much (91 of 100)",
        "It gives figures",
        "last year → in 2025",
        "= 4,200,000 EUR",
        "in the council",
    ):
        assert told in noted, told


def test_a_figure_tells_how_sure_it_is_and_what_it_is_counted_over(desk: Desk) -> None:
    figures = (
        FigureRead(0, 5, "about 12 a year", "12", unit="ships", period="year", hedge="about"),
        FigureRead(6, 9, "a few", "not a number"),
    )
    noted = words(notes(replace(_draft(desk, 6), reading=Reading(figures))))
    assert "about 12 a year  = about 12 ships per year" in noted
    assert "a few  = not a number" in noted


def test_a_claim_that_a_person_added_has_no_notes(desk: Desk) -> None:
    assert notes(replace(desk.claim(), said_where=None)) is None


def test_foreign_words_are_told_whole_to_a_screen_reader(desk: Desk) -> None:
    reading = Reading(replaced=(Replaced(0, 4, "[it](x)", "*the* thing"),))
    described = str(notes(replace(_draft(desk, 6), reading=reading)))
    assert "«[it](x)» stands for «*the* thing»" in described
