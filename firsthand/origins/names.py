"""Who is named at a place of a text: a publisher of the registry, a site by its address, or some other name."""

from __future__ import annotations

import re
from typing import NamedTuple

from db.rows import KnownPublisher
from firsthand.publishers import place_of, publisher_named, publisher_of
from firsthand.text.wordlists import words

_LONGEST_NAME = 6  # words
_LONGEST_WRITTEN = 80  # characters
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>«»\"”]+|(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/[^\s<>«»\"”]*)?", re.IGNORECASE)
_ARTICLES = re.compile(
    r"(?:the\s+|der\s+|die\s+|das\s+|dem\s+|le\s+|la\s+|les\s+|l['’]|el\s+|il\s+|lo\s+|агентств\w+\s+|сайте?\s+|"
    r"газете?\s+|журнале?\s+|newspaper\s+|magazine\s+|website\s+|agency\s+|agence\s+|agencia\s+|agenzia\s+|"
    r"Nachrichtenagentur\s+|[«\"“„'‘_*(]+)+",
    re.IGNORECASE,
)
# A capitalised word with what may hang on it; small joining words are part of a name where a capital follows.
_WORD = r"[A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ0-9](?:[\w&’'!+-]|\.(?=\w))*"
_NAME = re.compile(rf"{_WORD}(?:[ \u00a0](?:(?:of|the|and|de|la|le|der|die|für|und|del|et|y|i)[ \u00a0])?{_WORD})*")
# Capitalised words that are no publisher: days, months, and words for the site itself.
_NO_NAMES = words(
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday januar februar märz mai juni juli oktober dezember montag dienstag mittwoch "
    "donnerstag freitag samstag sonntag this our here today yesterday it a an english german french spanish russian "
    "part volume issue number hier he she they we i vol no deutsch englisch spring summer autumn winter"
)


class Named(NamedTuple):
    """A name, and the address where one is written; ``known`` for a publisher of the registry or an address."""

    name: str
    url: str | None
    known: bool


def named_at(text: str, start: int) -> Named | None:
    """Read who is named at a place: the longest name in the registry that stands there comes first."""
    line = text[start : start + 160].partition("\n")[0]
    bare = line.lstrip(" \u00a0:–—-")
    opened = _ARTICLES.match(bare)
    for rest in dict.fromkeys((bare, bare[opened.end() :] if opened else bare)):
        address = _ADDRESS.match(rest)
        if address:
            return _site(address[0].rstrip(".,;:)!?"))
        known = _registered(rest)
        if known:
            return Named(known, None, known=True)
    other = _NAME.match(bare[opened.end() :] if opened else bare)
    if other is None or other[0].split()[0].casefold().strip(".,") in _NO_NAMES or other[0][:1].isdigit():
        return None
    return Named(" ".join(other[0].split()[:_LONGEST_NAME]).rstrip(".,;:'’-"), None, known=False)


def is_own(named: Named, url: str | None, publisher: KnownPublisher | None) -> bool:
    """Whether a name is that of the page's own publisher, or of its own site."""
    if named.url and url:
        here, there = place_of(url), place_of(named.url)
        if here and there and here.host.removeprefix("www.") == there.host.removeprefix("www."):
            return True
    whose = publisher or (publisher_of(url) if url else None)
    if whose is None:
        host = place_of(url) if url else None
        plain = re.sub(r"\W", "", named.name.casefold()).removeprefix("the")
        return host is not None and bool(plain) and plain in re.sub(r"\W", "", host.host)
    theirs = publisher_of(named.url) if named.url else publisher_named(named.name)
    return whose.name.casefold() == (theirs.name if theirs else named.name).casefold()


def _site(written: str) -> Named | None:
    address = written if "://" in written else f"https://{written}"
    if place_of(address) is None:
        return None
    known = publisher_of(address)
    whole = address.partition("://")[2].strip("/")
    # The address of a whole site names its owner; only one of a page leads to the original.
    if "/" in whole:
        return Named(known.name if known else whole.partition("/")[0], address, known=True)
    return Named(known.name if known else whole, None, known=True)


def _registered(rest: str) -> str | None:
    """Find the longest name of the registry at the beginning of a text, written with a capital or as it is there."""
    opening = rest[:_LONGEST_WRITTEN]
    # A few names end in «!» or «)», which elsewhere ends the sentence.
    ends = {end for found in re.finditer(r"(\w+)[!)]?", opening) for end in (found.end(), found.end(1))}
    for end in sorted(ends, reverse=True):
        known = publisher_named(opening[:end])
        if known and (opening[0].isupper() or opening.startswith(known.name)):
            return known.name
    return None
