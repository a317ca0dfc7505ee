"""The board's headline numbers, each a link to the rows behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dashboard import addresses, labels
from dashboard.components.paper import Node, element, link
from db.rows import BoardFigures
from db.vocabulary import Flag, VerificationStatus


def headline(figures: BoardFigures, only: Mapping[str, str]) -> Node:
    """Describe the four numbers that a desk looks at first."""

    def claims(**query: str) -> str:
        return addresses.href(addresses.CLAIMS, **only, **query)

    share = f"{100 * figures.checkable_primary / figures.checkable:.0f} %" if figures.checkable else "none to count"
    primary = claims(tier="primary", checkable="yes")
    return element(
        "div",
        _figure(f"{figures.claims:,}", "claims in all", claims()),
        _figure(share, f"of {figures.checkable:,} checkable claims backed first hand", primary),
        _figure(
            f"{figures.awaiting_sign_off:,}",
            "waiting for sign-off",
            claims(status=labels.word(VerificationStatus.IN_REVIEW)),
        ),
        _figure(f"{figures.to_recheck:,}", "to be re-checked", claims(status=labels.word(VerificationStatus.RECHECK))),
        style="figures",
    )


def _figure(number: str, what: str, href: str) -> Node:
    return element("div", element("div", link(number, href), style="number"), element("div", what, style="what"))


def flag_counts(counts: Iterable[tuple[Flag, int]], only: Mapping[str, str]) -> Node:
    """Describe how many claims carry each flag."""
    rows = [
        element(
            "tr",
            element("td", labels.word(flag), title=labels.meaning(flag)),
            element(
                "td",
                link(f"{count:,}", addresses.href(addresses.CLAIMS, flag=labels.word(flag), **only)),
                style="number",
            ),
        )
        for flag, count in counts
    ]
    return element("table", element("tbody", *rows), style="counts")
