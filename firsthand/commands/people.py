"""The commands about people and rules."""

from __future__ import annotations

from typing import Annotated

import typer

from firsthand.commands.terminal import actor, console, open_here

people_app = typer.Typer(help="See, add and change the people of the desk.", no_args_is_help=True)


def desk_rules(
    desk_name: Annotated[str | None, typer.Option("--desk", help="Short name of the desk.")] = None,
    *,
    self_signing: Annotated[
        bool | None, typer.Option("--self-signing/--no-self-signing", help="May people sign their own work?")
    ] = None,
    stale_after: Annotated[int | None, typer.Option(help="Days after which a signed finding grows stale.")] = None,
) -> None:
    """Show the desk's rules, or change them."""
    from firsthand.people import change_rules, find_desk_row  # noqa: PLC0415

    settings, database = open_here()
    row = find_desk_row(database, desk_name)
    if self_signing is not None or stale_after is not None:
        row = change_rules(database, actor(database, settings), row, self_signing=self_signing, stale_after=stale_after)
    may = "may" if row.allow_self_signing else "may not"
    console().print(
        f"{row.name} ({row.slug}): people {may} sign their own work; findings grow stale after"
        f" {row.stale_after_days} days.",
        markup=False,
        highlight=False,
    )


@people_app.command("list")
def people_list() -> None:
    """List the people of the desk with their roles."""
    from db.queries import people  # noqa: PLC0415

    _, database = open_here()
    with database.read() as session:
        for user in people.users(session):
            roles = ", ".join(sorted(user.roles)) or "no role"
            gone = " (disabled)" if user.disabled else ""
            console().print(f"{user.email}: {roles}{gone}", markup=False, highlight=False)


@people_app.command("add")
def people_add(
    email: Annotated[str, typer.Argument(help="Address or login name.")],
    role: Annotated[list[str] | None, typer.Option(help="reader, checker, reviewer, editor or administrator.")] = None,
    name: Annotated[str, typer.Option(help="Name as the desk knows them.")] = "",
) -> None:
    """Add a person, or give one who is here these roles instead of their present ones."""
    from firsthand.people import add_or_change  # noqa: PLC0415

    settings, database = open_here()
    console().print(add_or_change(database, actor(database, settings), email, name, role or []), markup=False)
