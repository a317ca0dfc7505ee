"""Wikidata for speakers, in the shape of its action interface."""

from __future__ import annotations

from typing import Any

from db.vocabulary import SearchOutcome
from firsthand.sources.services import wikidata
from tests.firsthand.sources.services.service import BASE, Reply, as_json, serving


def time(year: int) -> list[dict[str, Any]]:
    return [{"snaktype": "value", "datavalue": {"type": "time", "value": {"time": f"+{year}-01-01T00:00:00Z"}}}]


def item(number: str, *, since: int | None = None, until: int | None = None, rank: str = "normal") -> dict[str, Any]:
    qualifiers = {name: time(year) for name, year in (("P580", since), ("P582", until)) if year}
    value = {"type": "wikibase-entityid", "value": {"entity-type": "item", "id": number}}
    return {"mainsnak": {"snaktype": "value", "datavalue": value}, "qualifiers": qualifiers, "rank": rank}


FOUND = {
    "searchinfo": {"search": "Ana Petrov"},
    "search": [
        {"id": "Q901", "label": "Ana Petrov", "description": "politician", "concepturi": "http://x/Q901"},
        {"id": "Q902", "label": "Ana Petrov", "description": "chess player"},
        {"id": "nothing", "label": "?"},
    ],
    "success": 1,
}
CLAIMS = {
    "entities": {
        "Q901": {
            "id": "Q901",
            "claims": {
                "P856": [
                    {
                        "mainsnak": {
                            "snaktype": "value",
                            "datavalue": {"type": "string", "value": "https://petrov.example"},
                        }
                    }
                ],
                "P39": [
                    item("Q11", since=2015, until=2019),
                    item("Q12", since=2024),
                    item("Q13", since=2030, rank="deprecated"),
                    {"mainsnak": {"snaktype": "somevalue"}, "rank": "normal"},
                ],
            },
        },
        "Q902": {"id": "Q902", "claims": {}},
    }
}
LABELS = {
    "entities": {
        "Q11": {"labels": {"en": {"language": "en", "value": "member of parliament"}}},
        "Q12": {"labels": {"en": {"language": "en", "value": "minister of transport"}}},
    }
}


def wiki(params: dict[str, str]) -> Reply:
    if params["action"] == "wbsearchentities":
        return as_json(FOUND)
    return as_json(LABELS if params["props"] == "labels" else CLAIMS)


def test_a_speaker_is_found_with_site_and_offices() -> None:
    with serving(wiki) as service:
        answer = wikidata.search(service.web, " Ana  Petrov ", base=BASE)

    site, page, other = answer.found
    about = "politician; minister of transport (2024–); member of parliament (2015–2019)"
    assert (site.url, site.why) == ("https://petrov.example", f"official website of Ana Petrov: {about}")
    assert (page.url, page.why) == ("https://www.wikidata.org/wiki/Q901", about)
    assert other.why == "chess player"


def test_the_name_goes_out_and_then_only_numbers() -> None:
    with serving(wiki) as service:
        wikidata.search(service.web, "Ana Petrov", base=BASE)

    assert [sent.params.get("search") for sent in service.asked] == ["Ana Petrov", None, None]
    assert [sent.params.get("ids") for sent in service.asked] == [None, "Q901|Q902", "Q11|Q12"]


def test_nobody_of_that_name_is_nothing_and_asks_no_further() -> None:
    with serving(lambda _: as_json({"search": [], "success": 1})) as service:
        answer = wikidata.search(service.web, "Nobody", base=BASE)

    assert answer.outcome is SearchOutcome.NOTHING
    assert len(service.asked) == 1


def test_offices_without_their_names_still_leave_the_person() -> None:
    def half(params: dict[str, str]) -> Reply:
        return Reply(status=500) if params.get("props") == "labels" else wiki(params)

    with serving(half) as service:
        answer = wikidata.search(service.web, "Ana Petrov", base=BASE)

    assert answer.found[1].why == "politician"
