"""Forms on a source: what is known of it, and how it stands to another one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import streamlit as st

from dashboard import labels
from dashboard.components.work import Work
from dashboard.escaping import shortened
from dashboard.texts import sources as texts
from dashboard.wish import Particulars
from db.rows import SourceRow
from db.vocabulary import SourceKind, SourceRelationKind

_EDIT, _RELATE = "edit", "relate"


class Correction(NamedTuple):
    """What a person wants to be known of a source, and the version that they looked at."""

    seen: int
    kind: SourceKind
    fields: Particulars

    def entered(self) -> dict[str, str]:
        """Tell what was typed, by label, in case it cannot be saved."""
        name, typed = texts.FACTS, self.fields
        return {
            name["title"]: typed.title,
            name["kind"]: labels.word(self.kind),
            name["author"]: typed.author,
            name["publisher"]: typed.publisher,
            name["published"]: typed.published,
            name["language"]: typed.language,
            name["address"]: typed.url,
            name["note"]: typed.note,
        }


class Relation(NamedTuple):
    """How a person says that this source stands to another; None while none is chosen."""

    other_id: int | None
    kind: SourceRelationKind
    note: str


def edit_form(work: Work, source: SourceRow) -> Correction | None:
    """Draw the form with what is known of a source, to be corrected."""
    name = texts.FACTS
    with st.form(work.key(_EDIT), border=False):
        title = st.text_area(name["title"], source.title, height=80, key=work.key(_EDIT, "title"))
        described = st.checkbox(name["described"], source.title_is_description, key=work.key(_EDIT, "described"))
        left, right = st.columns(2)
        kinds = list(SourceKind)
        kind = left.selectbox(
            name["kind"], kinds, kinds.index(source.kind), format_func=labels.title, key=work.key(_EDIT, "kind")
        )
        published = right.text_input(
            name["published"], source.published or "", placeholder=texts.DATE_HINT, key=work.key(_EDIT, "published")
        )
        author = left.text_input(name["author"], source.author or "", key=work.key(_EDIT, "author"))
        publisher = right.text_input(name["publisher"], source.publisher or "", key=work.key(_EDIT, "publisher"))
        language = left.text_input(name["language"], source.language or "", key=work.key(_EDIT, "language"))
        url = right.text_input(
            name["address"], source.url or "", placeholder=texts.ADDRESS_HINT, key=work.key(_EDIT, "url")
        )
        note = st.text_area(name["note"], source.note or "", height=80, key=work.key(_EDIT, "note"))
        sent = st.form_submit_button(texts.SAVE, icon=":material/save:", type="primary")
    fields = Particulars(
        title=title or "",
        title_is_description=described,
        author=author or "",
        publisher=publisher or "",
        published=published or "",
        url=url or "",
        language=language or "",
        note=note or "",
    )
    return Correction(work.saw(source.ref, source.version), kind or source.kind, fields) if sent else None


def relate_form(work: Work, source: SourceRow, find: Callable[[str], Sequence[SourceRow]]) -> Relation | None:
    """Draw the form that puts a relation on file: the other source is found by words, an id or an address."""
    words = st.text_input(
        texts.RELATE_FIND, placeholder=texts.RELATE_FIND_HINT, type="search", key=work.key(_RELATE, "find")
    )
    others = {other.id: other for other in find(words or "") if other.id != source.id}
    if not others:
        st.caption(texts.NO_OTHER)
    kind = st.selectbox(
        texts.RELATE_KIND, list(SourceRelationKind), format_func=labels.word, key=work.key(_RELATE, "kind")
    )
    st.caption(texts.KIND_MEANS[kind or SourceRelationKind.QUOTES])
    with st.form(work.key(_RELATE), border=False):
        other_id = st.selectbox(
            texts.RELATE_OTHER,
            list(others),
            index=None,
            format_func=lambda number: _choice(others.get(number)),
            key=work.key(_RELATE, "other"),
        )
        note = st.text_area(texts.RELATE_NOTE, height=80, key=work.key(_RELATE, "note"))
        sent = st.form_submit_button(texts.RELATE_SEND, icon=":material/account_tree:", type="primary")
    return Relation(other_id, kind or SourceRelationKind.QUOTES, note or "") if sent else None


def _choice(source: SourceRow | None) -> str:
    """Name a source as an option, which shows words as they are."""
    if source is None:
        return ""
    about = f" ({shortened(source.publisher, 40)})" if source.publisher else ""
    return f"{source.ref}  {shortened(source.title, 90)}{about}"
