"""Words without the endings that only inflect them."""

from __future__ import annotations

from functools import lru_cache

_ENDINGS = (
    *("ations", "ation", "ments", "ment", "ings", "ing", "ies", "ied", "ers", "er", "es", "ed", "ly", "s", "y", "e"),
)
_SHORTEST = 3
_PASSES = 2  # «wondered», «wonder»


@lru_cache(maxsize=20_000)
def stem_of(word: str) -> str:
    """Return a lower-case word without its ending; forms of one word have one stem, and so have some others."""
    for _ in range(_PASSES):
        for ending in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
                word = word[: -len(ending)]
                break
    return word[:-1] if len(word) > _SHORTEST and word[-1] == word[-2] else word
