"""Foreign words are shown as they are: on no page do they run, fetch anything from outside or break the policy."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit
from playwright.sync_api import Browser, Page, Route

from db.queries import articles
from db.rows import claim_ref, document_ref, speaker_ref
from db.vocabulary import DocumentType
from tests.dashboard.desks import CHECKER, Desk
from tests.e2e.conftest import Dashboard, serve
from tests.e2e.foreign import PAYLOADS, record_of_payloads
from tests.e2e.pages import drawn

INDEX = Path(streamlit.__file__).parent / "static" / "index.html"
WATCH = """
  window.broken = []
  document.addEventListener("securitypolicyviolation", (event) =>
    window.broken.push([event.violatedDirective, event.blockedURI, event.sample].join(" ")))
"""
UNFOLD = """() => document.querySelectorAll("[data-testid=stExpander] details:not([open]) > summary")
  .forEach((summary) => summary.click())"""
# Where words that are not ours have to be seen letter by letter; the other pages cut them short, or hold none.
SHOWS = {"articles", "article", "claims", "claim", "sources", "source", "speaker", "history"} | {
    "captures",
    "source with a capture",
}


def strict_policy() -> str:
    """Allow our own scripts, the one line in Streamlit's page, and the inline components' (from ``blob:``)."""
    (inline,) = re.findall(r"<script>(.*?)</script>", INDEX.read_text(encoding="utf-8"), flags=re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()
    rules = (
        "default-src 'self'",
        f"script-src 'self' blob: 'wasm-unsafe-eval' 'sha256-{digest}'",
        "connect-src 'self' ws: data:",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-src 'self'",
    )
    return "; ".join(rules)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory) -> Iterator[tuple[Dashboard, Desk]]:
    """A dashboard on a record that is full of payloads."""
    home = tmp_path_factory.mktemp("hostile")
    made = record_of_payloads(home)
    for dashboard in serve(home, FIRSTHAND_USER=CHECKER):
        yield dashboard, made


@pytest.fixture
def watched(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A tab under a strict policy, and what it asked for elsewhere."""
    # A page that is answered for by the test counts as one from the web, which may not open a socket to this machine.
    context = browser.new_context(viewport={"width": 1440, "height": 900}, permissions=["local-network-access"])
    page = context.new_page()
    outside: list[str] = []
    page.add_init_script(WATCH)
    page.on("request", lambda request: None if _ours(request.url) else outside.append(request.url))
    page.on("dialog", lambda dialog: outside.append(f"dialog {dialog.message}"))

    def with_policy(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": strict_policy()})

    page.route(lambda url: _ours(url) and "." not in url.rsplit("/", 1)[-1].split("?")[0], with_policy)
    yield page, outside
    context.close()


def _ours(url: str) -> bool:
    return url.startswith(("http://localhost:", "ws://localhost:", "data:", "blob:"))


def captured(made: Desk) -> int:
    """The number of the source's newest capture with a text."""
    with made.record.read() as session:
        return next(capture.id for capture in articles.captures(session, made.source_id) if capture.characters)


def addresses(made: Desk) -> dict[str, str]:
    article, source = (
        document_ref(DocumentType.ARTICLE, made.article_id),
        document_ref(DocumentType.SOURCE, made.source_id),
    )
    claim = claim_ref(made.claim_id)
    return {
        "board": "",
        "wallboard": "wallboard",
        "articles": "articles",
        "article": f"article?article={article}",
        "article with a claim": f"article?article={article}&mark={claim}",
        "claims": "claims",
        "claims by speaker": "claims?group=speaker",
        "claim": f"claim?claim={claim}",
        "claim with evidence": f"claim?claim={claim}&do=evidence",
        "sources": "sources",
        "source": f"source?source={source}",
        "captures": f"captures?document={source}&show=all",
        "source with a capture": f"source?source={source}&about={captured(made)}",
        "sources by address": "sources?do=addresses",
        "speakers": "speakers",
        "speaker": f"speaker?speaker={speaker_ref(1)}",
        "history": "history",
        "settings": "settings",
        "people": "settings?tab=People",
        "publishers": "settings?tab=Publishers",
        "history as of a day": "history?asof=2026-01-01",
    }


def test_no_page_runs_foreign_words_or_fetches_what_they_name(
    hostile: tuple[Dashboard, Desk], watched: tuple[Page, list[str]]
) -> None:
    dashboard, made = hostile
    page, outside = watched
    for name, address in addresses(made).items():
        page.goto(f"{dashboard.address}/{address}")
        drawn(page)
        page.wait_for_timeout(400)
        page.evaluate(UNFOLD)
        page.mouse.move(700, 450)
        drawn(page)

        assert page.evaluate("window.owned") is None, name
        assert page.evaluate("window.broken") == [], name
        assert outside == [], name
        assert page.get_by_test_id("stException").count() == 0, name
        if name in SHOWS:
            assert_letter_by_letter(page, name)


def assert_letter_by_letter(page: Page, name: str) -> None:
    """Every payload stands on the page as text."""
    shown = " ".join(
        " ".join(
            page.get_by_test_id("stMain").locator("p, span, a, h1, h2, li, dd, td, div").all_text_contents()
        ).split()
    )
    for payload in PAYLOADS:
        assert " ".join(payload.split()) in shown, f"{name}: {payload}"


def test_the_policy_would_have_caught_a_script(
    hostile: tuple[Dashboard, Desk], watched: tuple[Page, list[str]]
) -> None:
    page, _ = watched
    page.goto(hostile[0].address)
    drawn(page)
    page.evaluate(
        """() => {
          const made = document.createElement("script")
          made.textContent = "window.owned = 9"
          document.body.append(made)
        }"""
    )

    assert page.evaluate("window.owned") is None
    assert page.evaluate("window.broken.length") == 1
