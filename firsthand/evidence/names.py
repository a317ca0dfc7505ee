"""Names in a claim and in a passage that may be in another language and another script.

Names are compared by their consonants, written in Latin letters: vowels, doubled letters and endings are what languages
change most («Лавровым», «Lavrov»; «Зеленский», «Selenskyj», «Zelenskyy»). The table joins the usual systems of
romanisation (BGN/PCGN, ISO 9, the press's own) rather than following one of them.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from firsthand.text.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterator

_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "e", "є": "e", "ж": "zh", "з": "z",
    "и": "i", "і": "i", "ї": "i", "й": "i", "ј": "j", "к": "k", "л": "l", "љ": "l", "м": "m", "н": "n", "њ": "n",
    "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "ћ": "c", "у": "u", "ў": "u", "ф": "f", "х": "h", "ц": "ts",
    "ч": "ch", "џ": "j", "ш": "sh", "щ": "sh", "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "u", "я": "a", "ђ": "j",
}  # fmt: skip
_GREEK = {
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k", "λ": "l",
    "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t", "υ": "i", "φ": "f",
    "χ": "h", "ψ": "ps", "ω": "o",
}  # fmt: skip
_LATIN = str.maketrans(_CYRILLIC | _GREEK)
# In order: letters that one sound is written with, before vowels and repetitions go.
_ALIKE = (
    ("shch", "s"), ("tsch", "c"), ("tch", "c"), ("dzh", "j"), ("dsh", "j"), ("sch", "s"), ("sh", "s"), ("zh", "j"),
    ("kh", "h"), ("ch", "c"), ("cz", "c"), ("ts", "z"), ("tz", "z"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("qu", "k"),
    ("q", "k"), ("x", "ks"), ("w", "v"),
)  # fmt: skip
_SOUNDS = str.maketrans({"c": "k", "z": "s", "j": "s"})
_SILENT = re.compile(r"[aeiouyh']")
_REPEATED = re.compile(r"(.)\1+")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_OPENS = re.compile(r"(?:^|[.?!:;…]|\n)[\s\"'“”„«»‘’(\[]*$")
_LEAST = 2  # consonants; fewer say nothing
_LONG = 4
_ENDING = 2  # consonants that a language may put behind a name
_TITLES = words(
    """
    I Mr Mrs Ms Dr Sir Lord Lady President Vice Minister Ministry Senator Prime Chancellor King Queen Prince General
    Deputy Foreign Defence Defense Interior Finance Secretary Ambassador Department Government State States United
    Nations Union European Parliament Congress Senate Council Commission Monday Tuesday Wednesday Thursday Friday
    Saturday Sunday January February March April May June July August September October November December The A An
    """
)
# Every language has its own names for countries and their people.
_PEOPLES = words(
    """
    Africa African America American Asia Asian Austria Austrian Belgium Belgian Britain British China Chinese Croatia
    Denmark Danish Dutch Egypt Egyptian England English Eurasia Eurasian Europe Finland Finnish France French German
    Germany Greece Greek Holland Hungarian Hungary India Indian Ireland Irish Israel Israeli Italian Italy Japan
    Japanese Korea Korean Netherlands Norway Norwegian Pacific Poland Polish Russia Russian Scotland Scottish Spain
    Spanish Sweden Swedish Swiss Switzerland Turkey Turkish Wales Welsh West Western East Eastern North South
    """
)


def absent_names(claim: str, passage: str) -> tuple[str, ...]:
    """Return the names of ``claim`` that ``passage`` does not have, not even in another script or with an ending.

    Titles, countries and peoples are left out, since languages have their own words for them. Empty where the
    passage is written in a script that names cannot be compared with.
    """
    heard = {sounds for word in _WORD.finditer(passage) for sounds in _sounds(word.group())} - {""}
    if not heard:
        return ()
    return tuple(
        name
        for name in dict.fromkeys(_names(claim))
        if not any(_alike(asked, sounds) for asked in _sounds(name) for sounds in heard)
    )


def named(name: str, text: str) -> bool:
    """Whether ``text`` has the last word of a person's name."""
    last = [found.group() for found in _WORD.finditer(name)][-1:]
    return bool(last) and not absent_names(f"a {last[0]}", text)


def _names(text: str) -> Iterator[str]:
    """Yield the words that are written like names, inside a sentence."""
    for found in _WORD.finditer(text):
        word = found.group().removesuffix("'s").removesuffix("’s")
        if word[0].isupper() and not _translated(word) and not _OPENS.search(text[: found.start()]):
            yield word


def _translated(word: str) -> bool:
    return word in _TITLES or word in _PEOPLES or word.removesuffix("s") in _PEOPLES


def _alike(name: str, other: str) -> bool:
    """Whether two words sound alike but for an ending, or the last consonant of a long name («Jinping», «Цзиньпин»)."""
    if len(name) < _LEAST:
        return True
    stem = name[:-1] if len(name) > _LONG else name
    return other.startswith(stem) and len(other) <= len(name) + _ENDING


def _sounds(word: str) -> set[str]:
    """Return the consonants of a word in Latin letters, a «j» as in «Jack» and as in «Jens»; none of other scripts."""
    bare = unicodedata.normalize("NFKD", word.casefold().replace("ß", "ss").translate(_LATIN))
    written = "".join(letter for letter in bare if letter.isascii() and letter.isalpha())
    written = re.sub("^x", "s", written)  # «Xi», «Xavier»
    for letters, sound in _ALIKE:
        written = written.replace(letters, sound)
    return {_consonants(written), _consonants(written.replace("j", ""))}


def _consonants(written: str) -> str:
    return _REPEATED.sub(r"\1", _SILENT.sub("", written).translate(_SOUNDS))
