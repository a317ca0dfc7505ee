"""What the board is about: desk, article, period and speaker, each a word in the address and a choice in a row."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import streamlit as st

from dashboard import addresses, periods
from dashboard.escaping import shortened
from dashboard.texts import board as texts
from db.rows import ArticleRow, BoardFilter, DeskRow, Period, SpeakerRow, parse_ref

DESK, ARTICLE, PERIOD, SPEAKER = "desk", "article", "period", "speaker"
NAMES = (DESK, ARTICLE, PERIOD, SPEAKER)
WEEKS = (4, 12, 26, 52)
_WIDTH = 168  # pixels
_LONGEST = 60  # characters


class Asked(NamedTuple):
    """What the address asks for, as it stands there; empty where it asks for nothing."""

    desk: str
    article: str
    period: str
    speaker: str

    @property
    def article_id(self) -> int | None:
        """The article's number; None where the word is no article's."""
        return parse_ref(self.article, "FA")

    @property
    def speaker_id(self) -> int | None:
        """The speaker's number; None where the word is no speaker's."""
        return parse_ref(self.speaker, "FP")


class Chosen(NamedTuple):
    """What the board is about: the filter for the record, the same for other addresses, and words that name nothing."""

    where: BoardFilter
    only: dict[str, str]
    unknown: tuple[str, ...]


def asked(query: Mapping[str, str]) -> Asked:
    """Read what the address asks for."""
    return Asked(*(addresses.asked_for(query, name) for name in NAMES))


def word_of_weeks(weeks: int) -> str:
    """Write a period of whole weeks as the address holds it."""
    return f"{weeks}-weeks"


def period(word: str, today: dt.date) -> Period | None:
    """Read a period of whole weeks, from a Monday on; None for a word that is none."""
    weeks = next((weeks for weeks in WEEKS if word_of_weeks(weeks) == word), None)
    if weeks is None:
        return None
    monday = today - dt.timedelta(days=today.weekday())
    return Period(monday - dt.timedelta(weeks=weeks - 1), None)


def chosen(
    words: Asked, desk: DeskRow | None, article: ArticleRow | None, speaker: SpeakerRow | None, today: dt.date
) -> Chosen:
    """Put together what the board is about from what the words of the address name."""
    came = period(words.period, today)
    only = {
        **({"desk": desk.slug} if desk else {}),
        **({"article": article.ref} if article else {}),
        **({"speaker": speaker.ref} if speaker else {}),
        **({"came": periods.written(came)} if came else {}),
    }
    found = {texts.DESK: desk, texts.ARTICLE: article, texts.PERIOD: came, texts.SPEAKER: speaker}
    unknown = [
        texts.not_here(what, shortened(word, _LONGEST))
        for (what, row), word in zip(found.items(), words, strict=True)
        if word and row is None
    ]
    where = BoardFilter(
        desk_id=desk.id if desk else None,
        article_id=article.id if article else None,
        speaker_id=speaker.id if speaker else None,
        came=came,
    )
    return Chosen(where, only, tuple(unknown))


def choosers(
    words: Asked, desks: Sequence[DeskRow], articles: Sequence[ArticleRow], speakers: Sequence[SpeakerRow]
) -> None:
    """Draw the choices; an article or a speaker that the address names has to be among those given."""
    if len(desks) > 1:
        _choice(DESK, (texts.DESK, texts.ALL_DESKS), {desk.slug: desk.name for desk in desks}, words.desk)
    _choice(ARTICLE, (texts.ARTICLE, texts.ALL_ARTICLES), {row.ref: row.title for row in articles}, words.article)
    weeks = {word_of_weeks(count): texts.last_weeks(count) for count in WEEKS}
    _choice(PERIOD, (texts.PERIOD, texts.ALL_TIME), weeks, words.period)
    _choice(SPEAKER, (texts.SPEAKER, texts.ALL_SPEAKERS), {row.ref: row.name for row in speakers}, words.speaker)


def _choice(name: str, said: tuple[str, str], options: Mapping[str, str], word: str) -> None:
    """Draw one choice. The address decides what is chosen: whoever goes back finds what stood there then."""
    key = f"board-{name}"
    st.session_state[key] = next((option for option in options if option.lower() == word.lower()), None)
    st.selectbox(
        said[0],
        list(options),
        index=None,
        placeholder=said[1],
        format_func=lambda option: shortened(options.get(option, option), _LONGEST),
        label_visibility="collapsed",
        key=key,
        on_change=_written,
        args=(name, key),
        width=_WIDTH,
    )


def _written(name: str, key: str) -> None:
    word = st.session_state[key]
    if word:
        st.query_params[name] = word
    else:
        st.query_params.pop(name, None)


def to_the_wall(desk: DeskRow | None) -> None:
    """Lead to the wallboard of the same desk."""
    query = {"desk": desk.slug} if desk else None
    st.page_link(addresses.WALLBOARD, label=texts.ON_THE_WALL, icon=":material/tv:", query_params=query)


def show_everything(*, key: str) -> None:
    """Draw the button that asks for nothing any more."""
    st.button(texts.SHOW_EVERYTHING, icon=":material/filter_alt_off:", type="tertiary", on_click=_forgotten, key=key)


def _forgotten() -> None:
    for name in NAMES:
        st.query_params.pop(name, None)
