"""Having a document fetched by one click: the button, how the fetch stands, and what to do where there is no way."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from dashboard.components import job_line
from dashboard.components.work import Work
from dashboard.outcome import Outcome
from dashboard.texts import captures as texts
from dashboard.wish.captures import Fetched, Wanted
from db.rows import CaptureRow, JobRow
from db.vocabulary import CaptureMethod, CaptureOutcome

FORM = "capture-now"


def remember(ref: str, outcome: Outcome) -> None:
    """Keep the job that came of a click, so that its line tells how it ended."""
    if outcome.ref:
        st.session_state[_key(ref)] = outcome.ref


def remembered(ref: str) -> str | None:
    """Find the job that somebody asked for here."""
    held = st.session_state.get(_key(ref))
    return held if isinstance(held, str) else None


def _key(ref: str) -> str:
    return f"{ref}-capture-job"


def capture_now(
    work: Work,
    url: str | None,
    captures: tuple[CaptureRow, ...],
    job: JobRow | None,
    look: Callable[[str], JobRow | None],
) -> Wanted | None:
    """Draw the button, or why there is none; tells whether somebody wants the document fetched now."""
    if not url:
        st.caption(texts.NO_URL)
        return None
    has_text = any(capture.characters for capture in captures)
    at_work = job is not None and not job.state.over
    clicked = st.button(
        texts.CAPTURE_AGAIN if has_text else texts.CAPTURE_NOW,
        icon=":material/travel_explore:",
        type="secondary" if has_text else "primary",
        disabled=at_work,
        key=work.key(FORM),
    )
    job_line.draw(job, look)
    newest = next((capture for capture in captures if capture.method is CaptureMethod.FETCH), None)
    if newest is not None and newest.outcome is CaptureOutcome.REFUSED:
        st.caption(texts.REFUSES_ROBOTS)
    return Wanted(Fetched(again=has_text), FORM) if clicked else None
