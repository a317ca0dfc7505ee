"""Going through drafts: two that say the same are merged, one that says two things is split."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Capture, Claim, ClaimRelation
from db.rows import Reading, claim_ref
from db.vocabulary import (
    ClaimOrigin,
    ClaimRelationKind,
    EventAction,
    NotForUsReason,
    Role,
    WorkState,
)
from firsthand.desk.actor import Actor
from firsthand.desk.backing import live_evidence, settle
from firsthand.desk.bulk import Seen
from firsthand.desk.claims import touch
from firsthand.desk.measuring import measure_again
from firsthand.desk.moves import move, turn_away
from firsthand.desk.record import find_claim, new_uid, tell_of
from firsthand.errors import GuardError, InvalidError
from firsthand.text.segmentation import paragraphs

EARLY = frozenset({WorkState.DETECTED, WorkState.OPEN})
"""The states in which nobody has begun to check a claim."""

_WORDS = ("start", "end", "literal", "statement", "quoted_words", "reading")
_COPIED = (
    *("desk_id", "article_id", "capture_id", "claim_type", "checkable", "speaker_id", "speaker_as_named"),
    *("speaker_role", "cue", "said_on", "said_on_text", "said_where", "drafted_by", "draft_reason", "worth"),
)


class Part(NamedTuple):
    """One of the claims that another is split into: where its words stand in the capture's text, and what it says."""

    start: int
    end: int
    statement: str


def merge_claims(session: Session, actor: Actor, kept: Seen, other: Seen, statement: str) -> Claim:
    """Make one claim of two; ``kept`` stays, in its work state, and ``other`` is turned away as a duplicate of it.

    Where both stand in one paragraph, what is kept covers the words of both, and the other is part of it; otherwise
    it keeps its own words, and the other repeats it. Raises ``ConflictError``, ``GuardError``, ``InvalidError``.
    """
    actor.require(Role.CHECKER, Role.EDITOR, to="merge claims")
    one, gone = find_claim(session, kept.claim_id, kept.version), find_claim(session, other.claim_id, other.version)
    if one is gone or one.article_id != gone.article_id:
        raise InvalidError("Choose two claims of one article to be merged.")
    _require_early(one)
    _require_early(gone)
    if live_evidence(session, gone.id):
        raise GuardError(f"{claim_ref(gone.id)} has evidence of its own: merge the other way round.")
    text = _text(session, one.capture_id)
    near = one.capture_id == gone.capture_id and _in_one_paragraph(text, one, gone)
    words = _united(text, one, gone) if near else {}
    kind = ClaimRelationKind.PART_OF if near else ClaimRelationKind.REPEATS
    related = _relate(session, actor, gone, one, kind)
    before = change_fields(one, words | {"statement": _statement(statement)}) | {"other": None}
    after = {name: getattr(one, name) for name in before if name != "other"}
    touch(session, actor, one)
    after |= {"other": gone.uid, **({"kind": kind.value} if related else {})}
    tell_of(session, actor, one, EventAction.CLAIM_MERGED, before=before, after=after)
    turn_away(session, actor, gone.id, gone.version, NotForUsReason.DUPLICATE, f"Merged into {claim_ref(one.id)}")
    return one


def split_claim(session: Session, actor: Actor, claim: Seen, parts: Sequence[Part]) -> list[Claim]:
    """Make several claims of one, and take them over: the first part stays the claim, the others are a person's own.

    They share who said it and when. No relation ties them: neither is part of what remains of the other, and the
    history of each tells where it comes from. Raises ``ConflictError``, ``GuardError``, ``InvalidError``.
    """
    actor.require(Role.CHECKER, Role.EDITOR, to="split claims")
    first = find_claim(session, claim.claim_id, claim.version)
    _require_early(first)
    parts = sorted(parts)
    _require_parts(first, parts)
    text = _text(session, first.capture_id)
    others = [_part(actor, first, part, text) for part in parts[1:]]
    before = change_fields(first, _of_part(first, parts[0], text)) | {"others": []}
    after = {name: getattr(first, name) for name in before if name != "others"}
    settle_fields(session, actor, first, before)
    after |= {"others": [other.uid for other in others]}
    tell_of(session, actor, first, EventAction.CLAIM_SPLIT, before=before, after=after)
    if first.work_state is WorkState.DETECTED:
        move(session, actor, first, WorkState.OPEN)
    for other in others:
        session.add(other)
        settle(session, actor, other)
        told = {"uid": other.uid, "state": other.work_state.value, "literal": other.literal}
        told |= {"statement": other.statement, "split_from": first.uid}
        tell_of(session, actor, other, EventAction.CLAIM_ADDED, after=told)
    return [first, *others]


