"""What the commands share: opening the record, and talking to the terminal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from rich.console import Console

    from db.session import Database
    from firsthand.desk import Actor
    from firsthand.settings import Settings

Json = Annotated[bool, typer.Option("--json", help="Print one JSON object for other programs.")]
"""What every command takes whose answer another program may want."""


def open_here(*, with_desk: bool = True) -> tuple[Settings, Database]:
    """Read the settings and open the record that they name."""
    from firsthand.settings import load_settings  # noqa: PLC0415
    from firsthand.workspace import open_record  # noqa: PLC0415

    settings = load_settings()
    return settings, open_record(settings, with_desk=with_desk)


def actor(database: Database, settings: Settings) -> Actor:
    """Tell who is working."""
    from firsthand.desk import Actor  # noqa: PLC0415
    from firsthand.workspace import person  # noqa: PLC0415

    return Actor.of(person(database, settings.user))


def console() -> Console:
    """Get the terminal; long lines are left to it."""
    from rich.console import Console  # noqa: PLC0415

    return Console(soft_wrap=True)


def progress(*, hidden: bool) -> Any:  # noqa: ANN401 - Rich is not imported before it is needed
    """Make a progress bar; not shown where it would be noise, or in the way of another program."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return Progress(*columns, disable=hidden)


def print_json(value: object) -> None:
    """Print one object for another program."""
    print(json.dumps(value, ensure_ascii=False, indent=2, default=str))  # noqa: T201 - the command's answer
