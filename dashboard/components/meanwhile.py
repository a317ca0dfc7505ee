"""What others did to a record while the person had it open, and what the person could not save because of it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard.components.history_rows import event_list
from dashboard.components.paper import facts, paper
from dashboard.components.work import Work
from db.rows import EventRow


def changed(work: Work, events: Sequence[EventRow], newest: int) -> None:
    """Draw the others' changes, and the button by which the person goes on from what is there now."""
    with st.container(border=True):
        st.markdown(
            ":material/call_split: **This was changed after you opened it.** What you see below is as it is now. Saving"
            " is refused until you have looked at the changes."
        )
        paper(event_list([event for event in events if event.seq > work.since]), key=work.key("meanwhile", "events"))
        st.button(
            "I have looked at it: go on from here",
            icon=":material/done_all:",
            on_click=work.catch_up,
            args=(newest,),
            key=work.key("meanwhile", "caught-up"),
        )


def not_saved(work: Work) -> None:
    """Draw what could not be saved, so that it can be entered again, until it is saved or discarded."""
    for form, entered in list(work.unsaved.items()):
        with st.container(border=True):
            st.markdown(":material/content_paste: **What you entered and could not save**")
            paper(facts(entered.items()), key=work.key(f"unsaved-{form}", "facts"))
            st.button(
                "Discard it",
                icon=":material/delete:",
                on_click=work.discard,
                args=(form,),
                key=work.key(f"unsaved-{form}", "discard"),
            )
