"""Dates with their precision, written as EDTF level 0 (ISO 8601-2): ``2024``, ``2024-08``, ``2024-08-06``. Pure."""

from __future__ import annotations

import datetime as dt
import re

_SHAPE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)


def is_edtf(value: str) -> bool:
    """Tell whether a text is a date of level 0 that exists in the calendar."""
    if not _SHAPE.fullmatch(value):
        return False
    try:
        dt.date.fromisoformat(value + "-01-01"[len(value) - 4 :])
    except ValueError:
        return False
    return True
