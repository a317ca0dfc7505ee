"""Phrases that stand for somebody or something by what it is: «the ministry», «a report by the Audit Office»."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from firsthand.claims.naming.identities import Found, Identity, Naming
from firsthand.claims.naming.members import MemberKind
from firsthand.claims.naming.mentions import PEOPLE_NOUNS, Form, Mention
from firsthand.claims.naming.name_words import BODY_NOUNS, COUNTRIES, DOCUMENT_NOUNS, OFFICES, OFFICES_OF, SPOKESPEOPLE
from firsthand.claims.naming.scenes import Page, Sightings, distinct
from firsthand.text.spans import Span
from firsthand.text.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterable

_NEAR, _FAR = 1, 4  # sentences back: one of several that fit is meant where it is near and the others are far
_COMPLEMENT = re.compile(r"[ \xa0](?:of|for|at|in)[ \xa0][^,.;:()“”\"\n]{2,50}(?=,[ \xa0])")
_COUNTRY_REACH = 1
_AT_HOME = words("government parliament congress")  # by itself the one of the country where the article is read
_HOME_REACH = 2
_COPULA = re.compile(r"\b(?:is|was|are|were|be|been|became|become|becomes|remains|as)[ \xa0]$")
_COPULA_WITHIN = 12
_ARTICLES = frozenset({"The", "A", "An", "Another"})
_DOMAINS = words(
    """health foreign interior finance defence defense education justice environment environmental labour labor
    transport agriculture energy regional national federal supreme constitutional appeals high district city county
    state central public electoral statistics space municipal tax housing welfare police criminal family local teaching
    children's university data food drug drugs consumer competition financial aviation water trade culture sports
    football opposition ruling governing parliamentary european international rail weather prison"""
)


class Descriptions:
    """Reads the phrases of a page against what has been seen before each, and takes in what they introduce."""

    def __init__(self, text: str, page: Page, seen: Sightings, namings: Iterable[Naming]) -> None:
        self._text = text
        self._page = page
        self._seen = seen
        self._names_at: dict[int, Naming] = {}
        self._names_end: dict[int, Naming] = {}
        for naming in namings:
            self._names_at[naming.name.whole.start] = self._names_at[naming.name.span.start] = naming
            self._names_end[naming.name.span.end] = naming

    def read(self, mention: Mention) -> Found | None:
        """Return whom the phrase stands for, nobody where that is not settled; None where the words do not point."""
        named = self._named_inside(mention) or self._named_behind(mention)
        if named:
            return None if named.identity is None else named
        if mention.form is Form.DEFINITE:
            found = self._country(mention) if mention.word == "country" else self._settled(mention)
            if found or mention.bare:
                return self._pointing(mention, found)
        if self._says_what_somebody_is(mention):
            return None
        return self._introduced(mention)

    def _pointing(self, mention: Mention, found: Identity | None) -> Found:
        if found is None and (mention.word in OFFICES or mention.word in PEOPLE_NOUNS):
            found = _somebody(mention)
        if found:
            self._seen.see(found, mention.span)
        return Found(mention.span, None if found is None or found.nameless else found, Form.DEFINITE)

    def _named_inside(self, mention: Mention) -> Found | None:
        """Leave «the Ministry of Health» to the name in it."""
        naming = self._names_at.get(mention.span.start + len("the ")) if mention.form is Form.DEFINITE else None
        inside = naming and naming.identity and naming.name.span.end >= mention.span.end
        return Found(mention.span, None, Form.NAME) if inside else None

    def _settled(self, mention: Mention) -> Identity | None:
        """Find the one identity that the phrase fits; of several, the one that alone is near."""
        nouns = SPOKESPEOPLE if mention.word in SPOKESPEOPLE else {mention.word}
        fitting = [(one, number) for one, number in self._seen.called(nouns) if _fits(mention, one)]
        if not fitting:
            return None
        here = self._page.sentence_at(mention.span.start)
        if mention.word in _AT_HOME and fitting[0][1] < here - _HOME_REACH:
            return None
        alone = len(fitting) == 1 or (fitting[0][1] >= here - _NEAR and fitting[1][1] <= here - _FAR)
        return fitting[0][0] if alone else None

    def _country(self, mention: Mention) -> Identity | None:
        """Find the country that the sentence before is about, where no other is near."""
        here = self._page.sentence_at(mention.span.start)
        near = [one for one in self._seen.back_to(here - _COUNTRY_REACH) if one.identity.kind is MemberKind.PLACE]
        subject = any(one.subject for one in near)
        places = distinct(near)
        return places[0] if subject and len(places) == 1 and places[0].name.lower() in COUNTRIES else None

    def _says_what_somebody_is(self, mention: Mention) -> bool:
        """Read «Doe is the mayor of Brenn», «Doe, the mayor of Brenn,», «Borealis, a software company,»."""
        start, kind = mention.span.start, _kind_of(mention.word)
        named = self._names_end.get(start - 2) if self._text[max(0, start - 2) : start] == ", " else None
        if named and named.identity:
            one = named.identity
            if kind is MemberKind.BODY and one.kind in {None, MemberKind.BODY}:
                one.kind = MemberKind.BODY
                self._seen.learn(one, mention.word, mention.span)
            return one.kind in {None, kind}
        if not _COPULA.search(self._text, max(0, start - _COPULA_WITHIN), start):
            return False
        seen = distinct(self._seen.back_to(self._page.sentence_at(start)))
        if len(seen) == 1 and seen[0].kind is kind is not None:
            self._seen.learn(seen[0], mention.word, mention.span)
        return True

    def _named_behind(self, mention: Mention) -> Found | None:
        """Read «the mayor, Jonas Feld,», «the mayor of Brenn, Jonas Feld,»."""
        if mention.word not in OFFICES:
            return None
        start, end = mention.span
        complement = _COMPLEMENT.match(self._text, end)
        end = complement.end() if complement else end
        naming = self._names_at.get(end + 2) if self._text[end : end + 2] == ", " else None
        one = naming.identity if naming else None
        if naming is None or one is None or not one.may_be_person or len(naming.name.words) == 1:
            return None
        if self._text[naming.name.span.end : naming.name.span.end + 1] not in {",", ".", ";"}:
            return None
        one.kind = MemberKind.PERSON
        self._seen.learn(one, mention.word, mention.span)
        one.role = one.role or _lower_article(self._text[start:end])
        one.gender = one.gender or OFFICES_OF.get(mention.word)
        return Found(Span(start, end), None if mention.form is Form.OWNED else one, mention.form)

    def _introduced(self, mention: Mention) -> Found | None:
        """Take in somebody or something that a phrase introduces, with a name where the phrase gives one."""
        kind = _kind_of(mention.word)
        if kind is None:
            return None
        identity = _somebody(mention)
        span = self._telling_span(mention, kind)
        if span:
            identity.name, identity.nameless = _lower_article(" ".join(span.of(self._text).split())), False
        self._seen.see(identity, mention.span)
        if mention.form is Form.OWNED:
            return None
        return Found(span or mention.span, identity if span else None, Form.INDEFINITE)

    def _telling_span(self, mention: Mention, kind: MemberKind) -> Span | None:
        """Return where the phrase stands with what tells which one is meant, if anything does."""
        if mention.form is Form.OWNED or (kind is MemberKind.PERSON and mention.form is Form.DEFINITE):
            return None  # «the senator from Brenn» may be named elsewhere
        naming = self._names_at.get(mention.complement) if mention.complement is not None else None
        if naming:
            return Span(mention.span.start, naming.name.span.end)
        if kind is MemberKind.BODY and mention.form is Form.DEFINITE and mention.modifiers:
            tells = all(word.lower() in _DOMAINS or word[0].isupper() for word in mention.modifiers)
            return mention.span if tells else None
        return None


def _fits(mention: Mention, one: Identity) -> bool:
    if mention.word in SPOKESPEOPLE and not one.fits(OFFICES_OF.get(mention.word)):
        return False
    if mention.bare:
        return True
    if mention.complement is not None:
        return False
    told = f"{one.name} {one.role or ''}".lower()
    return bool(mention.modifiers) and all(word.lower() in told for word in mention.modifiers)


def _somebody(mention: Mention) -> Identity:
    gender = PEOPLE_NOUNS.get(mention.word) or OFFICES_OF.get(mention.word)
    return Identity("", _kind_of(mention.word), gender=gender, nouns={mention.word}, nameless=True)


def _kind_of(noun: str) -> MemberKind | None:
    if noun in PEOPLE_NOUNS or noun in OFFICES:
        return MemberKind.PERSON
    if noun in BODY_NOUNS:
        return MemberKind.BODY
    return MemberKind.DOCUMENT if noun in DOCUMENT_NOUNS else None


def _lower_article(phrase: str) -> str:
    first, _, rest = phrase.partition(" ")
    return f"{first.lower()} {rest}" if first in _ARTICLES else phrase
