"""Search over everything that is written: claims, notes on them, titles and captured texts of articles and sources."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import func, select

from db.models import Capture, Claim, Comment, Document, Evidence, Review
from db.queries import fulltext
from db.queries import words as typed
from db.rows import Hit

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

# Of a captured text, an excerpt is looked for in this many characters.
_READ = 60_000
# Ranks of four indexes cannot be compared as they are; their places in each list can (reciprocal rank fusion).
_DAMPING = 10


class _Found(NamedTuple):
    kind: str
    record_id: int
    title: str
    fields: tuple[str | None, ...]


def search(session: Session, words: str, *, limit: int = 50) -> tuple[Hit, ...]:
    """Find where all of the words are, best first; a record found in several ways is there once, and further up.

    A misspelled or unclosed anything is no error: what is no word is not looked for.
    """
    wanted = typed.read(words)
    if not wanted:
        return ()
    scores: dict[tuple[str, int], float] = {}
    places: dict[tuple[str, int], _Found] = {}
    ways: tuple[Callable[[Session, tuple[str, ...], int], list[_Found]], ...] = (_claims, _notes, _documents, _captures)
    for way in ways:
        for place, found in enumerate(way(session, wanted, limit)):
            key = (found.kind, found.record_id)
            scores[key] = scores.get(key, 0.0) + 1 / (_DAMPING + place)
            places.setdefault(key, found)
    best = sorted(scores, key=lambda key: (-scores[key], key))[:limit]
    return tuple(_hit(places[key], wanted, scores[key]) for key in best)


def _hit(found: _Found, words: tuple[str, ...], score: float) -> Hit:
    fields = [field for field in found.fields if field]
    shown = next((field for field in fields if typed.has_any(field, words)), fields[0] if fields else "")
    return Hit(found.kind, found.record_id, found.title, typed.excerpt(shown, words), score)


def _claims(session: Session, words: tuple[str, ...], limit: int) -> list[_Found]:
    ids = fulltext.best(session, fulltext.CLAIMS, words, [], limit)
    asked = select(Claim.id, Claim.statement, Claim.literal, Claim.finding_note, Claim.speaker_as_named)
    rows = {row.id: row for row in session.execute(asked.where(Claim.id.in_(ids)))}
    return [
        _Found("claim", id_, row.statement or row.literal, (row.literal, row.statement, row.finding_note))
        for id_ in ids
        if (row := rows.get(id_))
    ]


def _notes(session: Session, words: tuple[str, ...], limit: int) -> list[_Found]:
    """Find notes of three kinds, and take turns between the kinds."""
    kinds = []
    for index, column in zip(fulltext.NOTES, (Evidence.note, Comment.body, Review.note), strict=True):
        ids = fulltext.best(session, index, words, [], limit)
        asked = (
            select(index.model.id, index.model.claim_id, Claim.statement, Claim.literal, column.label("note"))
            .join(Claim, Claim.id == index.model.claim_id)
            .where(index.model.id.in_(ids))
        )
        rows = {row.id: row for row in session.execute(asked)}
        kinds.append([(place, rows[id_]) for place, id_ in enumerate(ids) if id_ in rows])
    merged = sorted((note for kind in kinds for note in kind), key=lambda note: note[0])
    return [_Found("note", row.claim_id, row.statement or row.literal, (row.note,)) for _, row in merged]


def _documents(session: Session, words: tuple[str, ...], limit: int) -> list[_Found]:
    ids = fulltext.best(session, fulltext.DOCUMENTS, words, [], limit)
    asked = select(Document.id, Document.type, Document.title, Document.publisher, Document.author, Document.note)
    rows = {row.id: row for row in session.execute(asked.where(Document.id.in_(ids)))}
    return [
        _Found(row.type.value, id_, row.title, (row.title, row.publisher, row.author, row.note))
        for id_ in ids
        if (row := rows.get(id_))
    ]


def _captures(session: Session, words: tuple[str, ...], limit: int) -> list[_Found]:
    """Find captured texts; of several captures of one document, the best match speaks for it."""
    ids = fulltext.best(session, fulltext.CAPTURES, words, [], limit)
    asked = (
        select(
            Capture.id,
            Capture.document_id,
            Document.type,
            Document.title,
            func.substr(Capture.text, 1, _READ).label("text"),
        )
        .join(Document, Document.id == Capture.document_id)
        .where(Capture.id.in_(ids))
    )
    rows = {row.id: row for row in session.execute(asked)}
    found: dict[int, _Found] = {}
    for row in (rows[id_] for id_ in ids if id_ in rows):
        found.setdefault(row.document_id, _Found(row.type.value, row.document_id, row.title, (row.text,)))
    return list(found.values())
