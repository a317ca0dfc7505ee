"""The captures of an article or a source, on its page: the list, one in full, the watch over it, a text by hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

import streamlit as st

from dashboard.components import capture_panel, capture_rows, observation_list, queue_files, watch_line
from dashboard.components.capture_panel import Files, Known
from dashboard.components.document_forms import Brought, capture_form
from dashboard.components.observation_list import Look
from dashboard.components.paper import Node, paper
from dashboard.components.work import Work
from dashboard.texts import captures as texts
from dashboard.texts import glossary
from dashboard.wish.watching import WatchWish
from db.rows import AttestationRow, CaptureRow, WatchRow

__all__ = ["FORM", "Files", "Section", "Wanted", "captures_section"]

FORM = "capture"
"""The form that brings a text by hand."""


class Watched(Protocol):
    """When a document was and will be looked at, and the newest looks."""

    @property
    def watch(self) -> WatchRow | None: ...
    @property
    def looks(self) -> Sequence[Look]: ...


class Section(NamedTuple):
    """What is known of a document's captures.

    ``told`` is the one of which everything is told, if any, with its ``headers``, and ``impact`` what rests on it.
    ``by_hand`` are the title of the form for a text, and what is said above it.
    """

    ref: str
    url: str | None
    captures: Sequence[CaptureRow]
    on_view: CaptureRow | None
    archived: Sequence[AttestationRow]
    watch: Watched
    told: CaptureRow | None
    headers: Sequence[tuple[str, str]]
    impact: Node | None
    files: Files
    may_act: bool
    may_archive: bool
    by_hand: tuple[str, str]


class Wanted(NamedTuple):
    """What somebody wants: an archive to keep what is told of, the watch changed, a text taken, the page fetched."""

    archive: bool = False
    watch: WatchWish | None = None
    brought: Brought | None = None
    fetch: bool = False


def captures_section(section: Section, work: Work, fetch: Callable[[], bool] | None = None) -> Wanted:
    """Draw the section, and tell what somebody wants; ``fetch`` draws the button for it, where none stands above."""
    st.subheader(texts.CAPTURES, help=glossary.of_label(texts.CAPTURES))
    archive = _told(section)
    left, right = st.columns([3, 2], gap="large")
    with left:
        _list(section)
    with right:
        wanted = fetch() if fetch else False
        seen, now = section.watch, dt.datetime.now(dt.UTC)
        watch = watch_line.draw(seen.watch, section.url, work, may=section.may_act, now=now, look=False)
        if seen.looks:
            observation_list.draw(seen.looks, section.ref, key=f"{section.ref}-looks")
        brought = _by_hand(*section.by_hand, work) if section.may_act else None
    return Wanted(archive, watch, brought, wanted)


def _told(section: Section) -> bool:
    if section.told is None:
        return False
    archived = [row for row in section.archived if row.capture_id == section.told.id]
    with st.container(border=True):
        known = Known(section.headers, archived, section.impact)
        capture_panel.panel(section.ref, section.told, known, section.files)
        if not section.may_act:
            return False
        return capture_panel.keep_it(section.ref, section.told, may_archive=section.may_archive)


def _list(section: Section) -> None:
    captures = section.captures
    if not captures:
        st.caption(texts.NO_CAPTURES)
        return
    rows = (len(captures), lambda: capture_rows.capture_records(captures))
    listed = capture_rows.capture_list(section.ref, captures, section.on_view, section.archived)
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
