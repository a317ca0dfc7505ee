"""The next steps of a claim: what is missing for each, who may take it, and the form that takes it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import streamlit as st

from dashboard import labels
from dashboard.components.paper import Node, element, icon, paper, span
from dashboard.components.work import Work
from dashboard.wish import Wish
from db.rows import ClaimRow, UserRow
from db.vocabulary import NotForUsReason, Role, Withdrawal, WorkState

_S = WorkState
_NAMES: dict[tuple[WorkState | None, WorkState], tuple[str, str]] = {
    (_S.DETECTED, _S.OPEN): ("Keep: it is ours to check", "check"),
    (_S.NOT_FOR_US, _S.OPEN): ("Bring it back", "undo"),
    (None, _S.NOT_FOR_US): ("Not for us", "block"),
    (_S.ON_HOLD, _S.IN_CHECK): ("Go on checking", "play_arrow"),
    (_S.IN_REVIEW, _S.IN_CHECK): ("Send back to the checker", "undo"),
    (_S.RECHECK, _S.IN_CHECK): ("Check it anew", "edit"),
    (None, _S.IN_CHECK): ("Start checking", "edit"),
    (None, _S.ON_HOLD): ("Put on hold", "pause_circle"),
    (None, _S.IN_REVIEW): ("Hand to a second person", "rate_review"),
    (_S.RECHECK, _S.SIGNED_OFF): ("Sign again after the re-check", "verified"),
    (None, _S.SIGNED_OFF): ("Sign off", "verified"),
    (None, _S.PUBLISHED): ("Mark as published", "publish"),
    (None, _S.RECHECK): ("Ask for a re-check", "notifications_active"),
    (None, _S.WITHDRAWN): ("Withdraw", "undo"),
}


class Step(Protocol):
    """A way out of a claim's work state."""

    @property
    def target(self) -> WorkState: ...  # noqa: D102 - see the class
    @property
    def roles(self) -> frozenset[Role]: ...  # noqa: D102
    @property
    def missing(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def permitted(self) -> bool: ...  # noqa: D102


def name(source: WorkState, target: WorkState) -> tuple[str, str]:
    """Name a move as a button says it, with its icon."""
    return _NAMES.get((source, target)) or _NAMES[None, target]


def form_of(target: WorkState) -> str:
    """Name the form of a move."""
    return f"move-{target.value}"


def checklist(step: Step) -> list[Node]:
    """Describe what is missing for a step, or that nothing is."""
    lines = [("close_small", sentence) for sentence in step.missing] or [("check", "Nothing is missing.")]
    if not step.permitted:
        roles = " or ".join(sorted(labels.word(role) for role in step.roles))
        lines.append(("person", f"This takes the role of {roles}; you do not have it."))
    items = [element("li", icon(symbol), span(sentence)) for symbol, sentence in lines]
    return [element("ul", *items, style="steps")]


def offer(step: Step, claim: ClaimRow, work: Work, people: Sequence[UserRow], me: UserRow) -> Wish | None:
    """Draw one next step, folded up unless it can be taken now; tells what the person wants, once they say so."""
    label, symbol = name(claim.work_state, step.target)
    form = form_of(step.target)
    possible = step.permitted and not step.missing
    with st.expander(label, icon=f":material/{symbol}:", expanded=possible and step.target is not _S.ON_HOLD):
        paper(*checklist(step), key=work.key(form, "checklist"))
        if not possible or step.target is _S.SIGNED_OFF:
            if possible:
                st.caption("Choose your own findings under «Findings and signature».")
            return None
        with st.form(work.key(form), border=False):
            wish = _fields(step.target, claim, work, form, people, me)
            sent = st.form_submit_button(label, icon=f":material/{symbol}:", type="primary")
    return wish if sent else None


def _fields(  # noqa: PLR0911 - each move asks for something else
    target: WorkState, claim: ClaimRow, work: Work, form: str, people: Sequence[UserRow], me: UserRow
) -> Wish:
    def key(part: str) -> str:
        return work.key(form, part)

    source = claim.work_state
    if target is _S.NOT_FOR_US:
        reason = st.selectbox("Why not", list(NotForUsReason), format_func=labels.title, key=key("reason"))
        return Wish(source, target, why=_line("Note", key("why")), reason=reason)
    if target is _S.WITHDRAWN:
        kind = st.selectbox("As what", list(Withdrawal), format_func=labels.title, key=key("kind"))
        return Wish(source, target, why=_line("Reason", key("why")), kind=kind)
    if target is _S.ON_HOLD:
        awaiting = _line("What is awaited", key("awaiting"))
        from_whom = _line("From whom", key("from"))
        until = st.date_input("Until when", value=None, key=key("until"))
        return Wish(source, target, awaiting=awaiting, from_whom=from_whom, until=until)
    if target is _S.IN_CHECK and source is _S.ON_HOLD:
        return Wish(source, target)
    if target is _S.IN_CHECK and source is not _S.IN_REVIEW:
        return Wish(source, target, assignee_id=_checker(key("assignee"), people, claim.assignee_id or me.id))
    if target is _S.OPEN and source is _S.DETECTED:
        return Wish(source, target)
    wanted = "Reason to publish despite flags" if target is _S.PUBLISHED else "Reason"
    optional = target in {_S.IN_REVIEW, _S.PUBLISHED}
    return Wish(source, target, why=_line(f"{wanted} (may stay empty)" if optional else wanted, key("why")))


def _line(label: str, key: str) -> str:
    return st.text_input(label, key=key) or ""


def _checker(key: str, people: Sequence[UserRow], preferred: int) -> int | None:
    checkers = {user.id: user.name for user in people if Role.CHECKER in user.roles}
    ids = list(checkers)
    index = ids.index(preferred) if preferred in checkers else 0
    return st.selectbox("Who checks it", ids, index=index, format_func=lambda ident: checkers[ident], key=key)
