"""The commands that bring case files in and out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from firsthand.commands.terminal import actor, console, open_here


def load(case: Annotated[Path, typer.Argument(help="A case file, as «firsthand export» writes it.")]) -> None:
    """Load a case file: all of it, or nothing where something does not fit."""
    from firsthand.exchange.case_files import load_case_file  # noqa: PLC0415

    settings, database = open_here(with_desk=False)
    with console().status(f"Loading {case.name}"):
        loaded = load_case_file(database, actor(database, settings), case)
    console().print(loaded.sentence, markup=False, highlight=False)


def export(
    case: Annotated[Path, typer.Argument(help="The case file to write.")],
    *,
    article: Annotated[list[str] | None, typer.Option(help="Only this article (FA-000001); may be repeated.")] = None,
    title: Annotated[str, typer.Option(help="What the case is about.")] = "The desk's record",
    replace: Annotated[bool, typer.Option("--replace", help="Write over a file that is there.")] = False,
) -> None:
    """Write a case file: everything that the desk has on its articles, for another desk of yours to load."""
    from firsthand.exchange.case_files import export_case_file  # noqa: PLC0415

    _, database = open_here()
    written = export_case_file(database, case, title=title, articles=article or [], replace=replace)
    console().print(written.sentence, markup=False, highlight=False)
