"""What the queue is narrowed to, as chips that can be taken away one by one, and the views to choose from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dashboard import labels, periods
from dashboard.components.paper import Node, chip, element, icon, link, span
from dashboard.components.queue import sheet
from dashboard.components.queue_address import YES, Asked, Pair, of_query
from dashboard.escaping import shortened
from dashboard.texts import claims as texts
from dashboard.texts import filters as words
from db.rows import SavedView
from db.vocabulary import AttributionFinding, VerificationStatus

_LONGEST = 60
_SWITCHES = frozenset({"mine", "nobody", "checkable"})
_S = VerificationStatus


def chips(asked: Asked, names: Mapping[Pair, str]) -> None:
    """Draw one chip for each filter; ``names`` says what a desk, a speaker, an article or a source is called."""
    shown = [_chip(asked, pair, names.get(pair, pair.value)) for pair in asked.narrowing if pair.name != "q"]
    if len(asked.narrowing) > 1:
        cleared = asked.without(*asked.narrowing).address
        shown.append(element("li", link(words.CLEAR, cleared), style="bare"))
    told = [element("p", problem) for problem in asked.problems]
    nodes = [
        *([element("ul", *shown, style="chips", name=texts.FILTERS)] if shown else []),
        *([element("div", *told, style="problems", role="status")] if told else []),
    ]
    if nodes:
        sheet(*nodes, key="claims-chips")


def _chip(asked: Asked, pair: Pair, name: str) -> Node:
    off = element(
        "a",
        icon("close"),
        style="off",
        href=asked.without(pair).address,
        name=words.taken_away(words.NAMES[pair.name], "" if pair.name in _SWITCHES else shortened(name, _LONGEST)),
    )
    return element("li", *_words(pair, shortened(name, _LONGEST)), off)


def _words(pair: Pair, name: str) -> list[Node]:
    if pair.name == "status":
        return [chip(labels.status(code)) for code in labels.by_word(VerificationStatus, [pair.value])]
    if pair.name == "finding":
        return [chip(labels.attribution(code)) for code in labels.by_word(AttributionFinding, [pair.value])]
    if pair.name in _SWITCHES and pair.value == YES:
        return [span(words.NAMES[pair.name])]
    period = periods.read(pair.value) if pair.name in words.PERIODS else None
    if period is not None:
        name = words.days(*(day.isoformat() if day else "" for day in (period.first, period.last)))
    return [span(words.NAMES[pair.name], "muted"), span(name)]


def built_in() -> tuple[tuple[str, Asked], ...]:
    """List the views that everybody has: a name and what it asks for."""
    mine = Asked().with_only("mine", YES)
    nobodys = Asked().with_only("nobody", YES)
    unfinished = _statuses(_S.OPEN, _S.IN_CHECK, _S.ON_HOLD, _S.RECHECK)
    return (
        (texts.MY_WORK, _oldest(mine.with_only("status", *unfinished))),
        (texts.FOR_SIGN_OFF, _oldest(Asked().with_only("status", *_statuses(_S.IN_REVIEW)))),
        (texts.FOR_RECHECK, _oldest(Asked().with_only("status", *_statuses(_S.RECHECK)))),
        (texts.NOBODYS, _oldest(nobodys.with_only("status", *_statuses(_S.OPEN, _S.RECHECK)))),
        (texts.OLDEST_OPEN, _oldest(Asked().with_only("status", *_statuses(_S.OPEN)))),
    )


def _statuses(*codes: VerificationStatus) -> list[str]:
    return [labels.word(code) for code in codes]


def _oldest(asked: Asked) -> Asked:
    return asked.with_only("sort", "waiting")


def views(asked: Asked, own: Sequence[SavedView]) -> None:
    """Draw the views as quiet links: those that everybody has, then one's own; the one on view stands out."""
    everybodys = [("", texts.ALL, Asked()), *(("", name, view) for name, view in built_in())]
    general = [_view(name, view, asked) for _, name, view in everybodys]
    kept = [_view(shortened(view.name, _LONGEST), of_query(view.query), asked) for view in own]
    nodes = [*general, *([element("span", *kept, style="own")] if kept else [])]
    sheet(element("div", *nodes, style="viewlist", role="navigation", name=texts.VIEWS), key="claims-views")


def _view(name: str, view: Asked, asked: Asked) -> Node:
    return link(name, view.address, "now" if view.pairs == asked.pairs else "")
