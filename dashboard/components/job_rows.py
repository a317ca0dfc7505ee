"""Jobs in a list, one by itself, and its parts; all of what they are about is foreign words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dashboard import addresses, labels
from dashboard.components.paper import Node, chip, element, facts, link, moment, record_link, span
from dashboard.escaping import shortened
from dashboard.labels import CHALK, INK, Label
from dashboard.texts import jobs as texts
from db.rows import JobRow, claim_ref
from db.vocabulary import JobState

_ICONS = {
    JobState.WAITING: "hourglass_empty",
    JobState.RUNNING: "sync",
    JobState.DONE: "check",
    JobState.FAILED: "error",
    JobState.CANCELLED: "do_not_disturb_on",
}
_ABOUT = 160  # characters
_DOCUMENT_REFS = ("FA-", "FS-")


def line(job: JobRow) -> Node:
    """Describe a job in one line."""
    return element(
        "div",
        standing(job.state),
        link(labels.title(job.kind), _address(job)),
        span(job.sentence, "plain"),
        _again(job),
        style="tags",
    )


def job_list(jobs: Iterable[JobRow], names: Mapping[str, str]) -> Node:
    """Describe jobs, one below the other; ``names`` are those of people by address."""
    return element("ol", *(_row(job, names) for job in jobs), style="rows narrow")


def part_list(parts: Iterable[JobRow]) -> Node:
    """Describe the parts of a job."""
    return element("ol", *(_part(part) for part in parts), style="rows narrow")


def job_head(job: JobRow, names: Mapping[str, str]) -> Node:
    """Describe a job by itself."""
    return facts(
        [
            (texts.STATE, standing(job.state)),
            (texts.HOW, element("div", span(job.sentence, "plain"), _again(job), style="tags")),
            (texts.ABOUT, _about(job)),
            (texts.PROGRESS, texts.progress(job.done, job.total) if job.total > 1 else None),
            (texts.HOST, job.host),
            (texts.BY, _who(job, names)),
            (texts.ASKED, moment(job.asked_at)),
            (texts.STARTED, moment(job.started_at) if job.started_at else None),
            (texts.ENDED, moment(job.ended_at) if job.ended_at else None),
        ]
    )


def job_records(jobs: Iterable[JobRow]) -> list[dict[str, object]]:
    """List jobs for a file."""
    return [
        {
            "job": job.id,
            "kind": labels.word(job.kind),
            "state": labels.word(job.state),
            "about": job.about,
            "stands": job.sentence,
            "done": job.done,
            "parts": job.total,
            "host": job.host,
            "asker": job.asked_by,
            "asked": job.asked_at.isoformat(),
            "over": job.ended_at.isoformat() if job.ended_at else None,
            "retry": job.retry_at.isoformat() if job.retry_at else None,
        }
        for job in jobs
    ]


def _row(job: JobRow, names: Mapping[str, str]) -> Node:
    return element(
        "li",
        standing(job.state),
        link(labels.title(job.kind), _address(job), style="ref"),
        span(shortened(job.about, _ABOUT), "strong plain"),
        span(texts.progress(job.done, job.total), "muted") if job.total > 1 and not job.state.over else None,
        element("div", span(job.sentence, "plain"), _again(job), style="said tags"),
        element("div", _who(job, names), moment(job.ended_at or job.asked_at), style="about tags"),
    )


def _part(part: JobRow) -> Node:
    return element(
        "li",
        standing(part.state),
        _about(part),
        element("div", span(part.sentence, "plain"), _again(part), style="said tags"),
    )


def standing(state: JobState) -> Node:
    """Describe how a piece of work stands."""
    look = Label(labels.word(state), _ICONS[state], INK, CHALK, labels.meaning(state), outlined=True)
    return chip(look)


def _about(job: JobRow) -> Node:
    if job.claim_id is not None:
        return record_link(claim_ref(job.claim_id))
    ref, _, title = job.about.partition(" ")
    if ref.startswith(_DOCUMENT_REFS):
        return element("span", record_link(ref), span(f" {shortened(title, _ABOUT)}", "plain"))
    return span(shortened(job.about, _ABOUT), "plain")


def _again(job: JobRow) -> Node | None:
    if job.retry_at is None:
        return None
    return element("span", f"{texts.NEXT_TRY} ", moment(job.retry_at), style="muted")


def _who(job: JobRow, names: Mapping[str, str]) -> Node:
    return span(names.get(job.asked_by, job.asked_by) if job.asked_by else texts.SCHEDULE, "plain")


def _address(job: JobRow) -> str:
    return addresses.href(addresses.JOBS, job=job.id)
