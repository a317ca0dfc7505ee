"""How a claim stands to a passage: the words that differ, the figures with their working, what to look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from dashboard import labels
from dashboard.components.paper import Node, chip, element, icon, paragraph, span
from dashboard.labels import CHALK, INK, Label
from dashboard.texts import evidence as texts
from db.vocabulary import NumberComparison

_ALIKE = {"same", "typography"}
_FAIR = {NumberComparison.EQUAL, NumberComparison.EQUAL_AFTER_ROUNDING}
_SHOWN = 3  # differences, and cautions, named on the card; all of them unfold
_LONGEST = 60


class Piece(Protocol):
    """Neighbouring words of a quotation and of its source."""

    @property
    def kind(self) -> str: ...  # noqa: D102 - see the class
    @property
    def quote(self) -> str: ...  # noqa: D102
    @property
    def source(self) -> str: ...  # noqa: D102


class Quantity(Protocol):
    """A figure as it is written."""

    @property
    def words(self) -> str: ...  # noqa: D102 - see the class


class NumberResult(Protocol):
    """How two figures compare, with the working in a sentence."""

    @property
    def comparison(self) -> NumberComparison: ...  # noqa: D102 - see the class
    @property
    def claim(self) -> Quantity | None: ...  # noqa: D102
    @property
    def source(self) -> Quantity | None: ...  # noqa: D102
    @property
    def working(self) -> str: ...  # noqa: D102


class Around(Protocol):
    """What stands before and after a passage, and whether the text goes on beyond."""

    @property
    def before(self) -> str: ...  # noqa: D102 - see the class
    @property
    def after(self) -> str: ...  # noqa: D102
    @property
    def cut(self) -> tuple[bool, bool]: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Compared:
    """How a claim stands to a passage, and what stands around it.

    ``cautions`` are sentences on the quoted words. ``translated`` says that the source speaks another language, so
    that only figures and names were compared; ``absent`` are the names that were not found.
    """

    pieces: Sequence[Piece] = ()
    numbers: Sequence[NumberResult] = ()
    cautions: Sequence[str] = ()
    around: Around | None = None
    translated: bool = False
    absent: Sequence[str] = ()

    @property
    def telling(self) -> list[NumberResult]:
        """The figures that do not agree."""
        return [result for result in self.numbers if result.comparison not in _FAIR]


def differs(pieces: Sequence[Piece]) -> Node | None:
    """Describe the words that differ, the article's against the source's, in one line."""
    changed = [piece for piece in pieces if piece.kind not in _ALIKE]
    if not changed:
        return None
    pairs: list[Node] = []
    for piece in changed[:_SHOWN]:
        quote, source = piece.quote.strip()[:_LONGEST], piece.source.strip()[:_LONGEST]
        pairs.append(
            element(
                "span",
                element("del", quote) if quote else None,
                icon("arrow_forward") if quote and source else None,
                element("ins", source) if source else None,
                style="pair",
            )
        )
    return element("div", span(texts.differs(len(changed)), "muted small"), *pairs, style="tags differing small")


def cautioned(compared: Compared) -> list[Node]:
    """Describe what to look at before trusting the words: the first cautions, and how many more unfold."""
    more = len(compared.cautions) - _SHOWN
    return [
        *(_caution(sentence) for sentence in compared.cautions[:_SHOWN]),
        *([paragraph(span(texts.more_cautions(more), "muted small"))] if more > 0 else []),
    ]


def further_cautions(compared: Compared) -> list[Node]:
    """Describe the cautions that the card has no room for."""
    return [_caution(sentence) for sentence in compared.cautions[_SHOWN:]]


def translation(language: str | None) -> Node:
    """Say that words were not compared, since the source speaks another language."""
    return paragraph(icon("translate"), span(texts.translated(language)), style="small warned muted")


def names_absent(names: Sequence[str]) -> Node | None:
    """Say which names of the article's words are not in a passage of another language."""
    return paragraph(span(texts.names_absent(names), "muted small")) if names else None


def figures(result: NumberResult) -> Node:
    """Describe how two figures compare, with the working."""
    verdict = chip(Label(labels.word(result.comparison), "calculate", INK, CHALK, texts.FIGURES_MEANING))
    return element("div", verdict, span(result.working, "small plain"), style="tags")


def figures_side_by_side(result: NumberResult) -> Node:
    """Describe both figures as they are written; the working, too, where the card does not show it already."""

    def side(name: str, quantity: Quantity | None) -> Node:
        words = quantity.words if quantity else texts.NOTHING_HERE
        return element("div", paragraph(span(name, "head")), paragraph(span(words), style="literal"))

    both = side(texts.ARTICLE_FIGURE, result.claim), side(texts.SOURCE_FIGURE, result.source)
    return element(
        "div", element("div", *both, style="sides"), None if result.comparison not in _FAIR else figures(result)
    )


def quote_difference(pieces: Sequence[Piece]) -> Node:
    """Describe a quotation and its source side by side, with every word that differs marked."""
    quote = [(piece.quote, piece.kind not in _ALIKE) for piece in pieces if piece.quote]
    return element(
        "div",
        element("div", paragraph(span(texts.ARTICLE_QUOTES, "head")), paragraph(*_side(quote, "del"), style="literal")),
        element("div", paragraph(span(texts.SOURCE_HAS, "head")), paragraph(*of_source(pieces), style="literal")),
        style="sides",
    )


def of_source(pieces: Sequence[Piece]) -> list[Node]:
    """Describe the source's words, those that the quotation has not marked."""
    return _side([(piece.source, piece.kind not in _ALIKE) for piece in pieces if piece.source], "ins")


def _side(words: list[tuple[str, bool]], mark: str) -> list[Node]:
    nodes: list[Node] = []
    for text, differing in words:
        bare = text.rstrip()
        nodes += [element(mark if differing else "span", bare), text[len(bare) :]]
    return nodes


def _caution(sentence: str) -> Node:
    return paragraph(icon("priority_high"), span(sentence), style="small warned")
