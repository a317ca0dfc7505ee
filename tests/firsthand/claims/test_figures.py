"""Numbers as data."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.claims.figures import find_figures


@pytest.mark.parametrize(
    ("text", "words", "value", "unit", "period"),
    [
        ("Sales rose 3.5 per cent.", "3.5 per cent", "3.5", "%", None),
        ("It cost €40 million.", "€40 million", "40000000", "EUR", None),
        ("More than 12,500 people came.", "More than 12,500 people", "12500", "people", None),
        ("They use 5 million tonnes a year.", "5 million tonnes", "5000000", "tonnes", "year"),
        ("US$2bn annually", "US$2bn", "2000000000", "USD", "year"),
        ("twenty-one doctors left", "twenty-one doctors", "21", "doctors", None),
        ("half of the ice", "half", "0.5", None, None),
        ("three-quarters of the ice", "three-quarters", "0.75", None, None),
        ("a dozen eggs", "a dozen eggs", "12", "eggs", None),
        ("2,5 Prozent", "2,5 Prozent", "2.5", "Prozent", None),
        ("it fell to −4 °C", "−4 °C", "-4", "°C", None),
        ("10km of road", "10km", "10", "km", None),
    ],
)
def test_a_figure_is_read_with_its_unit_and_period(
    text: str, words: str, value: str, unit: str | None, period: str | None
) -> None:
    (figure,) = find_figures(text)
    assert (figure.words, figure.value, figure.unit, figure.period) == (words, Decimal(value), unit, period)


@pytest.mark.parametrize(
    "text", ["the F-16", "COVID-19", "on 12 March 2024", "in 2019", "one of them", "3rd place", "the G7"]
)
def test_names_dates_and_plain_words_are_no_figures(text: str) -> None:
    assert find_figures(text) == []


@given(st.one_of(st.text(), st.text(alphabet="0123456789.,-% $€kmabn half\n")))
def test_every_figure_stands_where_it_says(text: str) -> None:
    for figure in find_figures(text):
        assert figure.span.of(text) == figure.words != ""
