"""How far somebody is with an article's drafts: what the page has heard and told, and what can be undone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

import streamlit as st

from dashboard.components.triage_acts import Act
from dashboard.outcome import Outcome
from dashboard.texts import triage as texts
from dashboard.wish import Compare, TakeBack, Triage
from db.rows import claim_ref

_KEY = "triage-going"
_REMEMBERED = 20  # answers that the browser may not have seen yet


class Triaged(Protocol):
    """What became of a deed: its outcome, the versions that it left its claims at, how many deeds undo it."""

    @property
    def outcome(self) -> Outcome: ...  # noqa: D102 - see the class
    @property
    def versions(self) -> Mapping[int, int]: ...  # noqa: D102
    @property
    def deeds(self) -> int: ...  # noqa: D102


Deed = Callable[[int, int, Triage], Triaged]


class Told(NamedTuple):
    """What became of an act: a sentence, what is missing, and the claim to go on with."""

    number: int
    ref: str
    done: bool
    sentence: str
    missing: tuple[str, ...] = ()


class Done(NamedTuple):
    """Something that can be undone: the claim, and what undoes it."""

    claim_id: int
    way_back: Triage


@dataclass
class Going:
    """One article that a person goes through. ``heard`` is the number of the last act of the browser's tab ``tab``.

    ``versions`` are those at which the person's own deeds left claims: who undoes one has seen what came of it.
    """

    article: str
    tab: str = ""
    heard: int = 0
    told: list[Told] = field(default_factory=list)
    done: list[Done] = field(default_factory=list)
    versions: dict[int, int] = field(default_factory=dict)

    def hear(self, tab: str) -> None:
        """Begin to count anew where another tab, or the same one loaded anew, begins to ask."""
        if tab != self.tab:
            self.tab, self.heard = tab, 0
            self.told.clear()

    def misheard(self, number: int) -> None:
        """Answer what could not be understood."""
        self._answer(Told(number, "", False, texts.NOT_UNDERSTOOD))

    def do(self, act: Act, deed: Deed) -> None:
        """Do what an act asks for and keep the answer; an undo takes back the newest deed that stands."""
        if not isinstance(act.wish, TakeBack):
            triaged = deed(act.claim_id, act.seen, act.wish)
            if triaged.deeds:
                self.done.append(Done(act.claim_id, TakeBack(triaged.deeds)))
            elif triaged.outcome.done and isinstance(act.wish, Compare):
                self.done.append(Done(act.claim_id, Compare(act.wish.other_id, None)))
            self._settle(act.number, act.claim_id, triaged)
        elif self.done:
            last = self.done.pop()
            triaged = deed(last.claim_id, self.versions.get(last.claim_id, 0), last.way_back)
            self._settle(act.number, last.claim_id, triaged)
        else:
            self._answer(Told(act.number, "", False, texts.NOTHING_TO_UNDO))

    def _settle(self, number: int, claim_id: int, triaged: Triaged) -> None:
        self.versions.update(triaged.versions)
        outcome = triaged.outcome
        self._answer(Told(number, claim_ref(claim_id), outcome.done, outcome.sentence, outcome.missing))

    def _answer(self, told: Told) -> None:
        self.heard = max(self.heard, told.number)
        self.told = [*self.told, told][-_REMEMBERED:]


def going(article: str) -> Going:
    """Find how far the person is in an article, or begin."""
    held = st.session_state.get(_KEY)
    if isinstance(held, Going) and held.article == article:
        return held
    begun = Going(article)
    st.session_state[_KEY] = begun
    return begun
