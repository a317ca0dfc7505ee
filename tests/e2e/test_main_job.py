"""The main job from start to end, in a browser."""

from __future__ import annotations

import contextlib
import json
import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Dashboard, serve
from tests.e2e.driving import (
    choose,
    conclude,
    count_on_board,
    fill,
    keep,
    open_findings,
    open_page,
    pick,
    settled,
    sign_off_by_key,
    unfold,
)

# The sample's claim on Japan's constitution: open, with evidence that has been typed in, waiting for a checker.
CLAIM = "FH-000047"
STATEMENT = "Japan's long-standing pacifism is laid down in the constitution"


def test_a_claim_goes_from_an_article_to_a_signature_by_two_people_and_shows_on_the_board(
    sample: Dashboard, page: Page
):
    open_page(page, sample)
    supported, opened = count_on_board(page, "supported"), count_on_board(page, "open")

    page.get_by_test_id("stSidebarNav").get_by_text("Articles", exact=True).click()
    page.get_by_role("link", name=re.compile("Russia Warns US")).first.click()
    page.get_by_role("region", name="The text as captured").get_by_role("link", name=re.compile(CLAIM)).click()
    page.get_by_role("link", name="Open the whole claim").click()
    page.locator("h1", has_text=STATEMENT).wait_for()
    settled(page)

    page.get_by_role("button", name="Start checking").click()
    expect(page.get_by_text("The claim is being checked.")).to_be_visible()
    settled(page)

    page.get_by_role("button", name="Add evidence").click()
    settled(page)
    pick(page, "Source")
    page.get_by_role("textbox", name="Words of the source").fill("aspiring sincerely to an international peace")
    page.get_by_role("textbox", name="Where they stand").fill("Article 9")
    choose(page, "What the passage does", "Supports")
    page.get_by_role("button", name="Add the evidence").click()
    expect(page.get_by_text("aspiring sincerely to an international peace").first).to_be_visible()
    settled(page)

    open_findings(page, "Set the findings")
    conclude(page, "Article 9 of the constitution says it.")
    page.get_by_role("button", name="Record the findings").click()
    settled(page)
    page.get_by_role("button", name="Hand to a second person").click()
    expect(page.get_by_text("The claim waits for a second person.")).to_be_visible()
    settled(page)

    pick(page, "You act as", "Editor")
    open_findings(page, "Sign off")
    conclude(page, "Read Article 9 myself.")
    page.get_by_role("button", name="Sign off").click()
    expect(page.get_by_text("Signed: your findings and the checker's agree.")).to_be_visible()
    settled(page)

    assert count_on_board(page, "supported") == supported + 1
    assert count_on_board(page, "open") == opened - 1

    page.get_by_test_id("stSidebarNav").get_by_text("History", exact=True).click()
    expect(page.get_by_text("Editor reviewed the claim").first).to_be_visible()
    expect(page.get_by_text(CLAIM).first).to_be_visible()
    report = json.loads(sample.command("verify", "--json").stdout)
    assert report["sound"] is True


ARTICLE = """Ministry closes the river bridge

The bridge over the Lune will stay closed until spring, the transport ministry said on 3 March 2026.

“We will open the bridge again in May,” Minister Ola Berg told reporters in Lancaster.
"""
TRANSCRIPT = """Press conference of 3 March 2026

Question: When will the bridge be open again?

Ola Berg: We hope to open the bridge again in May, if the weather lets us.
"""


