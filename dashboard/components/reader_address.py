"""What the address of an article's page says: which capture is on view, which claim is open, which words are chosen."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dashboard import addresses
from db.rows import CaptureRow

CAPTURE, MARK, WORDS, AGAINST, REFERENCE = "capture", "mark", "words", "against", "reference"
_PLACE = re.compile(r"([0-9]{1,9})-([0-9]{1,9})")


def captured(captures: Sequence[CaptureRow], asked: str) -> CaptureRow | None:
    """Choose the capture that is asked for, else the newest, of those that have a text."""
    readable = [capture for capture in captures if capture.characters]
    named = [capture for capture in readable if str(capture.id) == asked]
    return next(iter([*named, *readable]), None)


def base(article: str, captures: Sequence[CaptureRow], capture: CaptureRow | None) -> str:
    """Write the page's address without a mark; an older capture is named in it, the newest is what one gets anyway."""
    older = capture is not None and capture != captured(captures, "")
    return addresses.href(
        addresses.ARTICLE, article=article, **({CAPTURE: str(capture.id)} if older and capture else {})
    )


def place(words: str, length: int) -> tuple[int, int] | None:
    """Read a place in a text of some length, ``120-188`` in code points; None for anything else."""
    found = _PLACE.fullmatch(words)
    start, end = (int(found[1]), int(found[2])) if found else (0, 0)
    return (start, end) if start < end <= length else None


def placed(start: int, end: int) -> str:
    """Write a place as the address holds it."""
    return f"{start}-{end}"
