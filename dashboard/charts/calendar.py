"""When claims were said against when their sources are dated, month by month; on the diagonal the two are the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

import altair as alt
import pandas as pd

from dashboard.charts import style
from dashboard.charts.first_hand import RAMP
from dashboard.charts.picture import Cell, Picture, claims_at
from dashboard.texts import charts as texts
from db.rows import DatePair

COLUMNS = ["said", "dated", "across", "up", "pairs", "number", "says", "href", "same", "share"]
LONGEST = 24  # months on a side; what lies before or after them is summed up
BEFORE, AFTER = "..", ">>"
_SQUARE = 30  # pixels
_STEPS = (0.05, 0.15, 0.35, 0.65)  # of the square with most pairs; the deeper, the more
_DEEP = 0.35  # from here on the squares stand out so far that what is written in them has the page's colour


def months(frame: pd.DataFrame, *, dark: bool) -> alt.LayerChart:
    """Draw the months."""
    axis: dict[str, Any] = {"labelOverlap": "greedy", "labelPadding": 6, "labelSeparation": 6, "titlePadding": 10}
    base = alt.Chart(frame).encode(
        alt.X(
            field="across",
            type="ordinal",
            title=texts.SAID_IN,
            sort=alt.EncodingSortField(field="said", op="min"),
            axis=alt.Axis(labelAngle=0, **axis),
            scale=alt.Scale(paddingInner=0.06),
        ),
        alt.Y(
            field="up",
            type="ordinal",
            title=None,
            sort=alt.EncodingSortField(field="dated", op="min", order="descending"),
            axis=alt.Axis(labelLimit=120, **axis),
            scale=alt.Scale(paddingInner=0.06),
        ),
    )
    squares = (
        base.mark_rect(cursor="pointer", cornerRadius=1)
        .transform_filter("datum.pairs>0")
        .encode(
            alt.Color(
                field="share",
                type="quantitative",
                legend=None,
                scale=alt.Scale(
                    type="threshold", domain=list(_STEPS), range=[pair[dark] for pair in reversed(RAMP.values())]
                ),
            ),
            tooltip=style.tooltip(across=texts.SAID, up=texts.DATED, number=texts.PAIRS),
            description=style.said(),
        )
        .add_params(style.picking())
    )
    diagonal = base.mark_rect(
        filled=False, stroke=style.ink(dark=dark), strokeWidth=1.25, cornerRadius=1, aria=False
    ).transform_filter("datum.same")
    ground, ink = style.ground(dark=dark), style.ink(dark=dark)
    numbers = base.mark_text(fontSize=style.SMALL, aria=False, cursor="pointer").encode(
        style.text("number"),
        color=alt.ColorValue(ink, condition={"test": f"datum.share>={_DEEP}", "value": ground}),
        tooltip=style.tooltip(across=texts.SAID, up=texts.DATED, number=texts.PAIRS),
    )
    words = alt.Chart(frame).transform_aggregate(rows="count()")  # one row, whatever there is
    side: dict[str, Any] = {"fontSize": style.SMALL, "color": style.muted(dark=dark), "aria": False}
    above = words.mark_text(text=f"↑ {texts.SOURCE_YOUNGER}", align="left", baseline="bottom", **side).encode(
        x=alt.value(0), y=alt.value(-8)
    )
    return style.quiet(alt.layer(squares, diagonal, numbers, above, height=alt.Step(_SQUARE)), dark=dark)


def picture(pairs: Iterable[DatePair], only: Mapping[str, str]) -> Picture:
    """Picture the pairs of a claim and a source by their months."""
    counted = list(pairs)
    younger = sum(pair.pairs for pair in counted if pair.dated > pair.said)
    same = sum(pair.pairs for pair in counted if pair.dated == pair.said)
    whole = sum(pair.pairs for pair in counted)
    title = texts.calendar_title(younger, same, whole - younger - same)
    squares = _squares(counted)
    (said, dated), most = max(squares.items(), key=lambda square: square[1])
    span = _span(counted)
    ordered = sorted(((key, count) for key, count in squares.items() if count), key=lambda square: -square[1])
    return Picture(
        months,
        _frame(squares, span, only),
        title,
        texts.calendar_about(whole),
        texts.calendar_alt(title, _word(said, span), _word(dated, span), most),
        (texts.SAID, texts.DATED, texts.PAIRS),
        tuple(
            (
                Cell(_word(said, span)),
                Cell(_word(dated, span)),
                Cell(f"{count:,}", _href(said, dated, span, only), number=True),
            )
            for (said, dated), count in ordered
        ),
    )


def _span(pairs: Iterable[DatePair]) -> list[str]:
    """List the months of the axes: from the first in which a claim was said to the last, without a gap."""
    said = sorted({pair.said for pair in pairs})
    first, last = said[0], said[-1]
    every = [first]
    while every[-1] < last:
        every.append(_next(every[-1]))
    return every[-LONGEST:]


def _next(month: str) -> str:
    year, number = int(month[:4]), int(month[5:7])
    return f"{year + number // 12}-{number % 12 + 1:02d}"


def _previous(month: str) -> str:
    year, number = int(month[:4]), int(month[5:7])
    return f"{year - (number == 1)}-{(number - 2) % 12 + 1:02d}"


def _squares(pairs: list[DatePair]) -> Counter[tuple[str, str]]:
    span = _span(pairs)
    squares: Counter[tuple[str, str]] = Counter()
    for pair in pairs:
        squares[_placed(pair.said, span), _placed(pair.dated, span)] += pair.pairs
    for month in span:
        squares[month, month] += 0
    return squares


def _placed(month: str, span: list[str]) -> str:
    if month < span[0]:
        return BEFORE
    return AFTER if month > span[-1] else month


def _word(month: str, span: list[str]) -> str:
    if month == BEFORE:
        return texts.before(span[0])
    return texts.after(span[-1]) if month == AFTER else texts.month(month)


def _period(month: str, span: list[str]) -> str:
    if month == BEFORE:
        return f"..{_previous(span[0])}"
    return f"{_next(span[-1])}.." if month == AFTER else month


def _href(said: str, dated: str, span: list[str], only: Mapping[str, str]) -> str:
    return claims_at(only, said=_period(said, span), dated=_period(dated, span))


def _frame(squares: Mapping[tuple[str, str], int], span: list[str], only: Mapping[str, str]) -> pd.DataFrame:
    most = max(squares.values())
    rows: list[tuple[Any, ...]] = []
    for (said, dated), count in squares.items():
        across, up = _word(said, span), _word(dated, span)
        number = f"{count:,}" if count else ""
        says, href = texts.one_square(across, up, count), _href(said, dated, span, only)
        same = said == dated and said in span
        rows.append((said, dated, across, up, count, number, says, href, same, count / most))
    return pd.DataFrame(rows, columns=COLUMNS)
