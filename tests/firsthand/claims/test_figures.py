"""Numbers as data."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.claims.figures import Figure, find_figures

ONE = [
    # text, words, value, scale, unit, period, hedge
    ("Sales rose 3.5 per cent.", "3.5 per cent", "3.5", 1, "%", None, None),
    ("Unemployment fell to 4.1%.", "4.1%", "4.1", 1, "%", None, None),
    ("2,5 Prozent", "2,5 Prozent", "2.5", 1, "%", None, None),
    ("one per cent", "one per cent", "1", 1, "%", None, None),
    ("up 0.25 percentage points", "0.25 percentage points", "0.25", 1, "percentage points", None, None),
    ("25 basis points", "25 basis points", "25", 1, "basis points", None, None),
    ("The lead is 2 points.", "2 points", "2", 1, "points", None, None),
    ("It cost €40 million.", "€40 million", "40000000", 10**6, "EUR", None, None),
    ("EUR 3.5 million", "EUR 3.5 million", "3500000", 10**6, "EUR", None, None),
    ("3.5 million euros", "3.5 million euros", "3500000", 10**6, "EUR", None, None),
    ("US$2bn annually", "US$2bn", "2000000000", 10**9, "USD", "year", None),
    ("A$20m", "A$20m", "20000000", 10**6, "AUD", None, None),
    ("Rs 500 crore", "Rs 500 crore", "5000000000", 10**7, "INR", None, None),
    ("£1,200 a month", "£1,200", "1200", 1, "GBP", "month", None),
    ("$1.5m in damages", "$1.5m", "1500000", 10**6, "USD", None, None),
    ("a $3.2 trillion economy", "$3.2 trillion", "3200000000000", 10**12, "USD", None, None),
    ("1.5m people", "1.5m people", "1500000", 10**6, "people", None, None),
    ("2 lakh voters", "2 lakh voters", "200000", 10**5, "voters", None, None),
    ("They use 5 million tonnes a year.", "5 million tonnes", "5000000", 10**6, "tonnes", "year", None),
    ("2,000 tonnes of coal a year", "2,000 tonnes", "2000", 1, "tonnes", "year", None),
    ("300 litres per day", "300 litres", "300", 1, "litres", "day", None),
    ("10 000 people", "10 000 people", "10000", 1, "people", None, None),
    ("a crowd of 2000 people", "2000 people", "2000", 1, "people", None, None),
    ("1,300 families in 2021", "1,300 families", "1300", 1, "families", None, None),
    ("300 new jobs", "300 new jobs", "300", 1, "jobs", None, None),
    ("214 measles cases", "214 measles cases", "214", 1, "cases", None, None),
    ("In Germany 45 people died.", "45 people", "45", 1, "people", None, None),
    ("Last week 300 people died.", "300 people", "300", 1, "people", None, None),
    ("a 20,000-strong crowd", "20,000", "20000", 1, None, None, None),
    ("a 10-point plan", "10-point", "10", 1, "point", None, None),
    ("a 45-year-old man", "45-year-old", "45", 1, "years old", None, None),
    ("40 square kilometres", "40 square kilometres", "40", 1, "square kilometres", None, None),
    ("4,300 megawatts", "4,300 megawatts", "4300", 1, "megawatts", None, None),
    ("10km of road", "10km", "10", 1, "km", None, None),
    ("16GB of memory", "16GB", "16", 1, "GB", None, None),
    ("a wall 2m high", "2m", "2", 1, "m", None, None),
    ("it fell to −4 °C", "−4 °C", "-4", 1, "°C", None, None),
    ("minus 5 degrees", "minus 5 degrees", "-5", 1, "°", None, None),
    ("45 degrees Celsius", "45 degrees Celsius", "45", 1, "°C", None, None),
    ("2,5 Millionen Euro", "2,5 Millionen Euro", "2500000", 10**6, "EUR", None, None),
    # in other languages
    ("148 milioni di euro", "148 milioni di euro", "148000000", 10**6, "EUR", None, None),
    ("3,2 miliardi di euro", "3,2 miliardi di euro", "3200000000", 10**9, "EUR", None, None),
    ("2.300 millones de euros", "2.300 millones de euros", "2300000000", 10**6, "EUR", None, None),
    ("12 mil millones", "12 mil millones", "12000000000", 10**9, None, None, None),
    ("2,5 Mrd. Euro", "2,5 Mrd. Euro", "2500000000", 10**9, "EUR", None, None),
    ("3 Billionen Euro", "3 Billionen Euro", "3000000000000", 10**12, "EUR", None, None),
    ("5 milliards d’euros", "5 milliards d’euros", "5000000000", 10**9, "EUR", None, None),
    ("450 مليون دولار", "450 مليون", "450000000", 10**6, None, None, None),
    ("20 миллионов", "20 миллионов", "20000000", 10**6, None, None, None),
    ("3億人", "3億", "300000000", 10**8, None, None, None),
    ("1.234.567 Menschen", "1.234.567", "1234567", 1, None, None, None),
    ("SEK 310 million", "SEK 310 million", "310000000", 10**6, "SEK", None, None),
    ("310 million SEK", "310 million SEK", "310000000", 10**6, "SEK", None, None),
    ("up 4.125%", "4.125%", "4.125", 1, "%", None, None),
    # approximate
    ("More than 12,500 people came.", "More than 12,500 people", "12500", 1, "people", None, "More than"),
    ("at least 17 dead", "at least 17", "17", 1, None, None, "at least"),
    ("up to 80 km/h", "up to 80 km/h", "80", 1, "km/h", None, "up to"),
    ("just over 60% of them", "just over 60%", "60", 1, "%", None, "just over"),
    ("no fewer than 30 ships", "no fewer than 30 ships", "30", 1, "ships", None, "no fewer than"),
    # in words
    ("twenty-one doctors left", "twenty-one doctors", "21", 1, "doctors", None, None),
    ("a dozen eggs", "a dozen eggs", "12", 12, "eggs", None, None),
    ("a hundred and twenty cows", "a hundred and twenty cows", "120", 1, "cows", None, None),
    ("two hundred thousand soldiers", "two hundred thousand soldiers", "200000", 1000, "soldiers", None, None),
    ("two and a half years", "two and a half years", "2.5", 1, "years", None, None),
    ("one and a half million homes", "one and a half million homes", "1500000", 10**6, "homes", None, None),
    ("half a million people", "half a million people", "500000", 10**6, "people", None, None),
    ("a quarter of a million people", "a quarter of a million people", "250000", 10**6, "people", None, None),
    ("three times as many", "three times", "3", 1, "times", None, None),
    # shares
    ("half of the ice", "half", "0.5", 1, None, None, None),
    ("three-quarters of the ice", "three-quarters", "0.75", 1, None, None, None),
    ("Rents rose by a quarter.", "a quarter", "0.25", 1, None, None, None),
    ("three in ten adults", "three in ten", "0.3", 1, None, None, None),
    ("one in five children", "one in five", "0.2", 1, None, None, None),
    ("9 out of 10 doctors", "9 out of 10", "0.9", 1, None, None, None),
]
NONE = [
    # thousands in one language, thousandths in another; «Billion» is a thousandfold in German
    "4.150 negocios",
    "12.500 Menschen",
    "5 mil personas",
    "1 Billion Euro",
    "3億5000万円",
    *("the F-16", "COVID-19", "the G7", "a 5G network", "Apollo 11 landed.", "a Boeing 737", "Type 2 diabetes"),
    *("on 12 March 2024", "in 2019", "the 1990s", "the 2024 election results", "two years ago", "at 10.30 pm"),
    *("one of them", "3rd place", "a second runner", "the third of May", "a third man", "the quarter-final"),
    *("Article 5 of the treaty", "phase 3 trials", "No. 10 refused.", "on page 12", "Resolution 1701"),
    *("at 10 Downing Street", "221B Baker Street", "at 9:15", "version 3.11.2", "24/7", "call 0207 946"),
    *("won 3-1", "a 4-1 home defeat", "a 7-2 ruling", "6-4, 6-2", "a 50-50 chance", "the under-21s"),
]


@pytest.mark.parametrize(("text", "words", "value", "scale", "unit", "period", "hedge"), ONE)
def test_a_figure_is_read_as_data(
    text: str, words: str, value: str, scale: int, unit: str | None, period: str | None, hedge: str | None
) -> None:
    (figure,) = find_figures(text)
    assert figure == Figure(figure.span, words, Decimal(value), scale, unit, period, hedge)


@pytest.mark.parametrize("text", NONE)
def test_names_dates_scores_and_labels_are_no_figures(text: str) -> None:
    assert find_figures(text) == []


@pytest.mark.parametrize(
    ("text", "values", "unit"),
    [
        ("between 5 and 10 per cent of voters", ("5", "10"), "%"),
        ("from 9 to 6 per cent", ("9", "6"), "%"),
        ("3–5% of sales", ("3", "5"), "%"),
        ("5-10 people", ("5", "10"), "people"),
        ("$5 to $10 million", ("5000000", "10000000"), "USD"),
        ("1 to 2 million people", ("1000000", "2000000"), "people"),
        ("two or three weeks", ("2", "3"), "weeks"),
        ("from 94 per cent in 2018 to 87 per cent", ("94", "87"), "%"),
    ],
)
def test_a_range_is_two_figures_of_one_unit(text: str, values: tuple[str, str], unit: str) -> None:
    assert [(figure.value, figure.unit) for figure in find_figures(text)] == [
        (Decimal(value), unit) for value in values
    ]


def test_two_thirds_are_a_fraction() -> None:
    (figure,) = find_figures("a two-thirds majority")
    assert round(figure.value, 3) == Decimal("0.667")


@given(st.one_of(st.text(), st.text(alphabet="0123456789.,-–% $€kmabn half\n")))
@settings(deadline=None)
def test_every_figure_stands_where_it_says(text: str) -> None:
    end = 0
    for figure in find_figures(text):
        assert figure.span.of(text) == figure.words != ""
        assert figure.span.start >= end
        end = figure.span.end
        assert figure.value.is_finite()
