"""The form that ties a claim to another one."""

from __future__ import annotations

import streamlit as st

from dashboard import labels
from dashboard.components.work import Work
from dashboard.texts import correspondence as texts
from dashboard.wish import Related
from db.vocabulary import ClaimRelationKind

_FORM = "relate"


def relate_form(work: Work) -> Related | None:
    """Draw the form; tells the tie, once sent."""
    with st.form(work.key(_FORM), border=False):
        left, middle, right = st.columns([1, 1, 2])
        kind = left.selectbox(
            texts.RELATION, list(ClaimRelationKind), format_func=labels.word, key=work.key(_FORM, "kind")
        )
        other = middle.text_input(texts.OTHER_CLAIM, placeholder=texts.OTHER_HINT, key=work.key(_FORM, "other"))
        note = right.text_input(texts.NOTE, key=work.key(_FORM, "note"))
        sent = st.form_submit_button(texts.RELATE, icon=":material/link:")
    return Related(other or "", kind or ClaimRelationKind.REPEATS, note or "") if sent else None
