"""Tracing: from a claim's article along references, page by page, towards the first hand; each page becomes a capture.

``begin``; then, until the trail is ``over``, ``approach`` names the next source, whoever traces has it captured, and
``arrive`` reads what was captured; at last ``finish``. Nothing is fetched here. A ``Trail`` holds plain values only, so
that it can be kept between these steps, and each of them may be done again after a crash.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from db.queries import articles, claims, references, sources, traces
from db.rows import TraceRow, TraceStep
from db.session import Database
from db.vocabulary import CaptureOutcome, Role, Tier, TraceOutcome
from firsthand import desk
from firsthand.errors import InvalidError, NotFoundError
from firsthand.finding.onward import Lead, leads, weighed
from firsthand.finding.sought import Sought
from firsthand.finding.stations import article_page, station, whose_pages
from firsthand.finding.trails import Trail, found_on, going_on, outcome_of
from firsthand.same_address import spellings
from firsthand.sources import captures

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from firsthand.desk import Actor

_OF_A_PAGE = 3  # leads of one page that are followed
_FRESH = dt.timedelta(days=1)  # a capture so new stands for the page; a trace does not fetch it again


class Approached(NamedTuple):
    """What comes next on a trail: a source, which has to be captured unless a ``fresh`` capture stands for it.

    Without a source the address was none that the desk can keep, and the trail has gone past it.
    """

    trail: Trail
    source_id: int | None = None
    fresh: bool = False


def begin(database: Database, actor: Actor, claim_id: int, start: str | None = None) -> Trail:
    """Stand at the article and list what may lead on; ``start`` is the address of the one reference to follow.

    Raises ``NotFoundError`` for a claim without a text, ``NotAllowedError`` where the person may not trace claims.
    """
    actor.require(Role.CHECKER, to="trace claims")
    with database.read() as session:
        claim = claims.get(session, claim_id)
        page = article_page(session, claim) if claim else None
        if claim is None or page is None:
            raise NotFoundError("captured text of the article of claim", claim_id)
        article, whose = articles.get(session, claim.article_id), whose_pages(session)
    sought = Sought.of(claim)
    publisher = article.publisher if article else None
    outcome = "The claim stands here."
    first = TraceStep(page.url or "", page.title, publisher, outcome=outcome, document_id=claim.article_id)
    trail = Trail(claim_id, sought, (first,), visited=(page.url,) if page.url else ())
    worth = weighed(page, sought, whose)
    if start is not None:
        asked = next((lead for lead in worth if start in spellings(lead.url)), None)
        found: tuple[Lead, ...] = (asked or Lead(start, "", "it was chosen by a person", 1.0),)
    else:
        # A person asked: where no reference is worth a visit by itself, the most promising ones are tried all the same.
        found = (leads(page, sought, whose, trail.visited) or worth)[:_OF_A_PAGE]
    return going_on(trail._replace(waiting=tuple(_told(lead, page.title) for lead in found)))


def approach(database: Database, actor: Actor, trail: Trail) -> Approached:
    """Make the next page of a trail that is not over a source of the desk."""
    lead, *rest = trail.waiting
    try:
        source_id = lead.source_id or captures.source_at(database, actor, lead.url)
    except InvalidError as error:  # what a page links to may be no address that the desk can keep
        step = TraceStep(lead.url, words=lead.words or None, why=lead.why, outcome=error.message)
        past = trail._replace(
            steps=(*trail.steps, step),
            waiting=tuple(rest),
            visited=(*trail.visited, lead.url),
            unread=(*trail.unread, step.outcome),
        )
        return Approached(going_on(past))
    return Approached(trail, source_id, fresh=_fresh(database, actor, source_id))


def arrive(database: Database, trail: Trail, source_id: int) -> Trail:
    """Read what was captured of the source that was approached, and see whether it is the first hand or leads on."""
    lead, *rest = trail.waiting
    with database.read() as session:
        whose = whose_pages(session)
        there = station(session, source_id, trail.sought, whose)
    step = TraceStep(
        url=there.url,
        title=there.title,
        publisher=there.publisher,
        words=lead.words or None,
        why=lead.why,
        outcome=outcome_of(there),
        document_id=there.source_id,
        capture_id=there.capture.id if there.capture else None,
        tier=there.tier,
    )
    passed = {lead.url, there.url, *([there.page.url] if there.page and there.page.url else [])}
    trail = trail._replace(
        steps=(*trail.steps, step), waiting=tuple(rest), visited=(*trail.visited, *sorted(passed - {""}))
    )
    if there.page is None or there.holding is None:
        return going_on(trail._replace(unread=(*trail.unread, step.outcome)))
    if there.holding.held:
        trail = trail._replace(held=there.title)
        if there.tier is Tier.PRIMARY:
            return trail._replace(outcome=TraceOutcome.FOUND, reason=found_on(there), waiting=())
    trail = trail._replace(credits=(*trail.credits, *(name for name in there.credits if name not in trail.credits)))
    further = leads(there.page, trail.sought, whose, trail.visited)[:_OF_A_PAGE]
    ahead = [_told(lead, there.title) for lead in further]
    known = {spelt for lead in ahead for spelt in spellings(lead.url)} | _spelt(trail.visited)
    waiting = (*ahead, *(lead for lead in trail.waiting if known.isdisjoint(spellings(lead.url))))
    return going_on(trail._replace(waiting=waiting))


def finish(database: Database, actor: Actor, trail: Trail, *, key: str) -> TraceRow:
    """Put a trace on file with its entry in the search log, and tie the article's references that it followed."""
    outcome = trail.outcome or TraceOutcome.DEAD_END
    reason = trail.reason or "It was ended before it came to an end."
    with database.write() as session:
        if traces.with_uid(session, key) is None:
            steps = trail.steps
            desk.record_trace(session, actor, trail.claim_id, uid=key, outcome=outcome, reason=reason, steps=steps)
            _tie(session, actor, trail)
        session.flush()
        recorded = traces.with_uid(session, key)
    if recorded is None:
        raise NotFoundError("trace", key)
    return recorded


def _fresh(database: Database, actor: Actor, source_id: int) -> bool:
    with database.read() as session:
        newest = next(iter(articles.captures(session, source_id)), None)
        (source,) = sources.of_ids(session, [source_id])
    if source.url is None:
        return True  # brought by hand, and at no address: there is nothing to fetch
    return (
        newest is not None
        and newest.outcome is CaptureOutcome.COMPLETE
        and bool(newest.characters)
        and actor.now() - newest.taken_at < _FRESH
    )


def _told(lead: Lead, title: str) -> Lead:
    """Name the page that a lead was found on."""
    return lead._replace(why=f"Found on «{title}»: {lead.why.rstrip('.')}.")


def _spelt(addresses: tuple[str, ...]) -> set[str]:
    return {spelt for address in addresses for spelt in spellings(address)}


def _tie(session: Session, actor: Actor, trail: Trail) -> None:
    """Tie the article's references that were followed to the sources they became; what a person tied stays."""
    at: dict[str, int] = {}
    for step in trail.steps[1:]:
        if step.document_id is not None and step.capture_id is not None:
            at.update(dict.fromkeys(spellings(step.url), step.document_id))
    article_id = trail.steps[0].document_id or 0
    for row in references.of_article(session, article_id):
        source_id = next((at[spelt] for spelt in spellings(row.href) if spelt in at), None)
        if row.source_id is None and source_id is not None:
            desk.tie_reference(session, actor, row.id, source_id)
