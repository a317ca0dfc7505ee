"""Deeds on sources: corrections, relations, and the re-check of everything that rests on one."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.actions.attempts import refused, writing
from dashboard.actions.documents import fields_of
from dashboard.outcome import Change, Outcome
from dashboard.texts import sources as texts
from dashboard.wish import Particulars
from db.errors import FirsthandError
from db.models import Claim, Source
from db.rows import UserRow, claim_ref, document_ref
from db.vocabulary import DocumentType, SourceKind, SourceRelationKind
from firsthand import desk


def edit_source(person: UserRow, source_id: int, seen: int, kind: SourceKind, about: Particulars) -> Outcome:
    """Correct what is known of a source."""
    try:
        with writing() as session:
            source = session.get(Source, source_id)
            before = source.version if source else 0
            after = desk.edit_source(session, desk.Actor.of(person), source_id, seen, kind, fields_of(about)).version
    except FirsthandError as error:
        return refused(error)
    change = Change(document_ref(DocumentType.SOURCE, source_id), before, after)
    return Outcome(True, texts.SAVED if after != before else texts.NOTHING_DIFFERENT, changes=(change,))


def relate_sources(person: UserRow, source_id: int, other_id: int, kind: SourceRelationKind, note: str) -> Outcome:
    """Put on file how a source stands to another one."""
    try:
        with writing() as session:
            desk.relate_sources(session, desk.Actor.of(person), source_id, other_id, kind, note)
    except FirsthandError as error:
        return refused(error)
    return Outcome(True, texts.RELATED)


def reopen_all(person: UserRow, claims: Iterable[tuple[int, int]], why: str) -> Outcome:
    """Ask for a re-check of claims, each in the version that the person saw; it is told which ones were refused."""
    seen = [desk.Seen(claim_id, version) for claim_id, version in claims]
    actor = desk.Actor.of(person)

    try:
        with writing() as session:

            def reopen(one: desk.Seen) -> Claim:
                return desk.reopen(session, actor, one.claim_id, one.version, why)

            became = desk.change_many(session, seen, reopen)
    except FirsthandError as error:
        return refused(error)
    versions = {one.claim_id: one.version for one in seen}
    return Outcome(
        bool(became.changed),
        texts.recheck_outcome(len(became.changed), len(became.refused)),
        missing=tuple(sentence for _, sentence in became.refused),
        changes=tuple(Change(claim_ref(number), versions[number], versions[number] + 1) for number in became.changed),
    )
