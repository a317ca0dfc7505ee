from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from db.models import ClaimRelation
from db.vocabulary import (
    ClaimOrigin,
    ClaimRelationKind,
    ClaimType,
    EventAction,
    Flag,
    MatchGrade,
    SpeakerKind,
    WorkState,
)
from firsthand import desk
from firsthand.errors import InvalidError, NotAllowedError, NotFoundError
from tests.firsthand.desk.refusals import refused
from tests.firsthand.newsroom import Newsroom
from tests.makers import ARTICLE_TEXT, LITERAL

S = WorkState


def test_a_draft_is_detected_and_marked_as_the_machines(newsroom: Newsroom) -> None:
    claim = newsroom.draft(draft_reason="A figure with a speaker")
    assert (claim.work_state, claim.origin, claim.drafted_by) == (S.DETECTED, ClaimOrigin.MACHINE, "drafter")
    assert newsroom.flags(claim) == {Flag.MACHINE_ONLY}
    added = newsroom.events()[-1]
    assert (added.action, added.actor, added.actor_id) == (EventAction.CLAIM_ADDED, "drafter", None)
    assert added.why == "A figure with a speaker"
    assert added.after is not None
    assert added.after["literal"] == claim.literal == LITERAL


def test_many_drafts_come_with_an_event_each(newsroom: Newsroom) -> None:
    known = len(newsroom.events())
    drafts = [newsroom.new_claim(start=start, end=start + 9) for start in (0, 10, 20)]
    claims = newsroom.do(desk.add_drafts, newsroom.dated(desk.Actor.machine("drafter")), drafts)
    assert [event.record_id for event in newsroom.events()[known:]] == [claim.id for claim in claims]
    assert newsroom.do(desk.add_drafts, desk.Actor.machine("drafter"), []) == []


def test_a_claim_marked_by_a_person_is_open_and_theirs(newsroom: Newsroom) -> None:
    claim = newsroom.do(desk.add_claim, newsroom.ed, newsroom.new_claim())
    assert (claim.work_state, claim.origin, claim.created_by_id) == (S.OPEN, ClaimOrigin.PERSON, newsroom.ed.id)
    assert newsroom.flags(claim) == {Flag.NEEDS_SOURCE}
    assert newsroom.events()[-1].actor == "ed@desk.example"


@pytest.mark.parametrize("person", ["rita", "ada", "rea"])
def test_nobody_else_adds_edits_or_assigns_claims(local_newsroom: Newsroom, person: str) -> None:
    actor, claim = local_newsroom.people[person], local_newsroom.at(S.OPEN)
    with refused(local_newsroom, NotAllowedError, "takes the role of checker or editor"):
        local_newsroom.do(desk.add_claim, actor, local_newsroom.new_claim())
    with refused(local_newsroom, NotAllowedError):
        local_newsroom.on(claim, desk.edit_claim, actor, {"statement": "x"})
    with refused(local_newsroom, NotAllowedError):
        local_newsroom.on(claim, desk.assign, actor, local_newsroom.chris.id)
    with refused(local_newsroom, NotAllowedError):
        local_newsroom.do(desk.relate_claims, actor, claim.id, claim.id, ClaimRelationKind.REPEATS)


