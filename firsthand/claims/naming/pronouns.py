"""Whom «he», «she» and «it» stand for, where one reading alone is left."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from firsthand.claims.naming.identities import Identity
from firsthand.claims.naming.members import MemberKind
from firsthand.claims.naming.mentions import PRONOUN_GENDERS, THINGS, Mention
from firsthand.claims.naming.name_words import Gender
from firsthand.claims.naming.scenes import Page, Sighting, Sightings, distinct
from firsthand.text.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

_REACH = 3  # sentences back that «she» may point
_BEFORE_PLACES = words("of in at near across through on around outside")
_THINGS = frozenset({MemberKind.BODY, MemberKind.DOCUMENT, MemberKind.PLACE, None})
_IT_ACTS = re.compile(
    r"[ \xa0](?:also |has |had |later |now |then )?(?:said|says|added|adds|announced|announces|warned|warns|argued"
    r"|argues|declined|declines|denied|denies|plans|planned|expects|expected|employs|employed|published|publishes|found"
    r"|finds|recommended|recommends|concluded|concludes|ordered|ruled|rejected|rejects|estimated|estimates|wants|wanted"
    r"|promised|promises|accused|accuses|called on|calls on|urged|urges|reported|sold|sells|bought|operates|refused"
    r"|refuses|confirmed|confirms|pledged|agreed|sued|told|wrote|suggested|suggests|showed|shows|stated|states)\b"
)


class Pronouns:
    """Reads the pronouns of a page against what has been seen before each."""

    def __init__(self, text: str, page: Page, seen: Sightings, speakers: Container[int]) -> None:
        self._text = text
        self._page = page
        self._seen = seen
        self._speakers = speakers

    def read(self, mention: Mention) -> Identity | None:
        """Return whom the pronoun stands for, or None; what it shows about a person is kept with the identity."""
        gender = PRONOUN_GENDERS.get(mention.word)
        if gender is None:
            found = self._thing(mention) if mention.word in THINGS else None
        else:
            found = self._person(mention, gender) or Identity("", MemberKind.PERSON, gender=gender, nameless=True)
            found.kind, found.gender = MemberKind.PERSON, found.gender or gender
        if found is None:
            return None
        self._seen.see(found, mention.span)
        return None if found.nameless else found

    def _person(self, mention: Mention, gender: Gender) -> Identity | None:
        """Find the one person whom the pronoun fits in the nearest sentence that has any."""
        if self._page.is_quoted(mention.span):
            return None  # who speaks in a quotation is seldom whom it speaks of
        here = self._page.sentence_at(mention.span.start)
        window = [
            sighting
            for sighting in self._seen.back_to(self._reach(here))
            if sighting.identity.fits(gender) and _may_be_person(sighting)
        ]
        near = [sighting for sighting in window if sighting.sentence == window[0].sentence]
        candidates = distinct(near)
        if len(candidates) != 1 or candidates[0].nameless:
            return None
        only = candidates[0]
        about = any(sighting.subject for sighting in near)
        speaks = any(sighting.speaks for sighting in near)
        if only.gender is not gender and not (about if len(only.words) > 1 or only.kind else speaks):
            return None  # it may be no person at all
        if len(distinct(window)) == 1:
            return only
        return only if only.gender is gender and (about or near[0].sentence == here) else None

    def _reach(self, here: int) -> int:
        """Return the first sentence that a pronoun may point to: some sentences back, not over a heading."""
        back = here
        while back > 0 and here - back < _REACH and not self._page.sentences[back - 1].heading:
            back -= 1
        return back

    def _thing(self, mention: Mention) -> Identity | None:
        """Read «it» that opens a sentence and acts, where the sentence before is about one body or document."""
        here = self._page.sentence_at(mention.span.start)
        sentence = self._page.sentences[here]
        before = self._page.sentences[max(0, here - 1)]
        opens = mention.span.start == sentence.span.start or mention.span.start in self._speakers
        if here == 0 or not opens or before.heading or self._page.is_quoted(mention.span):
            return None
        if before.paragraph < sentence.paragraph - 1:
            return None
        if mention.word == "it" and not _IT_ACTS.match(self._text, mention.span.end):
            return None
        return _only_subject([one for one in self._seen.back_to(here - 1) if one.identity.kind in _THINGS])


def _only_subject(things: Sequence[Sighting]) -> Identity | None:
    candidates = distinct(things)
    if len(candidates) != 1 or candidates[0].nameless or not any(sighting.subject for sighting in things):
        return None
    return candidates[0] if candidates[0].kind in {MemberKind.BODY, MemberKind.DOCUMENT} else None


def _may_be_person(sighting: Sighting) -> bool:
    """Whether «he» or «she» may point there: not at «Brenn» in «the mayor of Brenn», as long as it may be a place."""
    one = sighting.identity
    if one.kind is None and len(one.words) == 1 and sighting.before in _BEFORE_PLACES:
        return False
    return one.kind in {None, MemberKind.PERSON}
