"""The wallboard: the board's figures for a screen on the wall, refreshed every so often, without a control."""

from __future__ import annotations

import datetime as dt

import streamlit as st

from dashboard import addresses, data
from dashboard.components import wallboard
from dashboard.data import board as figures
from dashboard.data import past
from dashboard.texts import wallboard as texts
from db.rows import BoardFilter

CHANGES = 3
EVERY = wallboard.seconds(st.query_params)
SLUG = addresses.asked_for(st.query_params, "desk")


@st.fragment(run_every=EVERY)
def wall() -> None:
    """Draw the wall as it is now; if that cannot be told, say so and leave what was there."""
    now = dt.datetime.now(dt.UTC)
    try:
        data.begin_run()
        desks = data.desks()
        desk = next((row for row in desks if row.slug == SLUG), None)
        name = (desk or desks[0]).name if desk or len(desks) == 1 else texts.ALL_DESKS
        where = BoardFilter(desk_id=desk.id if desk else None)
        shown = figures.figures(where)
        oldest = next(iter(figures.oldest_open(where, 1)), None)
        newest = figures.newest(CHANGES)
        nodes = [
            wallboard.heading(name, "" if desk else SLUG),
            wallboard.figures(shown, oldest, now),
            wallboard.statuses(shown),
            wallboard.changes(newest, past.names(newest, titles=False)),
        ]
    except data.RecordProblem as problem:
        wallboard.wall([], every=EVERY, at=now, problem=str(problem))
    else:
        wallboard.wall([node for node in nodes if node is not None], every=EVERY, at=now)


wall()
