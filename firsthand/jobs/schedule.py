"""The schedule: looks that are due become a job, one at a time."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from db.base import utc_now
from db.errors import FirsthandError
from db.queries import watches
from firsthand.jobs.client import Jobs
from firsthand.sources import watching
from firsthand.workspace import is_demo

if TYPE_CHECKING:
    from db.session import Database
    from firsthand.settings import Settings

_AT_ONCE = 200  # documents of one job
_log = logging.getLogger(__name__)


def plan_looks(database: Database) -> int:
    """Plan looks at documents for which nobody has, as after a case was loaded; tells for how many."""
    try:
        return 0 if _is_sample(database) else watching.plan(database, utc_now())
    except FirsthandError as error:  # the next day brings another try
        _log.warning("The looks could not be planned: %s", error)
        return 0


def ask_for_due(database: Database, settings: Settings) -> str | None:
    """Ask for the looks that are due; None where there are none, or those asked for before are still under way.

    A document stays due until its look is recorded, so nothing is lost by asking for some of them later.
    """
    jobs = Jobs(settings)
    try:
        if _is_sample(database):
            return None
        with database.read() as session:
            due = [row.document_id for row in watches.due(session, utc_now(), _AT_ONCE)]
        return jobs.watch_due(due) if due else None
    except FirsthandError as error:  # the next minute brings another try
        _log.warning("The looks that are due could not be asked for: %s", error)
        return None
    finally:
        jobs.close()


def _is_sample(database: Database) -> bool:
    """Tell whether this is the sample's record: its sites are not asked again and again by everybody who tries it."""
    with database.read() as session:
        return is_demo(session)
