from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.session import Database
from tests.firsthand.exchange.records import fill
from tests.firsthand.newsroom import Newsroom


@pytest.fixture(scope="module")
def full(local_template: Newsroom, tmp_path_factory: pytest.TempPathFactory) -> Newsroom:
    """A newsroom with one of everything, for reading only."""
    folder = tmp_path_factory.mktemp("full") / "newsroom"
    shutil.copytree(local_template.database.folder, folder)
    newsroom = local_template.copied(Database(f"sqlite:///{folder / 'record.sqlite'}", folder))
    fill(newsroom)
    return newsroom


@pytest.fixture
def other(sqlite_template: Path, tmp_path: Path) -> Iterator[Database]:
    """Another empty record on SQLite."""
    folder = tmp_path / "other"
    folder.mkdir()
    shutil.copy(sqlite_template, folder / "record.sqlite")
    record = Database(f"sqlite:///{folder / 'record.sqlite'}", folder)
    yield record
    record.close()
