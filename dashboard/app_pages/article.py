"""An article: its text with the claims marked, a claim beside it, its captures and what changed between them."""

from __future__ import annotations

import streamlit as st

from dashboard import actions, addresses, data
from dashboard.components import drafts, empty, outcomes, reader_address, reader_captures, reader_pane
from dashboard.components import reader_side as side
from dashboard.components.paper import element, paper
from dashboard.components.reader_coverage import coverage, looked_at
from dashboard.components.reader_head import coverage_line, head
from dashboard.components.work import open_work
from dashboard.data import reading
from dashboard.outcome import Outcome
from dashboard.texts import reader as texts
from db.rows import parse_ref
from db.vocabulary import Role

query = st.query_params
asked = addresses.asked_for(query, "article")
number = parse_ref(asked, "FA")
article = data.article(number) if number is not None else None
if article is None:
    st.title(texts.TITLE)
    empty.unknown(asked, texts.KIND, texts.EXAMPLE, page=addresses.ARTICLES, label=texts.ALL_ARTICLES)

me, work = data.me(), open_work(article.ref, data.newest_event())
claims, captures = data.claims_of(article.id), data.captures(article.id)
capture = reader_address.captured(captures, addresses.asked_for(query, reader_address.CAPTURE))
text, sentences = (data.captured_text(capture.id), reading.sentences(capture.id)) if capture else ("", ())
view = side.View(
    article.ref,
    claims,
    capture,
    text,
    side.marks_of(claims, capture.id) if capture else (),
    reader_address.base(article.ref, captures, capture),
    bool(me.roles & {Role.CHECKER, Role.EDITOR}),
)
pane = f"{article.ref}-text"


def choose() -> None:
    """Go on with the words that were selected, if they are those of the text."""
    words = reader_pane.chosen(pane)
    if words is None or text[words.start : words.end] != words.words:
        outcomes.say(Outcome(False, texts.WORDS_DIFFER))
        return
    query.pop(reader_address.MARK, None)
    query[reader_address.WORDS] = reader_address.placed(words.start, words.end)


outcomes.announce()
held = coverage(claims, sentences, capture.id if capture else None)
paper(
    head(article),
    coverage_line(article, held, f"{view.base}&show=unread"),
    element("div", *reader_captures.elsewhere(article.ref, claims, captures, capture), style="tags small muted"),
    key=f"{article.ref}-head",
)
against = reader_address.captured(captures, addresses.asked_for(query, reader_address.AGAINST))
with st.container():
    if capture and against and reader_address.AGAINST in query and against != capture:
        before = data.captured_text(against.id)
        paper(*reader_captures.changes(against, capture, before, text, view.base), key=f"{article.ref}-changes")
left, right = st.columns([13, 7], gap="small")
with left:
    if capture is None:
        st.caption(texts.NO_TEXT)
    else:
        drawn = reader_pane.pieces(text, view.marks, sentences, tuple(looked_at(claims, capture.id)))
        reader_pane.reader_pane(drawn, view.base, key=pane, lang=article.language, on_chosen=choose)

with right:
    mark = addresses.asked_for(query, reader_address.MARK)
    opened = next((claim for claim in claims if claim.id == parse_ref(mark, "FH")), None)
    file = data.claim_file(opened.id) if opened else None
    wanted = side.beside(view, work, file, mark, addresses.asked_for(query, reader_address.WORDS))
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
later = side.captures_below(view, captures, work)
if later:
    brought = actions.capture_anew(me, article.id, actions.Text(later.data, later.name))
    outcomes.settle(brought, work, "capture")
