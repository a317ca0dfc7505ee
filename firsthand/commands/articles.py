"""The command that takes articles in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from firsthand.commands.jobs import is_address, take_in
from firsthand.commands.terminal import Json, actor, console, open_here, print_json, progress
from firsthand.errors import FirsthandError


def add(  # noqa: PLR0913 - the options of a command
    given: Annotated[
        list[str],
        typer.Argument(
            metavar="FILES|ADDRESSES", help="Articles (.txt .html .md .pdf .docx), feeds, whole folders; web addresses."
        ),
    ],
    *,
    url: Annotated[str | None, typer.Option(help="Address of the article; for a single file.")] = None,
    title: Annotated[str | None, typer.Option(help="Title, where the text does not say; for a single file.")] = None,
    author: Annotated[str | None, typer.Option(help="Author, where the text does not say.")] = None,
    publisher: Annotated[str | None, typer.Option(help="Publisher, where the text does not say.")] = None,
    published: Annotated[str | None, typer.Option(help="Date: 2024, 2024-08 or 2024-08-06.")] = None,
    desk_name: Annotated[str | None, typer.Option("--desk", help="Short name of the desk that takes them in.")] = None,
    again: Annotated[
        bool, typer.Option("--again", help="Where an address is here with another text: add a later capture.")
    ] = False,
    jobs: Annotated[int | None, typer.Option(help="Processes that read; all cores for many files.", min=1)] = None,
    as_json: Json = False,
) -> None:
    """Take articles in and draft their claims. Run it again after an interruption: what is in stays in."""
    from firsthand.adding import Adding, files_of, jobs_for  # noqa: PLC0415
    from firsthand.taking_in import Known  # noqa: PLC0415

    settings, database = open_here()
    urls = [one for one in given if is_address(one)]
    paths = files_of([Path(one) for one in given if one not in urls])
    if len(paths) + len(urls) > 1 and (url or title):
        raise FirsthandError("--url and --title are for a single file: leave them out, or add the files one by one.")
    if urls and not paths:
        take_in(settings, database, urls, desk_name, again=again, as_json=as_json)
        return
    known = Known(title=title, author=author, publisher=publisher, published=published)
    here = actor(database, settings)
    adding = Adding(database, here, desk_name, known, url, again=again, jobs=jobs_for(len(paths), jobs))
    with progress(hidden=as_json or len(paths) < 3) as bar:  # noqa: PLR2004 - a bar for two files is noise
        task = bar.add_task("Taking in", total=len(paths))
        done: set[Path] = set()
        for outcome in adding.run(paths):
            done.add(outcome.path)
            bar.update(task, completed=len(done))
            if not as_json:
                bar.console.print(outcome.sentence, markup=False, highlight=False, soft_wrap=True)
    if as_json:
        print_json({"files": [outcome.as_json() for outcome in adding.outcomes], **adding.counts})
    elif len(adding.outcomes) > 1 or adding.interrupted:
        console().print(adding.summary)
    if adding.interrupted:
        raise typer.Exit(130)
    if urls:
        take_in(settings, database, urls, desk_name, again=again, as_json=as_json)
    if adding.failed:
        raise typer.Exit(1)
