"""The dashboard: page settings and navigation, nothing else."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from dashboard import data
from dashboard.components import outcomes, sidebar, work

# A local icon: Streamlit fetches a Material symbol for the tab from a foreign server.
st.set_page_config(page_title="Firsthand", page_icon=Path(__file__).with_name("icon.svg"), layout="wide")

chosen = st.navigation(
    {
        "": [
            st.Page("app_pages/board.py", title="Board", icon=":material/dashboard:", default=True),
            st.Page("app_pages/articles.py", title="Articles", icon=":material/article:"),
            st.Page("app_pages/claims.py", title="Claims", icon=":material/fact_check:"),
            st.Page("app_pages/sources.py", title="Sources", icon=":material/menu_book:"),
            st.Page("app_pages/history.py", title="History", icon=":material/history:"),
            st.Page("app_pages/article.py", title="Article", icon=":material/article:", visibility="hidden"),
            st.Page("app_pages/claim.py", title="Claim", icon=":material/fact_check:", visibility="hidden"),
            st.Page("app_pages/source.py", title="Source", icon=":material/menu_book:", visibility="hidden"),
        ]
    }
)
work.put_away(chosen.url_path)
try:
    demo = data.is_demo()
    if demo:
        sidebar.choose_person(data.ACTING_AS, data.users())
    sidebar.person(data.me(), named=demo)
    chosen.run()
except data.RecordProblem as problem:
    outcomes.problem(problem)
