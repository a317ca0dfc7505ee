"""A source: what is known of it, its text with the passages in use, what rests on it; then relations and captures."""

from __future__ import annotations

import streamlit as st

from dashboard import actions, addresses, data
from dashboard.actions import jobs as having
from dashboard.actions import origins as origin_deeds
from dashboard.actions import sources as deeds
from dashboard.actions import watching as watched
from dashboard.components import (
    capture_now,
    capture_rows,
    captures_section,
    empty,
    meanwhile,
    origin_box,
    outcomes,
    source_acts,
    source_head,
    source_uses,
    watch_line,
)
from dashboard.components.paper import element, paper
from dashboard.components.source_relations import relations
from dashboard.components.source_text import in_capture, source_text
from dashboard.components.work import open_work
from dashboard.data import captured, jobs, library, origins, watching
from dashboard.texts import glossary
from dashboard.texts import sources as texts
from db.rows import parse_ref
from db.vocabulary import RecordType, Role

query = st.query_params
asked = addresses.asked_for(query, "source")
number = parse_ref(asked, "FS")
source = data.source(number) if number is not None else None
if source is None:
    st.title(texts.SOURCE)
    empty.unknown(asked, "source", texts.EXAMPLE, page=addresses.SOURCES, label=texts.ALL_SOURCES)

me, newest = data.me(), data.newest_event()
may_change = bool(me.roles & {Role.CHECKER, Role.EDITOR})
work = open_work(source.ref, newest)
work.saw(source.ref, source.version)
outcomes.announce()
with st.container():
    if work.behind(source.ref, source.version):
        meanwhile.changed(work, data.history_of(RecordType.SOURCE, source.id), newest)
    meanwhile.not_saved(work)
passage = addresses.asked_for(query, "passage")
uses, resting = library.uses(source.id, passage), library.impact(source.id)
captures = data.captures(source.id)
capture = capture_rows.on_view(captures, addresses.asked_for(query, capture_rows.CAPTURE), uses, passage)

left, right = st.columns([3, 2], gap="large")
with left:
    whose = origin_box.whose(origins.whose(source.url))
    paper(source_head.head(source), whose, source_head.impact(source, resting), key=f"{source.ref}-head")
with right:
    paper(source_head.known(source), key=f"{source.ref}-known")
    if may_change:
        job = captured.at_work(source.id, capture_now.remembered(source.ref))
        if capture_now.capture_now(work, source.url, captures, job, jobs.get):
            ask = having.watch if any(one.characters for one in captures) else having.capture
            asked_for = capture_now.remember(source.ref, ask(me, [source.id]))
            outcomes.settle(asked_for, work, capture_now.FORM)
    corrected = source_acts.edit(work, source) if may_change else None
    if corrected:
        done = deeds.edit_source(me, source.id, corrected.seen, corrected.kind, corrected.fields)
        outcomes.settle(done, work, source_acts.EDIT, corrected.entered())

left, right = st.columns([3, 2], gap="large")
reading, backing = (left, right) if capture else (right, left)
with reading:
    st.subheader(texts.TEXT_HEADING, help=glossary.meaning("passage"))
    others = capture_rows.marked_elsewhere(source.ref, uses, captures, capture)
    if others:
        paper(element("div", *others, style="tags small muted"), key=f"{source.ref}-elsewhere")
    source_text(data.captured_text(capture.id) if capture else None, in_capture(uses, capture), source.ref)
with backing:
    st.subheader(texts.IMPACT)
    if uses:
        paper(source_uses.use_list(source, uses, captures), key=f"{source.ref}-uses")
        if len(uses) >= library.HELD:
            st.caption(texts.more_uses(library.HELD))
        editing = Role.EDITOR in me.roles
        again = source_acts.recheck(work, source, resting, library.signed_uses) if editing else None
        if again:
            became = deeds.reopen_all(me, again.claims, again.why)
            outcomes.settle(became, work, source_acts.RECHECK, {texts.RECHECK_WHY: again.why})
    else:
        empty.nothing_yet(texts.NO_IMPACT, page=addresses.CLAIMS, label=texts.CHOOSE_CLAIM, icon="fact_check")

st.subheader(texts.RELATIONS, help=glossary.meaning("origin"))
judged = origin_box.draw(origins.of_source(source.id), work, may=may_change)
if judged:
    outcomes.settle(origin_deeds.decide(me, judged), work, origin_box.FORM)
with relations(library.network(source.id), source, library.DRAWN):
    related = source_acts.relate(work, source, data.source_choices) if may_change else None
    if related:
        outcomes.settle(deeds.relate_sources(me, source.id, *related), work, source_acts.RELATE, related.entered())

told = capture_rows.told(captures, addresses.asked_for(query, capture_rows.ABOUT))
here = in_capture(uses, told)
wanted = captures_section.captures_section(
    captures_section.Section(
        source.ref,
        source.url,
        captures,
        capture,
        archived=captured.attestations(source.id),
        watch=watching.of_document(source.id),
        told=told,
        headers=captured.headers(told.id) if told else (),
        impact=source_uses.use_list(source, here, captures) if here else None,
        files=captures_section.Files(captured.in_bytes, captured.as_warc),
        may_act=may_change,
        may_archive=captured.may_archive(),
        by_hand=(texts.CAPTURE, ""),
    ),
    work,
)
if wanted.archive and told:
    outcomes.settle(having.archive(me, [told.id]), work, capture_rows.ABOUT)
if wanted.watch:
    outcomes.settle(watched.carry_out(me, source.id, wanted.watch), work, watch_line.FORM)
if wanted.brought:
    outcome = actions.capture(me, source.id, actions.Text(wanted.brought.data, wanted.brought.name))
    outcomes.settle(outcome, work, captures_section.FORM)
st.page_link(addresses.HISTORY, label=texts.HISTORY, icon=":material/history:", query_params={"of": source.ref})
