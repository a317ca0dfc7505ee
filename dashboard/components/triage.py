"""The triage page in the browser: one draft in focus, the list of all beside it, a key for every deed.

The browser walks from draft to draft by itself and goes on before it is answered; what it asks for it keeps asking for
until it has been heard, so that no key is lost however fast they are pressed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import streamlit as st

from dashboard import addresses, labels
from dashboard.charts.fates import Fates, fates
from dashboard.components import triage_cuts
from dashboard.components.paper import Node, asset, element, link, record_link, span
from dashboard.components.triage_acts import number
from dashboard.components.triage_going import Going
from dashboard.escaping import shortened
from dashboard.texts import triage as texts
from db.rows import ArticleRow, DraftCount
from db.vocabulary import ClaimType, NotForUsReason

TEXT = "text"
_KEY = "triage-drafts"
_CSS = "\n".join([asset("paper.css"), asset("triage.css")])
_JS = "\n".join([asset("drawing.js"), asset("triage_forms.js"), asset("triage.js")])
_TITLE = 160


class Queue(NamedTuple):
    """The drafts in the order in which they are gone through (``cards``), and their short ids in the text's order."""

    article: ArticleRow
    cards: Sequence[Mapping[str, Any]]
    in_text: Sequence[str]
    by_text: bool
    speakers: Sequence[str]
    may_judge: bool


def queue(shown: Queue, counts: Sequence[DraftCount], going: Going, on_acts: Callable[[list[Any]], None]) -> None:
    """Draw the drafts; ``on_acts`` is told what the keys asked for and was not heard before, before they are drawn."""

    def acted() -> None:
        sent: Any = st.session_state[_KEY].get("acts")
        if not isinstance(sent, dict) or not isinstance(sent.get("acts"), list):
            return
        going.hear(str(sent.get("tab", "")))
        heard = going.heard
        on_acts([act for act in sent["acts"] if isinstance(act, dict) and number(act) > heard])

    draw = st.components.v2.component("firsthand_triage", css=_CSS, js=_JS)
    draw(
        data={
            "head": _head(shown, counts),
            "drafts": list(shown.cards),
            "in_text": list(shown.in_text),
            "may": shown.may_judge,
            "speakers": list(shown.speakers),
            "tab": going.tab,
            "heard": going.heard,
            "told": [told._asdict() for told in going.told],
            "choices": _choices(),
            "words": _words(shown),
        },
        key=_KEY,
        on_acts_change=acted,
    )


def _head(shown: Queue, counts: Sequence[DraftCount]) -> list[Node]:
    sums = fates(counts)
    here = addresses.triage(shown.article.ref)
    orders = [(texts.BY_WORTH, here, not shown.by_text), (texts.BY_TEXT, f"{here}&order={TEXT}", shown.by_text)]
    return [
        element(
            "div",
            element("h1", texts.TITLE, style="title"),
            record_link(shown.article.ref, shortened(shown.article.title, _TITLE), style="plain"),
            style="heading",
        ),
        element(
            "div",
            span(texts.progress(sums.judged, sums.drafted, sums.kept), "strong"),
            span(texts.precision(sums.kept, sums.judged), "muted") if sums.judged else None,
            *_drafters(counts),
            element("span", *(_order(*order) for order in orders), style="orders", role="group", name=texts.ORDER),
            style="progress small",
        ),
        _strip(sums),
    ]


def _order(name: str, address: str, now: bool) -> Node:  # noqa: FBT001 - as it stands in the row
    return span(name, "now", current=True) if now else link(name, address)


def _drafters(counts: Sequence[DraftCount]) -> list[Node]:
    """Tell the drafters apart where there are several."""
    names = dict.fromkeys(count.drafted_by for count in counts)
    if len(names) < 2:  # noqa: PLR2004 - the only one is what the whole is
        return []
    sums = {name: fates(count for count in counts if count.drafted_by == name) for name in names}
    return [
        span(texts.of_drafter(shortened(name, 40), found.kept, found.judged), "muted")
        for name, found in sums.items()
        if found.judged
    ]


def _strip(sums: Fates) -> Node:
    parts = [("kept", sums.kept), ("away", sums.turned_away), ("waits", sums.waiting)]
    return element(
        "div", *(element("span", style=style, share=count) for style, count in parts if count), style="far", hidden=True
    )


def _choices() -> dict[str, list[list[str]]]:
    return {
        "reasons": [[reason.value, labels.title(reason)] for reason in NotForUsReason],
        "types": [[kind.value, labels.title(kind)] for kind in ClaimType],
    }


def _words(shown: Queue) -> dict[str, Any]:
    """List the words that the browser's part says."""
    return {
        "keep": texts.KEEP,
        "edit": texts.EDIT,
        "away": texts.AWAY,
        "merge": texts.MERGE,
        "merge_marked": texts.MERGE_MARKED,
        "mark": texts.MARK,
        "unmark": texts.UNMARK,
        "split": texts.SPLIT,
        "undo": texts.UNDO,
        "use_wording": texts.USE_WORDING,
        "back": texts.BACK,
        "why_not": texts.WHY_NOT,
        "save": texts.SAVE,
        "split_now": texts.SPLIT_NOW,
        "cut_hint": texts.CUT_HINT,
        "cut_here": texts.CUT_HERE,
        "first_part": texts.FIRST_PART,
        "second_part": texts.SECOND_PART,
        "statement": texts.STATEMENT,
        "no_statement": texts.NO_STATEMENT,
        "other_wording": texts.OTHER_WORDING,
        "by_model": texts.BY_MODEL,
        "seen_before": texts.SEEN_BEFORE,
        "same": texts.SAME,
        "different": texts.DIFFERENT,
        "comes_next": texts.COMES_NEXT,
        "list": texts.LIST,
        "draft_in_focus": texts.DRAFT_IN_FOCUS,
        "marked": texts.MARKED,
        "saving": texts.SAVING,
        "keys_label": texts.KEYS_LABEL,
        "done": texts.DONE,
        "done_about": texts.DONE_ABOUT,
        "kept_in_queue": texts.KEPT_IN_QUEUE,
        "next_article": texts.NEXT_ARTICLE,
        "read_only": texts.READ_ONLY,
        "date_hint": texts.DATE_HINT,
        "fields": texts.FIELDS,
        "keys": [[list(keys), does] for keys, does in (texts.KEYS if shown.may_judge else texts.READER_KEYS)],
        "leading": triage_cuts.LEADING,
        "to_queue": addresses.href(addresses.CLAIMS, article=shown.article.ref, status="open"),
        "to_articles": addresses.href(addresses.TRIAGE),
    }
