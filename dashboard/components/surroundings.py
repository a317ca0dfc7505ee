"""What surrounds a claim, in tabs that are links: searches, replies, comments, related claims, judgements, history.

Only the open tab is drawn. Its name stands in the address, so that it can be sent to somebody.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import streamlit as st

from dashboard import addresses
from dashboard.components import claim_parts
from dashboard.components import correspondence as around
from dashboard.components import opened as forms
from dashboard.components.claim_rows import relations
from dashboard.components.dossier import dossier
from dashboard.components.edit_form import edit_form, entered
from dashboard.components.history_rows import event_list
from dashboard.components.opened import Opened
from dashboard.components.paper import Node, element, paragraph, span
from dashboard.components.relate_form import relate_form
from dashboard.components.work import Work
from dashboard.texts import claim as texts
from dashboard.texts import correspondence as around_texts
from dashboard.texts import glossary
from dashboard.wish import Act, Around, Edited
from db.rows import ClaimFile, EventRow, SpeakerRow
from db.vocabulary import ReplyState, WorkState

Speakers = Callable[[str], Sequence[SpeakerRow]]


class Readings(NamedTuple):
    """What a tab reads only when it is open."""

    events: Callable[[], Sequence[EventRow]]
    speakers: Speakers


def tabs(
    file: ClaimFile,
    work: Work,
    opened: Opened,
    read: Readings,
    *,
    may_write: bool,
    hidden: bool,
) -> Act | None:
    """Draw the row of tabs and the open one; tells what the person entered there.

    ``hidden`` keeps the judgements from somebody who is to judge for themselves first.
    """
    bar = _bar(file, opened, judgements=not hidden)
    lead = opened.tab if opened.newest == opened.tab else None
    dossier(bar, key=work.key("tabs", "bar"), lead_to=lead or "")
    with st.container():
        deed = _tab(file, work, opened, read, may_write=may_write, hidden=hidden)
    if isinstance(deed, Edited):
        return Act(deed, "edit", forms.EDIT, entered(deed))
    return Act(deed, deed.form, opened.tab or "") if deed else None


def _tab(
    file: ClaimFile,
    work: Work,
    opened: Opened,
    read: Readings,
    *,
    may_write: bool,
    hidden: bool,
) -> Around | Edited | None:
    match opened.tab:
        case forms.SEARCH:
            return _searches(file, work, may_write=may_write)
        case forms.REPLY:
            return _replies(file, work, may_write=may_write)
        case forms.COMMENT:
            return _comments(file, work, may_write=may_write)
        case forms.RELATE:
            return _relations(file, work, may_write=may_write)
        case forms.EDIT:
            return _edit(file, work, read.speakers, may_write=may_write)
        case forms.HISTORY:
            _history(file, work, read.events())
        case forms.JUDGEMENTS if not hidden:
            dossier(claim_parts.reviews(file.reviews), key=work.key("reviews", "list"))
    return None


def _bar(file: ClaimFile, opened: Opened, *, judgements: bool) -> Node:
    awaited = sum(reply.state is ReplyState.AWAITED for reply in file.replies)
    unresolved = [comment for comment in file.comments if comment.resolved_at is None]
    blocking = sum(comment.blocking for comment in unresolved)
    names = {
        forms.SEARCH: texts.searches(len(file.searches)),
        forms.REPLY: texts.replies(len(file.replies), awaited),
        forms.COMMENT: texts.comments(len(file.comments), len(unresolved), blocking),
        forms.RELATE: texts.relations(len(file.relations)),
        **({forms.JUDGEMENTS: texts.judgements(len(file.reviews))} if judgements else {}),
        forms.HISTORY: texts.HISTORY,
        forms.EDIT: texts.EDIT,
    }
    items = [
        element(
            "li",
            element(
                "a",
                name,
                href=opened.href(form),
                style="tab open" if form == opened.tab else "tab",
                current=form == opened.tab,
                tip=glossary.of_tab(form),
            ),
        )
        for form, name in names.items()
    ]
    return element("div", element("h2", texts.TABS_NAME, style="unseen"), element("ul", *items, style="tabs"))


def _nothing(words: str, work: Work, form: str) -> None:
    dossier(paragraph(span(words, "muted small")), key=work.key(form, "none"))


def _searches(file: ClaimFile, work: Work, *, may_write: bool) -> Around | None:
    if file.searches:
        dossier(around.searches(file.searches), key=work.key("search", "list"))
    else:
        _nothing(around_texts.NO_SEARCH, work, "search")
    return around.search_form(work) if may_write else None


def _replies(file: ClaimFile, work: Work, *, may_write: bool) -> Around | None:
    act = None
    for row in file.replies:
        dossier(around.reply(row), key=work.key(f"settle-{row.id}", "words"))
        if may_write:
            act = around.settle_form(work, row) or act
    if not file.replies:
        _nothing(around_texts.NO_REPLY, work, "reply")
    return (around.reply_form(work) if may_write else None) or act


def _comments(file: ClaimFile, work: Work, *, may_write: bool) -> Around | None:
    act = None
    for row in file.comments:
        dossier(around.comment(row), key=work.key(f"resolve-{row.id}", "words"))
        if may_write and row.resolved_at is None:
            act = around.resolve_button(work, row) or act
    if not file.comments:
        _nothing(around_texts.NO_COMMENT, work, "comment")
    return (around.comment_form(work) if may_write else None) or act


def _relations(file: ClaimFile, work: Work, *, may_write: bool) -> Around | None:
    if file.relations:
        dossier(relations(file.relations), key=work.key("relate", "list"))
    else:
        _nothing(around_texts.NO_RELATION, work, "relate")
    return relate_form(work) if may_write else None


def _history(file: ClaimFile, work: Work, events: Sequence[EventRow]) -> None:
    dossier(event_list(events), key=work.key("history", "list"))
    st.page_link(
        addresses.HISTORY, label=texts.WHOLE_HISTORY, icon=":material/history:", query_params={"of": file.claim.ref}
    )


def _edit(file: ClaimFile, work: Work, speakers: Speakers, *, may_write: bool) -> Edited | None:
    if not may_write or file.claim.work_state is WorkState.WITHDRAWN:
        _nothing(texts.EDIT_NOT_YOU, work, "edit")
        return None
    if file.claim.work_state.signed:
        _nothing(texts.EDIT_SIGNED, work, "edit")
    return edit_form(work, file.claim, speakers)
