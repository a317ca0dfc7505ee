"""What moved: the claims whose sources or articles changed under them, and where that happened last."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Protocol

from dashboard import addresses, labels
from dashboard.components.paper import Node, element, icon, link, moment, record_link, span
from dashboard.escaping import shortened
from dashboard.texts import watching as texts
from db.vocabulary import Flag

_TITLE = 64  # characters of a document's title
COUNTED_UP_TO = 1000  # claims; beyond that the record does not count


class Document(Protocol):
    """A document in which a passage was lost or became doubtful; see ``data.watching``."""

    @property
    def ref(self) -> str: ...  # noqa: D102 - see the class
    @property
    def title(self) -> str: ...  # noqa: D102
    @property
    def at(self) -> dt.datetime: ...  # noqa: D102


class Moved(Protocol):
    """How many claims stand on ground that has moved, and where it moved last."""

    @property
    def lost(self) -> int: ...  # noqa: D102 - see the class
    @property
    def doubtful(self) -> int: ...  # noqa: D102
    @property
    def documents(self) -> Sequence[Document]: ...  # noqa: D102


def moved(news: Moved, only: Mapping[str, str]) -> Node | None:
    """Describe the claims whose ground has moved, each number a link to them; nothing where none has."""
    counts = [
        element("span", icon(symbol), " ", _claims(count, flag, only), f" {words}")
        for count, flag, symbol, words in (
            (news.lost, Flag.ANCHOR_LOST, "link_off", texts.MOVED_LOST),
            (news.doubtful, Flag.CHANGED_SINCE_CHECK, "difference", texts.MOVED_DOUBT),
        )
        if count
    ]
    if not counts:
        return None
    where = [
        element(
            "span",
            record_link(document.ref, shortened(document.title, _TITLE), style="plain"),
            " ",
            moment(document.at),
        )
        for document in news.documents
    ]
    return element(
        "div",
        element("h2", texts.MOVED, style="takeaway"),
        element("div", *counts, style="tags gap"),
        element("div", span(texts.MOVED_LAST), *where, style="tags gap muted small") if where else None,
    )


def _claims(count: int, flag: Flag, only: Mapping[str, str]) -> Node:
    words = texts.claims(count, at_least=count >= COUNTED_UP_TO)
    return link(words, addresses.href(addresses.CLAIMS, **{**only, "flag": labels.word(flag)}), "strong")
