"""Deeds of the house: rules, people, words for findings, publishers."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import select
from sqlalchemy.orm import Session

from dashboard import labels
from dashboard.actions.attempts import refused, writing
from dashboard.outcome import Change, Outcome
from dashboard.texts import settings as texts
from dashboard.wish import DeskRules, FindingWord, HouseWish, NewPerson, PersonRoles, PublisherTier
from db.errors import FirsthandError
from db.models import Desk, Publisher
from db.rows import UserRow
from db.vocabulary import RecordType
from firsthand import desk
from firsthand.desk.record import newest_event_of

Deed = Callable[[Session, desk.Actor], object]
Version = Callable[[Session], int]


def change(person: UserRow, wish: HouseWish) -> Outcome:
    """Do what a person wants of the house."""
    match wish:
        case DeskRules():
            return set_rules(person, wish)
        case NewPerson():
            return add_person(person, wish)
        case PersonRoles():
            return set_person(person, wish)
        case FindingWord():
            return rename(person, wish)
        case PublisherTier():
            return judge(person, wish)


def set_rules(person: UserRow, wish: DeskRules) -> Outcome:
    """Change a desk's rules."""
    return _change(
        person,
        f"desk {wish.desk_id}",
        lambda s: s.scalar(select(Desk.version).where(Desk.id == wish.desk_id)) or 0,
        lambda s, a: desk.set_rules(
            s, a, wish.desk_id, wish.seen, allow_self_signing=wish.self_signing, stale_after_days=wish.stale_after
        ),
        texts.RULES_SAVED,
    )


def add_person(person: UserRow, wish: NewPerson) -> Outcome:
    """Add a person."""
    try:
        with writing() as session:
            added = desk.add_user(session, desk.Actor.of(person), wish.email, wish.name, wish.roles).name
    except FirsthandError as error:
        return refused(error)
    return Outcome(True, texts.person_added(added))


def set_person(person: UserRow, wish: PersonRoles) -> Outcome:
    """Change what a person may do."""
    return _change(
        person,
        f"person {wish.user_id}",
        lambda s: newest_event_of(s, RecordType.USER, wish.user_id),
        lambda s, a: desk.set_roles(s, a, wish.user_id, wish.roles, disabled=wish.disabled, seen=wish.seen),
        texts.PERSON_SAVED,
    )


def rename(person: UserRow, wish: FindingWord) -> Outcome:
    """Call a finding by another word; its own word takes the renaming back."""
    back = " ".join(wish.word.split()) == labels.DEFAULTS.get(wish.code)
    return _change(
        person,
        f"word {wish.code}",
        lambda _: 0,
        lambda s, a: desk.set_label(s, a, wish.code, wish.word, seen=wish.seen, defaults=labels.DEFAULTS),
        texts.WORD_BACK if back else texts.WORD_SAVED,
    )


def judge(person: UserRow, wish: PublisherTier) -> Outcome:
    """Note what a publisher is, which addresses are its own and how first hand its documents usually are."""
    facts = desk.PublisherFacts(wish.kind, wish.country, wish.hosts)
    return _change(
        person,
        f"publisher {wish.name}",
        lambda s: s.scalar(select(Publisher.version).where(Publisher.name == wish.name)) or 0,
        lambda s, a: desk.set_publisher(s, a, wish.name, wish.tier, wish.note, wish.seen, facts),
        texts.PUBLISHER_SAVED,
    )


def _change(person: UserRow, record: str, version: Version, deed: Deed, sentence: str) -> Outcome:
    """Do a deed in one transaction; tell which versions it took the record from and to."""
    try:
        with writing() as session:
            before = version(session)
            deed(session, desk.Actor.of(person))
            session.flush()
            changes = (Change(record, before, version(session)),)
    except FirsthandError as error:
        return refused(error)
    return Outcome(True, sentence, changes=changes)
