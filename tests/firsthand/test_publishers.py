"""Whose page it is: the registry is sound, and addresses find their owners however they are written."""

from __future__ import annotations

from collections import Counter

import pytest

from db.rows import KnownPublisher
from db.vocabulary import PublisherKind, Tier
from firsthand.publishers import entered_host, mirrored, place_of, publisher_named, publisher_of, registry

K = PublisherKind
# The least that a registry of the world's public institutions has to have of each kind.
LEAST = {
    K.GOVERNMENT: 120,
    K.MINISTRY: 120,
    K.PARLIAMENT: 80,
    K.COURT: 70,
    K.STATISTICS_OFFICE: 70,
    K.CENTRAL_BANK: 70,
    K.INTERNATIONAL_BODY: 80,
    K.REGULATOR: 70,
    K.ARMED_FORCES: 40,
    K.EXCHANGE: 30,
    K.JOURNAL: 40,
    K.RESEARCH: 60,
    K.NEWS_AGENCY: 80,
    K.NEWS_OUTLET: 200,
    K.FACT_CHECKER: 60,
    K.ARCHIVE: 20,
    K.MIRROR: 30,
    K.REPOSTER: 30,
    K.COMPANY: 30,
    K.PARTY: 30,
    K.NGO: 20,
    K.PLATFORM: 30,
    K.OTHER: 20,
}


def test_the_registry_has_enough_of_every_kind() -> None:
    counted = Counter(entry.kind for entry in registry())
    assert LEAST.keys() == set(PublisherKind)
    assert {kind: counted[kind] for kind, least in LEAST.items() if counted[kind] < least} == {}
    assert len(registry()) >= 1500
    assert len({entry.country for entry in registry()}) > 80


def test_every_entry_is_well_formed() -> None:
    for entry in registry():
        assert entry.name == " ".join(entry.name.split()), entry
        assert entry.hosts, entry
        assert entry.country is None or (len(entry.country) == 2 and entry.country.isupper()), entry
        assert not entry.own
        assert entry.note is None or entry.note.endswith("."), entry
        for host in entry.hosts:
            bare = host.removeprefix("=")
            assert bare == bare.lower().removeprefix("www."), host
            assert place_of(bare) is not None, host


def test_no_name_and_no_host_stands_twice() -> None:
    names = Counter(entry.name.casefold() for entry in registry())
    hosts = Counter(host.removeprefix("=") for entry in registry() for host in entry.hosts)
    assert [name for name, count in names.items() if count > 1] == []
    assert [host for host, count in hosts.items() if count > 1] == []


def test_every_host_leads_to_its_own_entry() -> None:
    for entry in registry():
        for host in entry.hosts:
            found = publisher_of(f"https://{host.removeprefix('=')}")
            assert found is not None
            assert found.name == entry.name, host


def test_official_bodies_are_first_hand_and_copies_are_derived() -> None:
    usual: dict[PublisherKind | None, set[Tier]] = {}
    for entry in registry():
        usual.setdefault(entry.kind, set()).add(entry.tier)
    for kind in (K.MINISTRY, K.PARLIAMENT, K.COURT, K.STATISTICS_OFFICE, K.CENTRAL_BANK, K.REGULATOR, K.ARMED_FORCES):
        assert usual[kind] == {Tier.PRIMARY}, kind
    assert usual[K.NEWS_AGENCY] == {Tier.SECONDARY}
    assert usual[K.ARCHIVE] == usual[K.REPOSTER] == {Tier.DERIVED}
    assert usual[K.PLATFORM] == {Tier.UNKNOWN}


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.reuters.com/world/europe/a-1/", "Reuters"),
        ("HTTPS://WWW.REUTERS.COM:443/world", "Reuters"),
        ("http://reuters.com./x", "Reuters"),
        ("reuters.com", "Reuters"),
        ("https://user:secret@reuters.com/x", "Reuters"),
        ("https://www.reuters.com/fact-check/x", "Reuters Fact Check"),
        ("https://www.reuters.com/fact-checking", "Reuters"),
        ("https://ec.europa.eu/eurostat/web/main", "Eurostat"),
        ("https://ec.europa.eu/commission/x", "European Commission"),
        ("https://agriculture.ec.europa.eu/x", "European Commission"),
        ("https://epso.europa.eu/", "European Union"),
        ("https://www.gov.uk/government/news/x", "Government of the United Kingdom"),
        ("https://www.gov.pl/web/dyplomacja/x", "Ministry of Foreign Affairs of Poland"),
        ("https://stat.gov.pl/x", "Statistics Poland"),
        ("https://мвд.рф/news", "Ministry of Internal Affairs of Russia"),
        ("https://xn--b1aew.xn--p1ai/news", "Ministry of Internal Affairs of Russia"),
        ("https://x.com/UN/status/1", "United Nations"),
        ("https://twitter.com/un", "United Nations"),
        ("https://x.com/unx/status/1", "X"),
        ("https://web.archive.org/web/2026/https://who.int/", "Wayback Machine"),
        ("https://archive.org/details/x", "Internet Archive"),
        ("https://hansard.parliament.uk/x", "Parliament of the United Kingdom"),
    ],
)
def test_an_address_finds_its_publisher_however_it_is_written(url: str, name: str) -> None:
    found = publisher_of(url)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    ("url", "kind", "country", "name"),
    [
        ("https://www.manchester.gov.uk/x", K.GOVERNMENT, "GB", "manchester.gov.uk"),
        ("https://agency.gov.fj/", K.GOVERNMENT, "FJ", "agency.gov.fj"),
        ("https://mofa.gov.fj/", K.MINISTRY, "FJ", "mofa.gov.fj"),
        ("https://supremecourt.gov.gm/", K.COURT, "GM", "supremecourt.gov.gm"),
        ("https://stats.gov.bn/", K.STATISTICS_OFFICE, "BN", "stats.gov.bn"),
        ("https://interieur.gouv.sn/", K.GOVERNMENT, "SN", "interieur.gouv.sn"),
        ("https://www.sante.gob.hn/", K.GOVERNMENT, "HN", "sante.gob.hn"),
        ("https://town.lg.jp.go.jp/", K.GOVERNMENT, "JP", "jp.go.jp"),
        ("https://www.utah.gov/", K.GOVERNMENT, "US", "utah.gov"),
        ("https://www.stratcom.mil/x", K.ARMED_FORCES, "US", "stratcom.mil"),
        ("https://www.ejercito.mil.co/", K.ARMED_FORCES, "CO", "ejercito.mil.co"),
        ("https://parliament.fj/x", K.PARLIAMENT, "FJ", "parliament.fj"),
        ("https://www.ecb-group.int/", K.INTERNATIONAL_BODY, None, "ecb-group.int"),
        ("https://cs.stanford.edu/a", K.RESEARCH, None, "stanford.edu"),
        ("https://www.ox.ac.uk/", K.RESEARCH, "GB", "ox.ac.uk"),
    ],
)
def test_an_ending_that_is_given_to_authorities_tells_the_kind(
    url: str, kind: PublisherKind, country: str | None, name: str
) -> None:
    found = publisher_of(url)
    assert found is not None
    assert (found.kind, found.country, found.name, found.tier) == (kind, country, name, Tier.PRIMARY)
    assert found.note


