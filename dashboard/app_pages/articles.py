"""Articles: the list, and the way in for new ones."""

from __future__ import annotations

import streamlit as st

from dashboard import actions, data
from dashboard.components import document_forms, document_rows, filters, outcomes, paging
from dashboard.components.paper import element, paper, record_link, span
from dashboard.components.work import open_work
from dashboard.escaping import markdown_safe

outcomes.announce()
st.title("Articles")
me = data.me()
work = open_work("articles", data.newest_event())
page_of_all = data.articles(None, "")

with st.expander("Take an article in", icon=":material/input:", expanded=not page_of_all.rows):
    if not page_of_all.rows:
        st.markdown(
            "**No article has been taken in yet.** Paste one, or choose files: the bytes are kept as they come."
        )
    entered = document_forms.article_form(work)
    if entered:
        texts, about = entered
        with st.status("Reading…", expanded=True) as progress:
            results = []
            for number, text in enumerate(texts, start=1):
                name = text.name or "pasted text"
                progress.update(label=f"Reading {number} of {len(texts)}: {markdown_safe(name, longest=60)}")
                taken = actions.take_article_in(me, data.main_desk().id, actions.Text(text.data, text.name), about)
                results.append((name, taken))
                paper(
                    element(
                        "div",
                        span(f"{name}: ", "strong"),
                        span(" ".join([taken.sentence, *taken.missing])),
                    ),
                    key=f"taken-{number}",
                )
            good = [taken for _, taken in results if taken.done]
            progress.update(
                label=f"{len(good)} of {len(results)} taken in" if len(good) < len(results) else "Taken in",
                state="complete" if len(good) == len(results) else "error",
            )
        paper(
            element("div", *(record_link(taken.ref, f"Open {taken.ref}") for taken in good if taken.ref), style="tags"),
            key="taken-links",
        )

with st.container(horizontal=True, vertical_alignment="bottom"):
    words = filters.text_filter(st.container(), "Search", key="a", hint="Words of the title, the publisher or the text")
    desk = filters.desk_filter(data.desks(), key="desk")
asked = (desk.id if desk else None, words)
page = data.articles(*asked, paging.cursor("articles", asked))
if page.rows:
    paper(document_rows.article_list(page.rows), key="articles-rows")
    paging.pager(
        "articles", page.next, f"{len(page.rows)} articles, " + ("best matches first" if words else "newest first")
    )
elif page_of_all.rows:
    st.caption("No article fits. Search for other words, or clear the search.")
    filters.start_over("Show all articles", {"a": "", "desk": None}, key="articles-over")
