"""A sentence as the terms that the reading of check-worthiness weighs: words, pairs and threes of words."""

from __future__ import annotations

import re
from typing import NamedTuple

NUMBER, YEAR = "<number>", "<year>"
LONGEST = 2000  # characters; what a sentence is about shows in the beginning of anything longer
_PIECE = re.compile(r"\d[\d,.]*|[^\W\d_]+(?:['’][^\W\d_]+)?|[%$€£?!\":;“”«»„]")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_QUOTATION_MARKS = dict.fromkeys("“”«»„", '"')


class Terms(NamedTuple):
    """The pieces as written, their lower-case forms (figures as ``NUMBER`` or ``YEAR``), neighbours joined by a space.

    A pair may begin or end with an empty word: the beginning and the end of the sentence.
    """

    written: tuple[str, ...]
    words: tuple[str, ...]
    pairs: tuple[str, ...]

    @property
    def threes(self) -> tuple[str, ...]:
        """Three words that follow each other, as one term."""
        words = self.words
        return tuple(map(" ".join, zip(words, words[1:], words[2:], strict=False)))


def terms_of(sentence: str) -> Terms:
    """Return the terms of a sentence, in order, repetitions kept."""
    written = tuple(_PIECE.findall(sentence[:LONGEST]))
    words = tuple(map(_plain, written))
    return Terms(written, words, tuple(map(" ".join, zip(("", *words), (*words, ""), strict=True))))


def _plain(piece: str) -> str:
    if piece[0].isdigit():
        return YEAR if _YEAR.fullmatch(piece.rstrip(".,")) else NUMBER
    return _QUOTATION_MARKS.get(piece) or piece.lower().replace("’", "'")
