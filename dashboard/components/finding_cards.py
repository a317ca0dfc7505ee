"""A suggested source with its acts: capture it, trace from it, put its passage forward by filling the evidence form."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import streamlit as st

from dashboard.components import opened as forms
from dashboard.components import trace_path
from dashboard.components.dossier import dossier
from dashboard.components.evidence_places import Found
from dashboard.components.finding_rows import Hand, Seen, hand, passage
from dashboard.components.opened import Opened
from dashboard.components.paper import Node, element
from dashboard.components.work import Work
from dashboard.escaping import markdown_safe
from dashboard.texts import finding as texts
from dashboard.wish import finding as wishes
from db.rows import ClaimRow, TraceRow, document_ref
from db.vocabulary import DocumentType

FORM = "find"
_NAME = 80


class Desk(NamedTuple):
    """What every card needs: the claim, what is open of it, how to look into a text, and whether the person may act."""

    claim: ClaimRow
    work: Work
    opened: Opened
    seen: Callable[[ClaimRow, int], Seen]
    host: Callable[[str], str]
    may_act: bool


def card(desk: Desk, one: Hand, part: str, heading: Node | None = None) -> wishes.Finding | None:
    """Draw a reference or a source, under a heading if it is the first one; tells what the person wants of it."""
    seen = desk.seen(desk.claim, one.capture_id) if one.capture_id is not None else None
    dossier(heading, hand(one, seen, desk.host(one.url) if one.url else ""), key=desk.work.key(FORM, part))
    if not desk.may_act:
        return None
    name = markdown_safe(one.words or one.title, longest=_NAME)
    wish: wishes.Finding | None = None
    with st.container(horizontal=True, gap="xsmall"):
        if seen is not None and one.source_id is not None:
            _put_forward(desk, one.source_id, seen, part, name)
        elif one.url and _button(desk, texts.CAPTURE_AGAIN if one.failed else texts.CAPTURE, "download", part, name):
            wish = wishes.Opened(one.url, one.source_id, one.reference_id)
        if one.url and one.reference_id is not None and _button(desk, texts.TRACE_FROM, "route", part, name):
            wish = wishes.Traced(one.url)
    return wish


def traced(desk: Desk, trace: TraceRow) -> None:
    """Draw the way that a trace went, and offer the passage of the last page that it could read."""
    last = next((step for step in reversed(trace.steps[1:]) if step.capture_id is not None), None)
    seen = desk.seen(desk.claim, last.capture_id) if last and last.capture_id is not None else None
    shown = element("div", passage(seen.places[0]), style="hand") if seen and seen.places else None
    dossier(trace_path.traced(trace, desk.claim), shown, key=desk.work.key(FORM, f"trace-{trace.id}"))
    if desk.may_act and last and last.document_id is not None and seen and seen.places:
        with st.container(horizontal=True, gap="xsmall"):
            name = markdown_safe(last.title or last.url, longest=_NAME)
            _put_forward(desk, last.document_id, seen, "traced", name)


def _put_forward(desk: Desk, source_id: int, seen: Seen, part: str, name: str) -> None:
    """Offer the best passage for the form that adds evidence, and the other ones on the form itself."""
    if seen.places:
        st.button(
            texts.PUT_FORWARD,
            icon=":material/format_quote:",
            help=texts.about(texts.PUT_FORWARD, name),
            on_click=_prefill,
            args=(desk.work, desk.opened, source_id, seen.places[0]),
            key=desk.work.key(FORM, f"{part}-forward"),
        )
    st.button(
        texts.OTHER_PASSAGES,
        type="tertiary",
        help=texts.about(texts.OTHER_PASSAGES, name),
        on_click=_prefill,
        args=(desk.work, desk.opened, source_id, None),
        key=desk.work.key(FORM, f"{part}-others"),
    )


def _prefill(work: Work, opened: Opened, source_id: int, place: Found | None) -> None:
    """Fill the form that adds evidence, and open it; what the passage does is left to the person."""
    st.session_state[work.key(forms.EVIDENCE, "find-source")] = document_ref(DocumentType.SOURCE, source_id)
    st.session_state[work.key(forms.EVIDENCE, "source")] = source_id
    st.session_state[work.key(forms.EVIDENCE, "words")] = place.words if place else ""
    opened.open(forms.EVIDENCE)


def _button(desk: Desk, name: str, symbol: str, part: str, about: str) -> bool:
    return st.button(
        name,
        icon=f":material/{symbol}:",
        type="tertiary",
        help=texts.about(name, about),
        key=desk.work.key(FORM, f"{part}-{symbol}"),
    )
