"""Passages that are gone from their page, or in doubt there: then and now side by side, and what to do about each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

import streamlit as st

from dashboard import addresses
from dashboard.components.difference_rows import Piece, sides
from dashboard.components.evidence_places import Found
from dashboard.components.paper import Node, Sheet, element, icon, link, paragraph, record_link, span
from dashboard.components.work import Work
from dashboard.escaping import shortened
from dashboard.texts import watching as texts
from dashboard.wish import Act, TakenBack
from dashboard.wish.watching import Kept, PlacedAgain
from db.rows import AnchorRow
from db.vocabulary import AnchorHealth

_FORM = "anchor"
_TITLE = 90  # characters of the document's title
_PLACES = 8  # places to choose from
_sheet = Sheet("anchors", "anchors.css")

Find = Callable[[int, str], Sequence[Found]]
"""Finds words in a capture's text (``data.watching.places_in``)."""


class Difference(Protocol):
    """The paragraph of a passage on both sides."""

    @property
    def before(self) -> Sequence[Piece]: ...  # noqa: D102 - see the class
    @property
    def after(self) -> Sequence[Piece]: ...  # noqa: D102


class Shown(Protocol):
    """A place that is gone or in doubt; see ``data.watching.AnchorShown``."""

    @property
    def anchor(self) -> AnchorRow: ...  # noqa: D102 - see the class
    @property
    def ref(self) -> str: ...  # noqa: D102
    @property
    def title(self) -> str: ...  # noqa: D102
    @property
    def version(self) -> int: ...  # noqa: D102
    @property
    def difference(self) -> Difference | None: ...  # noqa: D102
    @property
    def places(self) -> Sequence[Found]: ...  # noqa: D102
    @property
    def words(self) -> str: ...  # noqa: D102
    @property
    def open(self) -> bool: ...  # noqa: D102


def draw(anchors: Sequence[Shown], work: Work, find: Find, *, may: bool) -> Act | None:
    """Draw every place in doubt; tells what the person wants to do about one of them."""
    act = None
    for one in anchors:
        with st.container(border=True):
            _sheet(box(one), key=work.key(_FORM, f"{one.anchor.id}-shown"))
            if one.open and may:
                act = _acts(one, work, find) or act
    return act


def box(one: Shown) -> Node:
    """Describe a place in doubt: what became of it, where, its paragraph then and now."""
    row = one.anchor
    lost = row.health is AnchorHealth.LOST
    head = texts.gone(lost=lost, own_words=row.evidence_id is None, day=texts.date(row.at))
    compared = None
    if row.was_capture_id is not None and row.capture_id is not None:
        compared = link(texts.SIDE_BY_SIDE, addresses.compared(one.ref, row.was_capture_id, row.capture_id))
    return element(
        "div",
        element("h3", icon("link_off" if lost else "help"), span(head)),
        element(
            "div", record_link(one.ref), span(shortened(one.title, _TITLE), "plain"), compared, style="tags muted small"
        ),
        _then_and_now(one) if one.open else None,
        None if one.open else paragraph(span(texts.kept_by(row.settled_by, row.settled_why), "plain small")),
        style="in-doubt",
    )


def _then_and_now(one: Shown) -> Node:
    """Where the words stand in several places, those; else the paragraph then and now, as far as one can tell."""
    if one.places:
        return element(
            "ol", *(_in_context(number, place) for number, place in enumerate(one.places, 1)), style="places"
        )
    if one.difference is None:
        return element("p", span(one.anchor.exact), style="literal small")
    return sides(one.difference.before, one.difference.after, nothing=texts.NOTHING_NOW)


def _places(found: Sequence[Found]) -> Node:
    return element("ol", *(_in_context(number, place) for number, place in enumerate(found, start=1)), style="places")


def _in_context(number: int, place: Found) -> Node:
    return element(
        "li",
        paragraph(span(texts.place(number, place.locator), "muted small")),
        paragraph(
            span(f"…{place.before}", "around"),
            span(place.words, "exact"),
            span(f"{place.after}…", "around"),
            style="literal small around-place",
        ),
    )


def _acts(one: Shown, work: Work, find: Find) -> Act | None:
    """Draw the ways on, and the form of the one that is chosen."""
    of_evidence = one.anchor.evidence_id is not None
    ways = [texts.KEEP, *([texts.AGAIN, texts.WITHDRAW] if of_evidence else [])]
    chosen = st.segmented_control(
        texts.ACTS, ways, label_visibility="collapsed", key=work.key(_FORM, f"{one.anchor.id}-way")
    )
    if chosen == texts.KEEP:
        return _keep(one, work)
    if chosen == texts.WITHDRAW:
        return _withdraw(one, work)
    return _again(one, work, find) if chosen == texts.AGAIN else None


def _form(one: Shown, deed: str) -> str:
    return f"{_FORM}-{one.anchor.id}-{deed}"


def _keep(one: Shown, work: Work) -> Act | None:
    form = _form(one, "keep")
    st.caption(texts.KEEP_ABOUT)
    with st.form(work.key(form), border=False):
        why = st.text_input(texts.WHY_KEEP, key=work.key(form, "why")) or ""
        sent = st.form_submit_button(texts.KEEP, icon=":material/inventory_2:", type="primary")
    return Act(Kept(one.anchor.id, why), form, entered={texts.WHY_KEEP: why}) if sent else None


def _withdraw(one: Shown, work: Work) -> Act | None:
    form = _form(one, "withdraw")
    with st.form(work.key(form), border=False):
        why = st.text_input(texts.WHY_WITHDRAW, key=work.key(form, "why")) or ""
        sent = st.form_submit_button(texts.WITHDRAW, icon=":material/undo:")
    if not sent or one.anchor.evidence_id is None:
        return None
    return Act(TakenBack(one.anchor.evidence_id, one.version, why), form, entered={texts.WHY_WITHDRAW: why})


def _again(one: Shown, work: Work, find: Find) -> Act | None:
    """Let the person say which words of the newer capture it is now, and which place is meant."""
    form = _form(one, "again")
    capture_id, evidence_id = one.anchor.capture_id, one.anchor.evidence_id
    if capture_id is None or evidence_id is None:
        return None
    st.caption(texts.AGAIN_ABOUT)
    words = st.text_area(
        texts.WORDS_NOW, value=one.words, help=texts.WORDS_HELP, height=96, key=work.key(form, "words")
    )
    st.button(texts.FIND, icon=":material/search:", key=work.key(form, "find"))
    found = find(capture_id, words)[:_PLACES] if (words or "").strip() else ()
    if not found:
        st.warning(texts.NOT_THERE, icon=":material/search_off:")
        return None
    with st.form(work.key(form), border=False):
        index = _place(found, work.key(form, "place"))
        why = st.text_input(texts.WHY_AGAIN, key=work.key(form, "why")) or ""
        sent = st.form_submit_button(texts.PLACE, icon=":material/push_pin:", type="primary")
    if not sent:
        return None
    place = found[index]
    deed = PlacedAgain(evidence_id, one.version, capture_id, place.start, place.end, why)
    return Act(deed, form, entered={texts.WORDS_NOW: words or "", texts.WHY_AGAIN: why})


def _place(found: Sequence[Found], key: str) -> int:
    """Show the places in their context, and let the person choose where there are several."""
    _sheet(_places(found), key=f"{key}-shown")
    if len(found) == 1:
        return 0
    chosen = st.radio(
        texts.WHICH,
        range(len(found)),
        format_func=lambda index: texts.place(index + 1, found[index].locator),
        key=key,
    )
    return chosen or 0
