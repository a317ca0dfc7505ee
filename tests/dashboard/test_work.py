from __future__ import annotations

from dashboard.components.work import Work
from dashboard.outcome import Change


def test_the_version_shown_first_is_kept_however_often_the_page_is_drawn() -> None:
    work = Work("FH-000001", since=5)

    assert work.saw("FH-000001", 3) == 3
    assert work.saw("FH-000001", 4) == 3
    assert work.behind("FH-000001", 4)


def test_ones_own_save_is_followed() -> None:
    work = Work("FH-000001", since=5)
    work.saw("FH-000001", 3)

    work.saved("edit", [Change("FH-000001", 3, 5)])

    assert not work.behind("FH-000001", 5)


def test_somebody_elses_save_is_never_followed() -> None:
    work = Work("FH-000001", since=5)
    work.saw("FH-000001", 3)

    work.saved("comment", [Change("FH-000001", 4, 4)])

    assert work.behind("FH-000001", 4)


def test_a_saved_form_starts_afresh_and_no_other_does() -> None:
    work = Work("FH-000001", since=5)
    before, other = work.key("edit", "statement"), work.key("comment", "body")

    work.saved("edit", [])

    assert work.key("edit", "statement") != before
    assert work.key("comment", "body") == other


def test_whoever_catches_up_sees_new_forms_and_still_what_they_could_not_save() -> None:
    work = Work("FH-000001", since=5)
    work.saw("FH-000001", 3)
    work.unsaved["edit"] = {"Statement": "mine"}
    before = work.key("edit")

    work.catch_up(9)

    assert work.saw("FH-000001", 4) == 4
    assert work.key("edit") != before
    assert work.unsaved == {"edit": {"Statement": "mine"}}
