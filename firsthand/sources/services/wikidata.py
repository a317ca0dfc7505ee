"""Wikidata, for speakers: who somebody is, their own site, and the offices they held.

``wbsearchentities`` answers ``search`` with ``id``, ``label``, ``description``, ``concepturi``; ``wbgetentities``
answers ``entities`` by number, with ``claims`` of which P856 is the official website and P39 a position held (from
P580, until P582).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from firsthand.sources.services.answers import (
    Asker,
    NoAnswerError,
    ServiceAnswer,
    Suggestion,
    answered,
    asked_for_json,
    each,
    words,
)

NAME = "Wikidata"
PUBLIC = "https://www.wikidata.org/w/api.php"
PAGE = "https://www.wikidata.org/wiki"
_PERSONS, _POSITIONS = 3, 4
_NUMBER = re.compile(r"[QP][1-9]\d{0,11}")
_WEBSITE, _POSITION, _SINCE, _UNTIL = "P856", "P39", "P580", "P582"


def search(web: Asker, name: str, *, language: str = "en", base: str = PUBLIC) -> ServiceAnswer:
    """Ask who a speaker is; the answer is their site where one is known, else their page on Wikidata."""
    asked = " ".join(name.split())[:200]
    return answered(NAME, asked, _persons(web, asked, language, base))


def _persons(web: Asker, name: str, language: str, base: str) -> Iterator[Suggestion]:
    found = asked_for_json(
        web,
        NAME,
        base,
        {
            "action": "wbsearchentities",
            "search": name,
            "language": language,
            "type": "item",
            "limit": str(_PERSONS),
            "format": "json",
        },
    )
    persons = [entry for entry in each(found, "search") if _NUMBER.fullmatch(words(entry, "id"))][:_PERSONS]
    if not persons:
        return
    entities = _entities(web, base, [words(entry, "id") for entry in persons], "claims", language)
    held = {number: _positions(entity) for number, entity in entities.items()}
    offices = sorted({office for positions in held.values() for office, _ in positions})
    try:
        named = _entities(web, base, offices, "labels", language) if offices else {}
    except NoAnswerError:
        named = {}  # who they are is known; what their offices are called is not
    for entry in persons:
        number = words(entry, "id")
        told = [
            f"{label}{years}"
            for office, years in held.get(number, ())
            if (label := words(named.get(office), "labels", language, "value"))
        ]
        label = words(entry, "label") or name
        about = "; ".join(part for part in (words(entry, "description"), *told) if part)
        site = _website(entities.get(number))
        if site:
            yield Suggestion(site, label, f"official website of {label}: {about}" if about else "official website")
        yield Suggestion(f"{PAGE}/{number}", label, about or "no description", NAME)


def _entities(web: Asker, base: str, numbers: list[str], props: str, language: str) -> dict[str, Mapping[str, Any]]:
    params = {
        "action": "wbgetentities",
        "ids": "|".join(numbers),
        "props": props,
        "languages": language,
        "format": "json",
    }
    answer = asked_for_json(web, NAME, base, params)
    entities = answer.get("entities") if isinstance(answer, Mapping) else None
    if not isinstance(entities, Mapping):
        return {}
    return {number: entity for number, entity in entities.items() if isinstance(entity, Mapping)}


def _website(entity: Mapping[str, Any] | None) -> str:
    for claim in _claims(entity, _WEBSITE):
        value = _value(claim.get("mainsnak"))
        if isinstance(value, str):
            return value
    return ""


def _positions(entity: Mapping[str, Any]) -> list[tuple[str, str]]:
    """List the offices with their years, newest first as far as years are known."""
    found = []
    for claim in _claims(entity, _POSITION):
        value = _value(claim.get("mainsnak"))
        office = words(value, "id")
        if _NUMBER.fullmatch(office):
            since, until = (_year(claim, qualifier) for qualifier in (_SINCE, _UNTIL))
            years = f" ({since}–{until})" if since or until else ""
            found.append((since, office, years))
    found.sort(key=lambda one: one[0], reverse=True)
    return [(office, years) for _, office, years in found[:_POSITIONS]]


def _claims(entity: Mapping[str, Any] | None, number: str) -> Iterator[Mapping[str, Any]]:
    """Go through the statements of one property, those that are out of date left out."""
    for claim in each(entity, "claims", number):
        if claim.get("rank") != "deprecated":
            yield claim


def _year(claim: Mapping[str, Any], qualifier: str) -> str:
    snak = next(each(claim, "qualifiers", qualifier), None)
    time = words(_value(snak), "time")
    return time[1:5] if time[:1] == "+" and time[1:5].isdigit() else ""


def _value(snak: object) -> Any:  # noqa: ANN401 - foreign JSON
    data = snak.get("datavalue") if isinstance(snak, Mapping) else None
    return data.get("value") if isinstance(data, Mapping) else None
