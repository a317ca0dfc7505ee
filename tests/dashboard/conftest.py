"""A record for the dashboard: in a file of its own, opened the way the dashboard opens it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import data
from db.session import Database
from tests.dashboard.desks import CHECKER, Desk, make_desk_of_two

APP = Path(data.__file__).parent.parent / "app.py"


@pytest.fixture
def record(sqlite_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    """An empty record of a checker's own, as the dashboard holds it."""
    shutil.copy(sqlite_template, tmp_path / "record.sqlite")
    monkeypatch.setenv("FIRSTHAND_HOME", str(tmp_path))
    monkeypatch.setenv("FIRSTHAND_DATABASE_URL", "")
    monkeypatch.setenv("FIRSTHAND_USER", CHECKER)
    data.forget()
    yield data.database()
    data.forget()


@pytest.fixture
def desk(record: Database) -> Desk:
    """A desk of two people with an article, a captured source, and claims in several states."""
    return make_desk_of_two(record)


@pytest.fixture
def visit(record: Database) -> Callable[..., AppTest]:
    """Open a page of the dashboard by its name and address."""
    assert data.database() is record

    def visiting(page: str, **query: str | list[str]) -> AppTest:
        app = AppTest.from_file(str(APP), default_timeout=30)
        if page == "board":  # the page that opens first, so its address has to be there before
            app.query_params.update(query)
            return app.run()
        app.run().switch_page(f"app_pages/{page}.py")
        app.query_params.update(query)
        return app.run()

    return visiting
