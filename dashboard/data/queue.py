"""What the queue shows, in the order and under the names that its address asks for."""

from __future__ import annotations

from dashboard.data.lists import PAGE
from dashboard.data.record import ask, database
from db.queries import articles as _articles
from db.queries import claims as _claims
from db.queries import people as _people
from db.queries import sources as _sources
from db.queries import speakers as _speakers
from db.queries.claims import LARGEST_PAGE, ClaimOrder
from db.rows import ClaimFilter, ClaimRow, Paged, SavedView, UserRow

VIEWS_OF = "claims"
_ORDERS = {
    "newest": ClaimOrder.NEWEST,
    "waiting": ClaimOrder.OLDEST_IN_STATE,
    "text": ClaimOrder.TEXT_ORDER,
    "state": ClaimOrder.STATE,
    "article": ClaimOrder.ARTICLE,
    "speaker": ClaimOrder.SPEAKER,
}


def page(where: ClaimFilter, order: str, after: str | None) -> Paged[ClaimRow]:
    """List a page of claims; ``order`` is the address' word for an order or for groups."""
    return ask(_claims.page, where, order=_ORDERS[order], after=after, size=PAGE)


def fitting(where: ClaimFilter, order: str, at_most: int) -> tuple[ClaimRow, ...]:
    """List every claim that fits, as it is now, up to ``at_most``; a search finds its 50 best."""
    with database().read() as session:
        found: list[ClaimRow] = []
        after: str | None = None
        while len(found) < at_most:
            size = min(LARGEST_PAGE, at_most - len(found))
            part = _claims.page(session, where, order=_ORDERS[order], after=after, size=size)
            found.extend(part.rows)
            after = part.next
            if after is None:
                break
    return tuple(found)


def views(person: UserRow) -> tuple[SavedView, ...]:
    """List the views that a person keeps; they leave no event, so they are never remembered."""
    with database().read() as session:
        return _people.views(session, person.id, VIEWS_OF)


def names(kind: str, number: int) -> str | None:
    """Tell what a speaker, an article or a source is called; None where there is none of that number."""
    match kind:
        case "speaker":
            speaker = ask(_speakers.get, number)
            return None if speaker is None else speaker.name
        case "article":
            article = ask(_articles.get, number)
            return None if article is None else article.title
    source = ask(_sources.get, number)
    return None if source is None else source.title


def offered(text: str, limit: int = 5) -> tuple[tuple[str, str, str], ...]:
    """Offer speakers, articles and sources whose name holds these words, as (kind, short id, name)."""
    found = {
        "speaker": [(row.ref, row.name) for row in ask(_speakers.choices, text, limit)],
        "article": [(row.ref, row.title) for row in ask(_articles.page, desk_id=None, text=text, size=limit).rows],
        "source": [(row.ref, row.title) for row in ask(_sources.choices, text, limit)],
    }
    return tuple((kind, ref, name) for kind, rows in found.items() for ref, name in rows)
