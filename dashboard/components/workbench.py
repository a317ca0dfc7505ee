"""The frame of a form for the work on a claim: a heading that the eye is led to, and a way to close it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from dashboard.components.dossier import dossier
from dashboard.components.opened import Opened
from dashboard.components.paper import element
from dashboard.components.work import Work
from dashboard.texts import moves as texts


@contextmanager
def bench(form: str, title: str, work: Work, opened: Opened) -> Iterator[None]:
    """Draw the frame of an open form around what is drawn inside; the eye is led to the one opened last."""
    with st.container(border=True, gap="small", key=work.key(form, "bench")):
        lead = f"{work.record} {form}" if opened.newest == form else ""
        dossier(element("h2", title, style="section"), key=work.key(form, "title"), lead_to=lead)
        yield
        st.button(
            texts.CLOSE,
            icon=":material/close:",
            type="tertiary",
            on_click=opened.close,
            args=(form,),
            key=work.key(form, "close"),
        )
