"""A claim: what was said, what the sources say, what the desk concluded, and what comes next."""

from __future__ import annotations

import streamlit as st

from dashboard import actions, addresses, data
from dashboard.components import (
    claim_head,
    claim_parts,
    edit_form,
    empty,
    evidence_forms,
    evidence_list,
    findings_form,
    meanwhile,
    moves,
    outcomes,
    surroundings,
)
from dashboard.components.paper import paper
from dashboard.components.work import open_work
from dashboard.outcome import evidence_key
from db.rows import parse_ref
from db.vocabulary import RecordType, Role, WorkState

asked = addresses.asked_for(st.query_params, "claim")
number = parse_ref(asked, "FH")
file = data.claim_file(number) if number is not None else None
if file is None:
    st.title("Claim")
    empty.unknown(asked, "claim", "?claim=FH-000001", page=addresses.CLAIMS, label="All claims")

me, newest, claim = data.me(), data.newest_event(), file.claim
checks, edits = Role.CHECKER in me.roles, bool(me.roles & {Role.CHECKER, Role.EDITOR})
work = open_work(claim.ref, newest)
seen = work.saw(claim.ref, claim.version)
events = data.history_of(RecordType.CLAIM, claim.id)
outcomes.announce()
with st.container():
    if work.behind(claim.ref, claim.version):
        meanwhile.changed(work, events, newest)
    meanwhile.not_saved(work)

left, right = st.columns([5, 3], gap="large")
with left:
    paper(claim_head.head(claim), key=f"{claim.ref}-head")
    paper(claim_head.words_in_context(file), claim_head.particulars(file), key=f"{claim.ref}-words")
    st.subheader("Evidence")
    wanted = evidence_list.evidence(file, work, data.comparison, may_change=checks)
    if wanted:
        shown = work.seen[evidence_key(wanted.piece.id)]
        judged = wanted.judgement._asdict() if wanted.judgement else None
        done = (
            actions.change_evidence(me, claim.id, wanted.piece.id, shown, **judged)
            if judged
            else actions.withdraw_evidence(me, claim.id, wanted.piece.id, shown, wanted.why)
        )
        outcomes.settle(done, work, wanted.form, wanted.entered())
    if checks and evidence_forms.may_add(claim):
        with st.expander("Add evidence", icon=":material/add:", key=work.key("evidence", "unfold")):
            words = st.text_input("Find a source", type="search", key=work.key("evidence", "find-source"))
            source = evidence_forms.source_choice(work, data.source_choices(words or ""))
            capture = data.readable_capture(source.id) if source else None
            draft = evidence_forms.evidence_form(work, source, capture, data.places) if source else None
            if draft:
                outcomes.settle(
                    actions.add_evidence(me, claim.id, seen, draft), work, "evidence", evidence_forms.entered(draft)
                )

with right:
    st.subheader("Where it stands")
    paper(claim_head.standing(claim), key=f"{claim.ref}-standing")
    st.subheader("Next steps")
    for step in data.next_steps(me, claim.id):
        wish = moves.offer(step, claim, work, data.users(), me)
        if wish:
            outcomes.settle(actions.move(me, claim.id, seen, wish), work, moves.form_of(wish.target), wish.entered())
    receiver = claim_parts.assignee_form(work, claim, data.users()) if edits else None
    if receiver:
        outcomes.settle(actions.assign(me, claim.id, seen, receiver.id), work, "assign")

st.subheader("Findings and signature")
claim_parts.findings(claim, file.reviews, work)
if checks and claim_parts.may_set_findings(claim):
    with st.expander("Set the findings", icon=":material/gavel:", expanded=claim.work_state is WorkState.IN_CHECK):
        found = findings_form.findings_form(work, "findings", button="Record the findings", now=claim)
        if found:
            kept = findings_form.entered(found.findings)
            outcomes.settle(actions.set_findings(me, claim.id, seen, found.findings), work, "findings", kept)
if checks and claim.work_state is WorkState.RECHECK:
    looked = claim_parts.recheck_form(work, [piece for piece in file.evidence if piece.withdrawn_at is None])
    if looked:
        outcomes.settle(
            actions.log_recheck(me, claim.id, seen, *looked), work, "recheck", {"What it found": looked.note}
        )
if Role.REVIEWER in me.roles and claim.work_state in {WorkState.IN_REVIEW, WorkState.RECHECK}:
    with st.expander("Sign off with your own findings", icon=":material/verified:", expanded=True):
        own = findings_form.findings_form(
            work, "signature", button="Sign off", now=None, reason="Reason, if this is your own work or a re-check"
        )
        if own:
            kept = findings_form.entered(own.findings)
            outcomes.settle(actions.sign_off(me, claim.id, seen, *own), work, "signature", kept)

act = surroundings.tabs(file, work, events, may_write=edits)
if isinstance(act, edit_form.Edited):
    outcomes.settle(actions.edit_claim(me, claim.id, seen, act.changes, act.why), work, "edit", edit_form.entered(act))
elif act:
    outcomes.settle(actions.surround(me, claim.id, act), work, act.form)
