"""Whatever a service does, an adapter answers with a reason and never raises."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.vocabulary import SearchOutcome
from firsthand.sources.services import gdelt, google_fact_check, wayback, wikidata
from firsthand.sources.services.answers import MOST, Asker, ServiceAnswer
from tests.firsthand.sources.loopback import loopback_web
from tests.firsthand.sources.services.service import BASE, QUICK, Reply, as_json, serving

Adapter = Callable[[Asker], ServiceAnswer]
ADAPTERS: dict[str, Adapter] = {
    "google": lambda web: google_fact_check.search(web, "All bridges are safe", key="s3cret", base=BASE),
    "gdelt": lambda web: gdelt.search(web, "All bridges are safe", base=BASE),
    "wayback closest": lambda web: wayback.closest(web, "https://gov.example/a", base=BASE),
    "wayback copies": lambda web: wayback.copies(web, "https://gov.example/a", base=BASE),
    "wikidata": lambda web: wikidata.search(web, "Ana Petrov", base=BASE),
}
BROKEN = {
    "a page": (Reply(b"<!doctype html><title>Sorry</title>", content_type="text/html"), "something else than data"),
    "half of the data": (Reply(b'{"claims": ['), "cannot be read"),
    "no JSON in JSON's clothes": (Reply(b"{'claims': }"), "cannot be read"),
    "brackets without end": (Reply(b"[" * 150_000), "cannot be read"),
    "too often": (Reply(b"Please limit requests.", 429, "text/plain"), "less often"),
    "a wrong key": (as_json({"error": {"code": 403, "message": "s3cret"}}, 403), "refused the request"),
    "an error": (Reply(b"oops", 500, "text/plain"), "status 500"),
    "bad gateway": (Reply(status=502), "status 502"),
    "too much": (Reply(b'{"claims": "' + b"x" * 400_000 + b'"}'), "could not be reached"),
    "slower than anybody waits": (Reply(b'{"claims": []}' * 30, slowly=0.1), "could not be reached"),
    "sent inward": (Reply(status=302, headers=(("Location", "http://127.0.0.1/"),)), "private network"),
}


@pytest.mark.parametrize("name", ADAPTERS)
@pytest.mark.parametrize("fault", BROKEN)
def test_a_service_that_misbehaves_is_told_of_in_words(name: str, fault: str) -> None:
    reply, said = BROKEN[fault]
    with serving(lambda _: reply) as service:
        answer = ADAPTERS[name](service.web)

    assert answer.outcome is SearchOutcome.BLOCKED
    assert said in (answer.reason or "")
    assert "s3cret" not in (answer.reason or "")
    assert answer.found == ()


@pytest.mark.parametrize("name", ADAPTERS)
def test_a_service_that_is_not_there_is_told_of_in_words(name: str) -> None:
    with loopback_web({}, limits=QUICK) as web:
        answer = ADAPTERS[name](web)

    assert answer.outcome is SearchOutcome.BLOCKED
    assert "could not be reached" in (answer.reason or "")


@pytest.mark.parametrize("name", ADAPTERS)
@pytest.mark.parametrize("empty", [b"", b" \n", b"{}", b"[]", b'{"claims": null, "articles": 3, "search": {}}'])
def test_an_empty_answer_is_nothing_found(name: str, empty: bytes) -> None:
    with serving(lambda _: Reply(empty)) as service:
        answer = ADAPTERS[name](service.web)

    assert answer.outcome is SearchOutcome.NOTHING


def test_more_than_anybody_reads_is_cut() -> None:
    pages = [{"url": f"https://a.example/{number}", "title": "x" * 9_000} for number in range(500)]
    with serving(lambda _: as_json({"articles": pages[:15]})) as service:
        answer = gdelt.search(service.web, "All bridges are safe", base=BASE)

    assert len(answer.found) == MOST
    assert max(len(one.title) for one in answer.found) <= 500


def test_addresses_that_are_none_of_the_web_are_left_out() -> None:
    pages = [{"url": url} for url in ("javascript:alert(1)", "file:///etc/passwd", "", "data:x", "https://a.example")]
    with serving(lambda _: as_json({"articles": pages})) as service:
        answer = gdelt.search(service.web, "All bridges are safe", base=BASE)

    assert [one.url for one in answer.found] == ["https://a.example"]


KEYS = [
    *("claims", "claimReview", "url", "title", "articles", "search", "id", "label", "entities"),
    *("archived_snapshots", "closest", "available", "timestamp", "P39", "P856", "mainsnak", "datavalue", "value"),
]
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(KEYS),
            inner,
            max_size=4,
        )
    ),
    max_leaves=20,
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(value=json_values)
def test_data_of_any_other_shape_holds_nothing_and_breaks_nothing(value: Any) -> None:
    with serving(lambda _: as_json(value)) as service:
        for adapter in ADAPTERS.values():
            assert adapter(service.web).outcome in SearchOutcome
