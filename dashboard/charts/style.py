"""How every chart looks: transparent ground, ink words, no frame, no line that carries nothing."""

from __future__ import annotations

from typing import Any

import altair as alt

from dashboard.charts.picture import PICK
from dashboard.labels import CHALK, INK, MUTED_DARK, MUTED_LIGHT, PAPER, SLATE

WORDS = 13  # pixels
SMALL = 12
_DAY = "utcFormat(toDate(datum.value),'%-d\u00a0%b')"
ICONS = "Material Symbols Rounded"
"""The font whose ligatures are the icons; Streamlit brings it."""


def ground(*, dark: bool) -> str:
    """Tell the colour of the page."""
    return SLATE if dark else PAPER


def ink(*, dark: bool) -> str:
    """Tell the colour of words."""
    return CHALK if dark else INK


def muted(*, dark: bool) -> str:
    """Tell the colour of what stands back."""
    return MUTED_DARK if dark else MUTED_LIGHT


def weeks() -> alt.X:
    """Lay weeks beside each other, each under the day of its Monday; they stand in the column «week»."""
    return alt.X(
        field="week",
        type="ordinal",
        title=None,
        scale=alt.Scale(paddingInner=0.25, paddingOuter=0.1),
        axis=alt.Axis(labelExpr=_DAY, labelAngle=0, labelOverlap="greedy", labelPadding=6, labelSeparation=8),
    )


def text(field: str) -> alt.Text:
    """Write a column's words."""
    return alt.Text(field=field, type="nominal")


def tooltip(**columns: str) -> list[alt.Tooltip]:
    """Show columns on hovering, each under its name."""
    return [alt.Tooltip(field=field, type="nominal", title=title) for field, title in columns.items()]


def said(field: str = "says") -> alt.Description:
    """Tell a screen reader what a mark stands for, by a column that says it."""
    return alt.Description(field=field, type="nominal")


def picking() -> alt.Parameter:
    """Let a click on a mark pick its address."""
    return alt.selection_point(name=PICK, fields=["href"], on="click", clear="dblclick", toggle=False)


def quiet(chart: Any, *, dark: bool) -> alt.LayerChart:  # noqa: ANN401 - Altair's many kinds of chart
    """Finish a chart."""
    configured: alt.LayerChart = chart.configure(
        background="transparent",
        view=alt.ViewConfig(stroke=None),
        axis=alt.AxisConfig(
            labelColor=ink(dark=dark),
            labelFontSize=WORDS,
            labelFontWeight="normal",
            titleColor=muted(dark=dark),
            titleFontSize=SMALL,
            titleFontWeight="normal",
            domain=False,
            ticks=False,
            grid=False,
        ),
    ).properties(autosize=alt.AutoSizeParams(type="fit-x", contains="padding"), padding=0)
    return configured
