"""What a text says somebody is: the words before a name or set off behind it."""

from __future__ import annotations

import re
from typing import NamedTuple

from firsthand.claims.naming.name_words import DAYS_AND_MONTHS, FUNCTION_WORDS, HONORIFICS, OFFICES, OFFICES_OF, Gender
from firsthand.claims.naming.names import Name
from firsthand.text.spans import Span
from firsthand.text.wordlists import words

_BESIDE = re.compile(
    r",[ \xa0](?:(?:aged[ \xa0])?(?P<age>\d{1,3})(?=[,.;])(?:,[ \xa0])?)?"
    r"(?P<role>[^\W\d](?:[^,.;:()!?“”\"«»–—\n]|\.(?=\w)|(?<=\bM[rs])\.|(?<=\bMrs)\.|(?<=\bDr)\.|(?<=[\s.][A-Z])\.)"
    r"{2,110})?"
)
_ENDS_ROLE = re.compile(
    r"[ \xa0](?:who|whose|which|said|says|told|and[ \xa0](?:his|her|their)|after|when|while)[ \xa0]"
)
_HEAD_ENDS = re.compile(
    r"[ \xa0](?:of|for|at|in|with|to|from|on|and|since|until|von|für|de|du|des|der|bei)(?:[ \xa0]|$)"
)
_FRONT = re.compile(r"[\w’'.-]+")
_FRONT_WITHIN = 70
_MOST_FRONT_WORDS = 6
_ONLY_BEHIND = words("fellow member")  # «fellow Democrats» have no office
_BEFORE_A_TITLE = words(
    "former acting deputy vice then late outgoing incoming interim assistant associate senior retired current ex"
)
_BEGINS_ROLE = words("a an the his her its their one both")
_SHORT_FOR = {
    "gov": "governor",
    "sen": "senator",
    "rep": "representative",
    "gen": "general",
    "col": "colonel",
    "lt": "lieutenant",
    "sgt": "sergeant",
    "capt": "captain",
    "prof": "professor",
}
_STAYS_OUT = FUNCTION_WORDS | DAYS_AND_MONTHS | words("when then later earlier today yesterday tomorrow")
_STOPS_FRONT = re.compile(r"[^\w\s’'.-]")
_MAY_BE_VERB = re.compile(r"(?:ed|ing|[^s]s)$")
_VERBS = words("saw met made gave took knew left held won lost sent hit led beat let put set ran got became")


class Role(NamedTuple):
    """A role in the words of the text; ``office`` is its head word in lower case."""

    span: Span
    office: str

    @property
    def gender(self) -> Gender | None:
        """What the office's word tells about the person («spokeswoman»)."""
        return OFFICES_OF.get(self.office)


class Beside(NamedTuple):
    """What stands behind a name between commas."""

    role: Role | None
    age: bool


def role_before(text: str, name: Name, floor: int) -> Role | None:
    """Read «Hungarian Prime Minister», «former national coach» before a name of the sentence from ``floor``."""
    titles = [title.lower().rstrip(".") for title in name.titles]
    office = _SHORT_FOR.get(titles[-1], titles[-1]) if titles else ""
    if office in HONORIFICS and office not in OFFICES:
        return None
    start = name.whole.start
    barrier = max(floor, start - _FRONT_WITHIN)
    barrier = max((found.end() for found in _STOPS_FRONT.finditer(text, barrier, start)), default=barrier)
    pieces = list(_FRONT.finditer(text, barrier, start))[-_MOST_FRONT_WORDS:]
    for at in range(len(pieces) - 1, -1, -1):
        word = pieces[at].group()
        if not office:
            office = word.lower()
            if office not in OFFICES or office in _ONLY_BEHIND:
                return None
        elif not _tells_more(word, pieces[at - 1].group() if at else "", titled=bool(titles)):
            break
        start = pieces[at].start()
    if not office:
        return None
    return Role(Span(start, start + len(text[start : name.span.start].rstrip())), office)


def _tells_more(word: str, before: str, *, titled: bool) -> bool:
    """Whether a word in front of an office belongs to it; ``before`` is the word in front of that."""
    low = word.lower()
    if low in _STAYS_OUT or low.endswith("."):
        return False
    if word[0].isupper() or low in OFFICES:
        return True
    if titled:
        return low in _BEFORE_A_TITLE
    # «Doe met mayor Smith»: the small word behind a name may be the verb
    return low not in _VERBS and not _MAY_BE_VERB.search(low) and not (before and _names(before))


def _names(word: str) -> bool:
    return word[0].isupper() and word.lower() not in _STAYS_OUT and word[-2:] not in {"’s", "'s"}


def beside(text: str, name: Name, ceiling: int) -> Beside:
    """Read «, 45, the mayor of X,» behind a name."""
    found = _BESIDE.match(text, name.span.end, ceiling)
    if not found:
        return Beside(None, age=False)
    age = found["age"] is not None
    written = found["role"]
    if not written:
        return Beside(None, age)
    cut = _ENDS_ROLE.search(written)
    written = (written[: cut.start()] if cut else written).rstrip()
    head = _HEAD_ENDS.search(written)
    last = (written[: head.start()] if head else written).rsplit(maxsplit=1)[-1:]
    office = last[0].lower() if last else ""
    first = written.split(maxsplit=1)[0].lower() if written else ""
    if office not in OFFICES or (first in FUNCTION_WORDS and first not in _BEGINS_ROLE):
        return Beside(None, age)
    start = found.start("role")
    return Beside(Role(Span(start, start + len(written)), office), age)
