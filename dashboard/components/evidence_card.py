"""One piece of evidence: what it does, where it comes from, its exact words; how they compare with it unfolds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from dashboard import addresses, labels
from dashboard.components.dossier import unfolding
from dashboard.components.paper import Node, chip, element, icon, link, moment, paragraph, record_link, span, tag
from dashboard.escaping import cut_after, cut_before
from dashboard.labels import CHALK, INK, Label
from dashboard.texts import evidence as texts
from db.rows import EvidenceRow, claim_ref, document_ref
from db.vocabulary import DocumentType, MatchGrade, NumberComparison, Stance

_ICONS = {Stance.SUPPORTS: "add_circle", Stance.REFUTES: "remove_circle", Stance.CONTEXT: "info"}
_ALIKE = {"same", "typography"}
_FAIR = {NumberComparison.EQUAL, NumberComparison.EQUAL_AFTER_ROUNDING}
_SHOWN = 3  # differences named on the card; all of them unfold
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
    """How a claim stands to a passage, and what stands around it."""

    pieces: Sequence[Piece] = ()
    numbers: Sequence[NumberResult] = ()
    warnings: Sequence[str] = ()
    around: Around | None = None


def stance(word: Stance) -> Label:
    """Label what a piece of evidence does to the claim; in ink, since colour is kept for findings."""
    return Label(labels.word(word), _ICONS[word], INK, CHALK, labels.meaning(word))


def card(evidence: EvidenceRow, compared: Compared, *, change: str | None = None) -> Node:
    """Describe a piece of evidence; ``change`` is the address at which it can be judged anew."""
    differing = evidence.grade not in {None, MatchGrade.EXACT, MatchGrade.ABSENT} and bool(compared.pieces)
    return element(
        "li",
        _judged(evidence),
        _source(evidence),
        element(
            "div",
            _words(evidence, compared.pieces if differing else ()),
            _differs(compared.pieces) if differing else None,
            style="there",
        ),
        *(_figures(result) for result in compared.numbers if result.comparison not in _FAIR),
        unfolding(
            f"{claim_ref(evidence.claim_id)}-piece-{evidence.id}",
            texts.UNFOLD,
            _in_full(evidence, compared, change=change, differing=differing),
        ),
        style="piece",
    )


def _judged(evidence: EvidenceRow) -> Node:
    shown: list[Node] = [
        chip(stance(evidence.stance)),
        tag(labels.word(evidence.tier), labels.meaning(evidence.tier)),
        span(texts.on_aspect(labels.word(evidence.aspect)), "small muted"),
    ]
    if evidence.grade:
        shown.append(tag(labels.word(evidence.grade), labels.meaning(evidence.grade)))
    if evidence.number_comparison:
        shown.append(tag(labels.word(evidence.number_comparison), texts.FIGURES_MEANING))
    return element("div", *shown, style="tags judged")


def _source(evidence: EvidenceRow) -> Node:
    ref = document_ref(DocumentType.SOURCE, evidence.source_id)
    style = "source-name described" if evidence.source_title_is_description else "source-name"
    details = [evidence.source_publisher, labels.word(evidence.source_kind), evidence.source_published]
    about = " · ".join(detail for detail in details if detail)
    return element(
        "div", record_link(ref, evidence.source_title, style=style), span(about, "muted small"), style="from"
    )


def _words(evidence: EvidenceRow, pieces: Sequence[Piece]) -> Node:
    """The exact words, shortened by the sheet until the card is unfolded; those that differ are marked."""
    shown = _side([(piece.source, piece.kind not in _ALIKE) for piece in pieces if piece.source], "ins")
    whole = "".join(piece.source for piece in pieces)
    marked = shown if pieces and whole.strip() == evidence.exact.strip() else [evidence.exact]
    return element("p", *marked, style="literal bar said-there", lang=evidence.source_language)


def _differs(pieces: Sequence[Piece]) -> Node | None:
    """The words that differ, the article's against the source's, in one line."""
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


def _in_full(evidence: EvidenceRow, compared: Compared, *, change: str | None, differing: bool) -> Node:
    return element(
        "div",
        _passage(evidence, compared.around),
        paragraph(span(texts.place(evidence.locator, captured=bool(evidence.capture_id)), "muted small")),
        quote_difference(compared.pieces) if differing else None,
        *(_side_by_side(result) for result in compared.numbers),
        *(paragraph(icon("priority_high"), span(words), style="small warned") for words in _warnings(compared)),
        paragraph(span(evidence.note, "plain small")) if evidence.note else None,
        paragraph(span(texts.added_by(evidence.added_by)), moment(evidence.added_at), style="muted small"),
        element("div", *_ways_on(evidence, change), style="tags small"),
        style="in-full",
    )


def _warnings(compared: Compared) -> list[str]:
    """The warnings that the workings of the figures do not give already."""
    workings = {result.working for result in compared.numbers}
    return [sentence for sentence in compared.warnings if sentence not in workings]


def _passage(evidence: EvidenceRow, around: Around | None) -> Node:
    before, after, cut = (
        (around.before, around.after, around.cut)
        if around is not None
        else (evidence.prefix, evidence.suffix, (True, True))
    )
    return element(
        "p",
        span(cut_before(before) if cut[0] else before, "around") if before else None,
        span(evidence.exact, "exact" if before or after else ""),
        span(cut_after(after) if cut[1] else after, "around") if after else None,
        style="literal bar",
        lang=evidence.source_language,
    )


def _ways_on(evidence: EvidenceRow, change: str | None) -> list[Node]:
    ref = document_ref(DocumentType.SOURCE, evidence.source_id)
    at_passage = {"passage": str(evidence.id)} if evidence.capture_id is not None else {}
    found: list[Node] = [link(texts.WHOLE_SOURCE, addresses.href(addresses.SOURCE, source=ref, **at_passage))]
    if evidence.source_url:
        found.append(link(texts.ORIGINAL, evidence.source_url))
    if change:
        found.append(link(texts.CHANGE, change))
    return found


def _compared(result: NumberResult) -> Node:
    return chip(Label(labels.word(result.comparison), "calculate", INK, CHALK, texts.FIGURES_MEANING))


def _figures(result: NumberResult) -> Node:
    return element("div", _compared(result), span(result.working, "small plain"), style="tags")


def _side_by_side(result: NumberResult) -> Node:
    """Both figures as they are written, and the working below."""

    def side(name: str, quantity: Quantity | None) -> Node:
        words = quantity.words if quantity else texts.NOTHING_HERE
        return element("div", paragraph(span(name, "head")), paragraph(span(words), style="literal"))

    return element(
        "div",
        element(
            "div",
            side(texts.ARTICLE_FIGURE, result.claim),
            side(texts.SOURCE_FIGURE, result.source),
            style="sides",
        ),
        _figures(result),
    )


def _side(words: list[tuple[str, bool]], mark: str) -> list[Node]:
    nodes: list[Node] = []
    for text, differs in words:
        bare = text.rstrip()
        nodes += [element(mark if differs else "span", bare), text[len(bare) :]]
    return nodes


def quote_difference(pieces: Sequence[Piece]) -> Node:
    """Describe a quotation and its source side by side, with every word that differs marked."""
    quote = [(piece.quote, piece.kind not in _ALIKE) for piece in pieces if piece.quote]
    source = [(piece.source, piece.kind not in _ALIKE) for piece in pieces if piece.source]
    return element(
        "div",
        element("div", paragraph(span(texts.ARTICLE_QUOTES, "head")), paragraph(*_side(quote, "del"), style="literal")),
        element("div", paragraph(span(texts.SOURCE_HAS, "head")), paragraph(*_side(source, "ins"), style="literal")),
        style="sides",
    )


def withdrawn(evidence: EvidenceRow) -> Node:
    """Describe a piece of evidence that was taken off the claim, with the reason."""
    at = moment(evidence.withdrawn_at) if evidence.withdrawn_at else span("")
    return element(
        "div",
        paragraph(span(evidence.source_title, "strong"), span("  "), element("span", at, style="muted small")),
        element("p", span(evidence.exact, "muted"), style="literal", lang=evidence.source_language),
        paragraph(span(texts.withdrawn(evidence.withdrawn_why), "plain small")),
        style="piece",
    )
