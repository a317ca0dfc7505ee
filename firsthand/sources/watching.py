"""Looking at documents again: fetched, compared with what claims rest on, and recorded, each step once.

A look has two halves, so that a durable job can repeat either: the page is fetched and recorded as a capture
(``firsthand.sources.captures``), then what became of the places that claims rest on is recorded as an observation. The
places are looked for before the transaction begins, which only writes down what was found.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from db.queries import observations, watches
from firsthand import desk
from firsthand.sources import captures

if TYPE_CHECKING:
    from db.rows import ObservationRow
    from db.session import Database
    from firsthand.sources.captures import Recorded
    from firsthand.sources.fetching import Web
    from firsthand.sources.parsing import Parser


def observe(
    database: Database,
    web: Web,
    parser: Parser,
    actor: desk.Actor,
    document_id: int,
    *,
    robots: bool,
    key: str | None = None,
) -> ObservationRow:
    """Look at a document now: fetch it, unless the site says that nothing has changed, and record what that means.

    ``robots`` obeys robots.txt, as scheduled looks do. ``key`` makes the look happen once, however often it is asked.
    """
    recorded = captures.capture(database, web, parser, actor, document_id, robots=robots, key=key, conditional=True)
    return observed_from(database, actor, document_id, recorded, key=key)


def observed_from(
    database: Database,
    actor: desk.Actor,
    document_id: int,
    recorded: Recorded | None,
    fetched_reason: str | None = None,
    *,
    key: str | None = None,
) -> ObservationRow:
    """Record what a fetch means for the claims that rest on a document.

    ``recorded`` is the capture that it brought; without one the site said that nothing has changed or, where there is a
    ``fetched_reason``, nothing came at all and nothing was recorded of it.
    """
    capture_id = None if recorded is None else recorded.capture_id
    return _observed(database, actor, document_id, capture_id, reason=fetched_reason, key=key)


def after_capture(database: Database, actor: desk.Actor, document_id: int, capture_id: int) -> ObservationRow:
    """Record what a capture means that was taken for another reason than the watch; a second time it is found."""
    return _observed(database, actor, document_id, capture_id)


def plan(database: Database, now: dt.datetime) -> int:
    """Plan looks at documents for which nobody has, as after a case was loaded; tells how many are watched from now on.

    The desk plans with every deed on a claim, so this is for what came otherwise: when a worker starts, and daily.
    """
    planned, after = 0, 0
    while True:
        with database.read() as session:
            wanted = watches.unplanned(session, after)
        if not wanted:
            return planned
        after = wanted[-1]
        with database.write() as session:
            planned += sum(desk.plan_look(session, desk.find_document(session, number), now) for number in wanted)


def _observed(
    database: Database,
    actor: desk.Actor,
    document_id: int,
    capture_id: int | None,
    *,
    reason: str | None = None,
    key: str | None = None,
) -> ObservationRow:
    with database.read() as session:
        wanted = desk.to_be_found(session, desk.find_document(session, document_id), capture_id)
        found = desk.find_places(session, wanted) if reason is None else {}
    with database.write() as session:
        recorded = desk.record_observation(session, actor, document_id, capture_id, reason=reason, uid=key, found=found)
        number = recorded.id
    with database.read() as session:
        row = observations.get(session, number)
    if row is None:
        raise LookupError(number)
    return row
