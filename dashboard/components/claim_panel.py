"""The panel that says what comes next: a checklist that ticks itself off, one act that leads on, quiet others."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard import labels
from dashboard.components import opened as forms
from dashboard.components.claim_parts import assignee_form
from dashboard.components.claim_steps import Button, Item, Plan, Step
from dashboard.components.dossier import dossier
from dashboard.components.moves import at_once, form_of, move_form
from dashboard.components.opened import Opened
from dashboard.components.paper import Node, element, icon, paragraph, span
from dashboard.components.work import Work
from dashboard.components.workbench import bench
from dashboard.texts import claim as claim_texts
from dashboard.texts import moves as texts
from dashboard.wish import Act, Assigned
from db.rows import ClaimRow, UserRow
from db.vocabulary import Flag, Role, WorkState

_FLAGS = "flags"
_NOT_WORKED_ON = {WorkState.DETECTED, WorkState.NOT_FOR_US, WorkState.WITHDRAWN}
_MOVES = (
    *(forms.START, forms.ANEW, forms.HAND_ON, forms.HOLD, forms.RETURN, forms.PUBLISH),
    *(forms.WITHDRAW, forms.TURN_AWAY, forms.BRING_BACK, forms.ASSIGN),
)


def checklist(claim: ClaimRow, step: Step | None) -> Node:
    """Describe what the forward step asks for, what is there ticked off, and who may take it."""
    lines: list[Node] = []
    for item in step.items if step else ():
        mark = span(texts.DONE_MARK if item.done else texts.OPEN_MARK, "unseen")
        words = texts.DONE.get(item.requirement or "", "") if item.done else _missing(claim, item)
        symbol = "check_circle" if item.done else "radio_button_unchecked"
        style = "done" if item.done else "lacking"
        lines.append(element("li", icon(symbol), element("span", mark, " ", words), style=style))
    if step and not step.permitted:
        names = sorted(labels.word(role) for role in step.roles)
        lines.append(element("li", icon("person"), span(claim_texts.takes_role(names)), style="lacking"))
    return element(
        "div",
        element("h2", texts.HEADING, style="section quiet"),
        paragraph(span(texts.FORWARD[claim.work_state.value], "strong")),
        element("ul", *lines, style="steps checklist", name=texts.WHAT_IS_MISSING) if lines else None,
    )


def _missing(claim: ClaimRow, item: Item) -> str:
    """The guard's sentence; it names flags by their codes, so those are named by their words here."""
    if item.requirement != _FLAGS:
        return item.missing
    blocking = [labels.word(flag) for flag in Flag if flag in claim.flags and flag.blocks_publishing]
    return texts.clear_flags(blocking)


def panel(
    claim: ClaimRow, plan: Plan, work: Work, opened: Opened, people: Sequence[UserRow], me: UserRow
) -> Act | None:
    """Draw the panel; tells what the person wants to happen."""
    act: Act | None = None
    with st.container(border=True, gap="small", key=work.key("panel", "box")):
        dossier(checklist(claim, plan.forward), key=work.key("panel", "checklist"))
        if plan.primary and plan.primary.form not in opened.forms:
            act = _primary(plan.primary, claim, work, opened, me)
        act = _quiet(claim, plan, work, opened, me) or act
    with st.container():
        form = next((form for form in _open_moves(claim, opened) if form in _reachable(plan)), None)
        if form:
            act = _open_form(form, claim, work, opened, people, me) or act
    return act


def _reachable(plan: Plan) -> set[str]:
    return {*plan.others, *([plan.primary.form] if plan.primary and plan.primary.form else [])}


def _open_moves(claim: ClaimRow, opened: Opened) -> list[str]:
    """List the moves whose forms are open; «recheck» asks for one where there is none to be logged."""
    moves = [*_MOVES, *([forms.RECHECK] if claim.work_state is not WorkState.RECHECK else [])]
    return [form for form in reversed(opened.forms) if form in moves]


def _primary(button: Button, claim: ClaimRow, work: Work, opened: Opened, me: UserRow) -> Act | None:
    clicked = st.button(
        button.name,
        icon=f":material/{button.icon}:",
        type="primary",
        width="stretch",
        shortcut=button.shortcut,
        on_click=opened.open if button.form else None,
        args=(button.form,) if button.form else None,
        key=work.key("act", button.form or str(button.target)),
    )
    if not clicked or button.target is None:
        return None
    return Act(at_once(button.target, claim, me), form_of(button.target))


def _quiet(claim: ClaimRow, plan: Plan, work: Work, opened: Opened, me: UserRow) -> Act | None:
    """Draw the acts that are always at hand, each with its key, and the menu of the other moves."""
    to_me = False
    with st.container(horizontal=True, gap="xsmall"):
        for button in quiet_buttons(claim, plan, me):
            if button.form in opened.forms:
                continue
            clicked = st.button(
                button.name,
                type="tertiary",
                shortcut=button.shortcut,
                on_click=opened.open if button.form else None,
                args=(button.form,) if button.form else None,
                key=work.key("quiet", button.form or "to-me"),
            )
            to_me = to_me or (clicked and button.form is None)
        menu = [form for form in plan.others if form not in {forms.RETURN, *opened.forms}]
        if menu:
            key = work.key("panel", "menu")
            st.menu_button(
                texts.OTHER_MOVES,
                menu,
                format_func=texts.NAMES.__getitem__,
                type="tertiary",
                on_click=_open_chosen,
                args=(opened, key),
                key=key,
            )
    return Act(Assigned(me.id), forms.ASSIGN) if to_me else None


def _open_chosen(opened: Opened, key: str) -> None:
    chosen = st.session_state.get(key)
    if chosen:
        opened.open(chosen)


def quiet_buttons(claim: ClaimRow, plan: Plan, me: UserRow) -> list[Button]:
    """List the acts with a key of their own that this person has on this claim, the primary one left out."""
    buttons: list[Button] = []
    checks, state = Role.CHECKER in me.roles, claim.work_state
    if checks and not plan.second_person and state not in _NOT_WORKED_ON:
        buttons.append(Button(texts.FIND_SOURCE, "travel_explore", form=forms.FIND, shortcut="L"))
        buttons.append(Button(texts.ADD_EVIDENCE, "add", form=forms.EVIDENCE, shortcut="E"))
        if state is not WorkState.OPEN:
            buttons.append(Button(texts.FINDINGS, "gavel", form=forms.FINDINGS, shortcut="F"))
    if forms.RETURN in plan.others:
        buttons.append(Button(texts.RETURN, "undo", form=forms.RETURN, shortcut="U"))
    if me.roles & {Role.CHECKER, Role.EDITOR}:
        buttons.append(Button(texts.COMMENT, "comment", form=forms.COMMENT, shortcut="M"))
    if checks and not state.closed and state is not WorkState.IN_REVIEW and claim.assignee_id != me.id:
        buttons.append(Button(texts.ASSIGN_ME, "person", shortcut="A"))
    taken = plan.primary.form if plan.primary else None
    return [button for button in buttons if button.form is None or button.form != taken]


def _open_form(
    form: str, claim: ClaimRow, work: Work, opened: Opened, people: Sequence[UserRow], me: UserRow
) -> Act | None:
    with bench(form, texts.NAMES[form], work, opened):
        if form == forms.ASSIGN:
            chosen = assignee_form(work, claim, people)
            return Act(Assigned(chosen.id), form, form) if chosen else None
        wish = move_form(form, claim, work, people, me)
    return Act(wish, form_of(wish.target), form, wish.entered()) if wish else None
