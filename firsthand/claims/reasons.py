"""Why the machine drafted a claim, as one sentence for the person who judges the draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.vocabulary import ClaimType

if TYPE_CHECKING:
    from firsthand.claims.checkworthiness import CheckWorthiness

_MOST_REASONS = 3
_SAYS_LITTLE = frozenset({"long"})
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
    telling = [reason for reason in worth.reasons if reason.weight > 0 and reason.name not in _SAYS_LITTLE]
    grounds = [reason.words.removeprefix("it ") for reason in telling][:_MOST_REASONS]
    if not grounds:
        grounds = ["states something as a fact"]
    listed = ", ".join(grounds[:-1]) + (" and " if len(grounds) > 1 else "") + grounds[-1]
    return f"It {listed}{'; it is the headline of another story' if linked else ''}."
