"""An article: its text with the claims marked, a claim beside it, its captures and what changed between them."""

from __future__ import annotations

from functools import partial

import streamlit as st

from dashboard import actions, addresses, data
from dashboard.actions import jobs as having
from dashboard.actions import references as deeds
from dashboard.actions import watching as watched
from dashboard.components import (
    article_form,
    capture_now,
    capture_rows,
    captures_section,
    claim_rows,
    drafts,
    empty,
    meanwhile,
    outcomes,
    reader_address,
    reader_captures,
    reader_pane,
    reference_panel,
    watch_line,
)
from dashboard.components import reader_side as side
from dashboard.components.paper import element, paper
from dashboard.components.reader_coverage import coverage, looked_at
from dashboard.components.reader_head import coverage_line, head
from dashboard.components.reference_rows import Pointer
from dashboard.components.work import open_work
from dashboard.data import captured, jobs, reading, references, watching
from dashboard.outcome import Outcome
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

me, newest = data.me(), data.newest_event()
work = open_work(article.ref, newest)
claims, captures = data.claims_of(article.id), data.captures(article.id)
capture = reader_address.captured(captures, addresses.asked_for(query, reader_address.CAPTURE))
if capture and reader_address.AGAINST in query:  # as older links ask
    pair = {"before": addresses.asked_for(query, reader_address.AGAINST), "after": str(capture.id)}
    st.switch_page(addresses.CAPTURES, query_params={"document": article.ref, **pair})
text, sentences = (data.captured_text(capture.id), reading.sentences(capture.id)) if capture else ("", ())
linked = references.of_capture(capture.id) if capture else ()
known = references.known_sources(linked)
view = side.View(
    article.ref,
    claims,
    capture,
    text,
    side.marks_of(claims, capture.id) if capture else (),
    reader_address.base(article.ref, captures, capture),
    bool(me.roles & {Role.CHECKER, Role.EDITOR}),
    [Pointer(row, references.host_of(row.href), known.get(row.href)) for row in linked],
)
pane = f"{article.ref}-text"


def choose() -> None:
    """Go on with the words that were selected, if they are those of the text."""
    words = reader_pane.chosen(pane)
    if words is None or text[words.start : words.end] != words.words:
        outcomes.say(Outcome(False, texts.WORDS_DIFFER))
        return
    query.pop(reader_address.MARK, None)
    query.pop(reader_address.REFERENCE, None)
    query[reader_address.WORDS] = reader_address.placed(words.start, words.end)


outcomes.announce()
with st.container():
    if work.behind(article.ref, article.version):
        meanwhile.changed(work, data.history_of(RecordType.ARTICLE, article.id), newest)
    meanwhile.not_saved(work)
held = coverage(claims, sentences, capture.id if capture else None)
paper(
    head(article, f"{view.base}&do={article_form.EDIT}" if view.may_act else ""),
    coverage_line(article, held, f"{view.base}&show=unread"),
    element("div", *reader_captures.elsewhere(article.ref, claims, captures, capture), style="tags small muted"),
    key=f"{article.ref}-head",
)
with st.container():
    if view.may_act and article_form.EDIT in query.get_all("do"):
        corrected = article_form.edit_form(work, article, view.base)
        if corrected:
            done = actions.edit_article(me, article.id, *corrected)
            if done.done:
                query.pop("do", None)
            outcomes.settle(done, work, article_form.EDIT, corrected.entered())
left, right = st.columns([13, 7], gap="small")
with left:
    if capture is None:
        st.caption(texts.NO_TEXT)
    else:
        drawn = reader_pane.pieces(
            text, view.marks, sentences, tuple(looked_at(claims, capture.id)), side.links_of(view.pointers)
        )
        reader_pane.reader_pane(drawn, view.base, key=pane, lang=article.language, on_chosen=choose)

with right:
    parts = (reader_address.MARK, reader_address.WORDS, reader_address.REFERENCE)
    asked_beside = side.Asked(*(addresses.asked_for(query, part) for part in parts))
    opened = next((claim for claim in claims if claim.id == parse_ref(asked_beside.mark, "FH")), None)
    file = data.claim_file(opened.id) if opened else None
    wanted = side.beside(view, work, file, asked_beside, data.source_choices)
    if wanted.reference:
        outcomes.settle(deeds.carry_out(me, wanted.reference), work, wanted.reference.form)
    if wanted.new and capture:
        added = actions.add_claim(me, article.id, capture.id, *wanted.new)
        if added.done:
            query.pop(reader_address.WORDS, None)
            query[reader_address.MARK] = added.ref or ""
        outcomes.settle(added, work, wanted.form, wanted.new.entered())
    if wanted.draft and wanted.wish:
        draft, wish = wanted.draft, wanted.wish
        moved = actions.move(me, draft.id, work.saw(draft.ref, draft.version), wish)
        outcomes.settle(moved, work, drafts.form_of(draft), wish.entered())

side.claims_below(claims, article.ref)
reference_panel.references_below(view.pointers, view.base, article.ref)
job = captured.at_work(article.id, capture_now.remembered(article.ref))
told = capture_rows.told(captures, addresses.asked_for(query, capture_rows.ABOUT))
here = side.taken_on(claims, told)
section = captures_section.captures_section(
    captures_section.Section(
        article.ref,
        article.url,
        captures,
        capture,
        archived=captured.attestations(article.id),
        watch=watching.of_document(article.id),
        told=told,
        headers=captured.headers(told.id) if told else (),
        impact=claim_rows.claim_list(here, with_article=False) if here else None,
        files=captures_section.Files(captured.in_bytes, captured.as_warc),
        may_act=view.may_act,
        may_archive=captured.may_archive(),
        by_hand=(texts.NEWER_TEXT, texts.NEWER_TEXT_ABOUT),
    ),
    work,
    partial(capture_now.capture_now, work, article.url, captures, job, jobs.get) if view.may_act else None,
)
if section.fetch:
    asked_for = capture_now.remember(article.ref, having.watch(me, [article.id]))
    outcomes.settle(asked_for, work, capture_now.FORM)
if section.archive and told:
    outcomes.settle(having.archive(me, [told.id]), work, capture_rows.ABOUT)
if section.watch:
    outcomes.settle(watched.carry_out(me, article.id, section.watch), work, watch_line.FORM)
if section.brought:
    brought = actions.capture_anew(me, article.id, actions.Text(section.brought.data, section.brought.name))
    outcomes.settle(brought, work, captures_section.FORM)
