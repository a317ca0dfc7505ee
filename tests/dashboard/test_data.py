from __future__ import annotations

import dataclasses
import threading
from collections.abc import Callable
from typing import Any

import pytest

from dashboard import data
from dashboard.data import board as figures
from db.base import Base
from db.rows import BoardFilter, ClaimFilter, EventFilter, SourceFilter
from db.vocabulary import RecordType, Role, WorkState
from firsthand import desk as door
from tests.dashboard.desks import PASSAGE, Desk

READS: dict[str, Callable[[Desk], Any]] = {
    "board": lambda _: figures.figures(BoardFilter()),
    "by_article": lambda _: figures.by_article(BoardFilter()),
    "oldest_open": lambda _: figures.oldest_open(BoardFilter(), 8),
    "flow": lambda _: figures.flow(BoardFilter()),
    "first_hand_by_article": lambda _: figures.first_hand_by_article(BoardFilter()),
    "first_hand_by_speaker": lambda _: figures.first_hand_by_speaker(BoardFilter()),
    "ageing": lambda _: figures.ageing(BoardFilter()),
    "calendar": lambda _: figures.calendar(BoardFilter()),
    "meanwhile": lambda _: figures.meanwhile(1, None),
    "newest": lambda _: figures.newest(5),
    "article_choices": lambda _: figures.article_choices(None, None),
    "speaker_choices": lambda _: figures.speaker_choices(None),
    "claims": lambda _: data.claims(ClaimFilter()),
    "claim_file": lambda desk: data.claim_file(desk.claim_id),
    "claims_of": lambda desk: data.claims_of(desk.article_id),
    "articles": lambda _: data.articles(None, ""),
    "captures": lambda desk: data.captures(desk.article_id),
    "sources": lambda _: data.sources(SourceFilter()),
    "source_uses": lambda desk: data.source_uses(desk.source_id),
    "history": lambda _: data.history(EventFilter()),
    "users": lambda _: data.users(),
    "desks": lambda _: data.desks(),
    "next_steps": lambda desk: data.next_steps(data.me(), desk.claim_id),
}


def _walk(value: Any) -> list[Any]:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        inside = [getattr(value, field.name) for field in dataclasses.fields(value)]
    elif isinstance(value, tuple | frozenset):
        inside = list(value)
    else:
        return [value]
    return [value, *(found for part in inside for found in _walk(part))]


@pytest.mark.parametrize("name", READS)
def test_what_is_read_is_frozen_and_holds_no_row_of_the_database(desk: Desk, name: str) -> None:
    desk.take_up()
    desk.add_evidence()

    for part in _walk(READS[name](desk)):
        assert not isinstance(part, Base)
        assert not isinstance(part, list)


def test_a_page_is_never_stale_after_an_event(desk: Desk) -> None:
    before = data.claim_file(desk.claim_id)

    desk.take_up()

    after = data.claim_file(desk.claim_id)
    assert before is not None
    assert after is not None
    assert (before.claim.work_state, after.claim.work_state) == (WorkState.OPEN, WorkState.IN_CHECK)


def test_the_same_question_is_answered_from_memory_while_nothing_happens(desk: Desk) -> None:
    assert data.claim_file(desk.claim_id) is data.claim_file(desk.claim_id)


@pytest.mark.usefixtures("desk")
def test_every_memory_is_bounded() -> None:
    from dashboard.components import board_charts, figure
    from dashboard.data import passages, record

    for memory in (record._answers, record._texts, passages._compared, figure.specification, board_charts._kept):
        assert memory.cache_info().maxsize


@pytest.mark.usefixtures("desk")
def test_two_sessions_at_once_hold_one_record() -> None:
    held: list[object] = []
    threads = [threading.Thread(target=lambda: held.append(data.database())) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert held == [data.database()] * 4


def test_pasted_words_are_found_with_other_quotation_marks_and_what_stands_around_them(desk: Desk) -> None:
    (found,) = data.places(desk.source_capture_id(), f"  {PASSAGE.replace(' ', chr(10), 1)}  ")

    assert found.words == PASSAGE
    assert found.before.endswith("In the year under review, ")
    assert found.locator.startswith("paragraph 2")


def test_the_steps_say_who_may_take_them_and_leave_out_what_their_form_asks_for(desk: Desk) -> None:
    steps = {step.target: step for step in data.next_steps(data.me(), desk.claim_id)}

    assert steps[WorkState.IN_CHECK].permitted
    assert steps[WorkState.NOT_FOR_US].missing == ()


def test_a_step_that_takes_another_role_says_so(desk: Desk) -> None:
    desk.send_to_review()

    steps = {step.target: step for step in data.next_steps(data.me(), desk.claim_id)}

    assert not steps[WorkState.SIGNED_OFF].permitted
    assert steps[WorkState.SIGNED_OFF].roles == {Role.REVIEWER}


@pytest.mark.usefixtures("desk")
def test_the_sample_record_lets_one_act_as_others_and_any_other_record_does_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("streamlit.session_state", {data.ACTING_AS: "tom@example.org"})
    assert data.me().email == "tom@example.org"

    monkeypatch.setattr("dashboard.data.persons.is_demo", lambda: False)
    assert data.me().email == "mara@example.org"


def test_the_history_of_a_record_is_its_own(desk: Desk) -> None:
    desk.do(door.comment, desk.claim_id, "Closed for good?")

    events = data.history_of(RecordType.CLAIM, desk.claim_id)

    assert {event.record_id for event in events} == {desk.claim_id}
