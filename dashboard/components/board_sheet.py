"""The board's own sheet: the paper, with the styles of its figures, bars and lists."""

from __future__ import annotations

from dashboard.components.paper import Sheet

sheet = Sheet("board", "board.css")
