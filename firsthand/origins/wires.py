"""What agencies leave on a text that is theirs: a dateline with their name, a slug at the end, their copyright.

A photograph's credit («REUTERS/Jane Roe», «Foto: dpa») is about the photograph, and so is no mark of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from db.rows import KnownPublisher
from db.vocabulary import PublisherKind
from firsthand.origins.forms import PICTURED
from firsthand.publishers import publisher_named

_HEAD = 900  # characters in which a dateline stands
_TAIL = 700
_LONGEST_MARK = 140
_RELEASES = frozenset({"PR Newswire", "Business Wire", "GlobeNewswire"})
_DASH = r"[-–—]{1,2}"
_CAPITAL = "[A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ]"
_PLACE = rf"{_CAPITAL}[\w.'’-]*(?:[ /]{_CAPITAL}[\w.'’-]*){{0,4}}"
_DAY = r"[,.]?\s*(?:[\w.]+\.?\s+\d{1,2}|\d{1,2}\.?\s+[\w.]+)(?:,?\s+\d{4})?\.?"
_BEGUN = r"^\W{0,2}"
_DATELINES = (
    # «WASHINGTON, Aug 6 (Reuters) - », «Berlin (dpa) – », «Madrid, 6 ago (EFE).- », «BEIJING, Aug. 6 (Xinhua) -- »
    re.compile(
        rf"{_BEGUN}{_PLACE}(?:, {_PLACE})?(?:{_DAY})?\s*\((?P<names>[^()\n]{{2,40}})\)[.,]?\s*{_DASH}\s*\S",
        re.MULTILINE,
    ),
    # «МОСКВА, 6 августа. /ТАСС/.», «PARIS, Aug. 6, 2026 /PRNewswire/ --»
    re.compile(rf"{_BEGUN}{_PLACE}[^\n/()]{{0,40}}/(?P<names>[^/\n]{{2,30}})/", re.MULTILINE),
    # «МОСКВА, 6 авг — РИА Новости.»
    re.compile(rf"{_BEGUN}{_CAPITAL}{{3,}}{_DAY}\s*{_DASH}\s*(?P<names>[^.\n]{{2,30}})\.", re.MULTILINE),
    # «(dpa) – », «(Reuters) - »
    re.compile(rf"{_BEGUN}\((?P<names>[^()\n]{{2,40}})\)\s*{_DASH}\s*{_CAPITAL}", re.MULTILINE),
    # «By Reuters», «By Jane Roe, Associated Press»
    re.compile(
        rf"{_BEGUN}(?:[Bb]y|BY|Von|Par|Por)\s+(?:(?:{_CAPITAL}[\w.'’-]+\s+){{1,3}}(?:\||/|of)\s+|"
        rf"(?:{_CAPITAL}[\w.'’-]+\s?){{1,3}},\s+)?(?:[Tt]he\s+)?(?P<names>[^\n,|]{{2,40}}?)\s*$",
        re.MULTILINE,
    ),
)
_SIGNATURES = (
    # «© 2026 The Associated Press. All rights reserved.»
    re.compile(
        rf"{_BEGUN}(?:©|\(c\)|copyright(?:\s+©)?)\s*(?:\d{{4}}\s+)?(?:by\s+)?(?P<names>[^.,/|\n\d:]{{2,40}}?)"
        r"(?:\s+\d{4})?(?:,\s*dpa[:\d/-]+)?(?:[.,]?\s+(?:all rights|alle rechte|tous droits)[^\n]*)?\.?\s*$",
        re.IGNORECASE | re.MULTILINE,
    ),
    # «(dpa)», «dpa/lsw», «AFP», «Reuters/dpa»
    re.compile(rf"{_BEGUN}[(\[]?(?P<names>[^()\[\]\n.]{{2,30}}?)(?:/[a-z]{{2,4}})?[)\]]?\.?\s*$", re.MULTILINE),
)
_REUTERS = re.compile(
    r"Our Standards: The Thomson Reuters Trust Principles|^\W{0,2}Reporting by [A-Z][^\n]{3,120}?[;,.]\s*"
    r"(?:(?:additional reporting|writing) [^\n;]{3,80};\s*)?editing by [A-Z][^\n]{3,80}",
    re.IGNORECASE | re.MULTILINE,
)


class Wire(NamedTuple):
    """An agency and the mark that it left."""

    name: str
    words: str


def wires(text: str, publisher: KnownPublisher | None) -> tuple[Wire, ...]:
    """Find the agencies whose text this is, by their marks at its beginning and end; its own publisher is none."""
    head, tail = text[:_HEAD], text[-_TAIL:]
    found: dict[str, Wire] = {}
    for wire in (*_of_head(head), *_of_tail(tail)):
        if publisher is None or wire.name != publisher.name:
            found.setdefault(wire.name, wire)
    return tuple(found.values())


def _of_head(head: str) -> Iterator[Wire]:
    for pattern in _DATELINES:
        for match in pattern.finditer(head):
            yield from _named(match)


def _of_tail(tail: str) -> Iterator[Wire]:
    for pattern in _SIGNATURES:
        for match in pattern.finditer(tail):
            if not _of_picture(tail, match):
                yield from _named(match)
    signed = _REUTERS.search(tail)
    if signed:
        yield Wire("Reuters", " ".join(signed[0].split())[:_LONGEST_MARK])


def _named(match: re.Match[str]) -> Iterator[Wire]:
    """Tell the agencies in a mark: each of them, where it names nobody else."""
    written = [part.strip() for part in re.split(r"[/,]| und | and | et | y ", match["names"]) if part.strip()]
    known = [publisher_named(part) for part in written]
    agencies = [
        each.name
        for each, part in zip(known, written, strict=True)
        if each is not None and _is_agency(each) and (part[0].isupper() or part.startswith(each.name))
    ]
    if agencies and len(agencies) == len(written):
        mark = " ".join(match[0].split())[:_LONGEST_MARK]
        yield from (Wire(name, mark) for name in agencies)


def _is_agency(known: KnownPublisher) -> bool:
    return known.kind is PublisherKind.NEWS_AGENCY or known.name in _RELEASES


def _of_picture(tail: str, match: re.Match[str]) -> bool:
    """Whether a mark is the credit of a picture: the line before it speaks of one."""
    above = tail[: match.start()].rstrip().rpartition("\n")[2]
    return bool(PICTURED.search(match[0])) or (len(above) < _LONGEST_MARK and bool(PICTURED.search(above)))
