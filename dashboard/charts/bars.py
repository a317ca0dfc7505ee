"""Bars of claims, divided by a word: the name of each stands above it, an icon and a number inside every part.

Icon and number tell the parts apart without colour; a part that is too narrow for them is read by hovering, or in the
table behind the chart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import altair as alt
import pandas as pd

from dashboard.charts import style
from dashboard.texts import charts as texts

COLUMNS = [
    *("row", "name", "standing", "whole", "first"),
    *("kind", "word", "icon", "count", "number", "says", "href", "begin", "middle", "end"),
]
BAR, STEP = 26, 58  # pixels: a bar, and from one to the next
_DOWN = 11  # pixels from the middle of a step to that of its bar; the name stands above
_ICON, _BOTH = 18, 46  # pixels: how wide a part has to be for its icon or number, and for both


class Part(NamedTuple):
    """A part of a bar."""

    kind: str
    word: str
    icon: str
    claims: int
    href: str


class Bar(NamedTuple):
    """A bar: its name (a foreign word), what stands at the other end, and where the name leads."""

    name: str
    standing: str
    href: str
    parts: tuple[Part, ...]

    @property
    def whole(self) -> int:
        """How many claims it has in all."""
        return sum(part.claims for part in self.parts)


class Colours(NamedTuple):
    """The colours of one kind of part in one theme: its fill, its edge and what is written inside."""

    fill: str
    edge: str
    inside: str


def frame(bars: Iterable[Bar], *, of_one_length: bool = False) -> pd.DataFrame:
    """Lay bars out, one row a part; the rows keep the bars' order."""
    rows: list[tuple[Any, ...]] = []
    for place, bar in enumerate(bars):
        scale = bar.whole if of_one_length else 1
        begin = 0
        for part in bar.parts:
            end = begin + part.claims
            says = texts.one_of_bar(bar.name, part.word, part.claims)
            about = (part.kind, part.word, part.icon, part.claims, f"{part.claims:,}", says, part.href)
            places = (begin / scale, (begin + end) / 2 / scale, end / scale)
            rows.append((place, bar.name, bar.standing, bar.href, begin == 0, *about, *places))
            begin = end
    return pd.DataFrame(rows, columns=COLUMNS)


def chart(
    rows: pd.DataFrame, colours: dict[str, Colours], *, dark: bool, name: str, kind: str, linked: bool = True
) -> alt.LayerChart:
    """Draw bars; ``colours`` has every kind of part, ``name`` and ``kind`` say on hovering what the words are."""
    ink = style.ink(dark=dark)
    base = alt.Chart(rows).encode(alt.Y(field="row", type="ordinal", axis=None, scale=alt.Scale(padding=0)))
    place: dict[str, Any] = {
        "x": alt.X(field="begin", type="quantitative", axis=None, scale=alt.Scale(nice=False, zero=True)),
        "x2": alt.X2(field="end"),
    }
    hover = style.tooltip(name=name, word=kind, number=texts.CLAIMS)
    parts = (
        base.mark_bar(
            height=BAR, yOffset=_DOWN, strokeWidth=1, cornerRadius=1, cursor="pointer", stroke=style.ground(dark=dark)
        )
        .encode(
            **place,
            color=_by_kind(alt.Color, {code: known.fill for code, known in colours.items()}),
            stroke=_by_kind(alt.Stroke, {code: known.edge for code, known in colours.items()}),
            tooltip=hover,
            description=style.said(),
        )
        .add_params(style.picking())
    )
    inside = base.encode(
        alt.X(field="middle", type="quantitative", axis=None),
        color=_by_kind(alt.Color, {code: known.inside for code, known in colours.items()}),
        tooltip=hover,
    )
    wide = "scale('x',datum.end)-scale('x',datum.begin)"
    roomy = f"{wide}>={_BOTH}"
    icons = inside.mark_text(
        font=style.ICONS,
        fontSize=15,
        baseline="middle",
        aria=False,
        cursor="pointer",
        dx=_moved(roomy, -9),
        dy=_DOWN + 2,
    ).encode(style.text("icon"), opacity=_shown(f"{wide}>={_ICON}&&datum.icon!=''"))
    numbers = inside.mark_text(
        fontSize=style.SMALL,
        fontWeight=600,
        baseline="middle",
        aria=False,
        cursor="pointer",
        dx=_moved(f"{roomy}&&datum.icon!=''", 9),
        dy=_DOWN + 1,
    ).encode(style.text("number"), opacity=_shown(f"{roomy}||datum.icon==''&&{wide}>={_ICON}"))
    heads = base.transform_filter("datum.first").transform_calculate(href="datum.whole")
    head: dict[str, Any] = {"baseline": "bottom", "dy": _DOWN - BAR / 2 - 6, "aria": False}
    if linked:
        head["cursor"] = "pointer"
    names = heads.mark_text(
        align="left", fontSize=style.WORDS, color=ink, limit=alt.ExprRef(expr="max(80,width-130)"), **head
    ).encode(style.text("name"), x=alt.value(0), tooltip=style.tooltip(name=name))
    standing = heads.mark_text(align="right", fontSize=style.SMALL, color=style.muted(dark=dark), **head).encode(
        style.text("standing"), x=alt.value("width")
    )
    layers: Sequence[alt.Chart] = (parts, icons, numbers, names, standing)
    drawn = alt.layer(*layers, height=alt.Step(STEP)).resolve_scale(color="independent")
    return style.quiet(drawn, dark=dark)


def _by_kind(channel: Any, colours: dict[str, str]) -> Any:  # noqa: ANN401 - Color or Stroke
    scale = alt.Scale(domain=list(colours), range=list(colours.values()))
    return channel(field="kind", type="nominal", legend=None, scale=scale)


def _shown(test: str) -> alt.OpacityValue:
    return alt.OpacityValue(0, condition={"test": test, "value": 1})


def _moved(test: str, pixels: int) -> alt.ExprRef:
    return alt.ExprRef(expr=f"{test}?{pixels}:0")
