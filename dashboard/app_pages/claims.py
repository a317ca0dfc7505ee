"""Claims: the queue. Everything that is shown stands in the address."""

from __future__ import annotations

import datetime as dt
from functools import partial

import streamlit as st

from dashboard import actions, data, labels, tables
from dashboard.actions import bulk as many
from dashboard.actions import personal
from dashboard.components import (
    bulk,
    outcomes,
    paging,
    queue,
    queue_address,
    queue_chips,
    queue_empty,
    queue_files,
    queue_filters,
    queue_help,
    queue_rows,
    queue_views,
)
from dashboard.data import queue as record
from dashboard.texts import claims as texts
from dashboard.texts import glossary

outcomes.announce()
queue.tell()
me, desks = data.me(), data.desks()
own = record.views(me)
asked = queue_address.read({name: st.query_params.get_all(name) for name in st.query_params}, [d.slug for d in desks])
asked, names = queue_address.named(asked, record.names, desks)

with st.container(horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute"):
    st.title(texts.TITLE, width="content", help=glossary.of_label(texts.TITLE))
    with st.container(horizontal=True, width="content"):
        shelf = queue_views.Shelf(partial(personal.save_view, me, record.VIEWS_OF), partial(personal.drop_view, me))
        queue_views.manage(asked, own, shelf)
        keys = queue_help.button()
queue_chips.views(asked, own)
with st.container(horizontal=True, vertical_alignment="center"):
    queue_filters.search(asked)
    queue_filters.add(asked, desks, record.offered)
    queue_filters.ordering(asked)
with st.container():
    queue_chips.chips(asked, names)

where = asked.filter(me.id, desks)
page = record.page(where, asked.order, paging.cursor("claims", (where, asked.order)))
rows = page.rows
total = data.claim_count(where) if rows else 0
st.session_state["queue"] = tuple(row.ref for row in rows)
reachable = len(rows) if asked.text else total  # a search finds its best, and no more than a page of them
fitting = partial(record.fitting, where, asked.order)


def act(key: queue.Act) -> None:
    """Do what a key asks for, before the page is drawn anew."""
    queue.told(actions.assign(me, key.claim_id, key.version, me.id), texts.assigned(key.ref))


if rows:
    counted = texts.counted(len(rows), total, more=total >= labels.COUNTED_UP_TO, ordered=asked.ordered)
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.caption(counted, width="content")
        queue_files.files(
            "claims",
            (len(rows), lambda: tables.claim_records(rows)),
            (reachable, lambda: tables.claim_records(fitting(queue_files.LARGEST))),
        )
    keys = queue.queue(queue_rows.groups(rows, asked), asked.group, dt.datetime.now(dt.UTC), act) or keys
    paging.pager("claims", page.next, counted, quiet=True)
else:
    queue_empty.nothing(asked, own)
preview, change, undo = partial(many.preview, me), partial(many.change, me), partial(many.undo, me)
doors = bulk.Doors(preview, change, undo, partial(fitting, bulk.AT_MOST))
bulk.bar(rows, 0 if asked.text else total, repr((where, asked.order)), doors, me, data.users())
if keys:
    queue_help.keys()
