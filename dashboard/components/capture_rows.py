"""The captures of an article or a source: when each was taken, how, what came of it and why, and the ways on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from dashboard import addresses, labels
from dashboard.components.paper import Node, element, facts, icon, link, moment, span
from dashboard.texts import captures as texts
from db.rows import AttestationRow, CaptureRow, SourceUse
from db.vocabulary import AttestationState, CaptureOutcome

CAPTURE, ABOUT = "capture", "about"
"""What the address of a document's page says: the capture on view, the one of which everything is told."""
_OUTCOME_ICONS = {
    CaptureOutcome.COMPLETE: "inventory_2",
    CaptureOutcome.NO_TEXT: "draft",
    CaptureOutcome.PARTIAL: "content_cut",
    CaptureOutcome.REFUSED: "block",
    CaptureOutcome.GONE: "link_off",
    CaptureOutcome.UNREACHABLE: "cloud_off",
    CaptureOutcome.FAILED: "error",
}
_ATTESTATION_ICONS = {
    AttestationState.ASKED: "hourglass_empty",
    AttestationState.PENDING: "hourglass_empty",
    AttestationState.DONE: "verified",
    AttestationState.REFUSED: "block",
    AttestationState.FAILED: "error",
}


def capture_list(
    ref: str, captures: Sequence[CaptureRow], on_view: CaptureRow | None, archived: Iterable[AttestationRow] = ()
) -> Node:
    """Describe captures, newest first: what came of each, and the ways to its text, its facts and what changed."""
    readable = [capture for capture in captures if capture.characters]
    earlier = dict(pairwise(readable))
    attested: dict[int, AttestationRow] = {}
    for row in archived:
        attested.setdefault(row.capture_id, row)
    return element(
        "ol",
        *(_item(ref, capture, on_view, earlier.get(capture), attested.get(capture.id)) for capture in captures),
        style="rows narrow",
    )


def _item(
    ref: str,
    capture: CaptureRow,
    on_view: CaptureRow | None,
    earlier: CaptureRow | None,
    attested: AttestationRow | None,
) -> Node:
    ways: list[Node] = []
    if capture == on_view:
        ways.append(span(texts.ON_VIEW, "strong"))
    elif capture.characters:
        ways.append(link(texts.SHOW_TEXT, addresses.of_document(ref, **{CAPTURE: str(capture.id)})))
    if earlier is not None:
        ways.append(link(texts.COMPARE, addresses.compared(ref, earlier.id, capture.id)))
    ways.append(link(texts.EVERYTHING, addresses.of_document(ref, **{ABOUT: str(capture.id)})))
    known = [
        span(texts.letters(capture.characters)) if capture.characters else None,
        span(f"{texts.BY}{capture.taken_by}") if capture.taken_by else None,
        attestation(attested) if attested else None,
    ]
    return element(
        "li",
        moment(capture.taken_at),
        span(labels.word(capture.method), "muted"),
        outcome(capture),
        why(capture),
        element("div", *known, style="about tags") if any(known) else None,
        element("div", *ways, style="tags small"),
    )


def outcome(capture: CaptureRow) -> Node:
    """Describe in a word what a capture came to."""
    style = "chip outlined" if capture.outcome is CaptureOutcome.COMPLETE else "chip"
    return element("span", icon(_OUTCOME_ICONS[capture.outcome]), labels.word(capture.outcome), style=style)


def why(capture: CaptureRow) -> Node | None:
    """Describe why a capture came to what it did, and when it is tried again."""
    again = element("span", texts.NEXT_TRY, moment(capture.retry_at)) if capture.retry_at else None
    reason = span(capture.reason, "plain") if capture.reason else None
    return element("div", reason, again, style="about tags") if reason or again else None


def attestation(row: AttestationRow) -> Node:
    """Describe what an archive was asked, and where the page is kept if it is."""
    said = f"{labels.word(row.archive)}: {labels.word(row.state)}"
    state = link(said, row.address) if row.address else span(said)
    return element("span", icon(_ATTESTATION_ICONS[row.state]), state, style="chip")


