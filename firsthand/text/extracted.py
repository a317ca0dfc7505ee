"""What is read from a file: the text and what the file says about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from firsthand.text.spans import Span


class Reference(NamedTuple):
    """A link in the article; ``span`` is where its words stand in the text, where they could be found."""

    href: str
    words: str
    span: Span | None


@dataclass(frozen=True, kw_only=True)
class ExtractedArticle:
    """An article's text, to be frozen as it is, and what its file tells about it; None means the file does not say.

    ``published`` is EDTF level 0 (``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``), ``language`` a BCP 47 tag, ``extractor``
    the name and version of what read the file. ``warnings`` are sentences for the person who added it.
    """

    text: str
    extractor: str
    title: str | None = None
    author: str | None = None
    published: str | None = None
    publisher: str | None = None
    language: str | None = None
    canonical_url: str | None = None
    references: tuple[Reference, ...] = ()
    warnings: tuple[str, ...] = ()
