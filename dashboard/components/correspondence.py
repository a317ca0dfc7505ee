"""What surrounds the work on a claim: the search log, requests for a reply, comments."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import streamlit as st

from dashboard import labels
from dashboard.components.paper import Node, element, moment, paragraph, span, tag
from dashboard.components.work import Work
from dashboard.texts import claim as claim_texts
from dashboard.texts import correspondence as texts
from dashboard.wish import Remark, Reply, Request, Resolved, Search
from db.rows import CommentRow, ReplyRow, SearchRow
from db.vocabulary import ReplyState, SearchOutcome


def _by(name: str | None, at: dt.datetime) -> list[Node]:
    return [span(name or texts.AN_IMPORT), moment(at)]


def searches(rows: Sequence[SearchRow]) -> Node:
    """Describe the search log."""
    items = [
        element(
            "li",
            element("div", tag(labels.word(row.outcome)), span(row.place, "strong"), style="tags"),
            element("div", span(claim_texts.quoted(row.query), "plain"), style="line"),
            element("div", span(row.note, "plain"), style="line") if row.note else None,
            element("div", *_by(row.by, row.at), style="about tags"),
        )
        for row in rows
    ]
    return element("ol", *items, style="rows narrow")


def search_form(work: Work) -> Search | None:
    """Draw the form that logs a search."""
    with st.form(work.key("search"), border=False):
        left, right = st.columns(2)
        place = left.text_input(texts.WHERE_SEARCHED, key=work.key("search", "place"))
        query = right.text_input(texts.WITH_WORDS, key=work.key("search", "query"))
        outcome = left.selectbox(
            texts.WHAT_CAME, list(SearchOutcome), format_func=labels.title, key=work.key("search", "outcome")
        )
        note = right.text_input(texts.NOTE, key=work.key("search", "note"))
        sent = st.form_submit_button(texts.LOG_SEARCH, icon=":material/manage_search:")
    return Search(place or "", query or "", outcome or SearchOutcome.NOTHING, note or "") if sent else None


def reply(row: ReplyRow) -> Node:
    """Describe a request for a reply."""
    due = row.due.isoformat() if row.due else None
    return element(
        "div",
        element("div", tag(texts.state_due(labels.word(row.state), due)), span(row.addressee, "strong"), style="tags"),
        paragraph(span(row.question, "plain")),
        paragraph(span(texts.answer(row.answer), "plain")) if row.answer else None,
        element("div", *_by(row.asked_by, row.asked_at), style="tags muted small"),
    )


def reply_form(work: Work) -> Request | None:
    """Draw the form that notes a request for a reply."""
    with st.form(work.key("reply"), border=False):
        left, right = st.columns([2, 1])
        addressee = left.text_input(texts.WHO_ASKED, key=work.key("reply", "addressee"))
        due = right.date_input(texts.REPLY_DUE, value=None, key=work.key("reply", "due"))
        question = st.text_area(texts.QUESTION, height=72, key=work.key("reply", "question"))
        sent = st.form_submit_button(texts.NOTE_REQUEST, icon=":material/outgoing_mail:")
    return Request(addressee or "", question or "", due) if sent else None


def settle_form(work: Work, row: ReplyRow) -> Reply | None:
    """Draw the form that settles a request, while it is awaited."""
    if row.state is not ReplyState.AWAITED:
        return None
    form = f"settle-{row.id}"
    with st.form(work.key(form), border=False):
        answer = st.text_area(texts.THEIR_ANSWER, height=72, key=work.key(form, "answer"))
        with st.container(horizontal=True):
            answered = st.form_submit_button(texts.RECORD_ANSWER, icon=":material/mark_email_read:")
            none = st.form_submit_button(texts.NO_ANSWER, icon=":material/unsubscribe:")
    if answered:
        return Reply(row.id, answer or "", form)
    return Reply(row.id, None, form) if none else None


def comment(row: CommentRow) -> Node:
    """Describe a comment."""
    marks = [tag(texts.BLOCKING, texts.BLOCKING_MEANING)] if row.blocking else []
    if row.resolved_at:
        marks.append(tag(texts.resolved_by(row.resolved_by)))
    return element(
        "div",
        element("div", span(row.author, "strong"), moment(row.at), *marks, style="tags"),
        paragraph(span(row.body, "muted plain" if row.resolved_at else "plain")),
    )


def comment_form(work: Work) -> Remark | None:
    """Draw the form for a comment."""
    with st.form(work.key("comment"), border=False):
        body = st.text_area(texts.COMMENT, height=72, key=work.key("comment", "body"))
        with st.container(horizontal=True, vertical_alignment="center"):
            blocking = st.checkbox(texts.BLOCKS, key=work.key("comment", "blocking"))
            sent = st.form_submit_button(texts.ADD_COMMENT, icon=":material/comment:")
    return Remark(body or "", blocking) if sent else None


def resolve_button(work: Work, row: CommentRow) -> Resolved | None:
    """Draw the button that closes a comment."""
    form = f"resolve-{row.id}"
    clicked = st.button(texts.RESOLVE, icon=":material/done:", key=work.key(form, "resolve"))
    return Resolved(row.id, form) if clicked else None
