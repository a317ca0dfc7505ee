"""Where everything is: the address of every page, and what it asks for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

BOARD = "app_pages/board.py"
ARTICLES = "app_pages/articles.py"
ARTICLE = "app_pages/article.py"
TRIAGE = "app_pages/triage.py"
CLAIMS = "app_pages/claims.py"
CLAIM = "app_pages/claim.py"
SOURCES = "app_pages/sources.py"
SOURCE = "app_pages/source.py"
CAPTURES = "app_pages/captures.py"
SPEAKERS = "app_pages/speakers.py"
SPEAKER = "app_pages/speaker.py"
HISTORY = "app_pages/history.py"
JOBS = "app_pages/jobs.py"
SETTINGS = "app_pages/settings.py"
GLOSSARY = "app_pages/glossary.py"
WALLBOARD = "app_pages/wallboard.py"

_RECORDS = {
    "FH": (CLAIM, "claim"),
    "FA": (ARTICLE, "article"),
    "FS": (SOURCE, "source"),
    "FP": (SPEAKER, "speaker"),
}


def _name(page: str) -> str:
    return page.removeprefix("app_pages/").removesuffix(".py")


def href(page: str, **query: str | Sequence[str]) -> str:
    """Write a page's address relative to the other pages, so that whatever path the dashboard lies under stays."""
    path = "./" if page == BOARD else _name(page)
    return f"{path}?{urlencode(query, doseq=True)}" if query else path


def of_record(ref: str) -> str | None:
    """Write the address of a record's page from its short id; None for a record without a page of its own."""
    place = _RECORDS.get(ref[:2])
    return href(place[0], **{place[1]: ref}) if place and ref[2:3] == "-" else None


def of_document(ref: str, **query: str) -> str:
    """Write the address of an article's or a source's page from its short id, with more of what it may ask for."""
    page, name = _RECORDS[ref[:2]]
    return href(page, **{name: ref}, **query)


def compared(ref: str, before: int, after: int) -> str:
    """Write the address at which two captures of a document stand side by side."""
    return href(CAPTURES, document=ref, before=str(before), after=str(after))


def triage(ref: str) -> str:
    """Write the address of the page where an article's drafts are gone through, from the article's short id."""
    return href(TRIAGE, article=ref)


def asked_for(query: Mapping[str, str], name: str) -> str:
    """Read what the address in the browser asks for, without stray blanks."""
    return query.get(name, "").strip()