def _require_early(claim: Claim) -> None:
    if claim.work_state not in EARLY:
        state = claim.work_state.value.replace("_", " ")
        raise GuardError(f"{claim_ref(claim.id)} is {state}: only drafts and open claims are merged or split.")


def _statement(statement: str) -> str:
    if not statement.strip():
        raise InvalidError("Write the claim's statement so that it stands on its own.")
    return statement.strip()


def _require_parts(claim: Claim, parts: Sequence[Part]) -> None:
    if len(parts) < 2:  # noqa: PLR2004 - two is what splitting is about
        raise InvalidError("Cut the claim into two parts at least.")
    for part in parts:
        _statement(part.statement)
        if not claim.start <= part.start < part.end <= claim.end:
            raise InvalidError("Every part has to lie inside the claim's own words.")
        if not claim.literal[part.start - claim.start : part.end - claim.start].strip():
            raise InvalidError("Every part has to hold some words.")
    if any(one.end > following.start for one, following in pairwise(parts)):
        raise InvalidError("The parts must not overlap.")


def _text(session: Session, capture_id: int) -> str:
    return session.scalar(select(Capture.text).where(Capture.id == capture_id)) or ""


def _in_one_paragraph(text: str, one: Claim, other: Claim) -> bool:
    start, end = min(one.start, other.start), max(one.end, other.end)
    return any(paragraph.start <= start and end <= paragraph.end for paragraph in paragraphs(text))


def _united(text: str, one: Claim, other: Claim) -> dict[str, Any]:
    """Tell the fields of one claim that covers the words of both."""
    start, end = min(one.start, other.start), max(one.end, other.end)
    mine, theirs = Reading.of(one.reading), Reading.of(other.reading)
    figures = dict.fromkeys(sorted((*mine.figures, *theirs.figures), key=lambda figure: figure.start))
    replaced = dict.fromkeys(sorted((*mine.replaced, *theirs.replaced), key=lambda words: words.start))
    reading = Reading(tuple(figures), tuple(replaced), mine.suggested)
    return {"start": start, "end": end, "literal": text[start:end], "reading": reading.kept()}


def _of_part(claim: Claim, part: Part, text: str) -> dict[str, Any]:
    """Tell the fields of a part of a claim."""
    literal, whole = text[part.start : part.end], Reading.of(claim.reading)
    reading = Reading(
        tuple(figure for figure in whole.figures if part.start <= figure.start and figure.end <= part.end),
        tuple(words for words in whole.replaced if part.start <= words.start and words.end <= part.end),
    )
    quoted = claim.quoted_words if claim.quoted_words and claim.quoted_words in literal else None
    statement = part.statement.strip()
    fields = (part.start, part.end, literal, statement, quoted, reading.kept())
    return dict(zip(_WORDS, fields, strict=True))


def _part(actor: Actor, whole: Claim, part: Part, text: str) -> Claim:
    """Make the claim that a part becomes: a person cut it and wrote its statement, so it is no draft."""
    return Claim(
        uid=new_uid(),
        **{name: getattr(whole, name) for name in _COPIED},
        **_of_part(whole, part, text),
        origin=ClaimOrigin.PERSON,
        work_state=WorkState.OPEN,
        state_since=actor.now(),
        last_editor_id=actor.id,
        created_at=actor.now(),
        created_by_id=actor.id,
    )


def change_fields(claim: Claim, fields: dict[str, Any]) -> dict[str, Any]:
    """Set fields of a claim; tells those that differ, as they were."""
    before = {name: getattr(claim, name) for name, value in fields.items() if getattr(claim, name) != value}
    for name in before:
        setattr(claim, name, fields[name])
    return before


def settle_fields(session: Session, actor: Actor, claim: Claim, changed: Collection[str]) -> None:
    """Count the version up after a change, and compare the evidence anew where the quoted words are others."""
    if "quoted_words" in changed:
        measure_again(session, claim)
    touch(session, actor, claim)


def _relate(session: Session, actor: Actor, claim: Claim, other: Claim, kind: ClaimRelationKind) -> bool:
    """Tie two claims; tells whether they were not tied so before."""
    ends = {"claim_id": claim.id, "other_id": other.id, "kind": kind}
    if session.scalars(select(ClaimRelation).filter_by(**ends)).first() is not None:
        return False
    session.add(ClaimRelation(**ends, added_by_id=actor.id, added_at=actor.now()))
    return True
