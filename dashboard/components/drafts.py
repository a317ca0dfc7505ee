"""Drafts of claims, to be kept or turned away where one reads them."""

from __future__ import annotations

import streamlit as st

from dashboard import labels
from dashboard.components.paper import element, paper, paragraph, record_link, span
from dashboard.components.work import Work
from dashboard.escaping import shortened
from dashboard.wish import Wish
from db.rows import ClaimRow
from db.vocabulary import NotForUsReason, WorkState

SHOWN = 12


def decide(draft: ClaimRow, work: Work, *, may_decide: bool) -> Wish | None:
    """Draw one draft with its two ways out; tells which one the person takes."""
    form = f"draft-{draft.id}"
    with st.container(border=True):
        speaker = f"{draft.speaker_as_named}: " if draft.speaker_as_named else ""
        paper(
            element("div", record_link(draft.ref), span(f"  {labels.word(draft.claim_type)}", "muted"), style="small"),
            paragraph(span(shortened(draft.statement or f"{speaker}{draft.literal}", 320), "plain")),
            paragraph(span(f"Why drafted: {draft.draft_reason}", "muted small")) if draft.draft_reason else span(""),
            key=work.key(form, "words"),
        )
        if not may_decide:
            return None
        with st.container(horizontal=True):
            keep = st.button("Keep", icon=":material/check:", key=work.key(form, "keep"))
            with st.popover("Not for us", icon=":material/block:"), st.form(work.key(form), border=False):
                reason = st.selectbox(
                    "Why not", list(NotForUsReason), format_func=labels.title, key=work.key(form, "reason")
                )
                away = st.form_submit_button("Turn it away", icon=":material/block:")
    if keep:
        return Wish(WorkState.DETECTED, WorkState.OPEN)
    return Wish(WorkState.DETECTED, WorkState.NOT_FOR_US, reason=reason) if away else None
