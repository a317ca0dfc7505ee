from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.edtf import is_edtf

GOOD = ["2024", "2024-08", "2024-08-06", "2024-02-29", "0001", "9999-12-31", "1582-10-10"]
BAD = [
    "",
    " ",
    "24",
    "2024-8",
    "2024-13",
    "2024-00",
    "2024-02-30",
    "2023-02-29",
    "2024-8-6",
    "20240806",
    "2024-08-06T00:00",
    "2024-08-06\n",
    " 2024",
    "2024?",
    "2024-08~",
    "2024/2025",
    "-2024",
    "0000",
    "٢٠٢٤",
    "２０２４",
    "2024-08-06\0",
    "August 2024",
]


@pytest.mark.parametrize("text", GOOD)
def test_years_months_and_days_that_exist_are_dates(text: str) -> None:
    assert is_edtf(text)


@pytest.mark.parametrize("text", BAD, ids=repr)
def test_everything_else_is_none(text: str) -> None:
    assert not is_edtf(text)


@given(st.dates())
def test_every_day_of_the_calendar_is_a_date_at_each_precision(day: dt.date) -> None:
    written = day.isoformat()
    assert is_edtf(written)
    assert is_edtf(written[:7])
    assert is_edtf(written[:4])


@given(st.text(max_size=12))
def test_no_text_makes_it_fail(text: str) -> None:
    assert is_edtf(text) in {True, False}
