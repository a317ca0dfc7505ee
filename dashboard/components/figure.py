"""Charts on a page: the spec is built once for each chart and theme, and only the numbers travel anew."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

Chart = Callable[..., alt.Chart]


@lru_cache(maxsize=32)
def _spec(chart: Chart, columns: tuple[str, ...], dark: bool) -> dict[str, Any]:  # noqa: FBT001 - part of the key
    """Build a chart over no rows and keep everything but the data."""
    spec: dict[str, Any] = chart(pd.DataFrame(columns=list(columns)), dark=dark).to_dict()
    spec.pop("datasets", None)
    spec.pop("data", None)
    return spec


def figure(chart: Chart, frame: pd.DataFrame, *, alt_text: str, key: str) -> None:
    """Draw a chart of a frame in the colours of the theme that the person looks at."""
    dark = st.context.theme.type == "dark"
    st.vega_lite_chart(frame, _spec(chart, tuple(frame.columns), dark), theme=None, alt=alt_text, key=key)
