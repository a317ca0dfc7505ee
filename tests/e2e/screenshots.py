"""``make screenshots``: every page of the sample case, light and dark, wide and narrow; the README shows some of them.

python -m tests.e2e.screenshots [FOLDER] [PAGE…]    # into another folder, or only some pages
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from rich.console import Console
from rich.progress import track

from tests.e2e.conftest import SWITCHES, chromium, serve, surroundings
from tests.e2e.pages import NARROW, PAGES, WIDE, open_at

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "build" / "screenshots"
# The pictures that documents show: file in docs/ -> the picture it is a copy of.
SHOWN = {
    "board.png": "board-light-1440",
    "reader.png": "article-claim-light-1440",
    "claim.png": "claim-light-1440",
}


def take(browser: Browser, address: str, path: Path, size: tuple[int, int], theme: str) -> None:
    """Open an address, wait until it has been drawn, and keep what is seen."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme=theme,  # type: ignore[arg-type]
        timezone_id="Europe/Berlin",
    )
    page = context.new_page()
    open_at(page, address)
    page.wait_for_timeout(1_500)  # charts fade in
    page.screenshot(path=path)
    context.close()


def main(words: Sequence[str]) -> None:
    """Take the pictures."""
    folder = Path(words[0]) if words else FOLDER
    chosen = {name: PAGES[name] for name in words[1:]} or PAGES
    folder.mkdir(parents=True, exist_ok=True)
    wanted = [(name, theme, size) for name in chosen for theme in ("light", "dark") for size in (WIDE, NARROW)]
    with tempfile.TemporaryDirectory() as home, sync_playwright() as playwright:
        command = [sys.executable, "-m", "firsthand", "demo", "--no-serve"]
        subprocess.run(command, env=surroundings(Path(home)), check=True, stdout=subprocess.DEVNULL)
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(SWITCHES))
        for dashboard in serve(Path(home)):
            for name, theme, size in track(wanted, "Taking pictures"):
                path = folder / f"{name}-{theme}-{size[0]}.png"
                take(browser, f"{dashboard.address}/{chosen[name]}", path, size, theme)
        browser.close()
    for name, picture in SHOWN.items():
        source = folder / f"{picture}.png"
        if folder == FOLDER and source.exists():
            shutil.copyfile(source, ROOT / "docs" / name)
    Console().print(f"{len(wanted)} pictures are in {folder}.")


if __name__ == "__main__":
    main(sys.argv[1:])
