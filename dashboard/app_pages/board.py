"""The board: where everything stands, each number one click from its rows."""

from __future__ import annotations

import streamlit as st

from dashboard import addresses, charts, data
from dashboard.components import claim_rows, document_rows, empty, history_rows, numbers, outcomes
from dashboard.components.figure import figure
from dashboard.components.filters import desk_filter
from dashboard.components.paper import paper
from db.rows import EventFilter

outcomes.announce()
with st.container(horizontal=True, vertical_alignment="bottom"):
    st.title("Board")
    desk = desk_filter(data.desks(), key="desk")
figures = data.board(desk.id if desk else None)
only = {"desk": desk.slug} if desk else {}

if not figures.claims:
    empty.nothing_yet(
        "**There are no claims yet.** Take an article in: its text is kept as it came, and its claims are drafted for"
        " you to keep or to turn away.",
        page=addresses.ARTICLES,
        label="Take an article in",
        icon="input",
    )
    st.stop()

paper(numbers.headline(figures, only), key="board-numbers")

left, right = st.columns([3, 2], gap="large")
with left:
    st.subheader("Claims by verification status")
    figure(
        charts.statuses,
        charts.status_frame(figures.statuses),
        alt_text="Bar chart of the number of claims by verification status; the table beside it has the same numbers",
        key="board-statuses",
    )
with right:
    st.subheader("The same in numbers")
    paper(claim_rows.status_counts(figures.statuses, figures.claims, **only), key="board-counts")

st.subheader("Status by article, newest first")
paper(document_rows.article_bars(data.by_article(desk.id if desk else None)), key="board-articles")

left, right = st.columns([3, 2], gap="large")
with left:
    st.subheader("Open longest")
    oldest = data.oldest_open(desk.id if desk else None)
    if oldest:
        paper(claim_rows.claim_list(oldest, narrow=True), key="board-oldest")
    else:
        st.caption("No claim is open and waiting for a checker.")
with right:
    st.subheader("Newest events")
    newest = data.history(EventFilter(), size=8).rows
    paper(history_rows.event_list(newest, narrow=True, with_values=False), key="board-events")
