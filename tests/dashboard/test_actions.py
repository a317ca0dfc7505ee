from __future__ import annotations

import datetime as dt

import pytest

from dashboard import actions, data
from dashboard.actions import Text
from dashboard.outcome import Came, Change, Outcome, evidence_key
from dashboard.wish import Around, Particulars, Remark, Reply, Request, Resolved, Search, Wish
from db.rows import ClaimFile, Findings, claim_ref
from db.vocabulary import (
    Aspect,
    AttributionFinding,
    ClaimType,
    NotForUsReason,
    SearchOutcome,
    SourceKind,
    Stance,
    SubstanceFinding,
    Tier,
    Withdrawal,
    WorkState,
)
from tests.dashboard.desks import ARTICLE, CLAIMED, CONTRADICTED, Desk

_S = WorkState


def _file(desk: Desk) -> ClaimFile:
    file = data.claim_file(desk.claim_id)
    assert file is not None
    return file


def test_a_change_says_from_which_version_to_which(desk: Desk) -> None:
    seen = desk.version()

    outcome = actions.take_up(data.me(), desk.claim_id, seen, None)

    assert outcome.done
    assert outcome.changes == (Change(claim_ref(desk.claim_id), seen, seen + 1),)


def test_a_change_on_top_of_somebody_elses_is_an_outcome_and_nothing_is_overwritten(desk: Desk) -> None:
    seen = desk.version()
    desk.take_up()

    outcome = actions.edit_claim(data.me(), desk.claim_id, seen, {"statement": "Mine."}, "")

    assert not outcome.done
    assert outcome.conflict
    assert "Mara" in outcome.sentence or "mara" in outcome.sentence
    assert desk.claim().statement == "In 2025 the state closed 14 bridges."


def test_a_refusal_lists_what_is_missing(desk: Desk) -> None:
    desk.take_up()

    outcome = actions.send_to_review(data.me(), desk.claim_id, desk.version())

    assert not outcome.done
    assert "Set the substance finding." in outcome.missing


def test_a_person_without_the_role_is_told_so(desk: Desk) -> None:
    desk.send_to_review()

    outcome = actions.sign_off(data.me(), desk.claim_id, desk.version(), CONTRADICTED, "")

    assert "reviewer" in outcome.sentence


@pytest.mark.parametrize(
    ("prepare", "wish", "becomes"),
    [
        (None, Wish(_S.OPEN, _S.NOT_FOR_US, reason=NotForUsReason.TRIVIAL), _S.NOT_FOR_US),
        (None, Wish(_S.OPEN, _S.IN_CHECK), _S.IN_CHECK),
        (
            "take_up",
            Wish(_S.IN_CHECK, _S.ON_HOLD, awaiting="a list", from_whom="them", until=dt.date(2026, 4, 1)),
            _S.ON_HOLD,
        ),
        ("sign", Wish(_S.SIGNED_OFF, _S.RECHECK, why="The source changed."), _S.RECHECK),
        ("sign", Wish(_S.SIGNED_OFF, _S.PUBLISHED, why="Known."), _S.PUBLISHED),
    ],
)
def test_a_wish_moves_the_claim(desk: Desk, prepare: str | None, wish: Wish, becomes: WorkState) -> None:
    if prepare:
        getattr(desk, prepare)()

    outcome = actions.move(data.me(), desk.claim_id, desk.version(), wish)

    assert outcome.done, outcome
    assert desk.claim().work_state is becomes


def test_a_claim_on_hold_goes_on_and_one_turned_away_comes_back(desk: Desk) -> None:
    me, ident = data.me(), desk.claim_id
    desk.take_up()
    actions.hold(me, ident, desk.version(), awaiting="a list", from_whom="them", until=dt.date(2026, 4, 1))

    assert actions.move(me, ident, desk.version(), Wish(_S.ON_HOLD, _S.IN_CHECK)).done
    assert desk.claim().work_state is _S.IN_CHECK


def test_a_published_claim_is_withdrawn_with_its_kind(desk: Desk) -> None:
    desk.sign()
    actions.publish(data.me(), desk.claim_id, desk.version(), "Known.")

    wish = Wish(_S.PUBLISHED, _S.WITHDRAWN, why="It was wrong.", kind=Withdrawal.RETRACTION)
    actions.move(data.me(), desk.claim_id, desk.version(), wish)

    assert desk.claim().withdrawal is Withdrawal.RETRACTION


