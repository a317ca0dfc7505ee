"""What came in, came back and was signed off, week by week: above the line what adds work, below what is done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import altair as alt
import pandas as pd

from dashboard import labels, periods
from dashboard.charts import style
from dashboard.charts.picture import Cell, Key, Picture, claims_at
from dashboard.texts import charts as texts
from db.rows import Period, WeekFlow
from db.vocabulary import VerificationStatus

COLUMNS = ["week", "kind", "word", "number", "says", "href", "begin", "end", "label", "place"]
CAME, BACK, SIGNED = "came", "reopened", "signed"
_RECHECK = labels.STATUSES[VerificationStatus.RECHECK]
_HEIGHT, _ROOM = 260, 36  # pixels: of the picture, and of the words above and below the bars
_SHORTEST = 8  # weeks that are always shown
_MONDAY_TO_SUNDAY = dt.timedelta(days=6)


class _Bar(NamedTuple):
    """A kind of bar: its words, how many claims of a week it has, and where it stands."""

    kind: str
    word: str
    claims: int
    begin: int
    end: int


def weekly(frame: pd.DataFrame, *, dark: bool) -> alt.LayerChart:
    """Draw the weeks."""
    ground, edge = style.ground(dark=dark), style.muted(dark=dark)
    fills = [ground, _RECHECK.colour(dark=dark), edge]
    edges = [edge, _RECHECK.colour(dark=dark), edge]
    base = alt.Chart(frame).encode(style.weeks())
    height = alt.Y(
        field="begin",
        type="quantitative",
        title=None,
        axis=alt.Axis(labelExpr="format(abs(datum.value),',')", tickCount=4, tickMinStep=1, labelPadding=6),
        scale=alt.Scale(nice=False, padding=_ROOM),
    )
    bars = (
        base.transform_filter("datum.begin!=datum.end")
        .mark_bar(strokeWidth=1, cursor="pointer")
        .encode(
            height,
            y2=alt.Y2(field="end"),
            color=_by_kind(alt.Color, fills),
            stroke=_by_kind(alt.Stroke, edges),
            tooltip=style.tooltip(word=texts.STATUS, number=texts.CLAIMS, says=texts.WEEK),
            description=style.said(),
        )
        .add_params(style.picking())
    )
    line = base.mark_rule(color=edge, strokeWidth=1, aria=False).encode(
        y=alt.datum(0), x=alt.value(0), x2=alt.value("width")
    )
    numbers = base.mark_text(
        fontSize=style.SMALL,
        color=style.ink(dark=dark),
        aria=False,
        dy=alt.ExprRef(expr="datum.kind=='signed'?10:-8"),
    ).encode(alt.Y(field="place", type="quantitative"), text=style.text("label"))
    side: dict[str, Any] = {"align": "left", "fontSize": style.SMALL, "color": style.muted(dark=dark), "aria": False}
    words = alt.Chart(frame).transform_aggregate(rows="count()")  # one row, whatever there is
    above = words.mark_text(text=texts.TO_DO_ABOVE, baseline="bottom", **side).encode(x=alt.value(0), y=alt.value(12))
    below = words.mark_text(text=texts.DONE_BELOW, baseline="bottom", **side).encode(
        x=alt.value(0), y=alt.value(_HEIGHT - 2)
    )
    return style.quiet(alt.layer(line, bars, numbers, above, below, height=_HEIGHT), dark=dark)


def picture(weeks: Sequence[WeekFlow], only: Mapping[str, str], longest: int) -> Picture:
    """Picture the weeks in which anything happened, the latest ``longest`` of them; ``weeks`` has no gaps."""
    shown = _eventful(weeks)[-longest:]
    where = {name: value for name, value in only.items() if name != "came"}
    came, back, signed = (sum(counts) for counts in zip(*(week[1:] for week in map(_counts, shown)), strict=True))
    title = texts.flow_title(came, back, signed)
    busiest = max(shown, key=lambda week: week.came_in + week.reopened)
    return Picture(
        weekly,
        _frame(shown, where),
        title,
        texts.flow_about(shown[0].monday, shown[-1].monday),
        texts.flow_alt(title, busiest.monday, busiest.came_in + busiest.reopened),
        (texts.WEEK, texts.CAME_IN, texts.CAME_BACK, texts.SIGNED_OFF),
        tuple(
            (
                Cell(texts.day(week.monday)),
                *(
                    Cell(f"{bar.claims:,}", _href(week.monday, bar.kind, where) if bar.claims else "", number=True)
                    for bar in _bars(week)
                ),
            )
            for week in reversed(shown)
            if any(_counts(week)[1:])
        ),
        (
            Key(texts.CAME_IN, ""),
            Key(texts.CAME_BACK, _RECHECK.meaning, _RECHECK.light, _RECHECK.dark),
            Key(texts.SIGNED_OFF, "", style.muted(dark=False), style.muted(dark=True)),
        ),
    )


def _counts(week: WeekFlow) -> tuple[dt.date, int, int, int]:
    return week.monday, week.came_in, week.reopened, week.signed_off


def _eventful(weeks: Sequence[WeekFlow]) -> Sequence[WeekFlow]:
    """Leave out the weeks before anything happened and after everything did, but keep a few."""
    busy = [place for place, week in enumerate(weeks) if any(_counts(week)[1:])]
    if not busy:
        return weeks[-_SHORTEST:]
    last = min(len(weeks), busy[-1] + 2)
    first = max(0, min(busy[0] - 1, last - _SHORTEST))
    return weeks[first : max(last, first + _SHORTEST)]


def _bars(week: WeekFlow) -> tuple[_Bar, _Bar, _Bar]:
    return (
        _Bar(CAME, texts.CAME_IN, week.came_in, 0, week.came_in),
        _Bar(BACK, texts.CAME_BACK, week.reopened, week.came_in, week.came_in + week.reopened),
        _Bar(SIGNED, texts.SIGNED_OFF, week.signed_off, 0, -week.signed_off),
    )


def _href(monday: dt.date, kind: str, only: Mapping[str, str]) -> str:
    return claims_at(only, **{kind: periods.written(Period(monday, monday + _MONDAY_TO_SUNDAY))})


def _frame(weeks: Sequence[WeekFlow], only: Mapping[str, str]) -> pd.DataFrame:
    """Lay the weeks out, three rows each; the longest bar of either side says its number."""
    tallest = max(weeks, key=lambda week: (week.came_in + week.reopened, week.monday))
    deepest = max(weeks, key=lambda week: (week.signed_off, week.monday))
    rows: list[tuple[Any, ...]] = []
    for week in weeks:
        for bar in _bars(week):
            top = (bar.kind == SIGNED and week is deepest) or (bar.kind == BACK and week is tallest)
            label = f"{abs(bar.end):,}" if top and bar.end else ""
            href = _href(week.monday, bar.kind, only) if bar.claims else ""
            says = texts.one_week(bar.word, week.monday, bar.claims)
            about = (week.monday.isoformat(), bar.kind, bar.word, f"{bar.claims:,}", says, href)
            rows.append((*about, bar.begin, bar.end, label, bar.end))
    return pd.DataFrame(rows, columns=COLUMNS)


def _by_kind(channel: Any, colours: list[str]) -> Any:  # noqa: ANN401 - Color or Stroke
    scale = alt.Scale(domain=[CAME, BACK, SIGNED], range=colours)
    return channel(field="kind", type="nominal", legend=None, scale=scale)
