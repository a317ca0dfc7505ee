"""The looks at a document: when, what each brought, and the way to both captures side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from dashboard import addresses, labels
from dashboard.components.paper import Node, element, link, moment, paper, paragraph, span, tag
from dashboard.texts import watching as texts
from db.rows import ObservationRow
from db.vocabulary import ObservationOutcome

_GRAVE = {ObservationOutcome.LOST, ObservationOutcome.AMBIGUOUS}


class Look(Protocol):
    """A look at a document; ``before`` is the capture to hold its own against."""

    @property
    def row(self) -> ObservationRow: ...  # noqa: D102 - see the class
    @property
    def before(self) -> int | None: ...  # noqa: D102


def draw(looks: Sequence[Look], ref: str, *, key: str) -> None:
    """Draw the looks at the document of a short id, newest first, under a heading of their own."""
    head = element("h3", texts.LOOKS, style="strong")
    paper(head, paragraph(span(texts.LOOKS_ABOUT, "muted small")), observation_list(looks, ref), key=key)


def observation_list(looks: Sequence[Look], ref: str) -> Node:
    """Describe the looks at a document."""
    if not looks:
        return paragraph(span(texts.NO_LOOKS, "muted small"))
    return element("ol", *(_look(look, ref) for look in looks), style="rows narrow")


def _look(look: Look, ref: str) -> Node:
    row = look.row
    word = tag(labels.word(row.outcome), labels.meaning(row.outcome))
    counts = [span(texts.counted(health, places)) for health, places in row.anchors]
    asked_for = [span(f"{texts.BY} {row.by}")] if row.by else []
    compared = None
    if look.before is not None and row.capture_id is not None and row.outcome is not ObservationOutcome.UNCHANGED:
        compared = link(texts.SIDE_BY_SIDE, addresses.compared(ref, look.before, row.capture_id))
    return element(
        "li",
        element("div", moment(row.at), style="strong" if row.outcome in _GRAVE else ""),
        element("div", word, *counts, *asked_for, compared, style="about tags"),
        element("div", span(f"{texts.REASON}{row.reason}", "plain"), style="about") if row.reason else None,
    )
