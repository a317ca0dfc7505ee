"""Driving a page as a person does: wait until it is drawn, pick, choose, fill in, and click again what was lost."""

from __future__ import annotations

import re

from playwright.sync_api import Page, TimeoutError, expect  # noqa: A004 - Playwright's own, not Python's

from tests.e2e.conftest import Dashboard


def settled(page: Page) -> None:
    """Wait until the page has stopped running."""
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")


def open_page(page: Page, dashboard: Dashboard, path: str = "") -> None:
    page.goto(f"{dashboard.address}/{path}")
    page.locator("[data-testid=stMain] h1").first.wait_for()
    settled(page)


def pick(page: Page, field: str, option: str = "") -> None:
    """Pick an option of a drop-down list with the keyboard; the first one if none is named."""
    box = page.get_by_role("combobox", name=field)
    box.click()
    options = page.get_by_role("option", name=option, exact=True) if option else page.get_by_role("option")
    try:
        options.first.wait_for(timeout=3_000)
    except TimeoutError:  # a page that was still drawing closes the list again
        box.press("ArrowDown")
    if option:
        box.fill(option)
    options.first.wait_for()
    box.press("ArrowDown")
    page.locator("[role=option][data-focused=true]").wait_for()
    box.press("Enter")
    settled(page)


def unfold(page: Page, title: str) -> None:
    """Open an expander that may be open already."""
    expander = page.get_by_test_id("stExpander").filter(has=page.locator("summary", has_text=title)).first
    if expander.locator("details").get_attribute("open") is None:
        expander.locator("summary").click()


def choose(page: Page, question: str, answer: str) -> None:
    """Choose a radio button by the words beside it."""
    group = page.get_by_role("radiogroup", name=question).last
    group.locator("label").filter(has_text=re.compile(rf"^\W*(\w+_\w+|\w+)?\s*{answer}")).first.click()


def open_findings(page: Page, button: str) -> None:
    """Open a form that asks for findings; a click while the page is drawn anew may be lost, so it is made again."""
    asks = page.get_by_role("radiogroup", name="Is it so").last
    for _ in range(3):
        page.get_by_role("button", name=button).first.click()
        settled(page)
        try:
            asks.wait_for(timeout=10_000)
        except TimeoutError:
            continue
        return
    asks.wait_for()


def sign_off_by_key(page: Page) -> None:
    """Open the form by its key; on a busy machine the page may lose its server meanwhile, and is loaded again."""
    asks = page.get_by_role("radiogroup", name="Is it so").last
    for _ in range(3):
        page.keyboard.press("s")
        settled(page)
        try:
            asks.wait_for(timeout=10_000)
        except TimeoutError:
            page.reload()
            page.get_by_role("button", name="Sign off").first.wait_for()
            settled(page)
            continue
        return
    asks.wait_for()


def keep(page: Page, words: str) -> None:
    """Keep a draft; a click while the page is drawn anew may be lost, so it is made again."""
    button = page.get_by_test_id("stVerticalBlock").filter(has_text=words).last.get_by_role("button", name="Keep")
    for _ in range(3):
        button.click()
        settled(page)
        try:
            expect(button).to_have_count(0, timeout=10_000)
        except AssertionError:
            continue
        return
    expect(button).to_have_count(0)


def conclude(page: Page, note: str) -> None:
    """Fill in the findings form that is open."""
    choose(page, "Is it so", "Supported")
    choose(page, "Did the speaker say it", "No speaker")
    page.get_by_role("textbox", name="What it rests on").last.fill(note)


def count_on_board(page: Page, word: str) -> int:
    """Read a status' count off the board's list."""
    page.get_by_test_id("stSidebarNav").get_by_text("Board", exact=True).click()
    page.locator("h1", has_text="Board").wait_for()
    settled(page)
    return int(page.locator(f"a[href$='claims?status={word}']").last.inner_text())


def fill(page: Page, field: str, words: str) -> None:
    page.get_by_role("textbox", name=field, exact=True).last.fill(words)
