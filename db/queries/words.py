"""What somebody typed into a search box, made safe for both full-text engines; excerpts of what was found.

All words have to be there. Words in quotation marks belong together, and so do the parts of one that is written
together (``well-known``, ``3.5``). Case and Latin accents do not matter. A run of Chinese or Japanese without spaces
is one word to both engines: it is found whole or by its beginning, not by characters from its middle. Vowel points
of Arabic and Hebrew have to be as in the text.
"""

from __future__ import annotations

import itertools
import re
import unicodedata

MANY = 12
_LONG = 100
_BEGINNING = 3
_MARKS = re.compile("[\u0300-\u036f]+")
# The same as in the migration that sets up PostgreSQL's search.
_PUNCTUATION = re.compile("[!-/:-@\\[-`{-~\u00a0-\u00bf\u2000-\u206f\u3000-\u303f]+")
_SPACE = re.compile(r"\s+")


def read(typed: str) -> tuple[str, ...]:
    """Split what was typed into words and quoted phrases; what has neither letter nor digit is left out."""
    typed = typed.replace("\0", " ").encode(errors="ignore").decode()
    found: list[str] = []
    for place, part in enumerate(re.split('["“”„«»]', typed)):
        found.extend([part] if place % 2 else part.split())
    return tuple(word[:_LONG] for word in found if any(map(str.isalnum, word)))[:MANY]


def may_begin(words: tuple[str, ...]) -> bool:
    """Whether the last word is long enough to be taken as the beginning of one."""
    return bool(words) and (len(words[-1]) >= _BEGINNING or not words[-1].isascii())


def for_fts5(words: tuple[str, ...], *, beginning: bool = False) -> str:
    """Write the words for SQLite's MATCH, each as a string, so that nothing in them is an operator."""
    quoted = ['"' + word.replace('"', " ") + '"' for word in words]
    return " ".join(quoted) + ("*" if beginning and quoted else "")


def for_tsquery(words: tuple[str, ...], *, beginning: bool = False) -> str:
    """Write the words for PostgreSQL's ``to_tsquery``, without accents and punctuation, each quoted."""
    quoted = []
    for word in words:
        bare = _PUNCTUATION.sub(" ", _bare(word)).strip()
        if bare:
            quoted.append(f"'{bare[: 2 * _LONG]}'")
    return " & ".join(quoted) + (":*" if beginning and quoted else "")


def excerpt(text: str, words: tuple[str, ...], *, length: int = 200) -> str:
    """Cut some ``length`` characters around the first of the words out of a text, on one line, ends marked by «…»."""
    place = _find(text, words)
    start = max(0, (place or 0) - length // 3)
    end = min(len(text), start + length)
    start = max(0, end - length)
    cut = text[start:end]
    if start > 0 and " " in cut[: length // 4]:
        cut = cut.split(" ", 1)[1]
    if end < len(text) and " " in cut[-length // 4 :]:
        cut = cut.rsplit(" ", 1)[0]
    cut = _SPACE.sub(" ", cut).strip()
    return f"{'…' if start > 0 else ''}{cut}{'…' if end < len(text) else ''}"


def has_any(text: str, words: tuple[str, ...]) -> bool:
    """Whether one of the words, or the beginning of one, stands in the text."""
    return _find(text, words) is not None


def _find(text: str, words: tuple[str, ...]) -> int | None:
    if found := _beginning_of_any(words, text):
        return found.start()
    # Accents: compare without them, then count back to the character that the place came from.
    bare = [_bare(character) for character in text]
    found = _beginning_of_any(tuple(map(_bare, words)), "".join(bare))
    if found is None:
        return None
    ends = itertools.accumulate(map(len, bare))
    return next((place for place, end in enumerate(ends) if end > found.start()), None)


def _beginning_of_any(words: tuple[str, ...], text: str) -> re.Match[str] | None:
    parts = [[re.escape(part) for part in re.split(r"[\W_]+", word) if part] for word in words]
    patterns = [r"(?<!\w)" + r"[\W_]+".join(of_word) for of_word in parts if of_word]
    return re.search("|".join(patterns), text, re.IGNORECASE) if patterns else None


def _bare(text: str) -> str:
    return _MARKS.sub("", unicodedata.normalize("NFKD", text))
