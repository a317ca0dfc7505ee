"""The commands that look after the record: how it stands, whether it is sound, its backups."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from firsthand.commands.terminal import Json, console, open_here, print_json


def status(*, as_json: Json = False) -> None:
    """Say how much there is, and where the claims stand."""
    from db.queries import statistics  # noqa: PLC0415

    _, database = open_here()
    with database.read() as session:
        totals, board = statistics.totals(session), statistics.board(session)
    statuses = {word.value: count for word, count in board.statuses if count}
    figures = {name: getattr(totals, name) for name in ("articles", "claims", "sources", "evidence", "events")}
    if as_json:
        print_json({**figures, "captures": totals.captures, "speakers": totals.speakers, "statuses": statuses})
        return
    from rich.table import Table  # noqa: PLC0415

    table = Table(box=None, show_header=False)
    for name, count in figures.items():
        table.add_row(name, f"{count:,}")
    for word, count in statuses.items():
        table.add_row(f"  {word.replace('_', ' ')}", f"{count:,}", style="dim")
    console().print(table)
    if not totals.articles:
        console().print("Nothing here yet: «firsthand add FILE» takes an article in, «firsthand demo» shows a sample.")


def verify(*, as_json: Json = False) -> None:
    """Check that everything is still what was written: events, captures, places, signatures."""
    from dataclasses import asdict  # noqa: PLC0415

    from firsthand.verification import verify as verify_record  # noqa: PLC0415

    _, database = open_here()
    with console().status("Verifying") as spinner:
        report = verify_record(database, lambda part: spinner.update(f"Verifying {part}"))
    if as_json:
        print_json({"sound": report.sound, **asdict(report)})
    else:
        for problem in report.problems:
            console().print(f"✗ {problem.sentence}", markup=False, highlight=False)
        found = "Nothing wrong" if report.sound else f"{len(report.problems)} problems"
        console().print(
            f"{found}: {report.events:,} events, {report.captures:,} captures, {report.signatures:,} signatures,"
            f" {report.checkpoints:,} checkpoints. Head {report.head[:16]}…"
        )
    if not report.sound:
        raise typer.Exit(1)


def doctor(*, as_json: Json = False) -> None:
    """Check this installation, and say what to do about what is not as it should be."""
    from firsthand.doctor import Verdict, examine  # noqa: PLC0415
    from firsthand.settings import load_settings  # noqa: PLC0415

    checks = list(examine(load_settings()))
    if as_json:
        print_json({"checks": [check._asdict() for check in checks]})
    else:
        marks = {Verdict.GOOD: "✓", Verdict.ADVICE: "!", Verdict.BAD: "✗"}
        for check in checks:
            console().print(f"{marks[check.verdict]} {check.name}: {check.sentence}", markup=False, highlight=False)
    if any(check.verdict is Verdict.BAD for check in checks):
        raise typer.Exit(1)


def backup(folder: Annotated[Path, typer.Argument(help="A new folder for the backup.")]) -> None:
    """Copy the whole record into a folder while others go on working, and verify the copy."""
    from firsthand.backup import back_up  # noqa: PLC0415

    _, database = open_here()
    with console().status("Copying") as spinner:
        manifest = back_up(database, folder, lambda part: spinner.update(f"Copying: {part}"))
    console().print(f"{folder}: {manifest.events:,} events, {manifest.blobs:,} captured files, verified.", markup=False)


def restore(folder: Annotated[Path, typer.Argument(help="A folder that «firsthand backup» wrote.")]) -> None:
    """Bring a backup back into an empty record, in SQLite or PostgreSQL."""
    from firsthand.backup import restore as restore_backup  # noqa: PLC0415

    _, database = open_here(with_desk=False)
    with console().status("Restoring") as spinner:
        manifest = restore_backup(folder, database, lambda part: spinner.update(f"Restoring: {part}"))
    console().print(f"{manifest.events:,} events restored, verified.")
