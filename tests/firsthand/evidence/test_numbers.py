from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.vocabulary import NumberComparison
from firsthand.evidence.numbers import Approximation, compare_numbers, figures

EQUAL = NumberComparison.EQUAL
ROUNDED = NumberComparison.EQUAL_AFTER_ROUNDING
UNIT = NumberComparison.UNIT_DIFFERS
PERIOD = NumberComparison.PERIOD_DIFFERS
BASE = NumberComparison.BASE_DIFFERS
SCALE = NumberComparison.SCALE_DIFFERS
DIFFERENT = NumberComparison.DIFFERENT
CANNOT = NumberComparison.CANNOT_COMPARE


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("12", "12", None),
        ("1,234,567 seals", "1234567", None),
        ("1.234.567 Euro", "1234567", "euros"),
        ("1 000 000 tonnes", "1000000", "tonnes"),
        ("12,5 Prozent", "12.5", "percent"),
        ("3.5 million", "3500000", None),
        ("£3.5bn", "3500000000", "pounds"),
        ("US$40k", "40000", "US dollars"),
        ("2 trillion yen", "2000000000000", "yen"),
        ("30 per cent", "30", "percent"),
        ("two percentage points", "2", "percentage points"),
        ("10 square miles", "10", "square miles"),
        ("5km", "5", "kilometres"),
        ("5m tall", "5", "metres"),
        ("5m people", "5000000", None),
        ("-5 °C", "-5", "degrees Celsius"),
        ("3½ miles", "3.5", "miles"),
        ("twenty-five thousand three hundred and six", "25306", None),
        ("two hundred and five", "205", None),
        ("a million euros", "1000000", "euros"),
        ("half a million", "500000", None),
        ("half of them", "0.5", "of the whole"),
        ("three quarters of voters", "0.75", "of the whole"),
        ("in 2019", "2019", "calendar year"),
        ("the 2019 elections", "2019", "calendar year"),
        ("1500 seals", "1500", None),
        ("the 21st floor", "21", "place in an order"),
    ],
)
def test_figures_are_read_with_scale_and_unit(text: str, value: str, unit: str | None) -> None:
    (figure,) = figures(text)
    assert figure.value == Decimal(value)
    assert (figure.unit and figure.unit.name) == unit


@pytest.mark.parametrize(
    "text", ["no figure", "one of them", "an F-16 jet", "the 5G network", "version 1.2.3", "1990s"]
)
def test_numbers_that_are_names_or_pronouns_are_no_figures(text: str) -> None:
    assert figures(text) == []


def test_the_parts_of_a_date_are_no_figures() -> None:
    assert figures("They met on 5 March 2020.") == []


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("about 300", Approximation.ABOUT),
        ("nearly 300", Approximation.NEARLY),
        ("more than 300", Approximation.MORE_THAN),
        ("not more than 300", Approximation.AT_MOST),
        ("fewer than 300", Approximation.LESS_THAN),
        ("at least 300", Approximation.AT_LEAST),
        ("300", Approximation.AS_WRITTEN),
    ],
)
def test_words_before_a_figure_say_how_exactly_it_is_meant(text: str, meant: Approximation) -> None:
    (figure,) = figures(f"We saw {text} seals.")
    assert figure.approximation is meant
    assert figure.words == text


def test_a_figure_knows_its_range_period_base_and_what_it_counts() -> None:
    ranged, share, rate = figures("From 5 to 10 percent of voters; 40 percent of all adults; 12 boats built each year.")
    assert (ranged.value, ranged.high, ranged.base) == (Decimal(5), Decimal(10), "voters")
    assert share.base == "adults"
    assert (rate.counted, rate.period) == ("boats", "year")


