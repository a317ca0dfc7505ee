"""Names in a text: runs of capitalised words, without the titles before them and the words that only open a sentence.

What a name names is not decided here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from firsthand.claims.naming.name_words import (
    BODY_NOUNS,
    DAYS_AND_MONTHS,
    FIRST_NAMES,
    FUNCTION_WORDS,
    HONORIFICS,
    NAMED_BODY,
    OFFICES,
)
from firsthand.text.spans import Span
from firsthand.text.wordlists import phrases, words

if TYPE_CHECKING:
    from collections.abc import Iterator

_CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽŁŃŅŇŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽ"
_WORD = phrases(
    r"(?:Mrs?|Ms|Dr|Prof|Gen|Lt|Col|Sgt|Capt|Sen|Rep|Gov|Rev|Hon|St|Jr|Sr|Corp|Inc|Ltd|Co)\.(?=[  ,])",
    rf"(?:[{_CAPITAL}]\.){{2,}}",
    rf"[{_CAPITAL}]\.(?=[ \xa0][{_CAPITAL}])",
    rf"(?:(?:el|al|Al|bin|d)[-’'])?[{_CAPITAL}]\w*(?:[-‐’'&](?!s\b)\w+)*(?:(?<=s)[’'](?=[ \xa0][{_CAPITAL}]))?",
)
_PARTICLE = "(?:de|da|di|du|dos|del|della|van|von|der|den|ten|ter|bin|ibn|al|el|zu|la|le)"
_OFFICE = phrases(
    "Secretary",
    "Minister",
    "Speaker",
    "Director",
    "Chief",
    "Head",
    "Supervisor",
    "Commissioner",
    "Chancellor",
    "President",
)
_OFFICE_OF = rf"{_OFFICE}[ \xa0](?:of|for)[ \xa0](?:the[ \xa0])?{_WORD}(?=[ \xa0][{_CAPITAL}])"
_NAME = re.compile(
    rf"(?=[{_CAPITAL}]|(?:el|al|bin|d)[-’'])(?<![\w’'-])(?:{_OFFICE_OF}|{_WORD})"
    rf"(?:[ \xa0](?:{_PARTICLE}[ \xa0]){{0,2}}{_WORD}){{0,9}}"
)
_TAIL = re.compile(
    rf"[ \xa0](?:of|for|für|de)[ \xa0](?:the[ \xa0]|la[ \xa0]|die[ \xa0])?{_WORD}(?:[ \xa0]{_WORD}){{0,4}}"
    rf"(?:[ \xa0](?:and|und|et)[ \xa0](?>{_WORD})(?![ \xa0][{_CAPITAL}]))?"
)
_CONTRACTION = re.compile(
    r"(?:i|it|he|she|we|you|they|that|there|who|what|here|don|doesn|didn|isn|wasn|aren|can|won|wouldn|let)"
    r"[’'](?:ve|ll|m|d|re|t|s)"
)
_TITLE_CASE = words(
    "To And Or The In On With At By As From Is Are Was Were Has Have After Over Into Its His Her Not Than"
)
_APOSTROPHES = frozenset("'’")
_PIECE = re.compile(r"\S+")
_WORD_WITHIN = 18
_OWNS = ("’s", "'s")
_OPENS_AFTER = frozenset("“\"«„‘'(:–—-•*")
_NO_LAST_NAME = words("jr jr. sr sr. ii iii iv")


class Name(NamedTuple):
    """A name as it stands at one place.

    ``span`` and ``words`` have no titles; ``titles`` are the capitalised words before them («Prime Minister», «Mr») and
    ``whole`` holds both; ``before`` is the word in front of that, in lower case; ``opens`` says that a capital proves
    nothing there, ``heading`` the same of all words of a line.
    """

    span: Span
    whole: Span
    words: tuple[str, ...]
    titles: tuple[str, ...]
    before: str
    opens: bool
    heading: bool = False

    @property
    def last(self) -> str:
        """The family name, if it is a person's."""
        kept = [word for word in self.words if word.lower() not in _NO_LAST_NAME]
        return kept[-1] if kept else self.words[-1]


