"""What a chart is made of: the drawing, its rows, a title that says what they show, and the same rows as a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import altair as alt
import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped]

from dashboard import addresses

PICK = "pick"
"""The selection that every chart has: a click on a mark picks the address in its ``href``."""


Drawing = Callable[..., alt.LayerChart]
"""A frame in, and whether the theme is dark; a chart out. It depends on the frame's columns, never on its rows."""


class Cell(NamedTuple):
    """A cell of the table behind a chart; an address makes it a link. Foreign words stand as they are."""

    text: str
    href: str = ""
    number: bool = False


class Key(NamedTuple):
    """What a colour stands for: a word with its meaning, and the colour on paper and on slate; none for an outline."""

    word: str
    meaning: str
    light: str = ""
    dark: str = ""
    icon: str = ""


@dataclass(frozen=True, eq=False)
class Picture:
    """A chart with everything around it. ``title`` tells what the numbers show; it may hold foreign words."""

    drawing: Drawing
    frame: pd.DataFrame
    title: str
    about: str
    alt: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    key: tuple[Key, ...] = ()

    @cached_property
    def sent(self) -> pa.Table:
        """The rows in the form in which they travel to the browser."""
        return pa.Table.from_pandas(self.frame, preserve_index=False)

    @cached_property
    def addresses(self) -> frozenset[str]:
        """Where its marks lead."""
        return frozenset({*self.frame["href"], *self.frame.get("whole", ())} - {""})


def claims_at(only: Mapping[str, str], **query: str) -> str:
    """Write the address of the queue with these claims, within what the board is filtered by."""
    return addresses.href(addresses.CLAIMS, **{**only, **query})
