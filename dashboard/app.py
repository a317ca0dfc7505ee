"""The dashboard: page settings and navigation, nothing else."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from dashboard import data
from dashboard.actions import personal
from dashboard.components import outcomes, redrawing, sidebar, tour, work
from dashboard.data import board
from dashboard.texts import pages

# A local icon: Streamlit fetches a Material symbol for the tab from a foreign server.
st.set_page_config(page_title="Firsthand", page_icon=Path(__file__).with_name("icon.svg"), layout="wide")

start = st.Page("app_pages/board.py", title=pages.BOARD, icon=":material/dashboard:", default=True)
records = [
    st.Page("app_pages/articles.py", title=pages.ARTICLES, icon=":material/article:"),
    st.Page("app_pages/triage.py", title=pages.TRIAGE, icon=":material/rule:"),
    st.Page("app_pages/claims.py", title=pages.CLAIMS, icon=":material/fact_check:"),
    st.Page("app_pages/sources.py", title=pages.SOURCES, icon=":material/menu_book:"),
    st.Page("app_pages/speakers.py", title=pages.SPEAKERS, icon=":material/record_voice_over:"),
    st.Page("app_pages/history.py", title=pages.HISTORY, icon=":material/history:"),
]
house = [
    st.Page("app_pages/jobs.py", title=pages.JOBS, icon=":material/sync:"),
    st.Page("app_pages/settings.py", title=pages.SETTINGS, icon=":material/tune:"),
    st.Page("app_pages/glossary.py", title=pages.GLOSSARY, icon=":material/dictionary:"),
]
hidden = [
    st.Page("app_pages/article.py", title=pages.ARTICLE, icon=":material/article:", visibility="hidden"),
    st.Page("app_pages/claim.py", title=pages.CLAIM, icon=":material/fact_check:", visibility="hidden"),
    st.Page("app_pages/source.py", title=pages.SOURCE, icon=":material/menu_book:", visibility="hidden"),
    st.Page("app_pages/captures.py", title=pages.CAPTURES, icon=":material/compare:", visibility="hidden"),
    st.Page("app_pages/speaker.py", title=pages.SPEAKER, icon=":material/record_voice_over:", visibility="hidden"),
    st.Page("app_pages/wallboard.py", title=pages.WALLBOARD, icon=":material/tv:", visibility="hidden"),
]
chosen = st.navigation([start, *records, *house, *hidden], position="hidden" if sidebar.on_the_wall() else "sidebar")
work.put_away(chosen.url_path)
try:
    data.begin_run()
    if not sidebar.on_the_wall():
        demo = data.is_demo()
        if demo:
            sidebar.choose_person(data.ACTING_AS, data.users())
        sidebar.person(data.me(), named=demo)
        if demo:
            tour.hint(chosen.url_path, data.me(), reached=board.last_look, keep=personal.looked)
    chosen.run()
    redrawing.whole()
except data.RecordProblem as problem:
    outcomes.problem(problem)
except KeyError as error:
    redrawing.once_more(error)
