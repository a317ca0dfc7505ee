"""Speakers: whom the articles quote, how what they said fared, whether they said it."""

from __future__ import annotations

import streamlit as st

from dashboard import addresses
from dashboard.components import empty, filters, outcomes, paging, speaker_records, speaker_rows
from dashboard.components.speaker_sheet import sheet
from dashboard.data import speakers as read
from dashboard.texts import glossary
from dashboard.texts import speakers as texts

outcomes.announce()
st.title(texts.TITLE, help=glossary.of_label(texts.TITLE))
st.caption(texts.INTRO)
with st.container(horizontal=True, vertical_alignment="bottom"):
    text = filters.text_filter(st.container(width=360), texts.SEARCH, key="q", hint=texts.SEARCH_HINT)
    chosen = st.selectbox(texts.SORT, [texts.BY_CLAIMS, texts.BY_NAME], key="sort", bind="query-params", width=200)
by_name = chosen == texts.BY_NAME
order: read.Order = "name" if by_name else "claims"
page = read.page(text, order, paging.cursor("speakers", (text, order)))
if not page.rows:
    if text:
        st.markdown(texts.NOBODY_FITS)
        filters.start_over(texts.SHOW_ALL, {"q": ""}, key="speakers-over")
    else:
        empty.nothing_yet(texts.NOBODY_YET, page=addresses.CLAIMS, label=texts.CHOOSE_CLAIM, icon="fact_check")
    st.stop()

sums = read.sums(page.rows)
sheet(speaker_rows.speaker_list(page.rows, sums), key="speakers-rows")
paging.pager("speakers", page.next, texts.shown(len(page.rows), by_name=by_name))
paging.downloads("speakers", speaker_records.records(page.rows, sums), json_too=True)
