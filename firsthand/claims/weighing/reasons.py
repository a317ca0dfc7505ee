"""Why the machine drafted a claim, as one sentence for the person who judges the draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.vocabulary import ClaimType
from firsthand.claims.weighing.signs import SAYS_LITTLE
from firsthand.text.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from firsthand.claims.checkworthiness import CheckWorthiness, Reason

_MOST_REASONS = 3
# Of signs that say nearly the same, one is told: the first of the family that the sentence shows.
_FAMILIES = (
    ("share", "figure", "counted", "counted_thing"),
    ("named_act", "record", "deed", "act", "done"),
    ("first_ever", "superlative", "ranking"),
)
_SAYS_LITTLE = SAYS_LITTLE | words("wording name")
_UNSETTLED = {
    ClaimType.PREDICTION: "It speaks of what may come, which no source can settle yet",
    ClaimType.OPINION: "It is a judgement, which no source can settle",
}


def reason_for_attribution(speaker: str | None, cue: str, *, word_for_word: bool) -> str:
    """Say that somebody is quoted or reported."""
    if speaker is None:
        return f"It reports what was said («{cue}») without naming who said it."
    if word_for_word:
        return f"It quotes words of {speaker} («{cue}»)."
    return f"It reports what {speaker} said or did with words («{cue}»)."


def reason_of(worth: CheckWorthiness, *, linked: bool = False) -> str:
    """Say what makes a sentence of the article's own worth keeping."""
    if worth.claim_type in _UNSETTLED:
        return f"{_UNSETTLED[worth.claim_type]}; it is kept for the record."
    grounds = [ground.removeprefix("it ") for ground in _telling(worth.reasons)][:_MOST_REASONS]
    if not grounds:
        grounds = ["states something as a fact"]
    listed = ", ".join(grounds[:-1]) + (" and " if len(grounds) > 1 else "") + grounds[-1]
    return f"It {listed}{'; it is the headline of another story' if linked else ''}."


def _telling(reasons: Sequence[Reason]) -> Iterator[str]:
    """Yield the words of what speaks for checking, weightiest first, each family once."""
    shown = {reason.name: reason.words for reason in reasons if reason.weight > 0 and reason.name not in _SAYS_LITTLE}
    told: set[str] = set()
    for name in shown:
        family = next((family for family in _FAMILIES if name in family), (name,))
        first = next(member for member in family if member in shown)
        if first not in told:
            told.add(first)
            yield shown[first]
