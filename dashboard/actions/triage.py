"""Going through an article's drafts: one deed at a time, and its way back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import assert_never

from sqlalchemy import select
from sqlalchemy.event import listen
from sqlalchemy.orm import Session

from dashboard.actions.attempts import refused, writing
from dashboard.outcome import Outcome
from dashboard.texts import triage as texts
from dashboard.wish.triage import Compare, Keep, Merge, Reword, Split, TakeBack, Triage, TurnAway
from db.errors import FirsthandError
from db.models import Claim, Speaker
from db.rows import UserRow, claim_ref
from db.vocabulary import ResemblanceDecision, WorkState
from firsthand import desk
from firsthand.desk import Seen
from firsthand.desk.record import find_claim

_DECISIONS = {
    True: ResemblanceDecision.CONFIRMED,
    False: ResemblanceDecision.DISMISSED,
    None: ResemblanceDecision.SUGGESTED,
}


@dataclass(frozen=True, slots=True)
class Triaged:
    """What became of a deed: its outcome, the versions that it left its claims at, how many deeds undo it."""

    outcome: Outcome
    versions: dict[int, int] = field(default_factory=dict)
    deeds: int = 0


def carry_out(person: UserRow, claim_id: int, seen: int, wish: Triage) -> Triaged:
    """Do what a person wants with a draft; ``seen`` is the version of it that they saw."""
    actor = desk.Actor.of(person)
    touched: set[Claim] = set()

    def note(session: Session, *_: object) -> None:
        touched.update(row for row in (*session.new, *session.dirty) if isinstance(row, Claim))

    try:
        with writing() as session:
            listen(session, "before_flush", note)
            sentence, deeds = _do(session, actor, Seen(claim_id, seen), wish)
            session.flush()
            versions = {row.id: row.version for row in touched}
    except FirsthandError as error:
        return Triaged(refused(error))
    return Triaged(Outcome(True, sentence, ref=claim_ref(claim_id)), versions, deeds)


def _do(session: Session, actor: desk.Actor, claim: Seen, wish: Triage) -> tuple[str, int]:  # noqa: PLR0911 - a deed each
    """Do it; tells what to say of it, and how many deeds undo it."""
    ref = claim_ref(claim.claim_id)
    match wish:
        case Keep(changes):
            return _keep(session, actor, claim, changes)
        case TurnAway(reason):
            desk.turn_away(session, actor, claim.claim_id, claim.version, reason)
            return texts.turned_away(ref, reason), 1
        case Reword(statement):
            desk.edit_claim(session, actor, claim.claim_id, claim.version, {"statement": statement}, texts.REWORDED_WHY)
            return texts.reworded(ref), 1
        case Merge(other_id, other_seen, statement):
            desk.merge_claims(session, actor, claim, Seen(other_id, other_seen), statement)
            return texts.merged(claim_ref(other_id), ref), 1
        case Split(pieces):
            start = find_claim(session, claim.claim_id).start
            parts = [desk.Part(start + piece.start, start + piece.end, piece.statement) for piece in pieces]
            made = desk.split_claim(session, actor, claim, parts)
            return texts.split(ref, [claim_ref(part.id) for part in made[1:]]), 1
        case Compare(other_id, same):
            desk.decide_resemblance(session, actor, claim.claim_id, other_id, _DECISIONS[same])
            return texts.compared(ref, claim_ref(other_id), same=same) if same is not None else texts.undone(ref), 0
        case TakeBack(deeds):
            desk.undo(session, actor, claim, deeds)
            return texts.undone(ref), 0
    assert_never(wish)


def _keep(session: Session, actor: desk.Actor, seen: Seen, changes: dict[str, object]) -> tuple[str, int]:
    claim = find_claim(session, seen.claim_id)
    changed = {name: value for name, value in changes.items() if getattr(claim, name) != value}
    if "speaker_as_named" in changed:
        changed["speaker_id"] = _on_file(session, changed["speaker_as_named"])
    version = seen.version
    if changed:
        version = desk.edit_claim(session, actor, claim.id, version, changed, texts.EDITED_WHY).version
    again = claim.work_state is WorkState.NOT_FOR_US
    edited = version != seen.version
    if claim.work_state is not WorkState.OPEN:
        desk.open_claim(session, actor, claim.id, version, texts.KEPT_AFTER_ALL if again else "")
        return texts.kept(claim_ref(claim.id), edited=edited), 1 + edited
    return texts.kept(claim_ref(claim.id), edited=edited), int(edited)


def _on_file(session: Session, name: object) -> int | None:
    """Find the record of the speaker who is called exactly so."""
    return session.scalar(select(Speaker.id).where(Speaker.name == name)) if name else None
