"""Words without the endings that only inflect them."""

from __future__ import annotations

from functools import lru_cache

_ENDINGS = (
    *("ations", "ation", "ments", "ment", "ings", "ing", "ies", "ied", "ers", "er", "es", "ed", "ly", "s", "y", "e"),
)
_SHORTEST = 3


@lru_cache(maxsize=20_000)
def stem_of(word: str) -> str:
    """Return a lower-case word without its endings; forms of one word have one stem, and so have some others."""
    while ending := next((ending for ending in _ENDINGS if _ends(word, ending)), ""):
        word = word[: -len(ending)]
    return word[:-1] if len(word) > _SHORTEST and word[-1] == word[-2] else word


def _ends(word: str, ending: str) -> bool:
    if not word.endswith(ending) or len(word) - len(ending) < _SHORTEST:
        return False
    return ending != "s" or word[-2] not in "sui"
