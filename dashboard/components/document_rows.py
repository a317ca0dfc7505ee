"""Articles, sources and their captures in lists."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard import addresses, labels
from dashboard.components.evidence_card import stance
from dashboard.components.paper import Node, chip, element, facts, link, moment, record_link, span, tag
from dashboard.escaping import shortened
from db.rows import ArticleRow, CaptureRow, SourceRelationRow, SourceRow, SourceUse, claim_ref, document_ref
from db.vocabulary import DocumentType

_KILO = 1024


def _title(row: ArticleRow | SourceRow) -> Node:
    style = "strong described plain" if row.title_is_description else "strong plain"
    return record_link(row.ref, shortened(row.title, 220), style=style)


def article_list(articles: Iterable[ArticleRow]) -> Node:
    """Describe articles with a strip of their claims by status, and each count as a link to those claims."""
    items = []
    for article in articles:
        known = [span(word) for word in (article.publisher, article.author, article.published) if word]
        taken = element("span", "taken in ", moment(article.created_at))
        items.append(
            element(
                "li",
                record_link(article.ref),
                _title(article),
                element("div", *known, taken, style="about tags"),
                element("div", status_strip(article), status_links(article), style="about"),
            )
        )
    return element("ol", *items, style="rows wide")


def status_strip(article: ArticleRow, longest: int = 0) -> Node | None:
    """Describe how an article's claims stand as a thin bar; the words stand in ``status_links``.

    ``longest`` is the number of claims that fills the whole width; without it every bar does.
    """
    found = dict(article.statuses)
    parts = [
        span("", "outlined" if label.outlined else "filled", share=found[word], light=label.light, dark=label.dark)
        for word, label in labels.STATUSES.items()
        if found.get(word)
    ]
    if longest > article.claims:
        parts.append(span("", "rest", share=longest - article.claims))
    return element("div", *parts, style="strip", hidden=True) if found else None


def article_bars(articles: Iterable[ArticleRow]) -> Node:
    """Describe articles as bars of one scale, one below the other, each number leading to its claims."""
    with_claims = [article for article in articles if article.claims]
    longest = max((article.claims for article in with_claims), default=0)
    items = [
        element(
            "li",
            _title(article),
            link(f"{article.claims:,} claims" if article.claims > 1 else "1 claim", _claims_of(article), "count"),
            element("div", status_strip(article, longest), status_links(article)),
        )
        for article in with_claims
    ]
    return element("ol", *items, style="bars")


def _claims_of(article: ArticleRow) -> str:
    return addresses.href(addresses.CLAIMS, article=article.ref)


def status_links(article: ArticleRow) -> Node:
    """Describe how many of an article's claims stand where; each number leads to them."""
    found = dict(article.statuses)
    parts: list[Node] = [
        element(
            "span",
            chip(label),
            link(str(found[word]), addresses.href(addresses.CLAIMS, article=article.ref, status=label.word)),
            style="pair",
        )
        for word, label in labels.STATUSES.items()
        if found.get(word)
    ]
    return element("div", *(parts or [span("no claims yet")]), style="tags gap")


def source_list(sources: Iterable[SourceRow]) -> Node:
    """Describe sources with what rests on them."""
    items = []
    for source in sources:
        known = [span(word) for word in (source.publisher, source.author, source.published) if word]
        claims = "1 claim rests on it" if source.claims == 1 else f"{source.claims} claims rest on it"
        items.append(
            element(
                "li",
                record_link(source.ref),
                _title(source),
                element(
                    "div",
                    tag(labels.word(source.kind)),
                    tag("captured" if source.captured else "not captured"),
                    span(claims),
                    *known,
                    style="about tags",
                ),
            )
        )
    return element("ol", *items, style="rows wide")


def document_head(row: ArticleRow | SourceRow) -> Node:
    """Describe a document's title."""
    style = "title described plain" if row.title_is_description else "title plain"
    return element("div", span(row.ref, "muted"), element("h1", row.title, style=style))


def document_facts(row: ArticleRow | SourceRow) -> Node:
    """Describe what is known of a document."""
    return facts(
        [
            ("Title", "a description; the real one is not known" if row.title_is_description else None),
            ("Kind", labels.word(row.kind) if isinstance(row, SourceRow) else None),
            ("Author", row.author),
            ("Publisher", row.publisher),
            ("Published", row.published or "not known"),
            ("Language", row.language),
            ("Address", link(row.url, row.url) if row.url else None),
            ("Note", row.note if isinstance(row, SourceRow) else None),
            ("Desk", row.desk if isinstance(row, ArticleRow) else None),
            ("On file since", moment(row.created_at)),
        ]
    )


def capture_list(captures: Iterable[CaptureRow]) -> Node:
    """Describe captures: when, how, what came of it, and the fingerprint of the bytes."""
    items = []
    for capture in captures:
        size = f"{capture.size / _KILO:,.1f} kB" if capture.size is not None else ""
        letters = f"{capture.characters:,} characters of text" if capture.characters else ""
        known = [span(word) for word in (capture.file_name, capture.media_type, size, letters) if word]
        items.append(
            element(
                "li",
                element("div", moment(capture.taken_at), span(f"  {labels.word(capture.method)}", "strong")),
                element("div", tag(labels.word(capture.outcome)), *known, style="about tags"),
                element("div", span(f"SHA-256 {capture.sha256}", "small"), style="about") if capture.sha256 else None,
                element("div", span(f"Reason: {capture.reason}", "plain"), style="about") if capture.reason else None,
                element("div", span(f"by {capture.taken_by}"), style="about") if capture.taken_by else None,
            )
        )
    return element("ol", *items, style="rows narrow")


def use_list(uses: Iterable[SourceUse]) -> Node:
    """Describe which claims rest on a source, and on which of its words."""
    items = []
    for use in uses:
        ref = claim_ref(use.claim_id)
        article = document_ref(DocumentType.ARTICLE, use.article_id)
        items.append(
            element(
                "li",
                record_link(ref),
                element("span", chip(labels.status(use.status))),
                record_link(ref, shortened(use.statement, 240) or "no statement yet", style="said plain"),
                element(
                    "div",
                    chip(stance(use.stance)),
                    tag(labels.word(use.tier)),
                    span(use.locator or "no place given"),
                    record_link(article, shortened(use.article_title, 60), style=""),
                    style="about tags",
                ),
                element("div", span(f"«{shortened(use.exact, 300)}»"), style="about literal"),
            )
        )
    return element("ol", *items, style="rows")


def relation_list(relations: Iterable[SourceRelationRow], source_id: int) -> Node:
    """Describe how a source stands to others, read from this one."""
    items = []
    for relation in relations:
        outgoing = relation.source_id == source_id
        other, title = (
            (relation.other_id, relation.other_title) if outgoing else (relation.source_id, relation.source_title)
        )
        ref = document_ref(DocumentType.SOURCE, other)
        words = f"this {labels.word(relation.kind)} " if outgoing else ""
        after = "" if outgoing else f" {labels.word(relation.kind)} this"
        items.append(
            element(
                "li",
                element(
                    "div", span(words, "muted"), record_link(ref, shortened(title, 120), style=""), span(after, "muted")
                ),
                element("div", span(relation.note, "plain"), style="about") if relation.note else None,
            )
        )
    return element("ol", *items, style="rows narrow")
