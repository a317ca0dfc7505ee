"""The form that edits what is written about a claim."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from dashboard import labels
from dashboard.components.work import Work
from dashboard.escaping import shortened
from dashboard.texts import claim as texts
from dashboard.wish import Edited
from db.rows import ClaimRow, SpeakerRow
from db.vocabulary import ClaimType

_FORM = "edit"


def edit_form(work: Work, claim: ClaimRow, speakers: Callable[[str], Sequence[SpeakerRow]]) -> Edited | None:
    """Draw the form; tells the fields that differ from what is there, and why they were changed."""
    words = st.text_input(
        texts.FIND_SPEAKER, value=claim.speaker_as_named or "", type="search", key=work.key(_FORM, "find-speaker")
    )
    with st.form(work.key(_FORM), border=False):
        statement = st.text_area(texts.STATEMENT, value=claim.statement, height=72, key=work.key(_FORM, "statement"))
        columns = st.columns(2)
        types = list(ClaimType)
        kind = columns[0].selectbox(
            texts.TYPE,
            types,
            index=types.index(claim.claim_type),
            format_func=labels.title,
            key=work.key(_FORM, "claim_type"),
        )
        entered: dict[str, object] = {"statement": statement or "", "claim_type": kind or claim.claim_type}
        with columns[1]:
            entered["speaker_id"] = _speaker(work, claim, speakers(words or ""))
        for number, (name, label) in enumerate(texts.LINES.items()):
            value = columns[number % 2].text_input(label, value=getattr(claim, name) or "", key=work.key(_FORM, name))
            entered[name] = value or None
        entered["checkable"] = st.checkbox(texts.CHECKABLE, value=claim.checkable, key=work.key(_FORM, "checkable"))
        why = st.text_input(texts.WHY_CHANGED, key=work.key(_FORM, "why"))
        sent = st.form_submit_button(texts.SAVE_CHANGES, icon=":material/save:")
    if not sent:
        return None
    return Edited({name: value for name, value in entered.items() if value != getattr(claim, name)}, why or "")


def _speaker(work: Work, claim: ClaimRow, found: Sequence[SpeakerRow]) -> int | None:
    """Draw the choice of the speaker's record; the one that is there is always among the options."""
    names: dict[int | None, str] = {None: texts.NO_SPEAKER_RECORD}
    if claim.speaker_id is not None:
        names[claim.speaker_id] = claim.speaker or texts.SPEAKER_RECORD
    names |= {row.id: row.name for row in found}
    return st.selectbox(
        texts.SPEAKER_RECORD,
        list(names),
        index=list(names).index(claim.speaker_id),
        format_func=lambda ident: shortened(names.get(ident, ""), 60),
        key=work.key(_FORM, "speaker"),
    )


def entered(edited: Edited) -> dict[str, str]:
    """Tell what was typed, by label, in case it cannot be saved."""
    names = {**texts.LINES, "speaker_id": texts.SPEAKER_RECORD}
    return {
        names.get(name, name.replace("_", " ").capitalize()): str(value or "") for name, value in edited.changes.items()
    }
