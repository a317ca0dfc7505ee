"""The doctor: is this installation fit for work? Each check ends in a sentence that says what to do."""

from __future__ import annotations

import importlib.util
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import text

from db.schema import HEAD, revision_of
from db.session import Database
from firsthand.errors import FirsthandError
from firsthand.settings import LanguageModel, Services, Settings

SAFE_SQLITE = ((3, 51, 3), (3, 50, 7), (3, 44, 6))
_LEAST_SPACE = 1_000_000_000  # bytes


class Verdict(StrEnum):
    """How a check came out."""

    GOOD = "good"
    ADVICE = "advice"
    BAD = "bad"


class Check(NamedTuple):
    """One check: what was looked at, how it came out, and what to do."""

    name: str
    verdict: Verdict
    sentence: str


def examine(settings: Settings) -> Iterator[Check]:
    """Run every check; none of them changes anything but the empty record that it may have to make."""
    version = ".".join(str(part) for part in sys.version_info[:3])
    yield Check("Python", Verdict.GOOD, f"Python {version}.")
    yield sqlite_check(sqlite3.sqlite_version_info)
    yield _space(settings.home)
    yield from _record(settings)
    yield _language_model(settings.language_model)
    yield _services(settings.services)
    yield _jobs(settings)
    yield _dashboard()


def sqlite_check(version: tuple[int, ...]) -> Check:
    """Tell whether this SQLite has the write-ahead log's reset bug, and what is done about it."""
    name = ".".join(str(part) for part in version)
    newest = SAFE_SQLITE[0]
    mended = version >= newest or any(version[:2] == safe[:2] and version >= safe for safe in SAFE_SQLITE[1:])
    if mended:
        return Check("SQLite", Verdict.GOOD, f"SQLite {name}.")
    return Check(
        "SQLite",
        Verdict.ADVICE,
        f"SQLite {name} may damage its log when two connections tidy it up at once. Firsthand never lets two do so;"
        " other programs that open the record might. Versions from 3.51.3 on are mended.",
    )


def _space(home: Path) -> Check:
    there = next(folder for folder in (home, *home.parents) if folder.exists())
    free = shutil.disk_usage(there).free
    if free < _LEAST_SPACE:
        return Check("Disk", Verdict.BAD, f"Only {free / 1e6:.0f} MB free at {there}: make room before taking in more.")
    return Check("Disk", Verdict.GOOD, f"{free / 1e9:.0f} GB free at {there}.")


def _record(settings: Settings) -> Iterator[Check]:
    try:
        database = Database(settings.url, settings.home).prepare()
        with database.connect() as connection:
            revision = revision_of(connection)
            yield Check("Record", Verdict.GOOD, f"{database.name}, schema {revision} of {HEAD}.")
            if not database.is_sqlite:
                yield _privileges(connection.execute(text("SELECT has_table_privilege('event', 'TRUNCATE')")).scalar())
        newest = max(database.checkpoints.read(), default=None)
        if newest is None:
            yield Check("Checkpoints", Verdict.GOOD, "No checkpoint yet: the record is new.")
        else:
            yield Check("Checkpoints", Verdict.GOOD, f"The newest covers {newest.count} events.")
    except FirsthandError as error:
        yield Check("Record", Verdict.BAD, str(error))


def _privileges(may_truncate: object) -> Check:
    if may_truncate:
        return Check(
            "Privileges",
            Verdict.ADVICE,
            "This PostgreSQL role owns the tables. For a team, let the owner migrate and give the role that serves the"
            " dashboard no UPDATE, DELETE or TRUNCATE on event, capture, passage, review and search_entry.",
        )
    return Check("Privileges", Verdict.GOOD, "The PostgreSQL role cannot change the history.")


def _language_model(model: LanguageModel | None) -> Check:
    if model is None:
        return Check("Language model", Verdict.GOOD, "None, and none is needed. FIRSTHAND_LLM_URL would name one.")
    sentence = f"{model.name} at {model.host}: it is sent the text of an article when somebody asks it about one."
    return Check("Language model", Verdict.GOOD, sentence)


def _services(services: Services) -> Check:
    """Say which services outside the house are asked; none is without a key or consent."""
    on = [f"{service} may be asked" for service in sorted(services.consented)]
    if services.wayback is not None:
        on.append("captures may be saved in the Wayback Machine")
    if services.google_fact_check_key:
        on.append("Google's fact-check search may be asked")
    if not on:
        return Check("Outside services", Verdict.GOOD, "None is asked. FIRSTHAND_OUTSIDE_SERVICES would name some.")
    return Check("Outside services", Verdict.GOOD, f"{'; '.join(on)}, where somebody asks for it.")


def _jobs(settings: Settings) -> Check:
    from firsthand.jobs import Jobs  # noqa: PLC0415 - the doctor may be asked for by itself

    jobs = Jobs(settings)
    try:
        workers, waiting = jobs.workers(), len(jobs.list(open_only=True))
    except FirsthandError as error:
        return Check("Jobs", Verdict.BAD, str(error))
    finally:
        jobs.close()
    watching = "" if settings.watch else " FIRSTHAND_WATCH=0: nothing is looked at by itself."
    if workers:
        at_work = "One worker is" if workers == 1 else f"{workers} workers are"
        return Check("Jobs", Verdict.GOOD, f"{at_work} at work, {waiting} jobs open.{watching}")
    if waiting:
        waits = "1 job waits" if waiting == 1 else f"{waiting} jobs wait"
        sentence = f"{waits} for a worker: start «firsthand serve» or «firsthand worker».{watching}"
        return Check("Jobs", Verdict.ADVICE, sentence)
    by_itself = "the dashboard starts one" if settings.worker else "FIRSTHAND_WORKER=0: start «firsthand worker»"
    return Check("Jobs", Verdict.GOOD, f"No worker is at work; {by_itself}.{watching}")


def _dashboard() -> Check:
    if importlib.util.find_spec("streamlit") is None:
        return Check("Dashboard", Verdict.BAD, "Streamlit is not installed: install firsthand again.")
    return Check("Dashboard", Verdict.GOOD, "Start it with «firsthand serve».")
