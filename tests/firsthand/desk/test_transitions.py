"""The one function that moves claims, against every pair of states and every role."""

from __future__ import annotations

import itertools
import shutil

import pytest

from db.models import Claim
from db.rows import Findings
from db.session import Database
from db.vocabulary import EventAction, NotForUsReason, Withdrawal, WorkState
from firsthand import desk
from firsthand.desk.moves import move
from firsthand.desk.record import find_claim
from firsthand.errors import GuardError, InvalidError, NotAllowedError
from tests.firsthand.desk.refusals import refused
from tests.firsthand.newsroom import MISLEADING, SUPPORTED, Newsroom
from tests.firsthand.test_states import ROWS, UNDOING

S = WorkState
PAIRS = list(itertools.product(WorkState, WorkState))
WAYS = [pair for pair in ROWS if pair[0] is not None]
FIELDS = {
    S.IN_CHECK: {"assignee_id": 1},
    S.NOT_FOR_US: {"not_for_us_reason": NotForUsReason.TRIVIAL},
    S.ON_HOLD: {"hold_awaiting": "the figures"},
    S.RECHECK: {"recheck_trigger": "New figures"},
    S.WITHDRAWN: {"withdrawal": Withdrawal.CORRECTION},
}


@pytest.fixture(scope="module")
def crowded(local_template: Newsroom, tmp_path_factory: pytest.TempPathFactory) -> tuple[Newsroom, dict[S, Claim]]:
    """A newsroom with a claim in every state; only for what is refused, and so changes nothing."""
    folder = tmp_path_factory.mktemp("crowded") / "newsroom"
    shutil.copytree(local_template.database.folder, folder)
    newsroom = local_template.copied(Database(f"sqlite:///{folder / 'record.sqlite'}", folder))
    return newsroom, {state: newsroom.at(state) for state in WorkState}


def _named(pair: tuple[S | None, S]) -> str:
    return f"{pair[0]}-{pair[1]}"


def _move(newsroom: Newsroom, claim: Claim, target: S, person: str, *, by_system: bool = False) -> None:
    with newsroom.database.write() as session:
        move(
            session,
            newsroom.people[person],
            find_claim(session, claim.id),
            target,
            why="because",
            by_system=by_system,
            fields=FIELDS.get(target),
        )


@pytest.mark.parametrize("pair", [pair for pair in PAIRS if pair not in ROWS], ids=_named)
def test_no_role_leads_where_the_table_has_no_way(crowded: tuple[Newsroom, dict[S, Claim]], pair: tuple[S, S]) -> None:
    newsroom, claims = crowded
    for by_system in (False, True):
        with refused(newsroom, GuardError, "cannot become"):
            _move(newsroom, claims[pair[0]], pair[1], "eve", by_system=by_system)


@pytest.mark.parametrize("pair", WAYS, ids=_named)
def test_a_way_of_the_table_is_closed_to_every_other_role(
    crowded: tuple[Newsroom, dict[S, Claim]], pair: tuple[S, S]
) -> None:
    newsroom, claims = crowded
    roles, _ = ROWS[pair]
    for person in ("chris", "rita", "ed", "ada", "rea"):
        if not newsroom.people[person].roles & roles:
            with refused(newsroom, NotAllowedError, " or ".join(sorted(roles))):
                _move(newsroom, claims[pair[0]], pair[1], person)


def test_only_a_signed_claim_goes_back_by_itself(local_newsroom: Newsroom) -> None:
    open_claim, signed = local_newsroom.at(S.OPEN), local_newsroom.at(S.SIGNED_OFF)
    with refused(local_newsroom, NotAllowedError):
        _move(local_newsroom, open_claim, S.IN_CHECK, "rea", by_system=True)
    _move(local_newsroom, signed, S.RECHECK, "rea", by_system=True)
    assert local_newsroom.claim(signed.id).work_state is S.RECHECK


