"""The speakers' sheet: the paper, with the styles of their lists and pictures."""

from __future__ import annotations

from dashboard.components.paper import Sheet

sheet = Sheet("speakers", "speaker.css")
