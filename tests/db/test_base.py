import datetime as dt

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import StatementError

from db import chain
from db.base import canonical_json
from db.models import Claim, Event
from db.vocabulary import Flag, WorkState
from tests.makers import NOON, event, make_claim, make_flag


def test_a_time_without_a_zone_is_refused(database):
    with pytest.raises(StatementError, match="a time needs its zone"), database.write() as session:
        make_claim(session, state_since=dt.datetime(2026, 3, 2, 12, 0))  # noqa: DTZ001 - the point of the test


def test_a_time_from_another_zone_comes_back_as_the_same_moment_in_utc(database):
    local = dt.datetime(2026, 3, 2, 14, 0, 0, 7, tzinfo=dt.timezone(dt.timedelta(hours=2)))
    with database.write() as session:
        make_claim(session, state_since=local)
    with database.read() as session:
        at = session.scalar(select(Claim.state_since))
    assert at == local
    assert at.tzinfo is dt.UTC


def test_an_enum_is_stored_as_its_value(database):
    with database.write() as session:
        claim = make_claim(session, work_state=WorkState.IN_CHECK)
        make_flag(session, claim, Flag.NO_LOCATOR)
    with database.read() as session:
        assert session.scalar(text("SELECT work_state FROM claim")) == "in_check"
        assert session.scalar(text("SELECT flag FROM claim_flag")) == "no_locator"


def test_canonical_json_has_one_form_only():
    assert canonical_json({"b": 1, "a": "Łódź", "c": [None, True]}) == '{"a":"Łódź","b":1,"c":[null,true]}'
    with pytest.raises(ValueError, match="not JSON compliant"):
        canonical_json({"a": float("nan")})


def test_what_an_event_says_comes_back_as_it_was_written(database):
    with database.write() as session:
        chain.append(session, [event(after={"z": 1, "a": "“quoted”"}, before=None)])
    with database.read() as session:
        row = session.execute(select(Event.before, Event.after, Event.at)).one()
    assert row.before is None
    assert row.after == {"a": "“quoted”", "z": 1}
    assert row.at == NOON + dt.timedelta(seconds=1)
