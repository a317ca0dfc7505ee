"""The form for findings, with what each of them means."""

from __future__ import annotations

from typing import NamedTuple

import streamlit as st

from dashboard import labels
from dashboard.components.work import Work
from dashboard.texts import findings as texts
from db.rows import ClaimRow, Findings
from db.vocabulary import AttributionFinding, Confidence, SubstanceFinding


class Concluded(NamedTuple):
    """Findings as somebody chose them, and the reason where one was asked for."""

    findings: Findings
    why: str


def findings_form(work: Work, form: str, *, button: str, now: ClaimRow | None, reason: str = "") -> Concluded | None:
    """Draw the form; tells the findings and the reason, once complete.

    ``now`` is the claim whose findings are there already; None leaves everything to be chosen, as for a signature.
    ``reason`` is the label of a further line, where one is asked for.
    """
    substances, attributions = list(SubstanceFinding), list(AttributionFinding)
    with st.form(work.key(form), border=False):
        left, right = st.columns(2, gap="large")
        substance = left.radio(
            texts.IS_IT_SO,
            substances,
            index=substances.index(now.substance_finding) if now and now.substance_finding else None,
            format_func=_substance,
            captions=[labels.meaning(word) for word in substances],
            key=work.key(form, "substance"),
        )
        attribution = right.radio(
            texts.DID_THEY_SAY_IT,
            attributions,
            index=attributions.index(now.attribution_finding) if now and now.attribution_finding else None,
            format_func=_attribution,
            captions=[labels.meaning(word) for word in attributions],
            key=work.key(form, "attribution"),
        )
        levels = list(Confidence)
        confidence = right.radio(
            texts.HOW_SURE,
            levels,
            index=levels.index(now.confidence) if now and now.confidence else None,
            format_func=labels.title,
            horizontal=True,
            key=work.key(form, "confidence"),
        )
        note = st.text_area(
            texts.WHAT_IT_RESTS_ON, value=(now.finding_note or "") if now else "", height=72, key=work.key(form, "note")
        )
        why = (st.text_input(reason, key=work.key(form, "why")) or "") if reason else ""
        sent = st.form_submit_button(button, icon=":material/verified:", type="primary")
    if not sent:
        return None
    if substance is None or attribution is None:
        st.error(texts.BOTH, icon=":material/block:")
        return None
    return Concluded(Findings(substance, attribution, note or "", confidence), why)


def entered(findings: Findings) -> dict[str, str]:
    """Tell what was chosen and typed, by label, in case it cannot be saved."""
    return {
        texts.SUBSTANCE: labels.word(findings.substance),
        texts.ATTRIBUTION: labels.word(findings.attribution),
        texts.WHAT_IT_RESTS_ON: findings.note,
    }


def _substance(word: SubstanceFinding) -> str:
    return f":material/{labels.finding(word).icon}: {labels.title(word)}"


def _attribution(word: AttributionFinding) -> str:
    return f":material/{labels.attribution(word).icon}: {labels.title(word)}"
