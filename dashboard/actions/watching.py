"""Deeds of the watch: what was captured is kept, evidence placed again, a look asked for, the watch paused."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from sqlalchemy.orm import Session

from dashboard.actions import jobs
from dashboard.actions.attempts import attempt, refused, writing
from dashboard.outcome import Outcome
from dashboard.texts import watching as texts
from dashboard.wish.watching import Kept, PlacedAgain, WatchDeed, WatchWish
from db.errors import FirsthandError
from db.rows import UserRow
from firsthand import desk


def keep_anchor(person: UserRow, claim_id: int, wish: Kept) -> Outcome:
    """Keep what was captured before."""
    return attempt(person, lambda s, a: desk.keep_anchor(s, a, wish.anchor_id, wish.why), texts.KEPT, claim_id=claim_id)


def place_again(person: UserRow, claim_id: int, wish: PlacedAgain) -> Outcome:
    """Put the same judgement on a place of the newer capture."""
    return attempt(
        person,
        lambda s, a: desk.replace_evidence(
            s, a, wish.evidence_id, wish.seen, capture_id=wish.capture_id, start=wish.start, end=wish.end, why=wish.why
        ),
        texts.PLACED,
        claim_id=claim_id,
        evidence_id=wish.evidence_id,
    )


def carry_out(person: UserRow, document_id: int, wish: WatchWish) -> Outcome:
    """Do what a person wants about the watch over a document; the outcome of a look has its job as ``ref``."""
    match wish.deed:
        case WatchDeed.LOOK:
            return jobs.watch(person, [document_id])
        case WatchDeed.PAUSE:
            return _on_document(person, lambda s, a: desk.pause_watch(s, a, document_id, wish.why), texts.PAUSED_DONE)
        case WatchDeed.RESUME:
            return _on_document(person, lambda s, a: desk.resume_watch(s, a, document_id), texts.RESUMED)
        case _:
            assert_never(wish.deed)


def _on_document(person: UserRow, deed: Callable[[Session, desk.Actor], object], sentence: str) -> Outcome:
    try:
        with writing() as session:
            deed(session, desk.Actor.of(person))
    except FirsthandError as error:
        return refused(error)
    return Outcome(True, sentence)
