"""Many claims changed at once: what is selected, one deed, a preview, the outcome, and the way back.

It stands at the foot of the window, so that the list stays in view. A preview holds what each claim was when the person
saw it; what is done goes to the desk with those versions.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import streamlit as st

from dashboard.components import bulk_form, queue
from dashboard.components.bulk_lists import lists
from dashboard.components.claim_rows import said
from dashboard.escaping import shortened
from dashboard.outcome import BulkResult, Former
from dashboard.texts import bulk as texts
from dashboard.wish import Bulk, BulkDeed
from db.rows import ClaimRow, UserRow

AT_MOST = 1_000  # claims in one bulk change
_BATCH = 25  # claims in one transaction: others wait no longer than that takes
_KEY = "claims-bulk"


class Doors(NamedTuple):
    """What a bulk change asks the desk for, a few claims at a time, and how everything that fits is found."""

    preview: Callable[[Mapping[int, int], Bulk], BulkResult]
    change: Callable[[Mapping[int, int], Bulk], BulkResult]
    undo: Callable[[BulkDeed, Sequence[Former]], BulkResult]
    fitting: Callable[[], Sequence[ClaimRow]]


@dataclass(frozen=True, slots=True)
class _Held:
    """How far a bulk change is. ``claims`` are numbers with the version seen, ``named`` numbers with what they say."""

    chosen: dict[int, int]
    question: str
    wish: Bulk
    claims: dict[int, int]
    named: dict[int, str]
    result: BulkResult
    stage: str = "preview"


def bar(
    rows: Sequence[ClaimRow], total: int, question: str, doors: Doors, me: UserRow, people: Sequence[UserRow]
) -> None:
    """Draw the bar as far as there is something to do: a selection, a preview, an outcome."""
    there = {row.id for row in rows}
    chosen = {number: version for number, version in queue.selected().items() if number in there}
    held = st.session_state.get(_KEY)
    if isinstance(held, _Held) and held.stage == "preview" and (held.chosen, held.question) != (chosen, question):
        held = None
    if not isinstance(held, _Held):
        st.session_state.pop(_KEY, None)
        if chosen:
            with st.bottom, st.container(key=queue.BAR, border=True, gap="small"):
                _choose(rows, chosen, total, question, doors, me, people)
        return
    with st.bottom, st.container(key=queue.BAR, border=True, gap="small"):
        if held.stage == "preview":
            _preview(held, doors)
        else:
            _outcome(held, doors)


def _choose(
    rows: Sequence[ClaimRow],
    chosen: dict[int, int],
    total: int,
    question: str,
    doors: Doors,
    me: UserRow,
    people: Sequence[UserRow],
) -> None:
    everything = st.session_state.get("claims-everything") == (question, chosen)
    known = [row for row in rows if row.id in chosen]
    with st.container(horizontal=True, vertical_alignment="center"):
        count = min(total, AT_MOST) if everything else len(chosen)
        st.markdown(texts.all_selected(count) if everything else texts.selected(count), width="content")
        deed = st.selectbox(
            texts.WHAT,
            list(BulkDeed) if everything else bulk_form.possible(row.work_state for row in known),
            index=None,
            format_func=texts.NAMES.__getitem__,
            placeholder=texts.CHOOSE,
            label_visibility="collapsed",
            width=240,
            key="claims-deed",
        )
        if len(chosen) == len(rows) < total and not everything:
            take = texts.take_all(total) if total <= AT_MOST else texts.take_first(AT_MOST)
            st.button(take, type="tertiary", on_click=_everything, args=(question, chosen), key="claims-take-all")
        st.button(texts.CLEAR, icon=":material/close:", type="tertiary", on_click=_clear, key="claims-clear")
    wish = bulk_form.form(deed, me, people) if deed is not None else None
    if wish is None:
        return
    found = doors.fitting() if everything else known
    claims = {row.id: row.version for row in found} if everything else chosen
    named = {row.id: shortened(said(row), 120) for row in found}
    result = _in_batches(claims, lambda part: doors.preview(part, wish), texts.TRYING)
    st.session_state[_KEY] = _Held(chosen, question, wish, claims, named, result)
    st.rerun()


def _preview(held: _Held, doors: Doors) -> None:
    deed, count = held.wish.deed, len(held.result.changed)
    st.markdown(texts.would_change(count, len(held.claims), deed) if count else f"**{texts.NOTHING_WOULD}**")
    lists(held.result, held.named, texts.list_changing)
    if count:
        st.caption(_way_back(deed))
    with st.container(horizontal=True):
        sure = count > 0 and st.button(texts.do(count), type="primary", icon=":material/done_all:", key="claims-do")
        st.button(texts.BACK, on_click=_let_go, key="claims-back-to-deeds")
    if sure:
        would = {former.claim_id: held.claims[former.claim_id] for former in held.result.changed}
        st.session_state[_KEY] = replace(held, stage="done", result=replace(held.result, changed=()))
        queue.select_nothing()
        _in_batches(would, lambda part: _kept(doors.change(part, held.wish)), texts.WORKING)
        st.rerun()


def _way_back(deed: BulkDeed) -> str:
    if deed is BulkDeed.NOT_FOR_US:
        return texts.DRAFTS_COME_BACK_OPEN
    return texts.WAY_BACK if deed.can_be_undone else texts.NO_WAY_BACK


def _outcome(held: _Held, doors: Doors) -> None:
    deed, count = held.wish.deed, len(held.result.changed)
    st.markdown((texts.undone if held.stage == "undone" else texts.done)(count, deed))
    lists(held.result, held.named, texts.list_changed)
    if held.stage == "done" and len(held.claims) > _accounted(held.result):
        st.caption(texts.STOPPED)
    with st.container(horizontal=True):
        back = (
            held.stage == "done"
            and count > 0
            and deed.can_be_undone
            and st.button(texts.UNDO, icon=":material/undo:", key="claims-undo")
        )
        st.button(texts.CLOSE, on_click=_let_go, key="claims-close")
    if back:
        former = {one.claim_id: one for one in held.result.changed}
        st.session_state[_KEY] = replace(held, stage="undone", result=BulkResult())
        _in_batches(
            dict.fromkeys(former, 0),
            lambda part: _kept(doors.undo(deed, [former[number] for number in part])),
            texts.WORKING,
        )
        st.rerun()


def _accounted(result: BulkResult) -> int:
    return len(result.changed) + len(result.unchanged) + len(result.refused)


def _kept(part: BulkResult) -> BulkResult:
    """Remember at once what was done, in case the page is left before the rest is."""
    held: _Held = st.session_state[_KEY]
    st.session_state[_KEY] = replace(held, result=held.result + part)
    return part


def _in_batches(claims: Mapping[int, int], deed: Callable[[dict[int, int]], BulkResult], said: str) -> BulkResult:
    result, numbers = BulkResult(), list(claims)
    shown = st.progress(0.0, said) if len(numbers) > _BATCH else None
    for start in range(0, len(numbers), _BATCH):
        part = numbers[start : start + _BATCH]
        result += deed({number: claims[number] for number in part})
        if shown is not None:
            done = start + len(part)
            shown.progress(done / len(numbers), f"{said}: {texts.progress(done, len(numbers))}")
    return result


def _everything(question: str, chosen: dict[int, int]) -> None:
    st.session_state["claims-everything"] = (question, chosen)


def _clear() -> None:
    queue.select_nothing()
    st.session_state.pop("claims-everything", None)


def _let_go() -> None:
    st.session_state.pop(_KEY, None)
