from __future__ import annotations

import datetime as dt

import pytest

from dashboard.components import queue_address
from dashboard.components.queue_address import Asked, Pair
from db.rows import ClaimFilter, DeskRow, Period
from db.vocabulary import AttributionFinding, ClaimType, Flag, Tier, VerificationStatus

NEWS = DeskRow(7, "news", "News", allow_self_signing=False, stale_after_days=365, version=1)


def read(**query: str | list[str]) -> Asked:
    return queue_address.read(
        {name: value if isinstance(value, list) else [value] for name, value in query.items()}, ["news"]
    )


@pytest.mark.parametrize(
    ("query", "field", "value"),
    [
        ({"q": " closed bridges "}, "text", "closed bridges"),
        (
            {"status": ["open", "in review"]},
            "statuses",
            frozenset({VerificationStatus.OPEN, VerificationStatus.IN_REVIEW}),
        ),
        ({"status": "in_review"}, "statuses", frozenset({VerificationStatus.IN_REVIEW})),
        ({"type": "statistic"}, "types", frozenset({ClaimType.STATISTIC})),
        ({"flag": "needs a source"}, "flags", frozenset({Flag.NEEDS_SOURCE})),
        ({"finding": "not found"}, "attributions", frozenset({AttributionFinding.NOT_FOUND})),
        ({"tier": "primary"}, "best_tier", Tier.PRIMARY),
        ({"desk": "news"}, "desk_id", 7),
        ({"speaker": "FP-3"}, "speaker_id", 3),
        ({"article": "fa-000002"}, "article_id", 2),
        ({"source": "FS-000004"}, "source_id", 4),
        ({"mine": "yes"}, "assignee_id", 11),
        ({"nobody": "true"}, "unassigned", True),
        ({"checkable": "yes"}, "checkable", True),
        ({"came": "2026-W"}, "came", None),
        ({"came": "2026-03-02..2026-03-08"}, "came", Period(dt.date(2026, 3, 2), dt.date(2026, 3, 8))),
        ({"waiting": "..2026-01-31"}, "waiting", Period(None, dt.date(2026, 1, 31))),
        ({"signed": "2026"}, "signed", Period(dt.date(2026, 1, 1), dt.date(2026, 12, 31))),
        ({"reopened": "2026-03"}, "reopened", Period(dt.date(2026, 3, 1), dt.date(2026, 3, 31))),
        ({"said": "2026-03-02.."}, "said", Period(dt.date(2026, 3, 2), None)),
        ({"dated": "2024-02"}, "dated", Period(dt.date(2024, 2, 1), dt.date(2024, 2, 29))),
    ],
)
def test_each_name_of_the_address_asks_for_one_field_of_the_filter(
    query: dict[str, str | list[str]], field: str, value: object
) -> None:
    where = read(**query).filter(11, [NEWS])

    assert getattr(where, field) == value


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"status": "no such word"}, "status «no such word»"),
        ({"desk": "elsewhere"}, "desk «elsewhere»"),
        ({"speaker": "FH-000001"}, "said by «FH-000001»"),
        ({"said": "yesterday"}, "«yesterday» is no period"),
        ({"said": "2026-03..2026-01"}, "is no period"),
        ({"mine": "perhaps"}, "assigned to me «perhaps»"),
        ({"sort": "sideways"}, "order «sideways»"),
        ({"stauts": "open"}, "«stauts»"),
    ],
)
def test_what_makes_no_sense_is_said_in_words_and_left_out(query: dict[str, str], said: str) -> None:
    asked = read(**query)

    (problem,) = asked.problems
    assert said in problem
    assert asked.filter(11, [NEWS]) == ClaimFilter()


def test_a_foreign_value_in_a_problem_is_cut_short() -> None:
    (problem,) = read(status="x" * 5000).problems
    assert len(problem) < 200


def test_an_address_is_written_as_short_as_it_can_be_and_read_back_the_same() -> None:
    asked = read(status=["in_review", "in review"], speaker="fp-3", said="2026-03-01..2026-03-31", mine="true", q="")

    assert asked.address == "claims?status=in+review&speaker=FP-000003&mine=yes&said=2026-03-01..2026-03-31"
    assert queue_address.of_query(asked.address.partition("?")[2]).pairs == asked.pairs


def test_taking_one_filter_away_leaves_the_others() -> None:
    asked = read(status=["open", "in review"], mine="yes")

    assert asked.without(Pair("status", "open")).address == "claims?status=in+review&mine=yes"
    assert asked.with_only("status").address == "claims?mine=yes"
    assert asked.with_only("group", "article").order == "article"


def test_nothing_asked_is_everything_newest_first() -> None:
    asked = read()

    assert (asked.address, asked.sort, asked.order, asked.narrowing) == ("claims", "newest", "newest", ())


def test_claims_of_an_article_come_in_the_order_of_its_text_unless_asked_otherwise() -> None:
    assert read(article="FA-000001").order == "text"
    assert read(article="FA-000001", sort="waiting").order == "waiting"
    assert read(article="FA-000001", sort="newest").order == "newest"


def test_a_record_that_is_not_there_is_named_and_left_out() -> None:
    asked, names = queue_address.named(
        read(speaker="FP-000003", article="FA-000009"),
        lambda kind, number: "Ana Petrov" if (kind, number) == ("speaker", 3) else None,
        [NEWS],
    )

    assert asked.address == "claims?speaker=FP-000003"
    assert "FA-000009" in asked.problems[0]
    assert names[Pair("speaker", "FP-000003")] == "Ana Petrov"


def test_somebody_without_a_number_has_no_claims_of_their_own() -> None:
    assert read(mine="yes").filter(None, [NEWS]).assignee_id == 0
