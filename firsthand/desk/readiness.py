"""How ready a claim is for its next step: the facts that the guards judge by."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models import Claim, ClaimFlag, Comment, Review, SearchEntry, Source
from db.vocabulary import AttributionFinding, Flag, ReviewKind, Stance, SubstanceFinding, WorkState
from firsthand.desk.actor import Actor
from firsthand.desk.backing import live_evidence
from firsthand.desk.content import claim_hash
from firsthand.desk.record import find_claim, find_desk
from firsthand.desk.standing import standing, was_a_draft
from firsthand.states import EvidenceFacts, Facts, Transition, ways_out

_JUDGED = frozenset({WorkState.OPEN, WorkState.NOT_FOR_US})


def facts_of(
    session: Session,
    actor: Actor,
    claim: Claim,
    *,
    why: str = "",
    assigned: bool | None = None,
    awaiting: tuple[str, str, dt.date | None] = ("", "", None),
) -> Facts:
    """Gather what the guards judge by."""
    evidence = live_evidence(session, claim.id)
    addresses = dict(
        session.execute(
            select(Source.id, Source.url).where(Source.id.in_({piece.source_id for piece in evidence}))
        ).all()
    )
    recheck = _recheck(session, claim)
    return Facts(
        statement=claim.statement,
        assigned=claim.assignee_id is not None if assigned is None else assigned,
        substance=claim.substance_finding,
        attribution=claim.attribution_finding,
        evidence=tuple(
            EvidenceFacts(
                piece.uid,
                piece.stance,
                # Before anything is captured, the source's own address is the best place there is.
                placed=bool(piece.passage.capture_id or piece.passage.locator or addresses.get(piece.source_id)),
            )
            for piece in evidence
        ),
        searched=session.scalar(select(SearchEntry.id).where(SearchEntry.claim_id == claim.id).limit(1)) is not None,
        blocking_comments=session.scalar(
            select(func.count()).where(
                Comment.claim_id == claim.id, Comment.blocking.is_(True), Comment.resolved_at.is_(None)
            )
        )
        or 0,
        flags=frozenset(session.scalars(select(ClaimFlag.flag).where(ClaimFlag.claim_id == claim.id))),
        actor_id=actor.id,
        own_work_of=people_behind(session, claim),
        allow_self_signing=find_desk(session, claim.desk_id).allow_self_signing,
        reason=why,
        awaiting=awaiting[0],
        awaiting_from=awaiting[1],
        awaiting_until=awaiting[2],
        rechecked_by=recheck.reviewer_id if recheck else None,
        looked_at=frozenset((recheck.looked_at or {}).get("evidence", ())) if recheck else frozenset(),
        just_judged=claim.work_state in _JUDGED and was_a_draft(standing(session, claim.id)),
    )


def people_behind(session: Session, claim: Claim) -> frozenset[int]:
    """Tell whose work a signature would be on: who checked or re-checked, who edited last, who set the findings."""
    recheck = _recheck(session, claim)
    concluded = session.scalar(
        select(Review.reviewer_id)
        .where(Review.claim_id == claim.id, Review.kind == ReviewKind.FINDINGS)
        .order_by(Review.id.desc())
        .limit(1)
    )
    people = {claim.checker_id, claim.last_editor_id, concluded, recheck.reviewer_id if recheck else None}
    return frozenset(person for person in people if person is not None)


def _recheck(session: Session, claim: Claim) -> Review | None:
    """Find the re-check of the claim as it stands now, if somebody has logged one."""
    if claim.work_state is not WorkState.RECHECK:
        return None
    newest = session.scalars(
        select(Review)
        .where(Review.claim_id == claim.id, Review.kind == ReviewKind.RECHECKED, Review.at >= claim.state_since)
        .order_by(Review.id.desc())
        .limit(1)
    ).first()
    if newest is None or newest.content_hash != claim_hash(claim, live_evidence(session, claim.id)):
        return None
    return newest


def next_steps(session: Session, actor: Actor, claim_id: int) -> tuple[tuple[Transition, tuple[str, ...]], ...]:
    """List every way out of the claim's state with what is still missing for it; empty means that it can be done."""
    claim = find_claim(session, claim_id)
    facts = facts_of(session, actor, claim)
    return tuple((row, row.missing(facts)) for row in ways_out(claim.work_state))


class Requirement(StrEnum):
    """What a step may ask for, in the order in which the work is done."""

    STATEMENT = "statement"
    CHECKER = "checker"
    EVIDENCE = "evidence"
    SEARCH = "search"
    SUBSTANCE = "substance"
    ATTRIBUTION = "attribution"
    PASSAGES = "passages"
    FLAGS = "flags"
    COMMENTS = "comments"
    SECOND_PERSON = "second_person"
    RECHECK = "recheck"
    LOOKED_AT = "looked_at"


class Item(NamedTuple):
    """One line of a step's checklist: what is asked for, and the guard's sentence while it is not there.

    ``requirement`` is None for a sentence that belongs to none of them.
    """

    requirement: Requirement | None
    missing: str = ""

    @property
    def done(self) -> bool:
        """Whether it is there."""
        return not self.missing


_Change = Callable[[Facts], Facts]