@pytest.mark.parametrize(
    "url",
    [
        "",
        " ",
        "no address",
        "mailto://who.int",
        "ftp://who.int/x",
        "file:///etc/passwd",
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://localhost:8080/",
        "https://example.com/reuters.com",
        "https://reuters.com.evil.example/",
        "https://notreuters.com/",
        "https://whitehouse.gov.example.com/",
        "https://go.com.au/",
        "https://ac.me/",
        "https://parliament.example/",
        "https://[broken",
        "https://" + "a" * 300 + ".gov/",
        "https://exa mple.gov/",
    ],
)
def test_nothing_is_known_of_what_is_nobodys(url: str) -> None:
    assert publisher_of(url) is None


def _own(name: str, *hosts: str, tier: Tier = Tier.TERTIARY, **facts: object) -> KnownPublisher:
    return KnownPublisher(name, None, None, tier, hosts, own=True, **facts)  # type: ignore[arg-type]


def test_the_desks_entry_wins_over_the_registrys_for_the_same_host() -> None:
    found = publisher_of("https://www.reuters.com/x", (_own("The wire", "reuters.com"),))
    assert found is not None
    assert (found.name, found.tier, found.own) == ("The wire", Tier.TERTIARY, True)


def test_a_longer_host_wins_over_the_desks_shorter_one() -> None:
    own = (_own("All of the Union", "europa.eu"),)
    there, elsewhere = publisher_of("https://ecb.europa.eu/x", own), publisher_of("https://epso.europa.eu/x", own)
    assert there is not None
    assert elsewhere is not None
    assert (there.name, elsewhere.name) == ("European Central Bank", "All of the Union")


def test_the_desks_judgement_of_a_name_counts_at_the_registrys_addresses() -> None:
    found = publisher_of("https://www.reuters.com/x", (_own("reuters", note="Ours."),))
    assert found is not None
    assert (found.tier, found.kind, found.country, found.note, found.own) == (
        Tier.TERTIARY,
        K.NEWS_AGENCY,
        "GB",
        "Ours.",
        True,
    )


def test_an_own_entry_may_have_internationalised_hosts_and_paths() -> None:
    own = (_own("Bücher", "bücher.example"), _own("Reports", "quay.example/reports"))
    assert (found := publisher_of("https://xn--bcher-kva.example/1", own)) is not None
    assert found.name == "Bücher"
    assert (found := publisher_of("https://www.quay.example/Reports/7", own)) is not None
    assert found.name == "Reports"
    assert publisher_of("https://quay.example/report", own) is None


def test_publishers_are_found_by_their_names_and_other_names() -> None:
    for name in ("reuters", "  Reuters ", "ТАСС", "The Associated Press", "AP", "WHO"):
        assert publisher_named(name) is not None, name
    assert publisher_named("nobody at all") is None
    found = publisher_named("TASS", (_own("TASS"),))
    assert found is not None
    assert (found.tier, found.kind, found.own) == (Tier.TERTIARY, K.NEWS_AGENCY, True)


@pytest.mark.parametrize(
    ("written", "host"),
    [
        ("https://www.Example.org/", "example.org"),
        ("example.org/Reports/", "example.org/reports"),
        ("=gov.example", "=gov.example"),
        ("bücher.example", "xn--bcher-kva.example"),
        ("example", None),
        ("a b.example", None),
        ("10.0.0.1", None),
        ("", None),
    ],
)
def test_what_somebody_pastes_becomes_a_host(written: str, host: str | None) -> None:
    assert entered_host(written) == host


def test_a_mirror_names_what_it_copies() -> None:
    told = mirrored("https://nitter.net/UN/status/1?lang=en#top")
    assert told is not None
    assert (told.name, told.url) == ("X", "https://x.com/UN/status/1?lang=en")
    there = mirrored("https://threadreaderapp.com/thread/1")
    assert there is not None
    assert (there.name, there.url) == ("X", None)
    assert mirrored("https://reuters.com/x") is None
    assert mirrored("nothing") is None
