"""What became of the machine's drafts, week by week: kept, turned away, waiting, and the share that was kept."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt
import pandas as pd

from dashboard import labels, periods
from dashboard.charts import style
from dashboard.charts.fates import Fates, fates
from dashboard.charts.first_hand import RAMP
from dashboard.charts.picture import Cell, Key, Picture, claims_at
from dashboard.escaping import shortened
from dashboard.texts import charts as texts
from db.rows import DraftCount, Period
from db.vocabulary import DraftFate, Tier

COLUMNS = ["week", "kind", "word", "number", "says", "href", "begin", "end", "label", "top"]
LONGEST = 26
"""Weeks that are shown at most."""

_HEIGHT, _ROOM = 240, 30  # pixels: of the picture, and of the words above the bars
_SHORTEST = 8  # weeks that are always shown, so that one bar is not as wide as the page
_LABELLED = 16  # weeks up to which each bar says its share
_WEEK, _TO_SUNDAY = dt.timedelta(days=7), dt.timedelta(days=6)
_ORDER = (DraftFate.KEPT, DraftFate.TURNED_AWAY, DraftFate.WAITING)
_COLOURS = {DraftFate.KEPT: RAMP[Tier.SECONDARY.value], DraftFate.TURNED_AWAY: RAMP[Tier.DERIVED.value]}


def weekly(frame: pd.DataFrame, *, dark: bool) -> alt.LayerChart:
    """Draw the weeks."""
    ground, edge = style.ground(dark=dark), style.muted(dark=dark)
    fills = [*(_COLOURS[fate][dark] for fate in _ORDER[:2]), ground]
    base = alt.Chart(frame).encode(style.weeks())
    height = alt.Y(
        field="begin",
        type="quantitative",
        title=None,
        axis=alt.Axis(tickCount=4, tickMinStep=1, labelPadding=6, format=","),
        scale=alt.Scale(nice=False, padding=_ROOM, domainMin=0),
    )
    bars = (
        base.transform_filter("datum.begin!=datum.end")
        .mark_bar(strokeWidth=1, cursor="pointer")
        .encode(
            height,
            y2=alt.Y2(field="end"),
            color=_by_kind(alt.Color, fills),
            stroke=_by_kind(alt.Stroke, [fills[0], edge, edge]),
            tooltip=style.tooltip(word=texts.FATE, number=texts.CLAIMS, says=texts.WEEK),
            description=style.said(),
        )
        .add_params(style.picking())
    )
    shares = base.mark_text(fontSize=style.SMALL, color=style.ink(dark=dark), aria=False, dy=-8).encode(
        alt.Y(field="top", type="quantitative"), text=style.text("label")
    )
    return style.quiet(alt.layer(bars, shares, height=_HEIGHT), dark=dark)


def picture(counts: Sequence[DraftCount], only: Mapping[str, str]) -> Picture:
    """Picture the latest weeks in which drafts came; ``counts`` hold one draft at least, each with its week."""
    by_week: defaultdict[dt.date, list[DraftCount]] = defaultdict(list)
    for count in counts:
        if count.week is not None:
            by_week[dt.date.fromisoformat(count.week)].append(count)
    weeks = {monday: fates(by_week.get(monday, ())) for monday in _mondays(by_week)}
    where = {name: value for name, value in only.items() if name != "came"}
    whole = fates(count for monday in weeks for count in by_week.get(monday, ()))
    title = texts.drafts_title(whole.kept, whole.judged, whole.waiting)
    last = max(monday for monday, found in weeks.items() if found.drafted)
    drafters = [shortened(name, 40) for name in dict.fromkeys(count.drafted_by for count in counts) if name]
    return Picture(
        weekly,
        _frame(weeks, where),
        title,
        texts.drafts_about(min(weeks), max(weeks), drafters),
        texts.drafts_alt(title, last, weeks[last].kept, weeks[last].judged),
        (texts.WEEK, texts.KEPT, texts.TURNED_AWAY, texts.WAITING_YET, texts.PRECISION),
        tuple(
            (
                Cell(texts.day(monday)),
                *(
                    Cell(f"{claims:,}", _href(monday, fate, where) if claims else "", number=True)
                    for fate, claims in _parts(found)
                ),
                Cell(texts.percent(found.kept, found.judged) if found.judged else "", number=True),
            )
            for monday, found in reversed(weeks.items())
            if found.drafted
        ),
        (
            Key(texts.KEPT, "", *_COLOURS[DraftFate.KEPT]),
            Key(texts.TURNED_AWAY, "", *_COLOURS[DraftFate.TURNED_AWAY]),
            Key(texts.WAITING_YET, ""),
        ),
    )


def _mondays(having: Mapping[dt.date, object]) -> list[dt.date]:
    """List the weeks to show, without gaps, oldest first."""
    last = max(having)
    shown = [monday for monday in having if monday > last - _WEEK * LONGEST]
    first = min(*shown, last - _WEEK * (_SHORTEST - 1))
    return [first + _WEEK * step for step in range((last - first) // _WEEK + 1)]


def _parts(found: Fates) -> tuple[tuple[DraftFate, int], ...]:
    return tuple(zip(_ORDER, (found.kept, found.turned_away, found.waiting), strict=True))


def _href(monday: dt.date, fate: DraftFate, only: Mapping[str, str]) -> str:
    return claims_at(only, draft=labels.word(fate), came=periods.written(Period(monday, monday + _TO_SUNDAY)))


def _frame(weeks: Mapping[dt.date, Fates], only: Mapping[str, str]) -> pd.DataFrame:
    """Lay the weeks out, three rows each, one upon the other; the topmost says the share that was kept."""
    rows: list[tuple[Any, ...]] = []
    newest = max((monday for monday, found in weeks.items() if found.judged), default=None)
    for monday, found in weeks.items():
        begin = 0
        said = found.judged and (len(weeks) <= _LABELLED or monday == newest)
        for fate, claims in _parts(found):
            word, top = labels.word(fate), fate is DraftFate.WAITING
            href = _href(monday, fate, only) if claims else ""
            label = texts.percent(found.kept, found.judged) if top and said else ""
            about = (monday.isoformat(), fate.value, word, f"{claims:,}", texts.drafts_of_week(word, monday, claims))
            rows.append((*about, href, begin, begin + claims, label, found.drafted))
            begin += claims
    return pd.DataFrame(rows, columns=COLUMNS)


def _by_kind(channel: Any, colours: list[str]) -> Any:  # noqa: ANN401 - Color or Stroke
    scale = alt.Scale(domain=[fate.value for fate in _ORDER], range=colours)
    return channel(field="kind", type="nominal", scale=scale, legend=None)
