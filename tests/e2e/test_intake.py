"""Articles taken in from files, and their references, in a real browser."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Dashboard
from tests.e2e.pages import drawn, open_at
from tests.firsthand.test_taking_in import FEED, FIRST, PAGE, STORY, TEASER, WHOLE


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """A page, a Word file, a feed and an empty file."""
    folder = tmp_path / "files"
    folder.mkdir()
    page, word, feed, empty = (folder / name for name in ("page.html", "word.docx", "feed.xml", "empty.txt"))
    page.write_text(PAGE.format(FIRST), encoding="utf-8")
    feed.write_text(FEED.format(WHOLE.format("one", STORY) + TEASER), encoding="utf-8")
    empty.write_text("  ", encoding="utf-8")
    written = docx.Document()
    written.add_heading("Harbours closed", 1)
    written.add_paragraph(
        "Nine harbours were closed in 2024, the ministry said on 4 May 2026. It cost 3 million euros."
    )
    written.save(str(word))
    return [page, word, feed, empty]


def test_several_files_are_taken_in_each_with_its_outcome_and_their_references_lead_on(
    empty: Dashboard, page: Page, files: list[Path]
) -> None:
    open_at(page, f"{empty.address}/articles")
    page.locator("input[type=file]").first.set_input_files(files)
    for file in files:
        expect(page.get_by_text(file.name)).to_be_visible()
    page.get_by_role("button", name="Take in", exact=True).click()

    expect(page.get_by_text("3 of 5 taken in")).to_be_visible()
    expect(page.get_by_text("word.docx:")).to_be_visible()
    expect(page.get_by_text("not taken in")).to_be_visible()
    expect(page.get_by_role("link", name="https://evening.example/strike")).to_be_visible()
    page.get_by_role("link", name="Open FA-000001").click()
    drawn(page)

    words = page.locator(".linked", has_text="minutes")
    expect(words).to_be_visible()
    words.click()
    expect(page.get_by_role("heading", name="Reference", exact=True)).to_be_visible()
    assert "reference=1" in page.url
    page.get_by_role("button", name="Add it as a source").click()
    expect(page.get_by_text("Added as FS-")).to_be_visible()
    expect(page.get_by_text("tied to").first).to_be_visible()
    expect(page.locator(".linked.open", has_text="minutes")).to_be_visible()


def test_what_was_read_is_corrected_and_the_drafts_are_one_step_away(
    empty: Dashboard, page: Page, files: list[Path]
) -> None:
    assert empty.command("add", str(files[0])).returncode == 0
    open_at(page, f"{empty.address}/article?article=FA-000001")
    page.get_by_role("link", name="Correct this").click()
    page.get_by_label("Author").fill("Ida Berg")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Corrected.")).to_be_visible()
    expect(page.get_by_text("Ida Berg")).to_be_visible()
    assert "do=edit" not in page.url

    page.get_by_role("link", name="Triage ").last.click()
    drawn(page)
    assert "triage?article=FA-000001" in page.url
