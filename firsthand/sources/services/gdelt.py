"""GDELT's document search: news pages of the last months that hold some words.

Answer: ``articles`` with ``url``, ``title``, ``seendate`` (20260801T120000Z), ``domain``, ``language``,
``sourcecountry``. What it does not like about a question it says in plain text with status 200.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from firsthand.sources.services.answers import (
    MOST,
    Asker,
    ServiceAnswer,
    Suggestion,
    answered,
    asked_for_json,
    each,
    words,
)

NAME = "GDELT"
PUBLIC = "https://api.gdeltproject.org/api/v2/doc/doc"
_PHRASE = 8  # words; a longer phrase is seldom found, since pages quote in part
_MARKS = re.compile(r"[^\w\s'’-]")
_SEEN = re.compile(r"(\d{4})(\d{2})(\d{2})T")


def search(web: Asker, phrase: str, *, speaker: str | None = None, base: str = PUBLIC) -> ServiceAnswer:
    """Ask for the earliest news pages that hold a phrase, and name the speaker if one is given."""
    asked = question(phrase, speaker)
    return answered(NAME, asked, _articles(web, asked, base))


def question(phrase: str, speaker: str | None = None) -> str:
    """Write what is sent: the first words of the phrase in quotation marks, and the speaker's name."""
    plain = " ".join(_MARKS.sub(" ", phrase).split()[:_PHRASE])
    name = " ".join(_MARKS.sub(" ", speaker or "").split())
    return " ".join(f'"{part}"' for part in (plain, name) if part)


def _articles(web: Asker, asked: str, base: str) -> Iterator[Suggestion]:
    params = {
        "query": asked,
        "mode": "artlist",
        "format": "json",
        "sort": "dateasc",
        "timespan": "3months",
        "maxrecords": str(MOST),
    }
    for entry in each(asked_for_json(web, NAME, base, params), "articles"):
        url, site = words(entry, "url"), words(entry, "domain")
        seen = _SEEN.match(words(entry, "seendate"))
        date = "-".join(seen.groups()) if seen else None
        country = words(entry, "sourcecountry")
        where = f"{site}{f' ({country})' if country else ''}" or "a news page"
        why = f"{where} has the words{f', seen on {date}' if date else ''}"
        yield Suggestion(url, words(entry, "title") or url, why, site or None, date)
