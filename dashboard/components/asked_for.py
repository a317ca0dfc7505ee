"""Addresses that somebody pasted: what became of each, kept fresh while they are fetched, until it is put away."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from dashboard import addresses
from dashboard.components import job_line, job_rows
from dashboard.components.address_form import FORM
from dashboard.components.paper import Node, element, icon, link, paper, record_link, span
from dashboard.components.work import Work
from dashboard.outcome import Addressed, AskedFor
from dashboard.texts import addressing as texts
from dashboard.texts import documents
from db.rows import JobRow, document_ref, parse_ref
from db.vocabulary import DocumentType, JobState

SHOWN = 100
"""As many addresses as the list shows."""


Progress = tuple[JobRow | None, Sequence[JobRow]]
"""How the work stands: the whole job, and its parts."""
Look = Callable[[str], Progress]
Drafts = Callable[[int], int]


def keep(name: str, asked: AskedFor) -> None:
    """Keep what was asked for, so that somebody who goes away meanwhile finds it when they come back."""
    st.session_state[_key(name)] = asked


def settle(name: str, asked: AskedFor, work: Work) -> None:
    """Go on from what was asked for: draw the page anew with the list, or say beside the form what is wrong."""
    if not asked.addresses:
        st.error(asked.sentence, icon=":material/block:")
        return
    keep(name, asked)
    work.saved(FORM, ())
    st.rerun()


def kept(name: str) -> AskedFor | None:
    """Find what was asked for."""
    asked = st.session_state.get(_key(name))
    return asked if isinstance(asked, AskedFor) else None


def _key(name: str) -> str:
    return f"{name}-asked-for"


def draw(name: str, look: Look, drafts: Drafts | None = None) -> None:
    """Draw what became of the addresses; ``drafts`` tells how many drafts an article that was taken in has."""
    asked = kept(name)
    if asked is None:
        return
    job, parts = look(asked.job_id) if asked.job_id else (None, ())
    with st.container(border=True):
        good = sum(not one.sentence for one in asked.addresses)
        paper(element("h2", texts.addressed(good, len(asked.addresses)), style="title"), key=f"{name}-asked-head")
        if job is None or job.state.over:
            _list(name, asked, (job, parts), drafts)
        else:
            _fresh(name, asked, look, drafts)
        st.button(
            texts.PUT_AWAY,
            icon=":material/close:",
            type="tertiary",
            on_click=lambda: st.session_state.pop(_key(name), None),
            key=f"{name}-asked-away",
        )


@st.fragment(run_every=job_line.EVERY)
def _fresh(name: str, asked: AskedFor, look: Look, drafts: Drafts | None) -> None:
    job, parts = look(asked.job_id or "")
    if job is None or job.state.over:
        st.rerun(scope="app")
    _list(name, asked, (job, parts), drafts)


def _list(name: str, asked: AskedFor, now: Progress, drafts: Drafts | None) -> None:
    job, parts = now
    of_source = {number: part for part in parts for number in part.documents}
    at_address = {part.about: part for part in parts}
    items = []
    for one in asked.addresses[:SHOWN]:
        number = parse_ref(one.ref, "FS") if one.ref else None
        part = of_source.get(number) if number is not None else at_address.get(one.address)
        items.append(_item(one, part, drafts))
    hidden = len(asked.addresses) - len(items)
    paper(
        job_rows.line(job) if job else span(asked.sentence),
        element("ol", *items, style="rows narrow"),
        span(texts.more_addresses(hidden), "muted small") if hidden > 0 else None,
        key=f"{name}-asked-list",
    )


def _item(one: Addressed, part: JobRow | None, drafts: Drafts | None) -> Node:
    """Describe one address: its record, how fetching it stands, and the ways on."""
    if one.sentence:
        return element(
            "li",
            element("span", icon("block"), texts.NOT_TAKEN, style="chip outlined"),
            span(one.address, "small"),
            element("div", span(one.sentence), style="about"),
        )
    came = part.documents[0] if part and part.documents and not one.ref else None
    ref = one.ref or (document_ref(DocumentType.ARTICLE, came) if came else None)
    waiting = drafts(came) if drafts and came else 0
    return element(
        "li",
        job_rows.standing(part.state if part else JobState.WAITING),
        record_link(ref, style="strong") if ref else None,
        span(texts.ADDED if one.new else texts.KNOWN, "muted small") if one.ref else None,
        link(documents.triage(waiting), addresses.triage(ref)) if ref and waiting else None,
        span(one.address, "small"),
        element("div", span(part.sentence), style="about") if part else None,
    )
