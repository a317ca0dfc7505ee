"""A statement taken apart into what makes it the same claim as another: words, names, figures, dates, small words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from firsthand.claims.comparing.same_words import FIGURE_WORDS, LIGHT, MODALS, NEGATIONS, QUANTITIES, STANDS_FOR
from firsthand.claims.dates import find_dates
from firsthand.claims.figures import Figure, find_figures
from firsthand.claims.matching import stem
from firsthand.text.normalisation import normalise
from firsthand.text.spans import Span, first_overlap
from firsthand.text.wordlists import words

LONGEST = 1000  # characters: a statement is a sentence; of anything longer the beginning has to do
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*(?:[.,]\d+)*")
_STOPS = '.?!:;“"«'
_BY_WHOM = re.compile(r"\bby (?:the )?[A-Z]")
_NEGATED = re.compile(r"n't$|n’t$")
_SMALL = words(
    """a an the of and or to in on at for by with from as is are was were be been being it its this that these those he
    she they we you i his her their our my me him them us do does did done has have had having will would shall should
    can if but so than then here who whom whose what which when where how why any into after before s re ve ll d m t
    not no never none nor neither without cannot may might could per"""
)
COUNTED = "counted"
_MARKED = frozenset({"percentage points", "‰", "USD", "EUR", "GBP", "JPY", "INR"})


class Word(NamedTuple):
    """A word by which statements are compared: what it is compared by, how it is written, what it weighs."""

    key: str
    written: str
    weight: float
    name: bool


class Amount(NamedTuple):
    """A figure by which statements are compared.

    ``kind`` is a currency, «percentage points» or ``COUNTED``; None for a bare number and for a share of one.
    """

    value: Decimal
    kind: str | None
    written: str


class Date(NamedTuple):
    """A date by which statements are compared (EDTF level 0)."""

    edtf: str
    written: str


class Stated(NamedTuple):
    """A statement taken apart. Small words are kept as what they mean: ``quantities`` as «all», «most», «few».

    ``passive`` says that the statement names by whom something was done.
    """

    words: tuple[Word, ...]
    amounts: tuple[Amount, ...]
    dates: tuple[Date, ...]
    negations: tuple[str, ...]
    modals: tuple[str, ...]
    quantities: dict[str, str]
    passive: bool


def take_apart(statement: str) -> Stated:
    """Take a statement apart; anything is one, and nothing raises."""
    text = normalise(statement[:LONGEST]).text
    text = text.lower() if text.isupper() else text  # where everything is in capitals, they mark no name
    figures = find_figures(text)
    places = [figure.span for figure in figures]
    dates = [mention for mention in find_dates(text) if mention.edtf]
    dated = [mention.span for mention in dates]
    found, negations, modals, quantities = [], [], [], {}
    for match in _WORD.finditer(text):
        written, lower = match[0], match[0].casefold()
        place = Span(match.start(), match.end())
        if lower in NEGATIONS or _NEGATED.search(lower):
            negations.append(written)
        if lower in MODALS:
            modals.append(written)
        if lower in QUANTITIES and first_overlap(places, place) is None:
            quantities[QUANTITIES[lower]] = written
        if lower in _SMALL or _counted(place, lower, places) or first_overlap(dated, place) is not None:
            continue
        found.append(_word(text, match, lower))
    return Stated(
        tuple(found),
        tuple(_amount(figure) for figure in figures),
        tuple(Date(mention.edtf or "", mention.words) for mention in dates),
        tuple(negations),
        tuple(modals),
        quantities,
        _BY_WHOM.search(text) is not None,
    )


def _word(text: str, match: re.Match[str], lower: str) -> Word:
    written = match[0].removesuffix("'s").removesuffix("’s")
    lower = lower.removesuffix("'s").removesuffix("’s")
    opens = not text[: match.start()].rstrip() or text[: match.start()].rstrip()[-1] in _STOPS
    name = written[:1].isupper() and not opens and lower not in LIGHT
    return Word(key_of(lower), written, 0.25 if lower in LIGHT else 1.5 if name else 1.0, name)


def key_of(lower: str) -> str:
    """Tell by what a word is compared: the word that stands for its meaning, without accents, cut to a stem."""
    if not lower.isascii():
        lower = "".join(mark for mark in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(mark))
    return stem(STANDS_FOR.get(lower, lower))


def _counted(place: Span, lower: str, figures: Sequence[Span]) -> bool:
    """Whether a word only writes a figure, so that it is compared as a figure; what is counted is a word."""
    return lower[0].isdigit() or (lower in FIGURE_WORDS and first_overlap(figures, place) is not None)


def _amount(figure: Figure) -> Amount:
    if figure.unit == "%":
        return Amount(figure.value / 100, None, figure.words)
    return Amount(figure.value, figure.unit if figure.unit in _MARKED else figure.unit and COUNTED, figure.words)
