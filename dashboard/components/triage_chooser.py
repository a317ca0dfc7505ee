"""The articles with drafts that wait, to choose one to go through."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import streamlit as st

from dashboard import addresses
from dashboard.components.paper import Node, element, link, moment, paper, span
from dashboard.escaping import shortened
from dashboard.texts import triage as texts
from db.rows import ArticleRow

_TITLE = 140


class Waiting(Protocol):
    """An article with the number of its claims that are drafts yet, and of all the drafts that it had."""

    @property
    def article(self) -> ArticleRow: ...  # noqa: D102 - see the class
    @property
    def waiting(self) -> int: ...  # noqa: D102
    @property
    def drafts(self) -> int: ...  # noqa: D102


def articles(rows: Sequence[Waiting]) -> None:
    """Draw the list."""
    st.caption(texts.WAITING_ABOUT)
    paper(element("ol", *(_row(row) for row in rows), style="rows wide", name=texts.WAITING), key="triage-articles")


def _row(row: Waiting) -> Node:
    article = row.article
    about = [article.publisher, article.published]
    return element(
        "li",
        span(article.ref, "ref muted"),
        link(shortened(article.title, _TITLE), addresses.triage(article.ref), "plain"),
        element(
            "div",
            span(texts.waits(row.waiting, row.drafts), "strong"),
            *(span(shortened(known, 60)) for known in about if known),
            moment(article.created_at),
            style="about tags",
        ),
    )


def nothing() -> None:
    """Say that no draft waits, and lead on."""
    with st.container(border=True):
        st.markdown(f"**{texts.NOTHING_WAITS}** {texts.NOTHING_WAITS_ABOUT}")
        with st.container(horizontal=True):
            st.page_link(addresses.ARTICLES, label=texts.TAKE_IN, icon=":material/input:")
            st.page_link(
                addresses.CLAIMS,
                label=texts.TO_QUEUE,
                icon=":material/fact_check:",
                query_params={"status": "open"},
            )


def none_of(ref: str) -> None:
    """Say that an article has no drafts, and lead to it."""
    with st.container(border=True):
        st.markdown(f"**{texts.NONE_HERE}** {texts.NONE_HERE_ABOUT}")
        st.page_link(
            addresses.ARTICLE, label=texts.TO_ARTICLE, icon=":material/article:", query_params={"article": ref}
        )
