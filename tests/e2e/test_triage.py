"""An article's drafts gone through by keyboard alone, in a browser: every deed, its undoing, and what others did."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from db.models import Claim
from db.rows import claim_ref, document_ref
from db.session import Database
from db.vocabulary import DocumentType, NotForUsReason, WorkState
from firsthand import desk, workspace
from firsthand.desk import Actor
from firsthand.settings import load_settings
from tests.drafted import DRAFTS, Drafted, draft_article
from tests.e2e.conftest import Dashboard, serve
from tests.e2e.driving import open_page, settled

# The drafts in the order of the text; by how much they are worth checking: AGROUND, WORST, THIRD, DREDGED, MAY, WASTE.
DREDGED, AGROUND, WORST, MAY, WASTE, THIRD, SEALS = range(7)
IN_CARD = ".card"


class Room:
    """A dashboard with an article of drafts, and the record behind it."""

    def __init__(self, home: Path) -> None:
        settings = load_settings({"FIRSTHAND_HOME": str(home), "FIRSTHAND_USER": "ann"})
        self.database: Database = workspace.open_record(settings)
        self.me = Actor.of(workspace.person(self.database, "ann"))
        self.article: Drafted = draft_article(self.database)
        self.dashboard: Dashboard

    def claim(self, place: int) -> Claim:
        with self.database.read() as session:
            claim = session.get(Claim, self.article.draft_ids[place])
            assert claim is not None
            session.expunge(claim)
            return claim

    def ref(self, place: int) -> str:
        return claim_ref(self.article.draft_ids[place])

    def newest(self) -> Claim:
        with self.database.read() as session:
            claim = session.query(Claim).order_by(Claim.id.desc()).first()
            assert claim is not None
            session.expunge(claim)
            return claim


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = Room(tmp_path)
    for dashboard in serve(tmp_path):
        made.dashboard = dashboard
        yield made
    made.database.close()


def open_drafts(page: Page, room: Room, query: str = "") -> None:
    ref = document_ref(DocumentType.ARTICLE, room.article.article_id)
    open_page(page, room.dashboard, f"triage?article={ref}{query}")
    page.locator(IN_CARD).wait_for()


def in_focus(page: Page, ref: str) -> None:
    expect(page.locator(IN_CARD)).to_have_attribute("aria-label", f"The draft in focus: {ref}")


def said(page: Page, words: str) -> None:
    expect(page.get_by_role("status").filter(has_text=words)).to_be_visible()


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def test_a_whole_article_is_gone_through_by_keyboard_alone(room: Room, page: Page) -> None:  # noqa: PLR0915 - it is whole
    open_drafts(page, room)
    expect(page.get_by_text("7 drafts wait")).to_be_visible()
    in_focus(page, room.ref(AGROUND))

    # Another wording by the language model, taken over and kept.
    press(page, "w")
    said(page, "has the other wording now")
    expect(page.locator(f"{IN_CARD} h2")).to_have_text(DRAFTS[AGROUND].suggested)
    press(page, "k")
    said(page, f"{room.ref(AGROUND)} is kept.")
    assert room.claim(AGROUND).statement == DRAFTS[AGROUND].suggested
    assert room.claim(AGROUND).work_state is WorkState.OPEN

    # Edited and kept; what is typed are letters, not deeds.
    in_focus(page, room.ref(WORST))
    press(page, "e")
    expect(page.get_by_role("textbox", name="Statement")).to_be_focused()
    press(page, "End")
    page.keyboard.type(" kneszu")
    press(page, "Tab")
    expect(page.get_by_role("combobox", name="Speaker")).to_be_focused()
    press(page, "Control+a")
    page.keyboard.type("The port authority")
    press(page, "Enter")
    said(page, "is kept, with your changes")
    worst = room.claim(WORST)
    assert worst.statement == f"{DRAFTS[WORST].statement} kneszu"
    assert (worst.speaker_as_named, worst.work_state) == ("The port authority", WorkState.OPEN)

    # Not for us, and why.
    in_focus(page, room.ref(THIRD))
    press(page, "j", "j", "j")
    in_focus(page, room.ref(WASTE))
    press(page, "n")
    expect(page.get_by_role("button", name="2 Opinion")).to_be_visible()
    press(page, "2")
    said(page, "is not for us: opinion")
    assert room.claim(WASTE).not_for_us_reason is NotForUsReason.OPINION

    # Merged with the next of the text, and that undone.
    in_focus(page, room.ref(SEALS))
    press(page, "p", "p", "p")
    in_focus(page, room.ref(DREDGED))
    press(page, "m")
    said(page, f"{room.ref(MAY)} is merged into {room.ref(DREDGED)}")
    in_focus(page, room.ref(DREDGED))
    assert room.claim(MAY).not_for_us_reason is NotForUsReason.DUPLICATE
    press(page, "z")
    said(page, f"{room.ref(DREDGED)} is as it was before")
    assert room.claim(MAY).work_state is WorkState.DETECTED

    # Merged with the marked one.
    press(page, "j", "x", "p", "m")
    said(page, f"{room.ref(MAY)} is merged into {room.ref(DREDGED)}")

    # Split where the cut is moved to, both parts kept; and that undone.
    press(page, "s")
    cut = page.get_by_role("slider", name=re.compile("The cut"))
    expect(cut).to_be_focused()
    press(page, "ArrowLeft", "ArrowRight", "ArrowRight", "Tab")
    expect(page.get_by_role("textbox", name="First part")).to_be_focused()
    press(page, "Control+a")
    page.keyboard.type("The harbour will be dredged.")
    press(page, "Enter")
    said(page, f"{room.ref(DREDGED)} is split")
    assert room.claim(DREDGED).statement == "The harbour will be dredged."
    part = room.newest()
    assert (part.work_state, part.drafted_by) == (WorkState.OPEN, room.claim(DREDGED).drafted_by)
    press(page, "u")
    said(page, f"{room.ref(DREDGED)} is as it was before")
    in_focus(page, room.ref(DREDGED))
    assert (room.claim(DREDGED).work_state, room.newest().work_state) == (WorkState.DETECTED, WorkState.NOT_FOR_US)

    # Everything that is left, as fast as the keys go.
    press(page, "k", "k", "k")
    expect(page.get_by_text("Every draft of this article has been judged.")).to_be_visible()
    expect(page.get_by_text("7 of 7 judged, 5 kept")).to_be_visible()
    assert {room.claim(place).work_state for place in (DREDGED, THIRD, SEALS)} == {WorkState.OPEN}
    assert room.dashboard.command("verify").returncode == 0


def test_undoing_goes_back_through_all_that_was_done(room: Room, page: Page) -> None:
    open_drafts(page, room, "&order=text")
    in_focus(page, room.ref(DREDGED))
    press(page, "k", "n", "1", "e")
    expect(page.get_by_role("textbox", name="Statement")).to_be_focused()
    press(page, "Enter")
    said(page, f"{room.ref(WORST)} is kept")
    press(page, "z", "z", "z", "z")
    said(page, "There is nothing to undo")
    in_focus(page, room.ref(DREDGED))
    expect(page.get_by_text("7 drafts wait")).to_be_visible()
    assert {room.claim(place).work_state for place in range(7)} == {WorkState.DETECTED}


def test_what_somebody_else_did_meanwhile_is_told_and_what_was_typed_is_kept(room: Room, page: Page) -> None:
    open_drafts(page, room)
    in_focus(page, room.ref(AGROUND))
    press(page, "e")
    page.get_by_role("textbox", name="Statement").wait_for()
    press(page, "Control+a")
    page.keyboard.type("My own words.")
    with room.database.write() as session:
        desk.edit_claim(session, room.me, room.article.draft_ids[AGROUND], 1, {"statement": "Somebody else's words."})
    press(page, "Enter")
    expect(page.get_by_role("status")).to_contain_text("changed")
    in_focus(page, room.ref(AGROUND))
    expect(page.get_by_role("textbox", name="Statement")).to_have_value("My own words.")
    assert room.claim(AGROUND).work_state is WorkState.DETECTED
    press(page, "Enter")
    said(page, "is kept, with your changes")
    assert room.claim(AGROUND).statement == "My own words."


def test_an_article_is_chosen_and_the_page_fits_a_telephone(room: Room, page: Page) -> None:
    page.set_viewport_size({"width": 420, "height": 900})
    open_page(page, room.dashboard, "triage")
    page.get_by_role("link", name="Harbour to be dredged twice").click()
    page.locator(IN_CARD).wait_for()
    settled(page)
    main = page.get_by_test_id("stMain")
    assert main.evaluate("element => element.scrollWidth <= element.clientWidth")
    page.get_by_role("button", name="Keep", exact=False).first.click()
    said(page, f"{room.ref(AGROUND)} is kept.")
    page.get_by_role("button", name="Undo").click()
    said(page, f"{room.ref(AGROUND)} is as it was before")
