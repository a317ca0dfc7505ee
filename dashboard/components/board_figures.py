"""The board's figures: the numbers that a desk looks at first, and where everything stands; each leads to claims."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from dashboard import addresses, labels
from dashboard.charts import standing
from dashboard.components.claim_rows import said
from dashboard.components.paper import Node, chip, element, link, record_link, span
from dashboard.escaping import shortened
from dashboard.texts import board as texts
from db.rows import BoardFigures, ClaimRow
from db.vocabulary import Tier, VerificationStatus

_STATEMENT = 64  # characters of the oldest claim's statement


def headline(figures: BoardFigures, oldest: ClaimRow | None, only: Mapping[str, str], now: dt.datetime) -> Node:
    """Describe the four figures of the first row."""

    def claims(**query: str) -> str:
        return addresses.href(addresses.CLAIMS, **{**only, **query})

    waiting = claims(status=labels.word(VerificationStatus.IN_REVIEW))
    again = claims(status=labels.word(VerificationStatus.RECHECK))
    return element(
        "div",
        _first_hand(figures, claims(tier=labels.word(Tier.PRIMARY), checkable="yes")),
        _figure(f"{figures.awaiting_sign_off:,}", waiting, texts.WAITING_FOR_SIGN_OFF),
        _figure(f"{figures.to_recheck:,}", again, texts.TO_RECHECK),
        _oldest(oldest, now),
        style="headline",
    )


def _figure(number: str, href: str, *what: Node) -> Node:
    shown = link(number, href) if href else span(number)
    return element("div", element("div", shown, style="number"), element("div", *what, style="what"))


def _first_hand(figures: BoardFigures, href: str) -> Node:
    if not figures.checkable:
        return _figure(texts.NONE, "", texts.NO_CHECKABLE)
    share = texts.share(figures.checkable_primary, figures.checkable)
    return _figure(share, href, texts.first_hand(figures.checkable))


def _oldest(claim: ClaimRow | None, now: dt.datetime) -> Node:
    if claim is None:
        return _figure(texts.NONE, "", texts.NOTHING_OPEN)
    return _figure(
        texts.days((now - claim.state_since).days),
        addresses.of_record(claim.ref) or "",
        f"{texts.OPEN_LONGEST} ",
        record_link(claim.ref, style=""),
        " ",
        span(shortened(said(claim), _STATEMENT), "plain"),
    )


def statuses(figures: BoardFigures, only: Mapping[str, str]) -> Node:
    """Describe claims by verification status: a word, a bar in one scale for all, a number that leads to the claims."""
    settled = standing.count(figures.statuses, standing.SETTLED)
    undone = standing.count(figures.statuses, standing.UNDONE)
    longest = max((count for _, count in figures.statuses), default=0)
    found = dict(figures.statuses)
    rows = [
        _status(status, found[status], figures.claims, longest, only)
        for status in labels.statuses()
        if found.get(status)
    ]
    return element(
        "div",
        element("h2", texts.settled(settled, figures.claims, undone), style="takeaway"),
        element("table", element("tbody", *rows), style="statuses", name=texts.STATUSES),
    )


def _status(word: VerificationStatus, count: int, whole: int, longest: int, only: Mapping[str, str]) -> Node:
    label = labels.status(word)
    href = addresses.href(addresses.CLAIMS, **{**only, "status": label.word})
    style, colours = ("outlined", {}) if label.outlined else ("", {"light": label.light, "dark": label.dark})
    number = element("a", f"{count:,}", href=href, name=texts.status_count(label.word, count))
    bar = span("", f"amount {style}".strip(), share=count, **colours)
    rest = span("", "rest", share=longest - count) if longest > count else None
    return element(
        "tr",
        element("td", chip(label), style="word"),
        element("td", element("div", bar, rest, style="amounts", hidden=True), style="drawn"),
        element("td", number, style="number"),
        element("td", span(texts.share(count, whole), "muted small"), style="number"),
    )
