"""The forms on a speaker's record."""

from __future__ import annotations

from typing import NamedTuple

import streamlit as st

from dashboard import labels
from dashboard.components.work import Work
from dashboard.texts import speakers as texts
from db.rows import SpeakerRow
from db.vocabulary import SpeakerKind

EDIT, ROLE = "edit", "role"


class Edited(NamedTuple):
    """What is known of a speaker, as entered."""

    name: str
    kind: SpeakerKind
    note: str

    def entered(self) -> dict[str, str]:
        """Tell what was entered, by label, in case it cannot be saved."""
        return {texts.NAME: self.name, texts.KIND: labels.word(self.kind), texts.NOTE: self.note}


class NewRole(NamedTuple):
    """A role as entered; dates are EDTF, or empty."""

    role: str
    since: str
    until: str

    def entered(self) -> dict[str, str]:
        """Tell what was entered, by label, in case it cannot be saved."""
        return {texts.ROLE: self.role, texts.SINCE: self.since, texts.UNTIL: self.until}


def edit_form(work: Work, speaker: SpeakerRow) -> Edited | None:
    """Draw the form for what is known of a speaker."""
    kinds = list(SpeakerKind)
    with st.form(work.key(EDIT)):
        columns = st.columns([2, 1])
        name = columns[0].text_input(texts.NAME, value=speaker.name, help=texts.NAME_HELP, key=work.key(EDIT, "name"))
        kind = columns[1].selectbox(
            texts.KIND,
            kinds,
            index=kinds.index(speaker.kind),
            format_func=labels.title,
            key=work.key(EDIT, "kind"),
        )
        note = st.text_area(texts.NOTE, value=speaker.note or "", height=72, key=work.key(EDIT, "note"))
        sent = st.form_submit_button(texts.SAVE, icon=":material/save:", type="primary")
    return Edited(name or "", kind or speaker.kind, note or "") if sent else None


def role_form(work: Work) -> NewRole | None:
    """Draw the form for a role."""
    with st.form(work.key(ROLE)):
        columns = st.columns([2, 1, 1])
        role = columns[0].text_input(texts.ROLE, placeholder=texts.ROLE_HINT, key=work.key(ROLE, "role"))
        since = columns[1].text_input(
            texts.SINCE, placeholder=texts.DATE_HINT, help=texts.DATE_HELP, key=work.key(ROLE, "since")
        )
        until = columns[2].text_input(
            texts.UNTIL, placeholder=texts.DATE_HINT, help=texts.DATE_HELP, key=work.key(ROLE, "until")
        )
        sent = st.form_submit_button(texts.SAVE_ROLE, icon=":material/add:", type="primary")
    return NewRole(role or "", since or "", until or "") if sent else None
