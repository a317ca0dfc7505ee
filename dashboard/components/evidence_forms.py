"""Forms for evidence: choosing the words of a source and the place they stand in, judging them, taking them back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

import streamlit as st

from dashboard import labels
from dashboard.components.paper import paper, paragraph, span
from dashboard.components.work import Work
from dashboard.escaping import shortened
from db.rows import CaptureRow, ClaimRow, EvidenceDraft, EvidenceRow, SourceRow
from db.vocabulary import Aspect, Stance, Tier, WorkState


class Found(Protocol):
    """A place in a captured text where pasted words stand."""

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
    return {"Words of the source": draft.exact, "Where they stand": draft.locator or "", "Note": draft.note or ""}


def source_choice(work: Work, choices: Sequence[SourceRow]) -> SourceRow | None:
    """Draw the picker; options are plain text for Streamlit, so titles stay as they are."""
    by_id = {source.id: source for source in choices}
    chosen = st.selectbox(
        "Source",
        list(by_id),
        index=None,
        format_func=lambda ident: f"{by_id[ident].ref}  {shortened(by_id[ident].title, 90)}",
        placeholder="Choose a source",
        key=work.key("evidence", "source"),
    )
    return by_id.get(chosen) if chosen is not None else None


def evidence_form(
    work: Work, source: SourceRow, capture: CaptureRow | None, places: Callable[[int, str], Sequence[Found]]
) -> EvidenceDraft | None:
    """Draw the form for a passage of a source, found in its captured text where there is one."""
    if capture is None:
        return _typed_form(work, source)
    words = st.text_area(
        "Words of the source", placeholder="Paste them from the source", height=96, key=work.key("evidence", "words")
    )
    st.button("Find the place", icon=":material/search:", key=work.key("evidence", "find"))
    if not (words or "").strip():
        return None
    found = places(capture.id, words or "")
    if not found:
        st.warning(
            "These words are not in the captured text, not even with other quotation marks or spaces. Copy them from"
            " the source's page, or capture the source again.",
            icon=":material/search_off:",
        )
        return None
    with st.form(work.key("evidence"), border=False):
        index = _place(work, found)
        judgement = _judgement(work, "evidence", None)
        sent = st.form_submit_button("Add the evidence", icon=":material/add:", type="primary")
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


def _place(work: Work, found: Sequence[Found]) -> int:
    for number, place in enumerate(found[:8], start=1):
        name = f"Place {number}: {place.locator}" if len(found) > 1 else f"Found: {place.locator}"
        paper(
            paragraph(span(name, "muted small")),
            paragraph(
                span(f"…{place.before}", "around"),
                span(place.words, "exact"),
                span(f"{place.after}…", "around"),
                style="literal bar",
            ),
            key=work.key("evidence", f"place-{number}"),
        )
    if len(found) == 1:
        return 0
    chosen = st.radio(
        "Which place is meant?",
        range(min(len(found), 8)),
        format_func=lambda index: f"Place {index + 1}",
        horizontal=True,
        key=work.key("evidence", "place"),
    )
    return chosen or 0


def _typed_form(work: Work, source: SourceRow) -> EvidenceDraft | None:
    st.caption(
        "The text of this source is not captured, so the words cannot be checked against it: the claim will be flagged."
        " You can capture the text on the source's page first."
    )
    with st.form(work.key("evidence"), border=False):
        words = st.text_area("Words of the source", height=96, key=work.key("evidence", "typed"))
        locator = st.text_input("Where they stand: page, paragraph, section", key=work.key("evidence", "locator"))
        judgement = _judgement(work, "evidence", None)
        sent = st.form_submit_button("Add the evidence", icon=":material/add:", type="primary")
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
        st.error("Say what the passage does: does it support the claim, refute it, or give context?")
    return judgement.stance is not None


def _judgement(work: Work, form: str, now: EvidenceRow | None) -> Judgement:
    stances, aspects, tiers = list(Stance), list(Aspect), list(Tier)
    stance = st.radio(
        "What the passage does",
        stances,
        index=stances.index(now.stance) if now else None,
        format_func=labels.title,
        captions=[labels.meaning(word) for word in stances],
        key=work.key(form, "stance"),
    )
    aspect = st.radio(
        "What it speaks to",
        aspects,
        index=aspects.index(now.aspect if now else Aspect.SUBSTANCE),
        format_func=labels.title,
        horizontal=True,
        key=work.key(form, "aspect"),
    )
    tier = st.selectbox(
        "How first hand it is for this claim",
        tiers,
        index=tiers.index(now.tier if now else Tier.UNKNOWN),
        format_func=labels.title,
        help="\n".join(f"- {labels.title(word)}: {labels.meaning(word)}" for word in tiers),
        key=work.key(form, "tier"),
    )
    note = st.text_input("Note", value=(now.note or "") if now else "", key=work.key(form, "note"))
    return Judgement(aspect, stance, tier, note or "")


def change_form(work: Work, evidence: EvidenceRow) -> Judgement | None:
    """Draw the form that judges a piece of evidence anew."""
    form = f"change-{evidence.id}"
    with st.form(work.key(form), border=False):
        judgement = _judgement(work, form, evidence)
        sent = st.form_submit_button("Save the judgement", icon=":material/save:")
    return judgement if sent else None


def withdraw_form(work: Work, evidence: EvidenceRow) -> str | None:
    """Draw the form that takes a piece of evidence off the claim; tells the reason, which may be missing."""
    form = f"withdraw-{evidence.id}"
    with st.form(work.key(form), border=False):
        why = st.text_input("Reason for withdrawing it", key=work.key(form, "why"))
        sent = st.form_submit_button("Withdraw the evidence", icon=":material/undo:")
    return (why or "") if sent else None
