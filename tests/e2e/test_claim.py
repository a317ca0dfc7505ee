"""The claim's page in a browser: one screen, the keys, the narrow width."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import Dashboard
from tests.e2e.driving import open_page, settled

CLAIM = "FH-000003"  # published, four pieces of evidence, no first hand
IN_CHECK = "FH-000017"


def _bottom(part: Locator) -> float:
    box = part.bounding_box()
    assert box is not None
    return box["y"] + box["height"]


@pytest.mark.parametrize("claim", [CLAIM, IN_CHECK, "FH-000014", "FH-000022"])
def test_everything_that_one_needs_to_decide_is_on_one_screen(sample: Dashboard, page: Page, claim: str) -> None:
    open_page(page, sample, f"claim?claim={claim}")
    main = page.get_by_test_id("stMain")

    parts = {
        "the statement": main.locator("h1"),
        "the status": main.locator(".claim-head .chip").first,
        "who and when": main.locator(".particulars").last,
        "the literal words": main.locator(".words .exact").first,
        "the way to the first hand": main.locator(".path > .way"),
        "the evidence": main.locator(".pieces > .piece").last,
        "what comes next": main.get_by_role("heading", name="What comes next"),
        "the act": main.get_by_role("button", name=re.compile("Add evidence|Hand to|Sign off|Comment")).last,
        "the findings": main.get_by_role("heading", name="Findings"),
    }
    for name, part in parts.items():
        expect(part, name).to_be_visible()
        assert _bottom(part) <= 900, name


def test_a_key_opens_the_form_and_the_keyboard_is_led_into_it(sample: Dashboard, page: Page) -> None:
    open_page(page, sample, f"claim?claim={IN_CHECK}")

    page.keyboard.press("e")
    heading = page.get_by_role("heading", name="Add evidence")
    expect(heading).to_be_focused()
    settled(page)
    assert "do=evidence" in page.url

    field = page.get_by_role("searchbox", name="Find a source")
    expect(field).to_be_visible()
    page.keyboard.press("Tab")
    expect(field).to_be_focused()
    field.press_sequentially("seam")  # e, s, a and m would be keys, but not while one types
    expect(field).to_have_value("seam")
    assert page.url.endswith("do=evidence")

    page.get_by_role("heading", name="Add evidence").focus()
    page.keyboard.press("m")
    expect(page.get_by_role("textbox", name="Comment")).to_be_visible()
    expect(field).to_have_value("seam")  # opening another form takes nothing away

    page.go_back()
    expect(page.get_by_role("textbox", name="Comment")).to_have_count(0)


def test_tabs_are_links_and_what_is_unfolded_stays_so(sample: Dashboard, page: Page) -> None:
    open_page(page, sample, f"claim?claim={CLAIM}")
    page.get_by_text("In context").first.click()
    shown = page.get_by_text("Added by").first
    expect(shown).to_be_visible()

    page.get_by_role("link", name="History", exact=True).last.click()
    expect(page.get_by_text("The whole history of this claim")).to_be_visible()
    settled(page)
    expect(shown).to_be_visible()
    assert page.url.endswith("do=history")


def test_on_a_narrow_screen_nothing_runs_over_the_side(sample: Dashboard, page: Page) -> None:
    page.set_viewport_size({"width": 420, "height": 900})
    open_page(page, sample, f"claim?claim={CLAIM}&do=findings")

    wide = page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth")

    assert wide <= 420
    expect(page.get_by_role("heading", name="What comes next")).to_be_attached()
