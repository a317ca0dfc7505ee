"""From an article's address to the words of the first hand and two signatures, and on to the bell, in a browser."""

from __future__ import annotations

import contextlib
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Dashboard, serve, surroundings
from tests.e2e.driving import choose, fill, open_findings, open_page, settled, sign_off_by_key, unfold
from tests.web import story
from tests.web.server import SmallWeb

ROOT = Path(__file__).parents[2]
ADDRESSES = "Addresses, one on each line"
PATIENCE = 90_000  # milliseconds for a job and the page that waits for it


class Newsroom(NamedTuple):
    """A new desk, and the web that its worker reads."""

    dashboard: Dashboard
    web: SmallWeb


@pytest.fixture
def newsroom(tmp_path: Path) -> Iterator[Newsroom]:
    """Serve a new desk without a worker of its own: the one that is at work knows the small web and nothing else."""
    with SmallWeb() as web, (tmp_path / "worker.log").open("w") as log:
        worker = subprocess.Popen(
            [sys.executable, "-m", "tests.web.worker", str(web.port), *story.HOSTS],
            env=surroundings(tmp_path, FIRSTHAND_WATCH="0"),
            cwd=ROOT,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            with contextlib.closing(serve(tmp_path)) as serving:
                yield Newsroom(next(serving), web)
        finally:
            worker.terminate()
            worker.wait(timeout=30)
    said = (tmp_path / "worker.log").read_text(encoding="utf-8")
    assert "Traceback" not in said, said


def _take_in(page: Page, newsroom: Newsroom) -> str:
    """Take the article in by its address, and open the claim with the minister's words; gives its short id."""
    open_page(page, newsroom.dashboard, "articles")
    unfold(page, "Take articles in by their addresses")
    fill(page, ADDRESSES, story.ARTICLE)
    page.get_by_role("button", name="Take in", exact=True).first.click()
    page.get_by_text(re.compile("5 claims drafted")).first.wait_for(timeout=PATIENCE)
    open_page(page, newsroom.dashboard, "claims")
    quoted = page.locator("[data-testid=stMain]").get_by_role("row").filter(has_text="close the Norden ferry line")
    quoted.locator("a[href^='claim?claim=']").first.click()
    page.get_by_role("button", name="Keep").first.wait_for()
    settled(page)
    ref = re.search(r"FH-\d{6}", page.url)
    assert ref is not None
    return ref[0]


def _conclude(page: Page, note: str) -> None:
    choose(page, "Is it so", "Misleading")
    choose(page, "Did the speaker say it", "Said in other words")
    page.get_by_role("textbox", name="What it rests on").last.fill(note)


def test_a_claim_is_traced_to_the_transcript_signed_and_rings_when_the_transcript_changes(
    newsroom: Newsroom, page: Page
) -> None:
    dashboard = newsroom.dashboard
    claim = _take_in(page, newsroom)
    page.get_by_role("button", name="Keep").first.click()
    page.get_by_role("button", name="Start checking").click()
    expect(page.get_by_text("The claim is being checked.")).to_be_visible()
    settled(page)

    page.get_by_role("button", name="Trace to the first hand").first.click()
    page.get_by_text("The way that was traced").wait_for(timeout=PATIENCE)
    settled(page)
    traced = page.locator("[data-testid=stMain]")
    for station in ("Ferry line to close in May", "Norden ferry line to close in May", "Record of the sitting"):
        expect(traced.get_by_text(station).first).to_be_visible()

    page.get_by_role("button", name="Put this passage forward").first.click()
    expect(page.get_by_role("textbox", name="Words of the source")).to_have_value(re.compile("We may have to close"))
    settled(page)
    choose(page, "What the passage does", "Refutes")
    choose(page, "What it speaks to", "Who said it")
    page.get_by_role("button", name="Add the evidence").click()
    settled(page)
    differing = page.locator("[data-testid=stMain]")
    expect(differing.locator("del, ins, mark").filter(has_text=re.compile(r"^\W*(may|will)\W*$")).first).to_be_visible()

    open_findings(page, "Set the findings")
    _conclude(page, "She said «may», and «unless the council finds the money».")
    page.get_by_role("button", name="Record the findings").click()
    settled(page)
    page.get_by_role("button", name="Hand to a second person").click()
    expect(page.get_by_text("The claim waits for a second person.")).to_be_visible()
    settled(page)

    with contextlib.closing(serve(dashboard.home, FIRSTHAND_USER="bob")) as serving:
        colleague = next(serving)
        open_page(page, colleague, f"claim?claim={claim}")
        sign_off_by_key(page)
        _conclude(page, "Read the record of the sitting.")
        page.get_by_role("button", name="Sign off").click()
        expect(page.get_by_text("Signed: your findings and the checker's agree.")).to_be_visible()

    newsroom.web.pages[story.TRANSCRIPT] = story.transcript(story.LATER_SAID)
    open_page(page, dashboard, f"claim?claim={claim}")
    page.get_by_role("link", name=re.compile("Record of the sitting")).first.click()
    page.get_by_role("button", name=re.compile("Look (again )?now")).wait_for()
    settled(page)
    page.get_by_role("button", name=re.compile("Look (again )?now")).click()
    page.get_by_text("1 gone").first.wait_for(timeout=PATIENCE)

    open_page(page, dashboard)
    page.get_by_text("What moved").first.wait_for()
    expect(page.get_by_text(re.compile("passage that is gone")).first).to_be_visible()
    open_page(page, dashboard, "claims?status=recheck")
    expect(page.get_by_text(re.compile("close the Norden ferry line")).first).to_be_visible()
    open_page(page, dashboard, f"claim?claim={claim}")
    expect(page.get_by_text(re.compile("The passage is gone from the page captured on")).first).to_be_visible()
    expect(page.get_by_text(re.compile("No decision has been taken")).first).to_be_visible()
    assert json.loads(dashboard.command("verify", "--json").stdout)["sound"] is True


def test_sources_by_address_say_what_became_of_each(newsroom: Newsroom, page: Page) -> None:
    open_page(page, newsroom.dashboard, "sources")
    unfold(page, "Add sources by their addresses")
    newsroom.web.take_away(story.TIMETABLE)
    fill(page, ADDRESSES, f"{story.TRANSCRIPT_PDF}\n{story.TIMETABLE}\n{story.INWARD}\nno address at all")
    page.get_by_role("button", name="Add and fetch them").click()
    expect(page.get_by_text(re.compile("no address at all")).first).to_be_visible()
    for said in ("private network", "gone"):
        page.get_by_text(re.compile(said)).first.wait_for(timeout=PATIENCE)
    assert newsroom.web.asked[story.INWARD] >= 1
    open_page(page, newsroom.dashboard, "sources")
    page.get_by_role("link", name=re.compile("Record of the sitting")).first.click()
    page.locator("h1", has_text="Record of the sitting").wait_for()
    expect(page.get_by_text(re.compile("unless the council finds the money")).first).to_be_visible()