@pytest.mark.parametrize(
    ("overrides", "sentence"),
    [
        ({"start": 5, "end": 5}, "lie outside"),
        ({"start": -1, "end": 5}, "lie outside"),
        ({"start": 9, "end": 5}, "lie outside"),
        ({"start": 0, "end": len(ARTICLE_TEXT) + 1}, "lie outside"),
        ({"start": ARTICLE_TEXT.index("\n\n"), "end": ARTICLE_TEXT.index("\n\n") + 2}, "only white space"),
        ({"capture_id": 99}, "captured text of its own article"),
        ({"statement": " \n"}, "Write the claim's statement"),
        ({"said_on": "last week"}, "«last week» is no date"),
        ({"said_on": "2024-02-30"}, "is no date"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_a_claim_that_points_nowhere_or_says_nothing_is_refused(
    local_newsroom: Newsroom, overrides: dict[str, Any], sentence: str
) -> None:
    with refused(local_newsroom, InvalidError, sentence):
        local_newsroom.do(desk.add_claim, local_newsroom.chris, local_newsroom.new_claim(**overrides))


def test_a_claim_does_not_point_into_a_source(local_newsroom: Newsroom) -> None:
    capture = local_newsroom.source_capture_id
    with refused(local_newsroom, InvalidError, "its own article"):
        local_newsroom.do(desk.add_claim, local_newsroom.chris, local_newsroom.new_claim(capture_id=capture))


def test_the_last_word_of_a_text_can_be_marked(local_newsroom: Newsroom) -> None:
    new = local_newsroom.new_claim(start=len(ARTICLE_TEXT) - 8, end=len(ARTICLE_TEXT))
    assert local_newsroom.do(desk.add_claim, local_newsroom.chris, new).literal == "inquiry."


def test_unknown_articles_and_speakers_are_named(local_newsroom: Newsroom) -> None:
    with refused(local_newsroom, NotFoundError, "no article FA-000099"):
        local_newsroom.do(desk.add_claim, local_newsroom.chris, local_newsroom.new_claim(article_id=99))
    with refused(local_newsroom, NotFoundError, "no speaker 99"):
        local_newsroom.do(desk.add_claim, local_newsroom.chris, local_newsroom.new_claim(speaker_id=99))


def test_an_edit_changes_what_was_named_and_tells_before_and_after(newsroom: Newsroom) -> None:
    claim = newsroom.at(S.OPEN)
    speaker = newsroom.do(desk.find_or_add_speaker, newsroom.chris, "Ana Petrov", SpeakerKind.PERSON)
    changes = {
        "statement": " In 2025 the state closed 14 road bridges. ",
        "said_on": "2026-02",
        "speaker_id": speaker.id,
    }
    newsroom.on(claim, desk.edit_claim, newsroom.ed, changes, "A word was missing")
    after = newsroom.claim(claim.id)
    assert after.statement == "In 2025 the state closed 14 road bridges."
    assert (after.said_on, after.speaker_id, after.last_editor_id) == ("2026-02", speaker.id, newsroom.ed.id)
    assert after.version == claim.version + 1
    told = newsroom.events()[-1]
    assert (told.action, told.why, told.actor) == (EventAction.CLAIM_CHANGED, "A word was missing", "ed@desk.example")
    assert told.before == {"statement": claim.statement, "said_on": None, "speaker_id": None}
    assert told.after == {"statement": after.statement, "said_on": "2026-02", "speaker_id": speaker.id}


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"statement": "In 2025 the state closed 14 bridges."},
        {"statement": "  In 2025 the state closed 14 bridges.\n", "cue": "said "},
        {"said_where": "  "},
        {"claim_type": ClaimType.STATISTIC, "checkable": True},
    ],
    ids=str,
)
def test_an_edit_that_changes_nothing_writes_nothing(newsroom: Newsroom, changes: dict[str, Any]) -> None:
    claim = newsroom.at(S.OPEN)
    before = newsroom.everything()
    newsroom.on(claim, desk.edit_claim, newsroom.ed, changes)
    assert newsroom.everything() == before


def test_a_blank_statement_of_a_draft_stays_blank_without_a_word(local_newsroom: Newsroom) -> None:
    claim = local_newsroom.draft(statement="")
    before = local_newsroom.everything()
    local_newsroom.on(claim, desk.edit_claim, local_newsroom.ed, {"statement": " \t"})
    assert local_newsroom.everything() == before


@pytest.mark.parametrize("name", ["literal", "start", "work_state", "substance_finding", "version", "nonsense"])
def test_what_may_not_be_edited_is_refused_by_name(local_newsroom: Newsroom, name: str) -> None:
    claim = local_newsroom.at(S.OPEN)
    with refused(local_newsroom, InvalidError, f"These cannot be edited: {name}."):
        local_newsroom.on(claim, desk.edit_claim, local_newsroom.eve, {name: "x"})


@pytest.mark.parametrize("state", [S.SIGNED_OFF, S.PUBLISHED])
def test_an_edit_after_sign_off_takes_the_signature_away(newsroom: Newsroom, state: S) -> None:
    claim = newsroom.at(state)
    newsroom.on(claim, desk.edit_claim, newsroom.ed, {"said_where": "in parliament"})
    after = newsroom.claim(claim.id)
    assert (after.work_state, after.signed_by_id, after.content_hash) == (S.RECHECK, None, None)
    assert after.recheck_trigger == "edited after sign-off"
    edited, moved = newsroom.events()[-2:]
    assert (edited.action, moved.action) == (EventAction.CLAIM_CHANGED, EventAction.CLAIM_MOVED)
    assert moved.why == "edited after sign-off"


