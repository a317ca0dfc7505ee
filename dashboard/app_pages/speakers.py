"""Speakers."""

from __future__ import annotations

import streamlit as st

from dashboard.texts import pages

st.title(pages.SPEAKERS)
