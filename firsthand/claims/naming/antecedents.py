"""The names, pronouns and phrases of an article read in order, each with what it stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from firsthand.claims.naming.descriptions import Descriptions
from firsthand.claims.naming.identities import Found, Identity, Naming
from firsthand.claims.naming.mentions import Form, Mention
from firsthand.claims.naming.pronouns import Pronouns
from firsthand.claims.naming.scenes import Page, Sightings

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence


def read_in_order(
    text: str, page: Page, namings: Sequence[Naming], mentions: Iterable[Mention], speakers: Container[int]
) -> Iterator[Found]:
    """Yield what each name and mention stands for; ``speakers`` is where the speakers of attributions begin."""
    seen = Sightings(page, speakers)
    pronouns = Pronouns(text, page, seen, speakers)
    descriptions = Descriptions(text, page, seen, namings)
    things: list[Naming | Mention] = [*namings, *mentions]
    for thing in sorted(things, key=_place):
        if isinstance(thing, Naming):
            yield _named(thing, seen)
        elif thing.form is Form.PRONOUN:
            yield Found(thing.span, pronouns.read(thing), Form.PRONOUN)
        else:
            found = descriptions.read(thing)
            if found:
                yield found


def _named(naming: Naming, seen: Sightings) -> Found:
    name = naming.name
    if naming.shared:
        seen.see(Identity("", None, nameless=True), name.whole, name.before)
        return Found(name.span, None, Form.SHARED_NAME)
    if naming.identity:
        seen.see(naming.identity, name.whole, name.before)
    return Found(name.span, naming.identity, Form.NAME)


def _place(thing: Naming | Mention) -> tuple[int, int]:
    span = thing.name.whole if isinstance(thing, Naming) else thing.span
    return (span.start, span.end)
