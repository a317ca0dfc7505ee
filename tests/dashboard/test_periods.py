from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import periods
from db.rows import Period


@given(st.dates(), st.dates())
def test_what_is_written_is_read_back(one: dt.date, other: dt.date) -> None:
    for period in (Period(min(one, other), max(one, other)), Period(one, None), Period(None, one)):
        assert periods.read(periods.written(period)) == period


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-11..2024", "2023-11-01", "2024-12-31"),
    ],
)
def test_months_and_years_stand_for_all_their_days(words: str, first: str, last: str) -> None:
    assert periods.read(words) == Period(dt.date.fromisoformat(first), dt.date.fromisoformat(last))


@pytest.mark.parametrize("words", ["", "..", "soon", "2024-13", "2024-02-30", "0000", "2024..2023", "2024..soon"])
def test_what_is_no_period_is_none(words: str) -> None:
    assert periods.read(words) is None
