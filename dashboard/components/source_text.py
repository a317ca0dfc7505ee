"""The captured text of a source, with the passages in use marked: what claims they carry, and how those stand."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard import addresses, labels
from dashboard.components import capture_rows
from dashboard.components.paper import Node, asset, element, icon, paper, span
from dashboard.components.reader_cuts import Stretch, cut
from dashboard.texts import glossary
from dashboard.texts import sources as texts
from db.rows import CaptureRow, SourceUse, claim_ref

_CSS = asset("paper.css") + asset("source_text.css")
_JS = "\n".join([asset("drawing.js"), asset("source_text.js")])
_MOST = 60_000  # characters sent to a browser at once
_AROUND = 5_000  # characters looked back through for where a paragraph begins


def in_capture(uses: Sequence[SourceUse], capture: CaptureRow | None) -> list[SourceUse]:
    """Keep the passages that have their place in a capture."""
    return [
        use
        for use in uses
        if capture is not None and use.capture_id == capture.id and use.start is not None and use.end is not None
    ]


def section(
    ref: str, captures: Sequence[CaptureRow], capture: CaptureRow | None, uses: Sequence[SourceUse], text: str | None
) -> None:
    """Draw the text of a capture under its heading, with the ways to passages that stand in other captures."""
    st.subheader(texts.TEXT_HEADING, help=glossary.meaning("passage"))
    others = capture_rows.marked_elsewhere(ref, uses, captures, capture)
    if others:
        paper(element("div", *others, style="tags small muted"), key=f"{ref}-elsewhere")
    source_text(text, in_capture(uses, capture), ref)


def source_text(text: str | None, uses: Sequence[SourceUse], ref: str) -> None:
    """Draw a text with its passages; the one that the address names is brought into view."""
    asked = addresses.asked_for(st.query_params, "passage")
    wanted = next((use.evidence_id for use in uses if str(use.evidence_id) == asked), None)
    if text is None:
        st.caption(texts.TEXT_MISSING)
        return
    if asked and wanted is None:
        st.text(texts.no_such_passage(asked[:40]))
    draw = st.components.v2.component("firsthand_source_text", css=_CSS, js=_JS)
    draw(data={"nodes": _nodes(text, uses, wanted), "wanted": wanted, "name": texts.TEXT_HEADING}, key=f"{ref}-text")


def _nodes(text: str, uses: Sequence[SourceUse], wanted: int | None) -> list[Node]:
    sought = [_place(use) for use in uses if use.evidence_id == wanted]
    first, last = part(text, sought or [_place(use) for use in uses])
    places = [(start - first, end - first) for start, end in map(_place, uses)]
    paragraphs = [
        element("p", *(_stretch(piece, uses, first, wanted) for piece in held))
        for held in cut(text[first:last], places)
    ]
    nodes: list[Node] = [element("div", *paragraphs, style="reader literal")]
    if (first, last) != (0, len(text)):
        nodes.insert(0, element("p", span(texts.part_of_text(first, last, len(text)), "muted small")))
    return nodes


def part(text: str, places: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Choose what of a long text to show: around the first of some places, from the beginning of a paragraph."""
    if len(text) <= _MOST:
        return 0, len(text)
    middle = min((start for start, _ in places), default=0)
    start = max(0, min(middle - _MOST // 2, len(text) - _MOST))
    gap = text.rfind("\n\n", max(0, start - _AROUND), start)
    return (gap + 2 if gap >= 0 else start), start + _MOST


def _place(use: SourceUse) -> tuple[int, int]:
    return use.start or 0, use.end or 0


def _stretch(piece: Stretch, uses: Sequence[SourceUse], offset: int, wanted: int | None) -> Node:
    """Wrap words in the passages over them, the shortest innermost: that one leads to its claim, and tells of all."""
    if not piece.over:
        return piece.words
    held = [uses[number] for number in piece.over]
    opening = [use for use in held if use.start == piece.start + offset]
    node: Node = element(
        "a",
        *(icon(labels.status(use.status).icon) for use in opening),
        piece.words,
        style=_style(held[0], wanted),
        href=addresses.of_record(claim_ref(held[0].claim_id)),
        tip=" / ".join(_told(use) for use in held),
        **_colours(held[0]),
    )
    for use in held[1:]:
        node = element("span", node, style=_style(use, wanted), **_colours(use))
    return node


def _told(use: SourceUse) -> str:
    ref, status = claim_ref(use.claim_id), labels.word(use.status)
    return texts.passage(ref, labels.word(use.stance), status, use.statement)


def _style(use: SourceUse, wanted: int | None) -> str:
    outlined, sought = labels.status(use.status).outlined, use.evidence_id == wanted
    return f"mark{' outlined' * outlined}{' wanted' * sought}"


def _colours(use: SourceUse) -> dict[str, str]:
    label = labels.status(use.status)
    return {"light": label.light, "dark": label.dark}
