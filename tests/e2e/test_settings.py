"""Settings in a browser: a finding is renamed with the keyboard alone and shows on the board; a person is added."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import Dashboard
from tests.e2e.driving import open_page, pick, settled

MANY = 80
# What has the keyboard, also inside a component's shadow tree.
FOCUSED = """() => {
  let element = document.activeElement
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
  return element?.textContent ?? ""
}"""


def tab_to(page: Page, words: str, times: int = 1) -> None:
    """Press Tab until something that says so has the keyboard, the first or a later one."""
    for _ in range(MANY):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUSED) == words:
            times -= 1
            if not times:
                return
    raise AssertionError(f"Tab never came to «{words}»")


def tab_link(page: Page, name: str) -> Locator:
    return page.get_by_test_id("stMain").get_by_role("link", name=name, exact=True)


def test_a_finding_is_renamed_by_keyboard_and_a_person_is_added(sample: Dashboard, page: Page):
    open_page(page, sample, "settings")
    pick(page, "You act as", "Editor")
    tab_link(page, "Desk rules").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    settled(page)
    expect(tab_link(page, "Words")).to_have_attribute("aria-current", "page")

    tab_to(page, "Rename", times=3)
    page.keyboard.press("Enter")
    page.get_by_role("textbox", name="What it is called").wait_for()
    settled(page)
    assert page.url.endswith("settings?tab=Words&edit=misleading")
    tab_to(page, "Close")
    page.keyboard.press("Tab")
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("half the story")
    page.keyboard.press("Enter")
    page.get_by_text("The finding has its new word on every page.").wait_for()

    page.get_by_test_id("stSidebarNav").get_by_text("Board", exact=True).click()
    page.locator("h1", has_text="Board").wait_for()
    settled(page)
    expect(page.locator("a[href$='claims?status=half+the+story']").first).to_be_visible()
    page.go_back()
    tab_link(page, "Words").wait_for()
    settled(page)

    tab_link(page, "People").click()
    page.get_by_text("Add a person", exact=True).click()
    page.get_by_role("textbox", name="Address or login name").fill("nell@example.org")
    page.get_by_role("textbox", name="Name", exact=True).fill("Nell <b>Bly</b>")
    page.get_by_role("button", name="Add", exact=True).click()
    page.get_by_text("is on the desk.").wait_for()
    expect(page.get_by_text("Nell <b>Bly</b>", exact=True)).to_be_visible()
    assert sample.command("verify").returncode == 0
