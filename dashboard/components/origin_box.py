"""What a source looks like a copy of, with the reason and what may be said of it; and whose its address is."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard import labels
from dashboard.components.dossier import dossier, unfolding
from dashboard.components.paper import Node, element, icon, link, paragraph, record_link, span, tag
from dashboard.components.work import Work
from dashboard.escaping import shortened
from dashboard.texts import origins as texts
from dashboard.wish.origins import OriginJudged
from db.rows import KnownPublisher, OriginSuggestionRow, document_ref
from db.vocabulary import DocumentType, PublisherKind, ResemblanceDecision

FORM = "origin"
_D = ResemblanceDecision
_TITLE, _WHY = 90, 300


def draw(rows: Sequence[OriginSuggestionRow], work: Work, *, may: bool) -> OriginJudged | None:
    """Draw each suggestion about the source that is open; tells what the person said of one of them."""
    if not rows:
        return None
    wish = None
    shown = [row for row in rows if row.decision is not _D.DISMISSED]
    dismissed = [row for row in rows if row.decision is _D.DISMISSED]
    with st.container(border=True, gap="small", key=work.key(FORM, "box")):
        heading = element("h2", texts.TITLE, style="section quiet")
        dossier(heading, paragraph(span(texts.HELP, "muted small")), key=work.key(FORM, "title"))
        for row in shown:
            dossier(card(row, work.record), key=work.key(FORM, f"card-{row.id}"))
            wish = (_buttons(row, work) if may else None) or wish
        if dismissed:
            listed = [card(row, work.record) for row in dismissed]
            folded = unfolding(f"{work.record}-origins", texts.dismissed(len(dismissed)), *listed)
            dossier(folded, key=work.key(FORM, "dismissed"))
            for row in dismissed if may else ():
                clicked = _button(texts.TAKE_BACK, row, work, "back", "undo", "")
                wish = OriginJudged(row.id, _D.SUGGESTED, FORM) if clicked else wish
    return wish


def card(row: OriginSuggestionRow, here: str) -> Node:
    """Describe a suggestion as a sentence, with its reason; ``here`` is the short id of the source that is open."""
    one = _end(row.source_id, row.source_title, here, texts.THIS_ONE)
    there = row.other_id
    other = _outside(row) if there is None else _end(there, row.other_title, here, texts.THIS_OTHER)
    new = row.other_id is None and row.decision is _D.SUGGESTED
    known = row.decision is not _D.SUGGESTED
    return element(
        "div",
        element("div", one, span(texts.reads(row.kind, row.decision)), other, style="tags"),
        paragraph(span(shortened(row.why, _WHY), "muted small plain")),
        paragraph(span(texts.NEW_SOURCE, "muted small")) if new else None,
        element("div", icon("person"), span(texts.decided(row.decision, row.decided_by)), style="tags small")
        if known
        else None,
        style="earlier",
    )


def whose(publisher: KnownPublisher | None) -> Node | None:
    """Describe whose an address is: name, kind, country, how first hand it usually is, and how that is known."""
    if publisher is None:
        return None
    kind, country = publisher.kind, publisher.country
    facts = [
        tag(labels.word(kind), labels.meaning(kind)) if kind and kind is not PublisherKind.OTHER else None,
        span(country, "muted") if country else None,
        tag(texts.usually(labels.word(publisher.tier)), labels.meaning(publisher.tier)),
        span(_how(publisher), "muted small"),
    ]
    return element(
        "div",
        span(shortened(publisher.name, _TITLE), "name plain"),
        *(fact for fact in facts if fact is not None),
        style="tags",
    )


def _how(publisher: KnownPublisher) -> str:
    if publisher.own:
        return texts.BY_DESK
    return texts.BY_ENDING if publisher.hosts == (publisher.name,) else texts.BY_ADDRESS


def _end(source_id: int, title: str | None, here: str, itself: str) -> Node:
    ref = document_ref(DocumentType.SOURCE, source_id)
    if ref == here:
        return span(itself)
    return record_link(ref, shortened(title or texts.SOME_SOURCE, _TITLE), style="")


def _outside(row: OriginSuggestionRow) -> Node:
    if row.other_url:
        return link(shortened(row.other_url, _TITLE), row.other_url)
    return span(shortened(row.other_name or "", _TITLE), "name plain")


def _buttons(row: OriginSuggestionRow, work: Work) -> OriginJudged | None:
    confirmed = row.decision is _D.CONFIRMED
    with st.container(horizontal=True, gap="xsmall"):
        if not confirmed and _button(texts.CONFIRM, row, work, "yes", "check", texts.CONFIRM_HELP):
            return OriginJudged(row.id, _D.CONFIRMED, FORM)
        if not confirmed and _button(texts.DISMISS, row, work, "no", "close", texts.DISMISS_HELP):
            return OriginJudged(row.id, _D.DISMISSED, FORM)
        if confirmed and _button(texts.TAKE_BACK, row, work, "back", "undo", ""):
            return OriginJudged(row.id, _D.SUGGESTED, FORM)
    return None


def _button(name: str, row: OriginSuggestionRow, work: Work, act: str, symbol: str, tip: str) -> bool:
    key = work.key(FORM, f"{act}-{row.id}")
    return st.button(name, icon=f":material/{symbol}:", type="tertiary", help=tip or None, key=key)
