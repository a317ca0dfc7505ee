"""What the sentence around quoted words does to them: a «but» after the end, an «unless» before, a question, «X said».

Only signs that can be read off the words next to the quotation count; whether they change the sense, a person decides.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from firsthand.evidence.cautions import Caution, CautionKind
from firsthand.evidence.wording import negates
from firsthand.text.wordlists import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from firsthand.text.spans import Span

_REACH = 240  # characters on either side that are looked at
_SHOWN = 10  # words of the source that a caution repeats
_AWAY = 5  # words between the quotation's end and what limits it
_STATEMENT = 4  # words; fewer are an expression, whose negation the article has in its own words
_LONGEST_LEAD = 25  # words before the quotation that may govern it

_CONTRAST = phrases(
    "but", "however", "yet", "except", "aber", "jedoch", "allerdings", "sondern", "mais", "cependant", "toutefois",
    "pourtant", "pero", "sin embargo", "no obstante", "но", "однако",
)  # fmt: skip
_CONDITION = phrases(
    "only if", "even if", "if", "unless", "provided", "providing", "assuming", "as long as", "so long as",
    "in case", "although", "though", "until", "es sei denn", "wenn", "falls", "sofern", "obwohl", "solange", "außer",
    "sauf", "à moins", "à condition", "pourvu", "bien que", "si", "salvo", "a menos", "siempre que", "aunque",
    "если", "при условии", "кроме", "хотя", "пока не",
)  # fmt: skip
_SOFTENED = phrases(
    "almost", "nearly", "hardly", "barely", "scarcely", "allegedly", "reportedly", "supposedly", "perhaps", "maybe",
    "possibly", "partly", "beinahe", "kaum", "vielleicht", "angeblich", "presque", "peut-être", "prétendument",
    "casi", "quizás", "supuestamente", "почти", "возможно", "якобы", "едва ли",
)  # fmt: skip
_SAYS = phrases(
    "said", "says", "told", "claimed", "claims", "wrote", "writes", "argued", "argues", "stated", "declared",
    "insisted", "warned", "sagte", "sagt", "erklärte", "behauptete", "schrieb", "dit", "a dit", "a déclaré", "affirme",
    "dijo", "afirmó", "declaró", "сказал", "сказала", "заявил", "заявила", "написал", "написала",
)  # fmt: skip
_NAME = r"[A-ZÀ-ÖØ-ÞА-ЯЁ][\w’'.-]+(?: (?:(?:of|the|de|von|van|der|al) )?[A-ZÀ-ÖØ-ÞА-ЯЁ][\w’'.-]+){0,4}"
_NO_NAME = re.compile(
    r"(?:(?:And|As|But|Then|When|While|Yesterday|Today|Later|Wie|Und|Aber|Comme|Et|Mais|Como|Y|Pero|Как|И|Но) )*"
    r"(?:(?:He|She|It|They|We|I|You|Who|Er|Sie|Wir|Ich|Il|Elle|Nous|Je|On|Él|Ella|Он|Она|Они|Мы|Я)$)?"
)
_STOP = re.compile(r"[.?!…](?=[\s\"'”’»)\]]|$)[\"'”’»)\]]*|\n\s*\n")
_CLAUSE = re.compile(r"[,;:–—]|\b(?:and|or|und|oder|et|ou|y|o|и|или)\b", re.IGNORECASE)
_RIGHT_AFTER = re.compile(
    rf"^[\s,;:–—-]*(?:[\w’'-]+[,;]?[ \n]){{0,{_AWAY}}}?(?P<word>{_CONTRAST}|{_CONDITION})\b", re.IGNORECASE
)
_OPENS_NEXT = re.compile(rf"^(?:{_CONTRAST}|unless|es sei denn|à moins|a menos|если только)\b", re.IGNORECASE)
_RIGHT_BEFORE = re.compile(rf"\b(?P<word>{_CONTRAST}|{_CONDITION}|{_SOFTENED})[\s,]*$", re.IGNORECASE)
_OPENS = re.compile(rf"^(?P<clause>(?:{_CONDITION})\b[^,]*),", re.IGNORECASE)
_OPENING_MARK = r"[\"'“”„«‘\s]*"
_BEFORE_WORDS = re.compile(rf"(?P<who>{_NAME}) (?i:{_SAYS})(?: (?:that|dass|que|что))?[,:]? ?{_OPENING_MARK}$")
_AFTER_WORDS = re.compile(
    rf"^[,.!?]?[\"'“”»’]*[,.]? ?(?:(?:as )?(?i:{_SAYS}) (?P<who>{_NAME})|(?:as )?(?P<also>{_NAME}) (?i:{_SAYS})\b)"
)


class _Around(NamedTuple):
    """The rest of the quoted words' own sentence before and after them, and what comes after that."""

    lead: str
    rest: str
    asks: bool
    following: str


