"""Paragraphs and sentences, as spans of the text they stand in.

A regular expression proposes every full stop, a guard of abbreviations refuses some. Both run in linear time on a line
of any length.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from firsthand.text.spans import Span, trimmed
from firsthand.text.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterator

_CLOSERS = "\"'”’»›)\\]」』）】»“"
_STOP = re.compile(
    rf"(?:(?<![.!?…؟۔।])(?P<latin>[.!?…؟۔।]+)[{_CLOSERS}]{{0,4}}(?=\s)|(?P<wide>[。！？｡]+)[」』”’）】]{{0,4}})\s*"
)
_NEXT = re.compile(r"[\s\"'“‘«‹„(\[¿¡-]{0,6}(\w*)")
_LAST_WORD = re.compile(r"(?:^|[\s(\[\"'“‘«„/—–-])((?:\w|[.&’'])*\w)\.?$")
_LAST_WORD_WITHIN = 24

_TITLES = words(
    """mr mrs ms mx dr prof gen lt col sgt capt cpl maj sen rep gov rev hon st pres amb adm cmdr supt insp messrs mme
    mlle hr fr vs v cf e.g i.e z.b d.h bzw approx ca est viz resp"""
)
_BEFORE_A_NUMBER = words("no nos nr art arts sec fig figs vol ch p pp para abs reg op")
_BEFORE_MORE = words(
    """inc ltd co corp plc llc jr sr bros dept univ assn ave blvd rd mt ft etc al am pm
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur fri sat sun"""
)
_INITIALS = re.compile(r"(?:\w{1,2}\.)+\w{1,2}")
_OPENERS = words(
    """the a an it in he she they we i but and this that these those there when while if as at on for after before
    however since by with his her its their our my you what who how why some many most such not one two another
    although though meanwhile yet so then now last both each few more still under from to nor or about"""
)
_LINE = re.compile(r"[^\n]+")
_NARROWEST, _WIDEST = 40, 110


def paragraphs(text: str) -> list[Span]:
    """Return the paragraphs of ``text`` in order, without surrounding white space.

    Every line is a paragraph, as extractors write them, unless a block of lines was wrapped at a fixed width.
    """
    return [span for block in _blocks(text) for span in ([_joined(block)] if _wrapped(text, block) else block)]


def sentences(text: str) -> list[Span]:
    """Return the sentences of ``text`` in order, without surrounding white space; a heading is one of its own."""
    return [sentence for paragraph in paragraphs(text) for sentence in _split(text, paragraph)]


def sentences_in(text: str, paragraph: Span) -> list[Span]:
    """Return the sentences of one paragraph."""
    return list(_split(text, paragraph))


def _blocks(text: str) -> Iterator[list[Span]]:
    """Yield runs of lines with no blank line between them."""
    block: list[Span] = []
    previous = -1
    for found in _LINE.finditer(text):
        line = trimmed(text, found.start(), found.end())
        if block and (line.length == 0 or found.start() > previous + 1):
            yield block
            block = []
        if line.length:
            block.append(line)
        previous = found.end()
    if block:
        yield block


def _wrapped(text: str, block: list[Span]) -> bool:
    """Whether the lines were filled greedily to a width: no line had room for the first word of the next."""
    width = max(line.length for line in block)
    if len(block) == 1 or not _NARROWEST <= width <= _WIDEST:
        return False
    first_words = [line.of(text).split(maxsplit=1)[0] for line in block[1:]]
    if any(line.length + 1 + len(word) <= width for line, word in zip(block, first_words, strict=False)):
        return False
    return len(block) > 2 or first_words[0][0].islower()  # noqa: PLR2004 - two lines prove no width


def _joined(block: list[Span]) -> Span:
    return Span(block[0].start, block[-1].end)


def _split(text: str, paragraph: Span) -> Iterator[Span]:
    start = paragraph.start
    for stop in _STOP.finditer(text, paragraph.start, paragraph.end):
        if stop.end() >= paragraph.end:
            break
        if stop["wide"] or _ends_a_sentence(text, start, stop):
            yield trimmed(text, start, stop.end())
            start = stop.end()
    if start < paragraph.end:
        yield trimmed(text, start, paragraph.end)


def _ends_a_sentence(text: str, start: int, stop: re.Match[str]) -> bool:
    following = _NEXT.match(text, stop.end())
    word = following.group(1) if following else ""
    if word[:1].islower():
        return False
    if stop["latin"] != ".":
        return True
    if stop.end("latin") < stop.end() and not text[stop.end("latin")].isspace():
        return True  # a closing quote or bracket after the stop
    floor = max(start, stop.start() - _LAST_WORD_WITHIN)
    before = _LAST_WORD.search(text[floor : stop.start()])
    return before is None or not _abbreviates(before.group(1), word, opens=floor + before.start(1) == start)


def _abbreviates(written: str, following: str, *, opens: bool) -> bool:
    """Whether the full stop after ``written`` belongs to it; ``following`` is the word after."""
    short = written.casefold()
    if short in _TITLES:
        return True
    if short in _BEFORE_A_NUMBER:
        return following[:1].isdigit()
    if opens and short.isdigit():
        return True  # the number of a list's entry
    if len(written) == 1 and written.isalpha():
        return written.isupper() and following.casefold() not in _OPENERS
    if short in _BEFORE_MORE or _INITIALS.fullmatch(written):
        return following.casefold() not in _OPENERS
    return False
