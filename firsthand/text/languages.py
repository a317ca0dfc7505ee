"""In which language a text is written: its script, and in alphabets that many share its small words.

Small words («the», «und», «która») make up a third of any prose, so that a hundred words are enough. A library that
weighs letter sequences tells more languages apart, and takes seconds and a hundred megabytes to load.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from functools import cache

from firsthand.text.small_words import SMALL_WORDS

_SAMPLE = 1500
_FEWEST_WORDS = 8
_LEAST_SHARE = 0.12
_PLENTY = 0.3
_LEAST_LEAD = 1.15
_LEAST_SCRIPT = 0.4
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SCRIPTS = (
    ("ja", re.compile(r"[\u3041-\u30ff]"), 0.08),
    ("ko", re.compile(r"[\uac00-\ud7af]"), 0.3),
    ("zh", re.compile(r"[\u4e00-\u9fff]"), 0.4),
    ("el", re.compile(r"[\u0370-\u03ff]"), 0.4),
    ("he", re.compile(r"[\u0590-\u05ff]"), 0.4),
    ("th", re.compile(r"[\u0e00-\u0e7f]"), 0.4),
    ("hy", re.compile(r"[\u0530-\u058f]"), 0.4),
    ("ka", re.compile(r"[\u10a0-\u10ff]"), 0.4),
    ("bn", re.compile(r"[\u0980-\u09ff]"), 0.4),
    ("ta", re.compile(r"[\u0b80-\u0bff]"), 0.4),
    ("hi", re.compile(r"[\u0900-\u097f]"), 0.4),
)
_OWN_SCRIPT = re.compile(r"[\u0370-\u03ff\u0530-\u05ff\u0900-\u10ff\u3041-\ud7af]")
_LONG_ENOUGH = 500  # characters: a declaration is not set aside for less
_KIN = (
    "da nb nn no",
    "hr sr bs sh cnr",
    "cs sk",
    "id ms",
    "gl pt es",
    "nl af",
    "mk bg",
    "zh ja yue",
    "ru uk be",
    "fa ar ur",
)
_ALIKE = {one: frozenset(kin.split()) for kin in _KIN for one in kin.split()}
_TOLD = frozenset(SMALL_WORDS) | {language for language, _, _ in _SCRIPTS} | {"no", "bs", "ms"}


def language_of(text: str) -> str | None:
    """Return the language of ``text`` as a BCP 47 tag, or None where it does not show clearly."""
    sample = unicodedata.normalize("NFC", text[:_SAMPLE]).casefold()
    letters = sum(map(str.isalpha, sample))
    if not letters:
        return None
    for language, pattern, least in _SCRIPTS if _OWN_SCRIPT.search(sample) else ():
        if len(pattern.findall(sample)) >= least * letters:
            return language if letters >= _FEWEST_WORDS else None
    return _by_small_words([word.replace("’", "'") for word in _WORD.findall(sample)])


def settle_language(declared: str | None, text: str) -> tuple[str | None, bool]:
    """Return a text's language, and whether it was detected: where nothing is declared, or clearly the wrong one."""
    base = (declared or "").partition("-")[0]
    if declared and _shows(base, text):
        return declared, False
    detected = language_of(text)
    if declared is None:
        return detected, detected is not None
    wrong = detected is not None and base in _TOLD and base not in _ALIKE.get(detected, {detected})
    return (detected, True) if wrong and len(text) >= _LONG_ENOUGH else (declared, False)


def _shows(language: str, text: str) -> bool:
    """Whether a text has plenty of a language's small words, which saves asking for all others'."""
    known = SMALL_WORDS.get(language, frozenset())
    found = _WORD.findall(text[: _SAMPLE // 2].casefold()) if known else []
    return sum(word in known for word in found) > _PLENTY * max(len(found), _FEWEST_WORDS)


def _by_small_words(words: list[str]) -> str | None:
    if len(words) < _FEWEST_WORDS:
        return None
    known = _known()
    score: dict[str, float] = defaultdict(float)
    for word, count in Counter(words).items():
        for language, weight in known.get(word, ()):
            score[language] += weight * count
    if not score:
        return None
    (best, points), *others = sorted(score.items(), key=lambda one: -one[1])[:2]
    second = others[0][1] if others else 0
    return best if points >= _LEAST_SHARE * len(words) and points >= _LEAST_LEAD * second else None


@cache
def _known() -> dict[str, tuple[tuple[str, float], ...]]:
    """Map each small word to the languages that use it; a word that few share tells more."""
    users: dict[str, list[str]] = {}
    for language, listed in SMALL_WORDS.items():
        for word in listed:
            users.setdefault(word, []).append(language)
    return {word: tuple((one, 0.5 + 2.0 / len(those)) for one in those) for word, those in users.items()}
