"""The head of a source's page: what it is, whether its text is at hand, what rests on it."""

from __future__ import annotations

from dashboard import addresses, labels
from dashboard.components.paper import Node, chip, element, facts, link, moment, span, tag
from dashboard.components.source_rows import capture_state, origin_hint, tier_strip, tier_words
from dashboard.texts import sources as texts
from db.rows import Impact, SourceRow
from db.vocabulary import VerificationStatus


def head(source: SourceRow) -> Node:
    """Describe a source's title, kind, date and publisher, and the state of its text."""
    parts: list[Node] = [span(source.ref, "muted"), tag(labels.word(source.kind))]
    if source.publisher:
        parts.append(link(source.publisher, addresses.href(addresses.SOURCES, publisher=source.publisher)))
    parts += [span(known) for known in (source.author, source.published) if known]
    if source.of_one_origin > 1:
        parts.append(origin_hint(source))
    style = f"title plain{' described' * source.title_is_description}"
    return element(
        "div",
        element("h1", source.title, style=style),
        element("div", *parts, style="tags gap"),
        capture_state(source),
    )


def impact(source: SourceRow, resting: Impact) -> Node:
    """Describe what rests on a source: claims by verification status, each number a link, and pieces by tier."""
    found = dict(resting.statuses)
    counts = [
        element("span", chip(label), link(f"{found[status]:,}", _claims(source, status)), style="pair")
        for status, label in labels.statuses().items()
        if found.get(status)
    ]
    told = texts.impact(source.claims, resting.articles)
    return element(
        "div",
        element("div", link(told, addresses.href(addresses.CLAIMS, source=source.ref), "strong")),
        element("div", *counts, style="tags gap"),
        element("div", tier_strip(source.tiers), tier_words(source.tiers), style="gap measured"),
    )


def _claims(source: SourceRow, status: VerificationStatus) -> str:
    return addresses.href(addresses.CLAIMS, source=source.ref, status=labels.word(status))


def known(source: SourceRow) -> Node:
    """Describe everything that is known of a source itself."""
    name = texts.FACTS
    return facts(
        [
            (name["title"], texts.A_DESCRIPTION if source.title_is_description else None),
            (name["author"], source.author),
            (name["published"], source.published or texts.NOT_KNOWN),
            (name["language"], source.language),
            (name["address"], link(source.url, source.url) if source.url else None),
            (name["note"], source.note),
            (name["since"], moment(source.created_at)),
        ]
    )
