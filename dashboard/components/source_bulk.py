"""Fetching many sources at once: those on view without a text, or all on view once more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import streamlit as st

from dashboard.texts import sources as texts
from db.rows import JobRow
from db.vocabulary import JobKind

FORM = "bulk"
SHOWN = 3
"""As many jobs as the page shows the progress of; the page of jobs has all."""


class Wanted(NamedTuple):
    """Sources that somebody wants fetched, or looked at again."""

    numbers: tuple[int, ...]
    capture: bool


def bulk(without_text: tuple[int, ...], at_an_address: tuple[int, ...]) -> Wanted | None:
    """Draw the two buttons; each says how many sources of those on view it is about."""
    wanted = None
    with st.container(horizontal=True):
        if without_text and st.button(
            texts.capture_missing(len(without_text)), icon=":material/travel_explore:", key="sources-capture"
        ):
            wanted = Wanted(without_text, capture=True)
        if at_an_address and st.button(
            texts.look_again(len(at_an_address)), icon=":material/visibility:", type="tertiary", key="sources-watch"
        ):
            wanted = Wanted(at_an_address, capture=False)
    return wanted


def of_sources(open_jobs: Iterable[JobRow]) -> Sequence[JobRow]:
    """Choose the jobs that a page on sources tells of."""
    return [job for job in open_jobs if job.kind in {JobKind.CAPTURE, JobKind.WATCH}][:SHOWN]
