"""XML that is no web page: laws, records of proceedings, data. Every element with words of its own is a paragraph."""

from __future__ import annotations

import re

from firsthand.errors import UnreadableText
from firsthand.text.decoding import decode
from firsthand.text.extracted import ExtractedArticle
from firsthand.text.languages import settle_language
from firsthand.text.markup import Element, parse_xml, walk
from firsthand.text.plain import addresses
from firsthand.text.tags import language_tag
from firsthand.text.wordlists import words
from firsthand.text.writing import Writer

EXTRACTOR = "firsthand-xml 1"

_INLINE = words(
    """a abbr b bold def em emph emphasis footnote-ref hi i ins italic italics num ref rref s small span strong sub sup
    term u underline del mref date person organization"""
)
_TITLES = words("title headline doctitle name")
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")
_LONGEST_TITLE = 300
_ENTITIES = "This XML declares entities of its own, which is how files attack their readers; paste its text instead."
_BROKEN = "This XML cannot be read; copy its text and paste it."


def extract_xml(data: bytes, charset: str | None = None) -> ExtractedArticle:
    """Read an XML file; raises ``UnreadableText`` where there is no text in it."""
    source = decode(data, declared=charset)
    tree = parse_xml(_DECLARATION.sub("", source).encode("utf-8", "replace"))
    if tree is None:
        raise UnreadableText(_ENTITIES if "<!ENTITY" in source else _BROKEN)
    writer = Writer()
    title = _write(tree, writer)
    if not writer.text:
        raise UnreadableText(_BROKEN)
    language, detected = settle_language(language_tag(tree.get(_LANGUAGE) or tree.get("lang")), writer.text)
    return ExtractedArticle(
        text=writer.text,
        extractor=EXTRACTOR,
        title=title,
        language=language,
        language_detected=detected,
        references=addresses(writer.text),
    )


def _write(tree: Element, writer: Writer) -> str | None:
    """Write a tree; tells what its first element says that is called a title."""
    title: str | None = None
    for event, element in walk(tree):
        if not isinstance(element.tag, str):
            continue
        name = element.tag.rpartition("}")[2].lower()
        if name not in _INLINE:
            writer.paragraph()
        if event == "start":
            writer.write(element.text or "")
            if title is None and name in _TITLES and element.text and element.text.strip():
                title = " ".join(element.text.split())[:_LONGEST_TITLE]
        elif element is not tree:
            writer.write(element.tail or "")
    return title
