"""The links of a web page's text, marked in its tree; menus, tags and bylines have none that count."""

from __future__ import annotations

import lxml.etree  # type: ignore[import-untyped]

from firsthand.text.marks import Alphabet, Marked
from firsthand.text.markup import Element

# Letters, since extractors drop what is none: Tangut, cuneiform, hieroglyphs.
_ALPHABETS = (Alphabet(0x17000, 0x187F7), Alphabet(0x12000, 0x12399), Alphabet(0x13000, 0x1342E))
_INLINE = (
    "abbr b bdi bdo cite code data del dfn em font i ins kbd mark q s samp small span strong sub sup time u var wbr"
)
_LINKS = lxml.etree.XPath(
    "//a[@href and normalize-space() and not(ancestor::nav or ancestor::footer or ancestor::aside)"
    f" and not(descendant::*[not({' or '.join(f'self::{name}' for name in _INLINE.split())})])]"
)
_NO_PLACE = ("#", "javascript:", "mailto:", "tel:", "data:")
_FRAME = frozenset({"tag", "author", "prev", "next", "license", "category"})


def mark_links(tree: Element, source: str) -> Marked:
    """Put letters around the words of the page's links; ``source`` is the page, searched for an unused script."""
    alphabet = next((one for one in _ALPHABETS if source.isascii() or not one.pattern.search(source)), None)
    if alphabet is None:
        return Marked({}, None)
    targets: dict[str, str] = {}
    for number, link in enumerate(_LINKS(tree)[: alphabet.last - alphabet.first], start=alphabet.first):
        href = link.get("href").strip()
        if not href.lower().startswith(_NO_PLACE) and _FRAME.isdisjoint((link.get("rel") or "").lower().split()):
            targets[chr(number)] = href
            _surround(link, chr(number))
    return Marked(targets, alphabet.pattern)


def _surround(link: Element, letter: str) -> None:
    """Put the letter inside the link's white space, so that no space is doubled when it is taken out."""
    text = link.text or ""
    lead = len(text) - len(text.lstrip())
    link.text = text[:lead] + letter + text[lead:]
    end = (link[-1].tail or "") if len(link) else link.text
    kept = end.rstrip()
    closed = kept + letter + end[len(kept) :]
    if len(link):
        link[-1].tail = closed
    else:
        link.text = closed
