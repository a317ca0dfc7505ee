from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import func, select

from db.models import Claim, Evidence, Passage
from db.vocabulary import Aspect, EventAction, Flag, MatchGrade, NumberComparison, Stance, Tier, WorkState
from firsthand import desk
from firsthand.errors import ConflictError, GuardError, InvalidError, NotAllowedError, NotFoundError
from tests.firsthand.desk.refusals import refused
from tests.firsthand.newsroom import Newsroom
from tests.makers import PASSAGE, SOURCE_TEXT

S = WorkState
JUDGED: dict[str, Any] = {"aspect": Aspect.SUBSTANCE, "stance": Stance.SUPPORTS, "tier": Tier.PRIMARY, "note": ""}


def _one(newsroom: Newsroom, claim: Claim) -> Evidence:
    return newsroom.live(claim)[0]


def test_a_passage_is_cut_from_the_capture_whatever_the_draft_says(newsroom: Newsroom) -> None:
    claim = newsroom.at(S.OPEN)
    draft = newsroom.evidence(exact="something else", prefix="made", suffix="up", note=" As on page 3. ")
    newsroom.on(claim, desk.add_evidence, newsroom.chris, draft)
    piece = _one(newsroom, claim)
    assert piece.passage.exact == PASSAGE
    assert SOURCE_TEXT[: piece.passage.start].endswith(piece.passage.prefix)
    assert SOURCE_TEXT[piece.passage.end :].startswith(piece.passage.suffix)
    assert piece.passage.locator == "paragraph 2, line 3"
    assert piece.note == "As on page 3."
    assert piece.number_comparison is NumberComparison.EQUAL


def test_evidence_added_is_told_and_counts_the_version_up(newsroom: Newsroom) -> None:
    claim = newsroom.at(S.OPEN)
    newsroom.on(claim, desk.add_evidence, newsroom.chris, newsroom.evidence())
    after, told = newsroom.claim(claim.id), newsroom.events()[-1]
    assert (after.version, after.last_editor_id, after.best_tier) == (
        claim.version + 1,
        newsroom.chris.id,
        Tier.PRIMARY,
    )
    assert newsroom.flags(claim) == set()
    assert told.action is EventAction.EVIDENCE_ADDED
    assert told.after is not None
    assert (told.after["exact"], told.after["stance"], told.after["tier"]) == (PASSAGE, "supports", "primary")


def test_before_any_capture_words_are_taken_as_typed_and_flagged(newsroom: Newsroom) -> None:
    claim = newsroom.at(S.OPEN)
    source_id, _ = newsroom.add_source(url="https://example.org/report")
    draft = newsroom.evidence(source_id=source_id, capture_id=None, start=None, end=None, exact=f" {PASSAGE} ")
    newsroom.on(claim, desk.add_evidence, newsroom.chris, draft)
    piece = _one(newsroom, claim)
    assert (piece.passage.exact, piece.passage.capture_id, piece.passage.locator) == (PASSAGE, None, None)
    assert newsroom.flags(claim) == {Flag.NOT_CAPTURED}


def test_the_same_passage_is_kept_once(newsroom: Newsroom) -> None:
    for claim in (newsroom.at(S.OPEN), newsroom.at(S.OPEN)):
        newsroom.on(claim, desk.add_evidence, newsroom.chris, newsroom.evidence(locator="table 7"))
    with newsroom.database.read() as session:
        assert session.scalar(select(func.count()).where(Passage.locator == "table 7")) == 1


@pytest.mark.parametrize(
    ("overrides", "sentence"),
    [
        ({"start": 3, "end": 3}, "lies outside the captured text"),
        ({"start": None, "end": None}, "lies outside the captured text"),
        ({"start": 0, "end": 10_000}, "lies outside the captured text"),
        ({"start": -4, "end": 4}, "lies outside the captured text"),
        ({"capture_id": 99}, "captured text of its own source"),
        ({"capture_id": 1}, "captured text of its own source"),
        ({"capture_id": None, "exact": " \n"}, "Quote the words of the source"),
    ],
    ids=str,
)
def test_a_passage_that_is_nowhere_is_refused(
    local_newsroom: Newsroom, overrides: dict[str, Any], sentence: str
) -> None:
    claim = local_newsroom.at(S.OPEN)
    with refused(local_newsroom, InvalidError, sentence):
        local_newsroom.on(claim, desk.add_evidence, local_newsroom.chris, local_newsroom.evidence(**overrides))


