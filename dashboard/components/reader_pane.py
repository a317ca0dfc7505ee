"""The article's reader: a captured text in a pane of its own, with its claims marked, a margin and an overview.

The browser draws it (``reader.js``) from pieces that are cut here. What it is given changes only when the text's marks
do, so that Streamlit sends a long text to a browser once; which claim is open stands in the address alone.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from functools import lru_cache
from typing import Any, NamedTuple

import streamlit as st

from dashboard.components import outcomes, reader_address
from dashboard.components.paper import asset
from dashboard.components.reader_cuts import Place, Sentence, cut, lanes, touched
from dashboard.labels import Label
from dashboard.outcome import Outcome
from dashboard.texts import reader as texts

_CSS = asset("paper.css") + asset("reader.css")
_JS = "\n".join([asset("drawing.js"), asset("reader.js")])
_PLAIN, _UNREAD, _HEADING, _FURNITURE = range(4)


class Marked(NamedTuple):
    """A claim's place in the text, its short id, its status, and what it says."""

    start: int
    end: int
    ref: str
    label: Label
    says: str


class Linked(NamedTuple):
    """A reference's place in the text, its number from 1 on, and what is said of it on hovering."""

    start: int
    end: int
    number: int
    says: str


class Chosen(NamedTuple):
    """Words that somebody selected: where they stand (code points), and the words as the browser has them."""

    start: int
    end: int
    words: str


@lru_cache(maxsize=16)
def pieces(
    text: str,
    marks: tuple[Marked, ...],
    sentences: tuple[Sentence, ...],
    looked_at: tuple[Place, ...],
    links: tuple[Linked, ...] = (),
) -> dict[str, Any]:
    """Describe the text and its marks for the browser; what is the same is named by the same ``version``."""
    places = [(mark.start, mark.end) for mark in marks]
    linked = [(link.start, link.end) for link in links]
    labels = list(dict.fromkeys(mark.label for mark in marks))
    seen = touched(sentences, looked_at)
    unread = [sentence[2] == "prose" and not known for sentence, known in zip(sentences, seen, strict=True)]

    def kind(sentence: int | None) -> int:
        if sentence is None:
            return _PLAIN
        of = {"heading": _HEADING, "furniture": _FURNITURE}.get(sentences[sentence][2], _PLAIN)
        return _UNREAD if unread[sentence] else of

    # A reference lies over its words as a mark does, but it is none: it is told apart by its number.
    pages = [
        [
            [
                stretch.start,
                stretch.words,
                kind(stretch.sentence),
                [mark for mark in stretch.over if mark < len(marks)],
                next((mark - len(marks) for mark in stretch.over if mark >= len(marks)), -1),
            ]
            for stretch in page
        ]
        for page in cut(text, [*places, *linked], sentences)
    ]
    drawn = {
        "pages": pages,
        "labels": [[label.word, label.icon, label.light, label.dark, label.outlined] for label in labels],
        "marks": [
            [mark.ref, labels.index(mark.label), lane, mark.says]
            for mark, lane in zip(marks, lanes(places), strict=True)
        ],
        "links": [[link.number, link.says] for link in links],
        "unread": sum(unread),
        "sentences": sum(sentence[2] == "prose" for sentence in sentences),
    }
    version = hashlib.sha256(json.dumps(drawn, sort_keys=True).encode()).hexdigest()[:16]
    return {"version": version, **drawn}


def reader_pane(drawn: dict[str, Any], base: str, *, key: str, lang: str | None, on_chosen: Callable[[], None]) -> None:
    """Draw the reader. ``base`` is the page's address without a mark; ``on_chosen`` runs when words are selected."""
    words = {
        "region": texts.REGION,
        "unread": texts.UNREAD,
        "count": texts.unread(drawn["unread"], drawn["sentences"]),
        "keys": texts.KEYS_LABEL,
        "list": texts.KEYS,
        "make": texts.MAKE,
        "select": texts.SELECT_FIRST,
    }
    draw = st.components.v2.component("firsthand_reader", css=_CSS, js=_JS)
    draw(data={**drawn, "base": base, "lang": lang, "words": words}, key=key, on_chosen_change=on_chosen)


def chosen(key: str) -> Chosen | None:
    """Read what the browser says was selected; None for anything that is not a place and its words."""
    held: Any = st.session_state.get(key)
    try:
        said = held["chosen"]
        start, end, words = said["start"], said["end"], said["text"]
    except (TypeError, KeyError):
        return None
    whole = type(start) is int and type(end) is int and isinstance(words, str)
    return Chosen(start, end, words) if whole else None


def choose(key: str, text: str) -> None:
    """Go on with the words that were selected, if they are those of the text: they go into the address."""
    words = chosen(key)
    if words is None or text[words.start : words.end] != words.words:
        outcomes.say(Outcome(False, texts.WORDS_DIFFER))
        return
    st.query_params.pop(reader_address.MARK, None)
    st.query_params.pop(reader_address.REFERENCE, None)
    st.query_params[reader_address.WORDS] = reader_address.placed(words.start, words.end)
