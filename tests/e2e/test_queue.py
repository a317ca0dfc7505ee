"""The queue by keyboard alone, in a browser: walking, selecting, changing many at once, opening and coming back."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.e2e.conftest import Dashboard
from tests.e2e.driving import open_page, settled

FOCUS = "document.activeElement?.shadowRoot?.activeElement?.dataset.ref ?? document.activeElement?.tagName"


def open_queue(page: Page, dashboard: Dashboard, query: str = "") -> None:
    open_page(page, dashboard, f"claims{query}")
    page.get_by_role("grid", name="Claims").wait_for()
    settled(page)


def rows(page: Page) -> list[str]:
    return page.locator("[role=row][data-ref]").evaluate_all("rows => rows.map((row) => row.dataset.ref)")


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def test_many_claims_are_selected_previewed_changed_and_undone_by_keyboard(sample: Dashboard, page: Page):
    open_queue(page, sample, "?status=open")
    listed = rows(page)
    press(page, "j", "x", "j", "x")
    expect(page.get_by_text("2 claims selected")).to_be_visible()
    expect(page.locator("[role=row][aria-selected=true]")).to_have_count(2)

    press(page, "b")
    expect(page.get_by_role("combobox", name="What to do with them")).to_be_focused()
    press(page, "ArrowDown")
    page.get_by_role("option", name="Not for us").wait_for()
    page.keyboard.type("Not for us")
    press(page, "ArrowDown", "Enter")
    page.get_by_role("button", name="Preview").click()
    expect(page.get_by_text("Not for us: 2 would change.")).to_be_visible()
    settled(page)
    assert rows(page) == listed

    page.get_by_role("button", name="Change 2 claims").click()
    expect(page.get_by_text("Not for us: 2 claims changed.")).to_be_visible()
    settled(page)
    assert rows(page) == listed[2:]
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("Not for us: undone for 2 claims.")).to_be_visible()
    settled(page)
    assert rows(page) == listed
    page.get_by_role("button", name="Close").click()
    expect(page.get_by_text("undone for")).to_have_count(0)


def test_keys_search_help_assign_select_a_range_open_and_lead_back_to_the_same_row(sample: Dashboard, page: Page):
    open_queue(page, sample, "?status=open&status=in+check")
    first, second, third = rows(page)[:3]

    press(page, "?")
    expect(page.get_by_role("dialog")).to_contain_text("Sign off")
    press(page, "j", "Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    settled(page)

    page.evaluate("document.activeElement.blur()")
    press(page, "j", "Shift+ArrowDown", "Shift+ArrowDown")
    expect(page.get_by_text("3 claims selected")).to_be_visible()
    press(page, "Escape")
    expect(page.get_by_text("3 claims selected")).to_have_count(0)
    settled(page)
    assert page.evaluate(FOCUS) == third

    press(page, "k", "k")
    assert page.evaluate(FOCUS) == first
    press(page, "a")
    expect(page.get_by_text("is assigned to you")).to_be_visible()
    settled(page)

    current = page.evaluate(FOCUS)
    press(page, "Enter")
    page.wait_for_url(re.compile(rf"claim\?claim={current}$"))
    page.locator("[data-testid=stMain] h1").first.wait_for()
    settled(page)
    page.go_back()
    page.get_by_role("grid", name="Claims").wait_for()
    settled(page)
    assert rows(page)[:3] == [first, second, third]
    page.wait_for_function(f"({FOCUS}) === '{current}'")

    press(page, "m")
    page.wait_for_url(re.compile(rf"claim\?claim={current}&do=comment$"))
    page.go_back()
    page.get_by_role("grid", name="Claims").wait_for()
    settled(page)
    page.wait_for_function(f"({FOCUS}) === '{current}'")
    press(page, "/")
    expect(page.get_by_role("searchbox", name="Search claims")).to_be_focused()
    page.keyboard.type("missiles jx")
    press(page, "Enter")
    expect(page.get_by_role("searchbox", name="Search claims")).to_have_value("missiles jx")
    page.wait_for_url(re.compile("q=missiles"))
    expect(page.locator("[role=row][aria-selected=true]")).to_have_count(0)


def test_a_view_is_saved_and_chosen_and_the_queue_fits_a_telephone(sample: Dashboard, page: Page):
    page.set_viewport_size({"width": 420, "height": 900})
    open_queue(page, sample, "?status=supported&group=article")
    page.get_by_role("button", name="Saved views").click()
    page.get_by_role("textbox", name="Name of the view").fill("Done well")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("link", name="Done well")).to_be_visible()
    settled(page)

    page.get_by_role("link", name=re.compile("Take the filter away: status supported")).click()
    page.wait_for_url(re.compile(r"claims\?group=article$"))
    settled(page)
    page.get_by_role("link", name="Done well").click()
    page.wait_for_url(re.compile(r"status=supported&group=article$"))
    page.go_back()
    page.wait_for_url(re.compile(r"claims\?group=article$"))
    settled(page)

    main = page.get_by_test_id("stMain")
    assert main.evaluate("element => element.scrollWidth <= element.clientWidth")
    page.locator("[role=row] input").first.click()
    expect(page.get_by_text(re.compile(r"\d+ claims selected"))).to_be_visible()
    assert main.evaluate("element => element.scrollWidth <= element.clientWidth")
