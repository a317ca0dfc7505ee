"""What the house has settled, as rows that say enough and open where somebody may change them."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from dashboard import addresses, labels
from dashboard.components.paper import Node, chip, element, link, span, tag
from dashboard.components.settings_sheet import Row
from dashboard.escaping import shortened
from dashboard.texts import settings as texts
from db.rows import DeskRow, UserRow
from db.vocabulary import AttributionFinding, EventAction, Role, SubstanceFinding

_LONGEST = 160


def opener(tab: str, ident: str, *, may: bool, chosen: str, word: str = texts.CHANGE) -> Node | None:
    """Describe the link that opens a row's form, or closes it."""
    if not may:
        return None
    if ident == chosen:
        return link(texts.CLOSE, addresses.href(addresses.SETTINGS, tab=tab))
    return link(word, addresses.href(addresses.SETTINGS, tab=tab, edit=ident))


def history_link(actions: Iterable[EventAction]) -> Node:
    """Describe the way to the history of these changes."""
    return link(texts.HISTORY, addresses.href(addresses.HISTORY, did=sorted(labels.word(action) for action in actions)))


def desks(rows: Iterable[DeskRow], *, may: bool, chosen: str) -> list[Row]:
    """Describe desks with their rules."""
    return [
        Row(
            row.slug,
            span(shortened(row.name, _LONGEST), "name plain"),
            element(
                "div",
                span(texts.SELF_SIGNING_ALLOWED if row.allow_self_signing else texts.FOUR_EYES),
                span(texts.stale_after(row.stale_after_days), "muted"),
                style="side",
            ),
            opener(texts.RULES, row.slug, may=may, chosen=chosen),
        )
        for row in rows
    ]


def people(rows: Iterable[UserRow], me: UserRow, *, may: bool, chosen: str) -> list[Row]:
    """Describe people with their roles."""
    described = []
    for row in rows:
        roles = [tag(labels.word(role), labels.meaning(role)) for role in labels.in_order(Role, row.roles)]
        known = [
            *([tag(texts.IS_DISABLED)] if row.disabled else []),
            *(roles or [span(texts.NO_ROLE, "muted")]),
            *([span(texts.YOU, "muted")] if row.id == me.id else []),
        ]
        described.append(
            Row(
                str(row.id),
                element(
                    "div",
                    element("div", shortened(row.name, _LONGEST), style="name off" if row.disabled else "name"),
                    element("div", shortened(row.email, _LONGEST), style="under") if row.email != row.name else None,
                ),
                element("div", *known, style="tags"),
                opener(texts.PEOPLE, str(row.id), may=may, chosen=chosen),
            )
        )
    return described


def words(codes: Iterable[SubstanceFinding] | Iterable[AttributionFinding], *, may: bool, chosen: str) -> list[Row]:
    """Describe findings by today's words, each with its code and what it means."""
    return [
        Row(
            code.value,
            chip(labels.finding(code) if isinstance(code, SubstanceFinding) else labels.attribution(code)),
            element("div", element("div", labels.meaning(code)), element("div", _origin(code), style="under")),
            opener(texts.WORDS, code.value, may=may, chosen=chosen, word=texts.RENAME),
        )
        for code in codes
    ]


def _origin(code: StrEnum) -> str:
    usual = labels.DEFAULTS[code.value]
    own = [texts.usually(usual)] if labels.word(code) != usual else []
    return " · ".join([texts.code_of(code.value), *own])
