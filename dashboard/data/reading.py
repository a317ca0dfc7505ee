"""A captured text as one reads it: its sentences, and what is not the article's own prose."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from dashboard.data.record import captured_text, database
from firsthand.text.regions import RegionKind, regions
from firsthand.text.segmentation import sentences_in


class Sentence(NamedTuple):
    """A sentence's place (code points); its kind is ``prose``, ``heading`` or ``furniture`` of the page."""

    start: int
    end: int
    kind: str


def sentences(capture_id: int) -> tuple[Sentence, ...]:
    """List the sentences of a captured text in order. A capture never changes, so they are found once."""
    return _sentences(database().name, capture_id)


@lru_cache(maxsize=64)
def _sentences(_url: object, capture_id: int) -> tuple[Sentence, ...]:
    text = captured_text(capture_id)
    found = []
    for span, kind in regions(text):
        if kind is RegionKind.PROSE:
            found += [Sentence(part.start, part.end, "prose") for part in sentences_in(text, span)]
        else:
            found.append(Sentence(span.start, span.end, "heading" if kind is RegionKind.HEADING else "furniture"))
    return tuple(found)
