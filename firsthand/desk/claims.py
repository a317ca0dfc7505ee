"""Claims: how they come onto the desk, how they are edited, assigned and related."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from db.models import Article, Capture, Claim, ClaimFlag, Speaker
from db.rows import Reading, claim_ref
from db.vocabulary import ClaimOrigin, ClaimType, EventAction, Flag, Role, WorkState
from firsthand.desk.actor import Actor
from firsthand.desk.backing import settle
from firsthand.desk.measuring import measure_again
from firsthand.desk.moves import require_changeable, unsign
from firsthand.desk.people import person_with
from firsthand.desk.record import Told, email_of, find_article, find_claim, new_uid, row_of, tell_all, tell_of
from firsthand.edtf import is_edtf
from firsthand.errors import InvalidError, NotFoundError

EDITABLE = (
    "statement",
    "claim_type",
    "checkable",
    "speaker_id",
    "speaker_as_named",
    "speaker_role",
    "cue",
    "quoted_words",
    "said_on",
    "said_on_text",
    "said_where",
)


@dataclass(frozen=True, slots=True)
class NewClaim:
    """A claim to be added: ``start`` and ``end`` are offsets into the text of ``capture_id``.

    ``worth`` (thousandths) and ``reading`` are what the machine held of it.
    """

    article_id: int
    capture_id: int
    start: int
    end: int
    statement: str
    claim_type: ClaimType
    checkable: bool | None = None
    speaker_id: int | None = None
    speaker_as_named: str | None = None
    speaker_role: str | None = None
    cue: str | None = None
    quoted_words: str | None = None
    said_on: str | None = None
    said_on_text: str | None = None
    said_where: str | None = None
    draft_reason: str | None = None
    worth: int | None = None
    reading: Reading | None = None


def add_drafts(session: Session, machine: Actor, drafts: Iterable[NewClaim]) -> list[Claim]:
    """Put what the machine drafted onto the desk: detected, never more."""
    articles: dict[int, Article] = {}
    texts: dict[tuple[int, int], str] = {}
    claims = []
    for draft in drafts:
        article = articles.setdefault(draft.article_id, find_article(session, draft.article_id))
        place = (draft.article_id, draft.capture_id)
        if place not in texts:
            texts[place] = _text(session, article, draft.capture_id)
        _require_speaker(session, draft.speaker_id)
        claims.append(_claim(machine, draft, WorkState.DETECTED, article, _literal(texts[place], draft)))
    session.add_all(claims)
    session.flush()
    flags = [{"claim_id": claim.id, "flag": Flag.MACHINE_ONLY, "desk_id": claim.desk_id} for claim in claims]
    if flags:
        session.execute(insert(ClaimFlag), flags)
    tell_all(
        session,
        machine,
        [Told(claim, EventAction.CLAIM_ADDED, claim.draft_reason, after=_added(claim)) for claim in claims],
    )
    return claims


def add_claim(session: Session, actor: Actor, new: NewClaim) -> Claim:
    """Add a claim that a person marked in the text; it is open at once."""
    actor.require(Role.CHECKER, Role.EDITOR, to="add claims")
    article = find_article(session, new.article_id)
    literal = _literal(_text(session, article, new.capture_id), new)
    _require_speaker(session, new.speaker_id)
    if not new.statement.strip():
        raise InvalidError("Write the claim's statement so that it stands on its own.")
    claim = _claim(actor, new, WorkState.OPEN, article, literal)
    session.add(claim)
    settle(session, actor, claim)
    tell_of(session, actor, claim, EventAction.CLAIM_ADDED, after=_added(claim))
    return claim


def _claim(actor: Actor, new: NewClaim, state: WorkState, article: Article, literal: str) -> Claim:
    return Claim(
        uid=new_uid(),
        desk_id=article.desk_id,
        article_id=article.id,
        capture_id=new.capture_id,
        start=new.start,
        end=new.end,
        literal=literal,
        statement=new.statement.strip(),
        claim_type=new.claim_type,
        checkable=new.claim_type.checkable if new.checkable is None else new.checkable,
        speaker_id=new.speaker_id,
        speaker_as_named=new.speaker_as_named,
        speaker_role=new.speaker_role,
        cue=new.cue,
        quoted_words=new.quoted_words,
        said_on=_date(new.said_on),
        said_on_text=new.said_on_text,
        said_where=new.said_where,
        origin=ClaimOrigin.MACHINE if actor.is_machine else ClaimOrigin.PERSON,
        drafted_by=actor.email if actor.is_machine else None,
        draft_reason=new.draft_reason,
        worth=new.worth,
        reading=new.reading.kept() if new.reading else None,
        work_state=state,
        state_since=actor.now(),
        last_editor_id=actor.id,
        created_at=actor.now(),
        created_by_id=actor.id,
    )


def _added(claim: Claim) -> dict[str, Any]:
    return {
        "uid": claim.uid,
        "state": claim.work_state.value,
        "literal": claim.literal,
        "statement": claim.statement,
    }


def _text(session: Session, article: Article, capture_id: int) -> str:
    """Get the captured text that a claim points into."""
    capture = session.execute(select(Capture.document_id, Capture.text).where(Capture.id == capture_id)).one_or_none()
    if capture is None or capture.document_id != article.id or capture.text is None:
        raise InvalidError("A claim has to point into a captured text of its own article.")
    text: str = capture.text
    return text


def _literal(text: str, new: NewClaim) -> str:
    """Cut the literal words out of the text; raises ``InvalidError`` where the offsets lie outside."""
    if not 0 <= new.start < new.end <= len(text):
        raise InvalidError(f"The words from {new.start} to {new.end} lie outside the captured text.")
    literal = text[new.start : new.end]
    if not literal.strip():
        raise InvalidError("Mark some words: the chosen place holds only white space.")
    return literal


def _tidy(name: str, value: object) -> object:
    """Take white space off a text; an empty one is none, but for the statement, which a draft may have to get yet."""
    if not isinstance(value, str) or isinstance(value, Enum):
        return value
    return value.strip() or ("" if name == "statement" else None)


def _require_speaker(session: Session, speaker_id: int | None) -> None:
    if speaker_id is not None and row_of(session, Speaker, speaker_id) is None:
        raise NotFoundError("speaker", speaker_id)


def _date(value: str | None) -> str | None:
    if value is not None and not is_edtf(value):
        raise InvalidError(f"«{value}» is no date: write 2024, 2024-08 or 2024-08-06.")
    return value


def edit_claim(
    session: Session, actor: Actor, claim_id: int, seen: int, changes: dict[str, Any], why: str = ""
) -> Claim:
    """Change fields of a claim (those in ``EDITABLE``); nothing happens where nothing differs.

    A change after sign-off takes the signature away and asks for a re-check.
    """
    actor.require(Role.CHECKER, Role.EDITOR, to="edit claims")
    claim = find_claim(session, claim_id, seen)
    require_changeable(claim)
    unknown = changes.keys() - set(EDITABLE)
    if unknown:
        raise InvalidError(f"These cannot be edited: {', '.join(sorted(unknown))}.")
    changes = {name: _tidy(name, value) for name, value in changes.items()}
    if not changes.get("statement", claim.statement) and claim.work_state is not WorkState.DETECTED:
        raise InvalidError("Write the claim's statement so that it stands on its own.")
    changes["said_on"] = _date(changes.get("said_on", claim.said_on))
    _require_speaker(session, changes.get("speaker_id"))
    changed = {name: value for name, value in changes.items() if getattr(claim, name) != value}
    if not changed:
        return claim
    before = {name: getattr(claim, name) for name in changed}
    for name, value in changed.items():
        setattr(claim, name, value)
    if "quoted_words" in changed:
        measure_again(session, claim)
    touch(session, actor, claim)
    tell_of(session, actor, claim, EventAction.CLAIM_CHANGED, why=why, before=before, after=changed)
    unsign(session, actor, claim, "edited")
    return claim


def touch(session: Session, actor: Actor, claim: Claim) -> None:
    """Note who last edited the claim, its findings or its evidence, and count the version up."""
    claim.last_editor_id = actor.id if actor.id is not None else claim.last_editor_id
    claim.version += 1
    settle(session, actor, claim)


def assign(session: Session, actor: Actor, claim_id: int, seen: int, assignee_id: int | None) -> Claim:
    """Give a claim to a checker, or to nobody while it is not being worked on."""
    actor.require(Role.CHECKER, Role.EDITOR, to="assign claims")
    claim = find_claim(session, claim_id, seen)
    if assignee_id is None and claim.work_state in {WorkState.IN_CHECK, WorkState.ON_HOLD, WorkState.IN_REVIEW}:
        raise InvalidError(f"{claim_ref(claim_id)} is being worked on: give it to somebody else instead.")
    if assignee_id is not None:
        person_with(session, assignee_id, Role.CHECKER, "check claims")
    if claim.assignee_id == assignee_id:
        return claim
    before = {"assignee": email_of(session, claim.assignee_id)}
    claim.assignee_id = assignee_id
    claim.version += 1
    session.flush()
    after = {"assignee": email_of(session, assignee_id)}
    tell_of(session, actor, claim, EventAction.CLAIM_ASSIGNED, before=before, after=after)
    return claim
