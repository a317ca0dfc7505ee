"""Drawing a page once more, where Streamlit has lost what it knew of a widget.

On a busy machine a click that meets the end of the run before it can find a widget registered without its value; the
next run makes it anew. What stays lost is no accident, and is raised.
"""

from __future__ import annotations

import streamlit as st

_KEY = "drawn-once-more"
_LOST = "st.session_state"


def once_more(error: KeyError) -> None:
    """Have the page drawn again after a widget was lost; raises the error where that was done already."""
    if _LOST not in str(error) or _KEY in st.session_state:
        st.session_state.pop(_KEY, None)
        raise error
    st.session_state[_KEY] = True
    st.rerun()


def whole() -> None:
    """Note that the page was drawn to its end."""
    st.session_state.pop(_KEY, None)
