"""The board: where everything stands in ten seconds, each number and each mark one click from its claims."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import streamlit as st

from dashboard import addresses, data
from dashboard.actions import personal
from dashboard.charts import standing
from dashboard.components import (
    board_charts,
    board_figures,
    board_filters,
    board_moved,
    board_news,
    first_run,
    outcomes,
)
from dashboard.components.board_sheet import sheet
from dashboard.components.tab_links import tab_links
from dashboard.data import board as figures
from dashboard.data import past, triage, watching
from dashboard.texts import board as texts
from db.rows import BoardFilter

NEWEST, OLDEST = 4, 8

outcomes.announce()
today, me = figures.today(), data.me()
words, desks = board_filters.asked(st.query_params), data.desks()
desk = next((row for row in desks if row.slug == words.desk), None)
article = data.article(words.article_id) if words.article_id is not None else None
speaker = figures.speaker(words.speaker_id) if words.speaker_id is not None else None
asked = board_filters.chosen(words, desk, article, speaker, today)
where, only = asked.where, asked.only

everything = figures.figures(BoardFilter())
with st.container(horizontal=True, vertical_alignment="center", gap="small"):
    st.title(texts.TITLE, width="content")
    st.space("stretch")
    if everything.claims:
        articles, speakers = figures.article_choices(where.desk_id, article), figures.speaker_choices(speaker)
        board_filters.choosers(words, desks, articles, speakers)
        if any(words):
            board_filters.show_everything(key="board-everything")
        board_filters.to_the_wall(desk)
for sentence in asked.unknown:
    st.text(sentence)

signed = standing.count(everything.statuses, standing.SETTLED) > 0
steps = first_run.steps(figures.totals(), len(data.users()), signed=signed)
guide = first_run.guide(steps) if where == BoardFilter() and not all(step.done for step in steps) else None
if not everything.claims:
    sheet(first_run.guide(steps), key="board-guide")
    st.stop()

shown = everything if where == BoardFilter() else figures.figures(where)
if not shown.claims:
    st.markdown(f"**{texts.NOTHING_FITS}** {texts.NOTHING_FITS_ABOUT}")
    st.stop()
oldest = next(iter(figures.oldest_open(where, 1)), None)
sheet(guide, board_figures.headline(shown, oldest, only, dt.datetime.now(dt.UTC)), key="board-numbers")
moved = board_moved.moved(watching.moved(where.desk_id), only)
if moved:
    sheet(moved, key="board-moved")

left, right = st.columns([3, 2], gap="large")
with left:
    sheet(board_figures.statuses(shown, only), key="board-statuses")
with right:
    look = figures.last_look(me, figures.THING)
    since = figures.meanwhile(look.seq, where.desk_id) if look else None
    if look and since:
        sheet(board_news.meanwhile(since, look, me, only.get("desk", "")), key="board-news")
    else:
        newest = figures.newest(NEWEST)
        sheet(board_news.first_look(newest, past.names(newest)), key="board-news")
    if since is None or since.events:
        board_news.mark_as_seen(personal.looked, me, figures.THING, figures.seen_up_to())

views: dict[str, Callable[[], None]] = {
    texts.BY_ARTICLE: lambda: board_charts.of_articles(figures.by_article(where), only),
    texts.BY_WEEK: lambda: board_charts.of_weeks(figures.flow(where), only, figures.WEEKS),
    texts.FIRST_HAND: lambda: board_charts.of_first_hand(
        figures.first_hand_by_article(where), figures.first_hand_by_speaker(where), only
    ),
    texts.AGEING: lambda: board_charts.of_ages(figures.ageing(where), figures.oldest_open(where, OLDEST), only, today),
    texts.DRAFTS: lambda: board_charts.of_drafts(triage.precision_by_week(where), only),
    texts.DATES: lambda: board_charts.of_dates(figures.calendar(where), only),
}
views[tab_links(tuple(views), addresses.BOARD, "view", key="board-views")]()  # only the one looked at is asked for
