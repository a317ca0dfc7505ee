"""What the tagger knows of a token before it reads its neighbours, as whole numbers that choose rows of its tables."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Sequence

    from firsthand.claims.tagging.tagger_tokens import TaggerToken

_OPENING, _CLOSING = frozenset("“„‟«"), frozenset("”»")
_DOUBLE = _OPENING | _CLOSING | frozenset('"')
_SINGLE = frozenset("'’‘`‚‹›")
_DASHES = frozenset("-–—‐")
_PLAIN = str.maketrans(dict.fromkeys(_DOUBLE, '"') | dict.fromkeys(_SINGLE, "'") | dict.fromkeys(_DASHES, "-"))
_DIGIT = re.compile(r"\d")
_SMALL_SIGNS = re.compile(r"[-'.]")
_ENDS_A_SENTENCE = frozenset(".!?…")
_STAYS_AT_AN_END = _DOUBLE | _SINGLE | frozenset(")]")
_YEAR = 4  # digits
_ENDING = 3  # letters
_REMEMBERED = 1 << 15  # words
_LONGEST = 48  # characters of a word that are looked at

_KINDS: tuple[Callable[[str], bool], ...] = (
    lambda token: token.isalpha() and token.islower(),
    lambda token: token.isalpha() and len(token) == 1,
    lambda token: token.isalpha() and token.isupper(),
    lambda token: token.isalpha() and token.istitle(),
    str.isalpha,
    lambda token: token.isdigit() and len(token) == _YEAR,
    str.isdigit,
    lambda token: token[0].isdigit(),
    lambda token: token[0].isalpha() and token[-1] == ".",
    lambda token: token[0].isupper(),
    lambda token: token[0].isalpha(),
    lambda token: token[0] in _ENDS_A_SENTENCE,
    lambda token: token[0] in ",;:",
    lambda token: token[0] in _DOUBLE,
    lambda token: token[0] in _SINGLE,
    lambda token: token[0] in _DASHES,
    lambda token: token[0] in "()[]",
    lambda _: True,
)
ENDINGS = 4096
SHAPES = len(_KINDS)

_OUTSIDE, _INSIDE, _OPENS, _CLOSES, _NEVER_CLOSED = range(5)
_BRACKETED, _STARTS, _GLUED = 4, 2, 1
_QUOTED = 8
PLACES = 5 * _QUOTED


class WordRows(NamedTuple):
    """Rows of the tables for one word: 0 in the first two stands for a word that the table does not hold."""

    vector: int
    word: int
    ending: int
    shape: int


class Vocabulary:
    """Which row of the tables of vectors and of learned words a word has, from 1."""

    def __init__(self, vectors: Mapping[str, int], words: Mapping[str, int]) -> None:
        """Keep the rows of both tables; what the latest words come to is remembered."""
        self._vectors = vectors
        self._words = words
        self._remembered = lru_cache(_REMEMBERED)(self._find)

    def rows(self, token: str) -> WordRows:
        """Return the rows for a token as it is written."""
        return self._remembered(token[:_LONGEST])

    def _find(self, token: str) -> WordRows:
        word = normal_form(token)
        vector = next((self._vectors[form] for form in _forms(word) if form in self._vectors), 0)
        shape = next(row for row, is_so in enumerate(_KINDS) if is_so(token))
        return WordRows(vector, self._words.get(word, 0), _ending_row(word), shape)


def normal_form(token: str) -> str:
    """Return the token in lower case, with straight marks, and as zeros every digit of what begins with one."""
    word = token.lower().translate(_PLAIN)
    if word.startswith("--"):
        return "--"
    return _DIGIT.sub("0", word) if word[0].isdigit() else word


def _forms(word: str) -> tuple[str, ...]:
    """Return what to look for in the vectors, which hold few words with small signs, the likeliest first."""
    return (word, _SMALL_SIGNS.sub("", word), word.rpartition("-")[2], word.rstrip("s"))


def _ending_row(word: str) -> int:
    return crc32(word[-_ENDING:].encode("utf-8", "replace")) % ENDINGS


def place_rows(tokens: Sequence[TaggerToken]) -> list[int]:
    """Return for each token of a paragraph the row for where it stands.

    That is: outside or inside quotation marks or one of them, in brackets or not, at a sentence's start or not, with
    or without a space before it.
    """
    rows: list[int] = []
    quoted = bracketed = False
    starts = True
    end = -1
    for token in tokens:
        first = token.text[0]
        quote = _INSIDE if quoted else _OUTSIDE
        if first in _DOUBLE:
            opens = first in _OPENING if first in _OPENING | _CLOSING else not quoted
            quote, quoted = (_OPENS, True) if opens else (_CLOSES, False)
        bracketed = bracketed or first == "("
        rows.append(quote * _QUOTED + bracketed * _BRACKETED + starts * _STARTS + (token.start == end) * _GLUED)
        bracketed = bracketed and first != ")"
        starts = first in _ENDS_A_SENTENCE or (starts and first in _STAYS_AT_AN_END)
        end = token.end
    at = len(rows) - 1
    while quoted and at >= 0 and rows[at] // _QUOTED == _INSIDE:
        rows[at] += (_NEVER_CLOSED - _INSIDE) * _QUOTED
        at -= 1
    return rows


def starts_a_sentence(token: TaggerToken, place: int) -> bool:
    """Whether a token with this row of its place begins a sentence: «she» does not in «“Why?” she asked»."""
    return bool(place & _STARTS) and place // _QUOTED != _CLOSES and not token.text[0].islower()


def is_in_an_open_quotation(place: int) -> bool:
    """Whether a token with this row of its place stands in a quotation that its paragraph does not close."""
    return place // _QUOTED == _NEVER_CLOSED
