"""Looks at documents: what became of every place that claims rest on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from db.models import Anchor, Article, Capture, Observation, Source
from db.queries import places
from db.queries.places import Place
from db.vocabulary import CaptureOutcome, DocumentType, ObservationOutcome, Role
from firsthand.desk.actor import Actor
from firsthand.desk.aftermath import Change, follow, gravest, tell_changes
from firsthand.desk.backing import settle_claims_of
from firsthand.desk.documents import find_document
from firsthand.desk.planning import looked_at
from firsthand.desk.record import new_uid, row_of
from firsthand.errors import InvalidError
from firsthand.evidence import selectors
from firsthand.evidence.selectors import Located, Selector
from firsthand.text.normalisation import normalise
from firsthand.text.spans import Span

_O = ObservationOutcome
_FIRST = "The first text of it on file: there was nothing to compare it with."

Found = dict[tuple[int, int | None], Located]
"""What became of places, by claim and piece of evidence (None for the claim's own words)."""


class ToFind(NamedTuple):
    """What a look has to find on a text, and the text to find it on; nothing where nothing rests on anything new."""

    capture_id: int | None
    places: tuple[Place, ...]


def to_be_found(session: Session, document: Article | Source, capture_id: int | None) -> ToFind:
    """List the places that are not known yet on a capture; without one, on the newest capture with a text.

    A place is known on a text once it has been looked for there: the same text again tells nothing new. On a capture
    older than one that has been looked at already nothing is looked for.
    """
    newest = places.newest_text(session, document.id, None if capture_id is None else capture_id + 1)
    if newest is None or (capture_id is not None and newest[0] != capture_id):
        return ToFind(None, ())
    number, text_hash = newest
    if _looked_at_later(session, document.id, number):
        return ToFind(number, ())
    of = DocumentType.ARTICLE if isinstance(document, Article) else DocumentType.SOURCE
    rests = places.resting_on(session, document.id, of)
    return ToFind(number, tuple(one for one in rests if one.capture_id < number and one.known_on != text_hash))


def find_places(session: Session, wanted: ToFind) -> Found:
    """Look for each place's own words in their own context; nothing is found by resemblance. Reads, and takes time."""
    if not wanted.places:
        return {}
    text = normalise(_text(session, wanted.capture_id))
    own: dict[int, str] = {}
    found: Found = {}
    for one in wanted.places:
        if one.prefix is None and one.capture_id not in own:
            own[one.capture_id] = _text(session, one.capture_id)
        found[one.claim_id, one.evidence_id] = selectors.locate(text, _selector(one, own))
    return found


def record_observation(
    session: Session,
    actor: Actor,
    document_id: int,
    capture_id: int | None,
    *,
    reason: str | None = None,
    uid: str | None = None,
    found: Found | None = None,
) -> Observation:
    """Record a look at a document, with what became of every place in it, and what follows for its claims.

    ``capture_id`` is the capture that the look brought; without one, it brought nothing new, or with a ``reason``
    nothing at all. ``uid`` makes it happen once, and so does the capture. ``found`` is what ``find_places`` told before
    the transaction began. Claims that were signed go to be re-checked where a passage, or their own words, were lost or
    became doubtful by this look.
    """
    if not actor.is_machine:
        actor.require(Role.CHECKER, Role.EDITOR, to="look at documents again")
    document = find_document(session, document_id)
    there = _recorded(session, document_id, capture_id, uid)
    if there is not None:
        return there
    capture = None if capture_id is None else row_of(session, Capture, capture_id)
    if capture_id is not None and (capture is None or capture.document_id != document_id):
        raise InvalidError("A look at a document brings a capture of that document.")
    if capture is not None and capture.outcome is not CaptureOutcome.COMPLETE:
        reason = capture.reason
    if reason is not None:
        observation = _observed(session, actor, document_id, _Look(capture_id, _O.UNREACHABLE, reason), uid)
        retry_at = capture.retry_at if capture is not None else None
        looked_at(session, document, actor.now(), failed=True, retry_at=retry_at)
        return observation
    wanted = to_be_found(session, document, capture_id)
    found = found or {}
    missing = tuple(one for one in wanted.places if (one.claim_id, one.evidence_id) not in found)
    found |= find_places(session, wanted._replace(places=missing))
    changes = [Change(one, found[one.claim_id, one.evidence_id]) for one in wanted.places]
    outcome, reason = _outcome(session, document_id, capture, changes)
    look = _Look(wanted.capture_id if changes else capture_id, outcome, reason)
    observation = _observed(session, actor, document_id, look, uid)
    _anchor(session, observation, changes)
    looked_at(session, document, actor.now(), failed=False)
    if capture is None:
        _back(session, actor, document)
    if changes:
        tell_changes(session, actor, document, observation, changes)
        follow(session, actor, document, changes, capture.taken_at if capture is not None else actor.now())
    return observation


def _recorded(session: Session, document_id: int, capture_id: int | None, uid: str | None) -> Observation | None:
    if uid is not None:
        there = session.scalars(select(Observation).where(Observation.uid == uid)).first()
        if there is not None:
            return there
    if capture_id is None:
        return None
    asked = select(Observation).where(Observation.capture_id == capture_id, Observation.document_id == document_id)
    return session.scalars(asked.order_by(Observation.id).limit(1)).first()


def _looked_at_later(session: Session, document_id: int, capture_id: int) -> bool:
    asked = select(Observation.id).where(
        Observation.document_id == document_id,
        Observation.capture_id > capture_id,
        Observation.outcome != _O.UNREACHABLE,
    )
    return session.scalar(asked.limit(1)) is not None


def _text(session: Session, capture_id: int | None) -> str:
    return session.scalar(select(Capture.text).where(Capture.id == capture_id)) or ""


def _selector(one: Place, own: dict[int, str]) -> Selector:
    span = Span(one.start, one.end)
    if one.prefix is None or one.suffix is None:
        return selectors.select(own[one.capture_id], span)
    return Selector(one.exact, one.prefix, one.suffix, span)


def _back(session: Session, actor: Actor, document: Article | Source) -> None:
    """A page that was gone and now answers «unchanged» is there, though no capture of it says so."""
    newest = select(Capture.outcome).where(Capture.document_id == document.id).order_by(Capture.id.desc()).limit(1)
    if session.scalar(newest) is CaptureOutcome.GONE:
        settle_claims_of(session, actor, document.id)


class _Look(NamedTuple):
    """What a look comes to."""

    capture_id: int | None
    outcome: ObservationOutcome
    reason: str | None


def _observed(session: Session, actor: Actor, document_id: int, look: _Look, uid: str | None) -> Observation:
    observation = Observation(
        uid=uid or new_uid(),
        document_id=document_id,
        capture_id=look.capture_id,
        outcome=look.outcome,
        reason=look.reason,
        at=actor.now(),
        by_id=actor.id,
    )
    session.add(observation)
    session.flush()
    return observation


def _outcome(
    session: Session, document_id: int, capture: Capture | None, changes: Sequence[Change]
) -> tuple[ObservationOutcome, str | None]:
    if changes:
        return gravest(changes), None
    if capture is None:
        return _O.UNCHANGED, None
    before = places.newest_text(session, document_id, before=capture.id)
    if before is None:
        return _O.UNCHANGED, _FIRST
    return _O.UNCHANGED if before[1] == capture.text_sha256 else _O.CHANGED, None


def _anchor(session: Session, observation: Observation, changes: Iterable[Change]) -> None:
    rows = [
        {
            "observation_id": observation.id,
            "claim_id": place.claim_id,
            "evidence_id": place.evidence_id,
            "health": now.health,
            "start": now.span.start if now.span else None,
            "end": now.span.end if now.span else None,
            "settled_at": place.settled_at if change.still_settled else None,
            "settled_by_id": place.settled_by_id if change.still_settled else None,
            "settled_why": place.settled_why if change.still_settled else None,
        }
        for change in changes
        for place, now in [change]
    ]
    if rows:
        session.execute(insert(Anchor), rows)
