"""What others did to a record while the person had it open, and what the person could not save because of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from dashboard.components import outcomes
from dashboard.components.history_rows import event_list
from dashboard.components.paper import facts, paper
from dashboard.components.work import Work
from dashboard.texts import claim as texts
from db.rows import EventRow


def draw(work: Work, version: int, events: Callable[[], Sequence[EventRow]], newest: int) -> None:
    """Draw what was done last, and what happened to the record meanwhile, in a place that is always there."""
    outcomes.announce()
    with st.container():
        if work.behind(work.record, version):
            changed(work, events(), newest)
        not_saved(work)


def changed(work: Work, events: Sequence[EventRow], newest: int) -> None:
    """Draw the others' changes, and the button by which the person goes on from what is there now."""
    with st.container(border=True):
        st.markdown(f":material/call_split: {texts.CHANGED}")
        paper(event_list([event for event in events if event.seq > work.since]), key=work.key("meanwhile", "events"))
        st.button(
            texts.CATCH_UP,
            icon=":material/done_all:",
            on_click=work.catch_up,
            args=(newest,),
            key=work.key("meanwhile", "caught-up"),
        )


def not_saved(work: Work) -> None:
    """Draw what could not be saved, so that it can be entered again, until it is saved or discarded."""
    for form, entered in list(work.unsaved.items()):
        with st.container(border=True):
            st.markdown(f":material/content_paste: {texts.NOT_SAVED}")
            paper(facts(entered.items()), key=work.key(f"unsaved-{form}", "facts"))
            st.button(
                texts.DISCARD,
                icon=":material/delete:",
                on_click=work.discard,
                args=(form,),
                key=work.key(f"unsaved-{form}", "discard"),
            )
