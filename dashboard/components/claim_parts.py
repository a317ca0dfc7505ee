"""Parts of a claim's page: what was concluded and by whom, the signature, the re-check, who gets the claim."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard import labels
from dashboard.components import claim_head
from dashboard.components.dossier import dossier
from dashboard.components.findings_form import Concluded, findings_form
from dashboard.components.paper import Node, chip, element, explained, moment, paragraph, span
from dashboard.components.work import Work
from dashboard.escaping import markdown_safe
from dashboard.texts import findings as texts
from dashboard.texts import moves as move_texts
from dashboard.wish import Rechecked
from db.rows import ClaimRow, EvidenceRow, ReviewRow, UserRow
from db.vocabulary import Role, WorkState

_WORKED_ON = {WorkState.IN_CHECK, WorkState.ON_HOLD, WorkState.IN_REVIEW, WorkState.RECHECK}
_SHORT = 70
_UNCOVERED = "uncovered"


def may_set_findings(claim: ClaimRow) -> bool:
    """Whether the claim's state lets its checker set findings."""
    return claim.work_state in _WORKED_ON or claim.work_state.signed


def assignee_form(work: Work, claim: ClaimRow, people: Sequence[UserRow]) -> UserRow | None:
    """Draw the form that gives a claim to a checker; tells whom, when that is somebody else than now."""
    checkers = {user.id: user for user in people if Role.CHECKER in user.roles}
    if not checkers:
        return None
    ids = list(checkers)
    with st.form(work.key("assign"), border=False):
        chosen = st.selectbox(
            move_texts.CHECKER,
            ids,
            index=ids.index(claim.assignee_id) if claim.assignee_id in checkers else None,
            format_func=lambda ident: checkers[ident].name,
            key=work.key("assign", "who"),
        )
        sent = st.form_submit_button(move_texts.ASSIGN_BUTTON, icon=":material/assignment_ind:", type="primary")
    return checkers.get(chosen) if sent and chosen is not None else None


def covered(claim: ClaimRow, *, may_sign: bool) -> bool:
    """Whether the checker's findings are kept from somebody who is to judge for themselves.

    A second judgement is worth more if it does not lean on the first: whoever may sign somebody else's work sees the
    evidence but not the findings, unless they ask.
    """
    if claim.work_state is not WorkState.IN_REVIEW or not may_sign:
        return False
    return st.session_state.get(_UNCOVERED) != (claim.id, claim.version)


def findings(claim: ClaimRow, work: Work, *, hidden: bool) -> None:
    """Draw what the checker concluded, or that it is covered and how to uncover it."""
    title = element("h2", explained(texts.HEADING), style="section")
    if not hidden:
        dossier(title, claim_head.findings(claim), key=work.key("findings", "now"))
        return
    dossier(title, paragraph(span(texts.COVERED, "muted small")), key=work.key("findings", "now"))
    st.button(
        texts.UNCOVER,
        icon=":material/visibility:",
        type="tertiary",
        on_click=_uncover,
        args=(claim.id, claim.version),
        key=work.key("findings", "uncover"),
    )


def _uncover(claim_id: int, version: int) -> None:
    st.session_state[_UNCOVERED] = (claim_id, version)


def signature(work: Work, claim: ClaimRow, *, second_person: bool) -> Concluded | None:
    """Draw the second person's own findings; nothing is chosen beforehand. A reason is asked for where it is needed."""
    st.caption(texts.SIGN_HELP)
    reason = "" if second_person and claim.work_state is WorkState.IN_REVIEW else texts.SIGN_REASON
    return findings_form(work, "signature", button=texts.SIGN, now=None, reason=reason)


def reviews(rows: Sequence[ReviewRow]) -> Node:
    """Describe every act of judgement so far."""
    if not rows:
        return paragraph(span(texts.NO_JUDGEMENTS, "muted small"))
    items = []
    for row in rows:
        shown: list[Node] = []
        if row.substance_finding:
            shown.append(chip(labels.finding(row.substance_finding)))
        if row.attribution_finding:
            shown.append(chip(labels.attribution(row.attribution_finding)))
        items.append(
            element(
                "li",
                element("div", span(f"{row.reviewer} ", "strong"), span(labels.word(row.kind))),
                element("div", *shown, style="tags") if shown else None,
                element("div", span(row.note, "plain"), style="line") if row.note else None,
                element("div", moment(row.at), span(texts.on_version(row.claim_version)), style="about tags"),
            )
        )
    return element("ol", *items, style="rows narrow")


def recheck_form(work: Work, pieces: Sequence[EvidenceRow]) -> Rechecked | None:
    """Draw the form that logs a re-check: each piece of evidence is ticked off by itself."""
    form = "recheck"
    with st.form(work.key(form), border=False):
        looked_at = tuple(
            piece.uid
            for piece in pieces
            if st.checkbox(markdown_safe(piece.source_title, longest=_SHORT), key=work.key(form, f"piece-{piece.id}"))
        )
        note = st.text_area(texts.RECHECK_NOTE, height=72, key=work.key(form, "note"))
        sent = st.form_submit_button(texts.RECHECK_LOG, icon=":material/fact_check:", type="primary")
    return Rechecked(looked_at, note or "") if sent else None
