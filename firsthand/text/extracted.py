"""What is read from a file: the text and what the file says about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from firsthand.text.spans import Span


class Reference(NamedTuple):
    """A link in the article's text; ``span`` is where its words stand there, where they could be found.

    ``span.of(text)`` is ``words`` but for white space: a run of it in the text is one space in ``words``.
    """

    href: str
    words: str
    span: Span | None


@dataclass(frozen=True, kw_only=True)
class ExtractedArticle:
    """An article's text, to be frozen as it is, and what its file tells about it; None means the file does not say.

    ``published`` is EDTF level 0 (``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``), ``language`` a BCP 47 tag, ``extractor``
    the name and version of what read the file. ``language_detected`` where the file does not say its language and the
    text shows it. ``pages`` are the spans of a paged file's pages, in order, empty ones included; a paragraph that runs
    over a page's end belongs to the page where each of its parts stands. ``warnings`` are sentences for the person who
    added it.
    """

    text: str
    extractor: str
    title: str | None = None
    author: str | None = None
    published: str | None = None
    publisher: str | None = None
    language: str | None = None
    language_detected: bool = False
    canonical_url: str | None = None
    references: tuple[Reference, ...] = ()
    pages: tuple[Span, ...] = ()
    warnings: tuple[str, ...] = ()
