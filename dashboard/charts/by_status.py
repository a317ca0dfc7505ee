"""Bars divided by verification status: claims of articles, and unfinished claims by how long they have waited."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

import altair as alt
import pandas as pd

from dashboard import addresses, labels, periods
from dashboard.charts import bars, standing, style
from dashboard.charts.bars import Bar, Part
from dashboard.charts.picture import Cell, Key, Picture, claims_at
from dashboard.escaping import shortened
from dashboard.texts import charts as texts
from db.rows import AgeGroup, ArticleRow, Period
from db.vocabulary import VerificationStatus

NAME, TITLE = 110, 44  # characters of a name above its bar, and in a title
_LISTED = 4  # bars that an alternative text names


def articles(frame: pd.DataFrame, *, dark: bool) -> alt.LayerChart:
    """Draw the claims of articles by verification status."""
    return bars.chart(frame, colours(dark=dark), dark=dark, name=texts.ARTICLE, kind=texts.STATUS)


def ages(frame: pd.DataFrame, *, dark: bool) -> alt.LayerChart:
    """Draw unfinished claims by how long they have waited."""
    return bars.chart(frame, colours(dark=dark), dark=dark, name=texts.WAITING, kind=texts.STATUS)


def of_articles(rows: Sequence[ArticleRow], only: Mapping[str, str]) -> Picture:
    """Picture articles, those with most left to do first; ``only`` is what the board is filtered by.

    At least one of them has claims.
    """
    ordered = sorted((row for row in rows if row.claims), key=_left, reverse=True)
    drawn = [
        Bar(
            shortened(row.title, NAME),
            texts.settled_of(standing.count(row.statuses, standing.SETTLED), row.claims),
            claims_at(only, article=row.ref),
            _parts(row.statuses, {**only, "article": row.ref}),
        )
        for row in ordered
    ]
    first = ordered[0]
    every = sum(_left(row) for row in ordered)
    title = texts.by_article_title(shortened(first.title, TITLE), _left(first), first.claims, every)
    listed = ", ".join(texts.left_in(shortened(row.title, TITLE), _left(row), row.claims) for row in ordered[:_LISTED])
    return Picture(
        articles,
        bars.frame(drawn),
        title,
        texts.by_article_about(len(ordered)),
        texts.by_article_alt(title, listed),
        (texts.ARTICLE, texts.STATUS, texts.CLAIMS),
        tuple(
            (
                Cell(row.title, addresses.of_record(row.ref) or "") if not place else Cell(""),
                Cell(part.word),
                Cell(f"{part.claims:,}", part.href, number=True),
            )
            for row, bar in zip(ordered, drawn, strict=True)
            for place, part in enumerate(bar.parts)
        ),
        _key(ordered_statuses(row.statuses for row in ordered)),
    )


def of_ages(groups: Iterable[AgeGroup], only: Mapping[str, str], today: dt.date) -> Picture:
    """Picture unfinished claims by how long they have been in their status, the longest first."""
    by_age: dict[Period, dict[VerificationStatus, int]] = {}
    for group in groups:
        by_age.setdefault(group.since, {})[group.status] = group.claims
    ordered = sorted(by_age, key=lambda since: since.first or dt.date.min)
    drawn = []
    for since in ordered:
        where = {**only, "waiting": periods.written(since)}
        parts = _parts(tuple(by_age[since].items()), where)
        every = [labels.word(status) for status in by_age[since]]
        count = sum(part.claims for part in parts)
        href = addresses.href(addresses.CLAIMS, **where, status=every)
        drawn.append(Bar(_age(since, today), texts.claims(count), href, parts))
    whole = sum(bar.whole for bar in drawn)
    title = texts.ageing_title(drawn[0].whole, whole, drawn[0].name) if drawn else ""
    listed = ", ".join(texts.waiting_for(bar.name, bar.whole) for bar in drawn)
    return Picture(
        ages,
        bars.frame(drawn),
        title,
        texts.AGEING_ABOUT,
        texts.ageing_alt(title, listed),
        (texts.WAITING, texts.STATUS, texts.CLAIMS),
        tuple(
            (
                Cell(bar.name if not place else ""),
                Cell(part.word),
                Cell(f"{part.claims:,}", part.href, number=True),
            )
            for bar in drawn
            for place, part in enumerate(bar.parts)
        ),
        _key(ordered_statuses(tuple(counts.items()) for counts in by_age.values())),
    )


def ordered_statuses(
    counted: Iterable[Iterable[tuple[VerificationStatus, int]]],
) -> tuple[VerificationStatus, ...]:
    """List the statuses that any of some counts has, in the fixed order."""
    there = {status for counts in counted for status, count in counts if count}
    return tuple(status for status in labels.statuses() if status in there)


def _left(row: ArticleRow) -> int:
    return standing.count(row.statuses, standing.UNDONE)


def _age(since: Period, today: dt.date) -> str:
    """Name a group; groups are whole weeks, from a Monday to a Sunday."""
    newest = _weeks_back(since.last, today) if since.last else 0
    return texts.age(newest, _weeks_back(since.first, today) if since.first else None)


def _weeks_back(day: dt.date, today: dt.date) -> int:
    monday = today - dt.timedelta(days=today.weekday())
    return -((day - monday).days // 7)


def _parts(counts: Iterable[tuple[VerificationStatus, int]], where: Mapping[str, str]) -> tuple[Part, ...]:
    found = dict(counts)
    return tuple(
        Part(status.value, label.word, label.icon, found[status], claims_at(where, status=label.word))
        for status, label in labels.statuses().items()
        if found.get(status)
    )


def _key(there: Iterable[VerificationStatus]) -> tuple[Key, ...]:
    shown = [labels.status(status) for status in there]
    return tuple(
        Key(label.word, label.meaning, icon=label.icon)
        if label.outlined
        else Key(label.word, label.meaning, label.light, label.dark, label.icon)
        for label in shown
    )


def colours(*, dark: bool) -> dict[str, bars.Colours]:
    """List the colours of every status."""
    ground, edge, ink = style.ground(dark=dark), style.muted(dark=dark), style.ink(dark=dark)
    return {
        status.value: bars.Colours(ground, edge, ink)
        if label.outlined
        else bars.Colours(label.colour(dark=dark), ground, ground)
        for status, label in labels.STATUSES.items()
    }
