"""Findings, signatures, four eyes and re-checks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import select

from db.models import Claim, Review
from db.rows import Findings
from db.vocabulary import (
    AttributionFinding,
    Confidence,
    EventAction,
    Flag,
    ReviewKind,
    Stance,
    SubstanceFinding,
    Tier,
    WorkState,
)
from firsthand import desk
from firsthand.desk.content import claim_hash, review_digest
from firsthand.errors import GuardError, InvalidError, NotAllowedError
from tests.firsthand.desk.refusals import refused
from tests.firsthand.newsroom import MISLEADING, SUPPORTED, Newsroom

S = WorkState
SECOND = "Ask a second person: you checked or last edited this claim yourself."


def _reviews(newsroom: Newsroom, claim: Claim) -> list[Review]:
    with newsroom.database.read() as session:
        return list(session.scalars(select(Review).where(Review.claim_id == claim.id).order_by(Review.id)))


def _checked_by(newsroom: Newsroom, person: str) -> Claim:
    """Bring a claim into review, checked by this person."""
    claim, actor = newsroom.at(S.OPEN), newsroom.people[person]
    newsroom.on(claim, desk.take_up, actor)
    newsroom.on(claim, desk.add_evidence, actor, newsroom.evidence())
    newsroom.on(claim, desk.set_findings, actor, SUPPORTED)
    newsroom.on(claim, desk.send_to_review, actor)
    return newsroom.claim(claim.id)


def _self_signing(newsroom: Newsroom) -> None:
    newsroom.do(desk.set_rules, newsroom.ada, newsroom.desk_id, 1, allow_self_signing=True, stale_after_days=365)


def test_findings_are_kept_as_a_review_and_told_with_its_digest(newsroom: Newsroom) -> None:
    claim = newsroom.at(S.OPEN)
    newsroom.on(claim, desk.take_up, newsroom.chris)
    taken = newsroom.claim(claim.id)
    found = replace(SUPPORTED, note="  The report has it. ", confidence=Confidence.HIGH)
    newsroom.on(claim, desk.set_findings, newsroom.chris, found)
    after, (review,), told = newsroom.claim(claim.id), _reviews(newsroom, claim), newsroom.events()[-1]
    assert (after.substance_finding, after.attribution_finding) == (found.substance, found.attribution)
    assert (after.finding_note, after.confidence) == ("The report has it.", Confidence.HIGH)
    assert (after.version, after.last_editor_id) == (taken.version + 1, newsroom.chris.id)
    assert (review.kind, review.reviewer_id, review.claim_version) == (
        ReviewKind.FINDINGS,
        newsroom.chris.id,
        after.version,
    )
    assert (told.action, told.before, told.why) == (EventAction.FINDINGS_SET, None, "The report has it.")
    assert told.after == {
        "substance": "supported",
        "attribution": "confirmed",
        "confidence": "high",
        "note": "The report has it.",
        "digest": review_digest(review, claim.uid, "chris@desk.example"),
    }


def test_the_same_findings_again_write_nothing(newsroom: Newsroom) -> None:
    claim = newsroom.at(S.SIGNED_OFF)
    before = newsroom.everything()
    newsroom.on(claim, desk.set_findings, newsroom.chris, replace(SUPPORTED, note=f" {SUPPORTED.note}\n"))
    assert newsroom.everything() == before


def test_other_findings_tell_what_was_concluded_before(newsroom: Newsroom) -> None:
    claim = newsroom.at(S.IN_CHECK)
    newsroom.on(claim, desk.set_findings, newsroom.dana, MISLEADING)
    told = newsroom.events()[-1]
    assert told.before is not None
    assert told.after is not None
    assert (told.before["substance"], told.after["substance"]) == ("supported", "misleading")
    assert len(_reviews(newsroom, claim)) == 2


def test_a_finding_needs_a_note(local_newsroom: Newsroom) -> None:
    claim = local_newsroom.at(S.IN_CHECK)
    with refused(local_newsroom, InvalidError, "Say in a note what the finding rests on."):
        local_newsroom.on(claim, desk.set_findings, local_newsroom.chris, replace(MISLEADING, note=" "))


@pytest.mark.parametrize("state", [S.DETECTED, S.OPEN, S.NOT_FOR_US, S.WITHDRAWN])
def test_findings_are_set_only_where_somebody_checks(local_newsroom: Newsroom, state: S) -> None:
    claim = local_newsroom.at(state)
    with refused(local_newsroom, GuardError, "Take it up first."):
        local_newsroom.on(claim, desk.set_findings, local_newsroom.chris, MISLEADING)


@pytest.mark.parametrize("person", ["rita", "ed", "ada", "rea"])
def test_only_checkers_set_findings(local_newsroom: Newsroom, person: str) -> None:
    claim = local_newsroom.at(S.IN_CHECK)
    with refused(local_newsroom, NotAllowedError, "takes the role of checker"):
        local_newsroom.on(claim, desk.set_findings, local_newsroom.people[person], MISLEADING)


@pytest.mark.parametrize("state", [S.SIGNED_OFF, S.PUBLISHED])
def test_another_finding_takes_the_signature_away(newsroom: Newsroom, state: S) -> None:
    claim = newsroom.at(state)
    newsroom.on(claim, desk.set_findings, newsroom.chris, MISLEADING)
    after = newsroom.claim(claim.id)
    assert (after.work_state, after.signed_by_id, after.substance_finding) == (S.RECHECK, None, MISLEADING.substance)
    assert after.recheck_trigger == "finding changed after sign-off"


def test_a_signature_covers_the_claim_as_it_is_and_is_told(newsroom: Newsroom) -> None:
    claim = newsroom.at(S.IN_REVIEW)
    newsroom.on(claim, desk.sign_off, newsroom.rita, replace(SUPPORTED, note="I counted, too."))
    after, review = newsroom.claim(claim.id), _reviews(newsroom, claim)[-1]
    assert (after.work_state, after.signed_by_id, after.self_signed) == (S.SIGNED_OFF, newsroom.rita.id, False)
    assert after.content_hash == claim_hash(after, newsroom.live(claim))
    assert (review.kind, review.reviewer_id, review.note) == (
        ReviewKind.SIGNED_OFF,
        newsroom.rita.id,
        "I counted, too.",
    )
    moved, told = newsroom.events()[-2:]
    assert (moved.action, told.action) == (EventAction.CLAIM_MOVED, EventAction.REVIEW_GIVEN)
    assert told.after is not None
    assert told.after["review"] == "signed_off"
    assert told.after["digest"] == review_digest(review, claim.uid, "rita@desk.example")


def test_a_second_opinion_that_differs_sends_the_claim_back(newsroom: Newsroom) -> None:
    claim = newsroom.at(S.IN_REVIEW)
    newsroom.on(claim, desk.sign_off, newsroom.rita, MISLEADING)
    after, review = newsroom.claim(claim.id), _reviews(newsroom, claim)[-1]
    assert (after.work_state, after.signed_by_id) == (S.IN_CHECK, None)
    assert (after.substance_finding, after.assignee_id) == (SUPPORTED.substance, newsroom.chris.id)
    assert (review.kind, review.substance_finding) == (ReviewKind.SENT_BACK, MISLEADING.substance)
    assert newsroom.events()[-2].why == f"The reviewer found otherwise: misleading, confirmed. {MISLEADING.note}"


def test_a_different_attribution_alone_sends_it_back_too(local_newsroom: Newsroom) -> None:
    claim = local_newsroom.at(S.IN_REVIEW)
    own = replace(SUPPORTED, attribution=AttributionFinding.SECOND_HAND)
    local_newsroom.on(claim, desk.sign_off, local_newsroom.rita, own)
    assert local_newsroom.claim(claim.id).work_state is S.IN_CHECK


def test_a_different_note_or_confidence_is_no_different_finding(local_newsroom: Newsroom) -> None:
    claim = local_newsroom.at(S.IN_REVIEW)
    own = replace(SUPPORTED, note="", confidence=Confidence.LOW)
    local_newsroom.on(claim, desk.sign_off, local_newsroom.rita, own)
    assert local_newsroom.claim(claim.id).work_state is S.SIGNED_OFF


def test_evidence_withdrawn_during_the_review_keeps_the_signature_off(newsroom: Newsroom) -> None:
    claim = newsroom.at(S.IN_REVIEW)
    piece = newsroom.live(claim)[0]
    newsroom.do(desk.withdraw_evidence, newsroom.chris, piece.id, piece.version, "The wrong year")
    with refused(newsroom, GuardError, "Add evidence that says where in a source it stands."):
        newsroom.on(claim, desk.sign_off, newsroom.rita, SUPPORTED)


def test_sending_back_keeps_the_reason_as_a_review(newsroom: Newsroom) -> None:
    claim = newsroom.at(S.IN_REVIEW)
    with refused(newsroom, GuardError, "Give a reason."):
        newsroom.on(claim, desk.send_back, newsroom.rita, "\t")
    newsroom.on(claim, desk.send_back, newsroom.rita, "Which bridges?")
    review = _reviews(newsroom, claim)[-1]
    assert (review.kind, review.note, review.substance_finding) == (ReviewKind.SENT_BACK, "Which bridges?", None)


def test_an_unresolved_blocking_comment_keeps_the_signature_off(newsroom: Newsroom) -> None:
    claim = newsroom.at(S.IN_REVIEW)
    remark = newsroom.do(desk.comment, newsroom.dana, claim.id, "Closed for good?", blocking=True)
    newsroom.do(desk.comment, newsroom.dana, claim.id, "By the way …")
    with refused(newsroom, GuardError, "Resolve the blocking comments first."):
        newsroom.on(claim, desk.sign_off, newsroom.rita, SUPPORTED)
    newsroom.do(desk.resolve_comment, newsroom.chris, remark.id)
    newsroom.on(claim, desk.sign_off, newsroom.rita, SUPPORTED)
    assert newsroom.claim(claim.id).work_state is S.SIGNED_OFF


# Whose work it is: each way to have had a hand in what is to be signed.
Hand = Callable[[Newsroom, Claim], object]
HANDS: dict[str, Hand] = {
    "sent it to review": lambda n, c: (
        n.on(c, desk.send_back, n.rita, "Once more"),
        n.on(c, desk.send_to_review, n.eve),
    ),
    "edited the claim last": lambda n, c: n.on(c, desk.edit_claim, n.eve, {"said_where": "in parliament"}),
    "set the findings last": lambda n, c: (
        n.on(c, desk.set_findings, n.eve, MISLEADING),
        n.on(c, desk.set_findings, n.eve, SUPPORTED),
    ),
    "set the findings, and somebody else corrected a word since": lambda n, c: (
        n.on(c, desk.set_findings, n.eve, replace(SUPPORTED, note="I read it myself.")),
        n.on(c, desk.edit_claim, n.ed, {"said_where": "in parliament"}),
    ),
    "added evidence last": lambda n, c: n.on(c, desk.add_evidence, n.eve, n.evidence(stance=Stance.CONTEXT)),
    "judged evidence anew": lambda n, c: n.do(
        desk.change_evidence,
        n.eve,
        n.live(c)[0].id,
        n.live(c)[0].version,
        aspect=n.live(c)[0].aspect,
        stance=Stance.SUPPORTS,
        tier=Tier.SECONDARY,
        note="",
    ),
    "withdrew evidence": lambda n, c: (
        n.on(c, desk.add_evidence, n.chris, n.evidence(locator="again")),
        n.do(desk.withdraw_evidence, n.eve, n.live(c)[0].id, n.live(c)[0].version, "Twice"),
    ),
}


@pytest.mark.parametrize("hand", HANDS)
def test_who_had_a_hand_in_it_does_not_sign(newsroom: Newsroom, hand: str) -> None:
    claim = newsroom.at(S.IN_REVIEW)
    HANDS[hand](newsroom, claim)
    with refused(newsroom, GuardError, SECOND):
        newsroom.on(claim, desk.sign_off, newsroom.eve, SUPPORTED)
    newsroom.on(claim, desk.sign_off, newsroom.rita, SUPPORTED)
    assert not newsroom.claim(claim.id).self_signed


@pytest.mark.parametrize("hand", HANDS)
def test_where_the_desk_allows_it_own_work_is_signed_with_a_reason_and_a_flag(
    local_newsroom: Newsroom, hand: str
) -> None:
    _self_signing(local_newsroom)
    claim = local_newsroom.at(S.IN_REVIEW)
    HANDS[hand](local_newsroom, claim)
    with refused(local_newsroom, GuardError, "Give a reason for signing your own work."):
        local_newsroom.on(claim, desk.sign_off, local_newsroom.eve, SUPPORTED)
    local_newsroom.on(claim, desk.sign_off, local_newsroom.eve, SUPPORTED, "Nobody else is here")
    assert local_newsroom.claim(claim.id).self_signed
    assert Flag.SELF_SIGNED in local_newsroom.flags(claim)


def test_a_second_persons_signature_is_not_flagged_where_self_signing_is_allowed(local_newsroom: Newsroom) -> None:
    _self_signing(local_newsroom)
    claim = local_newsroom.at(S.SIGNED_OFF)
    assert not claim.self_signed
    assert Flag.SELF_SIGNED not in local_newsroom.flags(claim)


def test_an_administrator_signs_nothing(local_newsroom: Newsroom) -> None:
    claim = local_newsroom.at(S.IN_REVIEW)
    with refused(local_newsroom, NotAllowedError, "takes the role of reviewer"):
        local_newsroom.on(claim, desk.sign_off, local_newsroom.ada, SUPPORTED)


def test_a_checker_who_reviews_elsewhere_signs_what_others_checked(local_newsroom: Newsroom) -> None:
    claim = local_newsroom.at(S.IN_REVIEW)
    local_newsroom.on(claim, desk.sign_off, local_newsroom.dana, SUPPORTED)
    own = _checked_by(local_newsroom, "dana")
    with refused(local_newsroom, GuardError, SECOND):
        local_newsroom.on(own, desk.sign_off, local_newsroom.dana, SUPPORTED)


def test_a_recheck_looks_at_each_piece_and_is_signed_by_somebody_else(newsroom: Newsroom) -> None:
    claim = newsroom.at(S.RECHECK)
    with refused(newsroom, GuardError, "Log the re-check first"):
        newsroom.on(claim, desk.sign_off, newsroom.rita, SUPPORTED, "Still so")
    uids = [piece.uid for piece in newsroom.live(claim)]
    with refused(newsroom, GuardError, "1 pieces of evidence not looked at."):
        newsroom.on(claim, desk.log_recheck, newsroom.dana, ["something else"], "Still so")
    with refused(newsroom, InvalidError, "Say in a note what the re-check found."):
        newsroom.on(claim, desk.log_recheck, newsroom.dana, uids, "")
    newsroom.on(claim, desk.log_recheck, newsroom.dana, uids, "Still so")
    review, told = _reviews(newsroom, claim)[-1], newsroom.events()[-1]
    assert (review.kind, review.looked_at) == (ReviewKind.RECHECKED, {"evidence": uids})
    assert (told.action, told.actor) == (EventAction.RECHECK_LOGGED, "dana@desk.example")
    with refused(newsroom, GuardError, SECOND):
        newsroom.on(claim, desk.sign_off, newsroom.dana, SUPPORTED, "Still so")
    with refused(newsroom, GuardError, "Say in a note what the re-check found."):
        newsroom.on(claim, desk.sign_off, newsroom.rita, replace(SUPPORTED, note=""))
    newsroom.on(claim, desk.sign_off, newsroom.rita, SUPPORTED, "Still so")
    assert newsroom.claim(claim.id).work_state is S.SIGNED_OFF


def test_a_recheck_that_finds_otherwise_has_to_be_checked_anew(newsroom: Newsroom) -> None:
    claim = newsroom.at(S.RECHECK)
    newsroom.on(claim, desk.log_recheck, newsroom.chris, [piece.uid for piece in newsroom.live(claim)], "Hm")
    with refused(newsroom, GuardError, "Take it up and check it anew."):
        newsroom.on(claim, desk.sign_off, newsroom.rita, MISLEADING, "Not so")


def test_a_recheck_does_not_cover_what_was_changed_after_it(newsroom: Newsroom) -> None:
    claim = newsroom.at(S.RECHECK)
    newsroom.on(claim, desk.log_recheck, newsroom.chris, [piece.uid for piece in newsroom.live(claim)], "Still so")
    newsroom.on(claim, desk.edit_claim, newsroom.ed, {"said_where": "in parliament"})
    with refused(newsroom, GuardError, "Log the re-check first"):
        newsroom.on(claim, desk.sign_off, newsroom.rita, SUPPORTED, "Still so")


def test_a_recheck_of_last_time_does_not_count_again(newsroom: Newsroom) -> None:
    claim = newsroom.at(S.RECHECK)
    newsroom.on(claim, desk.log_recheck, newsroom.chris, [piece.uid for piece in newsroom.live(claim)], "Still so")
    newsroom.on(claim, desk.sign_off, newsroom.rita, SUPPORTED, "Still so")
    newsroom.on(claim, desk.reopen, newsroom.ed, "Newer figures")
    with refused(newsroom, GuardError, "Log the re-check first"):
        newsroom.on(claim, desk.sign_off, newsroom.rita, SUPPORTED, "Still so")


def test_without_enough_evidence_the_searches_have_to_show(newsroom: Newsroom) -> None:
    claim = newsroom.at(S.OPEN)
    newsroom.on(claim, desk.take_up, newsroom.chris)
    found = Findings(SubstanceFinding.INSUFFICIENT, AttributionFinding.NO_SPEAKER, "Nothing to be found.")
    newsroom.on(claim, desk.set_findings, newsroom.chris, found)
    with refused(newsroom, GuardError, "Log at least one search"):
        newsroom.on(claim, desk.send_to_review, newsroom.chris)
