"""Captured sources that share words with a quotation or a statement: the full-text index finds few of many.

Words that are rare find by themselves; frequent ones only a few together. What is looked for is always asked in several
overlapping ways, so that a few words that were changed do no harm. What comes back is a handful of candidates, to be
compared word by word by somebody else.
"""

from __future__ import annotations

import json
import math
import re
import unicodedata
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import func, select, text, true

from db.models import Capture, Document
from db.queries.fulltext import CAPTURES
from db.queries.probing import Probe, asked_of_postgresql, by_index, common_words, weighed_on_sqlite
from db.vocabulary import DocumentType

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Select
    from sqlalchemy.orm import Session

RARE = 200  # captures; a word, or several together, in no more of them find by themselves
_COUNTED = 300  # counting goes no further: the place of the last one counted tells how frequent the word is
_WORDS = 14  # the rarest of what is looked for
_TOGETHER = 5  # words that are asked for together at most
_LOOKED_AT = 20_000  # captures in the lists of the probes' rarest words; walking along them is what takes time
_FEWEST = 2  # probes, however frequent their words
_EVERYWHERE = 0.5  # share of captures; a word in more of them tells nothing and takes long
_CORRELATED = 4.0  # texts on one topic share words so many times as often as chance would have it
_WORD = re.compile(r"[^\W_]+")
_MARKS = re.compile("[\u0300-\u036f]+")
_COUNT_ON_SQLITE = text(
    "SELECT value, (SELECT json_array(count(*), max(rowid)) FROM"
    " (SELECT rowid FROM capture_search WHERE capture_search MATCH '\"' || value || '\"' LIMIT :most))"
    " FROM json_each(:words)"
)
_COUNT_ON_POSTGRESQL = text(
    "SELECT word, json_build_array(found.counted, found.last)::text FROM unnest(CAST(:words AS text[])) AS word"
    " CROSS JOIN LATERAL (SELECT count(*) AS counted, max(id) AS last FROM (SELECT id FROM capture"
    " WHERE search @@ to_tsquery('simple', '''' || word || '''') LIMIT :most) AS matching) AS found"
)


class Frequencies(NamedTuple):
    """How many captures there are, and in what share of them each token stands."""

    total: int
    shares: dict[str, float]

    def rarity(self, word: str) -> float:
        """Weigh a token by how few captures have it; 0 where none has."""
        share = self.shares.get(word, 0.0)
        return math.log1p(1 / share) if share else 0.0


class Candidate(NamedTuple):
    """A captured text of a source, and the weight of the probes that found it."""

    capture_id: int
    document_id: int
    weight: float


class CapturedSource(NamedTuple):
    """A captured text with what is known of its document."""

    capture_id: int
    document_id: int
    title: str
    author: str | None
    publisher: str | None
    published: str | None
    language: str | None
    text: str


def tokens(words: str) -> list[str]:
    """Return the words of a text in order, as both indexes keep them: without case, accents and punctuation."""
    return _WORD.findall(_MARKS.sub("", unicodedata.normalize("NFKD", words)).lower())


def frequencies(session: Session, asked: Collection[str]) -> Frequencies:
    """Tell in what share of all captures each token stands, as well as it can be told quickly."""
    total = session.scalar(select(func.max(Capture.id))) or 0
    shares = dict.fromkeys(asked, 0.0)
    on_sqlite = session.get_bind().dialect.name == "sqlite"
    if total and not on_sqlite:
        shares |= {word: share for word, share in session.execute(common_words(CAPTURES)) if word in shares}
    counted = sorted(word for word, share in shares.items() if not share) if total else []
    ask = _COUNT_ON_SQLITE if on_sqlite else _COUNT_ON_POSTGRESQL
    given = json.dumps(counted) if on_sqlite else counted
    with by_index(session):
        for word, found in session.execute(ask, {"words": given, "most": _COUNTED}):
            count, last = json.loads(found)
            shares[word] = count / (total if count < _COUNTED else last)
    return Frequencies(total, shares)


