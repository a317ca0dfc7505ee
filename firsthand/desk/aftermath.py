"""What follows from a look at a document: its event, the flags of the claims concerned, and what to check again."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from sqlalchemy.orm import Session

from db.models import Article, Observation, Source
from db.queries.places import Place
from db.rows import document_ref
from db.vocabulary import AnchorHealth, DocumentType, EventAction, ObservationOutcome, WorkState
from firsthand.desk.actor import SYSTEM, Actor
from firsthand.desk.backing import settle
from firsthand.desk.moves import move
from firsthand.desk.record import find_claim, tell_of_document
from firsthand.evidence.selectors import Located

_BY_GRAVITY = {
    AnchorHealth.LOST: ObservationOutcome.LOST,
    AnchorHealth.AMBIGUOUS: ObservationOutcome.AMBIGUOUS,
    AnchorHealth.MOVED: ObservationOutcome.MOVED,
    AnchorHealth.HOLDS: ObservationOutcome.HELD,
}
DOUBTFUL = frozenset({AnchorHealth.LOST, AnchorHealth.AMBIGUOUS})
"""What a person has to look at."""

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


class Change(NamedTuple):
    """A place, and what became of it by this look."""

    place: Place
    now: Located

    @property
    def before(self) -> AnchorHealth:
        """What it was before; a place of which nothing is known but its own capture stands there."""
        return self.place.health or AnchorHealth.HOLDS

    @property
    def news(self) -> bool:
        """Whether the look tells anything that was not known."""
        return self.now.health is not self.before

    @property
    def still_settled(self) -> bool:
        """Whether a person has kept what was captured, knowing the place to be as it still is."""
        return self.place.settled_at is not None and not self.news

    @property
    def worse(self) -> bool:
        """Whether the place has been lost, or become doubtful, by this look."""
        return self.news and self.now.health in DOUBTFUL


def gravest(changes: Iterable[Change]) -> ObservationOutcome:
    """Sum up a look by the gravest of what became of the places."""
    there = {change.now.health for change in changes}
    return next(outcome for health, outcome in _BY_GRAVITY.items() if health in there)


def tell_changes(
    session: Session, actor: Actor, document: Article | Source, observation: Observation, changes: Iterable[Change]
) -> None:
    """Tell how many places moved, were lost, became doubtful or came back; nothing where none did."""
    counts = Counter(_word(change) for change in changes if change.news)
    told = {word: counts[word] for word in ("lost", "ambiguous", "moved", "back") if counts[word]}
    if not told:
        return
    action = EventAction.ARTICLE_OBSERVED if isinstance(document, Article) else EventAction.SOURCE_OBSERVED
    tell_of_document(session, actor, action, document, after={"observation": observation.uid, **told})


def _word(change: Change) -> str:
    if change.now.health in DOUBTFUL:
        return change.now.health.value
    if change.before in DOUBTFUL:
        return "back"
    return "moved" if change.now.health is AnchorHealth.MOVED else "held"


def follow(
    session: Session, actor: Actor, document: Article | Source, changes: Iterable[Change], seen_at: dt.datetime
) -> None:
    """Bring the flags of the claims concerned up to date, and ask for a re-check of those that were signed."""
    of_claim: defaultdict[int, list[Change]] = defaultdict(list)
    for change in changes:
        if change.news and (change.worse or change.before in DOUBTFUL):
            of_claim[change.place.claim_id].append(change)
    machine = replace(SYSTEM, clock=actor.clock)
    kind = DocumentType.ARTICLE if isinstance(document, Article) else DocumentType.SOURCE
    for claim_id, concerned in of_claim.items():
        claim = find_claim(session, claim_id)
        worse = [change for change in concerned if change.worse]
        if worse and claim.work_state.signed:
            why = _trigger(worse, document_ref(kind, document.id), _day(seen_at))
            fields = {"recheck_trigger": why}
            move(session, machine, claim, WorkState.RECHECK, why=why, by_system=True, fields=fields)
        else:
            settle(session, machine, claim)


def _trigger(worse: Sequence[Change], ref: str, day: str) -> str:
    """Name what brought the re-check about: the loss, where there is one, else the doubt."""
    lost = [change for change in worse if change.now.health is AnchorHealth.LOST]
    if worse[0].place.evidence_id is None:
        what, were = f"Its words in {ref}", "were"
    elif len(lost or worse) == 1:
        what, were = f"A passage of {ref}", "was"
    else:
        what, were = f"{len(lost or worse)} passages of {ref}", "were"
    return f"{what} {were} no longer there on {day}." if lost else f"{what} stood in several places on {day}."


def _day(moment: dt.datetime) -> str:
    return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"
