"""The reader in a browser: marks, the claim beside the text, keys, selected words, the overview, foreign text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from db.queries import articles, claims
from db.rows import claim_ref, document_ref
from db.session import Database
from db.vocabulary import CaptureMethod, ClaimType, DocumentType, NotForUsReason, Role, WorkState
from firsthand import desk
from firsthand.taking_in import Incoming, Known, take_in
from tests.dashboard.desks import CHECKER
from tests.e2e.conftest import PATIENCE, Dashboard, serve
from tests.e2e.foreign import PAYLOADS
from tests.e2e.pages import NARROW, WIDE, drawn

FACES = "👩🏽\u200d🚀 The crew said “naïve cafe\u0301s 🥐 cost 𝟙𝟚 euros” on Monday."
OUTER = "The ministry said that the state closed fourteen bridges last year"
INNER = "the state closed fourteen bridges"
LAST = "The harbour reopened in May"
UNREAD = "Then came the evening."
FILLING = "\n\n".join(f"Paragraph {number} of the report goes on without a figure in it." for number in range(60))
TEXT = f"{FACES} Then it rained.\n\n{OUTER}. {UNREAD}\n\n{FILLING}\n\n{' '.join(PAYLOADS)}\n\n{LAST}, the mayor said."


@dataclass(frozen=True)
class Read:
    """An article full of marks, served."""

    dashboard: Dashboard
    article: str
    text: str
    outer: str
    inner: str
    last: str

    def newest(self) -> tuple[str, int, int]:
        """Read the newest claim's literal words and place."""
        record = Database(f"sqlite:///{self.dashboard.home / 'record.sqlite'}", self.dashboard.home)
        with record.read() as session:
            found = claims.of_article(session, int(self.article[3:]))
        record.close()
        claim = max(found, key=lambda claim: claim.id)
        return claim.literal, claim.start, claim.end


@pytest.fixture(scope="module")
def served(tmp_path_factory) -> Iterator[Read]:
    """A desk with one article: three claims, two of them nested, and no drafts."""
    home: Path = tmp_path_factory.mktemp("reader")
    record = Database(f"sqlite:///{home / 'record.sqlite'}", home).prepare()
    machine = desk.Actor.machine("maker")
    with record.write() as session:
        desk_id = desk.add_desk(session, machine, "demo", "The desk").id
        user = desk.add_user(session, machine, CHECKER, "Mara", [Role.CHECKER, Role.EDITOR])
        mara = desk.Actor(user.id, CHECKER, "Mara", frozenset({Role.CHECKER, Role.EDITOR}))
    known = Known("A text to read", published="2026-03-01", language="en")
    taken = take_in(
        record, mara, desk_id, Incoming(TEXT.encode(), CaptureMethod.PASTE, None, "text/plain", None, known)
    )
    refs = {}
    with record.write() as session:
        text = articles.text(session, taken.capture_id) or ""
        for draft in claims.of_article(session, taken.article_id):
            if draft.work_state is WorkState.DETECTED:
                desk.turn_away(session, mara, draft.id, draft.version, NotForUsReason.TRIVIAL)
        for words in (OUTER, INNER, LAST):
            start = text.index(words)
            place = (taken.article_id, taken.capture_id, start, start + len(words))
            refs[words] = claim_ref(
                desk.add_claim(session, mara, desk.NewClaim(*place, f"{words}.", ClaimType.EVENT)).id
            )
    record.close()
    for dashboard in serve(home, FIRSTHAND_USER=CHECKER):
        ref = document_ref(DocumentType.ARTICLE, taken.article_id)
        yield Read(dashboard, ref, text, refs[OUTER], refs[INNER], refs[LAST])


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """A tab that fails the test on any script error."""
    context = browser.new_context(viewport={"width": WIDE[0], "height": WIDE[1]})
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    context.close()
    assert errors == []


