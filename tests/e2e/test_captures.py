"""Captures in a browser: the walk from change to change by keyboard, and one click that has a source fetched."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.e2e.conftest import Dashboard
from tests.e2e.pages import open_at
from tests.e2e.test_accessible import with_later_texts


def test_the_keyboard_walks_from_change_to_change(sample: Dashboard, page: Page) -> None:
    with_later_texts(sample.home)
    open_at(page, f"{sample.address}/captures?document=FA-000002&show=all")

    page.get_by_role("button", name="Next change").click()
    change = page.get_by_role("group", name="Change 1 of 1: put in")
    expect(change).to_be_focused()
    expect(change.locator("ins")).to_have_text("A correction was added.")
    page.keyboard.press("n")
    expect(change).to_be_focused()
    expect(page.get_by_text("1 of 1", exact=True)).to_be_visible()


def test_one_click_on_a_row_has_a_source_fetched(sample: Dashboard, page: Page) -> None:
    open_at(page, f"{sample.address}/sources")

    page.get_by_role("button", name="Capture now: FS-000021").click()

    expect(page.get_by_text("The page is being fetched")).to_be_visible()
