"""The main job from start to end, in a browser."""

from __future__ import annotations

import json
import re

from playwright.sync_api import Page, TimeoutError, expect  # noqa: A004 - Playwright's own, not Python's

from tests.e2e.conftest import Dashboard

# The sample's claim on Japan's constitution: open, with evidence that has been typed in, waiting for a checker.
CLAIM = "FH-000047"
STATEMENT = "Japan's long-standing pacifism is laid down in the constitution"


def settled(page: Page) -> None:
    """Wait until the page has stopped running."""
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")


def open_page(page: Page, dashboard: Dashboard, path: str = "") -> None:
    page.goto(f"{dashboard.address}/{path}")
    page.locator("[data-testid=stMain] h1").first.wait_for()
    settled(page)


def pick(page: Page, field: str, option: str | None = None) -> None:
    """Pick an option of a drop-down list, the first one if none is named."""
    options = page.get_by_role("option", name=option, exact=True) if option else page.get_by_role("option")
    page.get_by_role("combobox", name=field).click()
    try:
        options.first.wait_for(timeout=3_000)
    except TimeoutError:  # a page that was still drawing closes the list again
        page.get_by_role("combobox", name=field).press("ArrowDown")
    options.first.click()
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


def test_a_claim_goes_from_an_article_to_a_signature_by_two_people_and_shows_on_the_board(
    sample: Dashboard, page: Page
):
    open_page(page, sample)
    supported, opened = count_on_board(page, "supported"), count_on_board(page, "open")

    page.get_by_test_id("stSidebarNav").get_by_text("Articles", exact=True).click()
    page.get_by_role("link", name=re.compile("Russia Warns US")).first.click()
    page.get_by_text("The text, with its claims marked").wait_for()
    page.get_by_role("link", name=CLAIM).or_(page.locator(f"a[href*='{CLAIM}']")).first.click()
    page.locator("h1", has_text=STATEMENT).wait_for()
    settled(page)

    page.get_by_role("button", name="Start checking").click()
    expect(page.get_by_text("in check", exact=True).first).to_be_visible()
    settled(page)

    unfold(page, "Add evidence")
    pick(page, "Source")
    page.get_by_role("textbox", name="Words of the source").fill("aspiring sincerely to an international peace")
    page.get_by_role("textbox", name="Where they stand").fill("Article 9")
    choose(page, "What the passage does", "Supports")
    page.get_by_role("button", name="Add the evidence").click()
    expect(page.get_by_text("aspiring sincerely to an international peace").first).to_be_visible()
    settled(page)

    unfold(page, "Set the findings")
    conclude(page, "Article 9 of the constitution says it.")
    page.get_by_role("button", name="Record the findings").click()
    settled(page)
    page.get_by_role("button", name="Hand to a second person").click()
    expect(page.get_by_text("in review", exact=True).first).to_be_visible()
    settled(page)

    pick(page, "You act as", "Editor")
    conclude(page, "Read Article 9 myself.")
    page.get_by_role("button", name="Sign off").click()
    expect(page.get_by_text("supported", exact=True).first).to_be_visible()
    settled(page)

    assert count_on_board(page, "supported") == supported + 1
    assert count_on_board(page, "open") == opened - 1

    page.get_by_test_id("stSidebarNav").get_by_text("History", exact=True).click()
    expect(page.get_by_text("editor@desk.example").first).to_be_visible()
    expect(page.get_by_text(CLAIM).first).to_be_visible()
    report = json.loads(sample.command("verify", "--json").stdout)
    assert report["sound"] is True
