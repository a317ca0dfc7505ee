"""The board's charts: each drawn where there is something to see, with a sentence where there is not.

A picture is kept for the rows that it was made of, and made anew when they, or the words of the findings, change.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

import streamlit as st

from dashboard import addresses, labels
from dashboard.charts import Picture, by_status, calendar, drafts, first_hand, flow
from dashboard.charts.fates import fates
from dashboard.components import claim_rows
from dashboard.components.board_sheet import sheet
from dashboard.components.figure import figure
from dashboard.components.paper import element
from dashboard.texts import board as texts
from db.rows import AgeGroup, ArticleRow, ClaimRow, DatePair, DraftCount, TierMix, WeekFlow

Pairs = tuple[tuple[str, Any], ...]


def of_articles(rows: Sequence[ArticleRow], only: Mapping[str, str]) -> None:
    """Draw the verification status of articles' claims."""
    if any(row.claims for row in rows):
        figure(_picture(by_status.of_articles, rows, only), key="chart-articles")
    else:
        st.caption(texts.NOTHING_FITS)


def of_weeks(weeks: Sequence[WeekFlow], only: Mapping[str, str], longest: int) -> None:
    """Draw what came in, came back and was signed off."""
    if any(week.came_in or week.signed_off or week.reopened for week in weeks):
        figure(_picture(flow.picture, weeks, only, longest=longest), key="chart-weeks")
    else:
        st.caption(texts.NO_WEEKS)


def of_first_hand(articles: Sequence[TierMix], speakers: Sequence[TierMix], only: Mapping[str, str]) -> None:
    """Draw how first hand the evidence is, by article and by speaker."""
    if not any(mix.claims for mix in articles):
        st.caption(texts.NO_EVIDENCE)
        return
    figure(_picture(first_hand.picture, articles, only, speakers=False), key="chart-article-tiers")
    if any(mix.claims for mix in speakers):
        figure(_picture(first_hand.picture, speakers, only, speakers=True), key="chart-speaker-tiers")


def of_ages(groups: Sequence[AgeGroup], oldest: Sequence[ClaimRow], only: Mapping[str, str], today: dt.date) -> None:
    """Draw how long unfinished claims have been waiting, and name those that have been open longest."""
    if not groups:
        st.caption(texts.NO_WORK_LEFT)
        return
    figure(_picture(by_status.of_ages, groups, only, today=today), key="chart-ages")
    if oldest:
        head = element("h3", texts.OLDEST, style="takeaway")
        sheet(head, claim_rows.claim_list(oldest, narrow=True), key="board-oldest")


def of_dates(pairs: Sequence[DatePair], only: Mapping[str, str]) -> None:
    """Draw when claims were said against when their sources are dated."""
    if pairs:
        figure(_picture(calendar.picture, pairs, only), key="chart-dates")
    else:
        st.caption(texts.NO_DATES)


def of_drafts(counts: Sequence[DraftCount], only: Mapping[str, str]) -> None:
    """Draw what became of the machine's drafts, week by week, and lead to those that wait."""
    if not counts:
        st.caption(texts.NO_DRAFTS)
        return
    figure(_picture(drafts.picture, counts, only), key="chart-drafts")
    if fates(counts).waiting:
        st.page_link(addresses.TRIAGE, label=texts.GO_THROUGH, icon=":material/rule:")


def _picture(
    of: Callable[..., Picture],
    rows: Sequence[Any],
    only: Mapping[str, str],
    **more: Any,  # noqa: ANN401 - whatever the picture asks for besides
) -> Picture:
    return _kept(of, tuple(rows), tuple(only.items()), tuple(more.items()), labels.renaming())


@lru_cache(maxsize=64)
def _kept(of: Callable[..., Picture], rows: tuple[Any, ...], only: Pairs, more: Pairs, _words: object) -> Picture:
    return of(rows, dict(only), **dict(more))
