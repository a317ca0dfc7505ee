"""How first hand the evidence is, article by article and speaker by speaker.

Counted are the claims that the board's share of primary evidence counts: of a type that sources can settle, and not
turned away.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from db.models import Claim, Document, Speaker, SpeakerTally, SpeakerTotal
from db.models.tally import EVERY_DESK
from db.queries import board_claims
from db.rows import BoardFilter, TierMix, document_ref, speaker_ref
from db.vocabulary import DocumentType, Tier

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    Mixes = Mapping[int, Mapping[Tier | None, int]]

# With a period or an article, only so many of the most quoted speakers are looked at.
_MOST_QUOTED = 100


def first_hand_by_article(session: Session, where: BoardFilter, limit: int = 12) -> tuple[TierMix, ...]:
    """Count by best tier the claims of the newest articles that have any."""
    ids = board_claims.newest_articles(session, where, limit, board_claims.SETTLED)
    asked = (*board_claims.conditions(session, where), Claim.article_id.in_(ids))
    mixes = _counted(session, Claim.article_id, asked)
    titles: dict[int, str] = dict(
        session.execute(select(Document.id, Document.title).where(Document.id.in_(mixes))).all()
    )
    return tuple(
        TierMix(document_ref(DocumentType.ARTICLE, number), titles[number], _in_order(mixes[number]))
        for number in ids
        if number in mixes
    )


def first_hand_by_speaker(session: Session, where: BoardFilter, limit: int = 12) -> tuple[TierMix, ...]:
    """Count by best tier the claims of those speakers who have most of them, most first.

    Within a period, only the hundred speakers who are quoted most on the desk are looked at.
    """
    if where.article_id is not None:
        mixes = _counted(
            session, Claim.speaker_id, (*board_claims.conditions(session, where), Claim.speaker_id.is_not(None))
        )
    elif where.speaker_id is not None:
        mixes = _counted(session, Claim.speaker_id, board_claims.conditions(session, where))
    elif where.came is not None:
        most = _most_quoted(session, where, _MOST_QUOTED)
        mixes = _counted(
            session, Claim.speaker_id, (*board_claims.conditions(session, where), Claim.speaker_id.in_(most))
        )
    else:
        mixes = _from_tally(session, where, _most_quoted(session, where, limit + _MOST_QUOTED))
    totals = {number: sum(mix.values()) for number, mix in mixes.items()}
    most = sorted((number for number in totals if totals[number]), key=lambda number: (-totals[number], number))[:limit]
    names: dict[int, str] = dict(session.execute(select(Speaker.id, Speaker.name).where(Speaker.id.in_(most))).all())
    return tuple(TierMix(speaker_ref(number), names[number], _in_order(mixes[number])) for number in most)


def _most_quoted(session: Session, where: BoardFilter, limit: int) -> list[int]:
    desk = EVERY_DESK if where.desk_id is None else where.desk_id
    asked = select(SpeakerTotal.speaker_id).where(SpeakerTotal.desk_id == desk, SpeakerTotal.claims > 0)
    return list(
        session.scalars(asked.order_by(SpeakerTotal.claims.desc(), SpeakerTotal.speaker_id.desc()).limit(limit))
    )


def _from_tally(session: Session, where: BoardFilter, speakers: list[int]) -> Mixes:
    tally = SpeakerTally
    asked = select(tally.speaker_id, tally.best_tier, func.sum(tally.claims)).where(
        tally.settled, tally.speaker_id.in_(speakers)
    )
    if where.desk_id is not None:
        asked = asked.where(tally.desk_id == where.desk_id)
    rows = session.execute(asked.group_by(tally.speaker_id, tally.best_tier))
    return _mixed((number, Tier(tier) if tier else None, claims) for number, tier, claims in rows)


def _counted(session: Session, group: Any, asked: Iterable[Any]) -> Mixes:  # noqa: ANN401 - a column of claims
    rows = session.execute(
        select(group, Claim.best_tier, func.count())
        .where(board_claims.SETTLED, *asked)
        .group_by(group, Claim.best_tier)
    )
    return _mixed((number, tier, claims) for number, tier, claims in rows)


def _mixed(rows: Iterable[tuple[int, Tier | None, int]]) -> Mixes:
    mixes: defaultdict[int, Counter[Tier | None]] = defaultdict(Counter)
    for number, tier, claims in rows:
        mixes[number][tier] += int(claims)
    return mixes


def _in_order(mix: Mapping[Tier | None, int]) -> tuple[tuple[Tier | None, int], ...]:
    return tuple((tier, mix[tier]) for tier in (*Tier, None) if mix.get(tier))