@pytest.mark.parametrize("state", [S.DETECTED, S.NOT_FOR_US])
def test_evidence_goes_only_to_claims_that_were_taken_on(local_newsroom: Newsroom, state: S) -> None:
    claim = local_newsroom.at(state)
    with refused(local_newsroom, GuardError, "Open the claim first."):
        local_newsroom.on(claim, desk.add_evidence, local_newsroom.chris, local_newsroom.evidence())


@pytest.mark.parametrize("person", ["rita", "ed", "ada", "rea"])
def test_only_checkers_touch_evidence(local_newsroom: Newsroom, person: str) -> None:
    claim, actor = local_newsroom.at(S.IN_CHECK), local_newsroom.people[person]
    piece = _one(local_newsroom, claim)
    with refused(local_newsroom, NotAllowedError, "takes the role of checker"):
        local_newsroom.on(claim, desk.add_evidence, actor, local_newsroom.evidence())
    with refused(local_newsroom, NotAllowedError):
        local_newsroom.do(desk.change_evidence, actor, piece.id, piece.version, **JUDGED)
    with refused(local_newsroom, NotAllowedError):
        local_newsroom.do(desk.withdraw_evidence, actor, piece.id, piece.version, "wrong")


def test_a_changed_judgement_tells_only_what_differs(newsroom: Newsroom) -> None:
    claim = newsroom.at(S.IN_CHECK)
    piece = _one(newsroom, claim)
    changed = JUDGED | {"tier": Tier.SECONDARY, "note": "A summary"}
    newsroom.do(desk.change_evidence, newsroom.dana, piece.id, piece.version, **changed, why="Read again")
    after, told = newsroom.claim(claim.id), newsroom.events()[-1]
    assert (after.version, after.last_editor_id, after.best_tier) == (
        claim.version + 1,
        newsroom.dana.id,
        Tier.SECONDARY,
    )
    assert newsroom.flags(claim) == {Flag.SECONDARY_ONLY, Flag.SINGLE_ORIGIN}
    assert (told.action, told.why) == (EventAction.EVIDENCE_CHANGED, "Read again")
    assert told.before == {"evidence": piece.uid, "tier": "primary", "note": None}
    assert told.after == {"evidence": piece.uid, "tier": "secondary", "note": "A summary"}
    assert _one(newsroom, claim).version == piece.version + 1


def test_the_same_judgement_again_writes_nothing(newsroom: Newsroom) -> None:
    claim = newsroom.at(S.SIGNED_OFF)
    piece = _one(newsroom, claim)
    before = newsroom.everything()
    newsroom.do(desk.change_evidence, newsroom.chris, piece.id, piece.version, **JUDGED | {"note": "  "})
    assert newsroom.everything() == before


def test_withdrawn_evidence_stays_on_file_with_its_reason(newsroom: Newsroom) -> None:
    claim = newsroom.at(S.IN_CHECK)
    piece = _one(newsroom, claim)
    with refused(newsroom, InvalidError, "Give a reason for withdrawing"):
        newsroom.do(desk.withdraw_evidence, newsroom.chris, piece.id, piece.version, " ")
    newsroom.do(desk.withdraw_evidence, newsroom.chris, piece.id, piece.version, " The wrong year ")
    with newsroom.database.read() as session:
        kept = session.get_one(Evidence, piece.id)
        assert (kept.withdrawn_why, kept.version) == ("The wrong year", piece.version + 1)
    assert newsroom.live(claim) == []
    assert newsroom.claim(claim.id).best_tier is None
    assert newsroom.flags(claim) == {Flag.NEEDS_SOURCE}
    told = newsroom.events()[-1]
    assert (told.action, told.before) == (EventAction.EVIDENCE_WITHDRAWN, {"evidence": piece.uid})
    with refused(newsroom, GuardError, "has been withdrawn; put the passage forward again"):
        newsroom.do(desk.withdraw_evidence, newsroom.chris, piece.id, piece.version + 1, "again")
    with refused(newsroom, GuardError, "has been withdrawn"):
        newsroom.do(desk.change_evidence, newsroom.chris, piece.id, piece.version + 1, **JUDGED)


