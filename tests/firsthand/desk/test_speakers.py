from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from db.models import Speaker, SpeakerRole
from db.vocabulary import EventAction, RecordType, SpeakerKind, WorkState
from firsthand import desk
from firsthand.errors import ConflictError, InvalidError, NotAllowedError, NotFoundError
from firsthand.verification import verify
from tests.firsthand.desk.refusals import refused
from tests.firsthand.newsroom import Newsroom

KIND = SpeakerKind.PERSON


def _speaker(newsroom: Newsroom, name: str = "Ana Petrov") -> int:
    return newsroom.do(desk.find_or_add_speaker, newsroom.chris, name, KIND).id


def _newest(newsroom: Newsroom) -> int:
    return newsroom.events()[-1].seq


def _edit(newsroom: Newsroom, person: Any, speaker_id: int, seen: int, **fields: Any) -> Speaker:
    wanted = {"name": "Ana Petrov", "kind": KIND, "note": ""} | fields
    return newsroom.do(desk.edit_speaker, person, speaker_id, seen, **wanted)


def test_a_speaker_is_corrected_and_the_history_has_what_was_there(newsroom: Newsroom) -> None:
    ana = _speaker(newsroom, f"Anna Petrov {newsroom.minute}")
    seen = _newest(newsroom)
    edited = _edit(newsroom, newsroom.ed, ana, seen, name=" Ana  Petrova ", kind=SpeakerKind.BODY, note=" Minister ")
    assert (edited.name, edited.kind, edited.note) == ("Ana Petrova", SpeakerKind.BODY, "Minister")
    told = newsroom.events()[-1]
    assert (told.action, told.record_type, told.record_id) == (EventAction.SPEAKER_CHANGED, RecordType.SPEAKER, ana)
    assert told.before is not None
    assert told.before["kind"] == "person"
    assert told.after == {"name": "Ana Petrova", "kind": "body", "note": "Minister"}
    assert verify(newsroom.database).sound


def test_what_is_not_different_leaves_no_event(local_newsroom: Newsroom) -> None:
    ana = _speaker(local_newsroom)
    before = local_newsroom.everything()
    _edit(local_newsroom, local_newsroom.chris, ana, _newest(local_newsroom))
    assert local_newsroom.everything() == before


def test_whoever_saw_an_earlier_state_is_told_who_was_first(local_newsroom: Newsroom) -> None:
    ana = _speaker(local_newsroom)
    seen = _newest(local_newsroom)
    local_newsroom.do(desk.add_speaker_role, local_newsroom.ed, ana, "Minister", "2024", None)
    with refused(local_newsroom, ConflictError, "changed by ed@desk.example"):
        _edit(local_newsroom, local_newsroom.chris, ana, seen, note="Mine")


def test_two_speakers_are_not_called_the_same(local_newsroom: Newsroom) -> None:
    ana, bo = _speaker(local_newsroom), _speaker(local_newsroom, "Bo")
    with refused(local_newsroom, InvalidError, f"FP-{bo:06d} is called Bo already"):
        _edit(local_newsroom, local_newsroom.chris, ana, local_newsroom.events()[-2].seq, name="Bo")


def test_a_signature_stays_when_the_speakers_name_is_corrected(local_newsroom: Newsroom) -> None:
    claim = local_newsroom.at(WorkState.SIGNED_OFF)
    ana = _speaker(local_newsroom)
    _edit(local_newsroom, local_newsroom.ed, ana, _newest(local_newsroom), name="Ana P.")
    assert local_newsroom.claim(claim.id).work_state is WorkState.SIGNED_OFF
    assert verify(local_newsroom.database).sound


@pytest.mark.parametrize("name", ["", "  ", "x" * 2001])
def test_a_speaker_has_a_name(local_newsroom: Newsroom, name: str) -> None:
    ana = _speaker(local_newsroom)
    with refused(local_newsroom, InvalidError, "name"):
        _edit(local_newsroom, local_newsroom.chris, ana, _newest(local_newsroom), name=name)


@pytest.mark.parametrize(
    ("since", "until"), [(None, None), ("2024", None), (" 2024-08 ", "2024"), ("2024", "2024-01"), ("2023-02-28", "")]
)
def test_a_role_is_noted_as_exactly_as_it_is_known(newsroom: Newsroom, since: str | None, until: str | None) -> None:
    ana = _speaker(newsroom, "Ana of the roles")
    role = newsroom.do(desk.add_speaker_role, newsroom.chris, ana, f" Minister  {newsroom.minute}", since, until)
    assert (role.since, role.until) == ((since or "").strip() or None, until or None)
    told = newsroom.events()[-1]
    assert (told.action, told.record_id) == (EventAction.SPEAKER_ROLE_ADDED, ana)
    assert told.after == {"role": role.role, "since": role.since, "until": role.until}


def test_a_role_that_is_on_file_is_not_added_twice(local_newsroom: Newsroom) -> None:
    ana = _speaker(local_newsroom)
    local_newsroom.do(desk.add_speaker_role, local_newsroom.chris, ana, "Minister", "2024", None)
    before = local_newsroom.everything()
    local_newsroom.do(desk.add_speaker_role, local_newsroom.chris, ana, "Minister ", "2024", None)
    assert local_newsroom.everything() == before
    with local_newsroom.database.read() as session:
        assert len(session.scalars(select(SpeakerRole)).all()) == 1


@pytest.mark.parametrize(
    ("role", "since", "until", "sentence"),
    [
        (" ", None, None, "Say what the speaker is or was"),
        ("Minister", "last year", None, "«last year» is no date"),
        ("Minister", None, "2024-13", "«2024-13» is no date"),
        ("Minister", "2024", "2023-12-31", "would end (2023-12-31) before it begins (2024)"),
        ("Minister", "2024-08", "2024-07-31", "before it begins"),
    ],
)
def test_a_role_has_a_word_and_dates_that_can_be(
    local_newsroom: Newsroom, role: str, since: str | None, until: str | None, sentence: str
) -> None:
    ana = _speaker(local_newsroom)
    with refused(local_newsroom, InvalidError, sentence):
        local_newsroom.do(desk.add_speaker_role, local_newsroom.chris, ana, role, since, until)


@pytest.mark.parametrize("person", ["rita", "ada", "rea"])
def test_speakers_are_edited_by_checkers_and_editors(local_newsroom: Newsroom, person: str) -> None:
    ana, actor = _speaker(local_newsroom), local_newsroom.people[person]
    with refused(local_newsroom, NotAllowedError, "checker or editor"):
        _edit(local_newsroom, actor, ana, _newest(local_newsroom), note="x")
    with refused(local_newsroom, NotAllowedError, "checker or editor"):
        local_newsroom.do(desk.add_speaker_role, actor, ana, "Minister", None, None)


@pytest.mark.parametrize("number", [0, 99, 2**63])
def test_a_speaker_who_is_not_there_is_named(local_newsroom: Newsroom, number: int) -> None:
    with refused(local_newsroom, NotFoundError, "There is no speaker FP-"):
        local_newsroom.do(desk.add_speaker_role, local_newsroom.chris, number, "Minister", None, None)
