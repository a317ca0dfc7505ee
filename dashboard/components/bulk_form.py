"""What each deed for many claims asks for: one reason, a person, a date."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from dashboard import labels
from dashboard.escaping import shortened
from dashboard.texts import bulk as texts
from dashboard.wish import Bulk, BulkDeed
from db.rows import UserRow
from db.vocabulary import NotForUsReason, Role, WorkState

_D, _S = BulkDeed, WorkState
# From where the desk lets each deed go; the desk itself says so again, claim by claim.
_FROM: dict[BulkDeed, frozenset[WorkState]] = {
    _D.KEEP: frozenset({_S.DETECTED}),
    _D.NOT_FOR_US: frozenset({_S.DETECTED, _S.OPEN}),
    _D.BRING_BACK: frozenset({_S.NOT_FOR_US}),
    _D.GIVE: frozenset(_S),
    _D.TAKE_UP: frozenset({_S.OPEN, _S.RECHECK}),
    _D.HOLD: frozenset({_S.IN_CHECK}),
    _D.RESUME: frozenset({_S.ON_HOLD}),
    _D.RETURN: frozenset({_S.IN_REVIEW}),
    _D.RECHECK: frozenset({_S.SIGNED_OFF, _S.PUBLISHED}),
}


def possible(states: Iterable[WorkState]) -> list[BulkDeed]:
    """List the deeds that at least one of the states has a way for."""
    there = frozenset(states)
    return [deed for deed in BulkDeed if _FROM[deed] & there]


def form(deed: BulkDeed, me: UserRow, people: Sequence[UserRow]) -> Bulk | None:
    """Draw the form of a deed; tells what the person wants, once they ask for the preview."""
    with st.form(f"claims-bulk-{deed}", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        wish = _fields(deed, me, people)
        sent = st.form_submit_button(texts.PREVIEW, icon=":material/preview:", type="primary")
    return wish if sent else None


def _fields(deed: BulkDeed, me: UserRow, people: Sequence[UserRow]) -> Bulk:
    if deed is _D.NOT_FOR_US:
        reason = st.selectbox(
            texts.WHY_NOT, list(NotForUsReason), format_func=labels.title, width=220, key="claims-bulk-reason"
        )
        return Bulk(deed, _line(texts.NOTE), reason=reason)
    if deed in {_D.GIVE, _D.TAKE_UP}:
        return Bulk(deed, assignee_id=_checker(me, people, nobody=deed is _D.GIVE))
    if deed is _D.HOLD:
        awaiting, from_whom = _line(texts.AWAITING, "awaiting"), _line(texts.FROM_WHOM, "from")
        until = st.date_input(texts.UNTIL, value=None, width=170, key="claims-bulk-until")
        return Bulk(deed, awaiting=awaiting, from_whom=from_whom, until=until)
    if deed in {_D.KEEP, _D.RESUME}:
        return Bulk(deed, _line(texts.NOTE))
    return Bulk(deed, _line(texts.REASON))


def _line(label: str, part: str = "why") -> str:
    return (st.text_input(label, key=f"claims-bulk-{part}") or "").strip()


def _checker(me: UserRow, people: Sequence[UserRow], *, nobody: bool) -> int | None:
    names = {user.id: shortened(user.name, 60) for user in people if Role.CHECKER in user.roles}
    options: list[int | None] = [*names, *([None] if nobody else [])]
    return st.selectbox(
        texts.WHO,
        options,
        index=options.index(me.id) if me.id in names else 0,
        format_func=lambda user_id: texts.NOBODY if user_id is None else names[user_id],
        width=260,
        key="claims-bulk-who",
    )
