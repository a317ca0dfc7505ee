"""The forms of the moves that ask for something: why, until when, by whom."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard import labels
from dashboard.components import opened as forms
from dashboard.components.work import Work
from dashboard.texts import moves as texts
from dashboard.wish import Wish
from db.rows import ClaimRow, UserRow
from db.vocabulary import NotForUsReason, Role, Withdrawal, WorkState

_S = WorkState
TARGETS: dict[str, WorkState] = {
    forms.START: _S.IN_CHECK,
    forms.ANEW: _S.IN_CHECK,
    forms.HAND_ON: _S.IN_REVIEW,
    forms.HOLD: _S.ON_HOLD,
    forms.RETURN: _S.IN_CHECK,
    forms.PUBLISH: _S.PUBLISHED,
    forms.RECHECK: _S.RECHECK,
    forms.WITHDRAW: _S.WITHDRAWN,
    forms.TURN_AWAY: _S.NOT_FOR_US,
    forms.BRING_BACK: _S.OPEN,
}
_ICONS = {
    forms.START: "edit",
    forms.ANEW: "edit",
    forms.HAND_ON: "rate_review",
    forms.HOLD: "pause_circle",
    forms.RETURN: "undo",
    forms.PUBLISH: "publish",
    forms.RECHECK: "notifications_active",
    forms.WITHDRAW: "undo",
    forms.TURN_AWAY: "block",
    forms.BRING_BACK: "undo",
}


def form_of(target: WorkState) -> str:
    """Name the form of a move."""
    return f"move-{target.value}"


def move_form(form: str, claim: ClaimRow, work: Work, people: Sequence[UserRow], me: UserRow) -> Wish | None:
    """Draw the form of a move; tells what the person wants, once they say so."""
    target = TARGETS[form]
    with st.form(work.key(form_of(target)), border=False):
        wish = _fields(form, claim, work, people, me)
        sent = st.form_submit_button(
            texts.NAMES[form], icon=f":material/{_ICONS[form]}:", type="primary", width="stretch"
        )
    return wish if sent else None


def at_once(target: WorkState, claim: ClaimRow, me: UserRow) -> Wish:
    """Make the wish of a move that asks for nothing; whoever starts a claim that nobody has checks it themselves."""
    assignee = claim.assignee_id or me.id if target is _S.IN_CHECK else None
    return Wish(claim.work_state, target, assignee_id=assignee)


def _fields(  # noqa: PLR0911 - each move asks for something else
    form: str, claim: ClaimRow, work: Work, people: Sequence[UserRow], me: UserRow
) -> Wish:
    target = TARGETS[form]

    def key(part: str) -> str:
        return work.key(form_of(target), part)

    source = claim.work_state
    match form:
        case forms.TURN_AWAY:
            reason = st.selectbox(texts.WHY_NOT, list(NotForUsReason), format_func=labels.title, key=key("reason"))
            return Wish(source, target, why=_line(texts.NOTE, key("why")), reason=reason)
        case forms.WITHDRAW:
            kind = st.selectbox(texts.AS_WHAT, list(Withdrawal), format_func=labels.title, key=key("kind"))
            return Wish(source, target, why=_line(texts.REASON, key("why")), kind=kind)
        case forms.HOLD:
            awaiting = _line(texts.AWAITED, key("awaiting"))
            from_whom = _line(texts.FROM_WHOM, key("from"))
            until = st.date_input(texts.UNTIL, value=None, key=key("until"))
            return Wish(source, target, awaiting=awaiting, from_whom=from_whom, until=until)
        case forms.START | forms.ANEW:
            return Wish(source, target, assignee_id=_checker(key("assignee"), people, claim.assignee_id or me.id))
        case forms.PUBLISH:
            return Wish(source, target, why=_line(texts.REASON_DESPITE, key("why")))
        case forms.HAND_ON:
            return Wish(source, target, why=_line(texts.NOTE_FOR_THE_SECOND, key("why")))
    return Wish(source, target, why=_line(texts.REASON, key("why")))


def _line(label: str, key: str) -> str:
    return st.text_input(label, key=key) or ""


def _checker(key: str, people: Sequence[UserRow], preferred: int) -> int | None:
    checkers = {user.id: user.name for user in people if Role.CHECKER in user.roles}
    ids = list(checkers)
    index = ids.index(preferred) if preferred in checkers else 0
    return st.selectbox(texts.WHO_CHECKS, ids, index=index, format_func=lambda ident: checkers[ident], key=key)
