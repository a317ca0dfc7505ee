"""The tabs of the settings: who may change what and what follows, the list, and the form of the row that is open.

Each tells whether somebody else changed what is open after the person had opened it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import streamlit as st

from dashboard import labels
from dashboard.components import outcomes, settings_forms, settings_rows
from dashboard.components.paper import element, paragraph
from dashboard.components.settings_sheet import Row, sheet, unfolding
from dashboard.components.work import Work
from dashboard.outcome import Outcome
from dashboard.texts import settings as texts
from dashboard.wish import HouseWish
from db.rows import DeskRow, UserRow
from db.vocabulary import AttributionFinding, EventAction, SubstanceFinding

Act = Callable[[HouseWish], Outcome]
_A = EventAction


def rules(work: Work, rows: Sequence[DeskRow], edit: str, act: Act, *, may: bool) -> bool:
    """Draw the desks with their rules; ``edit`` is the short name of the one that is open."""
    intro(texts.RULES_INTRO, texts.ADMINISTRATORS_ONLY, [_A.DESK_RULE_SET, _A.DESK_ADDED], "rules", may=may)
    edit = edit if may else ""
    chosen = next((row for row in rows if row.slug == edit), None)
    announce_unless(chosen)
    with unfolding(settings_rows.desks(rows, may=may, chosen=edit), edit, key="settings-rules"):
        if chosen is None:
            return False
        outcomes.announce()
        record = f"desk {chosen.id}"
        settle(settings_forms.rules_form(work, chosen, work.saw(record, chosen.version)), act, work)
        return work.behind(record, chosen.version)


def people(
    work: Work, rows: Sequence[UserRow], me: UserRow, chosen: UserRow | None, version: int, act: Act, *, may: bool
) -> bool:
    """Draw the people with their roles; ``version`` is that of the one who is chosen."""
    intro(texts.PEOPLE_INTRO, texts.ADMINISTRATORS_ONLY, [_A.USER_ADDED, _A.USER_CHANGED], "people", may=may)
    chosen = chosen if may else None
    ident = str(chosen.id) if chosen else ""
    announce_unless(chosen)
    if may:
        with st.expander(texts.ADD_PERSON, icon=":material/person_add:", key="settings-add-person"):
            settle(settings_forms.add_person_form(work), act, work)
    with unfolding(settings_rows.people(rows, me, may=may, chosen=ident), ident, key="settings-people"):
        if chosen is None:
            return False
        outcomes.announce()
        record = f"person {chosen.id}"
        settle(settings_forms.person_form(work, chosen, work.saw(record, version)), act, work)
        return work.behind(record, version)


def words(work: Work, edit: str, act: Act, *, may: bool) -> bool:
    """Draw the findings by today's words; ``edit`` is the code of the one that is open."""
    intro(texts.WORDS_INTRO, texts.WORDS_ONLY, [_A.LABEL_SET], "words", may=may)
    edit = edit if may else ""
    announce_unless(edit if edit in labels.DEFAULTS else None)
    behind = _findings(work, texts.SUBSTANCE, list(SubstanceFinding), edit, act, may=may)
    return _findings(work, texts.ATTRIBUTION, list(AttributionFinding), edit, act, may=may) or behind


def _findings(
    work: Work,
    title: str,
    codes: Sequence[SubstanceFinding] | Sequence[AttributionFinding],
    edit: str,
    act: Act,
    *,
    may: bool,
) -> bool:
    st.header(title, anchor=False)
    there: list[Row] = settings_rows.words(codes, may=may, chosen=edit)
    chosen = next((code for code in codes if code.value == edit), None)
    with unfolding(there, edit, key=f"settings-{type(codes[0]).__name__}"):
        if chosen is None:
            return False
        outcomes.announce()
        now = labels.word(chosen)
        behind = settings_forms.seen_word(work, edit, now) != now
        settle(settings_forms.word_form(work, edit, now), act, work)
        return behind


def announce_unless(chosen: object) -> None:
    """Say above the list what became of a deed, unless a row is open: then it is said there."""
    with st.container():
        if chosen is None:
            outcomes.announce()


def settle(wish: HouseWish | None, act: Act, work: Work) -> None:
    """Do what was entered, and say beside the form what became of it."""
    if wish is not None:
        outcomes.settle(act(wish), work, wish.form, settings_forms.entered(wish))


def intro(what: str, otherwise: str, actions: Iterable[EventAction], tab: str, *, may: bool) -> None:
    """Draw what a tab is about, who may change it, and the way to the history of its changes."""
    words = what if may else f"{what} {otherwise}"
    there = paragraph(settings_rows.history_link(actions), style="small gap")
    sheet(element("div", paragraph(words, style="measure"), there), key=f"settings-{tab}-intro")
