"""The forms of the settings: each tells what was entered once it is sent, and nothing before."""

from __future__ import annotations

import streamlit as st

from dashboard import labels
from dashboard.components.work import Work
from dashboard.texts import publishers as words
from dashboard.texts import settings as texts
from dashboard.wish import DeskRules, FindingWord, HouseWish, NewPerson, PersonRoles, PublisherTier
from db.rows import DeskRow, UserRow
from db.vocabulary import Role

ADD_PERSON = "add-person"
_LONGEST_WORD = 40
_LONGEST_AGE = 36_500  # days


def rules_form(work: Work, row: DeskRow, seen: int) -> DeskRules | None:
    """Draw the form for a desk's rules."""
    form = f"desk-{row.id}"
    with st.form(work.key(form)):
        signing = st.toggle(
            texts.SELF_SIGNING,
            value=row.allow_self_signing,
            help=texts.SELF_SIGNING_HELP,
            key=work.key(form, "self-signing"),
        )
        stale = st.number_input(
            texts.STALE_AFTER,
            min_value=1,
            max_value=_LONGEST_AGE,
            value=row.stale_after_days,
            help=texts.STALE_HELP,
            width=240,
            key=work.key(form, "stale"),
        )
        sent = st.form_submit_button(texts.SAVE_RULES, icon=":material/save:", type="primary")
    return DeskRules(row.id, seen, signing, int(stale or 0), form) if sent else None


def add_person_form(work: Work) -> NewPerson | None:
    """Draw the form for a new person."""
    form = ADD_PERSON
    with st.form(work.key(form), border=False):
        columns = st.columns(2)
        email = columns[0].text_input(texts.EMAIL, help=texts.EMAIL_HELP, key=work.key(form, "email"))
        name = columns[1].text_input(texts.NAME, key=work.key(form, "name"))
        roles = _roles(work, form, (Role.CHECKER, Role.REVIEWER))
        sent = st.form_submit_button(texts.ADD, icon=":material/person_add:", type="primary")
    return NewPerson(email or "", name or "", roles, form) if sent else None


def person_form(work: Work, row: UserRow, seen: int) -> PersonRoles | None:
    """Draw the form for what a person may do."""
    form = f"person-{row.id}"
    with st.form(work.key(form)):
        roles = _roles(work, form, tuple(labels.in_order(Role, row.roles)))
        disabled = st.checkbox(texts.DISABLED, value=row.disabled, key=work.key(form, "disabled"))
        sent = st.form_submit_button(texts.SAVE_PERSON, icon=":material/save:", type="primary")
    return PersonRoles(row.id, seen, roles, disabled, form) if sent else None


def _roles(work: Work, form: str, held: tuple[Role, ...]) -> tuple[Role, ...]:
    chosen = st.multiselect(
        texts.ROLES,
        list(Role),
        default=list(held),
        format_func=labels.title,
        help="\n".join(texts.role_help(labels.title(role), labels.meaning(role)) for role in Role),
        key=work.key(form, "roles"),
    )
    return tuple(chosen)


def word_form(work: Work, code: str, now: str) -> FindingWord | None:
    """Draw the form for a finding's word."""
    form, usual = f"word-{code}", labels.DEFAULTS[code]
    with st.form(work.key(form)):
        word = st.text_input(texts.WORD, value=now, max_chars=_LONGEST_WORD, width=360, key=work.key(form, "word"))
        with st.container(horizontal=True):
            sent = st.form_submit_button(texts.SAVE_WORD, icon=":material/save:", type="primary")
            back = now != usual and st.form_submit_button(texts.back_to(usual), icon=":material/undo:")
    if not (sent or back):
        return None
    return FindingWord(code, seen_word(work, code, now), usual if back else word or "", form)


def seen_word(work: Work, code: str, now: str) -> str:
    """Tell the word that the person saw when they opened the form: words have no version."""
    seen: str = st.session_state.setdefault(work.key(f"word-{code}", "seen"), now)
    return seen


def entered(wish: HouseWish) -> dict[str, str]:
    """Tell what was entered, by label, in case it cannot be saved."""
    match wish:
        case DeskRules():
            signing = texts.SELF_SIGNING_ALLOWED if wish.self_signing else texts.FOUR_EYES
            return {texts.SELF_SIGNING_FACT: signing, texts.STALE_FACT: texts.stale_after(wish.stale_after)}
        case NewPerson():
            return {texts.EMAIL: wish.email, texts.NAME: wish.name, texts.ROLES: _named(wish.roles)}
        case PersonRoles():
            disabled = texts.IS_DISABLED if wish.disabled else ""
            return {texts.ROLES: _named(wish.roles), texts.DISABLED: disabled}
        case FindingWord():
            return {texts.WORD: wish.word}
        case PublisherTier():
            return {
                words.NAME: wish.name,
                texts.USUAL_TIER: labels.word(wish.tier),
                words.KIND: labels.word(wish.kind) if wish.kind else "",
                words.COUNTRY: wish.country,
                words.HOSTS: " ".join(wish.hosts),
                texts.NOTE: wish.note,
            }


def _named(roles: tuple[Role, ...]) -> str:
    return ", ".join(labels.word(role) for role in roles)
