"""The tour of the sample record: one hint at a time in the sidebar, remembered for each person."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

import streamlit as st

from dashboard import addresses
from dashboard.texts import tour as texts
from db.rows import LookRow, UserRow

THING: Final = "tour"
"""What a person's place in the tour is kept under, as if it were something they look at."""

_KEY: Final = "tour-place"
Reached = Callable[[UserRow, str], LookRow | None]
Keep = Callable[[UserRow, str, int], None]


class Hint(NamedTuple):
    """A hint: what it says, and the page that it speaks of."""

    title: str
    text: str
    page: str
    query: dict[str, str]

    @property
    def path(self) -> str:
        """The page's path in the browser."""
        return addresses.href(self.page).removeprefix("./")


HINTS: Final = (
    Hint(texts.BOARD, texts.BOARD_TEXT, addresses.BOARD, {}),
    Hint(texts.ARTICLE, texts.ARTICLE_TEXT, addresses.ARTICLE, {"article": "FA-000002"}),
    Hint(texts.CLAIM, texts.CLAIM_TEXT, addresses.CLAIM, {"claim": "FH-000003"}),
    Hint(texts.QUEUE, texts.QUEUE_TEXT, addresses.CLAIMS, {}),
    Hint(texts.HISTORY, texts.HISTORY_TEXT, addresses.HISTORY, {}),
)


def hint(page: str, person: UserRow, *, reached: Reached, keep: Keep) -> None:
    """Draw the hint that a person has reached, on whatever page (by its path) they are; nothing once they are through.

    ``reached`` is asked once for a person and a visit, and ``keep`` told of every step. On the board the tour can be
    taken again.
    """
    place = _place(person, reached)
    if place < len(HINTS):
        _draw(place, page, person, keep)
    elif page == HINTS[0].path:
        with st.sidebar:
            _step(texts.RESTART, person, 0, keep, icon="tour", key="tour-restart")


def _place(person: UserRow, reached: Reached) -> int:
    known = st.session_state.get(_KEY)
    if isinstance(known, tuple) and known[0] == person.id:
        return int(known[1])
    look = reached(person, THING)
    place = look.seq if look else 0
    st.session_state[_KEY] = (person.id, place)
    return place


def _draw(place: int, page: str, person: UserRow, keep: Keep) -> None:
    here = HINTS[place]
    last = place + 1 == len(HINTS)
    with st.sidebar.container(border=True, gap="small"):
        st.markdown(f"**{here.title}**")
        st.markdown(here.text)
        if page != here.path:
            st.page_link(here.page, label=texts.GO_THERE, icon=":material/arrow_forward:", query_params=here.query)
        with st.container(horizontal=True, vertical_alignment="center"):
            _step(texts.LAST if last else texts.NEXT, person, place + 1, keep, key="tour-next")
            if not last:
                _step(texts.SKIP, person, len(HINTS), keep, key="tour-skip", quiet=True)
        st.caption(texts.position(place + 1, len(HINTS)))


def _step(label: str, person: UserRow, to: int, keep: Keep, *, key: str, icon: str = "", quiet: bool = False) -> None:
    st.button(
        label,
        icon=f":material/{icon}:" if icon else None,
        type="tertiary" if quiet or icon else "secondary",
        on_click=_reach,
        args=(person, to, keep),
        key=key,
    )


def _reach(person: UserRow, place: int, keep: Keep) -> None:
    st.session_state[_KEY] = (person.id, place)
    keep(person, THING, place)
