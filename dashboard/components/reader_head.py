"""The head of an article's page: title, who published it and when, and how far the desk has come with it."""

from __future__ import annotations

from dashboard import addresses, labels
from dashboard.components.paper import Node, element, link, moment, span
from dashboard.components.reader_coverage import Coverage
from dashboard.texts import documents
from dashboard.texts import reader as texts
from db.rows import ArticleRow
from db.vocabulary import VerificationStatus


def head(article: ArticleRow, correct: str = "") -> Node:
    """Describe the article as a newspaper sets it: title, then one line on where it comes from.

    ``correct`` is the address where that is corrected, for those who may.
    """
    described = article.title_is_description
    known = [span(word) for word in (article.author, article.publisher, article.published or texts.NO_DATE) if word]
    return element(
        "div",
        element("h1", article.title, style=f"title headline plain{' described' if described else ''}"),
        element(
            "div",
            span(article.ref, "muted"),
            *known,
            link(texts.ORIGINAL, article.url) if article.url else None,
            span(texts.language(article.language), tip=texts.LANGUAGE),
            span(article.desk) if article.desk else None,
            element("span", texts.ON_FILE, moment(article.created_at), style="muted"),
            span(texts.UNKNOWN_TITLE, "muted") if described else None,
            link(texts.CORRECT, correct) if correct else None,
            style="about tags small byline",
        ),
    )


def coverage_line(article: ArticleRow, held: Coverage, unread: str) -> Node:
    """Describe coverage in one line, each number a way to what it counts; ``unread`` shows the unread sentences."""
    parts: list[Node] = []
    if held.sentences:
        parts.append(_counted(texts.carrying(held.carrying, held.sentences), unread, texts.CARRYING_MEANING))
    elif held.claims or held.drafts:
        parts.append(span(texts.NO_SENTENCES))
    if held.claims:
        signed = [labels.word(status) for status in held.signed_as]
        parts.append(_counted(texts.signed(held.signed, held.claims), _claims(article, signed) if signed else ""))
    else:
        parts.append(span(texts.NO_CLAIMS))
    for count, worded, status in (
        (held.recheck, texts.to_recheck, VerificationStatus.RECHECK),
        (held.drafts, texts.drafts, VerificationStatus.DETECTED),
    ):
        if count:
            parts.append(_counted(worded(count), _claims(article, [labels.word(status)])))
    if held.drafts:
        parts.append(link(documents.triage(held.drafts), addresses.triage(article.ref), "strong"))
    return element("div", *parts, style="tags byline coverage")


def _claims(article: ArticleRow, status: list[str]) -> str:
    return addresses.href(addresses.CLAIMS, article=article.ref, status=status)


def _counted(said: tuple[str, str], to: str, meaning: str = "") -> Node:
    number, rest = said
    first = element("a", number, href=to, tip=meaning, style="strong") if to else span(number, "strong")
    return element("span", first, rest)
