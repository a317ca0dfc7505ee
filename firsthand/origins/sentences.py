"""Sentences that say where a text is from: «originally published in …», «Dieser Beitrag erschien zuerst bei …».

A sentence counts only where it speaks of the text itself: «The study first appeared in …» speaks of a study.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from db.vocabulary import SourceRelationKind
from firsthand.origins.forms import FORMS, OTHER_VERSION, PICTURED, Form
from firsthand.text.spans import Span

_HEAD, _TAIL = 1500, 2500  # characters: such sentences stand at a text's beginning or end
_SHORT_LINE = 90  # characters of a line that is a credit and nothing else
_STOP = re.compile(r"[.!?;](?=\s+[^\Wа-яa-z]|\s*$)|\s[–—|]\s|\)")


class Said(NamedTuple):
    """A sentence about the text's origin, and where a name would stand; ``known_only``: not any name will do."""

    kind: SourceRelationKind
    span: Span
    name_at: int
    known_only: bool


def sentences(text: str) -> Iterator[Said]:
    """Find the sentences at the beginning and the end of a text that say where it is from."""
    for line in _lines(text):
        found = next((said for form in FORMS if (said := _said(form, text, line))), None)
        if found:
            yield found


def _said(form: Form, text: str, line: Span) -> Said | None:
    words = line.of(text)
    if form.whole_line and (len(words) > _SHORT_LINE or PICTURED.search(_around(text, line))):
        return None
    found = form.pattern.search(words)
    if found is None or OTHER_VERSION.search(words[: found.end()]):
        return None
    stop = _STOP.search(words, found.end())
    end = stop.start() if stop else len(words)
    if form.whole_line and words[end:].strip(" .)]*»"):
        return None
    return Said(
        form.kind, Span(line.start + found.start(), line.start + end), line.start + found.end(), form.known_only
    )


def _lines(text: str) -> Iterator[Span]:
    """List the lines of the beginning and the end; of a line that runs into the middle, what is outside of it."""
    head, tail = min(_HEAD, len(text)), max(_HEAD, len(text) - _TAIL)
    for first, last in ((0, head), (tail, len(text))):
        for found in re.finditer(r"[^\n]+", text[first:last]):
            yield Span(first + found.start(), first + found.end())


def _around(text: str, line: Span) -> str:
    """Read what tells of a picture's credit: a short line above this one, and what this one says before a colon."""
    label = line.of(text).partition(":")[0]
    above = text[max(0, line.start - 2 * _SHORT_LINE) : line.start].rstrip().rpartition("\n")[2]
    return f"{label} {above if len(above) <= _SHORT_LINE else ''}"
