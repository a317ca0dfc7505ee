"""The panel «Find the source»: references with one click each, the library, outside services, the latest trace."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

import streamlit as st

from dashboard.components import opened as forms
from dashboard.components import outcomes
from dashboard.components.dossier import dossier
from dashboard.components.finding_cards import FORM, Desk, card, traced
from dashboard.components.finding_outside import Answer, Asked, outside
from dashboard.components.finding_rows import Hand, Seen
from dashboard.components.opened import Opened
from dashboard.components.paper import Node, element, explained, paragraph, span
from dashboard.components.work import Work
from dashboard.outcome import Outcome
from dashboard.texts import finding as texts
from dashboard.texts import moves as move_texts
from dashboard.wish import finding as wishes
from db.rows import ClaimRow, TraceRow

FEW = 3
"""References shown before somebody asks for all of them."""


class Readings(NamedTuple):
    """What the panel reads, each only where it is drawn; ``job`` draws the claim's newest job, if it has one."""

    references: Callable[[ClaimRow], Sequence[Hand]]
    library: Callable[[ClaimRow], Sequence[Hand]]
    seen: Callable[[ClaimRow, int], Seen]
    host: Callable[[str], str]
    traces: Callable[[ClaimRow], Sequence[TraceRow]]
    questions: Callable[[ClaimRow], Sequence[Asked]]
    ask: Callable[[str], Answer]
    job: Callable[[], None]


def is_open(claim: ClaimRow, opened: Opened, *, may_add: bool) -> bool:
    """Whether the panel is drawn: where somebody opened it, and by itself where a claim has no evidence to look at."""
    return forms.FIND in opened or (may_add and not claim.evidence and forms.EVIDENCE not in opened)


def draw(claim: ClaimRow, work: Work, opened: Opened, read: Readings, *, may_act: bool) -> wishes.Finding | None:
    """Draw the panel; tells what the person wants."""
    desk = Desk(claim, work, opened, read.seen, read.host, may_act)
    with st.container(border=True, gap="small", key=work.key(FORM, "box")):
        wish = _head(desk)
        read.job()
        traces, references = read.traces(claim), read.references(claim)
        if traces:
            traced(desk, traces[0])
        wish = _references(desk, references) or wish
        if may_act:
            above = {one.source_id for one in references if one.source_id is not None}
            wish = _library(desk, above, read) or wish
            wish = outside(work, read.questions(claim), read.ask) or wish
        if forms.FIND in opened:
            st.button(
                move_texts.CLOSE,
                icon=":material/close:",
                type="tertiary",
                on_click=opened.close,
                args=(forms.FIND,),
                key=work.key(FORM, "close"),
            )
    return wish


def settle(outcome: Outcome) -> None:
    """Show what came of a wish; what is open on the panel stays open."""
    if outcome.done:
        outcomes.say(outcome)
        st.rerun()
    outcomes.show(outcome)


def _head(desk: Desk) -> wishes.Finding | None:
    work = desk.work
    lead = f"{work.record} {forms.FIND}" if desk.opened.newest == forms.FIND else ""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        with st.container(gap=None):
            heading = element("h2", explained(texts.TITLE, "first hand"), style="section")
            dossier(heading, key=work.key(FORM, "title"), lead_to=lead)
        if desk.may_act and st.button(
            texts.TRACE_ALL, icon=":material/route:", help=texts.TRACE_ABOUT, key=work.key(FORM, "trace")
        ):
            return wishes.Traced()
    return None


def _references(desk: Desk, found: Sequence[Hand]) -> wishes.Finding | None:
    every = desk.work.key(FORM, "every")
    shown = found if st.session_state.get(every) else found[:FEW]
    head = _heading(texts.heading(len(found), len(shown)) if found else texts.REFERENCES)
    if not found:
        dossier(head, _said(texts.NO_REFERENCES), key=desk.work.key(FORM, "references"))
    if not desk.may_act:
        dossier(_said(texts.CANNOT_ACT), key=desk.work.key(FORM, "cannot"))
    wish = None
    for number, one in enumerate(shown, start=1):
        wish = card(desk, one, f"reference-{number}", head if number == 1 else None) or wish
    if len(found) > len(shown):
        key = desk.work.key(FORM, "all")
        st.button(texts.show_all(len(found)), type="tertiary", on_click=_show, args=(every,), key=key)
    return wish


def _library(desk: Desk, above: Collection[int], read: Readings) -> wishes.Finding | None:
    """Draw the library's button, and what it has once it was searched: no search runs while nobody asks for one."""
    searched = desk.work.key(FORM, "searched")
    again = bool(st.session_state.get(searched))
    wish: wishes.Finding | None = None
    if again:
        found = read.library(desk.claim)
        fresh = [one for one in found if one.source_id not in above]
        said = texts.listed_above(len(found) - len(fresh)) if found else texts.NOTHING_IN_LIBRARY
        dossier(_heading(texts.LIBRARY), _said(said) if said else None, key=desk.work.key(FORM, "library"))
        for number, one in enumerate(fresh, start=1):
            wish = card(desk, one, f"library-{number}") or wish
    clicked = st.button(
        texts.SEARCH_AGAIN if again else texts.SEARCH,
        icon=":material/manage_search:",
        help=texts.SEARCH_ABOUT,
        on_click=_show,
        args=(searched,),
        key=desk.work.key(FORM, "search"),
    )
    return wishes.LibrarySearched() if clicked else wish


def _heading(words: str) -> Node:
    return paragraph(span(words, "strong small"))


def _said(words: str) -> Node:
    return paragraph(span(words, "muted small"))


def _show(key: str) -> None:
    st.session_state[key] = True
