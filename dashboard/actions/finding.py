"""Deeds on the way to a claim's first hand: capturing pages, tracing, searching the library, asking outside."""

from __future__ import annotations

from dashboard.actions import jobs
from dashboard.actions.attempts import attempt, refused, writing
from dashboard.data import finding as reading
from dashboard.data.record import changed, database, settings
from dashboard.outcome import Outcome
from dashboard.texts import finding as texts
from dashboard.wish.finding import Finding, LibrarySearched, Opened, Traced
from db.errors import FirsthandError
from db.queries import references
from db.rows import ClaimRow, UserRow
from db.vocabulary import Role, SearchOutcome
from firsthand import desk
from firsthand.errors import InvalidError
from firsthand.finding import looking, outside
from firsthand.finding.outside import Service
from firsthand.sources import captures
from firsthand.sources.fetching import Limits, Web
from firsthand.sources.services.answers import Suggestion

_SERVICE_LIMITS = Limits(seconds=12.0, body=2_000_000, wire=2_000_000)
"""A page waits for a service's answer, so it may take less than a page that is captured."""


def carry_out(person: UserRow, claim: ClaimRow, wish: Finding) -> Outcome:
    """Do what the person asked for on the panel."""
    match wish:
        case Opened():
            return open_page(person, claim.id, wish)
        case Traced():
            return jobs.trace(person, claim.id, wish.start)
        case LibrarySearched():
            return search_library(person, claim)


def open_page(person: UserRow, claim_id: int, wish: Opened) -> Outcome:
    """Make a page a source where it is none yet, tie the reference to it, and have it captured for the claim."""
    actor = desk.Actor.of(person)
    try:
        actor.require(Role.CHECKER, Role.EDITOR, to=texts.TO_CAPTURE)
        source_id = wish.source_id
        if source_id is None:
            if not wish.url:
                raise InvalidError(texts.NO_ADDRESS)
            source_id = captures.source_at(database(), actor, wish.url, title=wish.title)
        if wish.reference_id is not None:
            with writing() as session:
                row = references.get(session, wish.reference_id)
                if row is not None and row.source_id is None:
                    desk.tie_reference(session, actor, wish.reference_id, source_id)
    except FirsthandError as error:
        return refused(error)
    finally:
        changed()
    return jobs.capture(person, [source_id], claim_id=claim_id)


def search_library(person: UserRow, claim: ClaimRow) -> Outcome:
    """Search the captured library for a claim, and log the search with its outcome."""
    found = reading.library(claim)
    outcome = SearchOutcome.FOUND if found else SearchOutcome.NOTHING
    note = "; ".join(f"{one.title}: {one.why}" for one in found[:3])
    query = claim.quoted_words or claim.statement or claim.literal
    return attempt(
        person,
        lambda s, a: desk.log_search(s, a, claim.id, place=looking.LIBRARY, query=query, outcome=outcome, note=note),
        texts.LIBRARY_FOUND if found else texts.LIBRARY_NOTHING,
        claim_id=claim.id,
    )


def ask_outside(person: UserRow, claim_id: int, service: str) -> tuple[Outcome, tuple[Suggestion, ...]]:
    """Ask one outside service; slow, and outside every transaction. The search is logged by itself."""
    asked = Service(service)
    try:
        with Web(limits=_SERVICE_LIMITS) as web:
            actor, services = desk.Actor.of(person), settings().services
            answer = outside.ask(database(), web, actor, claim_id, asked, services)
    except FirsthandError as error:
        return refused(error), ()
    finally:
        changed()
    sentence = texts.asked(answer.service, len(answer.found), answer.reason)
    return Outcome(not answer.blocked, sentence), answer.found
