"""Asking for jobs and telling how they stand. It needs no worker and opens nothing before it is used."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from sqlalchemy.exc import SQLAlchemyError

from db.errors import RecordError
from db.rows import JobRow, UserRow, claim_ref
from db.vocabulary import JobKind, JobState
from firsthand.jobs.presence import workers_at
from firsthand.jobs.queues import JOBS, TRACES
from firsthand.jobs.rows import OPEN, job_row, left_alone
from firsthand.jobs.store import JobStore
from firsthand.jobs.tickets import Ticket, of_documents

if TYPE_CHECKING:
    from dbos import DBOSClient, EnqueueOptions, WorkflowStatus

    from firsthand.settings import Settings

_KINDS = [kind.value for kind in JobKind]
_LOOKED_THROUGH = 100  # newest jobs, where those of one record are wanted: a page asks for them at every drawing


class Jobs:
    """The jobs of one home or team."""

    def __init__(self, settings: Settings) -> None:
        """Name whose jobs."""
        self._store = JobStore(settings)

    def close(self) -> None:
        """Let go of the jobs' database."""
        self._store.close()

    def capture(self, person: UserRow, document_ids: Sequence[int], *, claim_id: int | None = None) -> str:
        """Ask for documents to be fetched anew; tells the job's id. Each is a part of its own, queued by its host.

        ``claim_id`` is the claim that they are fetched for, whose search log tells of it then.
        """
        wanted = tuple(dict.fromkeys(document_ids))
        ticket = Ticket(of_documents(len(wanted)), wanted, claim_id=claim_id, total=len(wanted))
        return self._ask(JobKind.CAPTURE, person, ticket, list(wanted), claim_id)

    def watch(self, person: UserRow | None, document_ids: Sequence[int]) -> str:
        """Ask for documents to be looked at now: what rests on them, does it still hold? None: by the schedule."""
        return self._look(person, document_ids)

    def watch_due(self, document_ids: Sequence[int]) -> str | None:
        """Ask for the looks that are due, unless the ones asked for before are still under way."""
        from dbos import error  # noqa: PLC0415

        try:
            return self._look(None, document_ids, deduplication_id="due")
        except error.DBOSQueueDeduplicatedError:
            return None

    def take_in(self, person: UserRow, desk_id: int, urls: Sequence[str], *, again: bool = False) -> str:
        """Ask for articles to be fetched and taken in; ``again`` as in ``taking_in.keep``."""
        about = urls[0] if len(urls) == 1 else f"{len(urls):,} addresses"
        ticket = Ticket(about, host=_host(urls[0]) if len(urls) == 1 else None, total=len(urls))
        return self._ask(JobKind.TAKE_IN, person, ticket, desk_id, list(urls), again)

    def trace(self, person: UserRow, claim_id: int, start: str | None = None) -> str:
        """Ask for references to be followed to the first hand, from one address or from all of the article's."""
        ticket = Ticket(claim_ref(claim_id), claim_id=claim_id, total=1)
        return self._ask(JobKind.TRACE, person, ticket, claim_id, start, queue=TRACES)

    def archive(self, person: UserRow, capture_ids: Sequence[int]) -> str:
        """Ask for captures to be saved in the Wayback Machine."""
        about = "one capture" if len(capture_ids) == 1 else f"{len(capture_ids):,} captures"
        return self._ask(JobKind.ARCHIVE, person, Ticket(about, total=len(capture_ids)), list(capture_ids))

    def list(
        self, *, limit: int = 50, open_only: bool = False, document_id: int | None = None, claim_id: int | None = None
    ) -> tuple[JobRow, ...]:
        """List jobs, newest first; those that work on one document or claim if asked for."""
        narrowed = document_id is not None or claim_id is not None
        found = self._statuses(
            name=_KINDS,
            has_parent=False,
            status=list(OPEN) if open_only else None,
            limit=max(limit, _LOOKED_THROUGH) if narrowed else limit,
            sort_desc=True,
        )
        if narrowed:
            found = [status for status in found if _works_on(status, document_id, claim_id)][:limit]
        return self._rows(found)

    def get(self, job_id: str) -> JobRow | None:
        """Find a job, or a part of one."""
        found = self._statuses(workflow_ids=[job_id], limit=1)
        return next(iter(self._rows(found)), None)

    def parts(self, job_id: str) -> tuple[JobRow, ...]:
        """List the parts of a job in the order in which they were asked for."""
        return self._rows(self._parts_of([job_id]), with_parts=False)

    def cancel(self, job_id: str) -> None:
        """Stop a job and its parts; what is recorded stays, and what is being fetched is not recorded."""
        if client := self._store.reading():
            client.cancel_workflow(job_id, cancel_children=True)

    def workers(self) -> int:
        """Count the workers that are at work."""
        return workers_at(self._store)

    def _look(self, person: UserRow | None, document_ids: Sequence[int], **options: str) -> str:
        wanted = tuple(dict.fromkeys(document_ids))
        ticket = Ticket(of_documents(len(wanted)), wanted, total=len(wanted))
        return self._ask(JobKind.WATCH, person, ticket, list(wanted), **options)

    def _ask(
        self, kind: JobKind, person: UserRow | None, ticket: Ticket, *given: object, queue: str = JOBS, **more: str
    ) -> str:
        job_id = f"{kind.value.replace('_', '-')}-{uuid.uuid4().hex[:12]}"
        options: EnqueueOptions = {
            "workflow_name": kind.value,
            "queue_name": queue,
            "workflow_id": job_id,
            "attributes": ticket.as_json(),
        }
        if person is not None:
            options["authenticated_user"] = person.email
        if "deduplication_id" in more:
            options["deduplication_id"] = more["deduplication_id"]
        with _explained():
            self._store.asking().enqueue(options, *given)
        return job_id

    def _rows(self, found: Sequence[WorkflowStatus], *, with_parts: bool = True) -> tuple[JobRow, ...]:
        under_way = [status.workflow_id for status in found if status.status in OPEN]
        parts = self._parts_of(under_way) if with_parts else ()
        rows = tuple(
            job_row(status, [part for part in parts if part.parent_workflow_id == status.workflow_id])
            for status in found
        )
        if any(row.state is JobState.RUNNING for row in rows) and not self.workers():
            return tuple(left_alone(row) if row.state is JobState.RUNNING else row for row in rows)
        return rows

    def _parts_of(self, job_ids: Sequence[str]) -> Sequence[WorkflowStatus]:
        return self._statuses(parent_workflow_id=job_ids) if job_ids else []

    def _statuses(self, **wanted: Any) -> Sequence[WorkflowStatus]:  # noqa: ANN401 - the library's own filters
        client: DBOSClient | None = self._store.reading()
        if client is None:
            return []
        with _explained():
            return client.list_workflows(load_input=False, application_name=None, **wanted)


def _works_on(status: WorkflowStatus, document_id: int | None, claim_id: int | None) -> bool:
    ticket = Ticket.of_json(status.attributes)
    return (document_id is None or document_id in ticket.documents) and claim_id in {None, ticket.claim_id}


def _host(url: str) -> str | None:
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None


@contextmanager
def _explained() -> Iterator[None]:
    try:
        yield
    except SQLAlchemyError as error:
        said = (str(error).strip().splitlines() or [""])[0]
        raise RecordError(f"The jobs cannot be read or written just now: {said}.") from error