def cuts(text: str, span: Span, quote: str) -> tuple[Caution, ...]:
    """Return what to look at around ``quote``, which stands at ``span`` of ``text``, none twice."""
    around = _around(text, span)
    found = [*_before(around.lead, quote), *_after(around), *_asked(around, quote), *_whose(around)]
    return tuple(dict.fromkeys(found))


def _around(text: str, span: Span) -> _Around:
    before, after = text[max(0, span.start - _REACH) : span.start], text[span.end : span.end + _REACH]
    start = max((stop.end() for stop in _STOP.finditer(before)), default=0)
    lead = before[start:].lstrip()
    closed = _STOP.search(text[span.start : span.end].rstrip()[-2:])
    stop = _STOP.search(after)
    if closed:
        return _Around(lead, "", asks="?" in closed.group(), following=after.lstrip(" \n\"'”’»)]"))
    if stop is None:
        return _Around(lead, after, asks=False, following="")
    return _Around(lead, after[: stop.start()], asks="?" in stop.group(), following=after[stop.end() :].lstrip())


def _before(lead: str, quote: str) -> Iterator[Caution]:
    words = lead.split()
    last = words[-1].strip(",") if words else ""
    near = _RIGHT_BEFORE.search(lead)
    opens = _OPENS.search(lead)
    if last and negates(last.casefold()):
        yield Caution(CautionKind.CUT, f"The source has «{last}» right before these words.")
    elif near:
        yield Caution(CautionKind.CUT, f"The source has «{near['word']}» right before these words.")
    elif opens and len(words) <= _LONGEST_LEAD:
        condition = _short(opens["clause"])
        yield Caution(CautionKind.CUT, f"In the source the sentence begins with a condition: «{condition}».")
    elif len(quote.split()) >= _STATEMENT and _governed(lead):
        yield Caution(CautionKind.CUT, f"In the source a negation leads to these words: «{_end(lead)}».")


def _governed(lead: str) -> bool:
    """Whether a negation reaches the quotation, with no mark and no «and» between: «I never said that»."""
    clause = _CLAUSE.split(lead)[-1].split()
    return any(negates(word.casefold().replace("’", "'")) for word in clause)


def _after(around: _Around) -> Iterator[Caution]:
    first = around.rest.split()[:1]
    if _RIGHT_AFTER.search(around.rest) or (first and negates(first[0].strip(",").casefold())):
        yield Caution(CautionKind.CUT, f"The source goes on: «{_short(around.rest)}».")
    elif not around.rest.strip() and _OPENS_NEXT.search(around.following):
        yield Caution(CautionKind.CUT, f"The source's next sentence turns: «{_short(around.following)}».")


def _asked(around: _Around, quote: str) -> Iterator[Caution]:
    asks = "?" in quote[-3:]
    if around.asks and not asks:
        yield Caution(CautionKind.QUESTION, "In the source this is a question.")
    elif asks and not around.asks:
        yield Caution(CautionKind.QUESTION, "The quotation asks a question, the source does not.")


def _whose(around: _Around) -> Iterator[Caution]:
    said = _BEFORE_WORDS.search(around.lead) or _AFTER_WORDS.search(around.rest)
    who = _NO_NAME.sub("", said["who"] or said.groupdict().get("also") or "", count=1) if said else ""
    if who:
        yield Caution(CautionKind.WHOSE, f"In the source these are words of «{who}».")


def _short(words: str) -> str:
    found = words.strip(" ,;:–—-\n").split()
    return " ".join(found[:_SHOWN]) + (" …" if len(found) > _SHOWN else "")


def _end(words: str) -> str:
    found = words.split()
    return ("… " if len(found) > _SHOWN else "") + " ".join(found[-_SHOWN:])
