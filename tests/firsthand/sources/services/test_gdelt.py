"""GDELT's document search, in the shape that it documents."""

from __future__ import annotations

import pytest

from db.vocabulary import SearchOutcome
from firsthand.sources.services import gdelt
from tests.firsthand.sources.services.service import BASE, Reply, as_json, serving

ANSWER = {
    "articles": [
        {
            "url": "https://daily.example/bridges",
            "url_mobile": "",
            "title": "Minister promises new bridges",
            "seendate": "20260303T101500Z",
            "socialimage": "",
            "domain": "daily.example",
            "language": "English",
            "sourcecountry": "Ireland",
        },
        {"url": "https://other.example/b", "title": "", "seendate": "soon", "domain": ""},
    ]
}


def test_pages_become_suggestions_with_site_and_date() -> None:
    with serving(lambda _: as_json(ANSWER)) as service:
        answer = gdelt.search(service.web, "every bridge", base=BASE)

    first, second = answer.found
    assert first.why == "daily.example (Ireland) has the words, seen on 2026-03-03"
    assert (first.title, first.date) == ("Minister promises new bridges", "2026-03-03")
    assert second.title == "https://other.example/b"
    assert second.why == "a news page has the words"


def test_the_phrase_is_sent_in_quotation_marks_with_the_speaker() -> None:
    with serving(lambda _: as_json({})) as service:
        gdelt.search(service.web, "We will rebuild", speaker="Ana Petrov", base=BASE)

    (sent,) = service.asked
    assert sent.params["query"] == '"We will rebuild" "Ana Petrov"'
    assert (sent.params["mode"], sent.params["format"]) == ("artlist", "json")


@pytest.mark.parametrize(
    ("phrase", "speaker", "asked"),
    [
        ("one two three four five six seven eight nine ten", None, '"one two three four five six seven eight"'),
        ('he said "no" (twice)', "O'Neill", '"he said no twice" "O\'Neill"'),
        ('" OR domain:x "', None, '"OR domain x"'),
        ("", "Ana Petrov", '"Ana Petrov"'),
    ],
)
def test_what_is_sent_holds_plain_words_only(phrase: str, speaker: str | None, asked: str) -> None:
    assert gdelt.question(phrase, speaker) == asked


def test_a_complaint_in_plain_text_is_told() -> None:
    complaint = Reply(b"Your search phrase is too short.", content_type="text/html")
    with serving(lambda _: complaint) as service:
        answer = gdelt.search(service.web, "we", base=BASE)

    assert answer.outcome is SearchOutcome.BLOCKED
    assert "too short" in (answer.reason or "")
