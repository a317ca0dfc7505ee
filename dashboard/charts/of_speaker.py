"""What a speaker said over time: bars by the year in which it was said, divided by verification status."""

from __future__ import annotations

from collections.abc import Sequence

import altair as alt
import pandas as pd

from dashboard import addresses, labels
from dashboard.charts import bars, standing, style
from dashboard.charts.bars import Bar, Part
from dashboard.charts.picture import Cell, Key, Picture
from dashboard.texts import charts as words
from dashboard.texts import speakers as texts
from db.vocabulary import VerificationStatus

Counts = tuple[tuple[VerificationStatus, int], ...]


def years(frame: pd.DataFrame, *, dark: bool) -> alt.LayerChart:
    """Draw the claims of years by verification status."""
    return bars.chart(frame, _colours(dark=dark), dark=dark, name=texts.YEAR, kind=words.STATUS)


def over_time(by_year: Sequence[tuple[str | None, Counts]], speaker: str) -> Picture:
    """Picture the years with a date, the last one first; ``speaker`` is the short id."""
    drawn = [_bar(year, counts, speaker) for year, counts in by_year if year is not None]
    dated = [(year, counts) for year, counts in by_year if year is not None]
    year, counts = max(dated, key=lambda pair: _whole(pair[1]), default=("", ()))
    title = texts.over_time(year, _whole(counts), standing.count(counts, standing.SETTLED), len(dated))
    there = {status for _, held in dated for status, _ in held}
    return Picture(
        years,
        bars.frame(drawn),
        title,
        texts.over_time_about(sum(_whole(held) for missing, held in by_year if missing is None)),
        texts.over_time_alt(title),
        (texts.YEAR, words.STATUS, words.CLAIMS),
        tuple(
            (
                Cell(bar.name, bar.href) if not place else Cell(""),
                Cell(part.word),
                Cell(f"{part.claims:,}", part.href, number=True),
            )
            for bar in drawn
            for place, part in enumerate(bar.parts)
        ),
        tuple(_key(status) for status in labels.statuses() if status in there),
    )


def _bar(year: str, counts: Counts, speaker: str) -> Bar:
    where = {"speaker": speaker, "said": year}
    parts = tuple(
        Part(
            status.value,
            labels.word(status),
            labels.status(status).icon,
            count,
            addresses.href(addresses.CLAIMS, **where, status=labels.word(status)),
        )
        for status, count in counts
    )
    settled = words.settled_of(standing.count(counts, standing.SETTLED), _whole(counts))
    return Bar(year, settled, addresses.href(addresses.CLAIMS, **where), parts)


def _whole(counts: Counts) -> int:
    return sum(count for _, count in counts)


def _key(status: VerificationStatus) -> Key:
    label = labels.status(status)
    if label.outlined:
        return Key(label.word, label.meaning, icon=label.icon)
    return Key(label.word, label.meaning, label.light, label.dark, label.icon)


def _colours(*, dark: bool) -> dict[str, bars.Colours]:
    ground, edge, ink = style.ground(dark=dark), style.muted(dark=dark), style.ink(dark=dark)
    return {
        status.value: bars.Colours(ground, edge, ink)
        if label.outlined
        else bars.Colours(label.colour(dark=dark), ground, ground)
        for status, label in labels.STATUSES.items()
    }