DEEDS = {
    (S.DETECTED, S.OPEN): ("chris", desk.open_claim, ()),
    (S.DETECTED, S.NOT_FOR_US): ("ed", desk.turn_away, (NotForUsReason.OPINION,)),
    (S.OPEN, S.NOT_FOR_US): ("chris", desk.turn_away, (NotForUsReason.DUPLICATE, "As FH-000001")),
    (S.NOT_FOR_US, S.OPEN): ("ed", desk.open_claim, ("It matters after all",)),
    (S.OPEN, S.IN_CHECK): ("dana", desk.take_up, ()),
    (S.RECHECK, S.IN_CHECK): ("chris", desk.take_up, ()),
    (S.ON_HOLD, S.IN_CHECK): ("chris", desk.resume, ("They answered",)),
    (S.IN_CHECK, S.IN_REVIEW): ("chris", desk.send_to_review, ("Ready",)),
    (S.IN_REVIEW, S.IN_CHECK): ("rita", desk.send_back, ("Which bridges?",)),
    (S.IN_REVIEW, S.SIGNED_OFF): ("rita", desk.sign_off, (SUPPORTED,)),
    (S.SIGNED_OFF, S.PUBLISHED): ("ed", desk.publish, ()),
    (S.SIGNED_OFF, S.RECHECK): ("ed", desk.reopen, ("New figures",)),
    (S.PUBLISHED, S.RECHECK): ("ed", desk.reopen, ("New figures",)),
    (S.PUBLISHED, S.WITHDRAWN): ("ed", desk.withdraw, (Withdrawal.RETRACTION, "It was wrong")),
}


@pytest.mark.parametrize("pair", DEEDS, ids=_named)
def test_a_deed_moves_the_claim_and_tells_so(newsroom: Newsroom, pair: tuple[S, S]) -> None:
    claim = newsroom.at(pair[0])
    person, deed, given = DEEDS[pair]
    known = len(newsroom.events())
    newsroom.on(claim, deed, newsroom.people[person], *given)
    after = newsroom.claim(claim.id)
    assert after.work_state is pair[1]
    assert after.version == claim.version + 1
    moved = newsroom.events()[known]
    assert (moved.action, moved.record_id, moved.actor) == (EventAction.CLAIM_MOVED, claim.id, f"{person}@desk.example")
    assert moved.before == {"state": pair[0].value}
    assert moved.after is not None
    assert moved.after["state"] == pair[1].value
    assert moved.at == after.state_since
    assert moved.article_id == newsroom.article_id


def test_the_other_ways_have_tests_of_their_own() -> None:
    assert set(WAYS) - DEEDS.keys() == {(S.IN_CHECK, S.ON_HOLD), (S.RECHECK, S.SIGNED_OFF)} | UNDOING


@pytest.mark.parametrize("state", WorkState)
def test_what_may_come_next_is_told_with_what_is_missing(local_newsroom: Newsroom, state: S) -> None:
    claim = local_newsroom.at(state)
    steps = local_newsroom.do(desk.next_steps, local_newsroom.eve, claim.id)
    assert {row.target for row, _ in steps} == {target for source, target in ROWS.keys() - UNDOING if source is state}
    assert all(isinstance(missing, tuple) for _, missing in steps)


def test_columns_of_a_state_are_emptied_when_it_is_left(local_newsroom: Newsroom) -> None:
    held = local_newsroom.at(S.ON_HOLD)
    local_newsroom.on(held, desk.resume, local_newsroom.chris)
    resumed = local_newsroom.claim(held.id)
    assert (resumed.hold_awaiting, resumed.hold_from, resumed.hold_until) == (None, None, None)
    away = local_newsroom.at(S.NOT_FOR_US)
    local_newsroom.on(away, desk.open_claim, local_newsroom.chris, "It matters after all")
    assert local_newsroom.claim(away.id).not_for_us_reason is None


def test_leaving_the_signed_states_takes_the_signature_away(local_newsroom: Newsroom) -> None:
    signed = local_newsroom.at(S.PUBLISHED)
    assert signed.signed_by_id == local_newsroom.rita.id
    local_newsroom.on(signed, desk.reopen, local_newsroom.ed, "New figures")
    claim = local_newsroom.claim(signed.id)
    assert (claim.signed_by_id, claim.signed_at, claim.content_hash, claim.self_signed) == (None, None, None, False)
    assert claim.recheck_trigger == "New figures"


