"""What a page says of itself in JSON-LD: schema.org's articles, wherever in the script they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from firsthand.text.dating import read_date
from firsthand.text.json_reading import load_json
from firsthand.text.markup import Element, path
from firsthand.text.wordlists import words

MAX_SCRIPTS = 20
MAX_CHARACTERS = 400_000
_MOST_NODES = 2000
_DEEPEST = 6
_LONGEST = 500
_SCRIPTS = path("//script[contains(translate(@type, 'LDJSON', 'ldjson'), 'ld+json')]")
_ARTICLE = re.compile(r"(?:\w*Article|\w*Posting|Report|Review|ClaimReview|Chapter|CreativeWork)")
_LESS_OF_ONE = frozenset({"CreativeWork", "Review", "ClaimReview", "DiscussionForumPosting"})
_LEADS_ON = words("@graph mainEntity mainEntityOfPage hasPart subjectOf about itemReviewed")
_AROUND = re.compile(
    r"\A\s*(?:<!--|(?://\s*)?<!\[CDATA\[)|\s{0,9};?\s{0,9}(?:-->|(?://\s{0,9})?\]\]>)\s*;?\s*\Z|;\s{0,9}\Z"
)
_BY = re.compile(r"^(?:by|von|par|por|di|door)\s+", re.IGNORECASE)


class LinkedData(NamedTuple):
    """What was found, each None where nothing was said; ``published`` is EDTF, ``url`` as written."""

    title: str | None = None
    author: str | None = None
    published: str | None = None
    publisher: str | None = None
    language: str | None = None
    url: str | None = None


def read_linked_data(tree: Element) -> LinkedData:
    """Return what the page's JSON-LD says of its article; the first article found speaks, others fill its gaps."""
    scripts = _SCRIPTS(tree)[:MAX_SCRIPTS]
    loaded = [data for script in scripts if (data := _loaded(script.text or "")) is not None]
    nodes = [node for data in loaded for node in _nodes(data)][:_MOST_NODES]
    named = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    articles = sorted((node for node in nodes if _is_article(node)), key=_likely)
    return LinkedData(
        *(next(filter(None, told), None) for told in zip(*(_told(one, named) for one in articles), strict=True))
    )


def _loaded(script: str) -> Any:  # noqa: ANN401 - JSON
    if len(script) > MAX_CHARACTERS:
        return None
    try:
        return load_json(_AROUND.sub("", script.strip()))
    except (ValueError, RecursionError):
        return None


def _nodes(data: Any, depth: int = 0) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - JSON
    """Yield the objects that may be the page's subject, outermost first."""
    if depth > _DEEPEST:
        return
    if isinstance(data, list):
        for one in data[:_MOST_NODES]:
            yield from _nodes(one, depth + 1)
    elif isinstance(data, dict):
        yield data
        for key in data.keys() & _LEADS_ON:
            yield from _nodes(data[key], depth + 1)


def _types(node: dict[str, Any]) -> list[str]:
    declared = node.get("@type")
    several = declared if isinstance(declared, list) else [declared]
    return [one.rpartition("/")[2] for one in several if isinstance(one, str)]


def _is_article(node: dict[str, Any]) -> bool:
    return any(_ARTICLE.fullmatch(one) for one in _types(node))


def _likely(node: dict[str, Any]) -> tuple[bool, bool]:
    """Sort news before what only resembles it, and what has a headline before what is only pointed to."""
    return all(one in _LESS_OF_ONE for one in _types(node)), "headline" not in node


def _told(node: dict[str, Any], named: dict[str, dict[str, Any]]) -> LinkedData:
    page = node.get("mainEntityOfPage")
    address = node.get("url") or (page.get("@id") if isinstance(page, dict) else page) or node.get("@id")
    tag = node.get("inLanguage")
    return LinkedData(
        title=_line(node.get("headline") or node.get("name")),
        author=", ".join(dict.fromkeys(_names(node.get("author") or node.get("creator"), named))) or None,
        published=read_date(_line(node.get("datePublished") or node.get("dateCreated"))),
        publisher=next(_names(node.get("publisher"), named), None),
        language=_line(tag.get("alternateName") or tag.get("name") if isinstance(tag, dict) else tag),
        url=address if isinstance(address, str) and address.startswith(("http", "/")) else None,
    )


def _names(given: Any, named: dict[str, dict[str, Any]], depth: int = 0) -> Iterator[str]:  # noqa: ANN401 - JSON
    """Yield the names in what schema.org lets stand for a person or body: words, an object, a pointer, a list."""
    if depth > _DEEPEST:
        return
    if isinstance(given, list):
        for one in given[:50]:
            yield from _names(one, named, depth + 1)
    elif isinstance(given, dict):
        ident = given.get("@id")
        pointed = named.get(ident) if "name" not in given and isinstance(ident, str) else None
        yield from _names((pointed or given).get("name"), named, depth + 1)
    elif (name := _line(given)) and "://" not in name:
        yield _BY.sub("", name)


def _line(given: object) -> str | None:
    found = given[0] if isinstance(given, list) and given else given
    return " ".join(found[:_LONGEST].split()) or None if isinstance(found, str) else None
