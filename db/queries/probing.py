"""Probes: words that a text has to have together, each with a weight; a full-text index is asked for many at once."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import Float, Integer, String, column, func, literal_column, text, values

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, FromClause, TextClause
    from sqlalchemy.orm import Session

    from db.queries.fulltext import Index


class Probe(NamedTuple):
    """Words that a text has to have together, and what having them weighs."""

    words: tuple[str, ...]
    weight: float


class Asked(NamedTuple):
    """Probes as a table of PostgreSQL's (query, weight), and the condition that a row of the index matches one."""

    probe: FromClause
    matching: ColumnElement[bool]


def weighed_on_sqlite(index: Index, queries: Iterable[tuple[str, float]]) -> FromClause:
    """Select the rows that queries of FTS5 find (id), each with the weight of all that find it (weight)."""
    weighing = text(
        "SELECT found.rowid AS id, sum(json_extract(probe.value, '$[1]')) AS weight"  # noqa: S608 - our own names
        f" FROM json_each(:probes) AS probe CROSS JOIN {index.fts} AS found"
        f" WHERE found.{index.fts} MATCH json_extract(probe.value, '$[0]') GROUP BY found.rowid"
    ).columns(column("id", Integer), column("weight", Float))
    return weighing.bindparams(probes=json.dumps([list(query) for query in queries])).subquery("weighed")


def asked_of_postgresql(index: Index, queries: Iterable[tuple[str, float]]) -> Asked:
    """Put queries as ``to_tsquery`` reads them, with their weights, against the index."""
    probe = values(column("query", String), column("weight", Float), name="probe").data(list(queries))
    search: ColumnElement[Any] = literal_column(f"{index.model.__tablename__}.search")
    return Asked(probe, search.op("@@", is_comparison=True)(func.to_tsquery("simple", probe.c.query)))


def common_words(index: Index) -> TextClause:
    """Ask PostgreSQL's statistics for the most common words of an index, and in what share of the rows they stand."""
    return text(
        "SELECT word, share FROM pg_stats, unnest(most_common_elems::text::text[], most_common_elem_freqs)"
        " AS common(word, share) WHERE schemaname = current_schema() AND tablename = :name AND attname = 'search'"
    ).bindparams(name=index.model.__tablename__)


@contextlib.contextmanager
def by_index(session: Session) -> Iterator[None]:
    """Keep PostgreSQL from taking a search for many words for a frequent one, and reading the whole table."""
    if session.get_bind().dialect.name == "sqlite":
        yield
        return
    session.execute(text("SET LOCAL enable_seqscan = off"))
    yield
    session.execute(text("SET LOCAL enable_seqscan = on"))
