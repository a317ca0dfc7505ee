"""Two captures of one address side by side: the passages that claims rest on first, the rest on request."""

from __future__ import annotations

from collections import Counter

import streamlit as st

from dashboard import addresses, data
from dashboard.components import captures_compared as compared
from dashboard.components import empty, queue_files
from dashboard.components.captures_compared import ALL, FROM, SHOW, Chosen, Resting
from dashboard.components.paper import element, paper, span
from dashboard.data import captured, side_by_side
from dashboard.texts import captures as texts
from dashboard.texts import sources as of_sources

query = st.query_params
asked = addresses.asked_for(query, "document")
document = captured.document(asked)
if document is None:
    st.title(texts.TITLE)
    empty.unknown(asked, texts.KIND, texts.EXAMPLE, page=addresses.SOURCES, label=of_sources.ALL_SOURCES)

readable = [capture for capture in data.captures(document.id) if capture.characters]
by_id = {capture.id: capture for capture in readable}
if len(readable) <= 1:
    st.title(texts.TITLE)
    page, name = (addresses.ARTICLE, "article") if document.is_article else (addresses.SOURCE, "source")
    st.markdown(texts.TOO_FEW)
    st.page_link(page, label=texts.OPEN_DOCUMENT, icon=":material/arrow_back:", query_params={name: document.ref})
    st.stop()

places = captured.placed(document)
resting_on = Counter(place.capture_id for place in places if place.capture_id in by_id)
most = next((number for number, _ in resting_on.most_common(1)), None)
asked_pair = (addresses.asked_for(query, compared.BEFORE), addresses.asked_for(query, compared.AFTER))
chosen = Chosen(document.ref, *compared.choose(readable, *asked_pair, most))
before, after = chosen.before.id, chosen.after.id
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
    others = {number: count for number, count in resting_on.items() if number not in {before, after}}
    elsewhere = [compared.elsewhere(chosen, by_id[number], count) for number, count in sorted(others.items())]
    whole = not resting or addresses.asked_for(query, SHOW) == ALL
    compared.compared(
        resting[: side_by_side.PASSAGES],
        texts.OWN_WORDS if document.is_article else texts.PASSAGES,
        [*elsewhere, compared.more(found, chosen, whole=whole) if resting else None],
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
