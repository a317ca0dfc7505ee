from __future__ import annotations

import datetime as dt

import pytest

from db.models import Desk, User
from db.vocabulary import EventAction, Flag, Role, WorkState
from firsthand import desk
from firsthand.errors import ConflictError, InvalidError, NotAllowedError, NotFoundError
from tests.firsthand.desk.refusals import refused
from tests.firsthand.newsroom import Newsroom

S = WorkState
NOT_ADMINISTRATORS = ["chris", "rita", "ed", "rea"]


def _user(newsroom: Newsroom, number: int | None) -> User:
    with newsroom.database.read() as session:
        return session.get_one(User, number)


def test_an_administrator_adds_a_person_by_address(local_newsroom: Newsroom) -> None:
    roles = [Role.REVIEWER, Role.CHECKER, Role.CHECKER]
    user = local_newsroom.do(desk.add_user, local_newsroom.ada, " Nell@Desk.Example ", " ", roles)
    assert (user.email, user.name) == ("nell@desk.example", "nell@desk.example")
    told = local_newsroom.events()[-1]
    assert (told.action, told.actor) == (EventAction.USER_ADDED, "ada@desk.example")
    assert told.after == {"email": user.email, "name": user.name, "roles": ["checker", "reviewer"]}


@pytest.mark.parametrize("email", ["", " ", "two words", "a\tb", "chris@desk.example", "CHRIS@desk.example"])
def test_an_address_is_one_word_and_nobody_elses(local_newsroom: Newsroom, email: str) -> None:
    with refused(local_newsroom, InvalidError):
        local_newsroom.do(desk.add_user, local_newsroom.ada, email, "Nell", [Role.READER])


@pytest.mark.parametrize("person", NOT_ADMINISTRATORS)
def test_only_administrators_change_people_and_rules(local_newsroom: Newsroom, person: str) -> None:
    actor, rea = local_newsroom.people[person], local_newsroom.rea.id
    for deed, given, named in (
        (desk.add_user, ("nell", "Nell", [Role.READER]), {}),
        (desk.set_roles, (rea, [Role.EDITOR]), {"disabled": False}),
        (desk.add_desk, ("sport", "Sport"), {}),
        (desk.set_rules, (local_newsroom.desk_id, 1), {"allow_self_signing": True, "stale_after_days": 1}),
    ):
        with refused(local_newsroom, NotAllowedError, "takes the role of administrator"):
            local_newsroom.do(deed, actor, *given, **named)


def test_changed_roles_are_told_with_those_before(local_newsroom: Newsroom) -> None:
    rea = local_newsroom.rea.id
    local_newsroom.do(desk.set_roles, local_newsroom.ada, rea, [Role.EDITOR, Role.READER], disabled=True)
    user, told = _user(local_newsroom, rea), local_newsroom.events()[-1]
    assert {held.role for held in user.roles} == {Role.EDITOR, Role.READER}
    assert user.disabled_at is not None
    assert told.before == {"roles": ["reader"], "disabled": False}
    assert told.after == {"roles": ["editor", "reader"], "disabled": True}
    before = local_newsroom.everything()
    local_newsroom.do(desk.set_roles, local_newsroom.ada, rea, [Role.READER, Role.EDITOR], disabled=True)
    assert local_newsroom.everything() == before
    local_newsroom.do(desk.set_roles, local_newsroom.ada, rea, [], disabled=False)
    assert _user(local_newsroom, rea).roles == []


@pytest.mark.parametrize(("roles", "disabled"), [([Role.EDITOR], False), ([Role.ADMINISTRATOR], True)])
def test_nobody_takes_their_own_administrators_role_away(
    local_newsroom: Newsroom,
    roles: list[Role],
    disabled: bool,  # noqa: FBT001
) -> None:
    with refused(local_newsroom, InvalidError, "Ask another administrator"):
        local_newsroom.do(desk.set_roles, local_newsroom.ada, local_newsroom.ada.id, roles, disabled=disabled)