@pytest.mark.parametrize(
    ("claim", "source", "comparison"),
    [
        ("6 million", "six million", EQUAL),
        ("1,400", "1400", EQUAL),
        ("five to ten", "5–10", EQUAL),
        ("about 50", "around 50", EQUAL),
        ("$5m", "5 million dollars", EQUAL),
        ("$5", "US$5", EQUAL),
        ("1.2 million", "1,234,567", ROUNDED),
        ("1.2 million", "1,260,000", DIFFERENT),
        ("3,000 seals", "2,987 seals", ROUNDED),
        ("3,000 seals", "2,900 seals", DIFFERENT),
        ("100", "60", DIFFERENT),
        ("about 100", "104", ROUNDED),
        ("about 100", "120", DIFFERENT),
        ("more than 5,000", "5,213", ROUNDED),
        ("more than 5,000", "5,000", DIFFERENT),
        ("more than 5,000", "9,000", DIFFERENT),
        ("nearly 300", "291", ROUNDED),
        ("nearly 300", "305", DIFFERENT),
        ("at least 20", "20", ROUNDED),
        ("a third of voters", "33.1 percent of voters", ROUNDED),
        ("half", "50 percent", ROUNDED),
        ("10 miles", "16 km", ROUNDED),
        ("16 km", "10 miles", ROUNDED),
        ("1,000 tonnes", "1,000,000 kg", ROUNDED),
        ("5 to 10", "7", ROUNDED),
        ("7", "5 to 10", DIFFERENT),
        ("5 km", "5 miles", UNIT),
        ("45 percent", "45 percentage points", UNIT),
        ("45", "45 percent", UNIT),
        ("€5bn", "$5bn", UNIT),
        ("£5m a year", "£5m a month", PERIOD),
        ("40% of voters", "40 percent of all adults", BASE),
        ("3 million", "3 billion", SCALE),
        ("£2.5bn", "£2.5m", SCALE),
        ("16 percent", "61 percent", DIFFERENT),
        ("2019", "2020", DIFFERENT),
        ("1,500 in all", "1500 in all", EQUAL),
        ("-5", "5", DIFFERENT),
        ("no figure", "5", CANNOT),
        ("5", "no figure", CANNOT),
    ],
)
def test_two_figures_compare(claim: str, source: str, comparison: NumberComparison) -> None:
    assert compare_numbers(claim, source).comparison is comparison


@pytest.mark.parametrize(
    ("claim", "source", "working"),
    [
        (
            "10 miles",
            "16 km",
            (
                "The claim has «10 miles», the source «16 km», which is 9.942 miles: "
                "the same when rounded to the claim's last digit."
            ),
        ),
        (
            "3 million",
            "3 billion",
            "The claim has «3 million», the source «3 billion»: the source's figure is 1,000 times as large.",
        ),
        (
            "5 km",
            "5 miles",
            "The claim has «5 km», the source «5 miles»: the same number, but 5 miles are 8.047 kilometres.",
        ),
        (
            "12 boats",
            "12 boats a year",
            "The claim has «12 boats», the source «12 boats»: the same. Only the source counts by the year.",
        ),
        ("x", "y", "There is nothing to compare: neither side has a figure."),
    ],
)
def test_the_working_is_a_sentence_to_follow(claim: str, source: str, working: str) -> None:
    assert compare_numbers(claim, source).working == working


@given(st.text(max_size=60) | st.text(alphabet="0123456789.,-% $€£mkbn½ oftea", max_size=40))
def test_no_text_raises_and_every_figure_is_where_it_says(text: str) -> None:
    for figure in figures(text):
        assert figure.span.of(text) == figure.words
        assert figure.step > 0


@given(st.integers(0, 10**12), st.integers(0, 10**12))
def test_whole_numbers_are_equal_just_when_they_are(claim: int, source: int) -> None:
    result = compare_numbers(f"{claim:,} seals", f"{source} seals")
    assert (result.comparison is EQUAL) == (claim == source)


@given(st.decimals(Decimal("0.1"), Decimal(10**6), places=3))
def test_rounding_to_one_decimal_is_always_fair(value: Decimal) -> None:
    assert compare_numbers(f"{value:.1f} km", f"{value} km").comparison in {EQUAL, ROUNDED}


@given(
    st.text(alphabet="0123456789.,- %kmilesbn", max_size=25), st.text(alphabet="0123456789.,- %kmilesbn", max_size=25)
)
def test_comparing_never_raises_and_always_says_why(claim: str, source: str) -> None:
    assert compare_numbers(claim, source).working.endswith(".")
