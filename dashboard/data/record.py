"""The record behind the pages: opened once, asked through one memory that cannot be stale.

Answers are keyed by the record, its newest event and what was asked: whatever changes the record leaves an event.
"""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from functools import lru_cache
from typing import Any, Concatenate, ParamSpec, TypeVar

import streamlit as st
from sqlalchemy.orm import Session

from dashboard import labels
from db.errors import FirsthandError
from db.queries import articles, people, statistics
from db.session import Database
from firsthand import workspace
from firsthand.settings import Settings, load_settings

RecordProblem = FirsthandError
"""What goes wrong with the record as a whole; its message says what to do."""

P = ParamSpec("P")
R = TypeVar("R")


@st.cache_resource(show_spinner=False)
def settings() -> Settings:
    """Read the environment, once for the whole server."""
    return load_settings()


@st.cache_resource(show_spinner=False)
def database() -> Database:
    """Open the record, once for the whole server."""
    return workspace.open_record(settings())


_newest: ContextVar[int | None] = ContextVar("newest_event", default=None)


def begin_run() -> None:
    """Ask what the newest event is, and remember it while a page, or a fragment of one, is drawn.

    So one drawing shows one moment of the record, and asks that question once instead of at every read. It also calls
    findings by the words that the desk has for them at that moment.
    """
    _newest.set(None)
    _newest.set(newest_event())
    labels.renamed(ask(people.finding_labels))


def changed() -> None:
    """Ask anew after a change, if it was made while a page is drawn."""
    if _newest.get() is not None:
        begin_run()


def newest_event() -> int:
    """Tell the number of the newest event."""
    known = _newest.get()
    if known is not None:
        return known
    with database().read() as session:
        return statistics.newest_event(session)


def ask(query: Callable[Concatenate[Session, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
    """Ask the record, or answer from memory where nothing has happened since."""
    record = database()
    answer: R = _answers(record.name, newest_event(), query, args, tuple(sorted(kwargs.items())))
    return answer


@lru_cache(maxsize=1024)
def _answers(
    _url: object, _newest: int, query: Callable[..., Any], args: tuple[Any, ...], options: tuple[tuple[str, Any], ...]
) -> Any:  # noqa: ANN401 - whatever frozen rows the query returns
    with database().read() as session:
        return query(session, *args, **dict(options))


@lru_cache(maxsize=32)
def _texts(_url: object, capture_id: int) -> str | None:
    """Keep a few captured texts at hand; a capture never changes, and its text may be large."""
    with database().read() as session:
        return articles.text(session, capture_id)


def forget() -> None:
    """Let go of the record and everything read from it; for a server, or a test, that turns to another record."""
    _newest.set(None)
    database().close()
    database.clear()
    settings.clear()
    _answers.cache_clear()
    _texts.cache_clear()


def captured_text(capture_id: int) -> str:
    """Read a captured text; empty where the capture has none."""
    return _texts(database().name, capture_id) or ""
