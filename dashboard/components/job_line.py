"""One line about a job: what it does, how far it is, how it ended; it keeps itself fresh while the job is open."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from dashboard import labels
from dashboard.components import job_rows
from dashboard.components.paper import paper
from dashboard.texts import jobs as texts
from db.rows import JobRow

EVERY = 2.0  # seconds


def draw(job: JobRow | None, look: Callable[[str], JobRow | None] | None = None) -> None:
    """Draw a job's line, or nothing. With ``look`` (``data.jobs.get``) it is asked for anew by itself.

    When the job is over, the whole page is drawn again, since what it shows has changed; without ``look`` that is done
    every few seconds while the job is open.
    """
    if job is None:
        return
    if job.state.over:
        _line(job)
        return
    drawn = [job]

    @st.fragment(run_every=EVERY)
    def fresh() -> None:
        shown = drawn.pop() if drawn else (look(job.id) if look else None)
        if shown is None or shown.state.over:
            st.rerun(scope="app")
        _line(shown)

    fresh()


def _line(job: JobRow) -> None:
    paper(job_rows.line(job), key=f"{job.id}-line")
    if not job.state.over and job.total > 1:
        label = f"{labels.title(job.kind)}: {texts.progress(job.done, job.total)}"
        st.progress(min(job.done / job.total, 1.0), text=label)
