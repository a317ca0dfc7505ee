"""The jobs themselves: every line of a workflow may be run again after a crash, every step at most once to its end.

So a workflow only decides by what steps have told it, and whatever reaches out is a step. Never change the order of
steps of a workflow that somebody may have under way: add a workflow of another name.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from dbos import DBOS, EnqueueOptions, WorkflowHandle

from db.errors import RecordError
from db.vocabulary import JobKind
from firsthand.jobs import steps
from firsthand.jobs.ending import Ending, together
from firsthand.jobs.queues import PARTS, SECONDS_BETWEEN, priority
from firsthand.jobs.rows import PART
from firsthand.jobs.tickets import Ticket

Json = dict[str, Any]

TRIES = 3
"""A page is asked for so often at most within one job; what fails longer is left to the next look."""
FIRST_WAIT, FACTOR, LONGEST_WAIT = 4.0, 5.0, 120.0  # seconds between tries, and the longest wish of a site that is met
_POLLS = 20  # of an archive, before it is left to the next asking
_RESTARTS = 1000  # of its worker, before a job counts as what ends it


def _step(function: Callable[..., Json]) -> Callable[..., Json]:
    """Make a step of what reaches out; what the record refuses for a moment is tried again."""
    return DBOS.step(name=function.__name__, retries_allowed=True, max_attempts=3, should_retry=_is_of_the_moment)(
        function
    )


def _is_of_the_moment(error: BaseException) -> bool:
    return isinstance(error, RecordError)


_plan, _plan_addresses, _plan_captures = map(_step, (steps.plan, steps.plan_addresses, steps.plan_captures))
_fetch, _fetch_address = _step(steps.fetch), _step(steps.fetch_address)
_record, _observe, _look = _step(steps.record), _step(steps.observe), _step(steps.look)
_log_search = _step(steps.log_search)
_keep = _step(steps.keep)
_set_out, _approach, _arrive, _finish = map(_step, (steps.set_out, steps.approach, steps.arrive, steps.finish))
_archive, _follow_up = _step(steps.archive), _step(steps.follow_up)


@DBOS.workflow(name=JobKind.CAPTURE, max_recovery_attempts=_RESTARTS)
def capture(document_ids: list[int], claim_id: int | None = None) -> Json:
    """Fetch documents anew, each as a part of its own."""
    parts = [{**part, "given": [*part["given"], claim_id]} for part in _plan(document_ids)["parts"]]
    return _in_parts(JobKind.CAPTURE, parts, "captured")


@DBOS.workflow(name=f"{JobKind.CAPTURE}{PART}", max_recovery_attempts=_RESTARTS)
def capture_part(document_id: int, claim_id: int | None = None) -> Json:
    """Fetch one document, record what came, and see what became of the passages that claims rest on."""
    asked_by = DBOS.authenticated_user
    fetched = _with_tries(lambda: _fetch(document_id, False, False))
    if "ending" in fetched:
        return _as_json(fetched["ending"])
    recorded = _record(document_id, fetched, _key(), asked_by)
    if "capture_id" in recorded:
        _observe(document_id, recorded["capture_id"], asked_by)
        if claim_id is not None:
            _log_search(claim_id, document_id, asked_by)
    return _as_json(recorded["ending"])


@DBOS.workflow(name=JobKind.WATCH, max_recovery_attempts=_RESTARTS)
def watch(document_ids: list[int]) -> Json:
    """Look at documents again, each as a part of its own."""
    return _in_parts(JobKind.WATCH, _plan(document_ids)["parts"], "looked at")


@DBOS.workflow(name=f"{JobKind.WATCH}{PART}", max_recovery_attempts=_RESTARTS)
def watch_part(document_id: int) -> Json:
    """Look at one document: robots are obeyed where nobody asked, and the site may say that nothing has changed."""
    asked_by = DBOS.authenticated_user
    fetched = _with_tries(lambda: _fetch(document_id, not asked_by, True))
    if "ending" in fetched:
        return _as_json(fetched["ending"])
    recorded = {} if fetched["unchanged"] else _record(document_id, fetched, _key(), asked_by)
    if "ending" in recorded and "recorded" not in recorded:
        return _as_json(recorded["ending"])
    return _as_json(_look(document_id, recorded.get("recorded"), _key(), asked_by)["ending"])


@DBOS.workflow(name=JobKind.TAKE_IN, max_recovery_attempts=_RESTARTS)
def take_in(desk_id: int, urls: list[str], again: bool) -> Json:  # noqa: FBT001 - carried as they are
    """Take articles in by their addresses, each as a part of its own."""
    parts = _plan_addresses(urls)["parts"]
    return _in_parts(
        JobKind.TAKE_IN, [{**part, "given": [desk_id, *part["given"], again]} for part in parts], "taken in"
    )


@DBOS.workflow(name=f"{JobKind.TAKE_IN}{PART}", max_recovery_attempts=_RESTARTS)
def take_in_part(desk_id: int, url: str, again: bool) -> Json:  # noqa: FBT001
    """Fetch an article and keep it with its drafts."""
    fetched = _with_tries(lambda: _fetch_address(url))
    if "ending" in fetched:
        return _as_json(fetched["ending"])
    return _as_json(_keep(desk_id, fetched, again, _key(), DBOS.authenticated_user)["ending"])


@DBOS.workflow(name=JobKind.TRACE, max_recovery_attempts=_RESTARTS)
def trace(claim_id: int, start: str | None) -> Json:
    """Follow references from a claim to the first hand; each page on the way is captured as a part, in its host's turn.

    What stops a step, such as a person who has left, ends the trace; a page that could not be had is a station of it.
    """
    asked_by = DBOS.authenticated_user
    answer = _set_out(claim_id, start, asked_by)
    while "ending" not in answer and not answer["over"]:
        _tell(why=answer["sentence"])
        answer = _approach(answer["trail"], asked_by)
        if "ending" in answer or answer["source_id"] is None:
            continue
        if answer["part"] is not None:
            _hand_over(JobKind.CAPTURE, answer["part"], answer["place"])
            steps.wait_for_parts(_key())
        answer = _arrive(answer["trail"], answer["source_id"])
    if "ending" not in answer:
        answer = _finish(answer["trail"], _key(), asked_by)
    return _as_json(answer["ending"])


@DBOS.workflow(name=JobKind.ARCHIVE, max_recovery_attempts=_RESTARTS)
def archive(capture_ids: list[int]) -> Json:
    """Save captures in an archive, each as a part of its own, one after the other at the archive's host."""
    return _in_parts(JobKind.ARCHIVE, _plan_captures(capture_ids)["parts"], "saved in the archive")