def read(page: Page, served: Read, query: str = "") -> Locator:
    page.goto(f"{served.dashboard.address}/article?article={served.article}{query}")
    drawn(page)
    pane = page.get_by_role("region", name="The text as captured")
    pane.wait_for()
    return pane


def select(page: Page, first: str, last: str) -> None:
    """Select from the first letters of some words to the last letters of others, as dragging the pointer does."""
    page.get_by_role("region", name="The text as captured").evaluate(
        """(pane, [first, last]) => {
          const walker = document.createTreeWalker(pane.querySelector(".text"), NodeFilter.SHOW_TEXT)
          const range = document.createRange()
          for (let node = walker.nextNode(), begun = false; node; node = walker.nextNode()) {
            if (!begun && node.data.includes(first)) {
              range.setStart(node, node.data.indexOf(first))
              begun = true
            }
            if (begun && node.data.includes(last)) {
              range.setEnd(node, node.data.indexOf(last) + last.length)
              break
            }
          }
          const selection = pane.getRootNode().getSelection?.() ?? document.getSelection()
          selection.removeAllRanges()
          selection.addRange(range)
        }""",
        [first, last],
    )


def test_a_mark_has_a_sign_a_word_and_opens_its_claim_beside_the_text(served: Read, tab: Page):
    pane = read(tab, served)
    outer = pane.get_by_role("link", name=re.compile(f"^{served.outer}, open: "))
    inner = pane.get_by_role("link", name=re.compile(f"^{served.inner}, open: "))
    expect(outer).to_be_visible()
    expect(pane.locator(".note", has_text="open").first).to_be_visible()
    assert "radio_button_unchecked" in outer.evaluate("sign => getComputedStyle(sign, '::before').content")
    lines = pane.locator(".piece", has_text=INNER).evaluate("piece => piece.style.backgroundImage.split('),').length")
    assert lines > 1  # the underlines of both

    pane.locator(".piece", has_text=INNER).click()
    expect(tab.get_by_role("heading", name=f"{INNER}.")).to_be_visible()
    assert f"mark={served.inner}" in tab.url
    expect(inner).to_have_attribute("aria-current", "true")

    outer.focus()
    tab.keyboard.press("Enter")
    expect(tab.get_by_role("heading", name=f"{OUTER}.")).to_be_visible()
    expect(outer).to_have_attribute("aria-current", "true")
    tab.go_back()
    expect(tab.get_by_role("heading", name=f"{INNER}.")).to_be_visible()
    expect(inner).to_have_attribute("aria-current", "true")
    expect(tab.get_by_role("link", name="Open the whole claim")).to_have_attribute(
        "href", f"claim?claim={served.inner}"
    )


def test_the_keyboard_goes_from_mark_to_mark_opens_closes_and_shows_what_nobody_has_looked_at(served: Read, tab: Page):
    pane = read(tab, served)
    pane.focus()

    tab.keyboard.press("j")
    expect(pane.get_by_role("link", name=re.compile(served.outer))).to_be_focused()
    tab.keyboard.press("ArrowDown")
    expect(pane.get_by_role("link", name=re.compile(served.inner))).to_be_focused()
    tab.keyboard.press("j")
    last = pane.get_by_role("link", name=re.compile(served.last))
    expect(last).to_be_focused()
    expect(last).to_be_in_viewport()
    tab.keyboard.press("k")
    tab.keyboard.press("Enter")
    expect(tab.get_by_role("heading", name=f"{INNER}.")).to_be_visible()
    tab.keyboard.press("Escape")
    expect(tab.get_by_role("heading", name=f"{INNER}.")).to_be_hidden()
    assert "mark=" not in tab.url

    tab.keyboard.press("u")
    expect(tab.get_by_role("button", name="What has nobody looked at")).to_have_attribute("aria-pressed", "true")
    expect(pane.locator(".unread", has_text=UNREAD)).to_be_visible()
    assert pane.locator(".unread", has_text=OUTER).count() == 0
    tab.keyboard.press("?")
    expect(tab.get_by_text("next mark, mark before")).to_be_visible()


