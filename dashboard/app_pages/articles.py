"""Articles: the list with what is done and what is left, and the way in for new ones."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from dashboard import actions, data
from dashboard.actions import addressing
from dashboard.components import (
    address_form,
    article_list,
    asked_for,
    document_forms,
    document_rows,
    filters,
    intake,
    outcomes,
    paging,
    queue_files,
)
from dashboard.components.article_records import article_records
from dashboard.components.paper import paper
from dashboard.components.work import open_work
from dashboard.data import article_lists, captured
from dashboard.data.article_lists import ArticleFilter, ArticleOrder
from dashboard.outcome import Arrival
from dashboard.texts import articles as texts
from dashboard.texts import documents, glossary
from dashboard.wish.captures import Brought

outcomes.announce()
st.title(texts.TITLE, help=glossary.of_label(texts.TITLE))
me = data.me()
work = open_work("articles", data.newest_event())
anything = bool(article_lists.count(ArticleFilter()))

intake.outcomes()
asked_for.draw("articles", captured.progress, captured.drafts_of)
by_address = st.expander(
    texts.BY_ADDRESS,
    icon=":material/travel_explore:",
    expanded="addresses" in st.query_params.get_all("do"),
    key="addressing",
    on_change="rerun",
)
if by_address.open:
    with by_address:
        pasted = address_form.address_form(work, texts.BY_ADDRESS_ABOUT, documents.TAKE_IN, may_again=True)
    if pasted:
        asked = addressing.take_articles_in(me, data.main_desk().id, pasted.words, again=pasted.again)
        asked_for.settle("articles", asked, work)
with st.expander(texts.TAKE_IN, icon=":material/input:", expanded=not anything):
    if not anything:
        st.markdown(texts.NONE_YET)
    entered = document_forms.article_form(work)
    if entered:
        about, again, main = entered.about, entered.again, data.main_desk().id

        def take(text: Brought) -> Iterator[Arrival]:
            """Take one of the texts in."""
            return actions.take_articles_in(me, main, actions.Text(text.data, text.name), about, again=again)

        if intake.take_in(entered.texts, take):
            work.saved(document_forms.ARTICLE, ())
        st.rerun()

if anything:
    found = article_list.ask(data.desks(), article_lists.publishers())
    where = ArticleFilter(found.desk_id, found.publisher, found.published, found.text)
    order = ArticleOrder.UNDONE if found.sort == texts.UNDONE else ArticleOrder.NEWEST
    page = article_lists.articles(where, order, paging.cursor("articles", (where, order)))
    if page.rows:
        paper(document_rows.article_list(page.rows), key="articles-rows")
        ordered = texts.BEST_FIRST if where.text and order is ArticleOrder.NEWEST else found.sort
        paging.pager("articles", page.next, texts.shown(len(page.rows), ordered))
        total = article_lists.count(where)
        queue_files.files(
            "articles",
            (len(page.rows), lambda: article_records(page.rows)),
            (total, lambda: article_records(article_lists.all_rows(where, order, queue_files.LARGEST))),
        )
    else:
        st.caption(texts.NONE_FITS)
        filters.start_over(texts.SHOW_ALL, article_list.EMPTY, key="articles-over")
