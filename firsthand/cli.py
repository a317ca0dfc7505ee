"""The command line. Each command imports what it needs and no more, so that the small ones answer at once."""

from __future__ import annotations

import sys

import typer

from firsthand.commands import articles, asking, cases, jobs, keeping, opening, people
from firsthand.errors import FirsthandError

app = typer.Typer(
    name="firsthand",
    help="The record an editorial desk keeps: what its articles claim, what the sources say, what the desk concluded.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


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


for command in (
    *(opening.demo, opening.serve),
    articles.add,
    *(cases.load, cases.export),
    *(keeping.status, keeping.verify, keeping.doctor, keeping.backup, keeping.restore),
    asking.ask,
    *(jobs.capture, jobs.watch, jobs.trace, jobs.warc, jobs.jobs, jobs.worker),
):
    app.command()(command)
app.command("rules")(people.desk_rules)
app.add_typer(people.people_app, name="people")
