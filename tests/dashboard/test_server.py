from __future__ import annotations

import asyncio
import json
import tomllib
from pathlib import Path

import pytest
import streamlit as st
from starlette.requests import Request
from starlette.routing import Route

from dashboard import server

FOLDER = Path(server.__file__).parent
CONFIG = tomllib.loads(FOLDER.joinpath(".streamlit", "config.toml").read_text(encoding="utf-8"))


def test_the_server_is_an_app_that_streamlit_finds() -> None:
    assert isinstance(server.app, st.App)


def test_the_health_route_answers_without_touching_the_record() -> None:
    answer = asyncio.run(server.healthz(Request({"type": "http"})))

    assert json.loads(bytes(answer.body)) == {"status": "ok"}
    assert Route("/healthz", server.healthz).path == "/healthz"


def test_the_lifespan_keeps_the_collector_away_from_what_start_up_made(monkeypatch: pytest.MonkeyPatch) -> None:
    import gc

    monkeypatch.setenv("FIRSTHAND_WORKER", "0")  # it would work on the record of who runs the tests

    async def through() -> int:
        async with server.lifespan(server.app):
            return gc.get_freeze_count()

    try:
        assert asyncio.run(through()) > 0
    finally:
        gc.unfreeze()


@pytest.mark.parametrize(
    ("section", "option", "value"),
    [
        ("browser", "gatherUsageStats", False),
        ("server", "fileWatcherType", "none"),
        ("server", "address", "localhost"),
        ("runner", "postScriptGC", False),
        ("client", "showErrorDetails", "none"),
        ("client", "toolbarMode", "minimal"),
        ("logger", "hideWelcomeMessage", True),
    ],
)
def test_the_dashboards_own_settings_are_quiet_and_private(section: str, option: str, value: object) -> None:
    assert CONFIG[section][option] == value


@pytest.mark.parametrize(("theme", "background"), [("light", "#FBFAF7"), ("dark", "#14171A")])
def test_the_theme_has_both_sides(theme: str, background: str) -> None:
    assert CONFIG["theme"][theme]["backgroundColor"] == background


def test_the_tabs_icon_is_our_own_file_so_that_nothing_is_fetched() -> None:
    assert "icon.svg" in FOLDER.joinpath("app.py").read_text(encoding="utf-8")
    assert FOLDER.joinpath("icon.svg").is_file()


@pytest.mark.parametrize("page", sorted(FOLDER.joinpath("app_pages").glob("*.py")), ids=lambda page: page.stem)
def test_a_page_reaches_the_record_only_through_data_and_actions(page: Path) -> None:
    source = page.read_text(encoding="utf-8")

    assert not any(
        f"import {name}" in source or f"from {name}" in source for name in ("sqlalchemy", "httpx", "firsthand")
    )
    assert "db.queries" not in source
