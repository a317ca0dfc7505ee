"""How jobs are told of on the terminal: a bar while one is under way, a line for each, what a worker does."""

from __future__ import annotations

import dataclasses
import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import typer

from db.vocabulary import JobKind, JobState
from firsthand.commands.terminal import console, print_json, progress

if TYPE_CHECKING:
    from db.rows import JobRow
    from firsthand.jobs import Jobs
    from firsthand.settings import Settings

_INTERRUPTED = 130
_MARKS = {JobState.DONE: "✓", JobState.FAILED: "✗", JobState.CANCELLED: "-"}
_LOOK = 1.0  # seconds between two lines of a worker
_NAMED = 3  # jobs that the line of a worker has room for


def follow(settings: Settings, ask: Callable[[Jobs], str], *, as_json: bool) -> None:
    """Ask for a job, show how far it is, and print how it ended; ends with status 1 where it did not come through."""
    from firsthand.jobs import Jobs  # noqa: PLC0415
    from firsthand.jobs.following import follow as stand  # noqa: PLC0415

    client = Jobs(settings)
    job_id = ask(client)
    try:
        with progress(hidden=as_json or not console().is_terminal) as bar:
            task = bar.add_task("Waiting", total=None)
            for job in stand(client, settings, job_id):
                bar.update(task, description=job.sentence, completed=job.done, total=job.total or None)
        show(job, client.parts(job_id), as_json=as_json)
    except KeyboardInterrupt:
        said = f"Not waited for any longer; it goes on while a worker is at work: firsthand jobs {job_id}"
        say(said, as_json=as_json, job=job_id)
        raise typer.Exit(_INTERRUPTED) from None
    finally:
        client.close()
    if job.state is not JobState.DONE:
        raise typer.Exit(1)


def show_all(client: Jobs, *, everything: bool, as_json: bool) -> None:
    """List jobs, the newest last; without ``everything`` only those that somebody may want to do something about."""
    found = [job for job in client.list() if everything or job.state is not JobState.DONE]
    count = client.workers()
    if as_json:
        print_json({"workers": count, "jobs": [_as_json(job) for job in found]})
        return
    for job in reversed(found):
        _print(job, f"{job.id}, {job.about}")
    at_work = {0: "no worker is at work", 1: "one worker is at work"}.get(count, f"{count} workers are at work")
    say(f"{len(found)} {'job' if len(found) == 1 else 'jobs'}, {at_work}.", as_json=False)


def show(job: JobRow, parts: Sequence[JobRow], *, as_json: bool) -> None:
    """Print a job with its parts; a job that is one part is told by it, but for a trace, whose parts are its pages."""
    if as_json:
        print_json({**_as_json(job), "parts": [_as_json(part) for part in parts]})
        return
    for part in parts:
        _print(part, part.about)
    if len(parts) != 1 or job.kind is JobKind.TRACE:
        _print(job, f"{job.id}, {job.about}")


def say(sentence: str, *, as_json: bool, **more: str) -> None:
    """Print a sentence, or an object that holds it."""
    if as_json:
        print_json({"said": sentence, **more})
    else:
        console().print(sentence, markup=False, highlight=False)


def waiting() -> None:
    """Say why a worker does not begin."""
    say("Waiting: a local record has one worker, and one is at work here already.", as_json=False)


def tell(client: Jobs, started: threading.Event, stop: threading.Event) -> None:
    """Show in a terminal what the workers of this record do, until told to stop."""
    out = console()
    started.wait()
    out.print("At work (Ctrl+C ends it).", markup=False)
    under_way: tuple[JobRow, ...] = ()
    with out.status("Waiting for work") as line:
        while not stop.wait(_LOOK):
            before, under_way = under_way, client.list(open_only=True)
            for job_id in {job.id for job in before} - {job.id for job in under_way}:
                if ended := client.get(job_id):
                    _print(ended, f"{ended.id}, {ended.about}")
            line.update("; ".join(f"{job.about}: {job.sentence}" for job in under_way[:_NAMED]) or "Waiting for work")


def _print(job: JobRow, name: str) -> None:
    again = f" Next try {job.retry_at:%Y-%m-%d %H:%M} UTC." if job.retry_at else ""
    line = f"{_MARKS.get(job.state, '…')} {name}: {job.sentence}{again}"
    console().print(line, markup=False, highlight=False)


def _as_json(job: JobRow) -> dict[str, Any]:
    return dataclasses.asdict(job)
