"""A running dashboard on a record of its own, and a browser to look at it with."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "chrome")
SWITCHES = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
OUTCOME = pytest.StashKey[bool]()
PATIENCE = 30_000  # milliseconds; a busy machine draws a page slowly


def pytest_collection_modifyitems(items):
    """Everything here drives a browser, and shares one server at a time."""
    for item in items:
        if "e2e" in Path(item.fspath).parts:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))


def chromium() -> str | None:
    """Find the browser."""
    return next((path for name in CHROMIUM if (path := shutil.which(name))), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium as Debian packages it."""
    path = chromium()
    if path is None:
        said = "NO BROWSER: Chromium is not installed, so nothing was tried in a browser (apt-get install chromium)"
        if os.environ.get("CI"):
            pytest.fail(said)
        print(f"\n{said}", file=sys.stderr)
        pytest.skip(said)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=list(SWITCHES))
        yield running
        running.close()


@dataclass(frozen=True)
class Dashboard:
    """A running dashboard: its address and the folder of its record."""

    address: str
    home: Path

    def command(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run a command on the same record."""
        return subprocess.run(
            [sys.executable, "-m", "firsthand", *words],
            env=surroundings(self.home),
            capture_output=True,
            text=True,
            check=False,
        )


def surroundings(home: Path, **more: str) -> dict[str, str]:
    """The environment without any FIRSTHAND_ variable of the person who runs the tests, and without a worker."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("FIRSTHAND_")}
    return {**kept, "FIRSTHAND_HOME": str(home), "FIRSTHAND_USER": "ann", "FIRSTHAND_WORKER": "0", **more}


def serve(home: Path, **more: str) -> Iterator[Dashboard]:
    """Serve a record until the test is over."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = (home / "server.log").open("w")
    server = subprocess.Popen(
        [sys.executable, "-m", "firsthand", "serve", "--port", str(port)],
        env=surroundings(home, **more),
        stdout=log,
        stderr=subprocess.STDOUT,
    )
    address = f"http://localhost:{port}"
    try:
        for _ in range(240):
            try:
                if httpx.get(f"{address}/healthz", trust_env=False).status_code == httpx.codes.OK:
                    break
            except httpx.TransportError:
                time.sleep(0.25)
            assert server.poll() is None, (home / "server.log").read_text()
        yield Dashboard(address, home)
    finally:
        server.terminate()
        server.wait(timeout=20)
        log.close()
    said = (home / "server.log").read_text(encoding="utf-8")
    assert "Traceback" not in said, said


def sample_of(home: Path) -> Path:
    """Load the sample case into a folder."""
    subprocess.run(
        [sys.executable, "-m", "firsthand", "demo", "--no-serve"],
        env=surroundings(home),
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return home


@pytest.fixture
def sample(tmp_path) -> Iterator[Dashboard]:
    """The dashboard on the sample case."""
    yield from serve(sample_of(tmp_path))


@pytest.fixture
def empty(tmp_path) -> Iterator[Dashboard]:
    """The dashboard on a record with nothing in it."""
    yield from serve(tmp_path)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Keep how a test came out, so that a fixture may look."""
    report = yield
    if call.when == "call":
        item.stash[OUTCOME] = report.failed
    return report


@pytest.fixture
def page(browser, request, tmp_path) -> Iterator[Page]:
    """A fresh tab that fails the test on any script error, and leaves a picture behind where the test failed."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    tab = context.new_page()
    tab.set_default_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)
    errors: list[str] = []
    tab.on("pageerror", lambda error: errors.append(str(error)))
    yield tab
    if request.node.stash.get(OUTCOME, False):
        tab.screenshot(path=tmp_path / "failed.png")
        print(f"\nThe page when the test failed: {tmp_path / 'failed.png'}")
    context.close()
    assert errors == []
