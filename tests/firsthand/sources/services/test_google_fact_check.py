"""The claim search of Google's Fact Check Tools, in the shape that it documents."""

from __future__ import annotations

from db.vocabulary import SearchOutcome
from firsthand.sources.services import google_fact_check
from tests.firsthand.sources.services.service import BASE, as_json, serving

ANSWER = {
    "claims": [
        {
            "text": "All bridges are safe",
            "claimant": "Ana Petrov",
            "claimDate": "2026-03-03T00:00:00Z",
            "claimReview": [
                {
                    "publisher": {"name": "Checkers", "site": "checks.example"},
                    "url": "https://checks.example/bridges",
                    "title": "Are all bridges safe?",
                    "reviewDate": "2026-03-05T00:00:00Z",
                    "textualRating": "Mostly false",
                    "languageCode": "en",
                },
                {"publisher": {"site": "other.example"}, "url": "https://other.example/b"},
            ],
        }
    ],
    "nextPageToken": "10",
}


def test_reviews_become_suggestions_with_a_reason() -> None:
    with serving(lambda _: as_json(ANSWER)) as service:
        answer = google_fact_check.search(service.web, "All  bridges are safe", key="k3y", language="en", base=BASE)

    first, second = answer.found
    assert first.url == "https://checks.example/bridges"
    assert first.title == "Are all bridges safe?"
    assert first.why == "Checkers checked «All bridges are safe», said by Ana Petrov: Mostly false"
    assert (first.publisher, first.date) == ("Checkers", "2026-03-05")
    assert second.title == "All bridges are safe"
    assert second.publisher == "other.example"
    assert answer.outcome is SearchOutcome.FOUND


def test_the_statement_is_sent_and_the_key_stays_out_of_the_address() -> None:
    with serving(lambda _: as_json({})) as service:
        google_fact_check.search(service.web, "All  bridges\nare safe", key="k3y", language="de", base=BASE)

    (sent,) = service.asked
    assert sent.params == {"query": "All bridges are safe", "pageSize": "10", "languageCode": "de"}
    assert sent.headers["x-goog-api-key"] == "k3y"


def test_without_a_key_nothing_is_sent() -> None:
    with serving(lambda _: as_json(ANSWER)) as service:
        answer = google_fact_check.search(service.web, "All bridges are safe", key="", base=BASE)

    assert service.asked == []
    assert answer.outcome is SearchOutcome.BLOCKED
    assert "takes a key" in (answer.reason or "")


def test_no_claim_known_is_nothing_and_no_fault() -> None:
    with serving(lambda _: as_json({})) as service:
        answer = google_fact_check.search(service.web, "All bridges are safe", key="k3y", base=BASE)

    assert answer.outcome is SearchOutcome.NOTHING
    assert answer.reason == "Google Fact Check Tools knows of nothing."