@DBOS.workflow(name=f"{JobKind.ARCHIVE}{PART}", max_recovery_attempts=_RESTARTS)
def archive_part(capture_id: int) -> Json:
    """Save one capture in an archive, which takes its time; what is open then is gone on with by the next asking."""
    asked_by = DBOS.authenticated_user
    answer = _archive(capture_id, asked_by)
    for _ in range(_POLLS):
        if answer.get("settled", True):
            break
        DBOS.sleep(steps.ARCHIVE_WAIT)
        answer = _follow_up(answer["attestation_id"], asked_by)
    return _as_json(answer["ending"])


def _key() -> str:
    """Name the work of this workflow, so that what it records is recorded once."""
    return DBOS.workflow_id or ""


def _as_json(ending: Json) -> Json:
    return Ending.of_json(ending).as_json()


def _in_parts(kind: JobKind, planned: list[Json], did: str) -> Json:
    """Hand the parts to the queue of their hosts, wait for all of them, and sum up."""
    _tell(about=planned[0]["ticket"]["about"] if len(planned) == 1 else None, total=len(planned))
    handles = [_hand_over(kind, part, place) for place, part in enumerate(planned)]
    steps.wait_for_parts(_key())
    return together([_ended(handle) for handle in handles], did).as_json()


def _hand_over(kind: JobKind, part: Json, place: int) -> WorkflowHandle[Json]:
    """Hand a part to the queue of its host."""
    ticket, asked_by = Ticket.of_json(part["ticket"]), DBOS.authenticated_user
    options: EnqueueOptions = {
        "workflow_name": f"{kind.value}{PART}",
        "workflow_id": f"{_key()}-{place}",
        "queue_name": PARTS,
        "queue_partition_key": ticket.host or _key(),
        "attributes": ticket.as_json(),
        "priority": priority(place, asked=bool(asked_by)),
    }
    if asked_by:
        options["authenticated_user"] = asked_by
    return DBOS.enqueue_workflow_with_options(options, *part["given"])


def _ended(handle: WorkflowHandle[Json]) -> Ending:
    try:
        return Ending.of_json(handle.get_result())
    except Exception as error:  # noqa: BLE001 - whatever a part broke off with, the others go on
        return Ending(came_through=False, sentence=f"It broke off: {error}")


def _with_tries(fetch: Callable[[], Json]) -> Json:
    """Fetch, and again after a while where that is worth it; the last answer counts, whatever it is."""
    wait = FIRST_WAIT
    for tried in range(1, TRIES + 1):
        fetched = fetch()
        wished = fetched.get("retry_after")
        if not fetched.get("retry") or tried == TRIES or (wished or 0) > LONGEST_WAIT:
            break
        wait = max(wished or 0.0, wait)
        at = dt.datetime.fromisoformat(fetched["ended_at"]) + dt.timedelta(seconds=wait)
        _tell(why=f"Tried {tried} of {TRIES} times: {fetched['reason']}", retry_at_ms=int(at.timestamp() * 1000))
        DBOS.sleep(wait)
        wait *= FACTOR
    if tried > 1:
        _tell(why=None, retry_at_ms=None)
        DBOS.sleep(SECONDS_BETWEEN)  # the queue counts from the first try, and another worker may be next
    return fetched


def _tell(**known: Any) -> None:  # noqa: ANN401 - values of JSON
    told = {name: value for name, value in known.items() if value is not None or name in {"why", "retry_at_ms"}}
    DBOS.update_workflow_attributes(_key(), told, merge=True)
