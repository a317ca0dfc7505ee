"""What may be done on a source's page, each in a fold of its own that is drawn only while it is open.

``source?source=FS-000001&do=edit`` opens a fold from the start.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard import labels
from dashboard.components import source_forms
from dashboard.components.source_forms import Correction
from dashboard.components.work import Work
from dashboard.texts import sources as texts
from db.rows import SourceRow
from db.vocabulary import SourceRelationKind

EDIT, RELATE = "edit", "relate"


class Related(NamedTuple):
    """A relation that a person wants on file."""

    other_id: int
    kind: SourceRelationKind
    note: str

    def entered(self) -> Mapping[str, str]:
        """Tell what was typed, by label."""
        return {texts.RELATE_KIND: labels.word(self.kind), texts.RELATE_NOTE: self.note}


def _fold(work: Work, form: str, title: str, icon: str) -> DeltaGenerator | None:
    """Draw a fold; None while it is closed, so that nobody pays for a form that nobody sees."""
    asked = form in st.query_params.get_all("do")
    fold = st.expander(title, icon=f":material/{icon}:", expanded=asked, key=work.key(form, "fold"), on_change="rerun")
    return fold if fold.open else None


def edit(work: Work, source: SourceRow) -> Correction | None:
    """Offer to correct what is known of the source."""
    fold = _fold(work, EDIT, texts.EDIT, "edit")
    if fold is None:
        return None
    with fold:
        return source_forms.edit_form(work, source)


def relate(work: Work, source: SourceRow, find: Callable[[str], Sequence[SourceRow]]) -> Related | None:
    """Offer to put a relation to another source on file."""
    fold = _fold(work, RELATE, texts.RELATE, "account_tree")
    if fold is None:
        return None
    with fold:
        wish = source_forms.relate_form(work, source, find)
        if wish and wish.other_id is None:
            st.error(texts.CHOOSE_OTHER, icon=":material/block:")
    return Related(wish.other_id, wish.kind, wish.note) if wish and wish.other_id is not None else None
