"""Addresses as somebody pastes them: each becomes a source that is fetched, or an article; what is none is told."""

from __future__ import annotations

from urllib.parse import urlsplit

from dashboard.actions import jobs
from dashboard.data.record import changed, database
from dashboard.outcome import Addressed, AskedFor
from dashboard.texts import addressing as texts
from db.errors import FirsthandError
from db.queries import references
from db.rows import UserRow, document_ref
from db.vocabulary import DocumentType
from firsthand import desk
from firsthand.errors import Refusal
from firsthand.same_address import spellings
from firsthand.sources.captures import source_at
from firsthand.sources.targets import never_fetched

MOST = 500
"""As many addresses as are taken at once."""
_LONGEST = 2000  # characters of an address
_AROUND = "<>«»\"'“”,;"


def add_sources(person: UserRow, pasted: str) -> AskedFor:
    """Make each address a source, or find the one that has it, and ask for all of them to be fetched."""
    given = _addresses(pasted)
    if problem := _problem(given):
        return AskedFor((), sentence=problem)
    actor = desk.Actor.of(person)
    came, numbers = [], []
    for address in given:
        one, number = _source(actor, address)
        came.append(one)
        if number is not None:
            numbers.append(number)
    changed()
    if not numbers:
        return AskedFor(tuple(came))
    outcome = jobs.capture(person, numbers)
    return AskedFor(tuple(came), outcome.ref, "" if outcome.done else outcome.sentence)


def take_articles_in(person: UserRow, desk_id: int, pasted: str, *, again: bool = False) -> AskedFor:
    """Ask for articles to be fetched and taken in; ``again`` adds a later capture where an address is known."""
    given = _addresses(pasted)
    if problem := _problem(given):
        return AskedFor((), sentence=problem)
    came = tuple(Addressed(address, sentence=_wrong(address)) for address in given)
    good = [one.address for one in came if not one.sentence]
    if not good:
        return AskedFor(came)
    outcome = jobs.take_in(person, desk_id, good, again=again)
    return AskedFor(came, outcome.ref, "" if outcome.done else outcome.sentence)


def _addresses(pasted: str) -> list[str]:
    """Take a paste apart: addresses stand on lines of their own, or beside each other; each counts once."""
    words = (word.strip(_AROUND) for word in pasted.split())
    return list(dict.fromkeys(_whole(word) for word in words if word))


def _whole(word: str) -> str:
    """Write an address with the scheme that people leave out: «www.example.org/report»."""
    named = "://" not in word and word.split("/", 1)[0].count(".") and ":" not in word.split("/", 1)[0]
    return f"https://{word}" if named else word


def _problem(given: list[str]) -> str:
    if not given:
        return texts.NO_ADDRESS
    return texts.too_many(len(given), MOST) if len(given) > MOST else ""


def _wrong(address: str) -> str:
    """Tell what is wrong with an address; nothing where it may be fetched, as far as its spelling tells."""
    if len(address) > _LONGEST:
        return texts.address_too_long(_LONGEST)
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return texts.NOT_OF_THE_WEB
    if parts.scheme not in {"http", "https"} or not host:
        return texts.NOT_OF_THE_WEB
    return texts.WITH_NAME if parts.username or parts.password else never_fetched(address) or ""


def _source(actor: desk.Actor, address: str) -> tuple[Addressed, int | None]:
    if wrong := _wrong(address):
        return Addressed(address, sentence=wrong), None
    with database().read() as session:
        there = set(references.sources_at(session, spellings(address)).values())
    try:
        number = source_at(database(), actor, address)
    except FirsthandError as error:
        return Addressed(address, sentence=error.message if isinstance(error, Refusal) else str(error)), None
    return Addressed(address, document_ref(DocumentType.SOURCE, number), new=number not in there), number