def test_a_desk_has_a_short_name_of_its_own(local_newsroom: Newsroom) -> None:
    added = local_newsroom.do(desk.add_desk, local_newsroom.ada, "sport", "Sport desk")
    assert (added.allow_self_signing, added.stale_after_days) == (False, 365)
    for slug, name in (("sport", "Again"), (" ", "Blank"), ("art", " ")):
        with refused(local_newsroom, InvalidError, "short name that is not taken"):
            local_newsroom.do(desk.add_desk, local_newsroom.ada, slug, name)


def test_rules_are_told_and_guarded_by_their_version(local_newsroom: Newsroom) -> None:
    rules = {"allow_self_signing": True, "stale_after_days": 30}
    local_newsroom.do(desk.set_rules, local_newsroom.ada, local_newsroom.desk_id, 1, **rules)
    told = local_newsroom.events()[-1]
    assert (told.action, told.after) == (EventAction.DESK_RULE_SET, rules)
    assert told.before == {"allow_self_signing": False, "stale_after_days": 365}
    before = local_newsroom.everything()
    local_newsroom.do(desk.set_rules, local_newsroom.ada, local_newsroom.desk_id, 2, **rules)
    assert local_newsroom.everything() == before
    with refused(local_newsroom, ConflictError, "The rules of News desk"):
        local_newsroom.do(desk.set_rules, local_newsroom.ada, local_newsroom.desk_id, 1, **rules)
    for days in (0, -1, 10**9, 2**70):
        with refused(local_newsroom, InvalidError, "Findings grow stale"):
            local_newsroom.do(
                desk.set_rules,
                local_newsroom.ada,
                local_newsroom.desk_id,
                2,
                allow_self_signing=True,
                stale_after_days=days,
            )


def test_a_new_age_limit_flags_what_is_older_and_unflags_what_is_not(local_newsroom: Newsroom) -> None:
    claim = local_newsroom.at(S.SIGNED_OFF)
    in_june = local_newsroom.ada.at(dt.datetime(2026, 6, 1, tzinfo=dt.UTC))
    for version, days, stale in ((1, 90, True), (2, 91, False), (3, 30, True), (4, 365, False)):
        local_newsroom.do(
            desk.set_rules,
            in_june,
            local_newsroom.desk_id,
            version,
            allow_self_signing=False,
            stale_after_days=days,
        )
        assert (Flag.STALE in local_newsroom.flags(claim)) is stale, days


@pytest.mark.parametrize("number", [0, 99, 2**63])
def test_people_and_desks_that_are_not_there_are_named(local_newsroom: Newsroom, number: int) -> None:
    with refused(local_newsroom, NotFoundError, "There is no person"):
        local_newsroom.do(desk.set_roles, local_newsroom.ada, number, [], disabled=False)
    with refused(local_newsroom, NotFoundError, "There is no desk"):
        local_newsroom.do(desk.set_rules, local_newsroom.ada, number, 1, allow_self_signing=True, stale_after_days=1)


def test_a_desk_that_was_added_by_hand_is_told_by_the_machine(local_newsroom: Newsroom) -> None:
    added = local_newsroom.do(desk.add_desk, desk.SYSTEM, "art", "Art", allow_self_signing=True)
    with local_newsroom.database.read() as session:
        assert session.get_one(Desk, added.id).allow_self_signing
    assert local_newsroom.events()[-1].actor == "firsthand"


def test_whoever_saw_other_roles_is_told_who_was_first(local_newsroom: Newsroom) -> None:
    rea = local_newsroom.rea.id
    seen = next(event.seq for event in local_newsroom.events() if event.record_id == rea and "rea" in str(event.after))
    local_newsroom.do(desk.set_roles, local_newsroom.eve, rea, [Role.EDITOR], disabled=False, seen=seen)
    with refused(local_newsroom, ConflictError, "What Rea may do was changed by eve@desk.example"):
        local_newsroom.do(desk.set_roles, local_newsroom.ada, rea, [Role.CHECKER], disabled=False, seen=seen)
