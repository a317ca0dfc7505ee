"""Markup parsed once, with what makes parsers slow taken away before."""

from __future__ import annotations

import re
from typing import Any, TypeAlias

import lxml.etree  # type: ignore[import-untyped]
import lxml.html  # type: ignore[import-untyped]

Element: TypeAlias = Any  # lxml ships no types

MAX_CHARACTERS = 5_000_000
MAX_TAGS = 40_000

_HUGE_TAG = re.compile(r"<[A-Za-z/!][^<>]{10000,}>")
_FORMATTING = re.compile(
    r"</?(?:abbr|b|big|blink|center|cite|em|font|i|nobr|s|small|span|strike|strong|sub|sup|tt|u)(?:\s[^<>]*)?>",
    re.IGNORECASE,
)
_STRUCTURE = re.compile(
    r"</?(?!(?:html|head|title|meta|base|link|body|script|style|p|a|br)\b)[a-z][^<>]*>", re.IGNORECASE
)
_XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")
_DOCTYPE = re.compile(rb"<!DOCTYPE[^>\[]{0,1000}\[|<!ENTITY", re.IGNORECASE)


def tamed(source: str, most_characters: int | None = None, most_tags: int | None = None) -> tuple[str, bool]:
    """Take away enormous tags (pictures inside attributes) and an endless number of tags; tells whether it was cut."""
    source = _HUGE_TAG.sub("", source.replace("\0", ""))
    most_tags = MAX_TAGS if most_tags is None else most_tags
    end = min(len(source), MAX_CHARACTERS if most_characters is None else most_characters)
    if source.count("<") > most_tags:
        end = min(end, next(found.start() for n, found in enumerate(re.finditer("<", source)) if n == most_tags))
    return (source, False) if end == len(source) else (source[:end], True)


def parse_page(source: str) -> Element | None:
    """Parse a whole page; None where there is no element in it."""
    return _parse(source, lxml.html.HTMLParser(collect_ids=False, remove_comments=True, remove_pis=True))


def parse_deep(source: str) -> Element | None:
    """Parse a whole page however deep it is nested, as it is where somebody forgot to close what he opened.

    A parser stops at a depth and drops the rest. Then formatting goes, and where that does not help all structure but
    paragraphs and links, so that no words are lost. None where there is no element in the page.
    """
    tree, whole = _parse_until_too_deep(source)
    for tags, instead in () if whole else ((_FORMATTING, ""), (_STRUCTURE, "<p>")):
        source = tags.sub(instead, source)
        tree, whole = _parse_until_too_deep(source)
        if whole:
            break
    return tree


def _parse_until_too_deep(source: str) -> tuple[Element | None, bool]:
    parser = lxml.html.HTMLParser(collect_ids=False, remove_comments=True, remove_pis=True, huge_tree=True)
    tree = _parse(source, parser)
    return tree, not any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)


def _parse(source: str, parser: Any) -> Element | None:  # noqa: ANN401 - as Element
    try:
        return lxml.html.document_fromstring(_XML_DECLARATION.sub("", source), parser=parser)
    except (lxml.etree.LxmlError, ValueError):
        return None


def parse_piece(source: str) -> Element | None:
    """Parse a piece of a page, such as the content of a feed's entry."""
    return parse_page(f"<html><body><div>{source}</div></body></html>")


def parse_xml(data: bytes) -> Element | None:
    """Parse XML leniently, without entities, files or addresses of the outside; None where nothing can be read."""
    if _DOCTYPE.search(data[:100_000]):
        return None
    parser = lxml.etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True
    )
    try:
        return lxml.etree.fromstring(data, parser)
    except (lxml.etree.LxmlError, ValueError):
        return None


def path(expression: str) -> Any:  # noqa: ANN401 - as Element
    """Compile an XPath expression, so that no page has to."""
    return lxml.etree.XPath(expression)


def walk(tree: Element) -> Any:  # noqa: ANN401 - as Element
    """Walk over a tree's elements without recursion, as lxml's ``iterwalk`` does."""
    return lxml.etree.iterwalk(tree, events=("start", "end"))
