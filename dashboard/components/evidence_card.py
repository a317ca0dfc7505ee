"""One piece of evidence: what it does, where it comes from, its exact words; how they compare with it unfolds."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard import addresses, labels
from dashboard.components.dossier import unfolding
from dashboard.components.evidence_compared import (
    Around,
    Compared,
    Piece,
    cautioned,
    differs,
    figures,
    figures_side_by_side,
    further_cautions,
    names_absent,
    of_source,
    quote_difference,
    translation,
)
from dashboard.components.paper import Node, chip, element, link, moment, paragraph, record_link, span, tag
from dashboard.escaping import cut_after, cut_before
from dashboard.labels import CHALK, INK, Label
from dashboard.texts import evidence as texts
from db.rows import EvidenceRow, claim_ref, document_ref
from db.vocabulary import DocumentType, MatchGrade, Stance

_ICONS = {Stance.SUPPORTS: "add_circle", Stance.REFUTES: "remove_circle", Stance.CONTEXT: "info"}


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
            differs(compared.pieces) if differing else None,
            style="there",
        ),
        translation(evidence.source_language) if compared.translated else None,
        *cautioned(compared),
        *(figures(result) for result in compared.telling),
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
    whole = "".join(piece.source for piece in pieces)
    marked = of_source(pieces) if pieces and whole.strip() == evidence.exact.strip() else [evidence.exact]
    return element("p", *marked, style="literal bar said-there", lang=evidence.source_language)


def _in_full(evidence: EvidenceRow, compared: Compared, *, change: str | None, differing: bool) -> Node:
    return element(
        "div",
        _passage(evidence, compared.around),
        paragraph(span(texts.place(evidence.locator, captured=bool(evidence.capture_id)), "muted small")),
        quote_difference(compared.pieces) if differing else None,
        *(figures_side_by_side(result) for result in compared.numbers),
        *further_cautions(compared),
        names_absent(compared.absent),
        paragraph(span(evidence.note, "plain small")) if evidence.note else None,
        paragraph(span(texts.added_by(evidence.added_by)), moment(evidence.added_at), style="muted small"),
        element("div", *_ways_on(evidence, change), style="tags small"),
        style="in-full",
    )


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
