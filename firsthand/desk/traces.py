"""Traces: what following references from a claim towards the first hand brought."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Trace
from db.queries.traces import kept
from db.rows import TraceStep
from db.vocabulary import Role, SearchOutcome, TraceOutcome
from firsthand.desk.actor import Actor
from firsthand.desk.correspondence import log_search
from firsthand.desk.record import find_claim
from firsthand.errors import InvalidError

PLACE = "Trace"
"""Where a trace looked, in the search log."""

_LOGGED = {
    TraceOutcome.FOUND: SearchOutcome.FOUND,
    TraceOutcome.DEAD_END: SearchOutcome.NOTHING,
    TraceOutcome.TOO_FAR: SearchOutcome.NOTHING,
    TraceOutcome.BLOCKED: SearchOutcome.BLOCKED,
}


def record_trace(
    session: Session,
    actor: Actor,
    claim_id: int,
    *,
    uid: str,
    outcome: TraceOutcome,
    reason: str,
    steps: Sequence[TraceStep],
) -> Trace:
    """Put a trace on file, with its entry in the claim's search log; the second time with one ``uid`` it is found.

    ``steps`` begin with the article. A trace is never changed; a later one stands beside it.
    """
    there = session.scalars(select(Trace).where(Trace.uid == uid)).first()
    if there is not None:
        return there
    actor.require(Role.CHECKER, to="trace claims")
    claim = find_claim(session, claim_id)
    if not reason.strip() or not steps:
        raise InvalidError("A trace has a way that it went, and says how it ended.")
    trace = Trace(
        uid=uid,
        claim_id=claim.id,
        outcome=outcome,
        reason=reason.strip(),
        path={"steps": [kept(step) for step in steps]},
        at=actor.now(),
        by_id=actor.id,
    )
    session.add(trace)
    visited = [step.url for step in steps[1:] if step.url]
    query = " → ".join(visited) or "the article's references"
    log_search(session, actor, claim.id, place=PLACE, query=query, outcome=_LOGGED[outcome], note=reason)
    return trace
