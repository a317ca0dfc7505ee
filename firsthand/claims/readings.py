"""What reading one sentence brings."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from firsthand.text.spans import Span


class Reading(NamedTuple):
    """An attribution as read; ``clear`` where speaker and content stand in the places expected of the cue."""

    speaker: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    clear: bool
