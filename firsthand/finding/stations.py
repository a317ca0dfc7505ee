"""Pages on file as a trace, or a person looking for the first hand, reads them: text, links, signs, whose they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from db.queries import articles, references, sources, traces
from db.queries.publishers import own
from db.rows import CaptureRow, ClaimRow, KnownPublisher
from db.vocabulary import Tier
from firsthand.finding.onward import Copied, Link, Page, Whose
from firsthand.finding.sought import Holding, Sought, holding
from firsthand.origins import signs
from firsthand.publishers import publisher_of
from firsthand.same_address import host_of
from firsthand.text.spans import Span

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class Station(NamedTuple):
    """A source that was visited: its newest capture, and, where that has a text, the page and what it holds."""

    source_id: int
    url: str
    title: str
    publisher: str | None
    tier: Tier
    capture: CaptureRow | None
    page: Page | None = None
    holding: Holding | None = None
    credits: tuple[str, ...] = ()


def whose_pages(session: Session) -> Whose:
    """Tell whose an address is, by what the desk added and by the registry that is shipped."""
    added = own(session)
    return lambda url: publisher_of(url, added)


def article_page(session: Session, claim: ClaimRow) -> Page | None:
    """Read the newest text of a claim's article; None where there is none."""
    article, newest = articles.get(session, claim.article_id), newest_readable(session, claim.article_id)
    text = articles.text(session, newest.id) if newest else None
    if article is None or newest is None or text is None:
        return None
    at = Span(claim.start, claim.end) if newest.id == claim.capture_id else _place(text, claim.literal)
    links = links_of(session, newest.id)
    known = publisher_of(article.url, own(session)) if article.url else None
    found = signs(text, article.url, None, tuple((link.url, link.words) for link in links), known)
    copied = tuple(Copied(sign.other_url, sign.kind, sign.why) for sign in found if sign.other_url)
    return Page(article.url, article.title, text, links, copied, at)


def station(session: Session, source_id: int, sought: Sought, whose: Whose) -> Station:
    """Read the newest capture of a source; raises nothing for one that has no text."""
    (row,) = sources.of_ids(session, [source_id])
    newest = next(iter(articles.captures(session, source_id)), None)
    address = (newest.final_url if newest else None) or row.url or ""
    known = _standing(address, row.url, whose)
    name = known.name if known else None
    if name in {None, host_of(address)}:  # nobody's name: the site may have told a better one
        name = row.publisher or name
    there = Station(source_id, row.url or address, row.title, name, known.tier if known else Tier.UNKNOWN, newest)
    text = articles.text(session, newest.id) if newest and newest.characters else None
    if newest is None or not text:
        return there
    held = holding(text, sought)
    on_file = traces.signs(session, source_id)
    page = Page(
        address or None,
        row.title,
        text,
        links_of(session, newest.id),
        tuple(Copied(sign.url, sign.kind, sign.why) for sign in on_file if sign.url),
        held.span,
    )
    named = tuple(sign.name for sign in on_file if sign.name and not sign.url)
    return there._replace(page=page, holding=held, credits=named)


def newest_readable(session: Session, document_id: int) -> CaptureRow | None:
    """Find a document's newest capture with a text."""
    return next((one for one in articles.captures(session, document_id) if one.characters), None)


def links_of(session: Session, capture_id: int) -> tuple[Link, ...]:
    """List a capture's links with their places."""
    return tuple(
        Link(
            row.href,
            row.words,
            Span(row.start, row.end) if row.start is not None and row.end is not None else None,
            row.source_id,
        )
        for row in references.of_capture(session, capture_id)
    )


def _standing(address: str, written: str | None, whose: Whose) -> KnownPublisher | None:
    """Whose a page is: by where its bytes came from, else by the address that was asked for."""
    return (whose(address) if address else None) or (whose(written) if written and written != address else None)


def _place(text: str, literal: str) -> Span | None:
    at = text.find(literal)
    return Span(at, at + len(literal)) if at >= 0 else None
