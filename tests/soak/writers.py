"""Processes that work on one record at once, each a deed after the other, and tell what was kept."""

from __future__ import annotations

import multiprocessing as mp
import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from db.models import Claim
from db.queries import people
from db.session import Database
from db.vocabulary import CaptureMethod
from firsthand import desk
from firsthand.desk import Actor
from firsthand.errors import ConflictError
from firsthand.taking_in import Incoming, take_in
from tests.firsthand.newsroom import Newsroom

_CONTEXT = mp.get_context("forkserver")
_CONTEXT.set_forkserver_preload(["tests.soak.writers"])


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record is, and what of it the writers share."""

    url: str
    folder: Path
    desk_id: int
    article_id: int
    capture_id: int
    claims: tuple[int, ...] = ()

    @classmethod
    def of(cls, newsroom: Newsroom, claims: tuple[int, ...] = ()) -> Place:
        database = newsroom.database
        url = database.url.render_as_string(hide_password=False)
        return cls(url, database.folder, newsroom.desk_id, newsroom.article_id, newsroom.capture_id, claims)

    @contextmanager
    def opened(self, person: str = "eve") -> Iterator[tuple[Database, Actor]]:
        database = Database(self.url, self.folder)
        with database.read() as session:
            user = people.user_by_email(session, f"{person}@desk.example")
        assert user is not None
        yield database, Actor.of(user)
        database.close()


@dataclass
class Told:
    """What a writer has to tell at its end."""

    kept: list[str] = field(default_factory=list)
    conflicts: list[tuple[int, int]] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    error: str = ""


Work = Callable[[Place, int, float, Connection], None]


def save_until_killed(place: Place, number: int, _seconds: float, pipe: Connection) -> None:
    """Save claims and articles one after the other; tell each only once it is kept."""
    with place.opened() as (database, actor):
        newsroom = Newsroom(database, {"eve": actor})
        for count in range(100_000):
            if count % 4 == 3:
                text = f"Mayor Joan Peel said on 4 May 2026 that run {number} has closed {count} bridges. " * 3
                taken = take_in(database, actor, place.desk_id, Incoming(text.encode(), CaptureMethod.PASTE))
                pipe.send(("capture", taken.capture_id))
            else:
                new = newsroom.new_claim(
                    article_id=place.article_id, capture_id=place.capture_id, statement=f"Run {number}, claim {count}."
                )
                with database.write() as session:
                    claim = desk.add_claim(session, actor, new)
                pipe.send(("claim", claim.id))


def count_up(place: Place, number: int, seconds: float, pipe: Connection) -> None:
    """Count shared claims up, reading and writing in one transaction; tell how long each write took."""
    told, chance, end = Told(), random.Random(number), time.monotonic() + seconds
    try:
        with place.opened() as (database, actor):
            while time.monotonic() < end:
                claim_id = chance.choice(place.claims)
                begun = time.perf_counter()
                with database.write() as session:
                    claim = session.get_one(Claim, claim_id)
                    count = str(int(claim.statement) + 1)
                    desk.edit_claim(session, actor, claim_id, claim.version, {"statement": count})
                told.seconds.append(time.perf_counter() - begun)
                told.kept.append(str(claim_id))
    except Exception as error:  # noqa: BLE001 - whatever it is, the test shows it
        told.error = repr(error)
    pipe.send(told)


def fill_in_forms(place: Place, number: int, seconds: float, pipe: Connection) -> None:
    """Draw a form, think, submit it with the version that was drawn; on a conflict draw it again."""
    told, chance, end = Told(), random.Random(number), time.monotonic() + seconds
    try:
        with place.opened() as (database, actor):
            while time.monotonic() < end:
                _fill_in(database, actor, chance.choice(place.claims), f"{number}.{len(told.kept)}", chance, told)
    except Exception as error:  # noqa: BLE001
        told.error = repr(error)
    pipe.send(told)


def _fill_in(database: Database, actor: Actor, claim_id: int, token: str, chance: random.Random, told: Told) -> None:
    while True:
        with database.read() as session:
            drawn = session.get_one(Claim, claim_id)
            version, statement = drawn.version, drawn.statement
        time.sleep(chance.uniform(0, 0.05))
        try:
            with database.write() as session:
                desk.edit_claim(session, actor, claim_id, version, {"statement": f"{statement} {token}"})
        except ConflictError as conflict:
            told.conflicts.append((conflict.seen, conflict.current))
        else:
            told.kept.append(f"{claim_id} {token}")
            return


@contextmanager
def started(work: Work, place: Place, number: int, seconds: float = 0.0) -> Iterator[tuple[Any, Connection]]:
    """Start one writer, and kill it at the end if it still runs."""
    ours, theirs = _CONTEXT.Pipe(duplex=False)
    process = _CONTEXT.Process(target=work, args=(place, number, seconds, theirs), daemon=True)
    process.start()
    theirs.close()
    try:
        yield process, ours
    finally:
        process.kill()
        process.join()
        process.close()
        ours.close()


def together(work: Work, place: Place, count: int, seconds: float) -> list[Told]:
    """Let several writers work at once, and collect what they tell."""
    pipes, processes = [], []
    for number in range(count):
        ours, theirs = _CONTEXT.Pipe(duplex=False)
        process = _CONTEXT.Process(target=work, args=(place, number, seconds, theirs), daemon=True)
        process.start()
        theirs.close()
        pipes.append(ours)
        processes.append(process)
    told = []
    for process, pipe in zip(processes, pipes, strict=True):
        told.append(pipe.recv())
        process.join()
        process.close()
        pipe.close()
    return told