class _Probe(NamedTuple):
    """The same claim with a requirement met, and with it wanting; a guard tells by the difference what it asks for."""

    met: _Change
    wanting: _Change


_BACKED = tuple(EvidenceFacts(f"{stance.value} as if", stance, placed=True) for stance in Stance)
_PROBES: dict[Requirement, _Probe] = {
    Requirement.STATEMENT: _Probe(lambda f: replace(f, statement="as if"), lambda f: replace(f, statement="")),
    Requirement.CHECKER: _Probe(lambda f: replace(f, assigned=True), lambda f: replace(f, assigned=False)),
    Requirement.EVIDENCE: _Probe(
        lambda f: replace(f, evidence=(*f.evidence, *_BACKED), looked_at=f.looked_at | {p.uid for p in _BACKED}),
        lambda f: replace(f, evidence=()),
    ),
    Requirement.SEARCH: _Probe(lambda f: replace(f, searched=True), lambda f: replace(f, searched=False)),
    Requirement.SUBSTANCE: _Probe(
        lambda f: replace(f, substance=f.substance or SubstanceFinding.NOT_CHECKABLE),
        lambda f: replace(f, substance=None),
    ),
    Requirement.ATTRIBUTION: _Probe(
        lambda f: replace(f, attribution=f.attribution or AttributionFinding.NO_SPEAKER),
        lambda f: replace(f, attribution=None),
    ),
    Requirement.PASSAGES: _Probe(
        lambda f: replace(f, flags=f.flags - {Flag.ANCHOR_LOST}),
        lambda f: replace(f, flags=f.flags | {Flag.ANCHOR_LOST}),
    ),
    Requirement.FLAGS: _Probe(
        lambda f: replace(f, flags=frozenset(flag for flag in f.flags if not flag.blocks_publishing)),
        lambda f: replace(f, flags=f.flags | {Flag.NEEDS_SOURCE}),
    ),
    Requirement.COMMENTS: _Probe(lambda f: replace(f, blocking_comments=0), lambda f: replace(f, blocking_comments=1)),
    Requirement.SECOND_PERSON: _Probe(
        lambda f: replace(f, own_work_of=frozenset()),
        lambda f: replace(f, own_work_of=frozenset({f.actor_id or 0}), actor_id=f.actor_id or 0),
    ),
    Requirement.RECHECK: _Probe(lambda f: replace(f, rechecked_by=-1), lambda f: replace(f, rechecked_by=None)),
    Requirement.LOOKED_AT: _Probe(
        lambda f: replace(f, looked_at=frozenset(piece.uid for piece in f.evidence)),
        lambda f: replace(f, looked_at=frozenset()),
    ),
}


def checklist(way: Transition, facts: Facts) -> tuple[Item, ...]:
    """List what a step asks for, met or not, in a fixed order, so that a line is ticked off where it stands. Pure.

    The guard alone knows what it asks for: its answers for the claim as it is are held against those for the same claim
    with one requirement met, and with it wanting. Before there is a finding nothing has to be backed, but nearly every
    finding has to be, so evidence is asked for as if there were one.
    """
    likely = facts
    if facts.substance is None and not facts.searched:
        likely = replace(facts, substance=SubstanceFinding.MOSTLY_SUPPORTED)
    # With a reason flags may be overridden: what is then still said of a lost passage is said of that alone.
    bases = {Requirement.EVIDENCE: likely, Requirement.PASSAGES: replace(facts, reason=facts.reason or "as if")}
    lacking = dict.fromkeys((*way.missing(facts), *way.missing(likely)))
    items: list[Item] = []
    for requirement, probe in _PROBES.items():
        base = bases.get(requirement, facts)
        now, met = frozenset(way.missing(base)), frozenset(way.missing(probe.met(base)))
        open_ones = [sentence for sentence in lacking if sentence in now - met]
        for sentence in open_ones:
            items.append(Item(requirement, sentence))
            del lacking[sentence]
        if not open_ones and frozenset(way.missing(probe.wanting(base))) - now:
            items.append(Item(requirement))
    return (*items, *(Item(None, sentence) for sentence in lacking))


class StepFacts(NamedTuple):
    """A way out of a claim's state: what is missing for it, and its whole checklist."""

    way: Transition
    missing: tuple[str, ...]
    items: tuple[Item, ...]


def steps_with_checklists(session: Session, actor: Actor, claim_id: int) -> tuple[StepFacts, ...]:
    """List every way out of the claim's state with what is missing for it, apart from what its own form will ask."""
    claim = find_claim(session, claim_id)
    facts = facts_of(session, actor, claim)
    return tuple(_step(row, facts) for row in ways_out(claim.work_state))


def _step(way: Transition, facts: Facts) -> StepFacts:
    """Judge a step as if its form were filled in; only flags are not taken to be overridden with a reason."""
    filled = replace(
        facts,
        reason="" if way.target is WorkState.PUBLISHED else "as if",
        awaiting="as if",
        awaiting_from="as if",
        awaiting_until=dt.date.max,
    )
    items = tuple(item for item in checklist(way, filled) if item.done or item.requirement is not Requirement.CHECKER)
    return StepFacts(way, way.missing(replace(filled, assigned=True)), items)
