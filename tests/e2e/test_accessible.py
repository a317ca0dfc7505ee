"""axe-core looks at every page, in both themes; what it calls serious or critical fails.

``axe/axe.min.js`` is axe-core as its makers publish it in the npm registry, under the licence beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from db.queries import articles, people
from db.session import Database
from db.vocabulary import CaptureMethod, Role
from firsthand import desk
from firsthand.taking_in import Incoming, capture_article
from tests.e2e.conftest import Dashboard, sample_of, serve
from tests.e2e.pages import PAGES, WIDE, open_at

AXE = Path(__file__).parent.joinpath("axe", "axe.min.js").read_text(encoding="utf-8")
LOOK = """async () => {
  const found = await axe.run(document, { resultTypes: ["violations"] })
  const grave = found.violations.filter((rule) => ["serious", "critical"].includes(rule.impact))
  return grave.flatMap((rule) => rule.nodes.map((node) =>
    [rule.id, node.target.flat().join(" "), node.html.slice(0, 160), node.failureSummary].join(" | ")))
}"""


@pytest.fixture(scope="module")
def looked_at(tmp_path_factory) -> Iterator[Dashboard]:
    """One dashboard for all of these: they only look."""
    yield from serve(with_later_texts(sample_of(tmp_path_factory.mktemp("sample"))))


def with_later_texts(home: Path) -> Path:
    """Bring a later text of an article, so that there is something to hold side by side."""
    record = Database(f"sqlite:///{home / 'record.sqlite'}", home)
    with record.read() as session:
        first = articles.captures(session, 2)[0]
        text = articles.text(session, first.id) or ""
        editor = next(person for person in people.users(session) if Role.EDITOR in person.roles)
    later = Incoming(f"{text}\n\nA correction was added.".encode(), CaptureMethod.PASTE, None, "text/plain")
    capture_article(record, desk.Actor.of(editor), first.document_id, later)
    record.close()
    return home


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_serious(browser: Browser, looked_at: Dashboard, name: str, theme: str) -> None:
    context = browser.new_context(viewport={"width": WIDE[0], "height": WIDE[1]}, color_scheme=theme)
    page = context.new_page()
    open_at(page, f"{looked_at.address}/{PAGES[name]}")
    page.wait_for_timeout(500)  # what fades in has no contrast yet

    page.evaluate(AXE)
    found = page.evaluate(LOOK)
    context.close()

    assert found == []


def test_axe_would_find_a_picture_without_words(browser: Browser, looked_at: Dashboard) -> None:
    page = browser.new_page()
    open_at(page, looked_at.address)
    page.evaluate("() => document.querySelector('[data-testid=stMain]').append(new Image())")
    page.evaluate(AXE)

    assert any("image-alt" in line for line in page.evaluate(LOOK))
    page.close()
