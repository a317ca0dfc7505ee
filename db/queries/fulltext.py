"""Full text on both databases: the newest matches, ranked, whatever the frequency of a word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import Float, Integer, Select, column, exists, func, literal_column, select, table

from db.models import Capture, Claim, Comment, Document, Evidence, Review
from db.queries import words as typed
from db.queries.probing import by_index

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session

# Ranking costs a look at every match: beyond this many, the newest ones stand for all. Where a filter leaves few of
# the matches, most are looked at in vain, so that fewer have to do.
CANDIDATES = 1000
FILTERED_CANDIDATES = 300


class Index(NamedTuple):
    """A table with full text; on SQLite the index is a table of its own, whose rowid is ``id * factor + place``."""

    model: Any
    fts: str
    factor: int = 1
    place: int = 0
    candidates: int = CANDIDATES


CLAIMS = Index(Claim, "claim_search")
DOCUMENTS = Index(Document, "document_search")
CAPTURES = Index(Capture, "capture_search", candidates=300)  # ranking a long text takes longer
NOTES = (Index(Evidence, "note_search", 4, 0), Index(Comment, "note_search", 4, 1), Index(Review, "note_search", 4, 2))


def best(
    session: Session, index: Index, words: tuple[str, ...], conditions: Sequence[ColumnElement[bool]], limit: int
) -> list[int]:
    """Find the ids of the best matches that meet the conditions (on the index's model), best first.

    Whole words come first; where they find less than asked for, the last word is also taken as a beginning.
    """
    found: dict[int, None] = {}
    for beginning in (False, True):
        if not words or (beginning and (len(found) >= limit or not typed.may_begin(words))):
            break
        newest = _candidates(session, index, words, conditions, beginning=beginning)
        most = max(limit, min(index.candidates, FILTERED_CANDIDATES)) if conditions else index.candidates
        candidates = newest.limit(most).subquery()
        ranked = select(candidates.c.id).order_by(candidates.c.rank, candidates.c.id.desc()).limit(limit)
        found.update(dict.fromkeys(session.scalars(ranked)))
    return list(found)[:limit]


def count(
    session: Session, index: Index, words: tuple[str, ...], conditions: Sequence[ColumnElement[bool]], at_most: int
) -> int:
    """Count the matches that meet the conditions, up to ``at_most``."""
    on_postgresql = session.get_bind().dialect.name == "postgresql"
    counted = 0
    for beginning in (False, True):
        if words and (not beginning or (counted < CANDIDATES and typed.may_begin(words))):
            ask = _on_postgresql if on_postgresql else _on_sqlite
            matches = ask(index, words, conditions, beginning=beginning).limit(at_most).subquery()
            asked = select(func.count()).select_from(matches)
            counted = max(counted, *(_by_index(session, asked) if on_postgresql else session.scalars(asked)))
    return counted


def _candidates(
    session: Session,
    index: Index,
    words: tuple[str, ...],
    conditions: Sequence[ColumnElement[bool]],
    *,
    beginning: bool,
) -> Select[*tuple[Any, ...]]:
    if session.get_bind().dialect.name != "postgresql":
        return _on_sqlite(index, words, conditions, beginning=beginning)
    matching = _on_postgresql(index, words, conditions, beginning=beginning)
    if beginning:
        # PostgreSQL takes every beginning of a word for a frequent one, and would look for a rare one from the newest
        # row back through the whole table. So here the first matches that the full-text index gives stand for all.
        some = matching.with_only_columns(index.model.id).limit(index.candidates)
        return matching.where(index.model.id.in_(_by_index(session, some)))
    return matching.order_by(index.model.id.desc())


def _by_index(session: Session, matching: Select[*tuple[Any, ...]]) -> Sequence[Any]:
    """Let PostgreSQL answer from the full-text index, not by reading the table until enough is found."""
    with by_index(session):
        return session.scalars(matching).all()


def _on_sqlite(
    index: Index, words: tuple[str, ...], conditions: Sequence[ColumnElement[bool]], *, beginning: bool
) -> Select[*tuple[Any, ...]]:
    """Walk along the index from the newest row; FTS5 does so without sorting."""
    fts = table(index.fts, column("rowid", Integer), column("rank", Float))
    row = fts.c.rowid // index.factor if index.factor > 1 else fts.c.rowid
    asked = (
        select(row.label("id"), fts.c.rank.label("rank"))
        .where(literal_column(index.fts).op("MATCH", is_comparison=True)(typed.for_fts5(words, beginning=beginning)))
        .order_by(fts.c.rowid.desc())
    )
    if index.factor > 1:
        asked = asked.where(fts.c.rowid % index.factor == index.place)
    if conditions:
        # EXISTS, not a join: SQLite must not ask the full-text index anew for every row of the other table.
        asked = asked.where(exists().where(index.model.id == row, *conditions))
    return asked


def _on_postgresql(
    index: Index, words: tuple[str, ...], conditions: Sequence[ColumnElement[bool]], *, beginning: bool
) -> Select[*tuple[Any, ...]]:
    """Select the matches, in no order."""
    search: ColumnElement[Any] = literal_column(f"{index.model.__table__.name}.search")
    query = func.to_tsquery("simple", typed.for_tsquery(words, beginning=beginning))
    return select(index.model.id.label("id"), (-func.ts_rank(search, query)).label("rank")).where(
        search.op("@@", is_comparison=True)(query), *conditions
    )
