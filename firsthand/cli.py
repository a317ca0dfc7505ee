"""The command line. Each command imports what it needs and no more, so that the small ones answer at once."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from firsthand import jobs_commands
from firsthand.asking_command import ask
from firsthand.errors import FirsthandError
from firsthand.people_commands import desk_rules, people_app
from firsthand.terminal import actor, console, open_here, print_json, progress

if TYPE_CHECKING:
    from firsthand.settings import Settings

app = typer.Typer(
    name="firsthand",
    help="The record an editorial desk keeps: what its articles claim, what the sources say, what the desk concluded.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

Json = Annotated[bool, typer.Option("--json", help="Print one JSON object for other programs.")]


def main() -> None:
    """Run a command; whatever goes wrong ends in a sentence on standard error and a status that is not zero."""
    try:
        app()
    except FirsthandError as error:
        print(f"firsthand: {error}", file=sys.stderr)  # noqa: T201 - the one place where errors reach a person
        sys.exit(1)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)


@app.command()
def demo(
    *,
    serve_it: Annotated[bool, typer.Option("--serve/--no-serve", help="Open the dashboard, or only load.")] = True,
    port: Annotated[int | None, typer.Option(help="Port of the dashboard.", min=1, max=65535)] = None,
) -> None:
    """Load the sample case into an empty record and open the dashboard on it."""
    from firsthand.sample import load_sample  # noqa: PLC0415

    settings, database = open_here(with_desk=False)
    outcome = load_sample(database)
    console().print(outcome)
    if serve_it:
        _serve(settings, port)


@app.command()
def serve(
    port: Annotated[int | None, typer.Option(help="Port; FIRSTHAND_PORT, else 8501.", min=1, max=65535)] = None,
    *,
    worker: Annotated[
        bool, typer.Option("--worker/--no-worker", help="Do jobs beside it, or leave them to «firsthand worker».")
    ] = True,
) -> None:
    """Open the dashboard on the record."""
    settings, _ = open_here()
    _serve(replace(settings, worker=settings.worker and worker), port)


@app.command()
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
    urls = [one for one in given if jobs_commands.is_address(one)]
    paths = files_of([Path(one) for one in given if one not in urls])
    if len(paths) + len(urls) > 1 and (url or title):
        raise FirsthandError("--url and --title are for a single file: leave them out, or add the files one by one.")
    if urls and not paths:
        jobs_commands.take_in(settings, database, urls, desk_name, again=again, as_json=as_json)
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
        jobs_commands.take_in(settings, database, urls, desk_name, again=again, as_json=as_json)
    if adding.failed:
        raise typer.Exit(1)


@app.command()
def load(case: Annotated[Path, typer.Argument(help="A case file, as «firsthand export» writes it.")]) -> None:
    """Load a case file: all of it, or nothing where something does not fit."""
    from firsthand.exchange.case_files import load_case_file  # noqa: PLC0415

    settings, database = open_here(with_desk=False)
    with console().status(f"Loading {case.name}"):
        loaded = load_case_file(database, actor(database, settings), case)
    console().print(loaded.sentence, markup=False, highlight=False)


@app.command()
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


@app.command()
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


@app.command()
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


@app.command()
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


@app.command()
def backup(folder: Annotated[Path, typer.Argument(help="A new folder for the backup.")]) -> None:
    """Copy the whole record into a folder while others go on working, and verify the copy."""
    from firsthand.backup import back_up  # noqa: PLC0415

    _, database = open_here()
    with console().status("Copying") as spinner:
        manifest = back_up(database, folder, lambda part: spinner.update(f"Copying: {part}"))
    console().print(f"{folder}: {manifest.events:,} events, {manifest.blobs:,} captured files, verified.", markup=False)


@app.command()
def restore(folder: Annotated[Path, typer.Argument(help="A folder that «firsthand backup» wrote.")]) -> None:
    """Bring a backup back into an empty record, in SQLite or PostgreSQL."""
    from firsthand.backup import restore as restore_backup  # noqa: PLC0415

    _, database = open_here(with_desk=False)
    with console().status("Restoring") as spinner:
        manifest = restore_backup(folder, database, lambda part: spinner.update(f"Restoring: {part}"))
    console().print(f"{manifest.events:,} events restored, verified.")


def _serve(settings: Settings, port: int | None) -> None:
    from firsthand.serving import serve as become_server  # noqa: PLC0415

    become_server(settings, port or settings.port)


app.command("ask")(ask)
for command in jobs_commands.COMMANDS:
    app.command()(command)
app.command("rules")(desk_rules)
app.add_typer(people_app, name="people")
