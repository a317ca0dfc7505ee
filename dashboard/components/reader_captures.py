"""An article's captures: which is on view, the ways to the others, and what changed between two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from dashboard import addresses, labels
from dashboard.components.paper import Node, element, link, moment, paragraph, span, tag
from dashboard.components.reader_address import AGAINST, CAPTURE
from dashboard.components.reader_differences import compare, differences
from dashboard.texts import documents
from dashboard.texts import reader as texts
from db.rows import CaptureRow, ClaimRow


def capture_list(article: str, captures: Sequence[CaptureRow], on_view: CaptureRow | None) -> Node:
    """Describe captures, newest first: when, how, what came of it, and the ways to its text and to what changed."""
    readable = [capture for capture in captures if capture.characters]
    earlier = dict(pairwise(readable))
    return element(
        "ol", *(_item(article, capture, on_view, earlier.get(capture)) for capture in captures), style="rows narrow"
    )


def _item(article: str, capture: CaptureRow, on_view: CaptureRow | None, earlier: CaptureRow | None) -> Node:
    here = {"article": article, CAPTURE: str(capture.id)}
    ways: list[Node] = []
    if capture == on_view:
        ways.append(span(texts.ON_VIEW, "strong"))
    elif capture.characters:
        ways.append(link(texts.SHOW, addresses.href(addresses.ARTICLE, **here)))
    if earlier is not None:
        ways.append(link(texts.COMPARE, addresses.href(addresses.ARTICLE, **here, **{AGAINST: str(earlier.id)})))
    known = [
        capture.file_name,
        capture.media_type,
        documents.letters(capture.characters) if capture.characters else None,
    ]
    return element(
        "li",
        moment(capture.taken_at),
        span(labels.word(capture.method), "strong"),
        tag(labels.word(capture.outcome)),
        element("span", *ways, style="tags small"),
        element("div", *(span(word) for word in known if word), style="about tags"),
        element("div", span(f"SHA-256 {capture.sha256}", "small"), style="about") if capture.sha256 else None,
        element("div", span(capture.reason, "plain"), style="about") if capture.reason else None,
    )


def elsewhere(
    article: str, claims: Sequence[ClaimRow], captures: Sequence[CaptureRow], on_view: CaptureRow | None
) -> list[Node]:
    """Describe which other captures have claims marked in them: a mark stays in the text that it was made in."""
    found = Counter(claim.capture_id for claim in claims)
    return [
        element(
            "span",
            texts.marked_in(found[capture.id]),
            moment(capture.taken_at),
            " ",
            link(texts.SHOW_THAT, addresses.href(addresses.ARTICLE, article=article, **{CAPTURE: str(capture.id)})),
        )
        for capture in captures
        if found[capture.id] and capture != on_view
    ]


def changes(older: CaptureRow, newer: CaptureRow, before: str, after: str, away: str) -> list[Node]:
    """Describe what changed between two captures; ``away`` is the address without it."""
    heading = element("h2", texts.CHANGED_FROM, moment(older.taken_at), texts.TO, moment(newer.taken_at), style="title")
    back = link(texts.BACK_TO_TEXT, away, "small")
    if before == after:
        return [heading, paragraph(span(texts.SAME_TEXT)), back]
    pairs = compare(before, after)
    apart = sum(not pair.same for pair in pairs)
    if not apart:
        return [heading, paragraph(span(texts.ONLY_SPACES)), back]
    return [heading, paragraph(span(texts.changed(apart), "muted")), *differences(pairs), back]
