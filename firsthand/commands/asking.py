"""The command that asks the desk's language model about articles."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from firsthand.commands.terminal import actor, console, open_here, progress
from firsthand.errors import FirsthandError

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID


def ask(
    articles: Annotated[list[str], typer.Argument(help="Articles by their short ids, such as FA-000001.")],
    *,
    refused: Annotated[bool, typer.Option("--refused", help="Also print what was refused, and why.")] = False,
) -> None:
    """Ask the desk's language model for claims that the rules missed and for clearer statements.

    The text of the articles is sent to the endpoint that FIRSTHAND_LLM_URL names.
    """
    from db.rows import parse_ref  # noqa: PLC0415
    from firsthand.asking import ask_about  # noqa: PLC0415

    settings, database = open_here()
    model = settings.language_model
    if model is None:
        raise FirsthandError(
            "This desk has no language model: set FIRSTHAND_LLM_URL and FIRSTHAND_LLM_MODEL to ask one."
            " Everything works without it."
        )
    asker = actor(database, settings)
    failed = False
    for given in articles:
        article_id = parse_ref(given, "FA")
        if article_id is None:
            raise FirsthandError(f"«{given}» is no article: write its short id, such as FA-000001.")
        with progress(hidden=not console().is_terminal) as bar:
            task = bar.add_task(f"{given}: asking {model.name}", total=None)
            asked = ask_about(database, model, asker, article_id, partial(_show, bar, task))
        console().print(f"{given}: {asked.sentence}", markup=False, highlight=False)
        for one in asked.refused if refused else ():
            console().print(f"  ✗ «{one.words}»: {one.why}", markup=False, highlight=False)
        failed = failed or asked.failed is not None
    if failed:
        raise typer.Exit(1)


def _show(bar: Progress, task: TaskID, done: int, parts: int) -> None:
    bar.update(task, completed=done, total=parts)
