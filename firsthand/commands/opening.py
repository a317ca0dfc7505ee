"""The commands that open the dashboard."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from firsthand.commands.terminal import console, open_here

if TYPE_CHECKING:
    from firsthand.settings import Settings


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


def _serve(settings: Settings, port: int | None) -> None:
    from firsthand.serving import serve as become_server  # noqa: PLC0415

    become_server(settings, port or settings.port)
