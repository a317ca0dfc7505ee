"""The wallboard: empty, typical, of one desk, and when the record cannot be read."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.components import wallboard
from dashboard.data import board as figures
from db.errors import FirsthandError
from db.session import Database
from firsthand import desk as door
from tests.dashboard.desks import Desk, make_desk_of_two
from tests.dashboard.drawn import elements, interpreted, paper_text
from tests.dashboard.test_pages import HOSTILE

Visit = Callable[..., AppTest]


def drawn(app: AppTest) -> dict[str, Any]:
    """Read what the wall was given."""
    protos = [getattr(element, "proto", None) for element in elements(app)]
    found: list[Any] = [proto for proto in protos if type(proto).__name__ == "BidiComponent"]
    data: dict[str, Any] = json.loads(found[-1].mixed.json if found[-1].HasField("mixed") else found[-1].json)
    return data


@pytest.mark.usefixtures("record")
def test_an_empty_desk_has_a_wall_without_claims(visit: Visit) -> None:
    app = visit("wallboard")

    assert not app.exception
    assert "No claims yet" in paper_text(app)


def test_a_typical_desk_shows_its_figures_and_what_happened_last(desk: Desk, visit: Visit) -> None:
    desk.send_to_review()

    app = visit("wallboard", every="5", desk="demo")

    assert not app.exception
    assert "The desk" in paper_text(app)
    assert "waiting for sign-off" in paper_text(app)
    assert "moved the claim from «in check» to «in review»" in paper_text(app)
    assert drawn(app)["every"] == 5


def test_one_of_several_desks_is_asked_for_in_the_address(desk: Desk, visit: Visit) -> None:
    with desk.record.write() as session:
        door.add_desk(session, door.Actor.machine("maker"), "other", "Another desk")

    assert "Another desk" in paper_text(visit("wallboard", desk="other"))
    assert "All desks" in paper_text(visit("wallboard"))
    assert "There is no desk «gone»" in paper_text(visit("wallboard", desk="gone"))


@pytest.mark.usefixtures("desk")
def test_a_record_that_cannot_be_read_is_said_and_what_was_there_stays(
    visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise FirsthandError("The record is locked.")

    monkeypatch.setattr(figures, "figures", broken)

    app = visit("wallboard")

    assert drawn(app)["problem"] == "The record is locked."
    assert drawn(app)["nodes"] == []


@pytest.mark.parametrize(
    ("asked", "seconds"),
    [("", 30), ("5", 5), ("60", 60), ("1", 5), ("99999", 3600), ("soon", 30), ("-5", 30), ("٣٠", 30), ("9" * 30, 30)],
)
def test_how_often_is_read_from_the_address_within_bounds(asked: str, seconds: int) -> None:
    assert wallboard.seconds({"every": asked} if asked else {}) == seconds


def test_hostile_words_stay_words(record: Database, visit: Visit) -> None:
    make_desk_of_two(record, foreign=HOSTILE)

    app = visit("wallboard", desk=f"x{HOSTILE}")

    assert not app.exception
    assert HOSTILE.strip() in paper_text(app)
    assert all("<script>" not in text for _, text in interpreted(app))
