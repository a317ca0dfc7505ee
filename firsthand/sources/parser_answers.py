"""The child's part of reading: a job comes in, the text goes out, or the reason why there is none."""

from __future__ import annotations

import time
from typing import Any

from firsthand.errors import UnreadableText
from firsthand.sources.parser_frames import Frame, storable
from firsthand.text.extracted import ExtractedArticle
from firsthand.text.extraction import extract
from firsthand.text.source_texts import extract_source

_PAGES_UNTIL = 0.5  # of the time; then a long file is cut short, so that what was read so far is kept
_SAYS_MEMORY = ("Memory", "memory")
_WORDS = ("extractor", "title", "author", "publisher", "published", "language", "canonical_url")
_FAULT = "Reading it failed, which is a fault of Firsthand and not of the file ({}). Paste its text instead."


def answer(job: Frame, seconds: float) -> Frame:
    """Do a job: the child's part. Whatever goes wrong is an answer."""
    told = job.head
    began = time.monotonic()
    try:
        if told.get("kind") == "article":
            found = extract(
                job.body, filename=told.get("file_name"), media_type=told.get("media_type"), url=told.get("url")
            )
        else:
            found = extract_source(
                job.body,
                filename=told.get("file_name"),
                media_type=told.get("media_type"),
                url=told.get("url"),
                may_go_on=lambda: time.monotonic() - began < _PAGES_UNTIL * seconds,
            )
    except UnreadableText as error:
        return Frame({"reason": error.reason, "out_of_memory": _lacked_memory(error)}, b"")
    except MemoryError:
        return Frame({"out_of_memory": True}, b"")
    except Exception as error:  # noqa: BLE001 - the readers never raise anything else; where one does, only this job ends
        return Frame({"reason": _FAULT.format(type(error).__name__)}, b"")
    try:
        return _told(found)
    except MemoryError:
        return Frame({"out_of_memory": True}, b"")


def _told(found: ExtractedArticle) -> Frame:
    head: dict[str, Any] = {name: getattr(found, name) for name in _WORDS}
    head["language_detected"] = found.language_detected
    head["references"] = [[one.href, one.words, one.span] for one in found.references]
    head["pages"] = found.pages
    head["warnings"] = found.warnings
    return Frame(head, storable(found.text).encode())


def _lacked_memory(error: BaseException) -> bool:
    cause = error.__cause__
    return isinstance(cause, MemoryError) or any(word in str(cause) for word in _SAYS_MEMORY)
