"""Forms that bring texts in: an article, a claim marked in it, a source, the text of a source."""

from __future__ import annotations

from typing import NamedTuple

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard import labels
from dashboard.components.work import Work
from dashboard.wish import Particulars
from db.vocabulary import ClaimType, SourceKind

TEXTS = ["txt", "html", "htm", "md"]


class Brought(NamedTuple):
    """A text that somebody brought: ``name`` is None for pasted words."""

    data: bytes
    name: str | None


class Marked(NamedTuple):
    """A claim as somebody marks it in a text."""

    words: str
    statement: str
    claim_type: ClaimType


def _particulars(work: Work, form: str, *, by_hand: bool) -> Particulars:
    def line(column: DeltaGenerator, label: str, part: str, hint: str = "") -> str:
        return column.text_input(label, placeholder=hint, key=work.key(form, part)) or ""

    title = line(st.container(), "Title" if by_hand else "Title (read from the text if empty)", "title")
    described = by_hand and st.checkbox(
        "This is my description; the real title is not known", key=work.key(form, "described")
    )
    left, right = st.columns(2)
    return Particulars(
        title=title,
        title_is_description=described,
        author=line(left, "Author", "author"),
        publisher=line(right, "Publisher", "publisher"),
        published=line(left, "Date", "published", "2024, 2024-08 or 2024-08-06"),
        url=line(right, "Address", "url", "https://…"),
        language=line(left, "Language", "language", "en"),
        note=line(right, "Note", "note") if by_hand else "",
    )


def article_form(work: Work) -> tuple[list[Brought], Particulars] | None:
    """Draw the form that takes articles in; tells the texts, and what the person knows of them."""
    form = "article"
    with st.form(work.key(form), border=False):
        files = st.file_uploader(
            "Files with one article each", type=TEXTS, accept_multiple_files=True, key=work.key(form, "files")
        )
        pasted = st.text_area("Or paste the text of one article", height=160, key=work.key(form, "pasted"))
        with st.expander("What you know of it", icon=":material/info:"):
            st.caption("All optional. With several files only the publisher, the date and the language are used.")
            fields = _particulars(work, form, by_hand=False)
        sent = st.form_submit_button("Take in", icon=":material/input:", type="primary")
    if not sent:
        return None
    texts = [Brought(file.getvalue(), file.name) for file in files]
    if (pasted or "").strip():
        texts.append(Brought((pasted or "").encode(), None))
    if not texts:
        st.error("Choose a file, or paste the text of an article.", icon=":material/block:")
        return None
    if len(texts) > 1:
        fields = Particulars(publisher=fields.publisher, published=fields.published, language=fields.language)
    return texts, fields


def claim_form(work: Work) -> Marked | None:
    """Draw the form that marks a claim by its words."""
    form = "claim"
    with st.form(work.key(form), border=False):
        words = st.text_area("Its words in the article, exactly", height=80, key=work.key(form, "words"))
        statement = st.text_area(
            "The claim as a sentence that stands on its own", height=80, key=work.key(form, "statement")
        )
        kind = st.selectbox("Type", list(ClaimType), format_func=labels.title, key=work.key(form, "type"))
        sent = st.form_submit_button("Add the claim", icon=":material/add:", type="primary")
    return Marked(words or "", statement or "", kind or ClaimType.EVENT) if sent else None


def source_form(work: Work) -> tuple[SourceKind, Particulars, Brought | None] | None:
    """Draw the form that adds a source by hand."""
    form = "source"
    with st.form(work.key(form), border=False):
        fields = _particulars(work, form, by_hand=True)
        kind = st.selectbox("Kind", list(SourceKind), format_func=labels.title, key=work.key(form, "kind"))
        brought = _text(work, form)
        sent = st.form_submit_button("Add the source", icon=":material/add:", type="primary")
    return (kind or SourceKind.OTHER, fields, brought) if sent else None


def capture_form(work: Work) -> Brought | None:
    """Draw the form that brings the text of a source."""
    form = "capture"
    with st.form(work.key(form), border=False):
        brought = _text(work, form)
        sent = st.form_submit_button("Capture the text", icon=":material/inventory_2:", type="primary")
    if sent and brought is None:
        st.error("Choose a file, or paste the text.", icon=":material/block:")
    return brought if sent else None


def _text(work: Work, form: str) -> Brought | None:
    file = st.file_uploader("A file with its text", type=TEXTS, key=work.key(form, "file"))
    pasted = st.text_area("Or paste its text", height=120, key=work.key(form, "pasted")) or ""
    if file is not None:
        return Brought(file.getvalue(), file.name)
    return Brought(pasted.encode(), None) if pasted.strip() else None
