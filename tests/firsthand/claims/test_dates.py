"""Dates in words become EDTF."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.claims.dates import Precision, find_dates

WEDNESDAY = "2024-08-14"


RESOLVED = [
    # a date with its year
    ("on 12 March 2023", "12 March 2023", "2023-03-12"),
    ("on March 12, 2023,", "March 12, 2023", "2023-03-12"),
    ("on the 12th of March 2023", "12th of March 2023", "2023-03-12"),
    ("on Sept. 3, 2021", "Sept. 3, 2021", "2021-09-03"),
    ("on Tuesday, March 14, 2023", "Tuesday, March 14, 2023", "2023-03-14"),
    ("on 2023-03-12", "2023-03-12", "2023-03-12"),
    ("in March 2023", "March 2023", "2023-03"),
    ("in early March, 2023", "early March, 2023", "2023-03"),
    ("at the end of March 2023", "end of March 2023", "2023-03"),
    ("since 2019", "2019", "2019"),
    ("in late 2019", "late 2019", "2019"),
    ("mid-2019", "mid-2019", "2019"),
    ("the first half of 2019", "first half of 2019", "2019"),
    ("the election (2019)", "2019", "2019"),
    ("the spring of 2021", "spring of 2021", "2021"),
    ("in summer 2021", "summer 2021", "2021"),
    ("the winter of 2021", "winter of 2021", None),  # it runs into the next year
    ("the second quarter of 2022", "second quarter of 2022", "2022"),
    ("Q3 2022", "Q3 2022", "2022"),
    ("on 31 February 2023", "31 February 2023", None),
    # numbers only: certain where one of them can be no month
    ("on 23/03/2023", "23/03/2023", "2023-03-23"),
    ("on 03/23/2023", "03/23/2023", "2023-03-23"),
    ("on 04/03/2023", "04/03/2023", "2023"),
    ("on 03/03/2023", "03/03/2023", "2023-03-03"),
    ("on 04.03.2023", "04.03.2023", "2023-03-04"),
    # several days
    ("from 14 to 16 July 2023", "14 to 16 July 2023", "2023-07"),
    ("on July 14-16, 2023", "July 14-16, 2023", "2023-07"),
    # a month or day without a year
    ("in late July", "late July", "2024-07"),
    ("in July", "July", "2024-07"),
    ("on 26 July", "26 July", "2024-07-26"),
    ("on July 4th", "July 4th", "2024-07-04"),
    ("on Friday 26 July", "Friday 26 July", "2024-07-26"),
    ("the end of June", "end of June", "2024-06"),
    ("It fell in early November", "early November", "2023-11"),
    ("in early November", "early November", None),  # the last one or the coming one
    ("It will open in November", "November", "2024-11"),
    ("It will open on 3 September", "3 September", "2024-09-03"),
    ("It was shut on 3 September", "3 September", "2023-09-03"),
    ("if she were to win in September", "September", None),
    ("It was due to open on 3 September", "3 September", None),
    ("in February", "February", "2024-02"),
    ("It must be paid by October", "October", "2024-10"),
    ("last November", "last November", "2023-11"),
    ("last May", "last May", None),  # this year's or the one before
    ("next May", "next May", "2025-05"),
    ("this May", "this May", "2024-05"),
    ("in Sept", "Sept", None),
    ("The strike ended on the 5th.", "5th", "2024-08-05"),
    ("The strike ended on the 25th.", "25th", "2024-07-25"),
    ("It will open on the 25th.", "25th", "2024-08-25"),
    # weekdays
    ("on Sunday", "Sunday", "2024-08-11"),
    ("on Wednesday", "Wednesday", "2024-08-14"),
    ("on Tuesday night", "Tuesday night", "2024-08-13"),
    ("They met on Sunday", "Sunday", "2024-08-11"),
    ("They will meet on Sunday", "Sunday", "2024-08-18"),
    ("On Sunday, the party will vote", "Sunday", "2024-08-18"),
    ("ahead of Sunday's vote", "Sunday", "2024-08-18"),
    ("He said he would resign on Sunday", "Sunday", None),
    ("The court said on Monday it would rule", "Monday", "2024-08-12"),
    ("last Wednesday", "last Wednesday", "2024-08-07"),
    ("last Friday", "last Friday", "2024-08-09"),
    ("last Monday", "last Monday", "2024-08"),  # two days ago or nine
    ("next Monday", "next Monday", "2024-08-19"),
    ("next Friday", "next Friday", "2024-08"),
    ("this Saturday", "this Saturday", "2024-08-17"),
    ("on a Thursday", "Thursday", None),
    ("on the first Monday", "Monday", None),
    ("on the Thursday before", "Thursday", None),
    # which way the clause of the date points
    ("The vote was delayed until 3 September.", "3 September", "2024-09-03"),
    ("The shop was open until 3 September.", "3 September", None),
    ("The pay would rise from April.", "April", None),
    ("It could be over before the season starts on 3 March.", "3 March", "2025-03-03"),
    ("Nolan, whose term ends in February, said so.", "February", "2025-02"),
    ("Nolan, whose tour takes in Rome in February, said so.", "February", None),
    ("He said the vote that was put off in May had failed", "May", "2024-05"),
    ("They voted to close it in September", "September", None),
    ("The game is held in May", "May", None),
    ("It was up from 4% in July and will grow", "July", "2024-07"),
    ("the worst since July will follow", "July", "2024-07"),
    ("It was shut on 28 August", "28 August", None),
    ("Bridge opens in May", "May", None),
    ("It would be over at the weekend.", "weekend", None),
    # the days about the day of publication
    ("yesterday", "yesterday", "2024-08-13"),
    ("tomorrow morning", "tomorrow morning", "2024-08-15"),
    ("last night", "last night", "2024-08-13"),
    ("this morning", "this morning", "2024-08-14"),
    ("the day before yesterday", "the day before yesterday", "2024-08-12"),
    ("three days ago", "three days ago", "2024-08-11"),
    ("a week ago", "a week ago", "2024-08"),
    ("two weeks ago", "two weeks ago", "2024"),  # late in July or early in August
    ("three months ago", "three months ago", "2024-05"),
    ("10 years ago", "10 years ago", "2014"),
    ("last week", "last week", "2024-08"),
    ("earlier this week", "earlier this week", "2024-08"),
    ("last month", "last month", "2024-07"),
    ("late last month", "late last month", "2024-07"),
    ("earlier this month", "earlier this month", "2024-08"),
    ("last quarter", "last quarter", "2024"),
    ("last year", "last year", "2023"),
    ("earlier this year", "earlier this year", "2024"),
    ("at the start of last year", "start of last year", "2023"),
    ("the second half of last year", "second half of last year", "2023"),
    ("over the weekend", "weekend", "2024-08"),
    ("last weekend", "last weekend", "2024-08"),
    ("The port was closed in the spring", "spring", "2024"),
    ("The port was closed in the autumn", "autumn", "2023"),
    ("this summer", "this summer", "2024"),
    ("last summer", "last summer", "2023"),
    ("last spring", "last spring", None),
    ("It was shut on Christmas Day", "Christmas Day", "2023-12-25"),
    # kept in its words only
    ("a few days ago", "a few days ago", None),
    ("years ago", "years ago", None),
    ("in recent weeks", "recent weeks", None),
    ("the day before", "the day before", None),
    ("two days later", "two days later", None),
    ("the following month", "the following month", None),
    ("the fourth quarter", "fourth quarter", None),
    ("the first fiscal quarter of fiscal 2023", "first fiscal quarter of fiscal 2023", None),
    ("in fiscal 2023", "fiscal 2023", None),
    ("the 2023-24 season", "2023-24", None),
    ("in the 1990s", "1990s", None),
    ("the 19th century", "19th century", None),
]
NO_DATES = [
    "They may be late.",
    "May we come in?",
    "The march ended.",
    "March on, she told them.",
    "An august body.",
    "It cost 2024 crowns.",
    "a crowd of 2000 people",
    "April Jones and June Carter sang.",
    "Theresa May lost. The deal struck by May failed.",
    "She waited a second.",
    "the second runner",
    "on the 5th floor",
    "every Sunday",
    "Black Friday sales",
    "the Sunday Times",
    "a Sheffield Wednesday win",
    "the USA Today poll",
    "the last day",
    "the fall of the government",
    "It will fall.",
    "a spring in his step",
    "The score was 3-1 at half time.",
    "a goal in the second half",
    "24/7 care",
]


@pytest.mark.parametrize(("text", "words", "edtf"), RESOLVED)
def test_a_date_is_resolved_against_the_day_of_publication(text: str, words: str, edtf: str | None) -> None:
    (mention,) = find_dates(text, WEDNESDAY)
    assert (mention.words, mention.edtf) == (words, edtf)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The law passed in 2019. It took effect in January.", ["2019", None]),
        ("The law passed in 2019.\n\nIt was changed in January.", ["2019", "2024-01"]),
        ("It fell from 5% in December 2023 to 3% in March.", ["2023-12", "2024-03"]),
        ("It will open next year, the road to it will open in December.", ["2025", None]),
        ("Founded in 2019, it said so on Monday.", ["2019", "2024-08-12"]),
    ],
)
def test_a_month_behind_another_year_may_be_of_that_year(text: str, edtf: list[str | None]) -> None:
    assert [mention.edtf for mention in find_dates(text, WEDNESDAY)] == edtf


def test_the_year_of_a_later_date_holds_for_the_one_that_it_is_joined_to() -> None:
    spoken = find_dates("from 12 December to 4 January 2023, and between June and July 2022", WEDNESDAY)
    assert [mention.edtf for mention in spoken] == ["2022-12-12", "2023-01-04", "2022-06", "2022-07"]


@pytest.mark.parametrize("words", ["on Sunday", "yesterday", "in late July"])
def test_without_a_day_of_publication_a_relative_date_stays_open(words: str) -> None:
    assert [mention.edtf for mention in find_dates(words)] == [None]


def test_a_month_of_publication_resolves_months_and_no_weekdays() -> None:
    assert [mention.edtf for mention in find_dates("in late July and on Sunday", "2024-08")] == ["2024-07", None]


def test_the_precision_is_that_of_the_words() -> None:
    precisions = [mention.precision for mention in find_dates("in 2019, in May 2020 and on 3 June 2021")]
    assert precisions == [Precision.YEAR, Precision.MONTH, Precision.DAY]


@pytest.mark.parametrize("words", NO_DATES)
def test_words_that_look_like_dates_are_left_alone(words: str) -> None:
    assert find_dates(words, WEDNESDAY) == []


@given(st.text(), st.one_of(st.none(), st.text(max_size=10), st.dates().map(str)))
@settings(deadline=None)
def test_any_text_and_any_day_can_be_asked_about(text: str, published: str | None) -> None:
    assert all(mention.span.of(text) == mention.words for mention in find_dates(f"{text} last month", published)[:-1])