def find_names(text: str, start: int, end: int, sentence_starts: frozenset[int]) -> Iterator[Name]:
    """Yield the names between the two offsets, in order."""
    at = start
    while found := _NAME.search(text, at, end):
        at = found.end()
        pieces = [piece.span() for piece in _PIECE.finditer(text, found.start(), at)]
        opens = found.start() in sentence_starts or text[found.start() - 1 : found.start()] in _OPENS_AFTER
        pieces, stripped = _without_small_words(text, pieces)
        if not pieces:
            continue
        if opens and stripped is None and _only_opens(text, pieces):
            stripped = text[slice(*pieces.pop(0))].lower()
        if text[slice(*pieces[-1])].lower() in NAMED_BODY:
            tail = _TAIL.match(text, at, end)
            if tail and pieces[-1][1] == at:
                at = tail.end()
                pieces = [*pieces, *(piece.span() for piece in _PIECE.finditer(text, tail.start(), at))]
        yield _name(text, pieces, stripped, opens=opens and stripped is None)


def _without_small_words(text: str, pieces: list[tuple[int, int]]) -> tuple[list[tuple[int, int]], str | None]:
    """Return the pieces that belong to the name and the last word taken off its front."""
    first, last, stripped = 0, len(pieces), None
    while first < last:
        low = text[slice(*pieces[first])].lower()
        if not (low in FUNCTION_WORDS or low in DAYS_AND_MONTHS or _contracted(low)):
            break
        stripped = low
        first += 1
    for at in range(first + 1, last):
        if text[slice(*pieces[at])] in _TITLE_CASE:
            last = at  # a headline with every word in capitals
            break
    while last > first:
        low = text[slice(*pieces[last - 1])].lower()
        if not (low in DAYS_AND_MONTHS or _contracted(low)):
            break
        if last - first > 1 and text[slice(*pieces[last - 2])].lower() in FIRST_NAMES:
            break  # Theresa May
        last -= 1
    return pieces[first:last], stripped


def _only_opens(text: str, pieces: list[tuple[int, int]]) -> bool:
    """Whether a sentence's first word has its capital from there: «Entrusting Jane Doe»."""
    if len(pieces) < 3:  # noqa: PLR2004 - a first name and a family name behind it
        return False
    first, second = (text[slice(*piece)].lower() for piece in pieces[:2])
    known = first in FIRST_NAMES or first.rstrip(".") in HONORIFICS or first in OFFICES or first in BODY_NOUNS
    return not known and second in FIRST_NAMES and first.endswith(("ing", "ed", "ly"))


def _contracted(low: str) -> bool:
    return not _APOSTROPHES.isdisjoint(low) and _CONTRACTION.fullmatch(low) is not None


def _name(text: str, pieces: list[tuple[int, int]], stripped: str | None, *, opens: bool) -> Name:
    shown = [text[start:end] for start, end in pieces]
    split = _titles_end(shown)
    whole = Span(pieces[0][0], pieces[-1][1])
    before = _word_before(text, whole.start) if stripped is None else stripped
    return Name(Span(pieces[split][0], whole.end), whole, tuple(shown[split:]), tuple(shown[:split]), before, opens)


def _word_before(text: str, at: int) -> str:
    """Return the word in front of an offset in lower case, «’s» alone where it ends so."""
    front = text[max(0, at - _WORD_WITHIN) : at]
    if not front.endswith((" ", "\xa0")):
        return ""
    word = front[:-1].rpartition(" ")[2].lower()
    return word[-2:] if word.endswith(_OWNS) else word


def _titles_end(shown: list[str]) -> int:
    """Return how many of the words are titles; the last one always names."""
    for at in range(len(shown) - 2, -1, -1):
        low = shown[at].lower().rstrip(".")
        if low in HONORIFICS or low in OFFICES:
            if shown[at + 1] in {"of", "for"}:
                after = at + 3 + (shown[at + 2] == "the")
                return after if after < len(shown) else 0
            if shown[at + 1] in {"für", "de", "und", "and"}:
                continue
            if any(word.lower() in BODY_NOUNS for word in shown[at + 1 :]):
                return 0
            return at + 1
    return 0
