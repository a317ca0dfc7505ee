"""Who and what an article speaks of, and whom its words stand for.

Family names, pronouns, acronyms and phrases such as «the ministry» are tied to the fullest name the text gives. Where
the text leaves more than one reading, nothing is tied: not knowing is an answer, a wrong name is a fault.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from firsthand.claims.naming.antecedents import read_in_order
from firsthand.claims.naming.gathering import gather
from firsthand.claims.naming.identities import Found, Identity
from firsthand.claims.naming.members import Member, MemberKind
from firsthand.claims.naming.mentions import FIRST_PERSON, Form, find_mentions
from firsthand.claims.naming.names import find_names
from firsthand.claims.naming.scenes import Page, read_page
from firsthand.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from firsthand.claims.attribution import Attribution

__all__ = ["Cast", "Form", "Member", "MemberKind", "Reference", "read_cast"]

_SPEAK = frozenset({MemberKind.PERSON, MemberKind.BODY})
_ONE_PERSON = frozenset({"i", "me", "my", "mine", "myself"})
_OWNS = re.compile(r"(?:[’']s|(?<=s)[’'])[ \xa0]\w")
_ENDS_HEAD = frozenset({",", " of ", " for ", " from ", " at ", " in ", " who ", " which ", "("})


class Reference(NamedTuple):
    """Words that stand for a member; ``member`` is None where the text does not settle whom they stand for."""

    span: Span
    member: Member | None
    form: Form


_Pointing = TypeVar("_Pointing", Reference, Found)


def head_of(text: str, span: Span, inside: Sequence[_Pointing]) -> _Pointing | None:
    """Return the one of ``inside`` that the phrase at ``span`` is about; the others only tell more about it."""
    for one in inside:
        if one.span == span:
            return one
    inside = [one for one in inside if not _OWNS.match(text, one.span.end, span.end)]
    end = _head_end(text, span)
    heads = [one for one in inside if one.span.start < end]
    if not heads:
        return _named_behind(text, span, inside)
    first, last = heads[0], heads[-1]
    if not text[last.span.end : end].strip(" '’s,."):
        return last
    return first if not text[span.start : first.span.start].strip() and first.span.end >= end else None


def _named_behind(text: str, span: Span, inside: Sequence[_Pointing]) -> _Pointing | None:
    """Return the one name set off behind a phrase that names nobody («Doe's lawyer, Jane Roe»)."""
    if len(inside) != 1 or inside[0].form is not Form.NAME:
        return None
    return inside[0] if text[span.start : inside[0].span.start].endswith(", ") else None


def _head_end(text: str, span: Span) -> int:
    """Return where the noun phrase's head ends: at a comma or at what only tells more about it."""
    words = span.of(text)
    ends = [at for sign in _ENDS_HEAD if (at := words.find(sign)) > 0]
    return span.start + min(ends, default=len(words))


class Cast:
    """The members of an article and the words that stand for them."""

    def __init__(self, text: str, members: tuple[Member, ...], references: tuple[Reference, ...]) -> None:
        self.members = members
        self._text = text
        self._references = references
        self._starts = [reference.span.start for reference in references]

    def who(self, span: Span) -> Member | None:
        """Return whom the words at ``span`` stand for, or None where the text does not settle it.

        The words may be a name, a pronoun, a phrase, or a speaker as an attribution has it («Doe, the mayor of X»).
        """
        found = head_of(self._text, span, self.references(span))
        return found.member if found else self._around(span)

    def references(self, span: Span) -> list[Reference]:
        """Return the words that point at somebody or something inside ``span``, in order."""
        first, after = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return [reference for reference in self._references[first:after] if reference.span.end <= span.end]

    def _around(self, span: Span) -> Member | None:
        """Return the member of words that hold ``span``, such as a name whose last word it is."""
        at = bisect_left(self._starts, span.start + 1) - 1
        if at >= 0 and self._references[at].span.contains(span):
            return self._references[at].member
        return None


def read_cast(text: str, attributions: Sequence[Attribution] = (), *, author: str | None = None) -> Cast:
    """Read who and what ``text`` speaks of. Linear in the length of the text; the same text gives the same cast.

    ``attributions`` tell who speaks in a quotation and whom a sentence is about; ``author`` is who «I» is elsewhere.
    """
    page = read_page(text)
    read = _read(text, page, attributions)
    settled = _first_person(text, page, attributions, read, author)
    if settled:
        read = [found._replace(identity=settled.get(found.span, found.identity)) for found in read]
    mentions: defaultdict[Identity, list[Span]] = defaultdict(list)
    for span, identity, _ in read:
        if identity and identity.kind and not identity.nameless:
            mentions[identity].append(span)
    members = {identity: _member(identity, spans) for identity, spans in mentions.items()}
    return Cast(
        text,
        tuple(sorted(members.values(), key=lambda member: member.mentions)),
        tuple([Reference(span, members.get(identity) if identity else None, form) for span, identity, form in read]),
    )


def _read(text: str, page: Page, attributions: Sequence[Attribution]) -> list[Found]:
    names, sentences = [], []
    openings = frozenset(page.starts)
    for sentence in page.sentences:
        for name in find_names(text, sentence.span.start, sentence.span.end, openings):
            names.append(name._replace(heading=True) if sentence.heading else name)
            sentences.append(sentence.span)
    speakers = frozenset(piece.start for found in attributions for piece in found.speaker)
    namings = gather(text, names, sentences, speakers)
    return sorted(read_in_order(text, page, namings, find_mentions(text), speakers), key=_place)


def _place(found: Found) -> Span:
    return found.span


def _first_person(
    text: str, page: Page, attributions: Sequence[Attribution], read: Sequence[Found], author: str | None
) -> dict[Span, Identity]:
    """Tie «I» and «we» inside a quotation to its speaker, and «I» outside of one to the author."""
    starts = [found.span.start for found in read]
    own = [found for found in read if found.form is Form.PRONOUN and found.span.of(text).lower() in FIRST_PERSON]
    own_starts = [found.span.start for found in own]
    settled: dict[Span, Identity] = {}
    for attribution in attributions:
        for piece in attribution.content:
            said = own[bisect_left(own_starts, piece.start) : bisect_left(own_starts, piece.end)]
            speaker = _speaker(text, attribution, read, starts) if said else None
            if speaker and speaker.kind in _SPEAK:
                settled.update({found.span: speaker for found in said if page.is_quoted(found.span)})
    if author:
        writer = Identity(author, MemberKind.PERSON)
        for found in own:
            if not page.is_quoted(found.span) and found.span.of(text).lower() in _ONE_PERSON:
                settled[found.span] = writer
    return settled


def _speaker(
    text: str, attribution: Attribution, references: Sequence[Found], starts: Sequence[int]
) -> Identity | None:
    for piece in attribution.speaker:
        inside = references[bisect_left(starts, piece.start) : bisect_left(starts, piece.end)]
        found = head_of(text, piece, inside)
        if found and found.identity:
            return found.identity
    return None


def _member(identity: Identity, mentions: Sequence[Span]) -> Member:
    return Member(identity.name, identity.role, identity.kind or MemberKind.PERSON, tuple(mentions))
