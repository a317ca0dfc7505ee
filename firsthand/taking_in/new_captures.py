"""What is recorded of a text that came in."""

from __future__ import annotations

import mimetypes

from db.vocabulary import CaptureOutcome
from firsthand import desk
from firsthand.reading import Incoming
from firsthand.sources.captures import fetched_capture
from firsthand.text.extraction import ExtractedArticle


def new_capture(said: ExtractedArticle, incoming: Incoming) -> desk.NewCapture:
    """Put together what is to be recorded, of a fetch as of what somebody brings."""
    if incoming.fetched is not None:
        return fetched_capture(incoming.fetched, said)
    return desk.NewCapture(
        method=incoming.method,
        sha256=incoming.sha256,
        size=len(incoming.data),
        media_type=incoming.media_type or mimetypes.guess_type(incoming.file_name or "")[0] or "text/plain",
        text=said.text,
        extractor=said.extractor,
        file_name=incoming.file_name,
        url=incoming.url,
        outcome=CaptureOutcome.COMPLETE,
        references=tuple(
            desk.NewReference(link.href, link.words, *(link.span or (None, None))) for link in said.references
        ),
    )
