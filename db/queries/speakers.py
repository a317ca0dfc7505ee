"""Speakers: pages of them, one of them, and how what they said fared."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal

from sqlalchemy import func, literal, select, tuple_

from db.models import Claim, Speaker, SpeakerRole, SpeakerTotal
from db.models.tally import EVERY_DESK
from db.queries import cursors
from db.rows import Paged, SpeakerFate, SpeakerRow, parse_ref
from db.vocabulary import VerificationStatus

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Select
    from sqlalchemy.orm import Session

SpeakerOrder = Literal["claims", "name"]

LARGEST_PAGE = 500

_ROWS = (
    select(Speaker.id, Speaker.uid, Speaker.name, Speaker.kind, Speaker.note, SpeakerTotal.claims)
    .join(SpeakerTotal, SpeakerTotal.speaker_id == Speaker.id)
    .where(SpeakerTotal.desk_id == EVERY_DESK)
)


def page(
    session: Session, text: str = "", *, order: SpeakerOrder = "claims", after: str | None = None, size: int = 50
) -> Paged[SpeakerRow]:
    """List speakers whose name contains ``text``: those with most claims first, or by name."""
    size = max(1, min(size, LARGEST_PAGE))
    ids = session.execute(_keys(text, order, after, size + 1)).all()
    rows = of_ids(session, [key.id for key in ids[:size]])
    return Paged(rows, cursors.write(f"speakers by {order}", *ids[size - 1]) if len(ids) > size else None)


def get(session: Session, speaker_id: int) -> SpeakerRow | None:
    """Find one speaker."""
    return next(iter(of_ids(session, [speaker_id])), None)


def of_ids(session: Session, ids: Sequence[int]) -> tuple[SpeakerRow, ...]:
    """Fetch speakers, with their roles and how many claims they made, in the order of their ids as given."""
    if not ids:
        return ()
    roles = _roles(session, ids)
    rows = {
        row.id: SpeakerRow(**row._mapping, roles=tuple(roles[row.id]))  # noqa: SLF001 - SQLAlchemy's public name
        for row in session.execute(_ROWS.where(Speaker.id.in_(ids)))
    }
    return tuple(rows[speaker_id] for speaker_id in ids if speaker_id in rows)


def choices(session: Session, text: str, limit: int = 20) -> tuple[SpeakerRow, ...]:
    """Offer speakers to pick from: by short id or by a part of the name, those with most claims first."""
    number = parse_ref(text, "FP")
    if number is not None:
        return of_ids(session, [number])
    return page(session, text, size=limit).rows


def fates(session: Session, speaker_id: int) -> tuple[SpeakerFate, ...]:
    """Count how what a speaker said fared, by the year in which it was said; the last year first, then unknown ones.

    Within a year in the order of the statuses.
    """
    key = (
        func.substr(Claim.said_on, 1, 4).label("year"),
        Claim.work_state,
        Claim.substance_finding,
        Claim.attribution_finding,
        Claim.best_tier,
    )
    counted: Counter[tuple[Any, ...]] = Counter()
    asked = select(*key, func.count().label("claims")).where(Claim.speaker_id == speaker_id).group_by(*key)
    for row in session.execute(asked):
        status = VerificationStatus.of(row.work_state, row.substance_finding)
        counted[row.year, status, row.attribution_finding, row.best_tier] += row.claims
    statuses = list(VerificationStatus)
    return tuple(
        SpeakerFate(year, status, attribution, tier, claims)
        for (year, status, attribution, tier), claims in sorted(
            counted.items(),
            key=lambda item: (-int(item[0][0] or 0), statuses.index(item[0][1]), item[0][2] or "", item[0][3] or ""),
        )
    )


def _keys(text: str, order: SpeakerOrder, after: str | None, limit: int) -> Select[*tuple[Any, ...]]:
    named: list[ColumnElement[bool]] = []
    if text.strip():
        named.append(Speaker.name.icontains(text.strip(), autoescape=True))
    if order == "name":
        begin = cursors.read(after, "speakers by name", int)
        if begin is not None:
            last = select(Speaker.name).where(Speaker.id == begin[0]).scalar_subquery()
            named.append(tuple_(Speaker.name, Speaker.id) > tuple_(last, literal(begin[0])))
        return select(Speaker.id).where(*named).order_by(Speaker.name, Speaker.id).limit(limit)
    begin = cursors.read(after, "speakers by claims", int, int)
    key = (SpeakerTotal.claims, SpeakerTotal.speaker_id)
    asked = select(SpeakerTotal.claims, SpeakerTotal.speaker_id.label("id")).where(SpeakerTotal.desk_id == EVERY_DESK)
    if named:
        asked = asked.join(Speaker, Speaker.id == SpeakerTotal.speaker_id).where(*named)
    if begin is not None:
        asked = asked.where(tuple_(*key) < tuple_(*(literal(value) for value in begin)))
    return asked.order_by(*(column.desc() for column in key)).limit(limit)


def _roles(session: Session, speaker_ids: Sequence[int]) -> dict[int, list[tuple[str, str | None, str | None]]]:
    """Collect the roles of speakers, newest first; one without a beginning is taken for the oldest."""
    known: defaultdict[int, list[tuple[str, str | None, str | None]]] = defaultdict(list)
    asked = (
        select(SpeakerRole.speaker_id, SpeakerRole.role, SpeakerRole.since, SpeakerRole.until)
        .where(SpeakerRole.speaker_id.in_(speaker_ids))
        .order_by(func.coalesce(SpeakerRole.since, "").desc(), SpeakerRole.id.desc())
    )
    for row in session.execute(asked):
        known[row.speaker_id].append((row.role, row.since, row.until))
    return known
