"""References on an article's page: the one that is open beside the text, and the list below it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from dashboard import labels
from dashboard.components import filters, queue_files
from dashboard.components.paper import Node, element, link, paper, paragraph, span
from dashboard.components.reference_rows import Pointer, fits, outside, reference_list, reference_records, standing
from dashboard.components.work import Work
from dashboard.escaping import shortened
from dashboard.texts import glossary
from dashboard.texts import references as texts
from dashboard.wish import Followed, Tied
from db.rows import SourceRow
from db.vocabulary import SourceKind

SHOWN = 100  # references in the list; the file has all that fit
EMPTY: dict[str, object] = {"links": "", "linked": texts.ALL}
_FEW = 6  # are seen at a glance, without filters
_LONGEST = 600


def numbered(pointers: Sequence[Pointer], asked: str) -> Pointer | None:
    """Find the reference that the address opens, by its number from 1 on."""
    return next((one for one in pointers if str(one.row.place + 1) == asked), None)


def form_of(pointer: Pointer) -> str:
    """Name the form that decides on a reference."""
    return f"reference-{pointer.row.id}"


def panel(
    pointer: Pointer, base: str, work: Work, find: Callable[[str], Sequence[SourceRow]], *, may_act: bool
) -> Tied | Followed | None:
    """Draw one reference beside the text, with what can be done with it; ``find`` offers sources."""
    row = pointer.row
    head: list[Node] = [
        element(
            "div",
            element("h2", texts.REFERENCE, style="title"),
            link(texts.CLOSE, base, "right small"),
            style="tags turning",
        ),
        element("div", element("div", shortened(row.words, _LONGEST) or texts.NO_WORDS, style="literal"), style="bar"),
        paragraph(span(f"{texts.WHERE_TO} ", "muted small"), span(pointer.host or texts.NO_HOST, "strong")),
        element("div", outside(pointer), style="small"),
        element("div", *standing(pointer), style="tags gap"),
    ]
    if row.start is None:
        head.append(paragraph(span(texts.NO_PLACE, "muted small")))
    with st.container(border=True):
        paper(*head, key=work.key(form_of(pointer), "words"))
        return _deeds(pointer, work, find) if may_act else None


def _deeds(pointer: Pointer, work: Work, find: Callable[[str], Sequence[SourceRow]]) -> Tied | Followed | None:
    form, number = form_of(pointer), pointer.row.id
    if pointer.source:
        untied = st.button(texts.UNTIE, icon=":material/link_off:", key=work.key(form, "untie"))
        return Tied(number, None, form) if untied else None
    if pointer.known_as is not None and pointer.same_address:
        here = texts.tie_here(pointer.same_address)
        if st.button(here, icon=":material/link:", type="primary", key=work.key(form, "here")):
            return Tied(number, pointer.known_as, form)
    else:
        with st.form(work.key(form, "add"), border=False):
            kinds = list(SourceKind)
            kind = st.selectbox(
                texts.KIND,
                kinds,
                kinds.index(SourceKind.OTHER),
                format_func=labels.title,
                key=work.key(form, "kind"),
            )
            added = st.form_submit_button(texts.ADD, icon=":material/add:", type="primary", help=texts.ADD_ABOUT)
        if added:
            return Followed(number, kind or SourceKind.OTHER, form)
    return _other(form, number, work, find)


def _other(form: str, number: int, work: Work, find: Callable[[str], Sequence[SourceRow]]) -> Tied | None:
    """Offer to tie the reference to any other source, which is found by words, an id or an address."""
    fold = st.expander(texts.TIE, icon=":material/link:", key=work.key(form, "fold"), on_change="rerun")
    if not fold.open:
        return None
    with fold:
        words = st.text_input(texts.FIND, placeholder=texts.FIND_HINT, type="search", key=work.key(form, "find"))
        found = {source.id: source for source in find(words or "")}
        if not found:
            st.caption(texts.NO_SOURCE)
        with st.form(work.key(form, "tie"), border=False):
            chosen = st.selectbox(
                texts.CHOOSE,
                list(found),
                index=None,
                format_func=lambda one: _choice(found.get(one)),
                key=work.key(form, "source"),
            )
            sent = st.form_submit_button(texts.TIE_SEND, icon=":material/link:")
        if sent and chosen is None:
            st.error(texts.CHOOSE_FIRST, icon=":material/block:")
    return Tied(number, chosen, form) if sent and chosen is not None else None


def _choice(source: SourceRow | None) -> str:
    """Name a source as an option, which shows words as they are."""
    return f"{source.ref}  {shortened(source.title, 90)}" if source else ""


def references_below(pointers: Sequence[Pointer], base: str, ref: str) -> None:
    """Draw the references of the text on view as a list with its filters, and as files."""
    if not pointers:
        st.subheader(texts.TITLE, help=glossary.meaning("reference"))
        st.caption(texts.NONE)
        return
    words, shown = "", texts.ALL
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.subheader(texts.TITLE, help=glossary.meaning("reference"))
        if len(pointers) > _FEW:
            words = filters.text_filter(st.container(width=300), texts.SEARCH, key="links", hint=texts.SEARCH_HINT)
            choices = [texts.ALL, texts.OPEN, texts.DONE]
            shown = st.selectbox(texts.SHOWN, choices, key="linked", bind="query-params", width=220) or texts.ALL
        found = [pointer for pointer in pointers if fits(pointer, words, shown)]
        queue_files.files(
            f"references-{ref}",
            (len(found), lambda: reference_records(found)),
            (len(found), lambda: reference_records(found)),
        )
    if not found:
        st.caption(texts.NONE_FITS)
        filters.start_over(texts.SHOW_ALL, EMPTY, key=f"{ref}-references-over")
        return
    paper(reference_list(found[:SHOWN], base), key=f"{ref}-references")
    st.caption(texts.count(min(len(found), SHOWN), len(pointers)))
