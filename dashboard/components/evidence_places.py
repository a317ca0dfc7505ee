"""Places in a captured text: those worth reading first, and those where given words stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import streamlit as st

from dashboard.components.dossier import dossier
from dashboard.components.paper import element, paragraph, span
from dashboard.components.work import Work
from dashboard.texts import evidence as texts

_PLACES = 8  # places shown to choose from


class Found(Protocol):
    """A place in a captured text."""

    @property
    def start(self) -> int: ...  # noqa: D102 - see the class
    @property
    def end(self) -> int: ...  # noqa: D102
    @property
    def before(self) -> str: ...  # noqa: D102
    @property
    def words(self) -> str: ...  # noqa: D102
    @property
    def after(self) -> str: ...  # noqa: D102
    @property
    def locator(self) -> str: ...  # noqa: D102


def offer(work: Work, form: str, best: Sequence[Found]) -> None:
    """Offer the passages worth reading first; taking one, for the words of the form, is one click."""
    if best:
        st.caption(texts.BEST)
    for number, passage in enumerate(best, start=1):
        _passage(passage, passage.locator, work.key(form, f"best-{number}"))
        st.button(
            texts.use(number),
            icon=":material/format_quote:",
            type="tertiary",
            on_click=_take,
            args=(work.key(form, "words"), passage.words),
            key=work.key(form, f"use-{number}"),
        )


def _take(key: str, words: str) -> None:
    st.session_state[key] = words


def _passage(found: Found, name: str, key: str) -> None:
    dossier(
        element(
            "div",
            paragraph(span(name, "muted small")),
            paragraph(
                span(f"…{found.before}", "around"),
                span(found.words, "exact"),
                span(f"{found.after}…", "around"),
                style="literal bar flowing",
            ),
        ),
        key=key,
    )


def choose(work: Work, form: str, found: Sequence[Found]) -> int:
    """Show where words were found; tells the number of the place that is meant."""
    shown = found[:_PLACES]
    for number, place in enumerate(shown, start=1):
        name = texts.found_at(number, place.locator, several=len(found) > 1)
        _passage(place, name, work.key(form, f"place-{number}"))
    if len(found) == 1:
        return 0
    chosen = st.radio(
        texts.WHICH_PLACE,
        range(len(shown)),
        format_func=lambda index: texts.place_number(index + 1),
        horizontal=True,
        key=work.key(form, "place"),
    )
    return chosen or 0
