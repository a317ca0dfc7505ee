"""The form that edits what is written about a claim."""

from __future__ import annotations

from typing import NamedTuple

import streamlit as st

from dashboard import labels
from dashboard.components.work import Work
from db.rows import ClaimRow
from db.vocabulary import ClaimType

_LINES = {
    "speaker_as_named": "Speaker, as the article names them",
    "cue": "Cue: the words that attribute",
    "quoted_words": "Quoted words",
    "said_on": "Said on: 2024, 2024-08 or 2024-08-06",
    "said_on_text": "The date in the article's words",
    "said_where": "Said where",
}


class Edited(NamedTuple):
    """The fields of a claim that differ from what is there, and why they were changed."""

    changes: dict[str, object]
    why: str


def edit_form(work: Work, claim: ClaimRow) -> Edited | None:
    """Draw the form; tells the fields that differ from what is there, and why they were changed."""
    form = "edit"
    with st.form(work.key(form), border=True):
        statement = st.text_area(
            "The claim as a sentence that stands on its own",
            value=claim.statement,
            height=80,
            key=work.key(form, "statement"),
        )
        columns = st.columns(2)
        types = list(ClaimType)
        kind = columns[0].selectbox(
            "Type",
            types,
            index=types.index(claim.claim_type),
            format_func=labels.title,
            key=work.key(form, "claim_type"),
        )
        entered: dict[str, object] = {"statement": statement or "", "claim_type": kind or claim.claim_type}
        for number, (name, label) in enumerate(_LINES.items(), start=1):
            value = columns[number % 2].text_input(label, value=getattr(claim, name) or "", key=work.key(form, name))
            entered[name] = value or None
        entered["checkable"] = st.checkbox(
            "Sources can settle it", value=claim.checkable, key=work.key(form, "checkable")
        )
        why = st.text_input("Why it is changed", key=work.key(form, "why"))
        sent = st.form_submit_button("Save the changes", icon=":material/save:")
    if not sent:
        return None
    return Edited({name: value for name, value in entered.items() if value != getattr(claim, name)}, why or "")


def entered(edited: Edited) -> dict[str, str]:
    """Tell what was typed, by label, in case it cannot be saved."""
    return {
        _LINES.get(name, name.replace("_", " ").capitalize()): str(value or "")
        for name, value in edited.changes.items()
    }
