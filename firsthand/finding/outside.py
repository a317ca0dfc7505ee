"""Asking outside services about a claim: what would be sent to whom, and asking, which is logged as a search.

Nothing is sent unless the desk has turned the services on and a person clicks; Google's also takes a key.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from db.queries import articles, claims
from db.rows import ArticleRow
from db.session import Database
from db.vocabulary import Role
from firsthand import desk
from firsthand.errors import NotAllowedError, NotFoundError
from firsthand.finding.hands import references_of
from firsthand.finding.sought import Sought
from firsthand.settings import OutsideService, Services
from firsthand.sources.services import gdelt, google_fact_check, wayback, wikidata
from firsthand.sources.services.answers import Asker, ServiceAnswer, Suggestion

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from firsthand.desk import Actor

_PAGES = 3  # addresses that the archive is asked about


class Service(StrEnum):
    """An outside service."""

    GOOGLE = "google_fact_check"
    WAYBACK = "wayback"
    GDELT = "gdelt"
    WIKIDATA = "wikidata"


PUBLIC = {
    Service.GOOGLE: google_fact_check.PUBLIC,
    Service.WAYBACK: wayback.AVAILABILITY,
    Service.GDELT: gdelt.PUBLIC,
    Service.WIKIDATA: wikidata.PUBLIC,
}
NAMES = {
    Service.GOOGLE: google_fact_check.NAME,
    Service.WAYBACK: wayback.NAME,
    Service.GDELT: gdelt.NAME,
    Service.WIKIDATA: wikidata.NAME,
}


def allows(services: Services, service: Service) -> bool:
    """Whether the desk has turned a service on: Google's by its key, the others by name."""
    if service is Service.GOOGLE:
        return bool(services.google_fact_check_key)
    return services.allows(OutsideService(service.value))


class Question(NamedTuple):
    """What would be sent, word by word, to which host."""

    service: Service
    host: str
    sent: tuple[str, ...]


def questions(session: Session, claim_id: int, services: Services) -> tuple[Question, ...]:
    """List what may be asked about a claim: services that are off, and those with nothing to ask, are left out."""
    claim = claims.get(session, claim_id)
    if claim is None:
        return ()
    sought = Sought.of(claim)
    speaker = sought.speaker or ""
    pages = tuple(dict.fromkeys(one.url for one in references_of(session, claim_id) if one.url))[:_PAGES]
    asked = {
        Service.GOOGLE: (google_fact_check.question(sought.statement),),
        Service.WAYBACK: pages,
        Service.GDELT: (gdelt.question(sought.quote or sought.statement, speaker),),
        Service.WIKIDATA: (speaker,) if speaker else (),
    }
    return tuple(
        Question(service, urlsplit(PUBLIC[service]).hostname or "", sent)
        for service, sent in asked.items()
        if allows(services, service) and any(sent)
    )


def ask(
    database: Database,
    web: Asker,
    actor: Actor,
    claim_id: int,
    service: Service,
    services: Services,
    *,
    base: str | None = None,
) -> ServiceAnswer:
    """Ask one service about a claim, outside any transaction, and log the search with its outcome.

    Raises ``NotAllowedError`` where the service is off or the person is no checker, ``NotFoundError``.
    """
    actor.require(Role.CHECKER, to="ask outside services")
    if not allows(services, service):
        raise NotAllowedError(f"{NAMES[service]} is off on this desk: it is turned on in the environment.")
    with database.read() as session:
        claim = claims.get(session, claim_id)
        article = articles.get(session, claim.article_id) if claim else None
        question = next((one for one in questions(session, claim_id, services) if one.service is service), None)
    if claim is None or question is None:
        raise NotFoundError("something to ask about claim", claim_id)
    about = _About(Sought.of(claim), question, (article.language if article else None), claim.said_on or _date(article))
    answer = _asked(web, about, services, base or PUBLIC[service])
    note = answer.reason or "; ".join(one.url for one in answer.found)
    query = answer.asked or " ".join(question.sent)
    with database.write() as session:
        desk.log_search(session, actor, claim_id, place=NAMES[service], query=query, outcome=answer.outcome, note=note)
    return answer


class _About(NamedTuple):
    """What a question is about, and the language and the date of the article."""

    sought: Sought
    question: Question
    language: str | None
    date: str | None


def _asked(web: Asker, about: _About, services: Services, base: str) -> ServiceAnswer:
    sent, sought = about.question.sent, about.sought
    language = (about.language or "en").split("-")[0]
    match about.question.service:
        case Service.GOOGLE:
            return google_fact_check.search(
                web, sent[0], key=services.google_fact_check_key, language=language, base=base
            )
        case Service.GDELT:
            return gdelt.search(web, sought.quote or sought.statement, speaker=sought.speaker, base=base)
        case Service.WIKIDATA:
            return wikidata.search(web, sent[0], language=language, base=base)
        case Service.WAYBACK:
            return _archived(web, sent, about.date, base)


def _archived(web: Asker, pages: tuple[str, ...], date: str | None, base: str) -> ServiceAnswer:
    """Ask about one page after the other; a refusal of one ends it, so that the archive is not pressed."""
    found: list[Suggestion] = []
    for page in pages:
        answer = wayback.closest(web, page, at=date, base=base)
        found += answer.found
        if answer.blocked:
            return answer._replace(asked=" ".join(pages), found=tuple(found))
    reason = None if found else f"{wayback.NAME} has no copy of these pages."
    return ServiceAnswer(wayback.NAME, " ".join(pages), tuple(found), reason)


def _date(article: ArticleRow | None) -> str | None:
    return article.published if article else None
