"""The publishers in the settings: whose an address is, the lists, what the desk adds and overrules."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.data import publishers
from dashboard.wish.publishers import PublishersAsked, Which
from db.queries import publishers as kept
from db.vocabulary import PublisherKind, SourceKind, Tier
from firsthand import desk as door
from tests.dashboard.desks import Desk
from tests.dashboard.drawn import button, keyed, paper_text, words_of

Visit = Callable[..., AppTest]
AGENCY = door.PublisherFacts(PublisherKind.NEWS_AGENCY, "DE", ("agency.example",))


def _judge(desk: Desk, name: str, tier: Tier, facts: door.PublisherFacts | None = None) -> None:
    with desk.record.write() as session:
        door.set_publisher(session, desk.checker, name, tier, "", 0, facts)


def _usual_tier(publisher: str | None, url: str | None = None) -> Tier:
    known = publishers.usual_publisher(publisher, url)
    return known.tier if known else Tier.UNKNOWN


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("address", "told"),
    [
        (
            "https://www.gov.pl/web/dyplomacja/x",
            "Ministry of Foreign Affairs of PolandministryPLusually primaryknown by its address",
        ),
        ("https://www.manchester.gov.uk/", "manchester.gov.ukgovernmentGBusually primaryknown by its ending alone"),
    ],
)
def test_a_pasted_address_is_told_whose_it_is(visit: Visit, address: str, told: str) -> None:
    app = visit("settings", tab="Publishers", whose=address)

    assert not app.exception
    assert told in paper_text(app)


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("address", "said"),
    [("https://nobody.example/", "Nothing is known of this address"), ("nothing", "no address of the web")],
)
def test_an_address_of_nobody_says_so(visit: Visit, address: str, said: str) -> None:
    assert said in words_of(visit("settings", tab="Publishers", whose=address))


def test_the_desks_own_entry_answers_first(desk: Desk, visit: Visit) -> None:
    _judge(desk, "Reuters", Tier.TERTIARY)
    app = visit("settings", tab="Publishers", whose="https://www.reuters.com/world/1")
    assert "usually tertiaryby the desk's own entry" in paper_text(app)


@pytest.mark.usefixtures("desk")
def test_the_shipped_entries_are_filtered_by_kind_country_and_words(visit: Visit) -> None:
    app = visit("settings", tab="Publishers", of="Shipped", kind="Court", country="BR")
    assert not app.exception
    assert "Supreme Federal Court of Brazil" in paper_text(app)
    assert "Bundestag" not in paper_text(app)
    assert "usually primaryas shipped" in paper_text(app)
    by_host = visit("settings", tab="Publishers", of="Shipped", p="tass.com")
    assert "TASSnews agency, RU" in paper_text(by_host)
    assert "The desk has no entries of its own" in words_of(visit("settings", tab="Publishers", of="The desk's own"))


def test_a_shipped_entry_that_is_judged_is_the_desks_own_from_then_on(desk: Desk, visit: Visit) -> None:
    app = visit("settings", tab="Publishers", edit="Interfax")
    assert keyed(app, "text_input", "/hosts").value == "interfax.ru interfax.com"
    keyed(app, "selectbox", "/tier").set_value(Tier.DERIVED)
    app = button(app, "Save").click().run()

    assert not app.exception
    assert _usual_tier(None, "https://www.interfax.ru/1") is Tier.DERIVED
    (row,) = publishers.every(PublishersAsked(Which.OWN))
    assert (row.name, row.overrules) == ("Interfax", ())
    with desk.record.read() as session:
        (own,) = kept.own(session)
    assert (own.kind, own.country, own.hosts) == (PublisherKind.NEWS_AGENCY, "RU", ("interfax.com", "interfax.ru"))


@pytest.mark.usefixtures("desk")
def test_a_publisher_that_nobody_names_yet_is_added(visit: Visit) -> None:
    app = visit("settings", tab="Publishers")
    keyed(app, "text_input", "/name").input("The Quay")
    keyed(app, "selectbox", "/tier").set_value(Tier.SECONDARY)
    keyed(app, "text_input", "/country").input("nl")
    keyed(app, "text_input", "/hosts").input("https://www.quay.example/, quay.example/wire")
    app = button(app, "Add a publisher").click().run()

    assert not app.exception
    assert "The Quay" in paper_text(app)
    assert "quay.example, quay.example/wire" in paper_text(app)
    found = publishers.whose("https://www.quay.example/a")
    assert found is not None
    assert (found.name, found.country, found.own) == ("The Quay", "NL", True)


@pytest.mark.parametrize(
    ("hosts", "said"), [("agency.example", "entered for «Agency» already"), ("no_host", "is no host")]
)
def test_an_address_that_cannot_be_is_refused_beside_the_form(desk: Desk, visit: Visit, hosts: str, said: str) -> None:
    _judge(desk, "Agency", Tier.SECONDARY, AGENCY)
    app = visit("settings", tab="Publishers", edit="Authority")
    keyed(app, "text_input", "/hosts").input(hosts)
    app = button(app, "Save").click().run()

    assert said in app.error[0].value.replace("\\", "")
    assert keyed(app, "text_input", "/hosts").value == hosts


def test_an_entry_that_takes_an_address_from_the_registry_says_so(desk: Desk, visit: Visit) -> None:
    _judge(desk, "Our wire", Tier.DERIVED, door.PublisherFacts(hosts=("reuters.com",)))
    assert "Takes addresses from the registry's entry«Reuters»" in paper_text(visit("settings", tab="Publishers"))


def test_whoever_judges_what_was_judged_meanwhile_is_told(desk: Desk, visit: Visit) -> None:
    app = visit("settings", tab="Publishers", edit="Authority")
    _judge(desk, "Authority", Tier.PRIMARY)
    keyed(app, "text_input", "/hosts").input("authority.example")
    app = button(app, "Save").click().run()

    assert "was changed" in app.warning[0].value
    assert "authority.example" in paper_text(app)
    with desk.record.read() as session:
        assert kept.own(session)[0].hosts == ()


def test_the_usual_tier_comes_from_the_desk_then_the_address_then_the_name(desk: Desk) -> None:
    assert _usual_tier(None, None) is Tier.UNKNOWN
    assert _usual_tier("Nobody", "https://nobody.example/") is Tier.UNKNOWN
    assert _usual_tier("TASS") is Tier.SECONDARY
    assert _usual_tier("TASS", "https://web.archive.org/web/2026/https://tass.com/1") is Tier.DERIVED
    assert _usual_tier("Anything", "https://www.bundestag.de/x") is Tier.PRIMARY
    _judge(desk, "tass", Tier.TERTIARY)
    assert _usual_tier("TASS", "https://tass.com/1") is Tier.TERTIARY


def test_what_is_on_view_leaves_as_a_file(desk: Desk) -> None:
    _judge(desk, "Agency", Tier.SECONDARY, AGENCY)
    with desk.record.write() as session:
        door.add_source(session, desk.checker, SourceKind.OTHER, door.DocumentFields("Report", publisher="Agency"))
    (record,) = publishers.records(PublishersAsked(Which.HERE, "agency.exam"))
    assert json.loads(json.dumps(record)) == {
        "name": "Agency",
        "kind": "news_agency",
        "country": "DE",
        "tier": "secondary",
        "hosts": "agency.example",
        "note": None,
        "own": True,
        "sources": 1,
    }
