"""When a document is looked at again: by the state of the claims that rest on it. Pure.

What is being worked on is looked at daily. What has been signed is looked at daily for two weeks, because that is when
a page is corrected, then weekly, then monthly; a change of the document begins that anew.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from db.vocabulary import WorkState

DAILY, WEEKLY, MONTHLY = dt.timedelta(days=1), dt.timedelta(days=7), dt.timedelta(days=30)
FRESH, SETTLED = dt.timedelta(days=14), dt.timedelta(days=90)
"""For so long after the signature or a change a page is looked at daily, and for so long weekly."""

BACK_OFF = (dt.timedelta(hours=1), dt.timedelta(hours=6), DAILY, dt.timedelta(days=3), WEEKLY)
"""How long to wait after the first look in a row that brought nothing, the second, and so on."""

_IN_WORK = frozenset({WorkState.IN_CHECK, WorkState.IN_REVIEW, WorkState.RECHECK})
_WAITING = frozenset({WorkState.OPEN, WorkState.ON_HOLD})


def interval(states: Collection[WorkState], since: dt.timedelta) -> dt.timedelta | None:
    """Tell how often claims in these states want their document looked at; None where nobody watches it.

    ``since`` is how long ago one of them was signed, or the document changed. Drafts, and claims that the desk has
    turned away or withdrawn, want nothing.
    """
    wanted: list[dt.timedelta] = []
    if _IN_WORK & set(states):
        wanted.append(DAILY)
    if _WAITING & set(states):
        wanted.append(WEEKLY)
    if any(state.signed for state in states):
        wanted.append(DAILY if since < FRESH else WEEKLY if since < SETTLED else MONTHLY)
    return min(wanted, default=None)


def next_look(
    states: Collection[WorkState],
    failures: int,
    now: dt.datetime,
    last_change: dt.datetime | None,
    retry_at: dt.datetime | None = None,
) -> dt.datetime | None:
    """Tell when a document that has just been looked at is looked at again; None for never.

    ``failures`` counts the looks in a row that brought nothing, this one included; ``last_change`` is the newest of
    signatures and changes, None where there was neither; ``retry_at`` is when the site wishes to be asked again.
    """
    usual = interval(states, now - last_change if last_change else dt.timedelta.max)
    if usual is None:
        return None
    if failures:
        usual = BACK_OFF[min(failures, len(BACK_OFF)) - 1]
    return max(now + usual, retry_at or now)
