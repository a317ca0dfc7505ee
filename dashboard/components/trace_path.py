"""The way that a trace went, drawn like the way to the first hand: every page visited and what came of it."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard import addresses, labels
from dashboard.components.paper import Node, element, icon, link, moment, paragraph, record_link, span, tag
from dashboard.escaping import shortened
from dashboard.texts import finding as texts
from db.rows import ClaimRow, TraceRow, TraceStep, document_ref
from db.vocabulary import DocumentType, Tier, TraceOutcome

_TITLE, _WORDS = 90, 40
_ICONS = {
    TraceOutcome.FOUND: "verified",
    TraceOutcome.DEAD_END: "link_off",
    TraceOutcome.BLOCKED: "block",
    TraceOutcome.TOO_FAR: "more_horiz",
}


def traced(trace: TraceRow, claim: ClaimRow) -> Node:
    """Describe a trace: how it ended and why, who asked for it, and every station in the order of the visits."""
    return element(
        "div",
        paragraph(span(texts.TRACED, "strong small")),
        element(
            "div",
            icon(_ICONS[trace.outcome]),
            span(texts.traced_by(labels.title(trace.outcome), trace.by), "small", tip=labels.meaning(trace.outcome)),
            element("span", moment(trace.at), style="small"),
            style="tags",
        ),
        paragraph(span(trace.reason, "small plain")),
        element(
            "ol",
            *(_station(step, place, trace, claim) for place, step in enumerate(trace.steps)),
            style="way traced",
            name=in_words(trace.steps),
        ),
        style="path",
    )


def in_words(steps: Sequence[TraceStep]) -> str:
    """Tell the way in words: the picture's alternative text."""
    return texts.said_of_trace(
        [
            texts.said_of_station(
                step.title or step.url, step.publisher, labels.word(step.tier) if step.tier else None, step.outcome
            )
            for step in steps
        ]
    )


def _station(step: TraceStep, place: int, trace: TraceRow, claim: ClaimRow) -> Node:
    last = place == len(trace.steps) - 1
    found = last and trace.outcome is TraceOutcome.FOUND
    style = "step begin" if place == 0 else "step"
    if step.capture_id is None and place:
        style = f"{style} uncaptured"
    arrow = element("span", span(_by(step), "by"), style="arrow", tip=step.why) if place else None
    box = element(
        "div",
        element("div", icon("verified" if found else _icon(step, place)), span(_kind(step, place)), style="kind"),
        _title(step, place, claim),
        element("div", *_tags(step), style="tags") if step.tier and step.tier is not Tier.UNKNOWN else None,
        span(step.outcome, "muted about-step") if place else None,
        style="box",
        tip=f"{step.why} {step.outcome}".strip(),
    )
    return element("li", arrow, box, style=f"{style} firsthand" if found else style)


def _kind(step: TraceStep, place: int) -> str:
    host = step.url.partition("//")[2].partition("/")[0]
    return texts.BEGINS if place == 0 else shortened(step.publisher or host, _WORDS)


def _icon(step: TraceStep, place: int) -> str:
    if place == 0:
        return "article"
    return "description" if step.capture_id is not None else "block"


def _by(step: TraceStep) -> str:
    return f"«{shortened(step.words, _WORDS)}»" if step.words else texts.LINK


def _title(step: TraceStep, place: int, claim: ClaimRow) -> Node:
    title = shortened(step.title or step.url, _TITLE)
    if place == 0:
        ref = document_ref(DocumentType.ARTICLE, claim.article_id)
        return link(title, addresses.href(addresses.ARTICLE, article=ref, mark=claim.ref), "name")
    if step.document_id is not None:
        return record_link(document_ref(DocumentType.SOURCE, step.document_id), title, style="name")
    return span(title, "name")


def _tags(step: TraceStep) -> list[Node]:
    return [tag(labels.word(step.tier), labels.meaning(step.tier))] if step.tier else []