def test_a_reviewer_who_agrees_signs_and_one_who_does_not_sends_the_claim_back(desk: Desk) -> None:
    desk.send_to_review()
    tom = next(user for user in data.users() if user.email.startswith("tom"))
    otherwise = Findings(SubstanceFinding.MISLEADING, AttributionFinding.CONFIRMED, "Closed for repair only.")

    outcome = actions.sign_off(tom, desk.claim_id, desk.version(), otherwise, "")

    assert outcome.done
    assert "went back" in outcome.sentence
    assert desk.claim().work_state is _S.IN_CHECK


def test_evidence_is_judged_anew_by_its_own_version_and_withdrawn_with_a_reason(desk: Desk) -> None:
    desk.take_up()
    piece = desk.add_evidence()
    me, ident = data.me(), desk.claim_id

    judged = actions.change_evidence(
        me, ident, piece, 1, aspect=Aspect.SUBSTANCE, stance=Stance.CONTEXT, tier=Tier.SECONDARY, note="Only a count."
    )
    stale = actions.withdraw_evidence(me, ident, piece, 1, "Wrong year.")
    gone = actions.withdraw_evidence(me, ident, piece, 2, "Wrong year.")

    assert Change(evidence_key(piece), 1, 2) in judged.changes
    assert stale.conflict
    assert gone.done
    assert _file(desk).evidence[0].withdrawn_why == "Wrong year."


def test_searches_replies_and_comments_leave_the_claims_version_alone(desk: Desk) -> None:
    me, ident, seen = data.me(), desk.claim_id, desk.version()
    acts: list[Around] = [
        Search("The register", "bridges 2025", SearchOutcome.NOTHING, ""),
        Request("The ministry", "How many?", None),
        Remark("Closed for good?", blocking=True),
    ]

    assert all(actions.surround(me, ident, act).done for act in acts)
    file = _file(desk)
    assert actions.surround(me, ident, Reply(file.replies[0].id, None, "")).done
    assert actions.surround(me, ident, Resolved(file.comments[0].id, "")).done
    assert desk.version() == seen


@pytest.mark.usefixtures("desk")
def test_an_article_is_taken_in_once() -> None:
    me, desk_id = data.me(), data.main_desk().id

    (known,) = actions.take_articles_in(me, desk_id, Text.pasted(ARTICLE), Particulars())
    (new,) = actions.take_articles_in(
        me, desk_id, Text(b"Ana Petrov said that 9 bridges are closed.", "b.txt"), Particulars()
    )

    assert "these very bytes already" in known.sentence
    assert (known.came, new.came) == (Came.KNOWN, Came.TAKEN)
    assert new.ref != known.ref


@pytest.mark.usefixtures("desk")
def test_bytes_that_are_no_text_are_refused_with_the_reason() -> None:
    brought = Text(b"\x00\x01\x02", "x.txt")

    (outcome,) = actions.take_articles_in(data.me(), data.main_desk().id, brought, Particulars())

    assert outcome.came is Came.REFUSED
    assert outcome.sentence.endswith(".")


def test_a_claim_is_added_by_words_that_stand_in_the_text_once(desk: Desk) -> None:
    def add(words: str) -> Outcome:
        return actions.add_claim(data.me(), desk.article_id, desk.capture_id, words, "It is so.", ClaimType.EVENT)

    assert add("31 bridges carry a weight limit").done
    assert "not in the article" in add("32 bridges").sentence
    assert "2 places" in add("bridges").sentence


@pytest.mark.usefixtures("desk")
def test_a_source_is_added_even_where_its_text_cannot_be_read() -> None:
    added = actions.add_source(data.me(), SourceKind.LAW, Particulars(title="The law"), Text(b"\x00\x01", "x.txt"))
    refused = actions.add_source(data.me(), SourceKind.LAW, Particulars(), None)

    assert added.done
    assert "could not be read" in added.sentence
    assert "title" in refused.sentence


def test_a_recheck_is_logged_with_every_piece_looked_at(desk: Desk) -> None:
    desk.sign()
    me, ident = data.me(), desk.claim_id
    actions.reopen(me, ident, desk.version(), "The source changed.")
    pieces = [piece.uid for piece in _file(desk).evidence]

    assert not actions.log_recheck(me, ident, desk.version(), [], "Looked.").done
    assert actions.log_recheck(me, ident, desk.version(), pieces, "Looked.").done


def test_assigning_and_setting_findings(desk: Desk) -> None:
    me, ident = data.me(), desk.claim_id
    tom = next(user for user in data.users() if user.email.startswith("tom"))
    desk.take_up()

    assert actions.assign(me, ident, desk.version(), tom.id).done
    assert actions.set_findings(me, ident, desk.version(), CONTRADICTED).done
    assert actions.send_to_review(me, ident, desk.version()).missing
    assert (desk.claim().assignee or "").startswith("Tom")
    assert desk.claim().literal == CLAIMED
