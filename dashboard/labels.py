"""What the interface calls the words of the vocabulary: a word, an icon, a colour on paper and on slate, a meaning.

Colour is kept for findings and for a claim that has to be looked at again; everything else is ink. A desk may call a
finding by a word of its own: ``renamed`` is told those words at the start of a run.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextvars import ContextVar
from enum import StrEnum
from functools import lru_cache
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
_COLOURED: dict[VerificationStatus, tuple[str, str, str]] = {
    _S.SUPPORTED: ("check_circle", "#1B7F4B", "#5CC48D"),
    _S.MOSTLY_SUPPORTED: ("check", "#557518", "#A3C65A"),
    _S.MISLEADING: ("warning", "#9A6700", "#E3B341"),
    _S.MOSTLY_CONTRADICTED: ("trending_down", "#B5510F", "#F0883E"),
    _S.CONTRADICTED: ("cancel", "#B3261E", "#F47067"),
    _S.CONFLICTING: ("call_split", "#6B4FA0", "#B69CF0"),
    _S.INSUFFICIENT: ("help", "#3D6A99", "#7FB2E5"),
    _S.OUTDATED: ("history", "#7A5C3A", "#C9A982"),
    _S.NOT_CHECKABLE: ("do_not_disturb_on", "#6B7280", "#9AA4AF"),
    _S.RECHECK: ("notifications_active", "#A3267A", "#EC84C4"),
}
_OUTLINED: dict[VerificationStatus, str] = {
    _S.DETECTED: "radio_button_unchecked",
    _S.OPEN: "radio_button_unchecked",
    _S.IN_CHECK: "edit",
    _S.ON_HOLD: "pause_circle",
    _S.IN_REVIEW: "rate_review",
    _S.NOT_FOR_US: "block",
    _S.WITHDRAWN: "undo",
}
STATUSES: dict[VerificationStatus, Label] = {
    **{code: Label(word_of(code), *shown, meaning_of(code)) for code, shown in _COLOURED.items()},
    **{
        code: Label(word_of(code), icon, INK, CHALK, meaning_of(code), outlined=True)
        for code, icon in _OUTLINED.items()
    },
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


DEFAULTS: dict[str, str] = {
    **{status.value: label.word for status, label in STATUSES.items()},
    **{finding.value: label.word for finding, label in ATTRIBUTIONS.items()},
}
"""What every status and finding is called unless the desk renames it, by code; the two kinds share no code."""

Renaming = tuple[tuple[str, str], ...]
_renaming: ContextVar[Renaming] = ContextVar("renaming", default=())


def renamed(words: Mapping[str, str]) -> None:
    """Call findings by the desk's own words (code to word) from here on, in this run; every run says so anew."""
    _renaming.set(tuple(sorted(words.items())))


def renaming() -> Renaming:
    """Tell the desk's own words of this run; part of the key of whatever is kept with words in it."""
    return _renaming.get()


def statuses() -> Mapping[VerificationStatus, Label]:
    """List every verification status in the fixed order, called by today's words."""
    return _called(renaming())[0]


def attributions() -> Mapping[AttributionFinding, Label]:
    """List every attribution finding, called by today's words."""
    return _called(renaming())[1]


@lru_cache(maxsize=64)
def _called(words: Renaming) -> tuple[dict[VerificationStatus, Label], dict[AttributionFinding, Label]]:
    own = dict(words)
    return (
        {code: label._replace(word=own.get(code.value, label.word)) for code, label in STATUSES.items()},
        {code: label._replace(word=own.get(code.value, label.word)) for code, label in ATTRIBUTIONS.items()},
    )


def status(word: VerificationStatus) -> Label:
    """Label a claim's one word."""
    return statuses()[word]


def finding(word: SubstanceFinding) -> Label:
    """Label a substance finding: the same word, colour and icon that the claim will carry once it is signed."""
    return statuses()[VerificationStatus(word.value)]


def attribution(word: AttributionFinding) -> Label:
    """Label an attribution finding."""
    return attributions()[word]


def state(word: WorkState) -> str:
    """Name a work state."""
    return word_of(word)


def word(code: StrEnum) -> str:
    """Name any word of the vocabulary in lower case, findings by the desk's own words."""
    match code:
        case VerificationStatus():
            return status(code).word
        case SubstanceFinding():
            return finding(code).word
        case AttributionFinding():
            return attribution(code).word
    return word_of(code)


def default_word(code: StrEnum) -> str:
    """Name any word of the vocabulary as it is called where no desk has renamed it."""
    return DEFAULTS[code.value] if isinstance(code, VerificationStatus | SubstanceFinding) else word_of(code)


def title(code: StrEnum) -> str:
    """Name any word of the vocabulary as an option or a heading shows it."""
    name = word(code)
    return name[:1].upper() + name[1:]


def meaning(code: StrEnum) -> str:
    """Say in a sentence what a word means; empty where the word says it all."""
    if isinstance(code, SubstanceFinding):
        return finding(code).meaning
    return meaning_of(code)


def by_word(kind: type[Word], names: Iterable[str]) -> frozenset[Word]:
    """Read words back from a filter or an address; unknown ones are left out.

    Today's word counts first; then the one that the finding goes by unless it is renamed, then the code, so that a link
    from before a renaming still leads where it led.
    """
    known = {
        **{code.value: code for code in kind},
        **{default_word(code): code for code in kind},
        **{word(code): code for code in kind},
    }
    return frozenset(known[name] for name in names if name in known)


def in_order(kind: type[Word], words: frozenset[Word]) -> list[Word]:
    """Put words in the vocabulary's order."""
    return [code for code in kind if code in words]
