"""Every verdict on two figures, each with many pairs; the working of each is a sentence."""

from __future__ import annotations

import pytest

from db.vocabulary import NumberComparison
from firsthand.evidence.numbers import compare_numbers

PAIRS = {
    NumberComparison.EQUAL: [
        ("5 million euros", "€5 million"),
        ("12 percent", "12%"),
        ("14 bridges", "fourteen bridges"),
        ("$3.5 billion", "$3.5 billion"),
        ("1.2 million", "1,200,000"),
        ("more than 40 people", "more than 40 people"),
        ("between 5 and 7 percent", "5-7 %"),
        ("3,5 Millionen Euro", "3.5 million euros"),
        ("5 milliards d'euros", "5 Milliarden Euro"),
        ("2 trillion roubles", "2 триллиона рублей"),
        ("10 % of voters", "10 percent of voters"),
        ("25 basis points", "25 bps"),
        ("40 million tonnes a year", "40 million tonnes per year"),
    ],
    NumberComparison.EQUAL_AFTER_ROUNDING: [
        ("about 3.5 million", "3,480,211"),
        ("3.5 million", "3,480,211"),
        ("nearly 50 percent", "48.7%"),
        ("more than 300 people", "312 people"),
        ("half of voters", "50.3 percent of voters"),
        ("a third of homes", "33.4 % of homes"),
        ("6 miles", "10 kilometres"),
        ("$2 billion", "$1.96 billion"),
        ("100 km", "62 miles"),
        ("at least 20 dead", "23 dead"),
        ("up to 30 percent", "28 percent"),
        ("5 to 7 percent", "6.2 percent"),
        ("two thirds of members", "66.7 percent of members"),
        ("some 200 soldiers", "193 soldiers"),
        ("14,600 tonnes a year", "40 tonnes a day"),
        ("600 euros a month", "7,200 euros a year"),
        ("30 people", "at least 30 people"),
    ],
    NumberComparison.UNIT_DIFFERS: [
        ("5 percent", "5 percentage points"),
        ("5 euros", "5 dollars"),
        ("10 miles", "10 km"),
        ("20 tonnes", "20 kg"),
        ("5 percent", "5"),
        ("40 degrees Celsius", "40 degrees Fahrenheit"),
        ("3 hectares", "3 acres"),
        ("12 basis points", "12 percent"),
        ("2 percentage points", "2 percent"),
        ("10 pounds", "10 euros"),
        ("7 %", "7 ‰"),
        ("5 million barrels", "5 million tonnes"),
    ],
    NumberComparison.PERIOD_DIFFERS: [
        ("40 tonnes per day", "40 tonnes per year"),
        ("$5 million a month", "$5 million a year"),
        ("200 flights daily", "200 flights a week"),
        ("3 percent per quarter", "3 percent per year"),
        ("12 euros an hour", "12 euros a day"),
        ("1 million barrels a day", "1 million barrels per month"),
        ("5,000 cases weekly", "5,000 cases daily"),
        ("$5 billion in fiscal 2023", "$5 billion in calendar year 2023"),
        ("2 billion a year", "2 billion over five years"),
        ("2 billion a year", "2 billion over a decade"),
        ("$5 billion in 2022", "$5 billion in 2023"),
    ],
    NumberComparison.BASE_DIFFERS: [
        ("40 percent of voters", "40 percent of adults"),
        ("half of women", "half of workers"),
        ("10% of exports", "10% of imports"),
        ("a third of the budget", "a third of the GDP"),
        ("5 percent of GDP", "5 percent of the budget"),
        ("20 % der Wähler", "20 % der Deutschen"),
        ("70 percent of households", "65 percent of companies"),
        ("three quarters of members", "75 percent of the population"),
        ("prices rose by 5 percent", "prices rose to 5 percent"),
        ("inflation fell to 3 percent", "inflation fell by 3 percent"),
    ],
    NumberComparison.SCALE_DIFFERS: [
        ("$5 million", "$5 billion"),
        ("3 billion euros", "3 million euros"),
        ("12,000 people", "12 people"),
        ("1.5 trillion", "1.5 billion"),
        ("7 milliards d'euros", "7 millions d'euros"),
        ("40 thousand", "40 million"),
        ("2 million tonnes", "2 thousand tonnes"),
        ("5 Milliarden Euro", "5 Millionen Euro"),
    ],
    NumberComparison.DIFFERENT: [
        ("14 bridges", "12 bridges"),
        ("5 percent", "7 percent"),
        ("more than 300 people", "280 people"),
        ("$3.5 billion", "$3.9 billion"),
        ("nearly 50 percent", "52 percent"),
        ("at least 20 dead", "18 dead"),
        ("3 million", "5 million"),
        ("10 percent", "about 20 percent"),
        ("6 percent", "5 to 7 percent"),
        ("fewer than 100", "130"),
        ("2.1 %", "2.4 %"),
    ],
    NumberComparison.CANNOT_COMPARE: [
        ("many people", "14 people"),
        ("14 people", "many people"),
        ("nobody", "nobody"),
        ("", "5"),
        ("in March", "in April"),
        ("some voters", "most voters"),
        ("prices fell", "prices rose"),
        ("5 percent", "a few"),
        ("tens of thousands", "20,000"),
    ],
}


@pytest.mark.parametrize(
    ("verdict", "claim", "source"), [(verdict, *pair) for verdict, pairs in PAIRS.items() for pair in pairs]
)
def test_two_figures_get_the_verdict(verdict: NumberComparison, claim: str, source: str) -> None:
    result = compare_numbers(claim, source)
    assert result.comparison is verdict, result.working
    assert result.working.endswith(".")
    assert result.working[0].isupper()


def test_every_verdict_has_its_pairs() -> None:
    assert {verdict for verdict, pairs in PAIRS.items() if len(pairs) >= 8} == set(NumberComparison)


@pytest.mark.parametrize(
    ("claim", "source", "working"),
    [
        ("half of voters", "50.3 percent of voters", "; half is 50 percent: the same when rounded"),
        ("14,600 tonnes a year", "40 tonnes a day", "which makes 14,600 tonnes by the year, the same."),
        ("$3.5 billion", "$3.9 billion", "the claim's is lower by 400 million dollars."),
        ("more than 300 people", "700 people", "true as far as it goes, but the claim's is lower by 400."),
        ("$5 billion in 2022", "$5 billion in 2023", "the claim speaks of 2022, the source of 2023."),
        ("12 million tonnes in 2021", "12 million tonnes in fiscal 2021", "Only the source speaks of a fiscal year."),
        (
            "In fiscal 2021 it paid 5 million euros",
            "5 million euros in 2021",
            "Only the claim speaks of a fiscal year.",
        ),
        ("2 billion a year", "2 billion over five years", "by the year, the source over 5 years."),
        ("prices rose by 5 %", "prices rose to 5 %", "the claim says by how much it changed, the source says what"),
        ("5 %", "in 2023", "a calendar year is no amount."),
    ],
)
def test_the_working_says_what_an_editor_has_to_know(claim: str, source: str, working: str) -> None:
    assert working in compare_numbers(claim, source).working
