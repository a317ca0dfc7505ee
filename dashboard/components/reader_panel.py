"""A claim beside the text: what an editor wants to know of it at a glance, without leaving the page."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard import addresses, labels
from dashboard.components.claim_rows import flags
from dashboard.components.evidence_card import stance
from dashboard.components.paper import Node, chip, element, link, paragraph, record_link, span, tag
from dashboard.escaping import shortened
from dashboard.texts import reader as texts
from db.rows import ClaimFile, ClaimRow, EvidenceRow, document_ref
from db.vocabulary import DocumentType

_LONGEST_LITERAL, _LONGEST_EXACT, _LONGEST_TITLE = 600, 160, 90


def marked(base: str, ref: str) -> str:
    """Write the address of this page with a claim open beside the text."""
    return f"{base}&mark={ref}"


def turning(base: str, marks: Sequence[str], ref: str) -> Node:
    """Describe the way to the mark before and after, and the way to close the panel."""
    at = marks.index(ref) if ref in marks else -1
    before = marks[at - 1] if at > 0 else None
    after = marks[at + 1] if 0 <= at < len(marks) - 1 else None
    return element(
        "div",
        _step(texts.PREVIOUS, base, before),
        _step(texts.NEXT, base, after),
        span(texts.place_of(at + 1, len(marks)), "muted") if at >= 0 else None,
        link(texts.CLOSE, base, "right"),
        style="tags small turning",
    )


def _step(words: str, base: str, ref: str | None) -> Node:
    return link(words, marked(base, ref)) if ref else span(words, "muted")


def glance(file: ClaimFile) -> list[Node]:
    """Describe a claim: status, statement, literal words, speaker, findings, flags and evidence in one line each."""
    claim = file.claim
    live = [piece for piece in file.evidence if piece.withdrawn_at is None]
    return [
        element("div", chip(labels.status(claim.status), big=True), record_link(claim.ref), style="tags"),
        element("h2", claim.statement or texts.NO_STATEMENT, style=f"title plain{'' if claim.statement else ' muted'}"),
        element("div", element("div", shortened(claim.literal, _LONGEST_LITERAL), style="literal"), style="bar"),
        _about(claim),
        *_findings(claim),
        *([element("div", *flags(claim.flags), style="tags", role="group", name=texts.FLAGS)] if claim.flags else []),
        _evidence(live),
        element("div", *_ways_on(claim), style="tags gap"),
    ]


def _about(claim: ClaimRow) -> Node:
    speaker = claim.speaker or claim.speaker_as_named
    known = [claim.said_on or claim.said_on_text, claim.said_where, labels.word(claim.claim_type)]
    return element(
        "div",
        span(f"{texts.SAID_BY}{speaker}" if speaker else texts.NO_SPEAKER),
        *(span(word) for word in known if word),
        style="about tags small muted",
    )


def _findings(claim: ClaimRow) -> list[Node]:
    found: list[Node] = []
    if claim.attribution_finding:
        found.append(
            element(
                "div",
                span(f"{texts.ATTRIBUTION}: ", "muted small"),
                chip(labels.attribution(claim.attribution_finding)),
            )
        )
    if claim.substance_finding:
        found.append(
            element("div", span(f"{texts.SUBSTANCE}: ", "muted small"), chip(labels.finding(claim.substance_finding)))
        )
    if claim.finding_note:
        found.append(paragraph(span(shortened(claim.finding_note, _LONGEST_LITERAL), "plain"), style="small gap"))
    return [element("div", *found)] if found else []


def _evidence(live: Sequence[EvidenceRow]) -> Node:
    if not live:
        return paragraph(span(texts.NO_EVIDENCE, "muted small"))
    items = [
        element(
            "li",
            chip(stance(piece.stance)),
            tag(labels.word(piece.tier), labels.meaning(piece.tier)),
            record_link(
                document_ref(DocumentType.SOURCE, piece.source_id),
                shortened(piece.source_title, _LONGEST_TITLE),
                style="plain",
            ),
            span(piece.locator or texts.NO_PLACE, "muted"),
            element("div", span(f"«{shortened(piece.exact, _LONGEST_EXACT)}»", "plain"), style="about"),
        )
        for piece in live
    ]
    return element("ul", *items, style="rows narrow small", name=texts.EVIDENCE)


def _ways_on(claim: ClaimRow) -> list[Node]:
    page = addresses.of_record(claim.ref) or ""
    further = [
        link(words, f"{page}&do={form}" if form else page) for words, form in texts.ON_WITH_IT.get(claim.work_state, ())
    ]
    return [link(texts.OPEN_WHOLE, page, "strong"), *further]
