from __future__ import annotations

from tests.firsthand.conftest import (
    life_on_postgresql,
    life_on_sqlite,
    local_newsroom,
    local_template,
    newsroom,
    team_newsroom,
)

__all__ = ["life_on_postgresql", "life_on_sqlite", "local_newsroom", "local_template", "newsroom", "team_newsroom"]
