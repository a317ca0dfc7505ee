"""Claims: filtered, in pages, each row saying enough to choose it by."""

from __future__ import annotations

import streamlit as st

from dashboard import addresses, data, labels, tables
from dashboard.components import claim_rows, empty, filters, outcomes, paging
from dashboard.components.paper import paper, paragraph, record_link, span
from db.rows import ClaimFilter, parse_ref
from db.vocabulary import ClaimType, Flag, Tier, VerificationStatus

EMPTY: dict[str, object] = {
    "q": "",
    "status": [],
    "type": [],
    "flag": [],
    "desk": None,
    "tier": None,
    "mine": False,
    "checkable": False,
}

outcomes.announce()
st.title("Claims")
me = data.me()
article_id = parse_ref(addresses.asked_for(st.query_params, "article"), "FA")
source_id = parse_ref(addresses.asked_for(st.query_params, "source"), "FS")
article = data.article(article_id) if article_id is not None else None
source = data.source(source_id) if source_id is not None else None

text = filters.text_filter(st.container(), "Search", key="q", hint="Words of the statement, the article or a note")
first = st.columns(3)
statuses = filters.words_filter(first[0], "Status", VerificationStatus, key="status")
types = filters.words_filter(first[1], "Type", ClaimType, key="type")
flags = filters.words_filter(first[2], "Flag", Flag, key="flag")
with st.container(horizontal=True, vertical_alignment="bottom"):
    desk = filters.desk_filter(data.desks(), key="desk")
    tier = filters.word_filter(st.container(width=220), "Nearest deciding source", Tier, key="tier")
    mine = filters.toggle_filter(st.container(width="content"), "Assigned to me", key="mine")
    checkable = filters.toggle_filter(st.container(width="content"), "Checkable only", key="checkable")

named = article or source
if named:
    with st.container(horizontal=True, vertical_alignment="center"):
        paper(
            paragraph(
                span("Only claims of " if article else "Only claims that rest on "), record_link(named.ref, named.title)
            ),
            key="claims-only",
        )
        filters.start_over("Show all claims", EMPTY, "article", "source", key="claims-all")

where = ClaimFilter(
    desk_id=desk.id if desk else None,
    article_id=article_id,
    source_id=source_id,
    assignee_id=me.id if mine else None,
    statuses=statuses,
    types=types,
    flags=flags,
    checkable=True if checkable else None,
    best_tier=tier,
    text=text,
)
page = data.claims(where, paging.cursor("claims", where))
if not page.rows:
    if where == ClaimFilter():
        empty.nothing_yet(
            "**There are no claims yet.** They come with the articles that the desk takes in.",
            page=addresses.ARTICLES,
            label="Take an article in",
            icon="input",
        )
    else:
        st.markdown("**No claim fits all of these filters.** Take one away, or start over.")
        filters.start_over("Start over", EMPTY, "article", "source", key="claims-over")
    st.stop()

total = data.claim_count(where)
counted = f"{len(page.rows)} of {total:,}{' or more' if total >= labels.COUNTED_UP_TO else ''} claims"
order = "best matches first" if text else "in the order of the text" if article_id is not None else "newest first"
paper(claim_rows.claim_list(page.rows, with_article=article is None), key="claims-rows")
paging.pager("claims", page.next, f"{counted}, {order}")
paging.downloads("claims", tables.claim_records(page.rows))
