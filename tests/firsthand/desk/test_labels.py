from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from db.models import FindingLabel
from db.vocabulary import EventAction, RecordType
from firsthand import desk
from firsthand.desk.labels import CODES
from firsthand.errors import ConflictError, InvalidError, NotAllowedError, NotFoundError
from firsthand.verification import verify
from tests.firsthand.desk.refusals import refused
from tests.firsthand.newsroom import Newsroom

DEFAULTS = {code: code.replace("_", " ") for code in CODES} | {"open": "open", "conflicting": "sources conflict"}


def _words(newsroom: Newsroom) -> dict[str, str]:
    with newsroom.database.read() as session:
        return {row.code: row.word for row in session.scalars(select(FindingLabel))}


def _name(newsroom: Newsroom, person: Any, code: str, word: str, seen: str) -> None:
    newsroom.do(desk.set_label, person, code, word, seen=seen, defaults=DEFAULTS)


def test_a_finding_is_renamed_twice_and_gets_its_own_word_back(newsroom: Newsroom) -> None:
    told = len(newsroom.events())
    _name(newsroom, newsroom.ed, "supported", "  holds   up ", "supported")
    _name(newsroom, newsroom.ada, "supported", "true", "holds up")
    assert _words(newsroom) == {"supported": "true"}
    _name(newsroom, newsroom.ada, "supported", "supported", "true")
    assert _words(newsroom) == {}
    events = newsroom.events()[told:]
    assert [(event.action, event.record_type, event.record_id) for event in events] == [
        (EventAction.LABEL_SET, RecordType.DESK, newsroom.desk_id)
    ] * 3
    assert [(event.before, event.after) for event in events][1] == (
        {"finding": "supported", "word": "holds up"},
        {"finding": "supported", "word": "true"},
    )
    assert verify(newsroom.database).sound


def test_the_word_that_a_finding_has_already_changes_nothing(local_newsroom: Newsroom) -> None:
    before = local_newsroom.everything()
    _name(local_newsroom, local_newsroom.ed, "denied", "denied", "anything")
    assert local_newsroom.everything() == before


@pytest.mark.parametrize(
    "word",
    [
        "",
        " ",
        "x" * 41,
        "a\x00b",
        ":red[x]",
        "**bold**",
        "[a](b)",
        "<b>",
        "1. first",
        "- dash",
        "$x$",
        "www.x",
        "a\u202eb",
    ],
)
def test_a_word_is_a_word_wherever_it_is_shown(local_newsroom: Newsroom, word: str) -> None:
    with refused(local_newsroom, InvalidError):
        _name(local_newsroom, local_newsroom.ed, "supported", word, "supported")


@pytest.mark.parametrize("word", ["Misleading", "open", "sources conflict", "denied"])
def test_no_two_are_called_the_same(local_newsroom: Newsroom, word: str) -> None:
    with refused(local_newsroom, InvalidError, "already"):
        _name(local_newsroom, local_newsroom.ed, "supported", word, "supported")


def test_a_word_that_is_free_again_is_free_for_its_own_finding_only(local_newsroom: Newsroom) -> None:
    _name(local_newsroom, local_newsroom.ed, "misleading", "half-true", "misleading")
    with refused(local_newsroom, InvalidError, "already"):
        _name(local_newsroom, local_newsroom.ed, "supported", "misleading", "supported")
    with refused(local_newsroom, InvalidError, "already"):
        _name(local_newsroom, local_newsroom.ed, "supported", "Half-True", "supported")


@pytest.mark.parametrize("word", ["bestätigt", "подтверждено", "真实", "มีหลักฐาน", "so (mostly)", "it's so"])
def test_a_word_may_be_of_any_language(local_newsroom: Newsroom, word: str) -> None:
    _name(local_newsroom, local_newsroom.ed, "supported", word, "supported")
    assert _words(local_newsroom) == {"supported": word}


def test_whoever_saw_another_word_is_told(local_newsroom: Newsroom) -> None:
    _name(local_newsroom, local_newsroom.ed, "outdated", "old", "outdated")
    with refused(local_newsroom, ConflictError, "you saw «outdated», it is now «old»"):
        _name(local_newsroom, local_newsroom.ada, "outdated", "past", "outdated")


@pytest.mark.parametrize("code", ["", "open", "recheck", "primary", "no such"])
def test_only_findings_are_renamed(local_newsroom: Newsroom, code: str) -> None:
    with refused(local_newsroom, NotFoundError, "There is no finding"):
        _name(local_newsroom, local_newsroom.ed, code, "word", code)


@pytest.mark.parametrize("person", ["chris", "rita", "rea"])
def test_findings_are_renamed_by_editors_and_administrators(local_newsroom: Newsroom, person: str) -> None:
    with refused(local_newsroom, NotAllowedError, "administrator or editor"):
        _name(local_newsroom, local_newsroom.people[person], "supported", "true", "supported")
