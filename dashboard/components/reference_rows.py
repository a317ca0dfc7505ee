"""An article's references in a list: the words, where they lead, and whether that is a source of the desk."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dashboard.components.paper import Node, element, link, record_link, span
from dashboard.escaping import shortened
from dashboard.texts import references as texts
from db.rows import ReferenceRow, document_ref
from db.vocabulary import DocumentType

_LONGEST_WORDS, _LONGEST_ADDRESS = 160, 110
_WEB = ("http://", "https://")


class Pointer(NamedTuple):
    """A reference, the site that it leads to, and the source of the desk that has its address."""

    row: ReferenceRow
    host: str
    known_as: int | None

    @property
    def source(self) -> str | None:
        """The short id of the source that it is tied to."""
        return _source(self.row.source_id)

    @property
    def same_address(self) -> str | None:
        """The short id of the source that has its address."""
        return _source(self.known_as)


def _source(number: int | None) -> str | None:
    return document_ref(DocumentType.SOURCE, number) if number is not None else None


def opened(base: str, pointer: Pointer) -> str:
    """Write the address of the article's page with a reference open beside the text."""
    return f"{base}&reference={pointer.row.place + 1}"


def outside(pointer: Pointer, words: str = "") -> Node:
    """Describe where a reference leads; only an address of the web becomes a link."""
    href = pointer.row.href
    said = words or shortened(href, _LONGEST_ADDRESS)
    return link(said, href) if href.lower().startswith(_WEB) else span(said, "plain")


def reference_list(pointers: Iterable[Pointer], base: str) -> Node:
    """Describe references in the order of the text; each is opened beside it."""
    return element("ol", *(_item(pointer, base) for pointer in pointers), style="rows narrow")


def _item(pointer: Pointer, base: str) -> Node:
    row = pointer.row
    words = shortened(row.words, _LONGEST_WORDS)
    return element(
        "li",
        link(words or texts.NO_WORDS, opened(base, pointer), "strong plain" if words else "strong described plain"),
        element("div", outside(pointer), *standing(pointer), style="about tags"),
    )


def standing(pointer: Pointer) -> list[Node]:
    """Describe whether a reference is tied to a source, or its address is one's already."""
    if pointer.source:
        title = shortened(pointer.row.source_title or "", _LONGEST_WORDS)
        return [
            element("span", texts.TIED_TO, record_link(pointer.source)),
            *([span(title, "plain")] if title else []),
        ]
    if pointer.same_address:
        return [element("span", texts.HERE_AS, record_link(pointer.same_address))]
    return [span(texts.NOT_HERE, "muted")]


def fits(pointer: Pointer, words: str, shown: str) -> bool:
    """Whether a reference is asked for, by words of it and by how it stands."""
    row = pointer.row
    known = row.source_id is not None or pointer.known_as is not None
    if (shown == texts.OPEN and known) or (shown == texts.DONE and not known):
        return False
    text = f"{row.words} {row.href}".casefold()
    return all(word in text for word in words.casefold().split())


def reference_records(pointers: Sequence[Pointer]) -> list[dict[str, object]]:
    """Write references as records for a file."""
    return [
        {
            texts.PLACE: pointer.row.place + 1,
            texts.WORDS: pointer.row.words,
            texts.ADDRESS: pointer.row.href,
            texts.SITE: pointer.host,
            texts.SOURCE: pointer.source,
            texts.KNOWN_AS: pointer.same_address,
        }
        for pointer in pointers
    ]
