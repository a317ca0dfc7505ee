"""A source: what is known of it, its captured text with the passages in use, and the claims that rest on it."""

from __future__ import annotations

import streamlit as st

from dashboard import actions, addresses, data, labels
from dashboard.components import document_forms, document_rows, empty, outcomes
from dashboard.components.paper import paper
from dashboard.components.reader import Mark, reader
from dashboard.components.work import open_work
from db.rows import claim_ref, parse_ref
from db.vocabulary import Role

asked = addresses.asked_for(st.query_params, "source")
number = parse_ref(asked, "FS")
source = data.source(number) if number is not None else None
if source is None:
    st.title("Source")
    empty.unknown(asked, "source", "?source=FS-000001", page=addresses.SOURCES, label="All sources")

me = data.me()
work = open_work(source.ref, data.newest_event())
outcomes.announce()
paper(document_rows.document_head(source), document_rows.document_facts(source), key=f"{source.ref}-head")
uses, capture = data.source_uses(source.id), data.readable_capture(source.id)

left, right = st.columns([3, 2], gap="large")
with left:
    st.subheader("Its text, with the passages in use marked")
    if capture is None:
        st.caption("Its text is not captured yet, so nothing can be checked against it word by word. Add it beside.")
    else:
        marks = [
            Mark(
                use.start,
                use.end,
                labels.status(use.status),
                addresses.of_record(claim_ref(use.claim_id)) or "",
                f"{claim_ref(use.claim_id)} {labels.word(use.stance)}: {labels.word(use.status)}",
            )
            for use in uses
            if use.capture_id == capture.id and use.start is not None and use.end is not None
        ]
        paper(reader(data.captured_text(capture.id), marks), key=f"{source.ref}-text")

with right:
    st.subheader("Captures")
    captures = data.captures(source.id)
    if captures:
        paper(document_rows.capture_list(captures), key=f"{source.ref}-captures")
    else:
        st.caption("None yet.")
    if me.roles & {Role.CHECKER, Role.EDITOR}:
        with st.expander("Capture its text", icon=":material/inventory_2:", expanded=not captures):
            text = document_forms.capture_form(work)
            if text:
                outcome = actions.capture(me, source.id, actions.Text(text.data, text.name))
                outcomes.settle(outcome, work, "capture")
    relations = data.source_relations(source.id)
    if relations:
        st.subheader("How it stands to other sources")
        paper(document_rows.relation_list(relations, source.id), key=f"{source.ref}-relations")

st.subheader("Claims that rest on it")
if uses:
    paper(document_rows.use_list(uses), key=f"{source.ref}-uses")
else:
    st.caption("No claim rests on this source yet. Evidence is added on a claim's page.")
    st.page_link(addresses.CLAIMS, label="Choose a claim", icon=":material/fact_check:")
st.page_link(
    addresses.HISTORY, label="History of this source", icon=":material/history:", query_params={"of": source.ref}
)
