"""The board and the wallboard in a browser: clicks on marks, the way back, refreshing, and a narrow window."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from db.session import Database
from db.vocabulary import Role
from firsthand import desk
from tests.e2e.conftest import Dashboard
from tests.e2e.driving import open_page, settled

CHART = "[data-testid=stVegaLiteChart]"


def mark(page: Page, says: str) -> Locator:
    """Find a mark of the chart by the beginning of what it says to a screen reader."""
    return page.locator(f"{CHART} [aria-label*='{says}']").first


def pick(page: Page, says: str) -> None:
    """Click on a mark where nothing is written, once the chart has stopped moving."""
    mark(page, says).wait_for()
    settled(page)
    page.wait_for_timeout(500)
    mark(page, says).click(position={"x": 3, "y": 3})


def test_a_click_on_a_mark_opens_its_claims_and_going_back_leads_to_the_board_again_and_again(
    sample: Dashboard, page: Page
):
    open_page(page, sample)

    for _ in range(2):  # a mark that has been clicked before is a mark to click
        pick(page, "6 claims, supported")
        page.wait_for_url(re.compile(r"claims\?article=FA-\d+&status=supported"))
        settled(page)
        page.go_back()
        page.locator("h1", has_text="Board").wait_for()
        settled(page)

    page.get_by_role("link", name="Dates", exact=True).click()
    pick(page, "Said Jun 2024, source dated Jun 2024")
    page.wait_for_url(re.compile(r"claims\?said=2024-06&dated=2024-06"))
    page.go_back()
    expect(page.get_by_role("link", name="Dates", exact=True)).to_have_attribute("aria-current", "page")


def test_the_numbers_behind_a_chart_are_reached_by_keyboard(sample: Dashboard, page: Page):
    open_page(page, sample)

    page.locator("summary", has_text="The numbers").focus()
    page.keyboard.press("Enter")
    page.locator(".rows-behind a[href*='status=supported']").first.focus()
    page.keyboard.press("Enter")

    page.wait_for_url(re.compile(r"claims\?article=FA-\d+&status=supported"))


def test_the_wall_shows_what_another_process_did_without_being_touched(sample: Dashboard, page: Page):
    page.goto(f"{sample.address}/wallboard?every=5")
    page.locator(".wall h1").wait_for()
    expect(page.get_by_test_id("stSidebar")).to_have_count(0)
    refreshed = page.locator(".wall .foot").inner_text()

    elsewhere = Database(f"sqlite:///{sample.home / 'record.sqlite'}", sample.home)
    with elsewhere.write() as session:
        desk.add_user(session, desk.Actor.machine("elsewhere"), "new@example.org", "Somebody new", [Role.READER])
    elsewhere.close()

    expect(page.locator(".changes li").first).to_contain_text("added the person")
    expect(page.locator(".wall .foot")).not_to_have_text(refreshed)
    expect(page.locator(".wall .foot")).to_contain_text("Refreshed")


def test_the_wall_is_dark_and_large_whatever_the_theme(sample: Dashboard, page: Page):
    page.set_viewport_size({"width": 1920, "height": 1080})
    page.goto(f"{sample.address}/wallboard")
    wall = page.locator(".wall")
    wall.locator("h1").wait_for()

    sizes = wall.evaluate(
        "wall => [wall, wall.querySelector('.number')].map(part => parseFloat(getComputedStyle(part).fontSize))"
    )

    assert sizes[0] >= 1.75 * 16
    assert sizes[1] >= 6 * 16
    assert wall.evaluate("wall => wall.scrollHeight <= window.innerHeight")
    assert wall.evaluate("wall => getComputedStyle(wall).backgroundColor") == "rgb(14, 17, 19)"


@pytest.mark.parametrize("width", [420, 1440])
def test_nothing_has_to_be_scrolled_sideways(sample: Dashboard, page: Page, width: int):
    page.set_viewport_size({"width": width, "height": 900})
    for address in ("", "?view=By+week", "?view=First+hand", "?view=Waiting", "?view=Dates", "wallboard"):
        open_page(page, sample, address)
        page.wait_for_timeout(300)

        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
        assert page.evaluate(
            "[...document.querySelectorAll('[data-testid=stMain] *')]"
            ".every(part => part.getBoundingClientRect().right <= window.innerWidth + 1"
            " || getComputedStyle(part.parentElement).overflowX !== 'visible')"
        ), address


def test_what_matters_stands_above_the_fold(sample: Dashboard, page: Page):
    open_page(page, sample)

    for shown in (".headline", ".statuses", ".newest"):
        box = page.locator(shown).bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= 900, shown
    expect(page.get_by_role("button", name="Mark as seen")).to_be_in_viewport()
