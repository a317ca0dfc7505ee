"""The form that puts a passage of a source forward: the source, its words, the place they stand in, the judgement."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import streamlit as st

from dashboard.components import evidence_places
from dashboard.components.evidence_judging import Suggested, judge, stance_given
from dashboard.components.evidence_places import Found
from dashboard.components.work import Work
from dashboard.escaping import shortened
from dashboard.texts import evidence as texts
from dashboard.texts import glossary
from db.rows import CaptureRow, ClaimRow, EvidenceDraft, KnownPublisher, SourceRow
from db.vocabulary import Stance, WorkState

_FORM = "evidence"


class Lookup(NamedTuple):
    """How the form looks things up: sources by words, captures, places, passages worth reading, whose a source is.

    ``quoted`` finds the place of the claim's quoted words in a capture, if it quotes anybody and they stand there.
    """

    sources: Callable[[str], Sequence[SourceRow]]
    capture: Callable[[int], CaptureRow | None]
    places: Callable[[int, str], Sequence[Found]]
    best: Callable[[int, str], Sequence[Found]]
    quoted: Callable[[ClaimRow, int], Found | None]
    publisher: Callable[[str | None, str | None], KnownPublisher | None]


def may_add(claim: ClaimRow) -> bool:
    """Whether the claim's state takes evidence."""
    return claim.work_state not in {WorkState.DETECTED, WorkState.NOT_FOR_US, WorkState.WITHDRAWN}


def entered(draft: EvidenceDraft) -> dict[str, str]:
    """Tell what was entered, by label, in case it cannot be saved."""
    return {texts.WORDS: draft.exact, texts.WHERE: draft.locator or "", texts.NOTE: draft.note or ""}


def add_form(work: Work, claim: ClaimRow, look: Lookup) -> EvidenceDraft | None:
    """Draw the form that puts a passage of a source forward."""
    left, right = st.columns([2, 3])
    words = left.text_input(
        texts.FIND_SOURCE, placeholder=texts.FIND_HINT, type="search", key=work.key(_FORM, "find-source")
    )
    source = _source(work, look.sources(words or ""), right)
    if source is None:
        return None
    capture = look.capture(source.id)
    publisher = look.publisher(source.publisher, source.url)
    if capture is None:
        return _typed_form(work, source, publisher)
    return _placed_form(work, claim, source, capture, look, publisher)


def _source(work: Work, choices: Sequence[SourceRow], where: st.delta_generator.DeltaGenerator) -> SourceRow | None:
    by_id = {source.id: source for source in choices}
    chosen = where.selectbox(
        texts.SOURCE,
        list(by_id),
        index=None,
        # Options of a drop-down list are plain text for Streamlit, so titles stay as they are.
        format_func=lambda ident: texts.source_option(by_id[ident].ref, shortened(by_id[ident].title, 90)),
        placeholder=texts.CHOOSE_SOURCE,
        key=work.key(_FORM, "source"),
    )
    if not choices:
        st.caption(texts.NO_SUCH_SOURCE)
    return by_id.get(chosen) if chosen is not None else None


def _placed_form(
    work: Work,
    claim: ClaimRow,
    source: SourceRow,
    capture: CaptureRow,
    look: Lookup,
    publisher: KnownPublisher | None,
) -> EvidenceDraft | None:
    words = st.text_area(texts.WORDS, placeholder=texts.PASTE, height=72, key=work.key(_FORM, "words"))
    if not (words or "").strip():
        st.button(texts.FIND_PLACE, icon=":material/search:", key=work.key(_FORM, "find"))
        evidence_places.offer(work, _FORM, look.best(capture.id, claim.statement or claim.literal))
        return None
    st.button(texts.FIND_PLACE, icon=":material/search:", key=work.key(_FORM, "find"))
    found = look.places(capture.id, words or "")
    if not found:
        st.warning(texts.NOT_FOUND, icon=":material/search_off:")
        return None
    with st.form(work.key(_FORM), border=False):
        index = evidence_places.choose(work, _FORM, found)
        judgement = judge(work, _FORM, Suggested(publisher, _holds(found, look.quoted(claim, capture.id))))
        sent = st.form_submit_button(texts.ADD, icon=":material/add:", type="primary")
    if not sent or not stance_given(judgement):
        return None
    place = found[index]
    return EvidenceDraft(
        source.id,
        place.words,
        judgement.aspect,
        judgement.stance or Stance.CONTEXT,
        judgement.tier,
        capture_id=capture.id,
        start=place.start,
        end=place.end,
        note=judgement.note or None,
    )


def _typed_form(work: Work, source: SourceRow, publisher: KnownPublisher | None) -> EvidenceDraft | None:
    st.caption(texts.NOT_CAPTURED)
    with st.form(work.key(_FORM), border=False):
        words = st.text_area(texts.WORDS, height=72, key=work.key(_FORM, "typed"))
        locator = st.text_input(texts.LOCATOR, help=glossary.meaning("locator"), key=work.key(_FORM, "locator"))
        judgement = judge(work, _FORM, Suggested(publisher))
        sent = st.form_submit_button(texts.ADD, icon=":material/add:", type="primary")
    if not sent or not stance_given(judgement):
        return None
    return EvidenceDraft(
        source.id,
        words or "",
        judgement.aspect,
        judgement.stance or Stance.CONTEXT,
        judgement.tier,
        locator=locator or None,
        note=judgement.note or None,
    )


def _holds(found: Sequence[Found], quoted: Found | None) -> bool:
    """Tell whether the words were chosen for holding those that the claim quotes."""
    return quoted is not None and any(place.start < quoted.end and quoted.start < place.end for place in found)
