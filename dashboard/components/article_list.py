"""The list of articles: its filters, which live in the address, and what became of texts that were taken in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import streamlit as st

from dashboard import periods
from dashboard.components import filters
from dashboard.components.document_forms import Brought
from dashboard.components.paper import element, paper, record_link, span
from dashboard.escaping import markdown_safe
from dashboard.outcome import Outcome
from dashboard.texts import articles as texts
from dashboard.texts import documents as words
from db.rows import DeskRow, Period

EMPTY: dict[str, object] = {"q": "", "desk": None, "publisher": None, "published": "", "sort": texts.NEWEST}
"""How each filter looks when nothing is asked for."""


class Asked(NamedTuple):
    """What the filters ask for."""

    text: str
    desk_id: int | None
    publisher: str | None
    published: Period | None
    sort: str


def ask(desks: Sequence[DeskRow], publishers: Sequence[str]) -> Asked:
    """Draw the filters in one row."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        text = filters.text_filter(st.container(), texts.SEARCH, key="q", hint=texts.SEARCH_HINT)
        desk = filters.desk_filter(desks, key="desk")
        publisher = filters.choice_filter(st.container(width=220), texts.PUBLISHER, publishers, key="publisher")
        published = st.text_input(
            texts.PUBLISHED, placeholder=texts.PUBLISHED_HINT, key="published", bind="query-params", width=220
        )
        sort = st.selectbox(texts.SORT, [texts.NEWEST, texts.UNDONE], key="sort", bind="query-params", width=190)
    period = periods.read(published) if published else None
    if published and period is None:
        st.caption(texts.PUBLISHED_WRONG)
    return Asked(text, desk.id if desk else None, publisher, period, sort or texts.NEWEST)


def take_in(brought: Sequence[Brought], take: Callable[[Brought], Outcome]) -> None:
    """Take texts in one after the other, each with its outcome in words, and lead to what came of them."""
    with st.status(texts.READING, expanded=True) as progress:
        outcomes = []
        for number, text in enumerate(brought, start=1):
            name = text.name or words.PASTED_NAME
            progress.update(label=texts.reading(number, len(brought), markdown_safe(name, longest=60)))
            outcome = take(text)
            outcomes.append(outcome)
            line = element("div", span(f"{name}: ", "strong"), span(" ".join([outcome.sentence, *outcome.missing])))
            paper(line, key=f"taken-{number}")
        good = [outcome for outcome in outcomes if outcome.done]
        progress.update(
            label=texts.taken(len(good), len(outcomes)), state="complete" if len(good) == len(outcomes) else "error"
        )
    refs = [outcome.ref for outcome in good if outcome.ref]
    paper(element("div", *(record_link(ref, texts.open_it(ref)) for ref in refs), style="tags"), key="taken-links")
