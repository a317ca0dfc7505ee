"""What surrounds a claim, in tabs: searches, replies, comments, related claims, its fields to edit, its history."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard import addresses
from dashboard.components import correspondence as around
from dashboard.components.claim_rows import relations
from dashboard.components.edit_form import Edited, edit_form
from dashboard.components.history_rows import event_list
from dashboard.components.paper import paper
from dashboard.components.work import Work
from dashboard.wish import Around
from db.rows import ClaimFile, EventRow
from db.vocabulary import ReplyState, WorkState


def tabs(file: ClaimFile, work: Work, events: Sequence[EventRow], *, may_write: bool) -> Around | Edited | None:
    """Draw the tabs; tells what the person entered in one of them."""
    awaited = sum(reply.state is ReplyState.AWAITED for reply in file.replies)
    unresolved = sum(comment.resolved_at is None for comment in file.comments)
    names = [
        f"Searches: {len(file.searches)}",
        f"Replies: {len(file.replies)}" + (f", {awaited} awaited" if awaited else ""),
        f"Comments: {len(file.comments)}" + (f", {unresolved} unresolved" if unresolved else ""),
        "History",
        "Edit",
    ]
    searched, replied, commented, happened, edited = st.tabs(names)
    with searched:
        act: Around | Edited | None = _searches(file, work, may_write=may_write)
    with replied:
        act = _replies(file, work, may_write=may_write) or act
    with commented:
        act = _comments(file, work, may_write=may_write) or act
    with happened:
        paper(event_list(events), key=work.key("history", "list"))
        if file.relations:
            st.caption("Related claims")
            paper(relations(file.relations), key=work.key("relations", "list"))
        st.page_link(
            addresses.HISTORY,
            label="The whole history of this claim",
            icon=":material/history:",
            query_params={"of": file.claim.ref},
        )
    with edited:
        if may_write and file.claim.work_state is not WorkState.WITHDRAWN:
            if file.claim.work_state.signed:
                st.caption("This claim is signed. A change takes the signature away and asks for a re-check.")
            act = edit_form(work, file.claim) or act
        else:
            st.caption("Only checkers and editors edit claims, and a withdrawn claim stays as it was.")
    return act


def _searches(file: ClaimFile, work: Work, *, may_write: bool) -> Around | None:
    if file.searches:
        paper(around.searches(file.searches), key=work.key("search", "list"))
    else:
        st.caption("No search is logged yet. «Not enough evidence» and «not found» have to show where you looked.")
    return around.search_form(work) if may_write else None


def _replies(file: ClaimFile, work: Work, *, may_write: bool) -> Around | None:
    act = None
    for row in file.replies:
        paper(around.reply(row), key=work.key(f"settle-{row.id}", "words"))
        if may_write:
            act = around.settle_form(work, row) or act
    if not file.replies:
        st.caption("Nobody has been asked for a reply yet.")
    return (around.reply_form(work) if may_write else None) or act


def _comments(file: ClaimFile, work: Work, *, may_write: bool) -> Around | None:
    act = None
    for row in file.comments:
        paper(around.comment(row), key=work.key(f"resolve-{row.id}", "words"))
        if may_write and row.resolved_at is None:
            act = around.resolve_button(work, row) or act
    if not file.comments:
        st.caption("No comments yet.")
    return (around.comment_form(work) if may_write else None) or act
