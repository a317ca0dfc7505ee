"""What surrounds the work on a claim: searches, requests for a reply, comments.

None of it changes what is signed, so none of it counts the claim's version up.
"""

from __future__ import annotations

import datetime as dt

from sqlalchemy.orm import Session

from db.models import Comment, ReplyRequest, SearchEntry
from db.vocabulary import EventAction, ReplyState, Role, SearchOutcome
from firsthand.desk.actor import Actor
from firsthand.desk.backing import settle
from firsthand.desk.content import search_digest
from firsthand.desk.record import find_claim, row_of, tell_of
from firsthand.errors import GuardError, InvalidError, NotFoundError


def log_search(
    session: Session,
    actor: Actor,
    claim_id: int,
    *,
    place: str,
    query: str,
    outcome: SearchOutcome,
    note: str = "",
) -> SearchEntry:
    """Note where somebody looked for a source, with which words, and what came of it."""
    actor.require(Role.CHECKER, to="log searches")
    claim = find_claim(session, claim_id)
    if not place.strip() or not query.strip():
        raise InvalidError("Say where you searched and with which words.")
    entry = SearchEntry(
        claim_id=claim.id,
        place=place.strip(),
        query=query.strip(),
        outcome=outcome,
        note=note.strip() or None,
        by_id=actor.id,
        at=actor.now(),
    )
    session.add(entry)
    session.flush()
    after = {
        "place": entry.place,
        "query": entry.query,
        "outcome": outcome.value,
        "digest": search_digest(entry, claim.uid),
    }
    tell_of(session, actor, claim, EventAction.SEARCH_LOGGED, why=note, after=after)
    return entry


def request_reply(
    session: Session, actor: Actor, claim_id: int, *, addressee: str, question: str, due: dt.date | None
) -> ReplyRequest:
    """Note that somebody has been asked; the claim is flagged until the request is settled."""
    actor.require(Role.CHECKER, Role.EDITOR, to="ask for replies")
    claim = find_claim(session, claim_id)
    if not addressee.strip() or not question.strip():
        raise InvalidError("Say who is asked, and what.")
    request = ReplyRequest(
        claim_id=claim.id,
        addressee=addressee.strip(),
        question=question.strip(),
        due=due,
        state=ReplyState.AWAITED,
        asked_by_id=actor.id,
        asked_at=actor.now(),
    )
    session.add(request)
    settle(session, actor, claim)
    after = {"to": request.addressee, "question": request.question, "due": due.isoformat() if due else None}
    tell_of(session, actor, claim, EventAction.REPLY_ASKED, after=after)
    return request


def settle_reply(session: Session, actor: Actor, request_id: int, answer: str | None) -> ReplyRequest:
    """Note the answer, or None that none came."""
    actor.require(Role.CHECKER, Role.EDITOR, to="record replies")
    request = row_of(session, ReplyRequest, request_id)
    if request is None:
        raise NotFoundError("request for a reply", request_id)
    if request.state is not ReplyState.AWAITED:
        raise GuardError("This request has been settled already.")
    if answer is not None and not answer.strip():
        raise InvalidError("Write down the answer, or say that none came.")
    claim = find_claim(session, request.claim_id)
    request.answer = answer.strip() if answer is not None else None
    request.state = ReplyState.NO_ANSWER if answer is None else ReplyState.ANSWERED
    request.settled_at = actor.now()
    settle(session, actor, claim)
    after = {"to": request.addressee, "state": request.state.value, "answer": request.answer}
    tell_of(session, actor, claim, EventAction.REPLY_SETTLED, after=after)
    return request


def comment(session: Session, actor: Actor, claim_id: int, body: str, *, blocking: bool = False) -> Comment:
    """Remark on a claim; a blocking remark has to be resolved before sign-off."""
    author = actor.require(Role.CHECKER, Role.REVIEWER, Role.EDITOR, to="comment")
    claim = find_claim(session, claim_id)
    if not body.strip():
        raise InvalidError("Write something in the comment.")
    remark = Comment(claim_id=claim.id, author_id=author, body=body.strip(), blocking=blocking, at=actor.now())
    session.add(remark)
    session.flush()
    after = {"comment": remark.body, "blocking": blocking}
    tell_of(session, actor, claim, EventAction.COMMENT_ADDED, after=after)
    return remark


def resolve_comment(session: Session, actor: Actor, comment_id: int) -> Comment:
    """Close a comment; nothing happens where it is closed already."""
    resolver = actor.require(Role.CHECKER, Role.REVIEWER, Role.EDITOR, to="resolve comments")
    remark = row_of(session, Comment, comment_id)
    if remark is None:
        raise NotFoundError("comment", comment_id)
    if remark.resolved_at is not None:
        return remark
    remark.resolved_at, remark.resolved_by_id = actor.now(), resolver
    after = {"comment": remark.body, "blocking": remark.blocking}
    tell_of(session, actor, find_claim(session, remark.claim_id), EventAction.COMMENT_RESOLVED, after=after)
    return remark
