"""JSON as text to be read and pointed at: every value on a line of its own, after the path that leads to it.

The rendering is stable: the order is the file's, numbers stand as they are written, and a value that does not change
keeps its line whatever changes elsewhere. Records of a list stand apart like paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from firsthand.errors import UnreadableText
from firsthand.text.dating import read_date
from firsthand.text.decoding import decode
from firsthand.text.extracted import ExtractedArticle
from firsthand.text.json_reading import Pairs, load_pairs
from firsthand.text.languages import language_of
from firsthand.text.plain import addresses
from firsthand.text.tags import language_tag

EXTRACTOR = "firsthand-json 1"
MAX_CHARACTERS = 5_000_000

_PLAIN_NAME = re.compile(r"[\w$@-]+")
_WORDS = {True: "true", False: "false", None: "null"}
_LONGEST_TITLE = 300
_NO_JSON = "This file is declared to be JSON and is none; save its text as a file and add that."
_TOO_DEEP = "This JSON is nested deeper than any data is; copy the part concerned and paste it."
_NO_VALUES = "This JSON holds no values; look whether it was saved whole."
_CUT = "The file is longer than can be kept as text; only its first part was."
_TITLES = ("title", "headline", "name", "label")
_DATES = ("published", "datePublished", "date_published", "publicationDate", "date", "issued", "created")
_PUBLISHERS = ("publisher", "source", "organization", "organisation")


def extract_json(data: bytes, charset: str | None = None) -> ExtractedArticle:
    """Read a JSON file; raises ``UnreadableText`` where it is none or holds nothing."""
    source = decode(data, declared=charset)
    try:
        value = load_pairs(source.removeprefix("\ufeff"))
    except RecursionError as error:
        raise UnreadableText(_TOO_DEEP) from error
    except ValueError as error:
        raise UnreadableText(_NO_JSON) from error
    return _rendered(value)


def extract_lines(data: bytes, charset: str | None = None) -> ExtractedArticle:
    """Read a file with one JSON value on each line (JSON Lines); raises as ``extract_json`` does."""
    lines = decode(data, declared=charset).removeprefix("\ufeff").split("\n")
    try:
        values = [load_pairs(written) for line in lines if (written := line.strip("\x1e \t"))]
    except RecursionError as error:
        raise UnreadableText(_TOO_DEEP) from error
    except ValueError as error:
        raise UnreadableText(_NO_JSON) from error
    return _rendered(values)


def _rendered(value: Any) -> ExtractedArticle:  # noqa: ANN401 - JSON
    pieces: list[str] = []
    length = 0
    cut = False
    for piece in _lines(value):
        length += len(piece) + 1
        if length > MAX_CHARACTERS:
            cut = True
            break
        pieces.append(piece)
    text = "\n".join(pieces).strip("\n")
    if not text:
        raise UnreadableText(_NO_VALUES)
    said = {key: one for key, one in reversed(value) if isinstance(one, str)} if isinstance(value, Pairs) else {}
    language = language_tag(said.get("language") or said.get("inLanguage"))
    detected = None if language else language_of(text)
    return ExtractedArticle(
        text=text,
        extractor=EXTRACTOR,
        title=next((one[:_LONGEST_TITLE] for key in _TITLES if (one := " ".join(said.get(key, "").split()))), None),
        published=next((found for key in _DATES if (found := read_date(said.get(key)))), None),
        publisher=next((one[:_LONGEST_TITLE] for key in _PUBLISHERS if (one := said.get(key, "").strip())), None),
        language=language or detected,
        language_detected=detected is not None,
        references=addresses(text),
        warnings=(_CUT,) if cut else (),
    )


def _lines(value: Any) -> Iterator[str]:  # noqa: ANN401 - JSON
    """Yield a line for every value, and an empty one between records; without recursion, however deep the data."""
    stack: list[tuple[str, Any]] = [("", value)]
    apart = False
    while stack:
        path, one = stack.pop()
        if one is _BETWEEN:
            apart = True
        elif isinstance(one, Pairs) and one:
            stack.extend((_named(path, name), inner) for name, inner in reversed(one))
        elif isinstance(one, list) and one:
            records = any(isinstance(inner, Pairs | list) for inner in one)
            for number in range(len(one) - 1, -1, -1):
                stack.append((f"{path}[{number}]", one[number]))
                if records:
                    stack.append(("", _BETWEEN))
        else:
            if apart:
                yield ""
            apart = False
            yield f"{path}: {_written(one)}".rstrip() if path else _written(one)


_BETWEEN = object()


def _named(path: str, name: str) -> str:
    written = name if _PLAIN_NAME.fullmatch(name) else f"«{' '.join(name.split())}»"
    return f"{path}.{written}" if path else written


def _written(value: Any) -> str:  # noqa: ANN401 - JSON
    if isinstance(value, str):
        return value
    if isinstance(value, Pairs):
        return "{}"
    return "[]" if isinstance(value, list) else _WORDS[value]
