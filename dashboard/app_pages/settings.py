"""Settings: the desks' rules, the people, the words for findings, the publishers; and who may change them."""

from __future__ import annotations

from functools import partial

import streamlit as st

from dashboard import addresses, data
from dashboard.actions import settings as actions
from dashboard.components import empty, meanwhile, paging, publisher_tab, settings_tabs
from dashboard.components.tab_links import tab_links
from dashboard.components.work import open_work
from dashboard.data import publishers
from dashboard.data import settings as read
from dashboard.texts import publishers as texts_of_publishers
from dashboard.texts import settings as texts
from dashboard.wish.publishers import PublishersAsked, Which
from db.vocabulary import RecordType, Role

me, newest = data.me(), data.newest_event()
work = open_work("settings", newest)
act = partial(actions.change, me)
edit = addresses.asked_for(st.query_params, "edit")
administers = Role.ADMINISTRATOR in me.roles
renames = bool(me.roles & {Role.EDITOR, Role.ADMINISTRATOR})
judges = bool(me.roles & {Role.CHECKER, Role.EDITOR, Role.ADMINISTRATOR})

st.title(texts.TITLE)
above, behind = st.container(), False
tabs = (texts.RULES, texts.PEOPLE, texts.WORDS, texts.PUBLISHERS)
opened = tab_links(tabs, addresses.SETTINGS, "tab", key="settings-tabs")
if opened == texts.RULES:
    behind = settings_tabs.rules(work, data.desks(), edit, act, may=administers)
elif opened == texts.PEOPLE:
    everybody = read.everybody()
    chosen = next((row for row in everybody if str(row.id) == edit), None)
    version = read.newest_change(RecordType.USER, chosen.id) if chosen else 0
    behind = settings_tabs.people(work, everybody, me, chosen, version, act, may=administers)
elif opened == texts.WORDS:
    behind = settings_tabs.words(work, edit, act, may=renames)
else:
    publisher_tab.opening(publishers.whose, may=judges)
    chosen_one = publishers.one(edit)
    if judges and chosen_one is None:
        publisher_tab.adding(work, act)
    asked = publisher_tab.asked(publishers.countries())
    page, all_of_them = publishers.page(asked, paging.cursor("publishers", asked)), publishers.every(asked)
    there = page.rows if chosen_one is None or chosen_one in page.rows else (chosen_one, *page.rows)
    behind = publisher_tab.listed(work, there, chosen_one, act, may=judges)
    if page.rows:
        paging.pager("publishers", page.next, texts_of_publishers.shown(len(page.rows), len(all_of_them)))
        paging.downloads(texts_of_publishers.WHAT, publishers.records(asked))
    elif asked != PublishersAsked(asked.which):
        st.markdown(texts.NO_SUCH_PUBLISHER)
    elif asked.which is Which.OWN:
        st.markdown(texts_of_publishers.NONE_OWN)
    else:
        empty.nothing_yet(texts.NO_PUBLISHERS, page=addresses.SOURCES, label=texts.ADD_SOURCE, icon="add")
with above:
    if behind:
        meanwhile.changed(work, read.changes(), newest)
    meanwhile.not_saved(work)
