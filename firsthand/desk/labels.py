"""The words that a desk uses for its findings. Codes stay what they are; only what people read changes."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import FindingLabel
from db.vocabulary import AttributionFinding, EventAction, RecordType, Role, SubstanceFinding
from firsthand.desk.actor import Actor
from firsthand.desk.record import first_desk_id, tell
from firsthand.errors import ConflictError, InvalidError, NotFoundError

LONGEST_WORD = 40
CODES = frozenset(code.value for kind in (SubstanceFinding, AttributionFinding) for code in kind)
_MARKS = " -’'()"  # beside letters and figures; whatever shows a word can show these as they are


def set_label(session: Session, actor: Actor, code: str, word: str, *, seen: str, defaults: Mapping[str, str]) -> None:
    """Call a finding by another word, everywhere; the word that it goes by otherwise takes the renaming back.

    ``seen`` is the word that the person saw. ``defaults`` are the words that codes go by unless they are renamed, as
    the interface has them: those of the findings, and of whatever else must not be called the same.
    """
    actor.require(Role.ADMINISTRATOR, Role.EDITOR, to="rename findings")
    if code not in CODES:
        raise NotFoundError("finding", code)
    own = {row.code: row for row in session.scalars(select(FindingLabel))}
    now = {**defaults, **{known: row.word for known, row in own.items()}}
    word = _checked(" ".join(word.split()), code, now, defaults)
    if now[code] == word:
        return
    if now[code] != seen:
        raise ConflictError(f"The word for «{code}»", seen, now[code], None)
    if word == defaults[code]:
        session.delete(own[code])
    elif code in own:
        own[code].word = word
    else:
        session.add(FindingLabel(code=code, word=word))
    before, after = ({"finding": code, "word": text} for text in (now[code], word))
    tell(session, actor, EventAction.LABEL_SET, RecordType.DESK, first_desk_id(session), before=before, after=after)


def _checked(word: str, code: str, now: Mapping[str, str], defaults: Mapping[str, str]) -> str:
    if not word or len(word) > LONGEST_WORD:
        raise InvalidError(f"Give a word, or a few, of at most {LONGEST_WORD} characters.")
    odd = [mark for mark in word if not (unicodedata.category(mark)[0] in "LMN" or mark in _MARKS)]
    if odd or not word[0].isalpha():
        raise InvalidError("A finding's word begins with a letter and has letters, figures, hyphens and brackets only.")
    taken = {text.casefold(): other for words in (defaults, now) for other, text in words.items() if other != code}
    if word.casefold() in taken:
        raise InvalidError(
            f"«{word}» is the word for «{taken[word.casefold()]}» already: two must not be called the same."
        )
    return word
