"""Asking for work that takes longer than a page may: each answers at once, and the job goes on without the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dashboard.actions.attempts import refused
from dashboard.data import jobs as reading
from dashboard.outcome import Outcome
from dashboard.texts import jobs as texts
from db.errors import FirsthandError
from db.rows import UserRow
from db.vocabulary import Role
from firsthand.desk import Actor
from firsthand.jobs import Jobs


def capture(person: UserRow, document_ids: Sequence[int], *, claim_id: int | None = None) -> Outcome:
    """Ask for documents to be fetched anew, for a claim if need be; the outcome's ``ref`` is the job."""
    return _asked(
        person,
        texts.TO_CAPTURE,
        texts.capturing(len(document_ids)),
        lambda: _jobs().capture(person, document_ids, claim_id=claim_id),
    )


def take_in(person: UserRow, desk_id: int, urls: Sequence[str], *, again: bool = False) -> Outcome:
    """Ask for articles to be taken in by their addresses; the outcome's ``ref`` is the job."""
    return _asked(
        person,
        texts.TO_TAKE_IN,
        texts.taking_in(len(urls)),
        lambda: _jobs().take_in(person, desk_id, urls, again=again),
    )


def watch(person: UserRow, document_ids: Sequence[int]) -> Outcome:
    """Ask for a look at documents now; the outcome's ``ref`` is the job."""
    return _asked(
        person, texts.TO_WATCH, texts.watching(len(document_ids)), lambda: _jobs().watch(person, document_ids)
    )


def trace(person: UserRow, claim_id: int, start: str | None = None) -> Outcome:
    """Ask for a claim's references to be followed to the first hand; the outcome's ``ref`` is the job."""
    return _asked(person, texts.TO_TRACE, texts.TRACING, lambda: _jobs().trace(person, claim_id, start))


def archive(person: UserRow, capture_ids: Sequence[int]) -> Outcome:
    """Ask for captures to be saved in an archive; the outcome's ``ref`` is the job."""
    return _asked(
        person, texts.TO_ARCHIVE, texts.archiving(len(capture_ids)), lambda: _jobs().archive(person, capture_ids)
    )


def cancel(person: UserRow, job_id: str) -> Outcome:
    """Stop a job and its parts."""

    def cancelled() -> str:
        _jobs().cancel(job_id)
        return job_id

    return _asked(person, texts.TO_CANCEL, texts.CANCELLED, cancelled)


def _jobs() -> Jobs:
    return reading.client()


def _asked(person: UserRow, deed: str, sentence: str, ask: Callable[[], str]) -> Outcome:
    try:
        Actor.of(person).require(Role.CHECKER, Role.EDITOR, to=deed)
        return Outcome(True, sentence, ref=ask())
    except FirsthandError as error:
        return refused(error)
