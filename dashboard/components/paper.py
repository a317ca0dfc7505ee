"""The one component that draws foreign words: a tree of plain elements, built in the browser with text content only."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from dashboard import addresses
from dashboard.labels import Label
from dashboard.texts import glossary

Node = str | dict[str, Any]

_HERE = Path(__file__).parent


def asset(name: str) -> str:
    """Read a file of the browser's part. Components share ``drawing.js`` and ``paper.css`` by beginning with them."""
    return _HERE.joinpath(name).read_text(encoding="utf-8")


def element(tag: str, *children: Node | None, style: str = "", **attributes: Any) -> Node:  # noqa: ANN401 - JSON
    """Describe an element; children that are None are left out, and so are attributes without a value."""
    kept = {name: value for name, value in attributes.items() if value not in (None, "")}
    inner = [child for child in children if child is not None]
    return {"tag": tag, **({"class": style} if style else {}), **({"children": inner} if inner else {}), **kept}


def span(text: str, style: str = "", **attributes: Any) -> Node:  # noqa: ANN401
    """Describe some words in a line."""
    return element("span", text, style=style, **attributes)


def paragraph(*children: Node | None, style: str = "") -> Node:
    """Describe a paragraph."""
    return element("p", *children, style=style)


def icon(name: str) -> Node:
    """Describe a Material symbol, hidden from screen readers: a word always stands beside it."""
    return element("i", name, style="icon", hidden=True)


def chip(label: Label, *, text: str = "", big: bool = False) -> Node:
    """Describe a finding or a status: colour, icon and word, always together."""
    style = " ".join(["chip", *(["outlined"] if label.outlined else []), *(["big"] if big else [])])
    colours = {} if label.outlined else {"light": label.light, "dark": label.dark}
    return element("span", icon(label.icon), text or label.word, style=style, tip=label.meaning, **colours)


def tag(text: str, meaning: str = "") -> Node:
    """Describe a small outlined word, such as a flag or a kind."""
    return span(text, "tag", tip=meaning)


def record_link(ref: str, *children: Node, style: str = "ref") -> Node:
    """Describe a link to a record's page, named by its short id unless ``children`` say otherwise."""
    address = addresses.of_record(ref)
    return element("a" if address else "span", *(children or (ref,)), style=style, href=address)


def link(text: str, href: str, style: str = "") -> Node:
    """Describe a link to another page, or to a foreign address, which opens beside the dashboard."""
    return element("a", text, style=style, href=href)


def term(text: str, meaning: str) -> Node:
    """Describe a word of the glossary: what it means shows on hovering and when the keyboard comes to it."""
    return span(text, "term", tip=meaning, focus=True)


def explained(label: str, term_of: str = "") -> Node:
    """Describe a label; one that names a term of the glossary, or stands for ``term_of``, tells what that means."""
    known = glossary.meaning(term_of) if term_of else glossary.of_label(label)
    return term(label, known) if known else label


def moment(at: dt.datetime) -> Node:
    """Describe a moment; the browser writes it in the reader's zone, the exact one in ISO 8601 shows on hovering."""
    exact = at.astimezone(dt.UTC).isoformat(timespec="seconds")
    return element("time", f"{at.astimezone(dt.UTC):%Y-%m-%d %H:%M} UTC", title=exact, at=exact)


def facts(pairs: Iterable[tuple[str, Node | None]]) -> Node:
    """Describe a list of terms and what is known of each; terms of which nothing is known are left out."""
    cells = [
        cell
        for label, known in pairs
        if known not in (None, "")
        for cell in (element("dt", explained(label)), element("dd", known, style="plain"))
    ]
    return element("dl", *cells, style="facts")


@dataclass(frozen=True, slots=True)
class Sheet:
    """The paper, with styles of a page's own after its own ones, and with another script if need be.

    A link on it to one of our own pages opens it in place, as the browser's back and forward do.
    """

    name: str
    styles: str = ""
    script: str = "paper.js"

    def __call__(self, *nodes: Node | None, key: str, **more: object) -> None:
        """Draw the nodes, those that are None left out; ``more`` is what the script is told beside them."""
        css, js = _browsers_part(self.styles, self.script)
        draw = st.components.v2.component(f"firsthand_{self.name}", css=css, js=js)
        draw(data={"nodes": [node for node in nodes if node is not None], **more}, key=key)


@cache
def _browsers_part(styles: str, script: str) -> tuple[str, str]:
    return asset("paper.css") + (asset(styles) if styles else ""), "\n".join([asset("drawing.js"), asset(script)])


paper = Sheet("paper")


def go(href: str, *, key: str) -> None:
    """Let the browser open one of our own pages, as if the person had followed a link to it.

    A step in the browser's history leads there, so that going back leads here; ``st.switch_page`` leaves none.
    """
    paper(key=key, go=href)
