from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.queries.watches import UNWATCHED
from db.vocabulary import WorkState
from firsthand.schedule import BACK_OFF, DAILY, MONTHLY, WEEKLY, next_look
from tests.makers import NOON

S = WorkState
DAYS = dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("sentence", "states", "days_since", "expected"),
    [
        ("nothing rests on it", [], None, None),
        ("only drafts rest on it", [S.DETECTED], None, None),
        ("everything has been turned away or withdrawn", [S.NOT_FOR_US, S.WITHDRAWN], 3, None),
        ("nobody has begun", [S.OPEN], None, WEEKLY),
        ("it waits for something else", [S.ON_HOLD], None, WEEKLY),
        ("it is being checked", [S.IN_CHECK], None, DAILY),
        ("it is being reviewed", [S.IN_REVIEW], 400, DAILY),
        ("it is to be re-checked", [S.RECHECK], 400, DAILY),
        ("it was signed this week", [S.SIGNED_OFF], 3, DAILY),
        ("it was published thirteen days ago", [S.PUBLISHED], 13, DAILY),
        ("it was published two weeks ago", [S.PUBLISHED], 14, WEEKLY),
        ("it was published last quarter", [S.PUBLISHED], 90, MONTHLY),
        ("it was signed before anybody noted when", [S.SIGNED_OFF], None, MONTHLY),
        ("one of many is still being checked", [S.PUBLISHED, S.OPEN, S.IN_CHECK], 400, DAILY),
        ("an old one beside one that nobody has begun", [S.PUBLISHED, S.OPEN], 400, WEEKLY),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_how_often_a_document_is_looked_at(
    sentence: str, states: list[WorkState], days_since: int | None, expected: dt.timedelta | None
) -> None:
    changed = None if days_since is None else NOON - days_since * DAYS
    assert next_look(states, 0, NOON, changed) == (None if expected is None else NOON + expected), sentence


@pytest.mark.parametrize(
    ("failures", "hours"), [(1, 1), (2, 6), (3, 24), (4, 72), (5, 168), (6, 168), (50, 168)], ids=str
)
def test_looks_that_bring_nothing_are_made_ever_more_rarely(failures: int, hours: int) -> None:
    assert next_look([S.IN_CHECK], failures, NOON, None) == NOON + dt.timedelta(hours=hours)


def test_the_record_and_the_schedule_agree_on_who_wants_a_look() -> None:
    for state in WorkState:
        assert (next_look([state], 0, NOON, None) is None) is (state in UNWATCHED)


def test_a_site_is_not_asked_before_it_wishes_to_be() -> None:
    wish = NOON + dt.timedelta(hours=5)
    assert next_look([S.IN_CHECK], 1, NOON, None, wish) == wish
    assert next_look([S.IN_CHECK], 3, NOON, None, wish) == NOON + BACK_OFF[2]
    assert next_look([], 1, NOON, None, wish) is None


@given(
    st.sets(st.sampled_from(WorkState)),
    st.integers(0, 30),
    st.none() | st.timedeltas(dt.timedelta(0), dt.timedelta(days=4000)),
    st.none() | st.timedeltas(dt.timedelta(days=-3), dt.timedelta(days=30)),
)
def test_a_next_look_lies_ahead_and_within_a_month_or_the_sites_wish(
    states: set[WorkState], failures: int, since: dt.timedelta | None, wish: dt.timedelta | None
) -> None:
    found = next_look(
        states, failures, NOON, None if since is None else NOON - since, None if wish is None else NOON + wish
    )
    if found is not None:
        assert NOON < found <= NOON + max(MONTHLY, wish or MONTHLY)


@given(st.sets(st.sampled_from(WorkState)), st.sets(st.sampled_from(WorkState)))
def test_more_claims_never_make_looks_rarer(some: set[WorkState], more: set[WorkState]) -> None:
    one, both = next_look(some, 0, NOON, NOON), next_look(some | more, 0, NOON, NOON)
    assert one is None or (both is not None and both <= one)
