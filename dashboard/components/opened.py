"""Which forms of a claim's page are open: they stand in the address, so that a link opens them and going back closes.

``claim?claim=FH-000003&do=evidence&do=comment``: forms for the work may be open side by side, so that opening one never
takes away what was typed into another; of the tabs below one is open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from dashboard import addresses
from dashboard.outcome import Outcome

DO = "do"
EVIDENCE, FINDINGS, SIGNATURE, RECHECK = "evidence", "findings", "signature", "recheck"
FIND = "find"
ASSIGN, START, HAND_ON, HOLD, RETURN = "assign", "start", "hand-on", "hold", "return"
PUBLISH, WITHDRAW, TURN_AWAY, BRING_BACK, ANEW = "publish", "withdraw", "turn-away", "bring-back", "anew"
SEARCH, REPLY, COMMENT, RELATE = "search", "reply", "comment", "relate"
JUDGEMENTS, HISTORY, EDIT = "judgements", "history", "edit"

TABS = (SEARCH, REPLY, COMMENT, RELATE, JUDGEMENTS, HISTORY, EDIT)
_FORMS = frozenset(
    {
        *(FIND, EVIDENCE, FINDINGS, SIGNATURE, RECHECK, ASSIGN, START, HAND_ON, HOLD, RETURN),
        *(PUBLISH, WITHDRAW, TURN_AWAY, BRING_BACK, ANEW, *TABS),
    }
)
_PIECE = "piece-"


def of_piece(evidence_id: int) -> str:
    """Name the forms that change a piece of evidence."""
    return f"{_PIECE}{evidence_id}"


@dataclass(frozen=True, slots=True)
class Opened:
    """What is open on the page of a claim, in the order in which it was opened."""

    ref: str
    forms: tuple[str, ...] = ()

    def __contains__(self, form: str) -> bool:
        return form in self.forms

    @property
    def tab(self) -> str | None:
        """The tab that is open; None while none is."""
        return next((form for form in reversed(self.forms) if form in TABS), None)

    @property
    def newest(self) -> str | None:
        """The form opened last."""
        return self.forms[-1] if self.forms else None

    def with_form(self, form: str) -> tuple[str, ...]:
        """Open a form too; a tab takes the place of the one that was open."""
        kept = [held for held in self.forms if held != form and not (form in TABS and held in TABS)]
        return (*kept, form)

    def without(self, form: str) -> tuple[str, ...]:
        """Close a form."""
        return tuple(held for held in self.forms if held != form)

    def href(self, form: str) -> str:
        """Write the address at which a form is open too, or closed if it is a tab that is open now."""
        forms = self.without(form) if form == self.tab else self.with_form(form)
        return addresses.href(addresses.CLAIM, claim=self.ref, **({DO: forms} if forms else {}))

    def open(self, form: str) -> None:
        """Open a form; for a button's callback."""
        _show(self.with_form(form))

    def close(self, form: str) -> None:
        """Close a form; for a button's callback."""
        _show(self.without(form))

    def settled(self, outcome: Outcome, form: str) -> Outcome:
        """Close a form that has done its work; a tab stays, since one often enters several things there."""
        if outcome.done and form in self.forms and form not in TABS:
            _show(self.without(form))
        return outcome


def opened(ref: str, asked: Sequence[str]) -> Opened:
    """Read what the address asks to be open; words that name no form are passed over."""
    known = [word for word in asked if word in _FORMS or re.fullmatch(rf"{_PIECE}\d{{1,18}}", word, re.ASCII)]
    tabs = [word for word in known if word in TABS]
    return Opened(ref, tuple(dict.fromkeys(word for word in known if word not in TABS or word == tabs[-1])))


def _show(forms: Sequence[str]) -> None:
    if forms:
        st.query_params[DO] = list(forms)
    elif DO in st.query_params:
        del st.query_params[DO]
