"""The commands about jobs: asking for work, following it, listing it, doing it."""

from __future__ import annotations

import os
import signal
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from firsthand.commands import telling
from firsthand.commands.terminal import Json, console, open_here
from firsthand.errors import FirsthandError, NotFoundError

if TYPE_CHECKING:
    from db.rows import UserRow
    from db.session import Database
    from firsthand.settings import Settings


def capture(
    what: Annotated[list[str], typer.Argument(help="Addresses, sources (FS-000001) or articles (FA-000001).")],
    *,
    as_json: Json = False,
) -> None:
    """Fetch sources and articles anew; an address that is not on the desk yet becomes a source.

    Interrupt it when you like: the job goes on when a worker is at work.
    """
    settings, database, person = _here()
    numbers = [_document(database, person, one) for one in what]
    telling.follow(settings, lambda jobs: jobs.capture(person, numbers), as_json=as_json)


def watch(
    documents: Annotated[list[str] | None, typer.Argument(help="Sources (FS-000001) or articles (FA-000001).")] = None,
    *,
    due: Annotated[bool, typer.Option("--due", help="Look at everything whose next look is due.")] = False,
    as_json: Json = False,
) -> None:
    """Look at sources and articles again, and tell whether what claims rest on still stands there."""
    settings, database, person = _here()
    numbers = [_document(database, person, one) for one in documents or ()] + (_due(database) if due else [])
    if not numbers:
        if not due:
            raise FirsthandError("Name sources or articles, or say --due for all whose next look is due.")
        telling.say("No look is due.", as_json=as_json)
        return
    telling.follow(settings, lambda jobs: jobs.watch(person, numbers), as_json=as_json)


def trace(
    claim: Annotated[str, typer.Argument(help="The claim, such as FH-000001.")],
    *,
    start: Annotated[str | None, typer.Option(help="Address of the reference to begin with; else all of them.")] = None,
    as_json: Json = False,
) -> None:
    """Follow a claim's references from page to page to the first hand."""
    from db.rows import parse_ref  # noqa: PLC0415

    claim_id = parse_ref(claim, "FH")
    if claim_id is None:
        raise FirsthandError(f"«{claim}» is no claim: write its short id, such as FH-000001.")
    settings, _, person = _here()
    telling.follow(settings, lambda jobs: jobs.trace(person, claim_id, start), as_json=as_json)


def jobs(
    job_id: Annotated[str | None, typer.Argument(help="A job, to see its parts.")] = None,
    *,
    cancel: Annotated[bool, typer.Option("--cancel", help="Stop this job; what is recorded stays.")] = False,
    everything: Annotated[bool, typer.Option("--all", help="Also those that are over.")] = False,
    as_json: Json = False,
) -> None:
    """List what runs, waits and failed, or show one job with its parts."""
    from firsthand.jobs import Jobs  # noqa: PLC0415
    from firsthand.settings import load_settings  # noqa: PLC0415

    client = Jobs(load_settings())
    try:
        if job_id is None:
            if cancel:
                raise FirsthandError("Say which job is to be cancelled: «firsthand jobs» lists them.")
            telling.show_all(client, everything=everything, as_json=as_json)
            return
        if cancel:
            client.cancel(job_id)
        job = client.get(job_id)
        if job is None:
            raise NotFoundError("job", job_id)
        telling.show(job, client.parts(job_id), as_json=as_json)
    finally:
        client.close()


def worker(
    *,
    with_parent: Annotated[
        bool, typer.Option("--with-parent", help="End when standard input ends, and say nothing.")
    ] = False,
) -> None:
    """Do what jobs ask for, until Ctrl+C. A local record has one worker; a team's on PostgreSQL any number."""
    from firsthand.jobs import Jobs, work  # noqa: PLC0415
    from firsthand.jobs.child import end_soon, leave_with_parent  # noqa: PLC0415

    settings, database = open_here()
    stop, started = threading.Event(), threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: end_soon(stop))
    if with_parent:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the parent, whose end is noticed
        leave_with_parent(stop)
    else:
        signal.signal(signal.SIGINT, lambda *_: end_soon(stop))
        client = Jobs(settings)
        threading.Thread(target=telling.tell, args=(client, started, stop), name="telling", daemon=True).start()
    work(database, settings, stop=stop, started=started, on_wait=(lambda: None) if with_parent else telling.waiting)
    sys.stdout.flush()
    os._exit(0)  # steps that did not finish in time are taken up by the next worker


def warc(
    claim: Annotated[str, typer.Argument(help="The claim, such as FH-000001.")],
    file: Annotated[Path, typer.Argument(help="The file to write, which ends in .warc.gz.")],
) -> None:
    """Write the captures that a claim rests on as a WARC file, with a manifest of their hashes beside it."""
    from db.rows import parse_ref  # noqa: PLC0415
    from firsthand.exchange.warc import export  # noqa: PLC0415

    claim_id = parse_ref(claim, "FH")
    if claim_id is None:
        raise FirsthandError(f"«{claim}» is no claim: write its short id, such as FH-000001.")
    _, database = open_here()
    written = export(database, file, claim_ids=[claim_id])
    failed = f", {written.failed} of them fetches that brought nothing" if written.failed else ""
    said = f"{file}: {written.captures} captures{failed}, in {written.records} records; hashes in {written.manifest}."
    console().print(said, markup=False, highlight=False)


def is_address(given: str) -> bool:
    """Tell an address of the web from the name of a file."""
    return given.lower().startswith(("http://", "https://"))


def take_in(
    settings: Settings, database: Database, urls: list[str], desk_name: str | None, *, again: bool, as_json: bool
) -> None:
    """Have articles fetched and taken in, and tell what became of each."""
    from firsthand.people import find_desk_row  # noqa: PLC0415
    from firsthand.workspace import person  # noqa: PLC0415

    me, desk_id = person(database, settings.user), find_desk_row(database, desk_name).id
    telling.follow(settings, lambda client: client.take_in(me, desk_id, urls, again=again), as_json=as_json)


def _here() -> tuple[Settings, Database, UserRow]:
    from firsthand.workspace import person  # noqa: PLC0415

    settings, database = open_here()
    return settings, database, person(database, settings.user)


def _document(database: Database, person: UserRow, given: str) -> int:
    """Find the document of a short id, or of an address, which is added where it is new."""
    from db.rows import document_ref, parse_ref  # noqa: PLC0415
    from firsthand.desk import Actor, find_document  # noqa: PLC0415
    from firsthand.sources.captures import source_at  # noqa: PLC0415
    from firsthand.sources.targets import never_fetched  # noqa: PLC0415

    if is_address(given):
        if fault := never_fetched(given):
            raise FirsthandError(fault)
        return source_at(database, Actor.of(person), given)
    number = parse_ref(given, "FS") or parse_ref(given, "FA")
    if number is None:
        raise FirsthandError(f"«{given}» is neither an address nor a short id such as FS-000001 or FA-000001.")
    with database.read() as session:
        document = find_document(session, number)
    if document_ref(document.type, number)[:2] != given.strip().upper()[:2]:
        raise NotFoundError("document", given)
    return number


def _due(database: Database) -> list[int]:
    from db.base import utc_now  # noqa: PLC0415
    from db.queries import watches  # noqa: PLC0415

    with database.read() as session:
        return [row.document_id for row in watches.due(session, utc_now(), 1000)]
