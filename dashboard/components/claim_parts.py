"""Parts of a claim's page: where it stands, what was concluded and by whom, the signature, the re-check."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import streamlit as st

from dashboard import labels
from dashboard.components import claim_head
from dashboard.components.paper import Node, chip, element, moment, paper, span
from dashboard.components.work import Work
from dashboard.escaping import markdown_safe
from db.rows import ClaimRow, EvidenceRow, ReviewRow, UserRow
from db.vocabulary import Role, WorkState

_WORKED_ON = {WorkState.IN_CHECK, WorkState.ON_HOLD, WorkState.IN_REVIEW, WorkState.RECHECK}
_SHORT = 70


class Rechecked(NamedTuple):
    """A re-check as somebody logs it: the evidence looked at, by uid, and a note."""

    looked_at: tuple[str, ...]
    note: str


def may_set_findings(claim: ClaimRow) -> bool:
    """Whether the claim's state lets its checker set findings."""
    return claim.work_state in _WORKED_ON or claim.work_state.signed


def assignee_form(work: Work, claim: ClaimRow, people: Sequence[UserRow]) -> UserRow | None:
    """Draw the form that gives a claim to a checker; tells whom, when that is somebody else than now."""
    checkers = {user.id: user for user in people if Role.CHECKER in user.roles}
    if not checkers:
        return None
    ids = list(checkers)
    with (
        st.expander("Give it to somebody", icon=":material/assignment_ind:"),
        st.form(work.key("assign"), border=False),
    ):
        chosen = st.selectbox(
            "Checker",
            ids,
            index=ids.index(claim.assignee_id) if claim.assignee_id in checkers else None,
            format_func=lambda ident: checkers[ident].name,
            key=work.key("assign", "who"),
        )
        sent = st.form_submit_button("Assign", icon=":material/assignment_ind:")
    return checkers.get(chosen) if sent and chosen is not None else None


def findings(claim: ClaimRow, reviews: Sequence[ReviewRow], work: Work) -> None:
    """Draw what the checker concluded, and every act of judgement so far."""
    concluded = claim_head.findings(claim)
    if concluded is None:
        st.caption("Nobody has concluded anything yet.")
    else:
        paper(concluded, key=work.key("findings", "now"))
    if reviews:
        with st.expander(f"Acts of judgement: {len(reviews)}", icon=":material/how_to_reg:"):
            paper(_reviews(reviews), key=work.key("reviews", "list"))


def _reviews(rows: Sequence[ReviewRow]) -> Node:
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
                element("div", moment(row.at), span(f"version {row.claim_version}"), style="about tags"),
            )
        )
    return element("ol", *items, style="rows narrow")


def recheck_form(work: Work, pieces: Sequence[EvidenceRow]) -> Rechecked | None:
    """Draw the form that logs a re-check: each piece of evidence is ticked off by itself."""
    form = "recheck"
    with st.form(work.key(form), border=True):
        st.markdown("**Look at each piece of evidence again**")
        looked_at = tuple(
            piece.uid
            for piece in pieces
            if st.checkbox(markdown_safe(piece.source_title, longest=_SHORT), key=work.key(form, f"piece-{piece.id}"))
        )
        note = st.text_area("What the re-check found", height=80, key=work.key(form, "note"))
        sent = st.form_submit_button("Log the re-check", icon=":material/fact_check:")
    return Rechecked(looked_at, note or "") if sent else None
