"""What a person makes of a passage: what it does, what it speaks to, how first hand it is; anew, or taken back."""

from __future__ import annotations

from typing import NamedTuple

import streamlit as st

from dashboard import labels
from dashboard.components.work import Work
from dashboard.texts import evidence as texts
from dashboard.texts import glossary
from db.rows import EvidenceRow, KnownPublisher
from db.vocabulary import Aspect, Stance, Tier


class Judgement(NamedTuple):
    """What a person makes of a passage."""

    aspect: Aspect
    stance: Stance | None
    tier: Tier
    note: str


class Suggested(NamedTuple):
    """What the form begins with: whose the source is, if that is known, and whether the claim's words stand there."""

    publisher: KnownPublisher | None = None
    quoted: bool = False

    @property
    def tier(self) -> Tier:
        """How first hand what this publisher publishes usually is."""
        return self.publisher.tier if self.publisher else Tier.UNKNOWN

    @property
    def aspect(self) -> Aspect:
        """What the passage speaks to: who holds the quoted words tells that they were said."""
        return Aspect.ATTRIBUTION if self.quoted else Aspect.SUBSTANCE


def judge(work: Work, form: str, suggested: Suggested) -> Judgement:
    """Draw the part of a form that judges a passage; nothing is suggested of what it does."""
    said = None
    if suggested.publisher and suggested.tier is not Tier.UNKNOWN:
        said = texts.usual_tier(labels.word(suggested.tier), own=suggested.publisher.own)
    judgement = _fields(work, form, Judgement(suggested.aspect, None, suggested.tier, ""), said)
    if suggested.quoted:
        st.caption(texts.QUOTED_HERE)
    return judgement


def stance_given(judgement: Judgement) -> bool:
    """Tell whether the person said what the passage does; says so beside the form where they did not."""
    if judgement.stance is None:
        st.error(texts.STANCE_MISSING)
    return judgement.stance is not None


def _fields(work: Work, form: str, begin: Judgement, about_tier: str | None = None) -> Judgement:
    stances, aspects, tiers = list(Stance), list(Aspect), list(Tier)
    left, right = st.columns(2, gap="medium")
    stance = left.radio(
        texts.DOES,
        stances,
        help=glossary.meaning("stance"),
        index=stances.index(begin.stance) if begin.stance else None,
        format_func=labels.title,
        captions=[labels.meaning(word) for word in stances],
        key=work.key(form, "stance"),
    )
    aspect = right.radio(
        texts.SPEAKS_TO,
        aspects,
        help=glossary.meaning("aspect"),
        index=aspects.index(begin.aspect),
        format_func=labels.title,
        horizontal=True,
        key=work.key(form, f"aspect-{begin.aspect}"),  # of other words begins anew where these suggest another one
    )
    tier = right.selectbox(
        texts.TIER,
        tiers,
        index=tiers.index(begin.tier),
        format_func=labels.title,
        help="\n".join(f"- {labels.title(word)}: {labels.meaning(word)}" for word in tiers),
        key=work.key(form, "tier"),
    )
    if about_tier:
        right.caption(about_tier)
    note = right.text_input(texts.NOTE, value=begin.note, key=work.key(form, "note"))
    return Judgement(aspect, stance, tier, note or "")


def change_form(work: Work, evidence: EvidenceRow) -> Judgement | None:
    """Draw the form that judges a piece of evidence anew."""
    form = f"change-{evidence.id}"
    with st.form(work.key(form), border=False):
        begin = Judgement(evidence.aspect, evidence.stance, evidence.tier, evidence.note or "")
        judgement = _fields(work, form, begin)
        sent = st.form_submit_button(texts.SAVE, icon=":material/save:")
    return judgement if sent else None


def withdraw_form(work: Work, evidence: EvidenceRow) -> str | None:
    """Draw the form that takes a piece of evidence off the claim; tells the reason, which may be missing."""
    form = f"withdraw-{evidence.id}"
    with st.form(work.key(form), border=False):
        why = st.text_input(texts.WHY_WITHDRAW, key=work.key(form, "why"))
        sent = st.form_submit_button(texts.WITHDRAW, icon=":material/undo:")
    return (why or "") if sent else None
