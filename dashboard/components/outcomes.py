"""What became of what a person asked for, shown where they look next."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from dashboard.components.work import Work
from dashboard.escaping import markdown_safe
from dashboard.outcome import Outcome
from dashboard.texts import house as texts

_KEY = "outcome"


def settle(outcome: Outcome, work: Work, form: str, entered: Mapping[str, str] | None = None) -> None:
    """Show an outcome: one that is done at the top of the page drawn anew, any other beside the form.

    ``entered`` is what the person typed, by label; after a conflict it is kept until they save or discard it.
    """
    if outcome.done:
        work.saved(form, outcome.changes)
        say(outcome)
        st.rerun()
    if outcome.conflict:
        work.unsaved[form] = {label: value for label, value in (entered or {}).items() if value}
    show(outcome)


def say(outcome: Outcome) -> None:
    """Keep an outcome for the next drawing of a page."""
    st.session_state[_KEY] = outcome


def announce() -> None:
    """Show what was kept, once, in a place that is always there: else all below moves, and what is unfolded folds."""
    outcome = st.session_state.pop(_KEY, None)
    with st.container():
        if isinstance(outcome, Outcome):
            show(outcome)


def show(outcome: Outcome) -> None:
    """Show an outcome in words; they may hold foreign ones, so all of them are escaped."""
    lines = [markdown_safe(outcome.sentence), *(f"- {markdown_safe(sentence)}" for sentence in outcome.missing)]
    text = "\n\n".join([lines[0], "\n".join(lines[1:])]) if len(lines) > 1 else lines[0]
    if outcome.done:
        st.success(text, icon=":material/check:")
    elif outcome.conflict:
        st.warning(f"{text}\n\n{texts.CHANGED_ABOVE}", icon=":material/call_split:")
    else:
        st.error(text, icon=":material/block:")


def problem(error: Exception) -> None:
    """Show what is wrong with the record as a whole."""
    st.error(markdown_safe(str(error)), icon=":material/error:")
