"""The board: empty, typical, filtered, after somebody has looked, and with hostile words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from db.rows import BoardFilter
from db.session import Database
from firsthand import desk as door
from tests.dashboard.desks import Desk, make_desk_of_two
from tests.dashboard.drawn import elements, interpreted, links, paper_text, words_of
from tests.dashboard.test_pages import HOSTILE

Visit = Callable[..., AppTest]
VIEWS = ["By article", "By week", "First hand", "Waiting", "Dates"]


def charts(app: AppTest) -> list[Any]:
    """List the charts on the page."""
    return [
        element.proto for element in elements(app) if type(getattr(element, "proto", None)).__name__ == "VegaLiteChart"
    ]


@pytest.mark.usefixtures("record")
def test_an_empty_desk_is_told_three_steps_each_leading_where_it_is_taken(visit: Visit) -> None:
    app = visit("board")

    assert not app.exception
    assert "Three steps to the first claim" in paper_text(app)
    assert {"articles", "sources", "settings"} <= links(app)
    assert not charts(app)


def test_a_step_that_is_done_is_ticked_and_the_figures_stand_below(desk: Desk, visit: Visit) -> None:
    app = visit("board")

    assert "An article is on file." in paper_text(app)
    assert "A source is on file." in paper_text(app)
    assert "One checks, another signs: start with the oldest open claim." in paper_text(app)
    assert "articles" not in links(app)
    assert f"FH-{desk.claim_id:06d}" in paper_text(app)


def test_once_a_claim_is_signed_the_steps_are_over(desk: Desk, visit: Visit) -> None:
    desk.sign()

    app = visit("board")

    assert "Still to do on this desk" not in paper_text(app)
    assert "contradicted" in paper_text(app)


def test_every_number_leads_to_its_claims(desk: Desk, visit: Visit) -> None:
    shown = links(visit("board"))

    assert {"claims?status=open", "claims?status=detected", "claims?status=in+review"} <= shown
    assert "claims?status=to+be+re-checked" in shown
    assert "claims?tier=primary&checkable=yes" in shown
    assert f"claim?claim=FH-{desk.claim_id:06d}" in shown


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("view", VIEWS)
def test_every_view_shows_its_charts_with_words_for_who_does_not_see_them(visit: Visit, view: str) -> None:
    app = visit("board", view=view)

    assert not app.exception
    assert len(charts(app)) == (0 if view == "Dates" else 1)
    assert all(chart.alt for chart in charts(app))


@pytest.mark.usefixtures("desk")
def test_the_numbers_behind_a_chart_are_drawn_when_they_are_asked_for(visit: Visit) -> None:
    app = visit("board")
    article = "claims?article=FA-000001&status=open"
    assert article not in links(app)

    app.session_state["chart-articles-numbers"] = True
    app.run()

    assert article in links(app)


def test_filters_live_in_the_address_and_in_every_link(desk: Desk, visit: Visit) -> None:
    with desk.record.write() as session:
        door.add_desk(session, door.Actor.machine("maker"), "other", "Another desk")
    article = f"FA-{desk.article_id:06d}"

    app = visit("board", desk="demo", article=article.lower(), period="4-weeks")

    assert not app.exception
    assert [box.value for box in app.selectbox if (box.key or "").startswith("board-")] == [
        *("demo", article, "4-weeks", None)
    ]
    claims = [href for href in links(app) if href.startswith("claims?")]
    assert claims
    assert all("desk=demo" in href and f"article={article}" in href and "came=" in href for href in claims)


@pytest.mark.usefixtures("desk")
def test_a_choice_is_written_into_the_address_and_taken_out_again(visit: Visit) -> None:
    app = visit("board")

    app.selectbox(key="board-period").set_value("12-weeks").run()
    assert app.query_params["period"] == "12-weeks"

    app.button(key="board-everything").click().run()
    assert "period" not in app.query_params
    assert app.selectbox(key="board-period").value is None


def test_a_desk_without_claims_says_so_and_how_to_see_everything(desk: Desk, visit: Visit) -> None:
    with desk.record.write() as session:
        door.add_desk(session, door.Actor.machine("maker"), "other", "Another desk")

    app = visit("board", desk="other")

    assert "No claim fits" in words_of(app)
    assert app.button(key="board-everything")


@pytest.mark.usefixtures("desk")
def test_what_the_address_asks_for_and_is_not_there_is_named(visit: Visit) -> None:
    app = visit("board", article="FA-999999", speaker="nobody", period="soon", desk="gone")

    assert not app.exception
    said = "\n".join(text.value for text in app.text)
    assert all(word in said for word in ("FA-999999", "nobody", "soon", "gone"))
    assert "claims?status=open" in links(app)


def test_a_first_look_shows_the_newest_events_and_the_next_one_what_changed(desk: Desk, visit: Visit) -> None:
    first = visit("board")
    assert "This is your first look here" in paper_text(first)

    seen = first.button(key="board-seen").click().run()
    assert "Nothing has changed." in paper_text(seen)
    assert "Mara last looked" in paper_text(seen)

    desk.take_up()
    desk.add_evidence()
    app = seen.run()

    assert "1 claim went to «in check»" in paper_text(app)
    assert any(href.startswith("history?after=") and "did=evidence+added" in href for href in links(app))


def test_hostile_words_stay_words(record: Database, visit: Visit) -> None:
    make_desk_of_two(record, foreign=HOSTILE)

    for view in VIEWS:
        app = visit("board", view=view)

        assert not app.exception
        for kind, text in interpreted(app):
            assert not any(bad in text for bad in ("$x$", ":red[x]", "![](", "<script>", "[a](", "**c**")), (kind, text)
        assert all("<script" not in chart.spec for chart in charts(app))
        assert "$x$ :red[x] ![](" in paper_text(app)


def test_the_whole_desk_is_a_filter_of_nothing() -> None:
    assert BoardFilter() == BoardFilter(None, None, None, None)
