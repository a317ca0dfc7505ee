"""Everything known of one capture, in a frame: facts, the way there, headers, archives, files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

import streamlit as st

from dashboard import addresses
from dashboard.components import capture_rows
from dashboard.components.paper import Node, element, link, moment, paper, span
from dashboard.exports import file_name
from dashboard.texts import captures as texts
from db.rows import AttestationRow, CaptureRow
from db.vocabulary import CaptureMethod

_ENDINGS = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/pdf": "pdf",
    "application/json": "json",
    "text/csv": "csv",
    "text/plain": "txt",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
}


class Files(NamedTuple):
    """What writes a capture's files when somebody wants them."""

    in_bytes: Callable[[CaptureRow], bytes]
    as_warc: Callable[[CaptureRow], bytes]


def panel(
    ref: str,
    capture: CaptureRow,
    headers: Sequence[tuple[str, str]],
    archived: Sequence[AttestationRow],
    files: Files,
) -> None:
    """Draw it."""
    paper(*_facts(ref, capture, headers, archived), key=f"{ref}-capture-{capture.id}")
    if capture.sha256:
        _files(capture, files)
    else:
        st.caption(texts.NO_BYTES)


def keep_it(ref: str, capture: CaptureRow, *, may_archive: bool) -> bool:
    """Offer to ask an archive to keep the page, or say what that needs; tells whether somebody wants it."""
    if capture.method is not CaptureMethod.FETCH or not capture.sha256:
        return False
    if not may_archive:
        st.caption(texts.ARCHIVE_OFF)
        return False
    return st.button(texts.ASK_ARCHIVE, icon=":material/verified:", key=f"{ref}-archive-{capture.id}")


def _facts(
    ref: str, capture: CaptureRow, headers: Sequence[tuple[str, str]], archived: Sequence[AttestationRow]
) -> list[Node | None]:
    close = link(texts.CLOSE, addresses.of_document(ref), "right small")
    fetched = capture.method is CaptureMethod.FETCH
    heading = element("h2", f"{texts.ABOUT} ", moment(capture.taken_at), style="title")
    return [
        element("div", heading, close, style="tags turning"),
        None if fetched else element("p", span(texts.BY_HAND, "muted")),
        capture_rows.everything(capture),
        capture_rows.hops(capture),
        capture_rows.header_list(headers) if headers else None,
        element("h3", texts.ATTESTED, style="strong small") if fetched else None,
        capture_rows.archived(archived) if fetched else None,
    ]


def _files(capture: CaptureRow, files: Files) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        ending = _ENDINGS.get((capture.media_type or "").split(";")[0].strip().lower(), "bin")
        st.download_button(
            texts.BYTES,
            partial(files.in_bytes, capture),
            file_name(f"capture-{capture.id}", 1, ending),
            "application/octet-stream",
            icon=":material/download:",
            on_click="ignore",
            key=f"capture-{capture.id}-bytes",
            help=texts.FILES_ABOUT,
        )
        st.download_button(
            texts.WARC,
            partial(files.as_warc, capture),
            file_name(f"capture-{capture.id}", 1, "warc.gz"),
            "application/warc",
            icon=":material/download:",
            on_click="ignore",
            key=f"capture-{capture.id}-warc",
        )
