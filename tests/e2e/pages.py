"""Every page of the dashboard at an address of the sample case that shows it at work, and how to wait for it."""

from __future__ import annotations

from playwright.sync_api import Page

PAGES = {
    "board": "",
    "wallboard": "wallboard",
    "articles": "articles",
    "article": "article?article=FA-000002",
    "article-claim": "article?article=FA-000002&mark=FH-000022",
    "triage": "triage?article=FA-000001",
    "triage-articles": "triage",
    "claims": "claims",
    "claims-grouped": "claims?group=state",
    "claim": "claim?claim=FH-000022",
    "claim-open": "claim?claim=FH-000047&do=evidence",
    "sources": "sources",
    "sources-by-address": "sources?do=addresses",
    "source": "source?source=FS-000004",
    "article-capture": "article?article=FA-000002&about=2",
    "captures": "captures?document=FA-000002",
    "speakers": "speakers",
    "speaker": "speaker?speaker=FP-000001",
    "history": "history",
    "history-as-of": "history?asof=2025-01-31",
    "jobs": "jobs",
    "settings": "settings",
    "glossary": "glossary",
}
WIDE, NARROW = (1440, 900), (420, 900)
_LONGEST = 60_000  # milliseconds; a busy machine draws a page slowly


def drawn(page: Page) -> None:
    """Wait until a page has been drawn and has come to rest."""
    page.get_by_test_id("stMain").locator("h1, [role=heading]").first.wait_for(timeout=_LONGEST)
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for(timeout=_LONGEST)


def open_at(page: Page, address: str) -> None:
    """Open an address and wait for its page."""
    page.goto(address)
    drawn(page)
