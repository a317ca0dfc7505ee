"""What a page drew, as tests look at it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from streamlit.testing.v1 import AppTest


def elements(app: AppTest) -> Iterator[Any]:
    """Walk over everything on the page."""
    waiting = [app._tree]
    while waiting:
        node = waiting.pop()
        children = getattr(node, "children", None)
        if children is not None:
            waiting.extend(children.values())
        yield node


def papers(app: AppTest) -> list[dict[str, Any]]:
    """List the trees that the escaping components were given, wherever in their data these stand."""
    found = []
    for element in elements(app):
        proto: Any = getattr(element, "proto", None)
        if type(proto).__name__ == "BidiComponent":
            found += _trees(json.loads(proto.mixed.json if proto.HasField("mixed") else proto.json))
    return found


def _trees(data: Any) -> Iterator[Any]:
    """Find the trees and the plain words in a component's data."""
    if isinstance(data, str) or (isinstance(data, dict) and "tag" in data):
        yield data
    elif isinstance(data, dict | list):
        for part in data.values() if isinstance(data, dict) else data:
            yield from _trees(part)


def words(node: Any) -> str:
    """Read the words of a tree."""
    if isinstance(node, str):
        return node
    return "".join(words(child) for child in node.get("children", []))


def paper_text(app: AppTest) -> str:
    """Read everything that the escaping component shows."""
    return "\n".join(words(node) for node in papers(app))


def words_of(app: AppTest) -> str:
    """Read everything that stands on the page, ours and foreign."""
    plain = [
        str(element.value) for element in elements(app) if type(getattr(element, "proto", None)).__name__ == "Text"
    ]
    return "\n".join([paper_text(app), *plain, *(text for _, text in interpreted(app))])


def links(app: AppTest) -> set[str]:
    """List the addresses that the escaping component links to."""
    found, waiting = set(), list(papers(app))
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            waiting += node.get("children", [])
            found |= {node["href"]} if node.get("href") else set()
    return found


def interpreted(app: AppTest) -> Iterator[tuple[str, str]]:
    """List every text on the page that Streamlit reads as Markdown: labels, options of pills, alerts, captions."""
    for element in elements(app):
        proto = getattr(element, "proto", None)
        if proto is None or not hasattr(proto, "DESCRIPTOR"):
            continue
        kind = type(proto).__name__
        for field in ("label", "help", "body", "placeholder"):
            if kind == "Text":
                continue
            value = getattr(proto, field, "")
            if isinstance(value, str) and value:
                yield kind, value
        for option in getattr(proto, "options", []) if kind in {"ButtonGroup", "Radio"} else []:
            yield kind, option if isinstance(option, str) else option.content


def keyed(app: AppTest, kind: str, ending: str) -> Any:
    """Find the widget of a kind whose key ends so; keys begin with the record and the turn."""
    found = [widget for widget in getattr(app, kind) if (widget.key or "").endswith(ending)]
    assert len(found) == 1, [widget.key for widget in getattr(app, kind)]
    return found[0]


def button(app: AppTest, label: str) -> Any:
    """Find a button by what it says."""
    found = [widget for widget in app.button if widget.label == label]
    assert len(found) == 1, [widget.label for widget in app.button]
    return found[0]
