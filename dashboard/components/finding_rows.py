"""One place where the first hand may be: what it is, why it is suggested, the words it has for the claim."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from dashboard import labels
from dashboard.components.evidence_places import Found
from dashboard.components.paper import Node, element, icon, link, paragraph, record_link, span, tag
from dashboard.escaping import cut_after, cut_before, shortened
from dashboard.texts import finding as texts
from db.rows import document_ref
from db.vocabulary import DocumentType, MatchGrade, Tier

_TITLE, _REASON, _ADDRESS = 140, 260, 90
_WEB = ("http://", "https://")


class Hand(Protocol):
    """A document that may be the first hand of a claim, and why."""

    @property
    def title(self) -> str: ...  # noqa: D102 - see the class
    @property
    def url(self) -> str | None: ...  # noqa: D102
    @property
    def why(self) -> str: ...  # noqa: D102
    @property
    def source_id(self) -> int | None: ...  # noqa: D102
    @property
    def capture_id(self) -> int | None: ...  # noqa: D102
    @property
    def publisher(self) -> str | None: ...  # noqa: D102
    @property
    def tier(self) -> Tier: ...  # noqa: D102
    @property
    def words(self) -> str: ...  # noqa: D102
    @property
    def reference_id(self) -> int | None: ...  # noqa: D102
    @property
    def failed(self) -> str | None: ...  # noqa: D102


class Seen(Protocol):
    """What a captured text has for a claim: the grade of the quoted words, and places, best first."""

    @property
    def grade(self) -> MatchGrade | None: ...  # noqa: D102 - see the class
    @property
    def places(self) -> Sequence[Found]: ...  # noqa: D102


class Suggested(Protocol):
    """A page that an outside service suggests."""

    @property
    def url(self) -> str: ...  # noqa: D102 - see the class
    @property
    def title(self) -> str: ...  # noqa: D102
    @property
    def why(self) -> str: ...  # noqa: D102


def hand(found: Hand, seen: Seen | None, host: str) -> Node:
    """Describe a reference or a source; ``seen`` is None where there is no text to look into."""
    return element(
        "div",
        element("div", _name(found), style="hand-name"),
        element("div", *_about(found, seen, host), style="tags small"),
        paragraph(span(texts.because(shortened(found.why, _REASON)), "muted small")),
        paragraph(icon("block"), span(texts.failed(found.failed)), style="small warned") if found.failed else None,
        passage(seen.places[0]) if seen and seen.places else None,
        paragraph(span(texts.NO_PASSAGE, "muted small")) if seen and not seen.places else None,
        style="hand",
    )


def passage(found: Found) -> Node:
    """Describe a place of a captured text between what stands before and after it."""
    return element(
        "div",
        element(
            "p",
            span(cut_before(found.before) if found.before.strip() else "", "around"),
            span(found.words, "exact"),
            span(cut_after(found.after) if found.after.strip() else "", "around"),
            style="literal bar flowing",
        ),
        paragraph(span(found.locator, "muted small")),
    )


def suggested(one: Suggested) -> Node:
    """Describe what an outside service suggests; only an address of the web is a link."""
    title = shortened(one.title, _TITLE)
    name = link(title, one.url, "strong plain") if one.url.lower().startswith(_WEB) else span(title, "strong plain")
    return element(
        "div",
        element("div", name, style="hand-name"),
        paragraph(span(texts.because(shortened(one.why, _REASON)), "muted small plain")),
        paragraph(span(shortened(one.url, _ADDRESS), "muted small plain")),
        style="hand",
    )


def _name(found: Hand) -> Node:
    title = shortened(found.words.strip() or found.title, _TITLE) or texts.NO_WORDS
    if found.source_id is not None:
        return record_link(document_ref(DocumentType.SOURCE, found.source_id), title, style="strong plain")
    if found.url and found.url.lower().startswith(_WEB):
        return link(title, found.url, "strong plain")
    return span(title, "strong plain")


def _about(found: Hand, seen: Seen | None, host: str) -> list[Node]:
    shown: list[Node] = [span(found.publisher or host, "muted plain")]
    if found.publisher and host:
        shown.append(span(texts.links_to(host), "muted plain"))
    if found.tier is not Tier.UNKNOWN:
        shown.append(tag(labels.word(found.tier), labels.meaning(found.tier)))
    if found.capture_id is None:
        shown.append(tag(texts.NOT_CAPTURED))
    if seen and seen.grade is not None:
        shown.append(tag(labels.word(seen.grade), labels.meaning(seen.grade)))
    return shown
