"""Articles, and the captures of a document, in lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dashboard import addresses, labels
from dashboard.components.paper import Node, chip, element, link, moment, record_link, span
from dashboard.escaping import shortened
from dashboard.texts import articles as texts
from dashboard.texts import documents
from db.rows import ArticleRow
from db.vocabulary import VerificationStatus

_V = VerificationStatus
_LEFT = (_V.RECHECK, _V.DETECTED, _V.OPEN, _V.IN_CHECK, _V.ON_HOLD, _V.IN_REVIEW)


def _title(row: ArticleRow) -> Node:
    style = "strong described plain" if row.title_is_description else "strong plain"
    return record_link(row.ref, shortened(row.title, 220), style=style)


def article_list(articles: Iterable[ArticleRow]) -> Node:
    """Describe articles: what is done, what is left, a strip of their claims by status, each count a link to them."""
    items = []
    for article in articles:
        known = [span(word) for word in (article.publisher, article.author, article.published) if word]
        items.append(
            element(
                "li",
                record_link(article.ref),
                _title(article),
                element("div", *known, element("span", texts.TAKEN, moment(article.created_at)), style="about tags"),
                element("div", status_strip(article), progress(article), status_links(article), style="about"),
            )
        )
    return element("ol", *items, style="rows wide")


def progress(article: ArticleRow) -> Node | None:
    """Describe how far the desk has come, in words; nothing where there are no claims."""
    done, drafts = article_progress(article), dict(article.statuses).get(_V.DETECTED, 0)
    if not article.claims:
        return None
    left = _claims_of(article, [labels.word(status) for status in done.left_as])
    return element(
        "div",
        link(texts.signed(done.signed, done.taken), _claims_of(article), "strong") if done.taken else None,
        link(texts.undone(done.undone), left) if done.undone else span(texts.undone(0)),
        link(documents.triage(drafts), addresses.triage(article.ref)) if drafts else None,
        style="tags gap",
    )


class Progress(NamedTuple):
    """Claims taken on, those of them that are signed off, and those (drafts too) that wait for somebody."""

    taken: int
    signed: int
    undone: int
    left_as: tuple[VerificationStatus, ...]


def article_progress(article: ArticleRow) -> Progress:
    """Count an article's claims by what is left to do; a status says it where a work state did."""
    found = dict(article.statuses)
    aside = found.get(_V.NOT_FOR_US, 0) + found.get(_V.DETECTED, 0)
    left = tuple(status for status in _LEFT if found.get(status))
    taken = article.claims - aside
    undone = sum(found[status] for status in left)
    return Progress(taken, taken - (undone - found.get(_V.DETECTED, 0)) - found.get(_V.WITHDRAWN, 0), undone, left)


def status_strip(article: ArticleRow) -> Node | None:
    """Describe how an article's claims stand as a thin bar; the words stand in ``status_links``."""
    found = dict(article.statuses)
    parts = [
        span("", "outlined" if label.outlined else "filled", share=found[word], light=label.light, dark=label.dark)
        for word, label in labels.statuses().items()
        if found.get(word)
    ]
    return element("div", *parts, style="strip", hidden=True) if found else None


def _claims_of(article: ArticleRow, status: Sequence[str] = ()) -> str:
    return addresses.href(addresses.CLAIMS, article=article.ref, **({"status": status} if status else {}))


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
        for word, label in labels.statuses().items()
        if found.get(word)
    ]
    return element("div", *(parts or [span(texts.NO_CLAIMS)]), style="tags gap")