def test_a_withdrawn_claim_keeps_its_signature_for_the_file(local_newsroom: Newsroom) -> None:
    claim = local_newsroom.at(S.WITHDRAWN)
    assert claim.signed_by_id == local_newsroom.rita.id
    assert claim.withdrawal is Withdrawal.CORRECTION


def test_a_draft_without_a_statement_can_be_turned_away(newsroom: Newsroom) -> None:
    claim = newsroom.draft(statement=" ")
    with refused(newsroom, GuardError, "Write the claim's statement"):
        newsroom.on(claim, desk.open_claim, newsroom.chris)
    newsroom.on(claim, desk.turn_away, newsroom.chris, NotForUsReason.NOT_A_CLAIM)
    assert newsroom.claim(claim.id).statement == claim.literal


@pytest.mark.parametrize(
    ("deed", "given", "sentence"),
    [
        (desk.resume, (), "not on hold"),
        (desk.send_back, ("why",), "not in review"),
        (desk.sign_off, (SUPPORTED,), "not waiting for a signature"),
        (desk.log_recheck, ([], "note"), "not to be re-checked"),
        (desk.set_findings, (SUPPORTED,), "not being checked"),
    ],
    ids=["resume", "send_back", "sign_off", "log_recheck", "set_findings"],
)
def test_a_deed_on_a_claim_that_is_elsewhere_says_so(
    local_newsroom: Newsroom, deed: object, given: tuple[object, ...], sentence: str
) -> None:
    claim = local_newsroom.at(S.OPEN)
    with refused(local_newsroom, GuardError, sentence):
        local_newsroom.on(claim, deed, local_newsroom.eve, *given)  # type: ignore[arg-type]


def test_taking_up_gives_the_claim_to_whoever_was_named(newsroom: Newsroom) -> None:
    claim = newsroom.at(S.OPEN)
    newsroom.on(claim, desk.take_up, newsroom.chris, newsroom.dana.id)
    assert newsroom.claim(claim.id).assignee_id == newsroom.dana.id
    assert newsroom.events()[-1].after == {"state": "in_check", "assignee": "dana@desk.example"}


def test_a_claim_is_given_to_nobody_who_may_not_check(local_newsroom: Newsroom) -> None:
    claim = local_newsroom.at(S.OPEN)
    with refused(local_newsroom, InvalidError, "Rita may not check claims"):
        local_newsroom.on(claim, desk.take_up, local_newsroom.chris, local_newsroom.rita.id)


def test_holding_asks_for_what_from_whom_and_until_when(newsroom: Newsroom) -> None:
    claim = newsroom.at(S.IN_CHECK)
    with refused(newsroom, GuardError, "Say what is awaited. Say from whom. Say until when."):
        newsroom.on(claim, desk.hold, newsroom.chris, awaiting=" ", from_whom="", until=None)


def test_blocking_flags_keep_a_claim_from_being_published_without_a_reason(newsroom: Newsroom) -> None:
    claim = newsroom.at(S.SIGNED_OFF)
    newsroom.do(desk.request_reply, newsroom.chris, claim.id, addressee="The ministry", question="Why?", due=None)
    with refused(newsroom, GuardError, "Clear the flags (awaiting_reply), or override them with a reason."):
        newsroom.on(claim, desk.publish, newsroom.ed)
    newsroom.on(claim, desk.publish, newsroom.ed, "They had a week")
    assert newsroom.events()[-1].why == "They had a week"


def test_a_finding_without_its_evidence_does_not_go_to_review(newsroom: Newsroom) -> None:
    claim = newsroom.at(S.OPEN)
    newsroom.on(claim, desk.take_up, newsroom.chris)
    newsroom.on(claim, desk.set_findings, newsroom.chris, MISLEADING)
    with refused(newsroom, GuardError, "Add evidence that says where in a source it stands."):
        newsroom.on(claim, desk.send_to_review, newsroom.chris)
    assert isinstance(MISLEADING, Findings)
