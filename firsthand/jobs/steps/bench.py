"""What steps work with, whose work they do, and how they answer."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from db.errors import RecordError
from db.queries import people
from db.session import Database
from firsthand import desk
from firsthand.errors import FirsthandError, NotAllowedError
from firsthand.jobs.ending import Ending
from firsthand.jobs.turns import Turns
from firsthand.settings import Settings
from firsthand.sources.fetching import Web
from firsthand.sources.parsing import Parser

Json = dict[str, Any]
_LOOK = 0.5  # seconds between two looks at the parts of a job


@dataclass(frozen=True, slots=True)
class Bench:
    """What steps work with. The library calls steps by name in threads of its own, so they find it in one place."""

    database: Database
    settings: Settings
    web: Web
    parser: Parser
    turns: Turns
    parts_open: Callable[[str], bool]
    """Tells whether some parts of a job, by its key, are not over yet."""


_bench: list[Bench] = []


class WorkerLeft(BaseException):
    """The worker leaves: what it was at stays as it is, for the next one; it is no failure, and caught by nobody."""


def equip(bench: Bench | None) -> None:
    """Put a worker's things in place, or take them away; a process has one worker at a time."""
    _bench.clear()
    if bench is not None:
        _bench.append(bench)


def at_hand() -> Bench:
    """Get them; raises ``WorkerLeft`` where they were taken away."""
    if not _bench:
        raise WorkerLeft
    return _bench[0]


def wait_for_parts(key: str) -> None:
    """Wait until all parts of a job are over; raises ``WorkerLeft`` where the worker leaves first."""
    while _bench and _bench[0].parts_open(key):
        time.sleep(_LOOK)
    if not _bench:
        raise WorkerLeft


def answered(step: Callable[..., Json]) -> Callable[..., Json]:
    """Turn what is refused in words into an answer; what the record cannot do for a moment stays an exception."""

    @wraps(step)
    def answering(*given: Any) -> Json:  # noqa: ANN401 - JSON
        try:
            return step(*given)
        except RecordError:
            raise
        except FirsthandError as error:
            return over(Ending(came_through=False, sentence=str(error)))

    return answering


def over(ending: Ending, **more: Any) -> Json:  # noqa: ANN401 - JSON
    """Answer that it is over, with what the workflow needs to know beside."""
    return {"ending": ending.as_json(), **more}


def actor_of(asked_by: str | None) -> desk.Actor:
    """Tell for whom the work is done; without a person it is the house's own."""
    if not asked_by:
        return desk.SYSTEM
    with at_hand().database.read() as session:
        person = people.user_by_email(session, asked_by)
    if person is None or person.disabled:
        raise NotAllowedError(f"{asked_by} is no longer on this desk: somebody else has to ask for it.")
    return desk.Actor.of(person)
