from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select

from db.models import Look, SavedView
from firsthand import desk
from firsthand.errors import InvalidError, NotAllowedError, NotFoundError
from tests.firsthand.desk.refusals import refused
from tests.firsthand.newsroom import Newsroom


def _views(newsroom: Newsroom) -> list[tuple[int, str, str]]:
    with newsroom.database.read() as session:
        rows = session.scalars(select(SavedView).order_by(SavedView.id))
        return [(row.user_id, row.name, row.query) for row in rows]


def test_a_view_is_kept_without_an_event_and_its_name_given_again_replaces_it(newsroom: Newsroom) -> None:
    told, person = len(newsroom.events()), newsroom.rea
    there = len(_views(newsroom))
    first = newsroom.do(desk.save_view, person, "claims", "  My   queue ", "?status=open")
    again = newsroom.do(desk.save_view, person, "claims", "My queue", "status=on+hold")
    newsroom.do(desk.save_view, person, "sources", "My queue", "s=x")
    assert again.id == first.id
    assert _views(newsroom)[there:] == [
        (person.id, "My queue", "status=on+hold"),
        (person.id, "My queue", "s=x"),
    ]
    assert len(newsroom.events()) == told


def test_two_people_give_the_same_name_to_views_of_their_own(local_newsroom: Newsroom) -> None:
    for person in (local_newsroom.chris, local_newsroom.rita):
        local_newsroom.do(desk.save_view, person, "claims", "Mine", f"q={person.name}")
    assert [query for _, _, query in _views(local_newsroom)] == ["q=Chris", "q=Rita"]


@pytest.mark.parametrize(("name", "query"), [("", "q=x"), (" ", "q=x"), ("n" * 61, "q=x"), ("Long", "q" * 2001)])
def test_a_view_has_a_name_and_fits_into_an_address(local_newsroom: Newsroom, name: str, query: str) -> None:
    with refused(local_newsroom, InvalidError):
        local_newsroom.do(desk.save_view, local_newsroom.chris, "claims", name, query)


def test_a_view_is_dropped_by_whoever_keeps_it_and_nobody_else(newsroom: Newsroom) -> None:
    there = _views(newsroom)
    view = newsroom.do(desk.save_view, newsroom.chris, "claims", "For a while", "q=x")
    with refused(newsroom, NotFoundError, "There is no view"):
        newsroom.do(desk.drop_view, newsroom.ada, view.id)
    newsroom.do(desk.drop_view, newsroom.chris, view.id)
    assert _views(newsroom) == there
    with refused(newsroom, NotFoundError):
        newsroom.do(desk.drop_view, newsroom.chris, view.id)


def test_the_last_look_is_the_one_that_counts(newsroom: Newsroom) -> None:
    told, rea = len(newsroom.events()), newsroom.rea
    at = dt.datetime(2026, 5, 1, 9, tzinfo=dt.UTC)
    newsroom.do(desk.looked, rea.at(at), "board", 7)
    newsroom.do(desk.looked, rea.at(at + dt.timedelta(hours=1)), "board", 9)
    with newsroom.database.read() as session:
        looks = session.scalars(select(Look).where(Look.user_id == rea.id)).all()
    assert [(look.thing, look.seq, look.at) for look in looks] == [("board", 9, at + dt.timedelta(hours=1))]
    assert len(newsroom.events()) == told


def test_a_machine_keeps_nothing_for_itself(local_newsroom: Newsroom) -> None:
    for deed, given in ((desk.save_view, ("claims", "x", "q=x")), (desk.looked, ("board", 1))):
        with refused(local_newsroom, NotAllowedError, "no person of this desk"):
            local_newsroom.do(deed, desk.SYSTEM, *given)
