"""Statements that stand on their own: the literal words with what leans on the rest of the article made plain.

A statement says nothing that the article does not say: each piece put in is a name the text gives, or a date resolved
from its words, and is recorded. Words inside quotation marks are never altered.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from firsthand.claims.cast import Cast, Form, Member, MemberKind, Reference
from firsthand.claims.dating.completed_dates import completed
from firsthand.claims.naming.leanings import leans
from firsthand.claims.naming.name_words import HONORIFICS, OFFICES
from firsthand.text.spans import Span, first_overlap
from firsthand.text.wordlists import phrases, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from firsthand.claims.dates import DateMention

_CONNECTIVE = re.compile(
    phrases(
        "however|moreover|furthermore|meanwhile|in addition|additionally|besides|nevertheless|nonetheless",
        "therefore|thus",
        "in other words|for (?:instance|example)|in fact|indeed|of course|still|yet|also|consequently|as a result",
        "that said",
        "on the (?:one|other) hand|in turn|then again|by contrast|in contrast|similarly|likewise|finally|first",
        "second|third",
    )
    + r",\s+|(?:but|and|or|so(?!\s+(?:far|many|much|long|few|little)\b)|yet(?!\s+another\b)|nor)\s+",
    re.IGNORECASE,
)
_WORD_WITHIN = 24
_TITLES = OFFICES | HONORIFICS.keys()
_OWNERS = words("his her its their")
_NOT_REPLACED = words("himself herself itself hers i me my mine myself we us our ours ourselves")
_NEXT_WORD = re.compile(r"[\s]+([\w’'-]+)")
_LAST_WORD = re.compile(r"([\w’'-]+)\s+$")
_NO_NOUN = words(
    """a an the this that these those in on at to of for from by with about into over after before since until while
    when where if as because and or but so than then not never to that had has have was were is are will would could
    should may might must he she it they we you i who which how why what yesterday today tomorrow again too also"""
)
_GIVES_TWO = words("told gave asked showed offered sent taught paid promised told handed lent cost made called let")


class Replacement(NamedTuple):
    """Words of the article and what the statement has in their place."""

    span: Span
    words: str
    stands_for: str


class Statement(NamedTuple):
    """A claim in words that stand on their own; ``self_contained`` is False where some still lean on the article."""

    words: str
    replaced: tuple[Replacement, ...]
    self_contained: bool


def write_statement(
    text: str,
    span: Span,
    cast: Cast,
    *,
    dates: Sequence[DateMention] = (),
    quoted: Sequence[Span] = (),
    headline: Span | None = None,
) -> Statement:
    """Write the statement of the claim at ``span``.

    ``dates`` and ``quoted`` are those of the whole text, in order; nothing inside ``quoted`` is altered, and inside
    ``headline`` only names are completed.
    """
    quoted = _overlapping(quoted, span)
    claim = Span(span.start + _connective_length(text, span, quoted), span.end)
    in_headline = headline is not None and headline.contains(span)
    replaced: list[Replacement] = []
    left_open: list[Reference] = []
    named: list[Span] = []
    members: set[str] = set()
    references = cast.references(claim)
    places = {reference.span.start: reference.member for reference in references if reference.form is Form.NAME}
    for reference in references:
        if reference.form is Form.NAME or reference.form is Form.INDEFINITE:
            named.append(reference.span)
        inside_quote = first_overlap(quoted, reference.span) is not None
        member = reference.member
        if member and reference.form is Form.DEFINITE and places.get(reference.span.end + len(", ")) == member:
            continue  # «the mayor, Jonas Feld,»
        if inside_quote or (member and member.name in members) or (in_headline and reference.form is not Form.NAME):
            continue
        if reference.form is Form.INDEFINITE:
            if member:
                members.add(member.name)
            continue
        put = _words_for(text, reference, member) if member else None
        if member is None or put is None:
            left_open.append(reference)
            continue
        members.add(member.name)
        named.append(reference.span)
        if put != reference.span.of(text):
            replaced.append(Replacement(reference.span, reference.span.of(text), put))
    if not in_headline:
        replaced += _dated(text, claim, dates, quoted)
    replaced.sort()
    replaced = _apart(replaced)
    words = apply_replacements(text, claim, replaced)
    return Statement(words, tuple(replaced), not leans(text, claim, left_open, named, quoted))


def apply_replacements(text: str, span: Span, replaced: Sequence[Replacement]) -> str:
    """Put what each replacement stands for in its place, even the white space, begin with a capital."""
    pieces, at = [], span.start
    for replacement in replaced:
        pieces += [text[at : replacement.span.start], replacement.stands_for]
        at = replacement.span.end
    words = " ".join("".join([*pieces, text[at : span.end]]).split())
    return words[:1].upper() + words[1:]


def _overlapping(quoted: Sequence[Span], span: Span) -> Sequence[Span]:
    first = bisect_right(quoted, span.start, key=lambda quotation: quotation.end)
    return quoted[first : bisect_left(quoted, span.end, key=lambda quotation: quotation.start)]


def _connective_length(text: str, span: Span, quoted: Sequence[Span]) -> int:
    found = _CONNECTIVE.match(text, span.start, span.end)
    if not found or first_overlap(quoted, Span(found.start(), found.end())) is not None:
        return 0
    return found.end() - found.start()


def _words_for(text: str, reference: Reference, member: Member) -> str | None:
    """Return what is put in the place of the words; None where that cannot be done without changing the sense."""
    words = reference.span.of(text)
    if reference.form is Form.NAME:
        return _name_for(text, reference.span, member)
    low = words.lower()
    if low in _NOT_REPLACED:
        return None
    if low == "her":
        owns = _her_owns(text, reference.span)
        if owns is None:
            return None
    else:
        owns = low in _OWNERS
    name = _called(text, member)
    return _owning(name, text) if owns else name


def _name_for(text: str, span: Span, member: Member) -> str:
    """Complete a family name or an acronym; leave what names well enough."""
    words = span.of(text)
    if member.kind is MemberKind.PERSON and len(words.split()) == 1:
        before = _LAST_WORD.search(text, max(0, span.start - _WORD_WITHIN), span.start)
        titled = before is not None and before[1].lower().rstrip(".") in _TITLES
        described = text[span.end : span.end + 1] in {",", "("}
        put = member.name if titled or described else _called(text, member)
        return words if put.casefold() == words.casefold() else put
    if member.kind is MemberKind.BODY and words.isupper() and words not in member.name:
        article = text[max(0, span.start - 4) : span.start].lower().endswith("the ")
        return member.name.removeprefix("the ") if article else member.name
    return words


def _called(text: str, member: Member) -> str:
    """Return the name, with the office where the text never gives more than a family name («Prime Minister Doe»)."""
    if member.kind is MemberKind.PERSON and member.role and " " not in member.name:
        first = member.mentions[0]
        before = " ".join(text[max(0, first.start - len(member.role) - 1) : first.start].split())
        if before == member.role:
            return f"{member.role} {member.name}"
    return member.name


def _her_owns(text: str, span: Span) -> bool | None:
    """Whether «her» owns what follows; None where it may be either («told her friends»)."""
    after = _NEXT_WORD.match(text, span.end)
    if not after or after[1].lower() in _NO_NOUN:
        return False
    before = _LAST_WORD.search(text, max(0, span.start - _WORD_WITHIN), span.start)
    return None if before and before[1].lower() in _GIVES_TWO else True


def _owning(name: str, text: str) -> str:
    mark = "’" if "’" in text else "'"
    return f"{name}{mark}" if name.endswith("s") else f"{name}{mark}s"


def _dated(text: str, claim: Span, dates: Sequence[DateMention], quoted: Sequence[Span]) -> list[Replacement]:
    return [
        Replacement(span, span.of(text), put)
        for span, put in completed(text, claim, dates)
        if first_overlap(quoted, span) is None
    ]


def _apart(replaced: Sequence[Replacement]) -> list[Replacement]:
    """Return those that do not overlap the one before."""
    kept: list[Replacement] = []
    for replacement in replaced:
        if not kept or replacement.span.start >= kept[-1].span.end:
            kept.append(replacement)
    return kept
