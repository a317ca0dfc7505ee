"""The tour: one hint at a time, remembered, and gone when it is over."""

from __future__ import annotations

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.components import tour
from tests.dashboard.touring import ASKED, KEPT


def _page(page: str, number: int) -> None:
    from dashboard.components import tour
    from tests.dashboard import touring

    tour.hint(page, touring.PEOPLE[number], reached=touring.reached, keep=touring.keep)


def on(page: str, person: int = 1) -> AppTest:
    """Draw the hint on a page of a person's first visit."""
    return AppTest.from_function(_page, args=(page, person)).run()


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forget what was kept, and do without the pages that links lead to."""
    KEPT.clear()
    ASKED.clear()
    monkeypatch.setattr("streamlit.page_link", lambda *_, **__: None)


def labels(app: AppTest) -> list[str]:
    return [button.label for button in app.button]


def test_there_are_five_hints_at_most_each_about_another_page() -> None:
    assert len(tour.HINTS) <= 5
    assert len({hint.page for hint in tour.HINTS}) == len(tour.HINTS)


def test_a_newcomer_sees_the_first_hint_on_its_page() -> None:
    app = on("")

    assert "Where everything stands" in app.markdown[0].value
    assert labels(app) == ["Next hint", "Skip the tour"]


def test_the_next_hint_is_shown_and_remembered() -> None:
    app = on("")

    app.button(key="tour-next").click().run()

    assert "The text and its claims" in app.markdown[0].value
    assert KEPT == {1: 1}
    assert ASKED == [1]
    assert "The text and its claims" in on("history").markdown[0].value


def test_the_last_hint_ends_the_tour() -> None:
    KEPT[1] = len(tour.HINTS) - 1
    app = on("history")
    assert labels(app) == ["Done"]

    app.button(key="tour-next").click().run()

    assert not app.markdown
    assert not app.button


def test_a_tour_that_was_skipped_draws_nothing_and_can_be_taken_again_from_the_board() -> None:
    app = on("claims")
    app.button(key="tour-skip").click().run()
    assert not app.markdown
    assert not app.button

    board: Any = on("")
    assert labels(board) == ["Take the tour"]
    board.button(key="tour-restart").click().run()

    assert "Where everything stands" in board.markdown[0].value


def test_every_person_has_a_place_of_their_own() -> None:
    KEPT[1] = 3

    assert "The queue" in on("claims").markdown[0].value
    assert "Where everything stands" in on("", person=2).markdown[0].value
