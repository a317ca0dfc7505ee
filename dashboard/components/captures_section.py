"""The captures of an article or a source, on its page: the list, one in full, the watch over it, a text by hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

import streamlit as st

from dashboard.components import (
    capture_now,
    capture_panel,
    capture_rows,
    observation_list,
    outcomes,
    queue_files,
    watch_line,
)
from dashboard.components import impact as rests
from dashboard.components.capture_panel import Files
from dashboard.components.document_forms import capture_form
from dashboard.components.impact import Resting
from dashboard.components.observation_list import Look
from dashboard.components.paper import paper
from dashboard.components.work import Work
from dashboard.outcome import Outcome
from dashboard.texts import captures as texts
from dashboard.texts import glossary
from dashboard.wish.captures import Archived, Brought, Fetched, Wanted
from db.rows import AttestationRow, CaptureRow, WatchRow

__all__ = ["FORM", "Files", "Section", "captures_section", "settle"]

FORM = "capture"
"""The form that brings a text by hand."""


class Watched(Protocol):
    """When a document was and will be looked at, and the newest looks."""

    @property
    def watch(self) -> WatchRow | None: ...
    @property
    def looks(self) -> Sequence[Look]: ...


class Known(Protocol):
    """What is known of the captures beside their rows; see ``data.captured``."""

    @property
    def archived(self) -> Sequence[AttestationRow]: ...
    @property
    def watch(self) -> Watched: ...
    @property
    def headers(self) -> Sequence[tuple[str, str]]: ...
    @property
    def may_archive(self) -> bool: ...


class Section(NamedTuple):
    """A document's captures: ``told`` is the one of which everything is told, if any, ``impact`` what rests on that.

    ``by_hand`` are the title of the form for a text, and what is said above it.
    """

    ref: str
    url: str | None
    captures: Sequence[CaptureRow]
    on_view: CaptureRow | None
    told: CaptureRow | None
    known: Known
    impact: Resting | None
    files: Files
    by_hand: tuple[str, str]
    may_act: bool
    may_reopen: bool


def captures_section(section: Section, work: Work, fetch: Callable[[], Wanted | None] | None = None) -> Wanted | None:
    """Draw the section, and tell what somebody wants; ``fetch`` draws the button for it, where none stands above."""
    st.subheader(texts.CAPTURES, help=glossary.of_label(texts.CAPTURES))
    wanted = _told(section, work)
    left, right = st.columns([3, 2], gap="large")
    with left:
        _list(section)
    with right:
        wanted = (fetch() if fetch else None) or wanted
        seen, now = section.known.watch, dt.datetime.now(dt.UTC)
        watch = watch_line.draw(seen.watch, section.url, work, may=section.may_act, now=now, look=False)
        if seen.looks:
            observation_list.draw(seen.looks, section.ref, key=f"{section.ref}-looks")
        brought = _by_hand(*section.by_hand, work) if section.may_act else None
    if watch:
        return Wanted(watch, watch_line.FORM)
    return Wanted(brought, FORM) if brought else wanted


def settle(outcome: Outcome, wanted: Wanted, work: Work) -> None:
    """Show what came of it; a fetch is remembered, so that its line tells how it ended."""
    if isinstance(wanted.deed, Fetched):
        capture_now.remember(work.record, outcome)
    outcomes.settle(outcome, work, wanted.form, wanted.entered)


def _told(section: Section, work: Work) -> Wanted | None:
    told = section.told
    if told is None:
        return None
    archived = [row for row in section.known.archived if row.capture_id == told.id]
    with st.container(border=True):
        capture_panel.panel(section.ref, told, section.known.headers, archived, section.files)
        archive = section.may_act and capture_panel.keep_it(section.ref, told, may_archive=section.known.may_archive)
        st.markdown(f"#### {texts.IMPACT}")
        if section.impact is None:
            st.caption(texts.NO_IMPACT)
            again = None
        else:
            again = rests.draw(section.impact, work, f"{rests.FORM}-{told.id}", may_reopen=section.may_reopen)
    return Wanted(Archived(told.id), capture_rows.ABOUT) if archive else again


def _list(section: Section) -> None:
    captures = section.captures
    if not captures:
        st.caption(texts.NO_CAPTURES)
        return
    rows = (len(captures), lambda: capture_rows.capture_records(captures))
    listed = capture_rows.capture_list(section.ref, captures, section.on_view, section.known.archived)
    paper(listed, key=f"{section.ref}-captures")
    queue_files.files(f"captures-{section.ref}", rows, rows)


def _by_hand(title: str, about: str, work: Work) -> Brought | None:
    asked = FORM in st.query_params.get_all("do")
    fold = st.expander(
        title, icon=":material/inventory_2:", expanded=asked, key=work.key(FORM, "fold"), on_change="rerun"
    )
    if not fold.open:
        return None
    with fold:
        if about:
            st.caption(about)
        return capture_form(work)
