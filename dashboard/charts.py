"""Charts: a frame in, an Altair chart out; explicit types throughout, since guessing them costs half the time.

The colours are those of the findings, in the fixed order of ``labels.STATUSES``; work that is not done is an outline.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import altair as alt
import pandas as pd

from dashboard.labels import CHALK, INK, MUTED_DARK, MUTED_LIGHT, PAPER, SLATE, STATUSES
from db.vocabulary import VerificationStatus

_ORDER = [label.word for label in STATUSES.values()]
_BAR = 18  # pixels
STATUS_COLUMNS = ["status", "claims", "place"]


def status_frame(counts: Iterable[tuple[VerificationStatus, int]]) -> pd.DataFrame:
    """Lay claims by status out for ``statuses``: one row each, in the fixed order."""
    found = dict(counts)
    rows = [(label.word, found[word], place) for place, (word, label) in enumerate(STATUSES.items()) if found.get(word)]
    return pd.DataFrame(rows, columns=STATUS_COLUMNS)


def statuses(frame: pd.DataFrame, *, dark: bool) -> alt.Chart:
    """Claims by verification status: one bar each, the number at its end."""
    base = alt.Chart(frame).encode(
        alt.Y(field="status", type="nominal", sort=_ORDER, title=None, axis=_labels_only(170)),
        alt.X(field="claims", type="quantitative", title=None, axis=None),
        tooltip=[alt.Tooltip(field="status", type="nominal"), alt.Tooltip(field="claims", type="quantitative")],
    )
    bars = base.mark_bar(size=_BAR - 4, strokeWidth=1, cornerRadius=1).encode(**_colours(dark=dark))
    numbers = base.mark_text(align="left", dx=5, fontSize=13, color=CHALK if dark else INK).encode(
        alt.Text(field="claims", type="quantitative", format=",")
    )
    return _quiet(alt.layer(bars, numbers, height=alt.Step(_BAR + 8)), dark=dark)


def _colours(*, dark: bool) -> dict[str, alt.Color | alt.Stroke]:
    paper, ink = (SLATE, MUTED_DARK) if dark else (PAPER, MUTED_LIGHT)
    fills = [paper if label.outlined else label.colour(dark=dark) for label in STATUSES.values()]
    strokes = [ink if label.outlined else label.colour(dark=dark) for label in STATUSES.values()]
    return {
        "color": alt.Color(field="status", type="nominal", legend=None, scale=_scale(fills)),
        "stroke": alt.Stroke(field="status", type="nominal", legend=None, scale=_scale(strokes)),
    }


def _scale(colours: Sequence[str]) -> alt.Scale:
    return alt.Scale(domain=_ORDER, range=list(colours))


def _labels_only(limit: int) -> alt.Axis:
    return alt.Axis(ticks=False, domain=False, grid=False, labelLimit=limit, labelPadding=8)


def _quiet(chart: Any, *, dark: bool) -> alt.Chart:  # noqa: ANN401 - Altair's many kinds of chart
    words = CHALK if dark else INK
    font = '"Source Sans", sans-serif'
    configured: alt.Chart = chart.configure(
        background="transparent",
        font=font,
        view=alt.ViewConfig(stroke=None),
        axis=alt.AxisConfig(labelColor=words, labelFontSize=13),
    ).properties(autosize=alt.AutoSizeParams(type="fit-x", contains="padding"))
    return configured
