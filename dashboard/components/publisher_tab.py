"""The publishers in the settings: whose an address is, the list with its filters, and the forms."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from dashboard import labels
from dashboard.components import outcomes
from dashboard.components.filters import choice_filter, text_filter
from dashboard.components.origin_box import whose as described
from dashboard.components.publisher_form import publisher_form
from dashboard.components.publisher_rows import publishers as rows_of
from dashboard.components.settings_sheet import sheet, unfolding
from dashboard.components.settings_tabs import Act, announce_unless, intro, settle
from dashboard.components.work import Work
from dashboard.texts import publishers as texts
from dashboard.texts import settings as words
from dashboard.wish.publishers import PublishersAsked, Which
from db.rows import KnownPublisher, NamedPublisher
from db.vocabulary import EventAction, PublisherKind

_WHICH = {texts.HERE: Which.HERE, texts.OWN: Which.OWN, texts.SHIPPED: Which.SHIPPED}


def opening(look: Callable[[str], KnownPublisher | None], *, may: bool) -> None:
    """Draw who may note something of publishers, and the field that tells whose an address is."""
    intro(texts.INTRO, words.PUBLISHERS_ONLY, [EventAction.PUBLISHER_SET], "publishers", may=may)
    with st.container(border=True, key="publishers-whose"):
        address = st.text_input(texts.WHOSE, placeholder=texts.WHOSE_HINT, key="whose", bind="query-params")
        if address and address.strip():
            found = described(look(address.strip()))
            if found is None:
                st.caption(texts.NOBODYS if "." in address else texts.NO_ADDRESS)
            else:
                sheet(found, key="publishers-found")


def asked(countries: Sequence[str]) -> PublishersAsked:
    """Draw the filters of the list; each lives in the address."""
    shown = st.segmented_control(
        texts.SHOWN, list(_WHICH), default=texts.HERE, key="of", bind="query-params", label_visibility="collapsed"
    )
    left, middle, right = st.columns([3, 2, 1])
    text = text_filter(left, texts.FIND, key="p", hint=texts.FIND_HINT)
    kinds = {labels.title(kind): kind for kind in PublisherKind}
    kind = choice_filter(middle, texts.KIND, list(kinds), key="kind")
    country = choice_filter(right, texts.COUNTRY, countries, key="country")
    return PublishersAsked(_WHICH.get(shown or texts.HERE, Which.HERE), text, kinds.get(kind or ""), country or "")


def adding(work: Work, act: Act) -> None:
    """Draw the form for a publisher that is not on the list."""
    with st.expander(texts.ADD, icon=":material/add:", key="settings-add-publisher"):
        settle(publisher_form(work, None, 0), act, work)


def listed(work: Work, rows: Sequence[NamedPublisher], chosen: NamedPublisher | None, act: Act, *, may: bool) -> bool:
    """Draw publishers; ``chosen`` is the one that is open. Tells whether somebody else changed it meanwhile."""
    chosen = chosen if may else None
    name = chosen.name if chosen else ""
    announce_unless(chosen)
    with unfolding(rows_of(rows, may=may, chosen=name), name, key="settings-publishers"):
        if chosen is None:
            return False
        outcomes.announce()
        record, version = f"publisher {name}", chosen.judged.version if chosen.judged else 0
        settle(publisher_form(work, chosen, work.saw(record, version)), act, work)
        return work.behind(record, version)