@pytest.mark.parametrize("state", [S.SIGNED_OFF, S.PUBLISHED])
@pytest.mark.parametrize("deed", ["add", "change", "withdraw"])
def test_touching_the_evidence_of_a_signed_claim_unsigns_it(newsroom: Newsroom, state: S, deed: str) -> None:
    claim = newsroom.at(state)
    piece = _one(newsroom, claim)
    if deed == "add":
        newsroom.on(claim, desk.add_evidence, newsroom.chris, newsroom.evidence(stance=Stance.CONTEXT))
    elif deed == "change":
        judged = JUDGED | {"note": "Read again"}
        newsroom.do(desk.change_evidence, newsroom.chris, piece.id, piece.version, **judged)
    else:
        newsroom.do(desk.withdraw_evidence, newsroom.chris, piece.id, piece.version, "The wrong year")
    after = newsroom.claim(claim.id)
    assert (after.work_state, after.signed_by_id) == (S.RECHECK, None)
    assert after.recheck_trigger is not None
    assert after.recheck_trigger.startswith("evidence ")


@pytest.mark.parametrize("deed", ["add", "change", "withdraw"])
def test_the_evidence_of_a_withdrawn_claim_stays_as_it_was(local_newsroom: Newsroom, deed: str) -> None:
    claim = local_newsroom.at(S.WITHDRAWN)
    piece = _one(local_newsroom, claim)
    with refused(local_newsroom, InvalidError, "has been withdrawn and stays as it was"):
        if deed == "add":
            local_newsroom.on(claim, desk.add_evidence, local_newsroom.chris, local_newsroom.evidence())
        elif deed == "change":
            changed = JUDGED | {"tier": Tier.UNKNOWN}
            local_newsroom.do(desk.change_evidence, local_newsroom.chris, piece.id, piece.version, **changed)
        else:
            local_newsroom.do(desk.withdraw_evidence, local_newsroom.chris, piece.id, piece.version, "why")


def test_a_stale_version_of_the_evidence_is_a_conflict(newsroom: Newsroom) -> None:
    claim = newsroom.at(S.IN_CHECK)
    piece = _one(newsroom, claim)
    changed = JUDGED | {"tier": Tier.SECONDARY}
    newsroom.do(desk.change_evidence, newsroom.dana, piece.id, piece.version, **changed)
    for deed, given in ((desk.change_evidence, JUDGED), (desk.withdraw_evidence, {"why": "wrong"})):
        with refused(newsroom, ConflictError, "changed by dana@desk.example"):
            newsroom.do(deed, newsroom.chris, piece.id, piece.version, **given)


def test_a_translated_source_is_not_held_to_the_letter(newsroom: Newsroom) -> None:
    text = "Tavaly 14 hidat zártak le."
    source_id, capture_id = newsroom.add_source(text, language="hu")
    new = newsroom.new_claim(quoted_words="14 bridges were closed")
    claim = newsroom.do(desk.add_claim, newsroom.chris, new)
    draft = newsroom.evidence(source_id=source_id, capture_id=capture_id, start=0, end=len(text))
    newsroom.on(claim, desk.add_evidence, newsroom.chris, draft)
    assert _one(newsroom, claim).grade is None


def test_quoted_words_are_graded_against_the_passage(newsroom: Newsroom) -> None:
    new = newsroom.new_claim(quoted_words="14 bridges were sealed to traffic")
    claim = newsroom.do(desk.add_claim, newsroom.chris, new)
    newsroom.on(claim, desk.add_evidence, newsroom.chris, newsroom.evidence(aspect=Aspect.ATTRIBUTION))
    assert _one(newsroom, claim).grade is MatchGrade.NEAR
    assert newsroom.flags(claim) == {Flag.QUOTE_DRIFT}


def test_a_locator_given_by_hand_is_kept_and_a_blank_one_is_not(local_newsroom: Newsroom) -> None:
    claim = local_newsroom.at(S.OPEN)
    local_newsroom.on(claim, desk.add_evidence, local_newsroom.chris, local_newsroom.evidence(locator="table 2"))
    local_newsroom.on(claim, desk.add_evidence, local_newsroom.chris, local_newsroom.evidence(locator="  "))
    locators = [piece.passage.locator for piece in local_newsroom.live(claim)]
    assert locators == ["table 2", "paragraph 2, line 3"]


@pytest.mark.parametrize("number", [0, -1, 99, 2**63, 2**70])
def test_evidence_that_is_not_there_is_named(newsroom: Newsroom, number: int) -> None:
    with refused(newsroom, NotFoundError, "no evidence"):
        newsroom.do(desk.withdraw_evidence, newsroom.chris, number, 1, "wrong")


def test_evidence_needs_a_source_that_is_there(local_newsroom: Newsroom) -> None:
    claim = local_newsroom.at(S.OPEN)
    for source_id in (99, local_newsroom.article_id):
        with refused(local_newsroom, NotFoundError, "no source"):
            local_newsroom.on(
                claim, desk.add_evidence, local_newsroom.chris, local_newsroom.evidence(source_id=source_id)
            )