def test_a_withdrawn_claim_stays_as_it_was(local_newsroom: Newsroom) -> None:
    claim = local_newsroom.at(S.WITHDRAWN)
    with refused(local_newsroom, InvalidError, "has been withdrawn and stays as it was"):
        local_newsroom.on(claim, desk.edit_claim, local_newsroom.eve, {"statement": "x"})


def test_other_quoted_words_are_measured_against_the_evidence_anew(newsroom: Newsroom) -> None:
    new = newsroom.new_claim(quoted_words="14 bridges were closed to traffic")
    claim = newsroom.do(desk.add_claim, newsroom.chris, new)
    newsroom.on(claim, desk.add_evidence, newsroom.chris, newsroom.evidence())
    assert newsroom.live(claim)[0].grade is MatchGrade.EXACT
    newsroom.on(claim, desk.edit_claim, newsroom.chris, {"quoted_words": "not one single tunnel has ever collapsed"})
    assert newsroom.live(claim)[0].grade is MatchGrade.ABSENT
    newsroom.on(claim, desk.edit_claim, newsroom.chris, {"quoted_words": None})
    assert newsroom.live(claim)[0].grade is None


def test_a_claim_is_given_from_one_to_another(newsroom: Newsroom) -> None:
    claim = newsroom.at(S.IN_CHECK)
    newsroom.on(claim, desk.assign, newsroom.ed, newsroom.dana.id)
    assert newsroom.claim(claim.id).assignee_id == newsroom.dana.id
    told = newsroom.events()[-1]
    assert told.action is EventAction.CLAIM_ASSIGNED
    assert (told.before, told.after) == ({"assignee": "chris@desk.example"}, {"assignee": "dana@desk.example"})
    before = newsroom.everything()
    newsroom.on(claim, desk.assign, newsroom.ed, newsroom.dana.id)
    assert newsroom.everything() == before


@pytest.mark.parametrize("state", [S.IN_CHECK, S.ON_HOLD, S.IN_REVIEW])
def test_a_claim_that_is_worked_on_is_never_nobodys(local_newsroom: Newsroom, state: S) -> None:
    claim = local_newsroom.at(state)
    with refused(local_newsroom, InvalidError, "give it to somebody else instead"):
        local_newsroom.on(claim, desk.assign, local_newsroom.ed, None)


def test_an_open_claim_may_be_taken_from_somebody_again(local_newsroom: Newsroom) -> None:
    claim = local_newsroom.at(S.OPEN)
    local_newsroom.on(claim, desk.assign, local_newsroom.ed, local_newsroom.chris.id)
    local_newsroom.on(claim, desk.assign, local_newsroom.ed, None)
    assert local_newsroom.claim(claim.id).assignee_id is None


def test_a_disabled_person_gets_no_claim_and_does_nothing(local_newsroom: Newsroom) -> None:
    claim = local_newsroom.at(S.OPEN)
    chris = local_newsroom.chris
    assert chris.id is not None
    local_newsroom.do(desk.set_roles, local_newsroom.ada, chris.id, chris.roles, disabled=True)
    with refused(local_newsroom, InvalidError, "Chris may not check claims"):
        local_newsroom.on(claim, desk.assign, local_newsroom.ed, chris.id)


def test_claims_are_related_once_and_never_to_themselves(newsroom: Newsroom) -> None:
    one, other = newsroom.at(S.OPEN), newsroom.at(S.OPEN)
    kind = ClaimRelationKind.REPEATS
    relation = newsroom.do(desk.relate_claims, newsroom.chris, one.id, other.id, kind, " The same figure ")
    assert (relation.claim_id, relation.other_id, relation.note) == (one.id, other.id, "The same figure")
    told = newsroom.events()[-1]
    assert (told.action, told.after) == (EventAction.CLAIM_RELATED, {"kind": "repeats", "other": other.uid})
    before = newsroom.everything()
    again: ClaimRelation = newsroom.do(desk.relate_claims, newsroom.chris, one.id, other.id, kind)
    assert again.id == relation.id
    assert newsroom.everything() == before
    with refused(newsroom, InvalidError, "cannot be related to itself"):
        newsroom.do(desk.relate_claims, newsroom.chris, one.id, one.id, kind)


def test_a_machine_edits_nothing(local_newsroom: Newsroom) -> None:
    claim = local_newsroom.at(S.OPEN)
    machine = replace(local_newsroom.eve, id=None)
    with refused(local_newsroom, NotAllowedError):
        local_newsroom.on(claim, desk.edit_claim, machine, {"statement": "x"})
