from __future__ import annotations

import pytest
from sqlalchemy import select

from db.models import Publisher
from db.queries import publishers
from db.vocabulary import EventAction, PublisherKind, RecordType, Tier
from firsthand import desk
from firsthand.errors import ConflictError, InvalidError, NotAllowedError
from firsthand.verification import verify
from tests.firsthand.desk.refusals import refused
from tests.firsthand.newsroom import Newsroom


def test_a_publisher_is_judged_and_judged_anew(newsroom: Newsroom) -> None:
    told = len(newsroom.events())
    newsroom.do(desk.set_publisher, newsroom.chris, "Road Authority", Tier.PRIMARY, " Its own data ", 0)
    newsroom.do(desk.set_publisher, newsroom.ed, "Road Authority", Tier.SECONDARY, "", 1)
    with newsroom.database.read() as session:
        publisher = session.scalars(select(Publisher).where(Publisher.name == "Road Authority")).one()
    assert (publisher.tier, publisher.note, publisher.version) == (Tier.SECONDARY, None, 2)
    first, second = newsroom.events()[told:]
    assert (first.action, first.record_type, first.record_id) == (
        EventAction.PUBLISHER_SET,
        RecordType.DESK,
        newsroom.desk_id,
    )
    assert (first.before, first.after) == (
        None,
        {"publisher": "Road Authority", "tier": "primary", "note": "Its own data"},
    )
    assert second.before == first.after
    assert second.after == {"publisher": "Road Authority", "tier": "secondary", "note": None}
    assert verify(newsroom.database).sound


def test_the_same_judgement_again_changes_nothing(local_newsroom: Newsroom) -> None:
    local_newsroom.do(desk.set_publisher, local_newsroom.ada, "Agency", Tier.DERIVED, "Reprints", 0)
    before = local_newsroom.everything()
    local_newsroom.do(desk.set_publisher, local_newsroom.ada, "Agency", Tier.DERIVED, "Reprints ", 1)
    assert local_newsroom.everything() == before


@pytest.mark.parametrize("seen", [0, 1, 3])
def test_whoever_saw_an_earlier_judgement_is_told(local_newsroom: Newsroom, seen: int) -> None:
    local_newsroom.do(desk.set_publisher, local_newsroom.ada, "Agency", Tier.DERIVED, "", 0)
    local_newsroom.do(desk.set_publisher, local_newsroom.ada, "Agency", Tier.TERTIARY, "", 1)
    with refused(local_newsroom, ConflictError, "What is noted of «Agency»"):
        local_newsroom.do(desk.set_publisher, local_newsroom.chris, "Agency", Tier.PRIMARY, "", seen)


@pytest.mark.parametrize("name", ["", "  ", "x" * 2001, "half a \ud800 letter"])
def test_a_publisher_has_a_name(local_newsroom: Newsroom, name: str) -> None:
    with refused(local_newsroom, InvalidError):
        local_newsroom.do(desk.set_publisher, local_newsroom.ada, name, Tier.PRIMARY, "", 0)


@pytest.mark.parametrize("person", ["rita", "rea"])
def test_publishers_are_judged_by_those_who_put_evidence_forward(local_newsroom: Newsroom, person: str) -> None:
    with refused(local_newsroom, NotAllowedError, "administrator or checker or editor"):
        local_newsroom.do(desk.set_publisher, local_newsroom.people[person], "Agency", Tier.PRIMARY, "", 0)


FACTS = desk.PublisherFacts(PublisherKind.NEWS_AGENCY, " de ", ("https://www.Agency.example/", "agency.example/wire"))


def test_a_publisher_has_a_kind_a_country_and_addresses(local_newsroom: Newsroom) -> None:
    local_newsroom.do(desk.set_publisher, local_newsroom.chris, "Agency", Tier.SECONDARY, "", 0, FACTS)
    local_newsroom.do(desk.set_publisher, local_newsroom.chris, "Agency", Tier.SECONDARY, "", 1, FACTS)
    local_newsroom.do(desk.set_publisher, local_newsroom.ed, "Agency", Tier.DERIVED, "", 1)
    with local_newsroom.database.read() as session:
        (known,) = publishers.own(session)
    assert (known.kind, known.country, known.hosts) == (
        PublisherKind.NEWS_AGENCY,
        "DE",
        ("agency.example", "agency.example/wire"),
    )
    assert (known.tier, known.own) == (Tier.DERIVED, True)
    first, _ = local_newsroom.events(EventAction.PUBLISHER_SET)
    assert first.after is not None
    assert first.after["hosts"] == ["agency.example", "agency.example/wire"]
    local_newsroom.do(desk.set_publisher, local_newsroom.ed, "Agency", Tier.DERIVED, "", 2, desk.PublisherFacts())
    with local_newsroom.database.read() as session:
        assert publishers.own(session)[0].hosts == ()


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        (desk.PublisherFacts(country="Germany"), "no country's code"),
        (desk.PublisherFacts(country="1x"), "no country's code"),
        (desk.PublisherFacts(hosts=("no host",)), "no host"),
        (desk.PublisherFacts(hosts=("localhost",)), "no host"),
        (desk.PublisherFacts(hosts=("10.0.0.1",)), "no host"),
        (desk.PublisherFacts(hosts=tuple(f"a{number}.example" for number in range(51))), "at most 50"),
    ],
)
def test_facts_that_cannot_be_are_refused(local_newsroom: Newsroom, facts: desk.PublisherFacts, said: str) -> None:
    with pytest.raises(InvalidError, match=said):
        local_newsroom.do(desk.set_publisher, local_newsroom.ada, "Agency", Tier.PRIMARY, "", 0, facts)


def test_an_address_has_one_owner(local_newsroom: Newsroom) -> None:
    local_newsroom.do(desk.set_publisher, local_newsroom.ada, "Agency", Tier.PRIMARY, "", 0, FACTS)
    with pytest.raises(InvalidError, match="entered for «Agency» already"):
        local_newsroom.do(
            desk.set_publisher,
            local_newsroom.ada,
            "Other",
            Tier.PRIMARY,
            "",
            0,
            desk.PublisherFacts(hosts=("agency.example",)),
        )
