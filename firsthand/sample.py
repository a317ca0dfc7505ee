"""The sample case that comes with the package."""

from __future__ import annotations

from pathlib import Path

from db.queries import people, statistics
from db.session import Database
from firsthand.desk import SYSTEM
from firsthand.errors import FirsthandError
from firsthand.exchange.case_files import load_case_file
from firsthand.workspace import DEMO_DESK

SAMPLE = Path(__file__).with_name("cases") / "arms-race-2024.json"


def load_sample(database: Database) -> str:
    """Load the sample into an empty record and tell so; one that is there already stays as it is.

    Raises ``FirsthandError`` where the record holds other work: a demonstration has no business in it.
    """
    with database.read() as session:
        there = any(row.slug == DEMO_DESK for row in people.desks(session))
        articles = statistics.totals(session).articles
    if articles and not there:
        raise FirsthandError(
            f"{database.name} holds work of your own. Try the sample in a folder of its own:"
            " FIRSTHAND_HOME=~/firsthand-demo firsthand demo"
        )
    if there:
        return "The sample case is loaded already."
    return load_case_file(database, SYSTEM, SAMPLE).sentence
