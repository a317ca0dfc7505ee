"""axe-core looks at every page, in both themes; what it calls serious or critical fails.

``axe/axe.min.js`` is axe-core as its makers publish it in the npm registry, under the licence beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

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
    yield from serve(sample_of(tmp_path_factory.mktemp("sample")))


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
