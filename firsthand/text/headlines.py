"""Whether a line is a headline, by its shape."""

from __future__ import annotations

import re

_LONGEST_WORDS = 22
_LONGEST_CHARACTERS = 180
_ENDS_LIKE_PROSE = re.compile(r"[.;:,。！،]\s*[\"”’»」』)]*$")
_LIST_MARK = re.compile(r"[-*•·]\s|\d{1,3}[.)]\s")
_ENDS_IN_ABBREVIATION = re.compile(r"(?:\b\w\.){2,}$|…$|\.\.\.$")


def is_headline(line: str) -> bool:
    """Whether ``line`` is shaped like a headline or heading: one short line with letters and no closing full stop."""
    line = line.strip()
    if not line or "\n" in line or len(line) > _LONGEST_CHARACTERS or len(line.split()) > _LONGEST_WORDS:
        return False
    if _LIST_MARK.match(line) or not any(map(str.isalpha, line)) or "://" in line or line[0].islower():
        return False
    return not _ENDS_LIKE_PROSE.search(line) or bool(_ENDS_IN_ABBREVIATION.search(line))
