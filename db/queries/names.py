"""Names for what events only number: records by type and id, people by address, records by their uid."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sqlalchemy import select

from db.models import Claim, Desk, Document, Evidence, Speaker, User
from db.rows import Names, claim_ref, document_ref
from db.vocabulary import RecordType

if TYPE_CHECKING:
    from sqlalchemy.orm import InstrumentedAttribute, Session

_NAMED: dict[RecordType, tuple[InstrumentedAttribute[int], InstrumentedAttribute[str]]] = {
    RecordType.ARTICLE: (Document.id, Document.title),
    RecordType.SOURCE: (Document.id, Document.title),
    RecordType.SPEAKER: (Speaker.id, Speaker.name),
    RecordType.CLAIM: (Claim.id, Claim.statement),
    RecordType.DESK: (Desk.id, Desk.name),
    RecordType.USER: (User.id, User.name),
}


def names(
    session: Session, records: Sequence[tuple[RecordType, int]], people: Sequence[str], uids: Sequence[str]
) -> Names:
    """Look the names up that a page of events needs; what is not found is left out."""
    known = {
        (kind, number): name
        for kind in {kind for kind, _ in records}
        for number, name in session.execute(
            select(*_NAMED[kind]).where(_NAMED[kind][0].in_({number for of, number in records if of is kind}))
        )
    }
    persons = session.execute(select(User.email, User.name).where(User.email.in_(people)))
    return Names(known, {row.email: row.name for row in persons}, _by_uid(session, uids))


def _by_uid(session: Session, uids: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Find sources and claims by uid, and for evidence its source: short id and title."""
    found = {}
    documents = select(Document.uid, Document.type, Document.id, Document.title)
    for row in session.execute(documents.where(Document.uid.in_(uids))):
        found[row.uid] = (document_ref(row.type, row.id), row.title)
    for claim in session.execute(select(Claim.uid, Claim.id, Claim.statement).where(Claim.uid.in_(uids))):
        found[claim.uid] = (claim_ref(claim.id), claim.statement)
    sources = select(Evidence.uid, Document.type, Document.id, Document.title)
    for row in session.execute(sources.join(Document, Document.id == Evidence.source_id).where(Evidence.uid.in_(uids))):
        found[row.uid] = (document_ref(row.type, row.id), row.title)
    return found
