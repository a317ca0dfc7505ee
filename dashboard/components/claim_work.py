"""The forms for the work on a claim that stand below its evidence: adding to it, the findings, the signature."""

from __future__ import annotations

from typing import NamedTuple

import streamlit as st

from dashboard.components import claim_parts, evidence_list, findings_form
from dashboard.components import opened as forms
from dashboard.components.evidence_forms import Lookup, add_form, entered, may_add
from dashboard.components.opened import Opened
from dashboard.components.work import Work
from dashboard.components.workbench import bench
from dashboard.texts import evidence as evidence_texts
from dashboard.texts import findings as texts
from dashboard.wish import Act, Signed
from db.rows import ClaimFile, ClaimRow, UserRow
from db.vocabulary import Role, WorkState


class Rights(NamedTuple):
    """What a person may do on this claim as it stands."""

    checks: bool
    adds: bool
    edits: bool
    signs: bool


def rights(claim: ClaimRow, me: UserRow) -> Rights:
    """Tell what a person may do on a claim as it stands; the desk decides again when they do it."""
    checks = Role.CHECKER in me.roles
    signs = Role.REVIEWER in me.roles and claim.work_state in {WorkState.IN_REVIEW, WorkState.RECHECK}
    return Rights(checks, checks and may_add(claim), bool(me.roles & {Role.CHECKER, Role.EDITOR}), signs)


def forms_of_the_work(
    file: ClaimFile, work: Work, opened: Opened, may: Rights, look: Lookup, *, second_person: bool
) -> Act | None:
    """Draw the forms that are open; tells what the person did in one of them."""
    claim = file.claim
    with st.container():
        act = evidence_list.changes(file, work, opened) if may.checks else None
    with st.container():
        if forms.EVIDENCE in opened and may.adds:
            with bench(forms.EVIDENCE, evidence_texts.ADD_TITLE, work, opened):
                draft = add_form(work, claim, look)
            act = Act(draft, "evidence", forms.EVIDENCE, entered(draft)) if draft else act
    with st.container():
        if forms.FINDINGS in opened and may.checks and claim_parts.may_set_findings(claim):
            with bench(forms.FINDINGS, texts.FORM_TITLE, work, opened):
                found = findings_form.findings_form(work, "findings", button=texts.RECORD, now=claim)
            if found:
                act = Act(found.findings, "findings", forms.FINDINGS, findings_form.entered(found.findings))
    with st.container():
        if forms.SIGNATURE in opened and may.signs:
            with bench(forms.SIGNATURE, texts.SIGN_TITLE, work, opened):
                own = claim_parts.signature(work, claim, second_person=second_person)
            if own:
                act = Act(Signed(*own), "signature", forms.SIGNATURE, findings_form.entered(own.findings))
    with st.container():
        if forms.RECHECK in opened and may.checks and claim.work_state is WorkState.RECHECK:
            with bench(forms.RECHECK, texts.RECHECK_TITLE, work, opened):
                looked = claim_parts.recheck_form(work, evidence_list.live(file))
            if looked:
                act = Act(looked, "recheck", forms.RECHECK, {texts.RECHECK_NOTE: looked.note})
    return act
