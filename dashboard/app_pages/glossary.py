"""Glossary: every word of the desk, what it means, and how it looks."""

from __future__ import annotations

import streamlit as st

from dashboard.components import filters, glossary_entries, outcomes
from dashboard.components.settings_sheet import sheet
from dashboard.texts import glossary as texts

outcomes.announce()
st.title(texts.TITLE)
st.caption(texts.INTRO)
text = filters.text_filter(st.container(width=360), texts.SEARCH, key="q", hint=texts.SEARCH_HINT)
groups = glossary_entries.groups(text)
if not groups:
    st.markdown(texts.NOTHING)
    filters.start_over(texts.SHOW_ALL, {"q": ""}, key="glossary-over")
    st.stop()
if text:
    st.caption(texts.found(sum(len(group.entries) for group in groups)))
sheet(*(glossary_entries.drawn(group) for group in groups), key="glossary-words")
