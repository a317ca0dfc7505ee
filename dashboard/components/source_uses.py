"""What rests on a source: its passages in use, and the claims that they carry."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from dashboard import addresses, labels
from dashboard.components.evidence_card import stance
from dashboard.components.paper import Node, chip, element, link, record_link, span, tag
from dashboard.escaping import shortened
from dashboard.texts import sources as texts
from db.rows import CaptureRow, SourceRow, SourceUse, claim_ref, document_ref
from db.vocabulary import DocumentType


def use_list(source: SourceRow, uses: Sequence[SourceUse], captures: Sequence[CaptureRow]) -> Node:
    """Describe the claims that rest on a source, and the words of it that they rest on."""
    readable = {capture.id for capture in captures if capture.characters}
    by_claim: dict[int, list[SourceUse]] = {}
    for use in uses:
        by_claim.setdefault(use.claim_id, []).append(use)
    return element("ol", *(_claim(source, held, readable) for held in by_claim.values()), style="rows narrow")


def _claim(source: SourceRow, uses: Sequence[SourceUse], readable: Collection[int]) -> Node:
    first = uses[0]
    ref = claim_ref(first.claim_id)
    article = document_ref(DocumentType.ARTICLE, first.article_id)
    return element(
        "li",
        record_link(ref),
        element("span", chip(labels.status(first.status))),
        record_link(ref, shortened(first.statement, 300) or texts.NO_STATEMENT, style="said plain"),
        *(_passage(source, use, readable) for use in uses),
        element("div", record_link(article, shortened(first.article_title, 90), style=""), style="about"),
    )


def _passage(source: SourceRow, use: SourceUse, readable: Collection[int]) -> Node:
    """Describe one piece of evidence: what it does, how first-hand it is, where it stands and in which words."""
    parts: list[Node] = [
        chip(stance(use.stance)),
        tag(labels.word(use.tier), labels.meaning(use.tier)),
        span(use.locator or texts.NO_PLACE),
    ]
    if use.capture_id in readable:
        address = addresses.href(addresses.SOURCE, source=source.ref, passage=str(use.evidence_id))
        parts.append(link(texts.IN_THE_TEXT, address))
    words = span(f"«{shortened(use.exact, 400)}»")
    judged = element("div", *parts, style="tags small muted")
    return element("div", element("div", words, style="literal"), judged, style="line bar")


def use_records(uses: Iterable[SourceUse]) -> list[dict[str, object]]:
    """Write what rests on a source as records for a file, one for each piece of evidence."""
    return [dict(zip(texts.USE_COLUMNS, _record(use), strict=True)) for use in uses]


def _record(use: SourceUse) -> tuple[object, ...]:
    return (
        claim_ref(use.claim_id),
        labels.word(use.status),
        labels.state(use.work_state),
        use.statement,
        document_ref(DocumentType.ARTICLE, use.article_id),
        use.article_title,
        labels.word(use.stance),
        labels.word(use.tier),
        use.exact,
        use.locator,
        use.capture_id,
    )
