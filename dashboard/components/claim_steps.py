"""What comes next on a claim, worked out: the one forward step, its checklist, the one act that leads on.

Pure: what a guard says and who is looking go in, words for a panel come out.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple, Protocol

from dashboard.components import opened as forms
from dashboard.texts import moves as texts
from db.rows import ClaimRow, UserRow
from db.vocabulary import Role, WorkState

_S = WorkState
FORWARD: dict[WorkState, WorkState] = {
    _S.DETECTED: _S.OPEN,
    _S.OPEN: _S.IN_CHECK,
    _S.IN_CHECK: _S.IN_REVIEW,
    _S.ON_HOLD: _S.IN_CHECK,
    _S.IN_REVIEW: _S.SIGNED_OFF,
    _S.SIGNED_OFF: _S.PUBLISHED,
    _S.RECHECK: _S.SIGNED_OFF,
    _S.NOT_FOR_US: _S.OPEN,
}
# What a person does about something that is missing: the form, the button's words, its icon, its key.
_REMEDIES: dict[str, tuple[str, str, str, str | None]] = {
    "statement": (forms.EDIT, texts.WRITE_STATEMENT, "edit", None),
    "evidence": (forms.EVIDENCE, texts.ADD_EVIDENCE, "add", "E"),
    "search": (forms.SEARCH, texts.LOG_SEARCH, "manage_search", None),
    "substance": (forms.FINDINGS, texts.SET_FINDINGS, "gavel", "F"),
    "attribution": (forms.FINDINGS, texts.SET_FINDINGS, "gavel", "F"),
    "comments": (forms.COMMENT, texts.OPEN_COMMENTS, "comment", "M"),
    "flags": (forms.PUBLISH, texts.NAMES[forms.PUBLISH], "publish", None),
    "recheck": (forms.RECHECK, texts.LOG_RECHECK, "fact_check", None),
    "looked_at": (forms.RECHECK, texts.LOG_RECHECK, "fact_check", None),
}
_WHO_REMEDIES: dict[str, frozenset[Role]] = {
    forms.FINDINGS: frozenset({Role.CHECKER}),
    forms.EVIDENCE: frozenset({Role.CHECKER}),
    forms.RECHECK: frozenset({Role.CHECKER}),
    forms.PUBLISH: frozenset({Role.EDITOR}),
}
_EITHER = frozenset({Role.CHECKER, Role.EDITOR})
_AT_ONCE: dict[tuple[WorkState, WorkState], tuple[str, str]] = {
    (_S.DETECTED, _S.OPEN): (texts.KEEP, "check"),
    (_S.OPEN, _S.IN_CHECK): (texts.START, "edit"),
    (_S.ON_HOLD, _S.IN_CHECK): (texts.GO_ON, "play_arrow"),
    (_S.IN_CHECK, _S.IN_REVIEW): (texts.HAND_ON, "rate_review"),
    (_S.SIGNED_OFF, _S.PUBLISHED): (texts.PUBLISH, "publish"),
}
_OTHERS: dict[tuple[WorkState, WorkState], str] = {
    (_S.OPEN, _S.IN_CHECK): forms.START,
    (_S.RECHECK, _S.IN_CHECK): forms.ANEW,
    (_S.IN_CHECK, _S.IN_REVIEW): forms.HAND_ON,
    (_S.IN_CHECK, _S.ON_HOLD): forms.HOLD,
    (_S.IN_REVIEW, _S.IN_CHECK): forms.RETURN,
    (_S.DETECTED, _S.NOT_FOR_US): forms.TURN_AWAY,
    (_S.OPEN, _S.NOT_FOR_US): forms.TURN_AWAY,
    (_S.NOT_FOR_US, _S.OPEN): forms.BRING_BACK,
    (_S.SIGNED_OFF, _S.PUBLISHED): forms.PUBLISH,
    (_S.SIGNED_OFF, _S.RECHECK): forms.RECHECK,
    (_S.PUBLISHED, _S.RECHECK): forms.RECHECK,
    (_S.PUBLISHED, _S.WITHDRAWN): forms.WITHDRAW,
}


_SECOND_PERSON = "second_person"


class Item(Protocol):
    """One line of a checklist."""

    @property
    def requirement(self) -> str | None: ...  # noqa: D102 - see the class
    @property
    def missing(self) -> str: ...  # noqa: D102
    @property
    def done(self) -> bool: ...  # noqa: D102


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
    @property
    def items(self) -> Sequence[Item]: ...  # noqa: D102


class Button(NamedTuple):
    """A button: its words and icon, the form that it opens or the state that it leads to at once, its key."""

    name: str
    icon: str
    form: str | None = None
    target: WorkState | None = None
    shortcut: str | None = None


class Plan(NamedTuple):
    """What the panel shows. ``forward`` is None where a claim is at its end; ``primary`` where one cannot go on."""

    forward: Step | None
    primary: Button | None
    others: tuple[str, ...]

    @property
    def second_person(self) -> bool:
        """Whether a signature is what comes next, and the person would sign somebody else's work."""
        items = self.forward.items if self.forward else ()
        return any(item.requirement == _SECOND_PERSON and item.done for item in items)


def plan(claim: ClaimRow, steps: Sequence[Step], me: UserRow) -> Plan:
    """Work out what comes next for a claim, as it stands for a person."""
    state = claim.work_state
    forward = next((step for step in steps if step.target is FORWARD.get(state)), None)
    primary = _primary(state, forward, me.roles) if forward else None
    others = [
        _OTHERS[state, step.target]
        for step in steps
        if step.permitted and (state, step.target) in _OTHERS and not (step is forward and step.missing)
    ]
    if forward and forward.permitted and state is _S.SIGNED_OFF:  # publishing at once is the forward act
        others = [form for form in others if form != forms.PUBLISH]
    if me.roles & _EITHER and not state.closed:
        others.append(forms.ASSIGN)
    return Plan(forward, primary, tuple(form for form in others if not (primary and form == primary.form)))


def _primary(state: WorkState, forward: Step, roles: Collection[Role]) -> Button | None:
    lacking = next((item for item in forward.items if not item.done), None)
    if lacking is not None:
        return _remedy(lacking, roles)
    if not forward.permitted or forward.missing:
        return None
    if state is _S.NOT_FOR_US:
        return Button(texts.NAMES[forms.BRING_BACK], "undo", form=forms.BRING_BACK)
    if forward.target is _S.SIGNED_OFF:
        name = texts.SIGN_AGAIN if state is _S.RECHECK else texts.SIGN
        return Button(name, "verified", form=forms.SIGNATURE, shortcut="S")
    name, icon = _AT_ONCE[state, forward.target]
    return Button(name, icon, target=forward.target)


def _remedy(item: Item, roles: Collection[Role]) -> Button | None:
    remedy = _REMEDIES.get(item.requirement or "")
    if remedy is None or not set(roles) & _WHO_REMEDIES.get(remedy[0], _EITHER):
        return None
    form, name, icon, shortcut = remedy
    return Button(name, icon, form=form, shortcut=shortcut)
