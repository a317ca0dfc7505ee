"""What was read of foreign bytes, as the reader's process tells it: every field is looked at before it is believed."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.errors import UnreadableText
from firsthand.sources.parser_frames import Frame, storable
from firsthand.text.extracted import ExtractedArticle, Reference
from firsthand.text.spans import Span

CRASHED = "Reading this file ended the program that reads it; open it, copy its text and paste it."


@dataclass(frozen=True, kw_only=True, slots=True)
class Parsed:
    """What was read; ``text`` is None where there is none to be had, and ``reason`` says why in a sentence.

    The fields are those of ``ExtractedArticle``. In the text of a paged source a form feed ends every page but the
    last. ``out_of_limits`` tells that reading was stopped by a limit.
    """

    text: str | None
    extractor: str = ""
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str | None = None
    language_detected: bool = False
    canonical_url: str | None = None
    references: tuple[Reference, ...] = ()
    pages: tuple[Span, ...] = ()
    warnings: tuple[str, ...] = ()
    reason: str | None = None
    out_of_limits: bool = False

    def article(self) -> ExtractedArticle:
        """Return what was read in the form that taking in takes; raises ``UnreadableText`` with the reason."""
        if self.text is None:
            raise UnreadableText(self.reason or CRASHED)
        return ExtractedArticle(
            text=self.text,
            extractor=self.extractor,
            title=self.title,
            author=self.author,
            publisher=self.publisher,
            published=self.published,
            language=self.language,
            language_detected=self.language_detected,
            canonical_url=self.canonical_url,
            references=self.references,
            pages=self.pages,
            warnings=self.warnings,
        )


def parsed(frame: Frame) -> Parsed:
    """Take an answer for what it says; what makes no sense comes from a reader that foreign bytes have broken."""
    told = frame.head
    if "reason" in told:
        return Parsed(text=None, reason=_text(told["reason"]) or CRASHED)
    try:
        text = frame.body.decode()
        return Parsed(
            text=text,
            extractor=_text(told.get("extractor")) or "",
            title=_text(told.get("title")),
            author=_text(told.get("author")),
            publisher=_text(told.get("publisher")),
            published=_text(told.get("published")),
            language=_text(told.get("language")),
            language_detected=told.get("language_detected") is True,
            canonical_url=_text(told.get("canonical_url")),
            references=tuple(_reference(one, len(text)) for one in told.get("references", ())),
            pages=tuple(_span(one, len(text)) for one in told.get("pages", ())),
            warnings=tuple(filter(None, (_text(one) for one in told.get("warnings", ())))),
        )
    except (ValueError, TypeError):
        return Parsed(text=None, reason=CRASHED)


def _text(told: object) -> str | None:
    return storable(told) if isinstance(told, str) else None


def _reference(told: object, length: int) -> Reference:
    href, words, span = told if isinstance(told, list) else (None, None, None)
    if not (isinstance(href, str) and isinstance(words, str)):
        raise ValueError("This is no reference.")  # noqa: TRY004 - as for every field that makes no sense
    return Reference(storable(href), storable(words), None if span is None else _span(span, length))


def _span(told: object, length: int) -> Span:
    start, end = told if isinstance(told, list) else (None, None)
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start <= end <= length):
        raise ValueError("This is no place in the text.")
    return Span(start, end)
