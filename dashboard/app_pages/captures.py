"""Two captures of one address side by side: the passages that claims rest on first, the rest on request."""

from __future__ import annotations

from collections import Counter
from functools import partial

import streamlit as st

from dashboard import addresses, data
from dashboard.actions import captures as acts
from dashboard.components import article_claims, captures_section, empty, impact, outcomes, queue_files
from dashboard.components import captures_compared as compared
from dashboard.components.captures_compared import ALL, FROM, SHOW, Chosen, Resting
from dashboard.components.paper import element, paper, span
from dashboard.components.work import open_work
from dashboard.data import captured, library, side_by_side
from dashboard.texts import side_by_side as texts
from dashboard.texts import sources as of_sources
from db.rows import CaptureRow
from db.vocabulary import Role

query = st.query_params
asked = addresses.asked_for(query, "document")
document = captured.document(asked)
if document is None:
    st.title(texts.TITLE)
    empty.unknown(asked, texts.KIND, texts.EXAMPLE, page=addresses.SOURCES, label=of_sources.ALL_SOURCES)

captures = data.captures(document.id)
readable = [capture for capture in captures if capture.characters]
by_id = {capture.id: capture for capture in readable}
if len(readable) <= 1:
    st.title(texts.TITLE)
    page, name = (addresses.ARTICLE, "article") if document.is_article else (addresses.SOURCE, "source")
    st.markdown(texts.TOO_FEW)
    st.page_link(page, label=texts.OPEN_DOCUMENT, icon=":material/arrow_back:", query_params={name: document.ref})
    st.stop()

places = captured.placed(document)
resting_on = Counter(place.capture_id for place in places if place.capture_id in by_id)
asked_pair = (addresses.asked_for(query, compared.BEFORE), addresses.asked_for(query, compared.AFTER))
chosen = Chosen(document.ref, *compared.choose(readable, *asked_pair, compared.heaviest(resting_on)))
before, after = chosen.before.id, chosen.after.id
me, work = data.me(), open_work(document.ref, data.newest_event())
outcomes.announce()
paper(compared.head(chosen, document.title), key="captures-head")
compared.pickers(readable, chosen)
if before == after:
    st.info(texts.SAME_CAPTURE, icon=":material/info:")
    st.stop()

found = side_by_side.differences(before, after, side_by_side.place_of(addresses.asked_for(query, FROM)))
if not found.total:
    paper(element("p", span(texts.SAME_TEXT if found.alike else texts.ONLY_SPACES)), key="captures-same")
else:
    resting = [
        Resting(
            place.claim_id, place.status, place.statement, *side_by_side.passage(before, after, place.start, place.end)
        )
        for place in places
        if place.capture_id == before
    ]
    whole = not resting or addresses.asked_for(query, SHOW) == ALL
    more = compared.more(found, chosen, whole=whole)
    compared.compared(
        resting[: side_by_side.PASSAGES],
        texts.OWN_WORDS if document.is_article else texts.PASSAGES,
        [
            *compared.elsewhere(chosen, readable, resting_on),
            compared.more(found, chosen, whole=whole) if resting else None,
        ],
        key=f"{document.ref}-passages",
    )
    if whole:
        compared.walk(found, chosen)
    records = side_by_side.records
    shown = slice(found.first, found.first + len(found.rows))
    queue_files.files(
        "differences",
        (len(found.rows), lambda: records(before, after)[shown]),
        (found.total, lambda: records(before, after)),
    )


source = None if document.is_article else data.source(document.id)


def rests_on(capture: CaptureRow) -> impact.Resting | None:
    """Read every claim that rests on one of the two."""
    if source is None:
        return impact.of_claims(article_claims.taken_on(data.claims_of(capture.document_id), capture))
    return impact.of_uses(source, library.resting_on(source.id, capture.id), captures, library.READ)


for capture in (chosen.before, chosen.after):
    wanted = impact.of_capture(capture, partial(rests_on, capture), work, may_reopen=Role.EDITOR in me.roles)
    if wanted:
        captures_section.settle(acts.carry_out(me, document.ref, wanted.deed), wanted, work)
