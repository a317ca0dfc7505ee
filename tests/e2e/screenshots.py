"""``make screenshots``: the pictures that the documents show, taken from the sample case.

python -m tests.e2e.screenshots [FOLDER]    # with a folder: every page, light and dark, wide and narrow, into it
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from rich.console import Console

from tests.e2e.conftest import SWITCHES, chromium, serve, surroundings

DOCUMENTS = Path(__file__).parents[2] / "docs"
PAGES = {
    "board": "",
    "articles": "articles",
    "article": "article?article=FA-000002",
    "claims": "claims",
    "claim": "claim?claim=FH-000003",
    "sources": "sources",
    "source": "source?source=FS-000004",
    "history": "history",
}
WIDE, NARROW = (1440, 900), (420, 900)


def take(browser: Browser, address: str, path: Path, size: tuple[int, int], theme: str) -> None:
    """Open an address, wait until it has been drawn, and keep what is seen."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme=theme,  # type: ignore[arg-type]
    )
    page = context.new_page()
    page.goto(address)
    page.locator("[data-testid=stMain] h1").first.wait_for(timeout=60_000)
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for(timeout=60_000)
    page.wait_for_timeout(1_500)  # charts fade in
    page.screenshot(path=path)
    context.close()


def main() -> None:
    """Take the pictures."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    console = Console()
    with tempfile.TemporaryDirectory() as home, sync_playwright() as playwright:
        command = [sys.executable, "-m", "firsthand", "demo", "--no-serve"]
        subprocess.run(command, env=surroundings(Path(home)), check=True, stdout=subprocess.DEVNULL)
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(SWITCHES))
        for dashboard in serve(Path(home)):
            if folder is None:
                take(browser, dashboard.address, DOCUMENTS / "board.png", WIDE, "light")
                console.print(f"{DOCUMENTS / 'board.png'}")
                break
            folder.mkdir(parents=True, exist_ok=True)
            for name, address in PAGES.items():
                for theme in ("light", "dark"):
                    for size in (WIDE, NARROW):
                        path = folder / f"{name}-{theme}-{size[0]}.png"
                        take(browser, f"{dashboard.address}/{address}", path, size, theme)
                        console.print(f"{path}")
        browser.close()


if __name__ == "__main__":
    main()
