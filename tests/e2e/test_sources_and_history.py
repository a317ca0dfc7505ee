"""Sources and the history in a browser: the picture of relations, the desk as of a day, the check, narrow windows."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.e2e.conftest import Dashboard
from tests.e2e.pages import NARROW, drawn, open_at

# The sample's three reports of one story: two of them go back to Kyodo's, and say so.
REPORT, ORIGIN = "FS-000026", "FS-000025"


def test_a_story_and_its_copies_look_like_one_and_the_keyboard_opens_each(sample: Dashboard, page: Page) -> None:
    open_at(page, f"{sample.address}/source?source={REPORT}")
    picture = page.get_by_role("group", name=re.compile("3 sources"))
    expect(picture.get_by_text("one origin, counts once")).to_be_visible()
    expect(picture.locator("a")).to_have_count(3)
    expect(picture.locator("a[aria-current=page]")).to_have_attribute("href", f"source?source={REPORT}")

    picture.locator(f"a[href$={ORIGIN}]").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"source={ORIGIN}"))
    expect(picture.locator("a[aria-current=page]")).to_have_attribute("href", f"source?source={ORIGIN}")
    page.go_back()
    expect(picture.locator("a[aria-current=page]")).to_have_attribute("href", f"source?source={REPORT}")
    drawn(page)

    page.set_viewport_size({"width": NARROW[0], "height": NARROW[1]})
    page.wait_for_timeout(500)  # drawn anew for the new width
    expect(picture.locator("a")).to_have_count(3)
    box = picture.bounding_box()
    assert box is not None
    assert box["width"] <= NARROW[0]


def test_the_history_tells_the_desk_as_of_a_day_and_checks_the_chain(sample: Dashboard, page: Page) -> None:
    open_at(page, f"{sample.address}/history?asof=2025-01-31")
    rows = page.locator("table.compared tbody tr")
    expect(rows.filter(has_text="to be re-checked")).to_contain_text("+3")
    expect(page.get_by_text("Days begin and end in the zone of your browser")).to_be_visible()
    page.get_by_text(re.compile(r"^event \d+$")).first.click()
    expect(page.get_by_text("Fingerprint of the event").first).to_be_visible()

    page.get_by_role("button", name="Check the whole chain now").click()
    expect(page.get_by_text("Everything is as it was written").first).to_be_visible()


def test_nothing_needs_sideways_scrolling_in_a_narrow_window(sample: Dashboard, page: Page) -> None:
    page.set_viewport_size({"width": NARROW[0], "height": NARROW[1]})
    for path in ("sources", f"source?source={REPORT}", "history?asof=2025-01-31"):
        open_at(page, f"{sample.address}/{path}")
        page.wait_for_timeout(500)
        assert page.get_by_test_id("stMain").evaluate("element => element.scrollWidth <= element.clientWidth"), path
