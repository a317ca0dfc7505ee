"""What a person does about a passage that is gone: keep what was captured before, or place it again."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models import Anchor, Evidence, Source
from db.rows import EvidenceDraft
from db.vocabulary import EventAction, Role
from firsthand.desk.actor import Actor
from firsthand.desk.aftermath import DOUBTFUL
from firsthand.desk.claims import touch
from firsthand.desk.evidence import add_evidence, find_evidence, withdraw_evidence
from firsthand.desk.moves import require_changeable
from firsthand.desk.record import email_of, find_claim, row_of, tell_of
from firsthand.desk.texts import require_text
from firsthand.errors import GuardError, InvalidError, NotFoundError


def keep_anchor(session: Session, actor: Actor, anchor_id: int, why: str) -> Anchor:
    """Keep what was captured before, although its words are gone or doubtful on the newest capture.

    It clears the flag until the place becomes something else. A claim that waits to be re-checked goes on waiting: that
    its evidence is old is for the second person to judge, too.
    """
    actor.require(Role.CHECKER, to="keep what was captured")
    anchor = row_of(session, Anchor, anchor_id)
    if anchor is None:
        raise NotFoundError("look at a passage", anchor_id)
    claim = find_claim(session, anchor.claim_id)
    require_changeable(claim)
    _require_open(session, anchor)
    if not why.strip():
        raise InvalidError("Say why what was captured before still counts.")
    require_text(why, "reason")
    anchor.settled_at, anchor.settled_by_id, anchor.settled_why = actor.now(), actor.id, why.strip()
    touch(session, actor, claim)
    piece = session.get(Evidence, anchor.evidence_id) if anchor.evidence_id is not None else None
    after: dict[str, object] = {"health": anchor.health.value}
    if piece is not None:
        source = session.get_one(Source, piece.source_id)
        after |= {"evidence": piece.uid, "source": source.uid, "exact": piece.passage.exact}
    else:
        after |= {"exact": claim.literal}
    tell_of(session, actor, claim, EventAction.ANCHOR_KEPT, why=why, after=after)
    return anchor


def _require_open(session: Session, anchor: Anchor) -> None:
    """Make sure that this is still the question: the newest look, in doubt, and not answered by anybody."""
    if anchor.evidence_id is not None:
        piece = session.get_one(Evidence, anchor.evidence_id)
        if piece.withdrawn_at is not None:
            raise GuardError("This evidence has been withdrawn.")
    same = select(func.max(Anchor.id)).where(
        Anchor.claim_id == anchor.claim_id, Anchor.evidence_id.is_not_distinct_from(anchor.evidence_id)
    )
    if session.scalar(same) != anchor.id:
        raise GuardError("The page has been looked at again since: see what became of the passage now.")
    if anchor.health not in DOUBTFUL:
        raise GuardError("The passage is there: nothing has to be kept.")
    if anchor.settled_at is not None:
        raise GuardError(f"{email_of(session, anchor.settled_by_id) or 'Somebody'} has kept it already.")


def replace_evidence(
    session: Session, actor: Actor, evidence_id: int, seen: int, *, capture_id: int, start: int, end: int, why: str = ""
) -> Evidence:
    """Put the same judgement on a place in a later capture, and withdraw the old piece with the reason.

    ``seen`` is the version of the evidence. The words are cut from the later capture; nothing is chosen by the machine.
    """
    actor.require(Role.CHECKER, to="place evidence again")
    old, claim = find_evidence(session, evidence_id, seen)
    draft = EvidenceDraft(
        source_id=old.source_id,
        exact="",
        aspect=old.aspect,
        stance=old.stance,
        tier=old.tier,
        note=old.note,
        capture_id=capture_id,
        start=start,
        end=end,
    )
    if (capture_id, start, end) == (old.passage.capture_id, old.passage.start, old.passage.end):
        raise InvalidError("That is where it stands already: choose its words in the later capture.")
    new = add_evidence(session, actor, claim.id, claim.version, draft)
    withdraw_evidence(session, actor, old.id, old.version, why.strip() or "Placed again on a later capture.")
    return new
