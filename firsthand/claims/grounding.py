"""Whether a statement that was not written here stays within what the article says.

These are checks of form, and strict ones: a sound statement may be refused, since a refused one costs a line and one
that invents costs the desk's name.
"""

from __future__ import annotations

import re

from firsthand.claims.quotations import quotations
from firsthand.text.spans import Span
from firsthand.text.wordlists import words

LONGEST = 500
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_NEGATIONS = words(
    "not no never none nobody nothing neither nor without cannot denied denies deny denying refused refuses refuse"
)


def unfounded(statement: str, literal: str, article: str) -> str | None:  # noqa: PLR0911 - one way out for each check
    """Say why a statement about the words ``literal`` of ``article`` cannot be taken, or None where it can.

    ``article`` is everything that it may draw from: the text, and what is known beside it, such as its date.
    """
    if not statement or not statement.isprintable():
        return "it is empty or holds characters that cannot be shown"
    if len(statement) > LONGEST:
        return f"it has more than {LONGEST} characters"
    if invented := [number for number in _NUMBER.findall(statement) if number not in article]:
        return f"the article does not have the figure {invented[0]}"
    if invented := _foreign_names(statement, article):
        return f"the article does not name {invented[0]}"
    for quotation in quotations(statement, Span(0, len(statement))):
        if quotation.inner.of(statement) not in article:
            return "it puts words into quotation marks that the article does not have"
    if _negated(statement) != _negated(literal):
        return "it says no where the article says yes, or the other way round"
    return None


def _foreign_names(statement: str, article: str) -> list[str]:
    """List the capitalised words, but for the first, that the article does not have."""
    known = {word.casefold() for word in _WORD.findall(article)}
    found = _WORD.findall(statement)
    return [word for word in found[1:] if word[0].isupper() and not _known(word, known)]


def _known(word: str, known: set[str]) -> bool:
    folded = word.casefold()
    return folded in known or re.sub(r"['’]s?$", "", folded) in known


def _negated(sentence: str) -> bool:
    return any(
        word in _NEGATIONS or word.endswith(("n't", "n’t")) for word in map(str.casefold, _WORD.findall(sentence))
    )
