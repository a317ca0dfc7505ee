"""Forms for evidence: choosing the words of a source and the place they stand in, judging them, taking them back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

import streamlit as st

from dashboard import labels
from dashboard.components.dossier import dossier
from dashboard.components.paper import element, paragraph, span
from dashboard.components.work import Work
from dashboard.escaping import shortened
from dashboard.texts import evidence as texts
from dashboard.texts import glossary
from db.rows import CaptureRow, ClaimRow, EvidenceDraft, EvidenceRow, SourceRow
from db.vocabulary import Aspect, Stance, Tier, WorkState

_FORM = "evidence"
_PLACES = 8  # places shown to choose from


class Found(Protocol):
    """A place in a captured text."""

    @property
    def start(self) -> int: ...  # noqa: D102 - see the class
    @property
    def end(self) -> int: ...  # noqa: D102
    @property
    def before(self) -> str: ...  # noqa: D102
    @property
    def words(self) -> str: ...  # noqa: D102
    @property
    def after(self) -> str: ...  # noqa: D102
    @property
    def locator(self) -> str: ...  # noqa: D102


class Lookup(NamedTuple):
    """How the form looks things up: sources by words, captures, places, passages worth reading, a usual tier."""

    sources: Callable[[str], Sequence[SourceRow]]
    capture: Callable[[int], CaptureRow | None]
    places: Callable[[int, str], Sequence[Found]]
    best: Callable[[int, str], Sequence[Found]]
    usual_tier: Callable[[str | None, str | None], Tier]


class Judgement(NamedTuple):
    """What a person makes of a passage."""

    aspect: Aspect
    stance: Stance | None
    tier: Tier
    note: str


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
    tier = look.usual_tier(source.publisher, source.url)
    if capture is None:
        return _typed_form(work, source, tier)
    return _placed_form(work, claim, source, capture, look, tier)


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
    work: Work, claim: ClaimRow, source: SourceRow, capture: CaptureRow, look: Lookup, tier: Tier
) -> EvidenceDraft | None:
    words = st.text_area(texts.WORDS, placeholder=texts.PASTE, height=72, key=work.key(_FORM, "words"))
    if not (words or "").strip():
        st.button(texts.FIND_PLACE, icon=":material/search:", key=work.key(_FORM, "find"))
        _offer(work, look.best(capture.id, claim.statement or claim.literal))
        return None
    st.button(texts.FIND_PLACE, icon=":material/search:", key=work.key(_FORM, "find"))
    found = look.places(capture.id, words or "")
    if not found:
        st.warning(texts.NOT_FOUND, icon=":material/search_off:")
        return None
    with st.form(work.key(_FORM), border=False):
        index = _place(work, found)
        judgement = _judgement(work, _FORM, None, tier)
        sent = st.form_submit_button(texts.ADD, icon=":material/add:", type="primary")
    if not sent or not _stance_given(judgement):
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


def _offer(work: Work, best: Sequence[Found]) -> None:
    """Offer the passages worth reading first; taking one is one click."""
    if best:
        st.caption(texts.BEST)
    for number, passage in enumerate(best, start=1):
        _passage(passage, passage.locator, work.key(_FORM, f"best-{number}"))
        st.button(
            texts.use(number),
            icon=":material/format_quote:",
            type="tertiary",
            on_click=_take,
            args=(work.key(_FORM, "words"), passage.words),
            key=work.key(_FORM, f"use-{number}"),
        )


def _take(key: str, words: str) -> None:
    st.session_state[key] = words


def _passage(found: Found, name: str, key: str) -> None:
    dossier(
        element(
            "div",
            paragraph(span(name, "muted small")),
            paragraph(
                span(f"…{found.before}", "around"),
                span(found.words, "exact"),
                span(f"{found.after}…", "around"),
                style="literal bar flowing",
            ),
        ),
        key=key,
    )


def _place(work: Work, found: Sequence[Found]) -> int:
    shown = found[:_PLACES]
    for number, place in enumerate(shown, start=1):
        name = texts.found_at(number, place.locator, several=len(found) > 1)
        _passage(place, name, work.key(_FORM, f"place-{number}"))
    if len(found) == 1:
        return 0
    chosen = st.radio(
        texts.WHICH_PLACE,
        range(len(shown)),
        format_func=lambda index: texts.place_number(index + 1),
        horizontal=True,
        key=work.key(_FORM, "place"),
    )
    return chosen or 0


def _typed_form(work: Work, source: SourceRow, tier: Tier) -> EvidenceDraft | None:
    st.caption(texts.NOT_CAPTURED)
    with st.form(work.key(_FORM), border=False):
        words = st.text_area(texts.WORDS, height=72, key=work.key(_FORM, "typed"))
        locator = st.text_input(texts.LOCATOR, help=glossary.meaning("locator"), key=work.key(_FORM, "locator"))
        judgement = _judgement(work, _FORM, None, tier)
        sent = st.form_submit_button(texts.ADD, icon=":material/add:", type="primary")
    if not sent or not _stance_given(judgement):
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


def _stance_given(judgement: Judgement) -> bool:
    if judgement.stance is None:
        st.error(texts.STANCE_MISSING)
    return judgement.stance is not None


def _judgement(work: Work, form: str, now: EvidenceRow | None, usual: Tier = Tier.UNKNOWN) -> Judgement:
    stances, aspects, tiers = list(Stance), list(Aspect), list(Tier)
    left, right = st.columns(2, gap="medium")
    stance = left.radio(
        texts.DOES,
        stances,
        help=glossary.meaning("stance"),
        index=stances.index(now.stance) if now else None,
        format_func=labels.title,
        captions=[labels.meaning(word) for word in stances],
        key=work.key(form, "stance"),
    )
    aspect = right.radio(
        texts.SPEAKS_TO,
        aspects,
        help=glossary.meaning("aspect"),
        index=aspects.index(now.aspect if now else Aspect.SUBSTANCE),
        format_func=labels.title,
        horizontal=True,
        key=work.key(form, "aspect"),
    )
    tier = right.selectbox(
        texts.TIER,
        tiers,
        index=tiers.index(now.tier if now else usual),
        format_func=labels.title,
        help="\n".join(f"- {labels.title(word)}: {labels.meaning(word)}" for word in tiers),
        key=work.key(form, "tier"),
    )
    if usual is not Tier.UNKNOWN:
        right.caption(texts.usual_tier(labels.word(usual)))
    note = right.text_input(texts.NOTE, value=(now.note or "") if now else "", key=work.key(form, "note"))
    return Judgement(aspect, stance, tier, note or "")


def change_form(work: Work, evidence: EvidenceRow) -> Judgement | None:
    """Draw the form that judges a piece of evidence anew."""
    form = f"change-{evidence.id}"
    with st.form(work.key(form), border=False):
        judgement = _judgement(work, form, evidence)
        sent = st.form_submit_button(texts.SAVE, icon=":material/save:")
    return judgement if sent else None


def withdraw_form(work: Work, evidence: EvidenceRow) -> str | None:
    """Draw the form that takes a piece of evidence off the claim; tells the reason, which may be missing."""
    form = f"withdraw-{evidence.id}"
    with st.form(work.key(form), border=False):
        why = st.text_input(texts.WHY_WITHDRAW, key=work.key(form, "why"))
        sent = st.form_submit_button(texts.WITHDRAW, icon=":material/undo:")
    return (why or "") if sent else None