def everything(capture: CaptureRow) -> Node:
    """Describe all that is known of one capture; what is not known of it is left out."""
    name = texts.FACTS
    final = capture.final_url if capture.final_url != capture.url else None
    return facts(
        [
            (name["outcome"], outcome(capture)),
            (name["reason"], span(capture.reason, "plain") if capture.reason else None),
            (name["retry"], moment(capture.retry_at) if capture.retry_at else None),
            (name["taken"], moment(capture.taken_at)),
            (name["began"], moment(capture.started_at) if capture.started_at else None),
            (name["by"], capture.taken_by),
            (name["how"], labels.word(capture.method)),
            (name["address"], link(capture.url, capture.url) if capture.url else None),
            (name["final"], link(final, final) if final else None),
            (name["status"], str(capture.status) if capture.status is not None else None),
            (name["declared"], capture.declared_type),
            (name["taken_for"], capture.media_type),
            (name["file"], capture.file_name),
            (name["size"], texts.size(capture.size) if capture.size is not None else None),
            (name["sha256"], capture.sha256),
            (name["text"], texts.letters(capture.characters) if capture.characters else None),
            (name["extractor"], capture.extractor),
        ]
    )


def hops(capture: CaptureRow) -> Node | None:
    """Describe the way to what was captured, step by step; nothing where nothing was fetched."""
    if not capture.hops:
        return None
    steps = [
        element(
            "li",
            span(texts.hop(number, hop.status), "strong"),
            span(hop.url, "plain"),
            span(texts.answered_from(hop.address), "muted small") if hop.address else None,
        )
        for number, hop in enumerate(capture.hops, start=1)
    ]
    return element("div", element("h3", texts.HOPS, style="strong small"), element("ol", *steps, style="rows narrow"))


def header_list(headers: Sequence[tuple[str, str]]) -> Node:
    """Describe the headers of an answer behind a disclosure: foreign words, and many of them."""
    pairs = [cell for name, value in headers for cell in (element("dt", name), element("dd", value, style="plain"))]
    return element("details", element("summary", texts.HEADERS, style="small"), element("dl", *pairs, style="facts"))


def archived(rows: Sequence[AttestationRow]) -> Node:
    """Describe what archives were asked about one capture, and what they answered."""
    items = [
        element(
            "li",
            attestation(row),
            moment(row.archived_at or row.asked_at),
            span(f"{texts.BY}{row.asked_by}", "muted small") if row.asked_by else None,
            element("div", span(row.reason, "plain"), style="about") if row.reason else None,
        )
        for row in rows
    ]
    return element("ol", *items, style="rows narrow") if items else span(texts.NO_ATTESTATION, "muted")


def capture_records(captures: Iterable[CaptureRow]) -> list[dict[str, object]]:
    """Write captures as records for a file."""
    return [dict(zip(texts.CAPTURE_COLUMNS, _record(capture), strict=True)) for capture in captures]


def _record(capture: CaptureRow) -> tuple[object, ...]:
    return (
        capture.id,
        capture.taken_at.isoformat(timespec="seconds"),
        labels.word(capture.method),
        labels.word(capture.outcome),
        capture.reason,
        capture.retry_at.isoformat(timespec="seconds") if capture.retry_at else None,
        capture.taken_by,
        capture.url,
        capture.final_url,
        capture.status,
        capture.declared_type,
        capture.media_type,
        capture.size,
        capture.sha256,
        capture.characters,
        capture.extractor,
        len(capture.hops),
    )


def told(captures: Sequence[CaptureRow], asked: str) -> CaptureRow | None:
    """Choose the capture of which everything is told; None where none is asked for."""
    return next((capture for capture in captures if str(capture.id) == asked), None)


def on_view(captures: Sequence[CaptureRow], asked: str, uses: Iterable[SourceUse], passage: str) -> CaptureRow | None:
    """Choose whose text is shown: the capture asked for, else that of the passage asked for, else the newest."""
    readable = {str(capture.id): capture for capture in captures if capture.characters}
    holding = next((str(use.capture_id) for use in uses if str(use.evidence_id) == passage), "")
    return readable.get(asked) or readable.get(holding) or next(iter(readable.values()), None)


def marked_elsewhere(
    ref: str, uses: Iterable[SourceUse], captures: Sequence[CaptureRow], on_view: CaptureRow | None
) -> list[Node]:
    """Describe which other captures have passages in use: a passage stays in the text that it was found in."""
    counted = Counter(use.capture_id for use in uses)
    return [
        node
        for capture in captures
        if counted.get(capture.id) and capture != on_view
        for node in (
            element("span", texts.of_another(counted[capture.id]), moment(capture.taken_at)),
            link(texts.SHOW_THAT, addresses.of_document(ref, **{CAPTURE: str(capture.id)})),
        )
    ]
