"""The content of «according to», which is the rest of its sentence whatever the subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from firsthand.text.segmentation import sentences_in
from firsthand.text.spans import Span, trimmed

if TYPE_CHECKING:
    from firsthand.claims.tagging.linking import Tied

_BEFORE_CONTENT = " ,"
_AFTER_CONTENT = " ,.;!?"
_FEWEST_WORDS = 3


def rest_of_sentence(text: str, paragraph: Span, tied: Tied) -> Span | None:
    """Return what stands in the sentence beside «according to» and its speaker, or None for another cue.

    The tagger finds this cue and its speaker in articles on subjects far from those that it learned from, where it may
    not find the content.
    """
    cue = tied.cue[0].span
    if not cue.of(text).lower().startswith("according to"):
        return None
    sentence = next((span for span in sentences_in(text, paragraph) if span.end > cue.start), paragraph)
    if cue.start > sentence.start:
        start, end = sentence.start, cue.start
    else:
        start, end = max(piece.span.end for piece in (*tied.speaker, *tied.cue)), sentence.end
    rest = text[start:end]
    start += len(rest) - len(rest.lstrip(_BEFORE_CONTENT))
    end -= len(rest) - len(rest.rstrip(_AFTER_CONTENT))
    content = trimmed(text, start, max(start, end))
    return content if len(content.of(text).split()) >= _FEWEST_WORDS else None
