"""Cursors: where the next page of a list begins, as a short string for an address bar."""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import json

_LARGEST = 2**63 - 1  # what both databases take for an integer
_LONGEST = 200


def write(order: str, *key: int | dt.datetime) -> str:
    """Write the key of a page's last row; ``order`` names the list's order, which has to be the same on reading."""
    values = [value.isoformat() if isinstance(value, dt.datetime) else value for value in key]
    packed = json.dumps([order, *values], separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(packed).decode().rstrip("=")


def read(cursor: str | None, order: str, *types: type[int | dt.datetime]) -> list[int | dt.datetime] | None:
    """Read a key of these types back; None for no cursor, another list's, or anything that is not one of ours."""
    if not cursor or len(cursor) > _LONGEST:
        return None
    try:
        packed = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
        values = json.loads(packed)
    except (binascii.Error, ValueError, RecursionError):
        return None
    if not isinstance(values, list) or len(values) != len(types) + 1 or values[0] != order:
        return None
    key = [_value(value, expected) for value, expected in zip(values[1:], types, strict=True)]
    return None if None in key else [value for value in key if value is not None]


def _value(value: object, expected: type[int | dt.datetime]) -> int | dt.datetime | None:
    if expected is int:
        return value if type(value) is int and abs(value) <= _LARGEST else None
    try:
        at = dt.datetime.fromisoformat(value) if isinstance(value, str) else None
        return at.astimezone(dt.UTC) if at is not None and at.tzinfo is not None else None
    except (ValueError, OverflowError):
        return None
