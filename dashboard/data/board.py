"""What the board and the wallboard show: figures from the tallies, and what a person has seen of them."""

from __future__ import annotations

import datetime as dt

from dashboard.data.record import ask, database, newest_event
from db.queries import articles as _articles
from db.queries import history as _history
from db.queries import people as _people
from db.queries import speakers as _speakers
from db.queries import statistics as _statistics
from db.rows import (
    AgeGroup,
    ArticleRow,
    BoardFigures,
    BoardFilter,
    ClaimRow,
    DatePair,
    EventFilter,
    EventRow,
    LookRow,
    Meanwhile,
    SpeakerRow,
    TierMix,
    Totals,
    UserRow,
    WeekFlow,
)

CHOICES = 100
BARS = 10
WEEKS, BACK = 104, 156  # weeks that are shown at most, and how far back they are looked for
THING = "board"
"""What a person's last look at the board is kept under."""


def today() -> dt.date:
    """Tell the day by which the board counts, in UTC."""
    return dt.datetime.now(dt.UTC).date()


def figures(where: BoardFilter) -> BoardFigures:
    """Sum up what the board is about."""
    return ask(_statistics.board, where)


def totals() -> Totals:
    """Tell how much there is of everything."""
    return ask(_statistics.totals)


def by_article(where: BoardFilter) -> tuple[ArticleRow, ...]:
    """List the newest articles with their claims by status."""
    return ask(_statistics.by_article, where, BARS)


def oldest_open(where: BoardFilter, limit: int) -> tuple[ClaimRow, ...]:
    """List the claims that have been open longest."""
    return ask(_statistics.oldest_open, where, limit)


def flow(where: BoardFilter) -> tuple[WeekFlow, ...]:
    """List the weeks up to this one, oldest first."""
    return ask(_statistics.flow, where, today(), BACK)


def first_hand_by_article(where: BoardFilter) -> tuple[TierMix, ...]:
    """Tell how first hand the claims of the newest articles are backed."""
    return ask(_statistics.first_hand_by_article, where, BARS)


def first_hand_by_speaker(where: BoardFilter) -> tuple[TierMix, ...]:
    """Tell how first hand what the most quoted speakers said is backed."""
    return ask(_statistics.first_hand_by_speaker, where, BARS)


def ageing(where: BoardFilter) -> tuple[AgeGroup, ...]:
    """Count unfinished claims by status and by how long they have been in it."""
    return ask(_statistics.ageing, where, today())


def calendar(where: BoardFilter) -> tuple[DatePair, ...]:
    """Count pairs of a claim and a source by their months."""
    return ask(_statistics.calendar, where)


def meanwhile(after: int, desk_id: int | None) -> Meanwhile:
    """Tell what happened after an event."""
    return ask(_statistics.meanwhile, after, desk_id)


def newest(size: int) -> tuple[EventRow, ...]:
    """List what happened last."""
    return ask(_history.page, EventFilter(), size=size).rows


def article_choices(desk_id: int | None, named: ArticleRow | None) -> tuple[ArticleRow, ...]:
    """Offer the newest articles to choose from, and the one that the address names."""
    offered = ask(_articles.page, desk_id=desk_id, size=CHOICES).rows
    return offered if named is None or named in offered else (named, *offered)


def speaker_choices(named: SpeakerRow | None) -> tuple[SpeakerRow, ...]:
    """Offer the most quoted speakers to choose from, and the one that the address names."""
    offered = ask(_speakers.page, "", order="claims", after=None, size=CHOICES).rows
    return offered if named is None or named in offered else (named, *offered)


def speaker(speaker_id: int) -> SpeakerRow | None:
    """Find a speaker."""
    return ask(_speakers.get, speaker_id)


def last_look(person: UserRow, thing: str) -> LookRow | None:
    """Tell when a person last looked at something; it leaves no event, so it is never answered from memory."""
    with database().read() as session:
        return _people.last_look(session, person.id, thing)


def seen_up_to() -> int:
    """Tell the newest event of this drawing, which is what a person has then seen."""
    return newest_event()
