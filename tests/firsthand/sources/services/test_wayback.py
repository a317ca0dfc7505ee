"""The Wayback Machine's availability and capture interfaces, in the shapes that they document."""

from __future__ import annotations

from typing import Any

from db.vocabulary import SearchOutcome
from firsthand.sources.services import wayback
from tests.firsthand.sources.services.service import BASE, Reply, as_json, serving

PAGE = "https://gov.example/speech"
CLOSEST: dict[str, Any] = {
    "url": PAGE,
    "archived_snapshots": {
        "closest": {
            "status": "200",
            "available": True,
            "url": f"http://web.archive.org/web/20260303101500/{PAGE}",
            "timestamp": "20260303101500",
        }
    },
}


def test_the_copy_nearest_to_the_date_is_suggested_over_https() -> None:
    with serving(lambda _: as_json(CLOSEST)) as service:
        answer = wayback.closest(service.web, PAGE, at="2026-03-01", base=BASE)

    (copy,) = answer.found
    assert copy.url == f"https://web.archive.org/web/20260303101500/{PAGE}"
    assert copy.why == "the page as it was archived on 2026-03-03"
    assert service.asked[0].params == {"url": PAGE, "timestamp": "20260301"}


def test_a_date_that_is_known_to_the_month_is_sent_as_far_as_it_is_known() -> None:
    with serving(lambda _: as_json({})) as service:
        wayback.closest(service.web, PAGE, at="2026-03", base=BASE)
        wayback.closest(service.web, PAGE, base=BASE)

    assert [sent.params.get("timestamp") for sent in service.asked] == ["202603", None]


def test_a_page_that_was_never_archived_is_nothing() -> None:
    with serving(lambda _: as_json({"url": PAGE, "archived_snapshots": {}})) as service:
        answer = wayback.closest(service.web, PAGE, base=BASE)

    assert answer.outcome is SearchOutcome.NOTHING


def test_an_archived_error_page_is_no_copy() -> None:
    gone = {"archived_snapshots": {"closest": {**CLOSEST["archived_snapshots"]["closest"], "status": "404"}}}
    with serving(lambda _: as_json(gone)) as service:
        answer = wayback.closest(service.web, PAGE, base=BASE)

    assert answer.found == ()


def test_copies_are_read_from_rows_below_their_header() -> None:
    rows = [
        ["timestamp", "original"],
        ["20250101000000", PAGE],
        ["soon", PAGE],
        ["20260303101500", PAGE],
        [],
        [1, 2],
        "x",
    ]
    with serving(lambda _: as_json(rows)) as service:
        answer = wayback.copies(service.web, PAGE, base=BASE)

    assert [copy.date for copy in answer.found] == ["2025-01-01", "2026-03-03"]
    assert service.asked[0].params["collapse"] == "digest"
    assert service.asked[0].params["limit"] == "-10"


def test_no_rows_at_all_come_as_an_empty_answer() -> None:
    with serving(lambda _: Reply(b"\n")) as service:
        answer = wayback.copies(service.web, PAGE, base=BASE)

    assert answer.outcome is SearchOutcome.NOTHING