def test_selected_words_with_emoji_and_across_marks_and_paragraphs_become_a_claim(served: Read, tab: Page):
    pane = read(tab, served)
    select(tab, "naïve", "euros")
    tab.get_by_role("button", name="Make a claim of these words").click()
    expect(tab.get_by_role("heading", name="A new claim")).to_be_visible()
    drawn(tab)
    tab.get_by_role("textbox", name="The claim as a sentence").fill("Cafés in town charge twelve euros.")
    tab.get_by_role("textbox", name="Speaker, as named").fill("The crew")
    tab.get_by_role("button", name="Add the claim").click()
    expect(tab.get_by_role("heading", name="Cafés in town charge twelve euros.")).to_be_visible()
    literal, start, end = served.newest()
    assert literal == served.text[start:end] == "naïve cafe\u0301s 🥐 cost 𝟙𝟚 euros"
    expect(pane.get_by_role("link", name=re.compile("Cafés in town"))).to_have_attribute("aria-current", "true")

    select(tab, "it rained", "fourteen bridges")
    pane.focus()
    tab.keyboard.press("n")
    expect(tab.get_by_role("heading", name="A new claim")).to_be_visible()
    drawn(tab)
    tab.get_by_role("textbox", name="The claim as a sentence").fill(" ")
    tab.get_by_role("button", name="Add the claim").click()
    expect(tab.get_by_text("Write the claim's statement").first).to_be_visible()
    tab.get_by_role("textbox", name="The claim as a sentence").fill("It rained, and bridges closed.")
    tab.get_by_role("button", name="Add the claim").click()
    expect(tab.get_by_role("heading", name="It rained, and bridges closed.")).to_be_visible()
    literal, start, end = served.newest()
    assert literal == served.text[start:end]
    assert literal.startswith("it rained.\n\nThe ministry")


def test_hostile_text_stands_there_letter_by_letter_and_does_nothing(served: Read, tab: Page):
    pane = read(tab, served, f"&mark={served.last}")

    shown = pane.locator(".text").text_content() or ""
    assert shown == re.sub(r"\n{2,}", "", served.text)
    for payload in PAYLOADS:
        assert payload in shown
    assert tab.evaluate("window.owned") is None
    assert pane.locator("script, img, iframe, svg, style, b").count() == 0


def test_the_overview_shows_where_the_marks_are_and_leads_there(served: Read, tab: Page):
    pane = read(tab, served)
    ticks = tab.locator(".overview .tick")
    expect(ticks.last).to_be_visible()
    last = pane.get_by_role("link", name=re.compile(served.last))
    expect(last).not_to_be_in_viewport()
    before = tab.locator(".overview .window").bounding_box()

    ticks.last.click()

    expect(last).to_be_in_viewport()
    tab.wait_for_timeout(100)
    after = tab.locator(".overview .window").bounding_box()
    assert before is not None
    assert after is not None
    assert after["y"] > before["y"] + 50
    assert tab.url.endswith(served.article)  # scrolling opens nothing


def test_on_a_narrow_screen_the_claim_stands_below_the_text_and_nothing_scrolls_sideways(served: Read, tab: Page):
    tab.set_viewport_size({"width": NARROW[0], "height": NARROW[1]})
    pane = read(tab, served)

    pane.locator(".piece", has_text=INNER).click()

    heading = tab.get_by_role("heading", name=f"{INNER}.")
    expect(heading).to_be_visible()
    text, panel = pane.bounding_box(), heading.bounding_box()
    assert text is not None
    assert panel is not None
    assert panel["y"] >= text["y"] + text["height"]
    assert tab.evaluate("document.documentElement.scrollWidth") <= NARROW[0]
    assert tab.get_by_test_id("stMain").evaluate("main => main.scrollWidth") <= NARROW[0]
    assert pane.evaluate("pane => pane.scrollWidth <= pane.clientWidth")
