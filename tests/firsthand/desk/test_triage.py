"""Drafts that are merged, split and judged, and every one of these undone."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from db.models import Claim, ClaimRelation
from db.rows import FigureRead, Reading, Replaced
from db.vocabulary import (
    ClaimOrigin,
    ClaimRelationKind,
    EventAction,
    Flag,
    NotForUsReason,
    WorkState,
)
from firsthand import desk
from firsthand.desk import Part, Seen
from firsthand.errors import ConflictError, GuardError, InvalidError, NotAllowedError, NotFoundError
from firsthand.verification import verify
from tests.db.recounting import differences
from tests.firsthand.desk.refusals import refused
from tests.firsthand.newsroom import Newsroom
from tests.makers import ARTICLE_TEXT, LITERAL

S = WorkState
START = ARTICLE_TEXT.index(LITERAL)
MORE = "more than ever before"
READING = Reading(
    (FigureRead(START + 17, START + 19, "14", "14", unit="bridges"),),
    (Replaced(START, START + 9, "the state", "the state of Example"),),
)


def draft(newsroom: Newsroom, words: str = LITERAL, **overrides: Any) -> Claim:
    start = ARTICLE_TEXT.index(words)
    return newsroom.draft(start=start, end=start + len(words), **overrides)


def seen(newsroom: Newsroom, claim: Claim) -> Seen:
    return Seen(claim.id, newsroom.claim(claim.id).version)


def merged(newsroom: Newsroom, one: Claim, other: Claim, statement: str = "Both.", actor: str = "chris") -> Claim:
    pair = (seen(newsroom, one), seen(newsroom, other))
    return newsroom.do(desk.merge_claims, newsroom.people[actor], *pair, statement)


def split(newsroom: Newsroom, claim: Claim, *parts: Part, actor: str = "chris") -> list[int]:
    made = newsroom.do(desk.split_claim, newsroom.people[actor], seen(newsroom, claim), parts)
    return [part.id for part in made]


def undone(newsroom: Newsroom, claim: Claim, deeds: int = 1, actor: str = "chris") -> None:
    newsroom.do(desk.undo, newsroom.people[actor], seen(newsroom, claim), deeds)


CHANGES_WITH_EVERY_DEED = {"version", "last_editor_id"}


def as_it_is(newsroom: Newsroom, claim: Claim) -> dict[str, Any]:
    row = newsroom.claim(claim.id)
    names = {column.name for column in Claim.__table__.columns} - CHANGES_WITH_EVERY_DEED
    return {name: getattr(row, name) for name in names} | {"flags": newsroom.flags(row)}


def relations(newsroom: Newsroom) -> set[tuple[int, int, ClaimRelationKind]]:
    with newsroom.database.read() as session:
        return {(row.claim_id, row.other_id, row.kind) for row in session.scalars(select(ClaimRelation))}


HALVES = (Part(START, START + 27, "The state closed 14 bridges."), Part(START + 28, START + len(LITERAL), "Last year."))


def test_two_drafts_of_one_paragraph_become_one_that_covers_the_words_of_both(newsroom: Newsroom) -> None:
    one, other = draft(newsroom, reading=READING), draft(newsroom, MORE)
    kept = merged(newsroom, one, other, " Closed 14 bridges, more than ever. ")

    now, gone = newsroom.claim(kept.id), newsroom.claim(other.id)
    assert (now.literal, now.statement) == (f"{LITERAL}, {MORE}", "Closed 14 bridges, more than ever.")
    assert ARTICLE_TEXT[now.start : now.end] == now.literal
    assert (now.work_state, now.version) == (S.DETECTED, 2)
    assert Reading.of(now.reading) == READING
    assert (gone.work_state, gone.not_for_us_reason) == (S.NOT_FOR_US, NotForUsReason.DUPLICATE)
    assert (other.id, one.id, ClaimRelationKind.PART_OF) in relations(newsroom)
    told = newsroom.events(EventAction.CLAIM_MERGED)[-1]
    assert (told.before or {})["literal"] == LITERAL
    assert (told.after or {})["other"] == gone.uid


def test_drafts_of_two_paragraphs_are_merged_by_saying_that_one_repeats_the_other(newsroom: Newsroom) -> None:
    one, other = draft(newsroom), draft(newsroom, "The opposition called for an inquiry")
    merged(newsroom, one, other)
    assert newsroom.claim(one.id).literal == LITERAL
    assert (other.id, one.id, ClaimRelationKind.REPEATS) in relations(newsroom)


def test_a_merge_that_is_undone_leaves_both_as_they_were(newsroom: Newsroom) -> None:
    one, other = draft(newsroom, reading=READING), draft(newsroom, MORE, statement="")
    before, tied = [as_it_is(newsroom, claim) for claim in (one, other)], relations(newsroom)
    merged(newsroom, one, other)
    undone(newsroom, one)
    assert [as_it_is(newsroom, claim) for claim in (one, other)] == before
    assert relations(newsroom) == tied
    assert newsroom.events()[-1].why == "Undone"


def test_a_relation_that_was_there_before_the_merge_outlives_its_undoing(newsroom: Newsroom) -> None:
    one, other = draft(newsroom), draft(newsroom, MORE)
    newsroom.do(desk.relate_claims, newsroom.chris, other.id, one.id, ClaimRelationKind.PART_OF)
    merged(newsroom, one, other)
    undone(newsroom, one)
    assert (other.id, one.id, ClaimRelationKind.PART_OF) in relations(newsroom)


def test_an_open_claim_takes_a_draft_in_and_stays_open(local_newsroom: Newsroom) -> None:
    one, other = local_newsroom.at(S.OPEN), draft(local_newsroom, MORE)
    merged(local_newsroom, one, other)
    assert local_newsroom.claim(one.id).work_state is S.OPEN
    undone(local_newsroom, one)
    assert local_newsroom.claim(other.id).work_state is S.DETECTED


def test_an_open_claim_that_was_merged_away_comes_back_open(local_newsroom: Newsroom) -> None:
    one, other = draft(local_newsroom), local_newsroom.at(S.OPEN)
    merged(local_newsroom, one, other)
    undone(local_newsroom, one)
    assert local_newsroom.claim(other.id).work_state is S.OPEN


def test_what_cannot_be_merged_is_refused(local_newsroom: Newsroom) -> None:
    one, other, checked = draft(local_newsroom), draft(local_newsroom, MORE), local_newsroom.at(S.IN_CHECK)
    backed = local_newsroom.at(S.OPEN)
    local_newsroom.on(backed, desk.add_evidence, local_newsroom.chris, local_newsroom.evidence())
    with refused(local_newsroom, InvalidError, "two claims of one article"):
        merged(local_newsroom, one, one)
    with refused(local_newsroom, GuardError, "is in check"):
        merged(local_newsroom, one, checked)
    with refused(local_newsroom, GuardError, "evidence of its own"):
        merged(local_newsroom, one, backed)
    with refused(local_newsroom, InvalidError, "stands on its own"):
        merged(local_newsroom, one, other, " ")
    with refused(local_newsroom, NotAllowedError):
        merged(local_newsroom, one, other, actor="rea")
    with refused(local_newsroom, ConflictError):
        local_newsroom.do(desk.merge_claims, local_newsroom.chris, Seen(one.id, 1), Seen(other.id, 7), "Both.")
    with refused(local_newsroom, NotFoundError):
        local_newsroom.do(desk.merge_claims, local_newsroom.chris, Seen(one.id, 1), Seen(999, 1), "Both.")


def test_a_split_draft_is_taken_over_and_its_second_half_is_a_persons_own(newsroom: Newsroom) -> None:
    whole = draft(newsroom, reading=READING, said_on="2026-02-24", quoted_words="14 bridges")
    first, second = (newsroom.claim(number) for number in split(newsroom, whole, *reversed(HALVES)))

    assert first.id == whole.id
    assert [first.literal, second.literal] == ["the state closed 14 bridges", "last year"]
    assert [first.statement, second.statement] == [part.statement for part in HALVES]
    assert (first.work_state, second.work_state) == (S.OPEN, S.OPEN)
    assert (first.origin, second.origin) == (ClaimOrigin.MACHINE, ClaimOrigin.PERSON)
    assert (second.speaker_as_named, second.cue, second.said_on) == (whole.speaker_as_named, whole.cue, "2026-02-24")
    assert (first.quoted_words, second.quoted_words) == ("14 bridges", None)
    assert Reading.of(first.reading) == READING
    assert second.reading is None
    assert newsroom.flags(second) == {Flag.NEEDS_SOURCE}
    told = newsroom.events(EventAction.CLAIM_SPLIT)[-1]
    assert (told.after or {})["others"] == [second.uid]


def test_a_split_that_is_undone_leaves_the_draft_as_it_was_and_its_parts_turned_away(newsroom: Newsroom) -> None:
    whole = draft(newsroom, reading=READING, quoted_words="last year")
    before = as_it_is(newsroom, whole)
    _, second = split(newsroom, whole, *HALVES)
    undone(newsroom, whole)
    assert as_it_is(newsroom, whole) == before
    assert newsroom.claim(second).not_for_us_reason is NotForUsReason.DUPLICATE


def test_a_split_is_not_undone_once_somebody_works_on_a_part(local_newsroom: Newsroom) -> None:
    whole = draft(local_newsroom)
    _, second = split(local_newsroom, whole, *HALVES)
    local_newsroom.on(local_newsroom.claim(second), desk.take_up, local_newsroom.chris)
    with refused(local_newsroom, GuardError, "has been worked on since"):
        undone(local_newsroom, whole)


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        ((HALVES[0],), "into two parts"),
        ((HALVES[0], Part(START + 20, START + 30, "x")), "must not overlap"),
        ((HALVES[0], Part(START + 28, START + len(LITERAL) + 1, "x")), "inside the claim's own words"),
        ((Part(START - 1, START + 3, "x"), HALVES[1]), "inside the claim's own words"),
        ((Part(START + 9, START + 10, "x"), HALVES[1]), "hold some words"),
        ((HALVES[0], HALVES[1]._replace(statement="\n")), "stands on its own"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_parts_that_do_not_fit_are_refused(local_newsroom: Newsroom, parts: tuple[Part, ...], sentence: str) -> None:
    whole = draft(local_newsroom)
    with refused(local_newsroom, InvalidError, sentence):
        split(local_newsroom, whole, *parts)


def test_only_drafts_and_open_claims_are_split_and_by_those_who_may(local_newsroom: Newsroom) -> None:
    checked, fresh = local_newsroom.at(S.IN_CHECK), draft(local_newsroom)
    with refused(local_newsroom, GuardError, "is in check"):
        split(local_newsroom, checked, *HALVES)
    with refused(local_newsroom, NotAllowedError):
        split(local_newsroom, fresh, *HALVES, actor="rita")


@pytest.mark.parametrize("statement", ["In 2025 the state closed 14 bridges.", ""], ids=["said", "unsaid"])
def test_a_draft_that_was_turned_away_by_mistake_is_the_draft_that_it_was(newsroom: Newsroom, statement: str) -> None:
    claim = draft(newsroom, statement=statement)
    before = as_it_is(newsroom, claim)
    newsroom.on(claim, desk.turn_away, newsroom.chris, NotForUsReason.OPINION)
    undone(newsroom, claim)
    assert as_it_is(newsroom, claim) == before


def test_an_edit_and_a_judgement_are_undone_together_or_one_by_one(newsroom: Newsroom) -> None:
    claim = draft(newsroom)
    before = as_it_is(newsroom, claim)
    for steps in ((2,), (1, 1)):
        newsroom.on(claim, desk.edit_claim, newsroom.chris, {"statement": "Otherwise.", "claim_type": "event"})
        newsroom.on(claim, desk.open_claim, newsroom.chris)
        for deeds in steps:
            undone(newsroom, claim, deeds)
        assert as_it_is(newsroom, claim) == before


def test_a_claim_that_was_turned_away_or_brought_back_after_all_goes_where_it_was(local_newsroom: Newsroom) -> None:
    claim, chris = draft(local_newsroom), local_newsroom.chris
    local_newsroom.on(claim, desk.turn_away, chris, NotForUsReason.TRIVIAL)
    local_newsroom.on(claim, desk.open_claim, chris, "After all")
    undone(local_newsroom, claim)
    away = local_newsroom.claim(claim.id)
    assert (away.work_state, away.not_for_us_reason) == (S.NOT_FOR_US, NotForUsReason.TRIVIAL)
    undone(local_newsroom, claim)
    assert local_newsroom.claim(claim.id).work_state is S.DETECTED
    local_newsroom.on(claim, desk.open_claim, chris)
    local_newsroom.on(claim, desk.turn_away, chris, NotForUsReason.TRIVIAL)
    undone(local_newsroom, claim)
    assert local_newsroom.claim(claim.id).work_state is S.OPEN


def test_nothing_is_undone_past_what_somebody_else_did(local_newsroom: Newsroom) -> None:
    claim, fresh = draft(local_newsroom), draft(local_newsroom, MORE)
    version = local_newsroom.on(claim, desk.open_claim, local_newsroom.chris).version
    local_newsroom.on(claim, desk.assign, local_newsroom.ed, local_newsroom.dana.id)
    with refused(local_newsroom, ConflictError):
        local_newsroom.do(desk.undo, local_newsroom.chris, Seen(claim.id, version))
    with refused(local_newsroom, GuardError, "ed@desk.example's deed, not yours"):
        undone(local_newsroom, claim)
    with refused(local_newsroom, GuardError, "nothing to undo"):
        undone(local_newsroom, claim, actor="ed")
    with refused(local_newsroom, GuardError, "drafter's deed"):
        undone(local_newsroom, fresh)
    with refused(local_newsroom, NotAllowedError):
        undone(local_newsroom, claim, actor="rea")
    taken = local_newsroom.at(S.OPEN)
    local_newsroom.on(taken, desk.take_up, local_newsroom.chris)
    with refused(local_newsroom, GuardError, "being worked on"):
        undone(local_newsroom, taken)


def test_a_claim_becomes_a_draft_again_only_while_nothing_else_has_happened(local_newsroom: Newsroom) -> None:
    claim = draft(local_newsroom)
    local_newsroom.on(claim, desk.open_claim, local_newsroom.chris)
    local_newsroom.do(desk.comment, local_newsroom.chris, claim.id, "Which bridges?")
    with refused(local_newsroom, GuardError, "nothing to undo"):
        undone(local_newsroom, claim)
    assert S.DETECTED not in {row.target for row, _ in _steps(local_newsroom, claim)}


def _steps(newsroom: Newsroom, claim: Claim) -> tuple[Any, ...]:
    with newsroom.database.read() as session:
        return desk.next_steps(session, newsroom.chris, claim.id)


DEEDS = st.lists(
    st.tuples(st.sampled_from(["keep", "away", "edit", "merge", "split"]), st.integers(0, 2)), min_size=1, max_size=6
)


@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(deeds=DEEDS)
def test_whatever_is_done_to_drafts_undoing_all_of_it_brings_them_back(
    life_on_sqlite: Any, deeds: list[tuple[str, int]]
) -> None:
    newsroom = life_on_sqlite()
    texts = (LITERAL, MORE, "The opposition called for an inquiry")
    drafts = [draft(newsroom, words, reading=READING if words == LITERAL else None) for words in texts]
    before = [as_it_is(newsroom, claim) for claim in drafts]
    done: list[Claim] = []
    for deed, number in deeds:
        claim = drafts[number]
        try:
            _do(newsroom, deed, claim, drafts[(number + 1) % 3])
        except (GuardError, InvalidError):
            continue
        done.append(claim)
    for claim in reversed(done):
        undone(newsroom, claim)

    assert [as_it_is(newsroom, claim) for claim in drafts] == before
    assert relations(newsroom) == set()
    with newsroom.database.read() as session:
        assert differences(session) == {}
    assert verify(newsroom.database).sound
    newsroom.database.close()


def _do(newsroom: Newsroom, deed: str, claim: Claim, other: Claim) -> None:
    now = newsroom.claim(claim.id)
    match deed:
        case "keep":
            newsroom.on(claim, desk.open_claim, newsroom.chris, "Ours after all")
        case "away":
            newsroom.on(claim, desk.turn_away, newsroom.chris, NotForUsReason.OPINION)
        case "edit":
            statement = f"{now.statement} Indeed."
            newsroom.on(claim, desk.edit_claim, newsroom.chris, {"statement": statement, "said_on": "2026-02"})
        case "merge":
            merged(newsroom, claim, other)
        case "split":
            split(newsroom, claim, Part(now.start, now.start + 5, "One."), Part(now.start + 6, now.end, "Two."))
