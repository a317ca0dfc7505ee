"""A claim: what was said, what the sources say, what the desk concluded, and what comes next."""

from __future__ import annotations

from functools import partial

import streamlit as st

from dashboard import actions, addresses, data
from dashboard.actions import finding as follow
from dashboard.actions import resemblances as compare
from dashboard.components import (
    anchors_box,
    claim_panel,
    claim_parts,
    claim_round,
    claim_sheet,
    claim_steps,
    claim_work,
    empty,
    finding_panel,
    meanwhile,
    outcomes,
    seen_before,
    surroundings,
)
from dashboard.components import job_line as line
from dashboard.components.evidence_forms import Lookup
from dashboard.components.opened import DO, TURN_AWAY, opened
from dashboard.components.work import open_work
from dashboard.data import checking, finding, jobs, publishers, references, resemblances, watching
from dashboard.texts import claim as texts
from dashboard.wish import Act
from db.rows import parse_ref
from db.vocabulary import JobState

asked = addresses.asked_for(st.query_params, "claim")
number = parse_ref(asked, "FH")
file = data.claim_file(number) if number is not None else None
if file is None:
    st.title(texts.TITLE)
    empty.unknown(asked, texts.KIND, texts.EXAMPLE, page=addresses.CLAIMS, label=texts.ALL_CLAIMS)

me, newest, claim = data.me(), data.newest_event(), file.claim
work, now = open_work(claim.ref, newest), opened(claim.ref, st.query_params.get_all(DO))
seen = work.saw(claim.ref, claim.version)
may = claim_work.rights(claim, me)
plan = claim_steps.plan(claim, data.next_steps(me, claim.id), me)
covered = claim_parts.covered(claim, may_sign=may.signs and plan.second_person)
look = Lookup(
    data.source_choices,
    data.readable_capture,
    data.places,
    checking.best_passages,
    finding.quoted,
    publishers.usual_publisher,
)


def carry_out(act: Act | None) -> None:
    """Do what the person did, and show beside it what came of it."""
    if act:
        outcome = now.settled(actions.carry_out(me, claim.id, seen, act.deed), act.opened)
        outcomes.settle(outcome, work, act.form, act.entered)


def job_line() -> None:
    """Draw the claim's newest job while it is open, or where it failed."""
    job = jobs.of_claim(claim.id)
    line.draw(job if job and (job.state is JobState.FAILED or not job.state.over) else None, jobs.get)


ways = finding_panel.Readings(
    references=finding.references,
    library=finding.library,
    seen=finding.seen,
    host=references.host_of,
    traces=finding.traces,
    questions=finding.questions,
    ask=partial(follow.ask_outside, me, claim.id),
    job=job_line,
)
meanwhile.draw(work, claim.version, partial(checking.events, claim.id), newest)
claim_sheet.head(file, checking.network(claim_sheet.source_ids(file)))
left, right = st.columns([17, 10], gap="medium")
with left:
    with st.container():  # there even where it is empty: else all below moves when something goes into it
        carry_out(anchors_box.draw(watching.anchors_of_claim(claim.id), work, watching.places_in, may=may.checks))
    claim_sheet.backing(file, data.comparison, checking.surroundings, now, may)
    with st.container():
        if finding_panel.is_open(claim, now, may_add=may.adds):
            wish = finding_panel.draw(claim, work, now, ways, may_act=may.adds)
            if wish:
                finding_panel.settle(follow.carry_out(me, claim, wish))
    carry_out(claim_work.forms_of_the_work(file, work, now, may, look, second_person=plan.second_person))
    said = seen_before.draw(
        resemblances.of_claim(claim.id),
        work,
        partial(resemblances.differing, claim),
        desk=next((desk.name for desk in data.desks() if desk.id == claim.desk_id), ""),
        may_decide=may.edits,
        may_turn_away=TURN_AWAY in plan.others,
    )
    if said:
        outcomes.settle(compare.compare(me, claim.id, seen, said), work, seen_before.FORM)
with right:
    keys = claim_round.draw(claim.ref, work)
    carry_out(claim_panel.panel(claim, plan, work, now, data.users(), me))
    claim_parts.findings(claim, work, hidden=covered)
    claim_round.help_line(keys, plan, claim, now, me)
events = surroundings.Readings(lambda: checking.events(claim.id), checking.speaker_choices)
carry_out(surroundings.tabs(file, work, now, events, may_write=may.edits, hidden=covered))