def test_on_a_new_desk_a_pasted_article_is_checked_against_a_pasted_source_and_signed_by_a_colleague(  # noqa: PLR0915 - one job
    empty: Dashboard, page: Page
):
    open_page(page, empty)
    page.get_by_role("link", name="Take an article in").click()
    page.locator("h1", has_text="Articles").wait_for()
    settled(page)
    fill(page, "Or paste the text of one article", ARTICLE)
    page.get_by_role("button", name="Take in", exact=True).click()
    page.get_by_role("link", name="Open FA-000001").click()
    page.locator("h1", has_text="Ministry closes the river bridge").wait_for()
    settled(page)
    keep(page, "We will open the bridge again")

    page.get_by_test_id("stSidebarNav").get_by_text("Sources", exact=True).click()
    page.locator("h1", has_text="Sources").wait_for()
    settled(page)
    unfold(page, "Add a source")
    fill(page, "Title", "Press conference on the river bridge")
    fill(page, "Date", "2026-03-03")
    fill(page, "Or paste its text", TRANSCRIPT)
    page.get_by_role("button", name="Add the source").click()
    expect(page.get_by_text("Press conference on the river bridge").first).to_be_visible()
    settled(page)

    page.get_by_test_id("stSidebarNav").get_by_text("Claims", exact=True).click()
    page.locator("h1", has_text="Claims").wait_for()
    settled(page)
    quoted = page.locator("[data-testid=stMain]").get_by_role("row").filter(has_text="open the bridge again")
    quoted.locator("a[href^='claim?claim=']").first.click()
    page.get_by_role("button", name="Start checking").click()
    expect(page.get_by_text("The claim is being checked.")).to_be_visible()
    settled(page)
    claim = re.search(r"FH-\d{6}", page.url)[0]

    page.get_by_role("button", name="Add evidence").click()
    settled(page)
    pick(page, "Source")
    fill(page, "Words of the source", "We hope to open the bridge again in May")
    page.get_by_role("button", name="Find the place").click()
    expect(page.get_by_text(re.compile("Found: "))).to_be_visible()
    settled(page)
    choose(page, "What the passage does", "Supports")
    choose(page, "What it speaks to", "Attribution|On who said it|Who said it|Whether it was said")
    page.get_by_role("button", name="Add the evidence").click()
    expect(page.get_by_text(re.compile("hope to")).first).to_be_visible()
    settled(page)

    open_findings(page, "Set the findings")
    choose(page, "Is it so", "Mostly supported")
    choose(page, "Did the speaker say it", "Said in other words")
    page.get_by_role("textbox", name="What it rests on").last.fill("“We hope to open”, not “we will open”.")
    page.get_by_role("button", name="Record the findings").click()
    settled(page)
    page.get_by_role("button", name="Hand to a second person").click()
    expect(page.get_by_text("The claim waits for a second person.")).to_be_visible()
    settled(page)
    expect(page.get_by_text("Ask a second person: you checked or last edited this claim yourself.")).to_be_attached()

    with contextlib.closing(serve(empty.home, FIRSTHAND_USER="bob")) as serving:
        colleague = next(serving)
        open_page(page, colleague, f"claim?claim={claim}")
        sign_off_by_key(page)
        choose(page, "Is it so", "Mostly supported")
        choose(page, "Did the speaker say it", "Said in other words")
        page.get_by_role("textbox", name="What it rests on").last.fill("Heard the recording.")
        page.get_by_role("button", name="Sign off").click()
        expect(page.get_by_text("Signed: your findings and the checker's agree.")).to_be_visible()
    report = json.loads(empty.command("verify", "--json").stdout)
    assert (report["sound"], report["signatures"]) == (True, 1)
    assert json.loads(empty.command("status", "--json").stdout)["statuses"]["mostly_supported"] == 1


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("claim?claim=FH-999999", "FH-999999"),
        ("claim?claim=nonsense", "nonsense"),
        ("article?article=FA-0", "FA-0"),
        ("source?source=%3Cscript%3Ealert(1)%3C%2Fscript%3E", "<script>alert(1)</script>"),
    ],
)
def test_an_unknown_id_in_an_address_is_a_sentence_with_a_way_back(sample: Dashboard, page: Page, path, said):
    page.goto(f"{sample.address}/{path}")
    expect(page.get_by_text(said).first).to_be_visible()
    assert page.get_by_text("Traceback").count() == 0
    expect(page.locator("[data-testid=stMain]").get_by_role("link").first).to_be_visible()
