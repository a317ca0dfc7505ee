"""A PDF's paragraphs written out as an article: text, places of pages and links, what the file says of itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from firsthand.text.bylines import find_byline
from firsthand.text.dating import read_date
from firsthand.text.extracted import ExtractedArticle, Reference
from firsthand.text.languages import settle_language
from firsthand.text.marks import Alphabet, Marked, unmark
from firsthand.text.pdf_paragraphs import Paragraph, Vocabulary
from firsthand.text.spans import Span
from firsthand.text.tags import language_tag

# Private use: what a file's own fonts put there is dropped on reading.
ALPHABET = Alphabet(0xF0000, 0xFFFFD)

_BIG = 1.15
_LONGEST_TITLE = 250
_TITLE_LINES = 4
_LOOKED_AT = 8  # paragraphs
_A_FILE = re.compile(
    r"\.(?:docx?|odt|rtf|indd|qxp\w*|pdf|txt|tex|dvi|html?)\b|^\W*$"
    r"|^(?:untitled|document\s?\d*|microsoft \w+|slide|layout)\b",
    re.IGNORECASE,
)
_NO_AUTHOR = re.compile(
    r"^(?:\W*|user\d*|admin\w*|owner|unknown|anonymous|author|.*\\.*|\S+@\S+|\w*\d\w*)$", re.IGNORECASE
)
_MADE = "The date is the day on which the file was made; correct it where the article came out on another day."


class Said(NamedTuple):
    """What a file says of itself, as written."""

    title: str | None = None
    author: str | None = None
    made: str | None = None
    language: str | None = None


def write_article(
    paragraphs: Sequence[Paragraph], pages: int, targets: Mapping[str, str], said: Said, extractor: str
) -> ExtractedArticle:
    """Write the paragraphs of a file of ``pages`` pages; ``targets`` are where the letters in their lines lead."""
    written, starts = _written(paragraphs, pages)
    clean = unmark(written, Marked(dict(targets), ALPHABET.pattern))
    byline = find_byline(clean.text)
    made = read_date(said.made)
    language, detected = settle_language(language_tag(said.language), clean.text)
    return ExtractedArticle(
        text=clean.text,
        extractor=extractor,
        title=_title(paragraphs, said.title),
        author=byline.author or (said.author if said.author and not _NO_AUTHOR.match(said.author) else None),
        published=byline.published or made,
        language=language,
        language_detected=detected,
        references=tuple(_merged(clean.references, clean.text)),
        pages=_spans(clean.text, [clean.clean(start) for start in starts]),
        warnings=(_MADE,) if made and not byline.published else (),
    )


def _written(paragraphs: Sequence[Paragraph], pages: int) -> tuple[str, list[int]]:
    """Return the text and where each page begins in it."""
    vocabulary = Vocabulary(line for paragraph in paragraphs for line in paragraph.lines)
    pieces: list[str] = []
    starts: dict[int, int] = {}
    length = 0
    for paragraph in paragraphs:
        if pieces:
            pieces.append("\n\n")
            length += 2
        text = ""
        for line, page in zip(paragraph.lines, paragraph.pages, strict=True):
            text = vocabulary.join(text, line.text) if text else line.text
            starts.setdefault(page, length + len(text) - len(line.text))
        pieces.append(text)
        length += len(text)
    return "".join(pieces), _filled(starts, pages, length)


def _filled(starts: Mapping[int, int], pages: int, end: int) -> list[int]:
    """Let a page without text begin, and end, where the next one begins."""
    filled: list[int] = []
    for page in reversed(range(pages)):
        end = min(end, starts.get(page, end))
        filled.append(end)
    return filled[::-1]


def _spans(text: str, starts: Sequence[int]) -> tuple[Span, ...]:
    spans = []
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        spans.append(Span(start, start + len(text[start:end].rstrip())))
    return tuple(spans)


def _merged(references: Sequence[Reference], text: str) -> list[Reference]:
    """Join the parts of a link that runs over a line's end: a PDF draws a rectangle a line."""
    merged: list[Reference] = []
    for one in references:
        last = merged[-1] if merged else None
        if (
            last
            and last.span
            and one.span
            and last.href == one.href
            and not text[last.span.end : one.span.start].strip()
        ):
            span = Span(last.span.start, one.span.end)
            merged[-1] = Reference(one.href, " ".join(span.of(text).split()), span)
        else:
            merged.append(one)
    return merged


def _title(paragraphs: Sequence[Paragraph], said: str | None) -> str | None:
    """Return the title in the file's information where the text bears it out, else the first page's big line."""
    title = " ".join((said or "").split())[:_LONGEST_TITLE]
    sensible = title if title and not _A_FILE.search(title) else None
    first = [paragraph for paragraph in paragraphs[: 2 * _LOOKED_AT] if paragraph.pages[0] == 0][:_LOOKED_AT]
    shown = [_plain(paragraph) for paragraph in first]
    if sensible and any(sensible.casefold() in one.casefold() for one in shown):
        return sensible
    sizes: Counter[float] = Counter()
    for paragraph in paragraphs:
        for line in paragraph.lines:
            sizes[round(line.size, 1)] += len(line.text)
    body = sizes.most_common(1)[0][0]
    big = [
        (paragraph.size, words)
        for paragraph, words in zip(first, shown, strict=True)
        if paragraph.size >= _BIG * body and len(paragraph.lines) <= _TITLE_LINES and len(words) <= _LONGEST_TITLE
    ]
    return max(big, key=lambda one: one[0])[1] if big else sensible


def _plain(paragraph: Paragraph) -> str:
    return ALPHABET.pattern.sub("", " ".join(line.text for line in paragraph.lines))
