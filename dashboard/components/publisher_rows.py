"""Publishers as rows that say what each is, how first hand it usually is, and who says so."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard import addresses, labels
from dashboard.components.paper import Node, element, link, span, tag
from dashboard.components.settings_rows import opener
from dashboard.components.settings_sheet import Row
from dashboard.escaping import shortened
from dashboard.texts import publishers as texts
from dashboard.texts import settings as words
from db.rows import NamedPublisher

_LONGEST = 160
_HOSTS = 3


def publishers(rows: Iterable[NamedPublisher], *, may: bool, chosen: str) -> list[Row]:
    """Describe publishers with how many sources name each, and what is known of them."""
    return [
        Row(
            row.name,
            element(
                "div", element("div", shortened(row.name, _LONGEST), style="name plain"), _under(row), style="middle"
            ),
            element(
                "div",
                element("div", _sources(row), *_tier(row), style="side"),
                *_notes(row),
            ),
            opener(
                words.PUBLISHERS, row.name, may=may, chosen=chosen, word=words.CHANGE if row.judged else words.JUDGE
            ),
        )
        for row in rows
    ]


def _under(row: NamedPublisher) -> Node | None:
    known = row.known
    if known is None:
        return None
    facts = [labels.word(known.kind) if known.kind else "", known.country or ""]
    said = ", ".join(fact for fact in facts if fact)
    return element("div", said, style="under") if said else None


def _sources(row: NamedPublisher) -> Node | None:
    if not row.sources:
        return None
    return link(words.named_by(row.sources), addresses.href(addresses.SOURCES, publisher=row.name))


def _tier(row: NamedPublisher) -> list[Node]:
    if row.judged:
        return [tag(words.usual_tier(labels.word(row.judged.tier)), labels.meaning(row.judged.tier))]
    if row.known is None:
        return [span(words.NOT_JUDGED, "muted")]
    usual = words.usual_tier(labels.word(row.known.tier))
    return [tag(usual, labels.meaning(row.known.tier)), span(texts.FROM_REGISTRY, "muted small")]


def _notes(row: NamedPublisher) -> list[Node]:
    known = row.known
    notes: list[Node] = []
    if known and known.hosts:
        more = len(known.hosts) - _HOSTS
        listed = [*known.hosts[:_HOSTS], *([texts.hosts(more)] if more > 0 else [])]
        notes.append(element("div", shortened(", ".join(listed), _LONGEST), style="under plain"))
    if row.overrules:
        notes.append(element("div", span(texts.OVERRULES), span(f"«{'», «'.join(row.overrules)}»"), style="under side"))
    note = row.judged.note if row.judged else known.note if known else None
    if note:
        notes.append(element("div", note, style="under plain"))
    return notes
