"""Forms that bring texts in: an article, a claim marked in it, a source, the text of a source."""

from __future__ import annotations

from typing import NamedTuple

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard import labels
from dashboard.components.paper import element, paper, span
from dashboard.components.work import Work
from dashboard.texts import documents as texts
from dashboard.wish import Particulars
from dashboard.wish.captures import Brought
from dashboard.wish.reader import NewClaim, Wanted
from db.vocabulary import ClaimType, SourceKind

ARTICLE = "article"
"""The form that takes articles in."""
TYPED = "claim"
"""The form for a claim whose words are typed."""
TEXTS = ["txt", "html", "htm", "md", "pdf", "docx"]
FEEDS = ["xml", "rss", "atom", "json"]


class Intake(NamedTuple):
    """Articles as somebody brings them, what the person knows of them, whether a known address is captured again."""

    texts: list[Brought]
    about: Particulars
    again: bool


def _particulars(work: Work, form: str, *, by_hand: bool) -> Particulars:
    def line(column: DeltaGenerator, label: str, part: str, hint: str = "") -> str:
        return column.text_input(label, placeholder=hint, key=work.key(form, part)) or ""

    title = line(st.container(), texts.TITLE if by_hand else texts.TITLE_IF_EMPTY, "title")
    described = by_hand and st.checkbox(texts.DESCRIPTION, key=work.key(form, "described"))
    left, right = st.columns(2)
    return Particulars(
        title=title,
        title_is_description=described,
        author=line(left, texts.AUTHOR, "author"),
        publisher=line(right, texts.PUBLISHER, "publisher"),
        published=line(left, texts.DATE, "published", texts.DATE_HINT),
        url=line(right, texts.ADDRESS, "url", texts.ADDRESS_HINT),
        language=line(left, texts.LANGUAGE, "language", texts.LANGUAGE_HINT),
        note=line(right, texts.NOTE, "note") if by_hand else "",
    )


def article_form(work: Work) -> Intake | None:
    """Draw the form that takes articles in; tells the texts, and what the person knows of them."""
    form = ARTICLE
    with st.form(work.key(form), border=False):
        files = st.file_uploader(
            texts.FILES,
            type=[*TEXTS, *FEEDS],
            accept_multiple_files=True,
            key=work.key(form, "files"),
            help=texts.FILES_HELP,
        )
        pasted = st.text_area(texts.PASTED_ARTICLE, height=160, key=work.key(form, "pasted"))
        with st.expander(texts.WHAT_YOU_KNOW, icon=":material/info:"):
            st.caption(texts.ALL_OPTIONAL)
            fields = _particulars(work, form, by_hand=False)
        again = st.checkbox(texts.AGAIN, key=work.key(form, "again"))
        sent = st.form_submit_button(texts.TAKE_IN, icon=":material/input:", type="primary")
    if not sent:
        return None
    brought = [Brought(file.getvalue(), file.name) for file in files]
    if (pasted or "").strip():
        brought.append(Brought((pasted or "").encode(), None))
    if not brought:
        st.error(texts.NOTHING_BROUGHT, icon=":material/block:")
        return None
    if len(brought) > 1:
        fields = Particulars(publisher=fields.publisher, published=fields.published, language=fields.language)
    return Intake(brought, fields, again)


def claim_form(work: Work) -> Wanted | None:
    """Draw the form that marks a claim by its words, as they are copied or typed."""
    with st.form(work.key(TYPED), border=False):
        words = st.text_area(texts.WORDS, height=80, key=work.key(TYPED, "words"))
        rest = _claimed(work, TYPED, "")
    return _wanted(NewClaim(words or "", *rest), TYPED) if rest else None


def selected_form(work: Work, words: str, at: int) -> Wanted | None:
    """Draw the form that makes a claim of selected words; these stand fixed."""
    form = _selected_name(at, words)
    with st.form(work.key(form), border=False):
        paper(
            element("div", span(texts.LITERAL, "small muted")),
            element("div", element("div", words, style="literal"), style="bar"),
            key=work.key(form, "literal"),
        )
        rest = _claimed(work, form, " ".join(words.split()))
    return _wanted(NewClaim(words, *rest, at), form) if rest else None


def _selected_name(at: int, words: str) -> str:
    """Name the form of some selected words; other words have a form of their own."""
    return f"claim-{at}-{len(words)}"


def _wanted(claim: NewClaim, form: str) -> Wanted:
    entered = {texts.WORDS: claim.words, texts.STATEMENT: claim.statement, texts.SPEAKER: claim.speaker}
    return Wanted(claim, form, entered)


def _claimed(work: Work, form: str, statement: str) -> tuple[str, ClaimType, str] | None:
    written = st.text_area(
        texts.STATEMENT, statement, height=100, key=work.key(form, "statement"), help=texts.STATEMENT_HELP
    )
    left, right = st.columns(2)
    kind = left.selectbox(texts.TYPE, list(ClaimType), format_func=labels.title, key=work.key(form, "type"))
    speaker = right.text_input(texts.SPEAKER, placeholder=texts.SPEAKER_HINT, key=work.key(form, "speaker"))
    sent = st.form_submit_button(texts.ADD_CLAIM, icon=":material/add:", type="primary")
    return (written or "", kind or ClaimType.EVENT, speaker or "") if sent else None


def source_form(work: Work) -> tuple[SourceKind, Particulars, Brought | None] | None:
    """Draw the form that adds a source by hand."""
    form = "source"
    with st.form(work.key(form), border=False):
        fields = _particulars(work, form, by_hand=True)
        kind = st.selectbox(texts.KIND, list(SourceKind), format_func=labels.title, key=work.key(form, "kind"))
        brought = _text(work, form)
        sent = st.form_submit_button(texts.ADD_SOURCE, icon=":material/add:", type="primary")
    return (kind or SourceKind.OTHER, fields, brought) if sent else None


def capture_form(work: Work) -> Brought | None:
    """Draw the form that brings the text of a source."""
    form = "capture"
    with st.form(work.key(form), border=False):
        brought = _text(work, form)
        sent = st.form_submit_button(texts.CAPTURE, icon=":material/inventory_2:", type="primary")
    if sent and brought is None:
        st.error(texts.NO_TEXT, icon=":material/block:")
    return brought if sent else None


def _text(work: Work, form: str) -> Brought | None:
    file = st.file_uploader(texts.FILE, type=TEXTS, key=work.key(form, "file"))
    pasted = st.text_area(texts.PASTED, height=120, key=work.key(form, "pasted")) or ""
    if file is not None:
        return Brought(file.getvalue(), file.name)
    return Brought(pasted.encode(), None) if pasted.strip() else None
