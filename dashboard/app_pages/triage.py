"""Triage: the drafts of an article, gone through by single keys; without an article, those with drafts that wait."""

from __future__ import annotations

from functools import partial
from typing import Any

import streamlit as st

from dashboard import addresses, data
from dashboard.actions import asking as questions
from dashboard.actions import triage as deeds
from dashboard.components import asking as ask_panel
from dashboard.components import empty, outcomes, paging, triage, triage_acts, triage_cards, triage_chooser
from dashboard.components.triage_going import going
from dashboard.data import asking
from dashboard.data import triage as record
from dashboard.texts import triage as texts
from db.rows import ArticleRow, parse_ref
from db.vocabulary import Role

asked = addresses.asked_for(st.query_params, "article")
number = parse_ref(asked, "FA")
article = data.article(number) if number is not None else None
if article is None:
    st.title(texts.TITLE)
    if asked:
        empty.unknown(asked, texts.ARTICLE_KIND, texts.EXAMPLE, page=addresses.TRIAGE, label=texts.NEXT_ARTICLE)
    outcomes.announce()
    page = record.waiting(paging.cursor("triage", asked))
    if page.rows:
        triage_chooser.articles(page.rows)
        paging.pager("triage", page.next, texts.articles(len(page.rows)), quiet=True)
    else:
        triage_chooser.nothing()
    st.stop()

by_text = addresses.asked_for(st.query_params, "order") == triage.TEXT
now = going(article.ref)
me = data.me()
may_judge = bool(me.roles & {Role.CHECKER, Role.EDITOR})
model = asking.model() if may_judge else None


def ask_model(article_id: int, name: str, host: str) -> None:
    """Offer to ask the language model that the desk has."""
    ask_panel.ask(name, host, partial(questions.ask_model, me, article_id), key="triage")


if not record.drafts(article.id):
    st.title(texts.TITLE)
    outcomes.announce()
    triage_chooser.none_of(article.ref)
    if model:
        ask_model(article.id, *model)
    st.stop()


def judge(article_id: int, sent: list[Any]) -> None:
    """Do what the keys asked for, in their order."""
    data.begin_run()
    me = data.me()
    for one in sent:
        rows = {row.id: row for row in record.drafts(article_id)}
        act = triage_acts.read(one, rows, {row.id: record.around(row).paragraph for row in rows.values()})
        if act is None:
            now.misheard(triage_acts.number(one))
        else:
            now.do(act, partial(deeds.carry_out, me))


@st.fragment
def drafts(article: ArticleRow) -> None:
    """Draw the drafts as they are now."""
    data.begin_run()
    rows = record.drafts(article.id)
    earlier = record.earlier(rows)
    cards = [
        triage_cards.card(row, record.around(row), tuple(triage_cards.Earlier(*one) for one in earlier[row.id]))
        for row in (rows if by_text else triage_cards.by_worth(rows))
    ]
    speakers = sorted({row.speaker_as_named for row in rows if row.speaker_as_named})
    shown = triage.Queue(article, cards, [row.ref for row in rows], by_text, speakers, may_judge)
    triage.queue(shown, record.precision(article.id), now, partial(judge, article.id))


outcomes.announce()
drafts(article)
if model:
    ask_model(article.id, *model)
