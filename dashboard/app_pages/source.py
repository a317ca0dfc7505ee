"""A source: what is known of it, its text with the passages in use, what rests on it; then relations and captures."""

from __future__ import annotations

from functools import partial

import streamlit as st

from dashboard import addresses, data
from dashboard.actions import captures as acts
from dashboard.actions import origins as origin_deeds
from dashboard.actions import sources as deeds
from dashboard.components import (
    capture_now,
    capture_rows,
    empty,
    impact,
    meanwhile,
    origin_box,
    outcomes,
    source_acts,
    source_head,
    source_text,
)
from dashboard.components import captures_section as section
from dashboard.components.paper import paper
from dashboard.components.source_relations import relations
from dashboard.components.work import open_work
from dashboard.data import captured, jobs, library, origins
from dashboard.texts import glossary
from dashboard.texts import sources as texts
from dashboard.wish.captures import Wanted
from db.rows import parse_ref
from db.vocabulary import RecordType, Role

query = st.query_params
asked = addresses.asked_for(query, "source")
number = parse_ref(asked, "FS")
source = data.source(number) if number is not None else None
if source is None:
    st.title(texts.SOURCE)
    empty.unknown(asked, "source", texts.EXAMPLE, page=addresses.SOURCES, label=texts.ALL_SOURCES)

me, newest, ref = data.me(), data.newest_event(), source.ref
may_change, may_reopen = bool(me.roles & {Role.CHECKER, Role.EDITOR}), Role.EDITOR in me.roles
work = open_work(ref, newest)
work.saw(ref, source.version)
meanwhile.draw(work, source.version, partial(data.history_of, RecordType.SOURCE, source.id), newest)
passage = addresses.asked_for(query, "passage")
uses, resting, captures = library.uses(source.id, passage), library.impact(source.id), data.captures(source.id)
capture = capture_rows.on_view(captures, addresses.asked_for(query, capture_rows.CAPTURE), uses, passage)


def carry_out(wanted: Wanted | None) -> None:
    """Do what the person wants of the captures and what rests on them, and show beside it what came of it."""
    if wanted:
        section.settle(acts.carry_out(me, ref, wanted.deed), wanted, work)


left, right = st.columns([3, 2], gap="large")
with left:
    whose = origin_box.whose(origins.whose(source.url))
    paper(source_head.head(source), whose, source_head.impact(source, resting), key=f"{ref}-head")
with right:
    paper(source_head.known(source), key=f"{ref}-known")
    if may_change:
        job = captured.at_work(source.id, capture_now.remembered(ref))
        carry_out(capture_now.capture_now(work, source.url, captures, job, jobs.get))
        corrected = source_acts.edit(work, source)
        if corrected:
            done = deeds.edit_source(me, source.id, corrected.seen, corrected.kind, corrected.fields)
            outcomes.settle(done, work, source_acts.EDIT, corrected.entered())

left, right = st.columns([3, 2], gap="large")
reading, backing = (left, right) if capture else (right, left)
with reading:
    source_text.section(ref, captures, capture, uses, data.captured_text(capture.id) if capture else None)
with backing:
    st.subheader(texts.IMPACT)
    signed = library.signed_uses(source.id) if may_reopen and resting.signed else ()
    rests = impact.of_uses(source, library.resting_on(source.id), captures, library.READ, signed)
    if rests:
        carry_out(impact.draw(rests, work, impact.FORM, may_reopen=may_reopen))
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
here = impact.of_uses(source, library.resting_on(source.id, told.id), captures, library.READ) if told else None
carry_out(
    section.captures_section(
        section.Section(
            *(ref, source.url, captures, capture, told, captured.known(source.id, told), here),
            section.Files(captured.in_bytes, captured.as_warc),
            (texts.CAPTURE, ""),
            may_change,
            may_reopen,
        ),
        work,
    )
)
st.page_link(addresses.HISTORY, label=texts.HISTORY, icon=":material/history:", query_params={"of": ref})
