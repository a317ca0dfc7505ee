"""Asking outside services: off by default, shown before it is sent, logged whatever comes of it."""

from __future__ import annotations

import pytest

from db.queries import claim_files
from db.rows import SearchRow
from db.session import Database
from db.vocabulary import SearchOutcome
from firsthand.errors import NotAllowedError, NotFoundError
from firsthand.finding import outside
from firsthand.finding.outside import Question, Service
from firsthand.settings import OutsideService, Services, load_settings
from tests.firsthand.finding.small_web import QUOTE, claim_with_references
from tests.firsthand.newsroom import Newsroom
from tests.firsthand.sources.services.service import BASE, Reply, as_json, serving

EVERY = Services(consented=frozenset(OutsideService), google_fact_check_key="k3y")
LINKS = tuple((f"https://a.example/{word}", f"{word} reporters") for word in ("told", "asked", "met", "saw"))


@pytest.fixture
def newsroom(sqlite_database: Database) -> Newsroom:
    return Newsroom.opened(sqlite_database)


def questions(newsroom: Newsroom, claim_id: int, services: Services) -> dict[Service, Question]:
    with newsroom.database.read() as session:
        return {one.service: one for one in outside.questions(session, claim_id, services)}


def searches(newsroom: Newsroom, claim_id: int) -> tuple[SearchRow, ...]:
    with newsroom.database.read() as session:
        file = claim_files.file(session, claim_id)
    assert file is not None
    return file.searches


def test_as_it_is_shipped_nothing_may_be_asked(newsroom: Newsroom) -> None:
    services = load_settings({}).services

    assert not any(outside.allows(services, service) for service in Service)
    assert questions(newsroom, claim_with_references(newsroom, *LINKS), services) == {}


@pytest.mark.parametrize("service", Service)
def test_each_service_is_turned_on_by_itself(service: Service) -> None:
    one = {"FIRSTHAND_OUTSIDE_SERVICES": service.value}
    if service is Service.GOOGLE:
        one = {"FIRSTHAND_GOOGLE_FACTCHECK_KEY": "k3y"}

    services = load_settings(one).services

    assert [other for other in Service if outside.allows(services, other)] == [service]


def test_what_would_be_sent_is_told_word_by_word(newsroom: Newsroom) -> None:
    claim_id = claim_with_references(newsroom, *LINKS)

    asked = questions(newsroom, claim_id, EVERY)

    assert asked[Service.GOOGLE].host == "factchecktools.googleapis.com"
    assert asked[Service.GOOGLE].sent == (
        "Petrov said that every bridge on the river will be rebuilt within four years.",
    )
    assert asked[Service.GDELT].sent == ('"we will rebuild every bridge on this river" "Ana Petrov"',)
    assert asked[Service.WIKIDATA].sent == ("Ana Petrov",)
    assert len(asked[Service.WAYBACK].sent) == 3
    assert set(asked[Service.WAYBACK].sent) <= {href for href, _ in LINKS}


def test_without_a_reference_there_is_nothing_to_ask_the_archive(newsroom: Newsroom) -> None:
    assert Service.WAYBACK not in questions(newsroom, claim_with_references(newsroom), EVERY)


@pytest.mark.parametrize("service", Service)
def test_what_is_sent_is_what_was_shown(newsroom: Newsroom, service: Service) -> None:
    claim_id = claim_with_references(newsroom, *LINKS)
    shown = questions(newsroom, claim_id, EVERY)[service].sent
    with serving(lambda _: as_json({})) as web:
        outside.ask(newsroom.database, web.web, newsroom.chris, claim_id, service, EVERY, base=BASE)

    sent = [value for one in web.asked for name, value in one.params.items() if name in {"query", "url", "search"}]
    assert tuple(sent) == shown
    assert not [one for one in web.asked if QUOTE in str(one.headers)]


def test_what_was_found_is_logged_with_its_addresses(newsroom: Newsroom) -> None:
    claim_id = claim_with_references(newsroom, *LINKS)
    pages = {"articles": [{"url": "https://daily.example/x", "title": "Bridges", "domain": "daily.example"}]}
    with serving(lambda _: as_json(pages)) as web:
        answer = outside.ask(newsroom.database, web.web, newsroom.chris, claim_id, Service.GDELT, EVERY, base=BASE)

    (search,) = searches(newsroom, claim_id)
    assert [one.url for one in answer.found] == ["https://daily.example/x"]
    assert (search.place, search.outcome, search.note) == ("GDELT", SearchOutcome.FOUND, "https://daily.example/x")
    assert search.query == '"we will rebuild every bridge on this river" "Ana Petrov"'


@pytest.mark.parametrize("service", Service)
@pytest.mark.parametrize(
    ("reply", "outcome"),
    [(as_json({}), SearchOutcome.NOTHING), (Reply(status=429), SearchOutcome.BLOCKED)],
    ids=["nothing", "refused"],
)
def test_nothing_and_a_refusal_are_logged_too(
    newsroom: Newsroom, service: Service, reply: Reply, outcome: SearchOutcome
) -> None:
    claim_id = claim_with_references(newsroom, *LINKS)
    with serving(lambda _: reply) as web:
        outside.ask(newsroom.database, web.web, newsroom.chris, claim_id, service, EVERY, base=BASE)

    (search,) = searches(newsroom, claim_id)
    assert (search.place, search.outcome) == (outside.NAMES[service], outcome)
    assert search.note


def test_an_archive_that_refuses_is_asked_no_further(newsroom: Newsroom) -> None:
    claim_id = claim_with_references(newsroom, *LINKS)
    with serving(lambda _: Reply(status=429)) as web:
        outside.ask(newsroom.database, web.web, newsroom.chris, claim_id, Service.WAYBACK, EVERY, base=BASE)

    assert len(web.asked) == 1


def test_a_service_that_is_off_is_not_asked(newsroom: Newsroom) -> None:
    claim_id = claim_with_references(newsroom, *LINKS)
    with serving(lambda _: as_json({})) as web, pytest.raises(NotAllowedError):
        outside.ask(newsroom.database, web.web, newsroom.chris, claim_id, Service.GDELT, Services(), base=BASE)

    assert web.asked == []
    assert searches(newsroom, claim_id) == ()


def test_only_checkers_ask(newsroom: Newsroom) -> None:
    claim_id = claim_with_references(newsroom, *LINKS)
    with serving(lambda _: as_json({})) as web, pytest.raises(NotAllowedError):
        outside.ask(newsroom.database, web.web, newsroom.ed, claim_id, Service.GDELT, EVERY, base=BASE)

    assert web.asked == []


def test_about_a_claim_that_is_not_there_nothing_is_asked(newsroom: Newsroom) -> None:
    with serving(lambda _: as_json({})) as web, pytest.raises(NotFoundError):
        outside.ask(newsroom.database, web.web, newsroom.chris, 9_999, Service.GDELT, EVERY, base=BASE)

    assert web.asked == []
