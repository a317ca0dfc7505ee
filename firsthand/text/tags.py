"""Language tags as files declare them."""

from __future__ import annotations

import re

_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")
_NOT_A_LANGUAGE = {"und", "zxx", "mul", "mis", "xx"}


def language_tag(declared: str | None) -> str | None:
    """Return a declared language as a BCP 47 tag («en_gb» becomes «en-GB»), or None where it is none."""
    found = _TAG.fullmatch((declared or "").strip().partition(",")[0].partition(".")[0].strip())
    if not found:
        return None
    language, *rest = re.split("[-_]", found.group())
    if language.lower() in _NOT_A_LANGUAGE:
        return None
    return "-".join([language.lower(), *map(_subtag, rest)])


def _subtag(written: str) -> str:
    if len(written) == 4 and written.isalpha():  # noqa: PLR2004 - a script
        return written.title()
    return written.upper() if len(written) == 2 else written.lower()  # noqa: PLR2004 - a country
