"""What surrounds the work on a claim: the search log, requests for a reply, comments."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import streamlit as st

from dashboard import labels
from dashboard.components.paper import Node, element, moment, paragraph, span, tag
from dashboard.components.work import Work
from dashboard.wish import Remark, Reply, Request, Resolved, Search
from db.rows import CommentRow, ReplyRow, SearchRow
from db.vocabulary import ReplyState, SearchOutcome


def _by(name: str | None, at: dt.datetime) -> list[Node]:
    return [span(name or "an import"), moment(at)]


def searches(rows: Sequence[SearchRow]) -> Node:
    """Describe the search log."""
    items = [
        element(
            "li",
            element("div", tag(labels.word(row.outcome)), span(row.place, "strong"), style="tags"),
            element("div", span(f"«{row.query}»", "plain"), style="line"),
            element("div", span(row.note, "plain"), style="line") if row.note else None,
            element("div", *_by(row.by, row.at), style="about tags"),
        )
        for row in rows
    ]
    return element("ol", *items, style="rows narrow")


def search_form(work: Work) -> Search | None:
    """Draw the form that logs a search."""
    with st.form(work.key("search"), border=True):
        left, right = st.columns(2)
        place = left.text_input("Where you searched", key=work.key("search", "place"))
        query = right.text_input("With which words", key=work.key("search", "query"))
        outcome = left.selectbox(
            "What came of it", list(SearchOutcome), format_func=labels.title, key=work.key("search", "outcome")
        )
        note = right.text_input("Note", key=work.key("search", "note"))
        sent = st.form_submit_button("Log the search", icon=":material/manage_search:")
    return Search(place or "", query or "", outcome or SearchOutcome.NOTHING, note or "") if sent else None


def reply(row: ReplyRow) -> Node:
    """Describe a request for a reply."""
    due = f", due {row.due.isoformat()}" if row.due else ""
    return element(
        "div",
        element("div", tag(f"{labels.word(row.state)}{due}"), span(row.addressee, "strong"), style="tags"),
        paragraph(span(row.question, "plain")),
        paragraph(span(f"Answer: {row.answer}", "plain")) if row.answer else None,
        element("div", *_by(row.asked_by, row.asked_at), style="tags muted small"),
    )


def reply_form(work: Work) -> Request | None:
    """Draw the form that notes a request for a reply."""
    with st.form(work.key("reply"), border=True):
        left, right = st.columns([2, 1])
        addressee = left.text_input("Who is asked", key=work.key("reply", "addressee"))
        due = right.date_input("Reply due", value=None, key=work.key("reply", "due"))
        question = st.text_area("What they are asked", height=96, key=work.key("reply", "question"))
        sent = st.form_submit_button("Note the request", icon=":material/outgoing_mail:")
    return Request(addressee or "", question or "", due) if sent else None


def settle_form(work: Work, row: ReplyRow) -> Reply | None:
    """Draw the form that settles a request, while it is awaited."""
    if row.state is not ReplyState.AWAITED:
        return None
    form = f"settle-{row.id}"
    with st.form(work.key(form), border=False):
        answer = st.text_area("Their answer", height=96, key=work.key(form, "answer"))
        with st.container(horizontal=True):
            answered = st.form_submit_button("Record the answer", icon=":material/mark_email_read:")
            none = st.form_submit_button("No answer came", icon=":material/unsubscribe:")
    if answered:
        return Reply(row.id, answer or "", form)
    return Reply(row.id, None, form) if none else None


def comment(row: CommentRow) -> Node:
    """Describe a comment."""
    marks = [tag("blocking", "It has to be resolved before anybody signs.")] if row.blocking else []
    if row.resolved_at:
        marks.append(tag(f"resolved by {row.resolved_by or 'somebody'}"))
    return element(
        "div",
        element("div", span(row.author, "strong"), moment(row.at), *marks, style="tags"),
        paragraph(span(row.body, "muted plain" if row.resolved_at else "plain")),
    )


def comment_form(work: Work) -> Remark | None:
    """Draw the form for a comment."""
    with st.form(work.key("comment"), border=True):
        body = st.text_area("Comment", height=96, key=work.key("comment", "body"))
        with st.container(horizontal=True, vertical_alignment="center"):
            blocking = st.checkbox("It has to be resolved before anybody signs", key=work.key("comment", "blocking"))
            sent = st.form_submit_button("Add the comment", icon=":material/comment:")
    return Remark(body or "", blocking) if sent else None


def resolve_button(work: Work, row: CommentRow) -> Resolved | None:
    """Draw the button that closes a comment."""
    form = f"resolve-{row.id}"
    clicked = st.button("Resolve", icon=":material/done:", key=work.key(form, "resolve"))
    return Resolved(row.id, form) if clicked else None
