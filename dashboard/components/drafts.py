"""Drafts of claims, to be kept or turned away where one reads them."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard import labels
from dashboard.components.paper import element, link, paper, paragraph, span
from dashboard.components.work import Work
from dashboard.escaping import shortened
from dashboard.texts import reader as texts
from dashboard.wish import Wish
from db.rows import ClaimRow
from db.vocabulary import NotForUsReason, WorkState

SHOWN = 4
_LONGEST = 320


def waiting(claims: Sequence[ClaimRow]) -> list[ClaimRow]:
    """List the claims that are drafts yet."""
    return [claim for claim in claims if claim.work_state is WorkState.DETECTED]


def form_of(draft: ClaimRow) -> str:
    """Name the form that decides on a draft."""
    return f"draft-{draft.id}"


def decide(draft: ClaimRow, work: Work, base: str, *, may_decide: bool) -> Wish | None:
    """Draw one draft, a way to its words in the text, and its two ways out; tells which one the person takes."""
    with st.container(border=True):
        speaker = f"{draft.speaker_as_named}: " if draft.speaker_as_named else ""
        why = f"{texts.WHY_DRAFTED}{draft.draft_reason}" if draft.draft_reason else ""
        paper(
            element(
                "div",
                link(draft.ref, f"{base}&mark={draft.ref}", "strong"),
                span(f"  {labels.word(draft.claim_type)}", "muted"),
                style="small",
            ),
            paragraph(span(shortened(draft.statement or f"{speaker}{draft.literal}", _LONGEST), "plain")),
            paragraph(span(why, "muted small")) if why else span(""),
            key=work.key(form_of(draft), "words"),
        )
        return ways_out(draft, work) if may_decide else None


def ways_out(draft: ClaimRow, work: Work) -> Wish | None:
    """Draw the two ways out of being a draft: kept, or turned away for a reason."""
    form = form_of(draft)
    work.saw(draft.ref, draft.version)
    with st.container(horizontal=True):
        keep = st.button(texts.KEEP, icon=":material/check:", key=work.key(form, "keep"))
        with st.popover(texts.NOT_FOR_US, icon=":material/block:"), st.form(work.key(form), border=False):
            reason = st.selectbox(
                texts.WHY_NOT, list(NotForUsReason), format_func=labels.title, key=work.key(form, "reason")
            )
            away = st.form_submit_button(texts.TURN_AWAY, icon=":material/block:")
    if keep:
        return Wish(WorkState.DETECTED, WorkState.OPEN)
    return Wish(WorkState.DETECTED, WorkState.NOT_FOR_US, reason=reason) if away else None
