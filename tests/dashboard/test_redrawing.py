"""A widget that Streamlit has lost costs one more drawing, and never a page."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

SCRIPT = """
import streamlit as st
from dashboard.components import redrawing

try:
    st.session_state["runs"] = st.session_state.get("runs", 0) + 1
    if st.session_state["runs"] <= {losses}:
        st.session_state["no such widget"]
    st.text("drawn")
    redrawing.whole()
except KeyError as error:
    redrawing.once_more(error)
"""


def test_a_widget_lost_once_is_found_when_the_page_is_drawn_again():
    app = AppTest.from_string(SCRIPT.format(losses=1)).run()
    assert not app.exception
    assert [text.value for text in app.text] == ["drawn"]


def test_a_widget_lost_again_is_no_accident():
    app = AppTest.from_string(SCRIPT.format(losses=9)).run()
    assert app.exception
    assert app.session_state["runs"] == 2


def test_every_page_may_be_drawn_once_more_after_one_that_went_well():
    app = AppTest.from_string(SCRIPT.format(losses=1)).run()
    app.session_state["runs"] = 0
    app.run()
    assert not app.exception
