"""Charts on a page: a title that says what is seen, the drawing, and the numbers behind it.

The specification is built once for each drawing and theme, and only the rows travel anew. A click on a mark opens its
claims by a step in the browser's history, so that going back leads here.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.charts import PICK, Cell, Drawing, Key, Picture
from dashboard.components.board_sheet import sheet
from dashboard.components.paper import Node, element, go, icon, link, span
from dashboard.texts import charts as texts

_TURN = "figure-turn"


@lru_cache(maxsize=32)
def specification(drawing: Drawing, columns: tuple[str, ...], dark: bool) -> dict[str, Any]:  # noqa: FBT001 - the key
    """Build a chart over no rows and keep everything but the data."""
    spec: dict[str, Any] = drawing(pd.DataFrame(columns=list(columns)), dark=dark).to_dict()
    names = spec.pop("datasets", {}).keys()
    _without(spec, names)
    return spec


def _without(spec: Any, names: Collection[str]) -> None:  # noqa: ANN401 - any part of a specification
    """Take references to rows out, so that every layer draws the rows that come with the chart."""
    for part in spec if isinstance(spec, list) else spec.values():
        if isinstance(part, dict | list):
            _without(part, names)
    if isinstance(spec, dict) and isinstance(spec.get("data"), dict) and spec["data"].get("name") in names:
        del spec["data"]


def figure(picture: Picture, *, key: str) -> None:
    """Draw a picture in the colours of the theme that the person looks at, and open what they click on."""
    dark = st.context.theme.type == "dark"
    turn = st.session_state.setdefault(_TURN, 0)
    sheet(_head(picture), key=f"{key}-head")
    picked = st.vega_lite_chart(
        picture.sent,
        specification(picture.drawing, tuple(picture.frame.columns), dark),
        alt=picture.alt,
        key=f"{key}-{turn}",  # a chart keeps what was clicked; whoever comes back is to find a fresh one
        on_select="rerun",
        selection_mode=PICK,
    )
    folded = st.expander(texts.THE_NUMBERS, icon=":material/table_rows:", key=f"{key}-numbers", on_change="rerun")
    if folded.open:
        with folded:
            sheet(_table(picture), key=f"{key}-table")
    _open(picked.selection.get(PICK), picture, key)


def _open(marks: Any, picture: Picture, key: str) -> None:  # noqa: ANN401 - what the browser sent
    """Go where the mark leads, if it is one of the picture's."""
    asked = marks[0].get("href") if isinstance(marks, list) and marks and isinstance(marks[0], dict) else None
    if asked in picture.addresses:
        st.session_state[_TURN] += 1
        go(asked, key=f"{key}-go")


def _head(picture: Picture) -> Node:
    keys = [_key(each) for each in picture.key]
    return element(
        "div",
        element("h3", picture.title, style="takeaway plain"),
        element("p", picture.about, style="muted small"),
        element("ul", *keys, style="key") if keys else None,
    )


def _key(key: Key) -> Node:
    mark = icon(key.icon) if key.icon else span("", "swatch" if key.light else "swatch outlined", hidden=True)
    colours = {"light": key.light, "dark": key.dark} if key.light else {}
    return element("li", mark, span(key.word), style="shown" if key.light else "outlined", tip=key.meaning, **colours)


def _table(picture: Picture) -> Node:
    head = [element("th", word, style="number" if last else "") for word, last in _with_last(picture)]
    rows = [element("tr", *(_cell(cell) for cell in row)) for row in picture.rows]
    return element("table", element("thead", element("tr", *head)), element("tbody", *rows), style="rows-behind")


def _with_last(picture: Picture) -> list[tuple[str, bool]]:
    numbers = [cell.number for cell in picture.rows[0]] if picture.rows else []
    return list(zip(picture.head, numbers or [False] * len(picture.head), strict=True))


def _cell(cell: Cell) -> Node:
    inner = link(cell.text, cell.href) if cell.href else cell.text
    return element("td", inner, style="number" if cell.number else "plain")
