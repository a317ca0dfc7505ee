"""Whether words can stand for somebody who speaks, by the words themselves."""

from __future__ import annotations

from firsthand.text.wordlists import words

PRONOUNS = words("he she they i we it who you which some others everyone nobody")
MODALS = words("will would can could may might must should")
_DETERMINERS = words(
    "the a an this that these those his her its their our my your some many several both one two three"
)
_WHO_SPEAK = words(
    """police officials authorities researchers scientists study studies report reports poll polls survey surveys
    ministry government court judges union company firm agency department council committee board party campaign team
    club hospital university school bank church army military family families residents neighbours neighbors parents
    patients people women men critics experts economists analysts prosecutors lawyers witnesses data figures figure
    statistics letter statement document documents lawsuit complaint newspaper media sources source staff"""
)
_PERSON_ENDINGS = tuple(words("er ers or ors ist ists ian ians ant ants man men woman women"))


def can_speak(speaker: str) -> bool:
    """Whether the words may stand for somebody who says something, and not for a matter («the trend suggests»)."""
    parts = speaker.split()
    if not parts:
        return False
    if parts[0].lower() in PRONOUNS - {"it", "which"} or any(part[0].isupper() for part in parts[1:]):
        return True
    if parts[0][0].isupper() and parts[0].lower() not in _DETERMINERS:
        return True
    words_of_it = {part.lower().strip(",.’'") for part in parts}
    return bool(words_of_it & _WHO_SPEAK) or any(word.endswith(_PERSON_ENDINGS) for word in words_of_it)
