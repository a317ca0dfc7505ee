"""One piece of evidence: the source, its words, what they do to the claim, and how they compare with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from dashboard import labels
from dashboard.components.paper import Node, chip, element, link, moment, paragraph, record_link, span, tag
from dashboard.escaping import cut_after, cut_before
from dashboard.labels import CHALK, INK, Label
from db.rows import EvidenceRow, document_ref
from db.vocabulary import DocumentType, MatchGrade, NumberComparison, Stance

_ICONS = {Stance.SUPPORTS: "add_circle", Stance.REFUTES: "remove_circle", Stance.CONTEXT: "info"}
_ALIKE = {"same", "typography"}


class Piece(Protocol):
    """Neighbouring words of a quotation and of its source."""

    @property
    def kind(self) -> str: ...  # noqa: D102 - see the class
    @property
    def quote(self) -> str: ...  # noqa: D102
    @property
    def source(self) -> str: ...  # noqa: D102


class NumberResult(Protocol):
    """How two figures compare, with the working in a sentence."""

    @property
    def comparison(self) -> NumberComparison: ...  # noqa: D102 - see the class
    @property
    def working(self) -> str: ...  # noqa: D102


def stance(word: Stance) -> Label:
    """Label what a piece of evidence does to the claim; in ink, since colour is kept for findings."""
    return Label(labels.word(word), _ICONS[word], INK, CHALK, labels.meaning(word))


def card(
    evidence: EvidenceRow,
    pieces: Sequence[Piece] = (),
    numbers: Sequence[NumberResult] = (),
    warnings: Sequence[str] = (),
) -> Node:
    """Describe a piece of evidence in full."""
    return element(
        "div",
        _judged(evidence),
        _source(evidence),
        _passage(evidence),
        _notes(evidence),
        quote_difference(pieces) if evidence.grade not in {None, MatchGrade.EXACT} and pieces else None,
        *(_figures(result) for result in numbers),
        *(paragraph(span(sentence, "small muted"), style="gap") for sentence in warnings),
        paragraph(span(evidence.note, "plain"), style="gap") if evidence.note else None,
        _added(evidence),
    )


def _judged(evidence: EvidenceRow) -> Node:
    shown: list[Node] = [
        chip(stance(evidence.stance)),
        tag(labels.word(evidence.tier), labels.meaning(evidence.tier)),
        tag(f"on {labels.word(evidence.aspect)}"),
    ]
    if evidence.grade:
        shown.append(tag(labels.word(evidence.grade)))
    if evidence.number_comparison:
        shown.append(tag(labels.word(evidence.number_comparison)))
    return element("div", *shown, style="tags")


def _source(evidence: EvidenceRow) -> Node:
    ref = document_ref(DocumentType.SOURCE, evidence.source_id)
    style = "strong described" if evidence.source_title_is_description else "strong"
    details = [evidence.source_publisher, labels.word(evidence.source_kind), evidence.source_published]
    parts: list[Node] = [record_link(ref, evidence.source_title, style=style)]
    parts += [span(detail, "muted small") for detail in details if detail]
    if evidence.source_url:
        parts.append(link("open the original", evidence.source_url, "small"))
    return element("div", *parts, style="tags details gap")


def _passage(evidence: EvidenceRow) -> Node:
    return paragraph(
        span(cut_before(evidence.prefix), "around") if evidence.prefix else None,
        span(evidence.exact, "exact" if evidence.prefix or evidence.suffix else ""),
        span(cut_after(evidence.suffix), "around") if evidence.suffix else None,
        style="literal bar gap",
    )


def _notes(evidence: EvidenceRow) -> Node:
    where = evidence.locator or "no place in the source given"
    captured = "from the captured text" if evidence.capture_id else "typed by a person; the source is not captured"
    return paragraph(span(f"{where}; {captured}", "muted small"))


def _figures(result: NumberResult) -> Node:
    compared = Label(
        labels.word(result.comparison), "calculate", INK, CHALK, "The claim's figure against the source's."
    )
    return element("div", chip(compared), span(result.working, "small plain"), style="tags gap")


def _added(evidence: EvidenceRow) -> Node:
    by = evidence.added_by or "an import"
    return paragraph(span(f"Added by {by}, ", "muted small"), _small(moment(evidence.added_at)), style="gap")


def _small(node: Node) -> Node:
    return element("span", node, style="muted small")


def quote_difference(pieces: Sequence[Piece]) -> Node:
    """Describe a quotation and its source side by side, with every word that differs marked."""

    def side(words: list[tuple[str, bool]], mark: str) -> Node:
        nodes: list[Node] = []
        for text, differs in words:
            bare = text.rstrip()
            nodes += [element(mark if differs else "span", bare), text[len(bare) :]]
        return paragraph(*nodes, style="literal")

    quote = [(piece.quote, piece.kind not in _ALIKE) for piece in pieces if piece.quote]
    source = [(piece.source, piece.kind not in _ALIKE) for piece in pieces if piece.source]
    return element(
        "div",
        element("div", paragraph(span("The article quotes", "head")), side(quote, "del")),
        element("div", paragraph(span("The source has", "head")), side(source, "ins")),
        style="sides gap",
    )


def withdrawn(evidence: EvidenceRow) -> Node:
    """Describe a piece of evidence that was taken off the claim, with the reason."""
    at = moment(evidence.withdrawn_at) if evidence.withdrawn_at else span("")
    return element(
        "div",
        paragraph(span(evidence.source_title, "strong"), span("  "), _small(at)),
        paragraph(span(evidence.exact, "muted"), style="literal"),
        paragraph(span(f"Withdrawn: {evidence.withdrawn_why}", "plain small")),
    )
