"""Earlier claims that may say the same: what the desk found then, what differs, and whether it is the same claim."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from dashboard import labels
from dashboard.components.dossier import dossier, unfolding
from dashboard.components.paper import Node, chip, element, icon, paragraph, record_link, span
from dashboard.components.work import Work
from dashboard.escaping import shortened
from dashboard.texts import seen_before as texts
from dashboard.wish.resemblances import Compared
from db.rows import ResemblanceRow, claim_ref, document_ref
from db.vocabulary import DocumentType, ResemblanceDecision

FORM = "seen-before"
Differing = Callable[[ResemblanceRow], Sequence[str]]

_D = ResemblanceDecision
_STATEMENT, _TITLE, _NOTE = 400, 60, 300


def draw(
    rows: Sequence[ResemblanceRow],
    work: Work,
    differing: Differing,
    *,
    desk: str,
    may_decide: bool,
    may_turn_away: bool,
) -> Compared | None:
    """Draw each earlier claim with what differs; tells what the person said of one of them.

    ``desk`` is the name of this claim's desk; ``may_turn_away`` offers to turn the claim away as a duplicate as well.
    """
    if not rows:
        return None
    wish = None
    shown = [row for row in rows if row.decision is not _D.DISMISSED]
    dismissed = [row for row in rows if row.decision is _D.DISMISSED]
    with st.container(border=True, gap="small", key=work.key(FORM, "box")):
        heading = element("h2", texts.TITLE, style="section quiet")
        dossier(heading, paragraph(span(texts.HELP, "muted small")), key=work.key(FORM, "title"))
        for row in shown:
            dossier(card(row, differing(row), desk=desk), key=work.key(FORM, f"card-{row.other_id}"))
            if may_decide:
                wish = _buttons(row, work, may_turn_away=may_turn_away) or wish
        if dismissed:
            listed = [card(row, differing(row), desk=desk) for row in dismissed]
            folded = unfolding(f"{work.record}-dismissed", texts.dismissed(len(dismissed)), *listed)
            dossier(folded, key=work.key(FORM, "dismissed"))
            for row in dismissed if may_decide else ():
                wish = _take_back(row, work) or wish
    return wish


def card(row: ResemblanceRow, differing: Sequence[str], *, desk: str = "") -> Node:
    """Describe an earlier claim: where it stands, what it says, by whom, when and where, and what differs.

    Its desk is named where it is not ``desk``.
    """
    article = document_ref(DocumentType.ARTICLE, row.article_id)
    about = [
        span(known, "plain") for known in (row.speaker, row.said_on, row.desk if row.desk != desk else None) if known
    ]
    return element(
        "div",
        element("div", record_link(claim_ref(row.other_id)), chip(labels.status(row.status)), style="tags"),
        paragraph(shortened(row.statement, _STATEMENT), style="plain"),
        element(
            "div",
            *about,
            record_link(article, shortened(row.article_title, _TITLE), style=""),
            style="about tags small",
        ),
        paragraph(span(shortened(row.finding_note, _NOTE), "muted small plain")) if row.finding_note else None,
        _comparison(row, differing),
        _decided(row),
        style="earlier",
    )


def _comparison(row: ResemblanceRow, differing: Sequence[str]) -> Node:
    lines: list[Node] = [element("li", icon("compare_arrows"), span(texts.alike(row.score)))]
    lines += [element("li", icon("change_history"), span(words, "plain")) for words in differing]
    if not differing:
        lines.append(element("li", icon("check"), span(texts.SAME_WORDS)))
    return element("ul", *lines, style="steps checklist")


def _decided(row: ResemblanceRow) -> Node | None:
    if row.decision is _D.SUGGESTED:
        return None
    word = texts.IS_CONFIRMED if row.decision is _D.CONFIRMED else texts.IS_DISMISSED
    return element("div", icon("person"), span(texts.decided(word, row.decided_by)), style="tags small")


def _buttons(row: ResemblanceRow, work: Work, *, may_turn_away: bool) -> Compared | None:
    """Draw what may be said of a suggestion that nobody dismissed."""
    ref = claim_ref(row.other_id)
    confirmed = row.decision is _D.CONFIRMED
    wish = None
    with st.container(horizontal=True, gap="xsmall"):
        if not confirmed and _button(texts.CONFIRM, ref, work, "same", "check"):
            wish = Compared(row.other_id, _D.CONFIRMED)
        if _button(texts.DISMISS, ref, work, "other", "close"):
            wish = Compared(row.other_id, _D.DISMISSED)
        if may_turn_away and _button(texts.DUPLICATE, ref, work, "duplicate", "content_copy"):
            wish = Compared(row.other_id, _D.CONFIRMED, turn_away=True)
        if confirmed and _button(texts.TAKE_BACK, ref, work, "back", "undo"):
            wish = Compared(row.other_id, _D.SUGGESTED)
    return wish


def _take_back(row: ResemblanceRow, work: Work) -> Compared | None:
    ref = claim_ref(row.other_id)
    clicked = _button(texts.take_back(ref), ref, work, "back", "undo")
    return Compared(row.other_id, _D.SUGGESTED) if clicked else None


def _button(name: str, ref: str, work: Work, act: str, symbol: str) -> bool:
    key = work.key(FORM, f"{act}-{ref}")
    return st.button(name, icon=f":material/{symbol}:", type="tertiary", help=texts.tip(act, ref), key=key)
