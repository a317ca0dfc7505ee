"""An article: what is known of it, its text with the claims marked, and its claims."""

from __future__ import annotations

import streamlit as st

from dashboard import actions, addresses, data, labels
from dashboard.components import claim_rows, document_forms, document_rows, drafts, empty, outcomes
from dashboard.components.paper import paper
from dashboard.components.reader import Mark, reader
from dashboard.components.work import open_work
from db.rows import parse_ref
from db.vocabulary import Role, WorkState

asked = addresses.asked_for(st.query_params, "article")
number = parse_ref(asked, "FA")
article = data.article(number) if number is not None else None
if article is None:
    st.title("Article")
    empty.unknown(asked, "article", "?article=FA-000001", page=addresses.ARTICLES, label="All articles")

me, newest = data.me(), data.newest_event()
work = open_work(article.ref, newest)
may_check = bool(me.roles & {Role.CHECKER, Role.EDITOR})
outcomes.announce()
paper(document_rows.document_head(article), document_rows.document_facts(article), key=f"{article.ref}-head")
claims, captures = data.claims_of(article.id), data.captures(article.id)
capture = data.readable_capture(article.id)

left, right = st.columns([3, 2], gap="large")
with left:
    st.subheader("The text, with its claims marked")
    if capture is None:
        st.caption("No capture of this article has a text. The captures below say why.")
    else:
        marks = [
            Mark(
                claim.start,
                claim.end,
                labels.status(claim.status),
                addresses.of_record(claim.ref) or "",
                f"{claim.ref}: {labels.word(claim.status)}",
            )
            for claim in claims
            if claim.capture_id == capture.id and claim.work_state is not WorkState.NOT_FOR_US
        ]
        paper(reader(data.captured_text(capture.id), marks), key=f"{article.ref}-text")

with right:
    waiting = [claim for claim in claims if claim.work_state is WorkState.DETECTED]
    if waiting:
        st.subheader(f"Drafts to look at: {len(waiting)}")
        for draft in waiting[: drafts.SHOWN]:
            seen = work.saw(draft.ref, draft.version)
            wish = drafts.decide(draft, work, may_decide=may_check)
            if wish:
                outcomes.settle(actions.move(me, draft.id, seen, wish), work, f"draft-{draft.id}", wish.entered())
        if len(waiting) > drafts.SHOWN:
            st.caption(f"{len(waiting) - drafts.SHOWN} more come up as you decide.")
    st.subheader("Claims")
    taken = [claim for claim in claims if claim.work_state is not WorkState.DETECTED]
    if taken:
        paper(claim_rows.claim_list(taken, with_article=False, narrow=True), key=f"{article.ref}-claims")
    else:
        st.caption("The desk has taken on none of its claims yet. Keep a draft, or add a claim below.")
    if capture and may_check:
        with st.expander("Add a claim", icon=":material/add:"):
            marked = document_forms.claim_form(work)
            if marked:
                outcomes.settle(actions.add_claim(me, article.id, capture.id, *marked), work, "claim", marked._asdict())
    st.subheader("Captures")
    paper(document_rows.capture_list(captures), key=f"{article.ref}-captures")
st.page_link(
    addresses.HISTORY, label="History of this article", icon=":material/history:", query_params={"of": article.ref}
)
