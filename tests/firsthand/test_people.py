from __future__ import annotations

import pytest

from db.queries import people
from db.vocabulary import Role
from firsthand import desk
from firsthand.errors import InvalidError, NotAllowedError
from firsthand.people import add_or_change, change_rules, find_desk_row
from tests.firsthand.desk.refusals import refused
from tests.firsthand.newsroom import Newsroom


def test_a_person_is_added_and_then_changed(local_newsroom: Newsroom) -> None:
    database, ada = local_newsroom.database, local_newsroom.ada
    assert add_or_change(database, ada, "Nell@x", "Nell", []) == "Nell@x is on the desk now: checker, reviewer."
    said = add_or_change(database, ada, "nell@x ", "", [" Editor ", "reader"])
    assert said == "nell@x  has these roles now: editor, reader."
    with database.read() as session:
        nell = people.user_by_email(session, "nell@x")
        assert nell is not None
        assert (nell.name, nell.roles) == ("Nell", {Role.EDITOR, Role.READER})


def test_a_role_that_is_none_is_named_with_those_there_are(local_newsroom: Newsroom) -> None:
    with refused(local_newsroom, InvalidError, "There is no role «king»: choose among reader, checker, reviewer"):
        add_or_change(local_newsroom.database, local_newsroom.ada, "nell", "", ["king"])


@pytest.mark.parametrize("person", ["chris", "ed", "rea"])
def test_only_an_administrator_changes_people_and_rules(local_newsroom: Newsroom, person: str) -> None:
    actor = local_newsroom.people[person]
    row = find_desk_row(local_newsroom.database, "news")
    with refused(local_newsroom, NotAllowedError):
        add_or_change(local_newsroom.database, actor, "nell", "", [])
    with refused(local_newsroom, NotAllowedError):
        change_rules(local_newsroom.database, actor, row, self_signing=True, stale_after=None)


def test_a_rule_that_is_not_named_stays(local_newsroom: Newsroom) -> None:
    row = find_desk_row(local_newsroom.database, "news")
    changed = change_rules(local_newsroom.database, local_newsroom.ada, row, self_signing=True, stale_after=None)
    assert (changed.allow_self_signing, changed.stale_after_days, changed.version) == (True, 365, 2)
    changed = change_rules(local_newsroom.database, local_newsroom.ada, changed, self_signing=None, stale_after=30)
    assert (changed.allow_self_signing, changed.stale_after_days) == (True, 30)


def test_a_disabled_person_comes_back_with_their_new_roles(local_newsroom: Newsroom) -> None:
    database, ada = local_newsroom.database, local_newsroom.ada
    local_newsroom.do(desk.set_roles, ada, local_newsroom.rea.id, [Role.READER], disabled=True)
    add_or_change(database, ada, "rea@desk.example", "", ["checker"])
    with database.read() as session:
        rea = people.user(session, local_newsroom.rea.id or 0)
        assert rea is not None
        assert (rea.disabled, rea.roles) == (False, {Role.CHECKER})
