"""What a source is a copy of: suggested by the machine, decided by a person, taken back; copies are one origin."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from db.models import Source, SourceRelation
from db.queries import origins
from db.vocabulary import EventAction, Flag, ResemblanceDecision, SourceRelationKind, Tier, WorkState
from firsthand import desk
from firsthand.errors import NotAllowedError, NotFoundError
from firsthand.origins import Sign
from tests.firsthand.newsroom import Newsroom

K, D = SourceRelationKind, ResemblanceDecision
URL = "https://agency.example/2026/bridges"


def _sign(**fields: Any) -> Sign:
    return Sign(**{"kind": K.REPRINTS, "other_url": None, "other_name": None, "why": "It says so.", **fields})


def _suggest(newsroom: Newsroom, source_id: int, *signs: Sign) -> list[int]:
    newsroom.do(desk.suggest_origins, newsroom.chris, source_id, signs)
    with newsroom.database.read() as session:
        return sorted(row.id for row in origins.of_source(session, source_id))


def _relations(newsroom: Newsroom, source_id: int) -> list[tuple[int, int, SourceRelationKind]]:
    asked = select(SourceRelation).where(
        (SourceRelation.source_id == source_id) | (SourceRelation.other_id == source_id)
    )
    with newsroom.database.read() as session:
        return [(row.source_id, row.other_id, row.kind) for row in session.scalars(asked)]


def _events(newsroom: Newsroom) -> list[tuple[dict[str, Any] | None, dict[str, Any] | None]]:
    return [(event.before, event.after) for event in newsroom.events(EventAction.ORIGIN_DECIDED)]


def test_two_reports_that_are_copies_of_one_count_as_one_origin(newsroom: Newsroom) -> None:
    repost, _ = newsroom.add_source(title="Repost")
    claim = newsroom.at(WorkState.OPEN)
    newsroom.on(claim, desk.take_up, newsroom.chris)
    secondary = {"tier": Tier.SECONDARY}
    typed = {"source_id": repost, "capture_id": None, "start": None, "end": None}
    newsroom.on(claim, desk.add_evidence, newsroom.chris, newsroom.evidence(**secondary))
    newsroom.on(claim, desk.add_evidence, newsroom.chris, newsroom.evidence(**secondary, **typed))
    assert Flag.SINGLE_ORIGIN not in newsroom.flags(claim)
    (suggestion,) = _suggest(newsroom, repost, _sign(other_id=newsroom.source_id))
    assert Flag.SINGLE_ORIGIN not in newsroom.flags(claim)

    newsroom.do(desk.decide_origin, newsroom.chris, suggestion, D.CONFIRMED)
    assert _relations(newsroom, repost) == [(repost, newsroom.source_id, K.REPRINTS)]
    assert Flag.SINGLE_ORIGIN in newsroom.flags(claim)

    newsroom.do(desk.decide_origin, newsroom.ed, suggestion, D.SUGGESTED)
    assert _relations(newsroom, repost) == []
    assert Flag.SINGLE_ORIGIN not in newsroom.flags(claim)
    decisions = [
        (before["decision"], after["decision"]) for before, after in _events(newsroom)[-2:] if before and after
    ]
    assert decisions == [("suggested", "confirmed"), ("confirmed", "suggested")]


def test_nothing_is_suggested_twice_whatever_became_of_it(local_newsroom: Newsroom) -> None:
    source, _ = local_newsroom.add_source(title="Repost")
    signs = (_sign(other_url=URL), _sign(other_name="TASS"), _sign(other_id=local_newsroom.source_id))
    suggestions = _suggest(local_newsroom, source, *signs, *signs)
    assert len(suggestions) == 3
    local_newsroom.do(desk.decide_origin, local_newsroom.chris, suggestions[0], D.CONFIRMED)
    local_newsroom.do(desk.decide_origin, local_newsroom.chris, suggestions[1], D.DISMISSED)
    assert _suggest(local_newsroom, source, *signs) == suggestions
    assert _suggest(local_newsroom, local_newsroom.source_id, _sign(other_id=source)) == suggestions[2:]
    with local_newsroom.database.read() as session:
        assert origins.waiting(session) == 1


def test_what_a_relation_says_already_is_not_suggested(local_newsroom: Newsroom) -> None:
    source, _ = local_newsroom.add_source(title="Repost")
    local_newsroom.do(desk.relate_sources, local_newsroom.chris, local_newsroom.source_id, source, K.TRANSLATION_OF)
    assert _suggest(local_newsroom, source, _sign(other_id=local_newsroom.source_id)) == []


def test_a_relation_that_only_quotes_leaves_the_question_open(local_newsroom: Newsroom) -> None:
    source, _ = local_newsroom.add_source(title="Repost")
    local_newsroom.do(desk.relate_sources, local_newsroom.chris, source, local_newsroom.source_id, K.QUOTES)
    assert len(_suggest(local_newsroom, source, _sign(other_id=local_newsroom.source_id))) == 1


def test_a_source_is_no_copy_of_itself(local_newsroom: Newsroom) -> None:
    source, _ = local_newsroom.add_source(title="Report", url=URL)
    assert _suggest(local_newsroom, source, _sign(other_url=f"{URL}/"), _sign(other_id=source), _sign()) == []


def test_an_address_of_a_source_that_is_there_leads_to_it(local_newsroom: Newsroom) -> None:
    there, _ = local_newsroom.add_source(title="The agency's own", url=URL)
    source, _ = local_newsroom.add_source(title="Repost")
    (suggestion,) = _suggest(local_newsroom, source, _sign(other_url=f"{URL}?utm_source=mail"))
    with local_newsroom.database.read() as session:
        (row,) = origins.of_source(session, there)
    assert (row.id, row.source_id, row.other_id, row.other_title) == (suggestion, source, there, "The agency's own")


@pytest.mark.parametrize(
    ("fields", "title"), [({"other_url": URL}, URL), ({"other_name": "TASS"}, "TASS, original of")]
)
def test_an_origin_that_is_no_source_yet_becomes_one(
    local_newsroom: Newsroom, fields: dict[str, str], title: str
) -> None:
    source, _ = local_newsroom.add_source(title="Repost")
    (suggestion,) = _suggest(local_newsroom, source, _sign(**fields))
    local_newsroom.do(desk.decide_origin, local_newsroom.chris, suggestion, D.CONFIRMED)
    ((copy, original, _),) = _relations(local_newsroom, source)
    assert copy == source
    with local_newsroom.database.read() as session:
        made = session.get(Source, original)
        assert made is not None
        assert made.title.startswith(title)
        assert (made.title_is_description, made.url, made.publisher) == (
            True,
            fields.get("other_url"),
            fields.get("other_name"),
        )

    local_newsroom.do(desk.decide_origin, local_newsroom.chris, suggestion, D.SUGGESTED)
    local_newsroom.do(desk.decide_origin, local_newsroom.chris, suggestion, D.CONFIRMED)
    assert _relations(local_newsroom, source) == [(source, original, K.REPRINTS)]


def test_an_original_is_archived_as_its_copy(local_newsroom: Newsroom) -> None:
    copy, _ = local_newsroom.add_source(title="Copy")
    (suggestion,) = _suggest(local_newsroom, copy, _sign(kind=K.ARCHIVED_AS, other_id=local_newsroom.source_id))
    local_newsroom.do(desk.decide_origin, local_newsroom.chris, suggestion, D.CONFIRMED)
    assert _relations(local_newsroom, copy) == [(local_newsroom.source_id, copy, K.ARCHIVED_AS)]
    local_newsroom.do(desk.decide_origin, local_newsroom.chris, suggestion, D.DISMISSED)
    assert _relations(local_newsroom, copy) == []


def test_a_turned_sign_is_about_the_other_source(local_newsroom: Newsroom) -> None:
    later, _ = local_newsroom.add_source(title="Later")
    _suggest(local_newsroom, local_newsroom.source_id, _sign(other_id=later, turned=True))
    with local_newsroom.database.read() as session:
        (row,) = origins.of_source(session, local_newsroom.source_id)
    assert (row.source_id, row.other_id) == (later, local_newsroom.source_id)


def test_a_dismissal_may_be_undone_and_deciding_alike_twice_does_nothing(local_newsroom: Newsroom) -> None:
    source, _ = local_newsroom.add_source(title="Repost")
    (suggestion,) = _suggest(local_newsroom, source, _sign(other_name="TASS"))
    for decision in (D.DISMISSED, D.DISMISSED, D.SUGGESTED, D.SUGGESTED):
        local_newsroom.do(desk.decide_origin, local_newsroom.chris, suggestion, decision)
    with local_newsroom.database.read() as session:
        (row,) = origins.of_source(session, source)
    assert (row.decision, row.decided_by, row.decided_at) == (D.SUGGESTED, None, None)
    assert len(_events(local_newsroom)) == 2


def test_a_relation_that_was_on_file_before_stays_when_the_decision_is_taken_back(local_newsroom: Newsroom) -> None:
    source, _ = local_newsroom.add_source(title="Repost")
    (suggestion,) = _suggest(local_newsroom, source, _sign(other_id=local_newsroom.source_id))
    local_newsroom.do(desk.relate_sources, local_newsroom.ed, source, local_newsroom.source_id, K.REPRINTS)
    local_newsroom.do(desk.decide_origin, local_newsroom.chris, suggestion, D.CONFIRMED)
    local_newsroom.do(desk.decide_origin, local_newsroom.chris, suggestion, D.SUGGESTED)
    assert _relations(local_newsroom, source) == [(source, local_newsroom.source_id, K.REPRINTS)]


@pytest.mark.parametrize("person", ["rea", "rita"])
def test_origins_are_decided_by_those_who_check(local_newsroom: Newsroom, person: str) -> None:
    source, _ = local_newsroom.add_source(title="Repost")
    (suggestion,) = _suggest(local_newsroom, source, _sign(other_name="TASS"))
    with pytest.raises(NotAllowedError):
        local_newsroom.do(desk.decide_origin, local_newsroom.people[person], suggestion, D.CONFIRMED)


def test_a_suggestion_that_is_not_there_cannot_be_decided(local_newsroom: Newsroom) -> None:
    with pytest.raises(NotFoundError):
        local_newsroom.do(desk.decide_origin, local_newsroom.chris, 999, D.CONFIRMED)


def test_an_address_that_is_too_long_for_a_source_is_left_out(local_newsroom: Newsroom) -> None:
    source, _ = local_newsroom.add_source(title="Repost")
    assert _suggest(local_newsroom, source, _sign(other_url=f"https://agency.example/{'a' * 3000}")) == []
