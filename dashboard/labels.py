"""What the interface calls the words of the vocabulary: a word, an icon, a colour on paper and on slate, a meaning.

Colour is kept for findings and for a claim that has to be looked at again; everything else is ink.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple, TypeVar

from dashboard.words import meaning_of, word_of
from db.vocabulary import AttributionFinding, SubstanceFinding, VerificationStatus, WorkState

COUNTED_UP_TO = 10_000  # rows; beyond that a list says "or more"
PAPER, SLATE = "#FBFAF7", "#14171A"
INK, CHALK = "#1F2328", "#E6E4DF"
MUTED_LIGHT, MUTED_DARK = "#5F656D", "#A3A9B0"

Word = TypeVar("Word", bound=StrEnum)


class Label(NamedTuple):
    """How a word is shown. ``outlined`` marks what carries no finding yet: ink in an outline instead of a colour."""

    word: str
    icon: str
    light: str
    dark: str
    meaning: str
    outlined: bool = False

    def colour(self, *, dark: bool) -> str:
        """Choose the colour for the theme."""
        return self.dark if dark else self.light


_S = VerificationStatus
_COLOURED: dict[VerificationStatus, tuple[str, str, str, str]] = {
    _S.SUPPORTED: ("supported", "check_circle", "#1B7F4B", "#5CC48D"),
    _S.MOSTLY_SUPPORTED: ("mostly supported", "check", "#557518", "#A3C65A"),
    _S.MISLEADING: ("misleading", "warning", "#9A6700", "#E3B341"),
    _S.MOSTLY_CONTRADICTED: ("mostly contradicted", "trending_down", "#B5510F", "#F0883E"),
    _S.CONTRADICTED: ("contradicted", "cancel", "#B3261E", "#F47067"),
    _S.CONFLICTING: ("sources conflict", "call_split", "#6B4FA0", "#B69CF0"),
    _S.INSUFFICIENT: ("not enough evidence", "help", "#3D6A99", "#7FB2E5"),
    _S.OUTDATED: ("outdated", "history", "#7A5C3A", "#C9A982"),
    _S.NOT_CHECKABLE: ("not checkable", "do_not_disturb_on", "#6B7280", "#9AA4AF"),
    _S.RECHECK: ("to be re-checked", "notifications_active", "#A3267A", "#EC84C4"),
}
_OUTLINED: dict[VerificationStatus, tuple[str, str]] = {
    _S.DETECTED: ("detected", "radio_button_unchecked"),
    _S.OPEN: ("open", "radio_button_unchecked"),
    _S.IN_CHECK: ("in check", "edit"),
    _S.ON_HOLD: ("on hold", "pause_circle"),
    _S.IN_REVIEW: ("in review", "rate_review"),
    _S.NOT_FOR_US: ("not for us", "block"),
    _S.WITHDRAWN: ("withdrawn", "undo"),
}
STATUSES: dict[VerificationStatus, Label] = {
    **{status: Label(*shown, meaning_of(status)) for status, shown in _COLOURED.items()},
    **{status: Label(*shown, INK, CHALK, meaning_of(status), outlined=True) for status, shown in _OUTLINED.items()},
}
"""Every verification status in the fixed order of charts and lists: findings first, then the work still to be done."""

_A = AttributionFinding
ATTRIBUTIONS: dict[AttributionFinding, Label] = {
    finding: Label(word_of(finding), icon, STATUSES[like].light, STATUSES[like].dark, meaning_of(finding))
    for finding, icon, like in (
        (_A.CONFIRMED, "record_voice_over", _S.SUPPORTED),
        (_A.OTHER_WORDS, "edit_note", _S.MOSTLY_SUPPORTED),
        (_A.SECOND_HAND, "hearing", _S.MISLEADING),
        (_A.MISATTRIBUTED, "person_off", _S.CONTRADICTED),
        (_A.NOT_FOUND, "search_off", _S.INSUFFICIENT),
        (_A.DENIED, "voice_over_off", _S.CONFLICTING),
        (_A.NO_SPEAKER, "person", _S.NOT_CHECKABLE),
    )
}


def status(word: VerificationStatus) -> Label:
    """Label a claim's one word."""
    return STATUSES[word]


def finding(word: SubstanceFinding) -> Label:
    """Label a substance finding: the same word, colour and icon that the claim will carry once it is signed."""
    return STATUSES[VerificationStatus(word.value)]


def attribution(word: AttributionFinding) -> Label:
    """Label an attribution finding."""
    return ATTRIBUTIONS[word]


def state(word: WorkState) -> str:
    """Name a work state."""
    return word_of(word)


def word(code: StrEnum) -> str:
    """Name any word of the vocabulary in lower case."""
    if isinstance(code, VerificationStatus):
        return STATUSES[code].word
    if isinstance(code, SubstanceFinding):
        return finding(code).word
    return word_of(code)


def title(code: StrEnum) -> str:
    """Name any word of the vocabulary as an option or a heading shows it."""
    name = word(code)
    return name[:1].upper() + name[1:]


def meaning(code: StrEnum) -> str:
    """Say in a sentence what a word means; empty where the word says it all."""
    if isinstance(code, SubstanceFinding):
        return finding(code).meaning
    return meaning_of(code)


def by_word(kind: type[Word], names: list[str]) -> frozenset[Word]:
    """Read words back from what a filter shows; unknown ones are left out."""
    known = {word(code): code for code in kind}
    return frozenset(known[name] for name in names if name in known)


def in_order(kind: type[Word], words: frozenset[Word]) -> list[Word]:
    """Put words in the vocabulary's order."""
    return [code for code in kind if code in words]
