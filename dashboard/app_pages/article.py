"""An article: its text with the claims marked, a claim beside it, its captures and what changed between them."""

from __future__ import annotations

from functools import partial

import streamlit as st

from dashboard import actions, addresses, data
from dashboard.actions import captures as acts
from dashboard.actions import reader as deeds
from dashboard.components import (
    article_claims,
    article_form,
    capture_now,
    capture_rows,
    empty,
    impact,
    meanwhile,
    reader_address,
    reader_captures,
    reader_pane,
    reference_panel,
)
from dashboard.components import captures_section as section
from dashboard.components import reader_side as side
from dashboard.components.paper import element, paper
from dashboard.components.reader_coverage import coverage, looked_at
from dashboard.components.reader_head import coverage_line, head
from dashboard.components.reference_rows import Pointer
from dashboard.components.work import open_work
from dashboard.data import captured, jobs, reading, references
from dashboard.texts import reader as texts
from db.rows import parse_ref
from db.vocabulary import RecordType, Role

query = st.query_params
asked = addresses.asked_for(query, "article")
number = parse_ref(asked, "FA")
article = data.article(number) if number is not None else None
if article is None:
    st.title(texts.TITLE)
    empty.unknown(asked, texts.KIND, texts.EXAMPLE, page=addresses.ARTICLES, label=texts.ALL_ARTICLES)

me, newest, ref = data.me(), data.newest_event(), article.ref
may_act = bool(me.roles & {Role.CHECKER, Role.EDITOR})
work = open_work(ref, newest)
claims, captures = data.claims_of(article.id), data.captures(article.id)
capture = reader_address.captured(captures, addresses.asked_for(query, reader_address.CAPTURE))
if capture and reader_address.AGAINST in query:  # as older links ask
    pair = {"before": addresses.asked_for(query, reader_address.AGAINST), "after": str(capture.id)}
    st.switch_page(addresses.CAPTURES, query_params={"document": ref, **pair})
text, sentences = (data.captured_text(capture.id), reading.sentences(capture.id)) if capture else ("", ())
marks = side.marks_of(claims, capture.id) if capture else ()
pointers = [Pointer(*one) for one in references.pointing(capture.id)] if capture else []
base = reader_address.base(ref, captures, capture)
view = side.View(ref, claims, capture, text, marks, base, may_act, pointers)

meanwhile.draw(work, article.version, partial(data.history_of, RecordType.ARTICLE, article.id), newest)
paper(
    head(article, f"{base}&do={article_form.EDIT}" if may_act else ""),
    coverage_line(article, coverage(claims, sentences, capture.id if capture else None), f"{base}&show=unread"),
    element("div", *reader_captures.elsewhere(ref, claims, captures, capture), style="tags small muted"),
    key=f"{ref}-head",
)
with st.container():
    corrected = article_form.edit_form(work, article, base) if may_act and article_form.is_open() else None
    if corrected:
        article_form.settle(actions.edit_article(me, article.id, *corrected), work, corrected.entered())
left, right = st.columns([13, 7], gap="small")
with left:
    if capture is None:
        st.caption(texts.NO_TEXT)
    else:
        drawn = reader_pane.pieces(
            text, marks, sentences, tuple(looked_at(claims, capture.id)), side.links_of(pointers)
        )
        pane = f"{ref}-text"
        reader_pane.reader_pane(
            drawn, base, key=pane, lang=article.language, on_chosen=partial(reader_pane.choose, pane, text)
        )
with right:
    beside = side.Asked.read()
    opened = next((claim for claim in claims if claim.id == parse_ref(beside.mark, "FH")), None)
    file = data.claim_file(opened.id) if opened else None
    wanted = side.beside(view, work, file, beside, data.source_choices)
    if wanted and capture:
        side.settle(deeds.carry_out(me, article.id, capture.id, wanted.deed), wanted, work)

article_claims.below(claims, ref)
reference_panel.references_below(pointers, base, ref)
job = captured.at_work(article.id, capture_now.remembered(ref))
told = capture_rows.told(captures, addresses.asked_for(query, capture_rows.ABOUT))
asked_for = section.captures_section(
    section.Section(
        *(ref, article.url, captures, capture, told, captured.known(article.id, told)),
        impact.of_claims(article_claims.taken_on(claims, told)),
        section.Files(captured.in_bytes, captured.as_warc),
        (texts.NEWER_TEXT, texts.NEWER_TEXT_ABOUT),
        may_act,
        Role.EDITOR in me.roles,
    ),
    work,
    partial(capture_now.capture_now, work, article.url, captures, job, jobs.get) if may_act else None,
)
if asked_for:
    section.settle(acts.carry_out(me, ref, asked_for.deed), asked_for, work)
