"""A source: what is known of it, how it stands to others, its text with the passages in use, and what rests on it."""

from __future__ import annotations

import streamlit as st

from dashboard import actions, addresses, data
from dashboard.actions import sources as deeds
from dashboard.components import document_rows, empty, meanwhile, outcomes, source_acts, source_head, source_uses
from dashboard.components.paper import paper
from dashboard.components.source_relations import relations
from dashboard.components.source_text import in_capture, source_text
from dashboard.components.work import open_work
from dashboard.data import library
from dashboard.texts import glossary
from dashboard.texts import sources as texts
from db.rows import parse_ref
from db.vocabulary import RecordType, Role

asked = addresses.asked_for(st.query_params, "source")
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
uses, resting = library.uses(source.id, addresses.asked_for(st.query_params, "passage")), library.impact(source.id)
capture, captures = data.readable_capture(source.id), data.captures(source.id)

left, right = st.columns([3, 2], gap="large")
with left:
    paper(source_head.head(source), source_head.impact(source, resting), key=f"{source.ref}-head")
with right:
    paper(source_head.known(source), key=f"{source.ref}-known")
    corrected = source_acts.edit(work, source) if may_change else None
    if corrected:
        done = deeds.edit_source(me, source.id, corrected.seen, corrected.kind, corrected.fields)
        outcomes.settle(done, work, source_acts.EDIT, corrected.entered())

st.subheader(texts.RELATIONS, help=glossary.meaning("origin"))
with relations(library.network(source.id), source, library.DRAWN):
    related = source_acts.relate(work, source, data.source_choices) if may_change else None
    if related:
        outcomes.settle(deeds.relate_sources(me, source.id, *related), work, source_acts.RELATE, related.entered())

left, right = st.columns([3, 2], gap="large")
with left:
    st.subheader(texts.TEXT_HEADING, help=glossary.meaning("passage"))
    source_text(data.captured_text(capture.id) if capture else None, in_capture(uses, capture), source.ref)
    st.subheader(texts.IMPACT)
    if uses:
        paper(source_uses.use_list(source, uses, capture), key=f"{source.ref}-uses")
        if len(uses) >= library.HELD:
            st.caption(texts.more_uses(library.HELD))
        editing = Role.EDITOR in me.roles
        again = source_acts.recheck(work, source, resting, library.signed_uses) if editing else None
        if again:
            became = deeds.reopen_all(me, again.claims, again.why)
            outcomes.settle(became, work, source_acts.RECHECK, {texts.RECHECK_WHY: again.why})
    else:
        empty.nothing_yet(texts.NO_IMPACT, page=addresses.CLAIMS, label=texts.CHOOSE_CLAIM, icon="fact_check")
with right:
    st.subheader(texts.CAPTURES, help=glossary.of_label(texts.CAPTURES))
    if captures:
        paper(document_rows.capture_list(captures), key=f"{source.ref}-captures")
    else:
        st.caption(texts.NO_CAPTURES)
    brought = source_acts.capture(work) if may_change else None
    if brought:
        outcome = actions.capture(me, source.id, actions.Text(brought.data, brought.name))
        outcomes.settle(outcome, work, source_acts.CAPTURE)
    st.page_link(addresses.HISTORY, label=texts.HISTORY, icon=":material/history:", query_params={"of": source.ref})