def probes(asked: Sequence[str], known: Frequencies) -> tuple[Probe, ...]:
    """Choose what to look for: each of the rarest tokens with as many of the next rarer ones as it needs to find few.

    Each token is in several probes and no probe needs all, so that a text that lacks a few is still found by others.
    """
    rarest = sorted(
        (word for word in dict.fromkeys(asked) if known.shares.get(word)), key=lambda word: known.shares[word]
    )
    chosen: dict[tuple[str, ...], float] = {}
    looked_at = 0.0
    for at, word in enumerate(rarest[:_WORDS]):
        share = known.shares[word]
        looked_at += share * known.total
        if looked_at > _LOOKED_AT and len(chosen) >= _FEWEST:
            break
        together = [word]
        for other in rarest[at + 1 : at + _TOGETHER]:
            if share * known.total <= RARE or known.shares[other] > _EVERYWHERE:
                break
            together.append(other)
            share = min(share, share * known.shares[other] * _CORRELATED)
        chosen[tuple(together)] = known.rarity(word)
    return tuple(Probe(*probe) for probe in chosen.items())


def candidates(session: Session, found_by: Sequence[Probe], limit: int) -> tuple[Candidate, ...]:
    """Find the captured sources with the weightiest probes, best first; the newest captures first among equals."""
    if not found_by:
        return ()
    weighed = (_on_sqlite if session.get_bind().dialect.name == "sqlite" else _on_postgresql)(found_by)
    with by_index(session):
        return tuple(Candidate(*row) for row in session.execute(weighed.limit(limit)))


def captured(session: Session, capture_ids: Collection[int]) -> dict[int, CapturedSource]:
    """Read the texts of captures, with what is known of their documents."""
    asked = (
        select(
            Capture.id,
            Capture.document_id,
            Document.title,
            Document.author,
            Document.publisher,
            Document.published,
            Document.language,
            Capture.text,
        )
        .join(Document, Document.id == Capture.document_id)
        .where(Capture.id.in_(capture_ids), Capture.text.is_not(None))
    )
    rows = (CapturedSource._make(row) for row in session.execute(asked))
    return {row.capture_id: row for row in rows}


def newest_readable(session: Session, document_ids: Collection[int]) -> dict[int, int]:
    """Find the newest capture of each document that has a text."""
    asked = (
        select(Capture.document_id, func.max(Capture.id))
        .where(Capture.document_id.in_(document_ids), Capture.text.is_not(None))
        .group_by(Capture.document_id)
    )
    return dict(iter(session.execute(asked)))


def _of_a_source(document_id: Any) -> ColumnElement[bool]:  # noqa: ANN401 - a column of a subquery
    """Whether a document is a source: asked row by row, since a join might read all documents for a few captures."""
    table = Document.__table__
    return select(table.c.type).where(table.c.id == document_id).scalar_subquery() == DocumentType.SOURCE


def _on_sqlite(found_by: Sequence[Probe]) -> Select[Any]:
    queries = [(" AND ".join(f'"{word}"' for word in probe.words), probe.weight) for probe in found_by]
    weighed = weighed_on_sqlite(CAPTURES, queries)
    return (
        select(Capture.id, Capture.document_id, weighed.c.weight)
        .join(weighed, weighed.c.id == Capture.id)
        .where(_of_a_source(Capture.document_id))
        .order_by(weighed.c.weight.desc(), Capture.id.desc())
    )


def _on_postgresql(found_by: Sequence[Probe]) -> Select[Any]:
    queries = [(" & ".join(f"'{word}'" for word in probe.words), probe.weight) for probe in found_by]
    probe, matching = asked_of_postgresql(CAPTURES, queries)
    capture = select(Capture.id, Capture.document_id).where(matching).lateral("found")
    weight = func.sum(probe.c.weight).label("weight")
    return (
        select(capture.c.id, capture.c.document_id, weight)
        .select_from(probe.join(capture, true()))
        .where(_of_a_source(capture.c.document_id))
        .group_by(capture.c.id, capture.c.document_id)
        .order_by(weight.desc(), capture.c.id.desc())
    )
