"""Bar 18: five hundred lives of a desk of fifty steps each, on both databases."""

from __future__ import annotations

import pytest

from tests.firsthand.desk.test_machine import lives, run
from tests.firsthand.newsroom import Opener

pytestmark = pytest.mark.soak


def test_five_hundred_lives_on_sqlite(life_on_sqlite: Opener) -> None:
    run(life_on_sqlite, lives(500, 50))


def test_five_hundred_lives_on_postgresql(life_on_postgresql: Opener) -> None:
    run(life_on_postgresql, lives(500, 50))
