"""Bulk loading: without indexes and triggers, which are put back afterwards, with the tallies counted in one go."""

from __future__ import annotations

import importlib
import itertools
import sqlite3
from collections.abc import Callable, Iterator

import psycopg
from rich.progress import Progress

from db.session import Database
from tests.bench.synthetic import Row, Synthetic, Table

CHUNK = 5000
TALLIES = (
    (
        "INSERT INTO claim_tally SELECT desk_id, work_state, coalesce(substance_finding, ''), checkable,"
        " coalesce(best_tier, ''), count(*) FROM claim GROUP BY 1, 2, 3, 4, 5"
    ),
    "INSERT INTO flag_tally SELECT desk_id, flag, count(*) FROM claim_flag GROUP BY 1, 2",
    (
        "INSERT INTO source_tally (source_id, source_kind, evidence, claims, captures, captured)"
        " SELECT document.id, source_kind, count(evidence.id), count(DISTINCT claim_id), 0, false FROM document"
        " LEFT JOIN evidence ON evidence.source_id = document.id WHERE document.type = 'source' GROUP BY 1, 2"
    ),
    "INSERT INTO record_tally SELECT type, count(*) FROM document GROUP BY 1",
    "INSERT INTO record_tally SELECT 'capture', count(*) FROM capture",
    "INSERT INTO record_tally SELECT 'evidence', count(*) FROM evidence",
    "INSERT INTO record_tally SELECT 'speaker', count(*) FROM speaker",
)
# What the tallies of later versions are filled with is written in their migrations.
THE_DASHBOARD = importlib.import_module("db.migrations.versions.0003_the_dashboard")
THE_LIBRARY = importlib.import_module("db.migrations.versions.0004_the_library")


def load(database: Database, synthetic: Synthetic, progress: Progress) -> None:
    """Fill an empty record."""
    (_into_sqlite if database.is_sqlite else _into_postgresql)(database, synthetic, progress)


def _into_sqlite(database: Database, synthetic: Synthetic, progress: Progress) -> None:
    connection = sqlite3.connect(str(database.sqlite_path), isolation_level=None)
    for pragma in ("journal_mode = OFF", "synchronous = OFF", "foreign_keys = OFF", "cache_size = -500000"):
        connection.execute(f"PRAGMA {pragma}")
    kept = connection.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE type IN ('trigger', 'index') AND sql IS NOT NULL"
    ).fetchall()
    for kind, name, _ in kept:
        connection.execute(f"DROP {kind} {name}")

    def put(table: str, columns: tuple[str, ...], rows: list[Row]) -> None:
        marks = ", ".join("?" * len(columns))
        connection.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", rows)  # noqa: S608

    connection.execute("BEGIN")
    _all_tables(synthetic, progress, put)
    again = [
        *TALLIES,
        *THE_DASHBOARD.fillings(postgresql=False),
        *THE_LIBRARY.FILLINGS,
        *(
            f"INSERT INTO {name}({name}) VALUES ('rebuild')"  # noqa: S608
            for name in ("claim_search", "document_search", "capture_search")
        ),
        "INSERT INTO note_search (rowid, body) SELECT id * 4, note FROM evidence WHERE note <> ''",
        *(sql for _, _, sql in sorted(kept)),
    ]
    for statement in progress.track(again, description="indexes, tallies, full text"):
        connection.execute(statement)
    connection.execute("COMMIT")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()


def _into_postgresql(database: Database, synthetic: Synthetic, progress: Progress) -> None:
    with psycopg.connect(database.url.set(drivername="postgresql").render_as_string(hide_password=False)) as connection:
        connection.execute("SET session_replication_role = replica")
        connection.execute("SET maintenance_work_mem = '512MB'")
        kept = connection.execute(
            "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' AND indexname LIKE 'ix_%'"
        ).fetchall()
        for name, _ in kept:
            connection.execute(f"DROP INDEX {name}")

        def put(table: str, columns: tuple[str, ...], rows: list[Row]) -> None:
            with connection.cursor().copy(f"COPY {table} ({', '.join(columns)}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)

        _all_tables(synthetic, progress, put)
        again = [*TALLIES, *THE_DASHBOARD.fillings(postgresql=True), *THE_LIBRARY.FILLINGS, *(sql for _, sql in kept)]
        for statement in progress.track(again, description="indexes, tallies"):
            connection.execute(statement)
        connection.commit()
        connection.autocommit = True
        connection.execute("VACUUM ANALYZE")


def _all_tables(
    synthetic: Synthetic, progress: Progress, put: Callable[[str, tuple[str, ...], list[Row]], None]
) -> None:
    for name, columns, rows, count in synthetic.tables():
        task = progress.add_task(name, total=count)
        for chunk in _chunks((name, columns, rows, count)):
            put(name, columns, chunk)
            progress.advance(task, len(chunk))


def _chunks(table: Table) -> Iterator[list[Row]]:
    rows = table[2]
    while chunk := list(itertools.islice(rows, CHUNK)):
        yield chunk
