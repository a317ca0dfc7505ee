"""Each way for a case file to be wrong: the place is named, and nothing of it stays."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from db.session import Database
from firsthand.desk import SYSTEM
from firsthand.errors import UnreadableCase
from firsthand.exchange.case_files import load_case_file
from tests.firsthand.exchange.records import exported, written
from tests.firsthand.exchange.test_hand_written import minimal
from tests.firsthand.newsroom import Newsroom

Case = dict[str, Any]
NOT_JSON = {
    "nothing": b"",
    "a picture": b"\x89PNG\r\n\x1a\n\0\0",
    "half a file": b'{"format": "firsthand-case/1", "desks": [',
    "no UTF-8": '{"format": "Čapek"}'.encode("iso-8859-2"),
    "brackets without end": b"[" * 100_000,
    "no number": b'{"format": "firsthand-case/1", "events": [{"after": {"x": NaN}}]}',
    "a number that nobody reads": b'{"format": ' + b"9" * 5_000 + b"}",
}


@pytest.mark.parametrize("kind", NOT_JSON)
def test_what_is_no_json_is_no_case(sqlite_database: Database, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "case.json"
    path.write_bytes(NOT_JSON[kind])
    with pytest.raises(UnreadableCase, match="is no case file: it is not JSON"):
        load_case_file(sqlite_database, SYSTEM, path)


def test_a_file_that_is_not_there_or_a_folder_is_named(sqlite_database: Database, tmp_path: Path) -> None:
    with pytest.raises(UnreadableCase, match="There is no file"):
        load_case_file(sqlite_database, SYSTEM, tmp_path / "none.json")
    with pytest.raises(UnreadableCase, match="is a folder"):
        load_case_file(sqlite_database, SYSTEM, tmp_path)


def _set(*way: str | int, to: object) -> Callable[[Case], None]:
    def change(case: Case) -> None:
        inside: Any = case
        for step in way[:-1]:
            inside = inside[step]
        inside[way[-1]] = to

    return change


def _without(*way: str | int) -> Callable[[Case], None]:
    def change(case: Case) -> None:
        inside: Any = case
        for step in way[:-1]:
            inside = inside[step]
        del inside[way[-1]]

    return change


def _twice(name: str, **other: object) -> Callable[[Case], None]:
    return lambda case: case[name].append(copy.deepcopy(case[name][0]) | other)


def _event(**fields: object) -> Callable[[Case], None]:
    event = {
        "at": "2026-03-02T12:00:00+00:00",
        "actor": "x",
        "action": "claim:record:added",
        "record_type": "claim",
        "record": "k1",
    }
    return lambda case: case.update(events=[event | fields])


def _reference(**fields: object) -> Callable[[Case], None]:
    link = {"capture": "c1", "place": 0, "href": "https://x.example", "words": "here"}
    return lambda case: case.update(references=[link | fields])


BROKEN: dict[str, tuple[Callable[[Case], None], str]] = {
    "no format": (_without("format"), "This is no case file"),
    "another format": (_set("format", to="something/1"), "This is no case file"),
    "a newer format": (_set("format", to="firsthand-case/2"), "this version of Firsthand reads firsthand-case/1"),
    "a list that is none": (_set("claims", to={}), "claims: expected a list, found dict"),
    "a list that is null": (_set("captures", to=None), "captures: expected a list"),
    "an entry that is none": (_set("claims", 0, to="k1"), "claims[0]: expected an object, found str"),
    "no key": (_without("articles", 0, "uid"), "articles[0].uid: missing"),
    "an empty key": (_set("captures", 0, "uid", to=""), "captures[0].uid: missing"),
    "a key that is a number": (_set("claims", 0, "uid", to=7), "claims[0].uid: missing"),
    "a key twice": (_twice("articles"), "articles[1]: «a1» stands there twice"),
    "a person twice": (_twice("people"), "people[1]: «chris@desk.example» stands there twice"),
    "an article that is a source, too": (_set("sources", 0, "uid", to="a1"), "sources[0]: «a1» is an article already"),
    "a field that is missing": (_without("claims", 0, "statement"), "claims[0].statement: missing"),
    "an article without a desk": (_without("articles", 0, "desk"), "articles[0].desk: missing"),
    "a source of no kind": (_without("sources", 0, "source_kind"), "sources[0].source_kind: missing"),
    "a word that is none": (_set("claims", 0, "claim_type", to="rumour"), "claims[0].claim_type: 'rumour' is none of"),
    "text that is a number": (_set("claims", 0, "statement", to=14), "claims[0].statement: expected text, found 14"),
    "a number that is text": (_set("claims", 0, "start", to="30"), "claims[0]: needs a capture"),
    "a number that is a truth": (_set("claims", 0, "version", to=True), "claims[0].version: expected a whole number"),
    "a number beyond all": (_set("claims", 0, "version", to=2**70), "claims[0].version: expected a whole number"),
    "a number with a fraction": (_set("claims", 0, "version", to=1.5), "claims[0].version: expected a whole number"),
    "a truth that is text": (_set("claims", 0, "checkable", to="yes"), "claims[0].checkable: expected true or false"),
    "no time": (_set("claims", 0, "state_since", to="noon"), "claims[0].state_since: expected a time"),
    "a time without its zone": (_set("claims", 0, "state_since", to="2026-03-02T12:00:00"), "the time needs its zone"),
    "a time before all time": (
        _set("claims", 0, "state_since", to="0001-01-01T00:00:00+23:00"),
        "claims[0].state_since: expected a time",
    ),
    "no day": (_set("claims", 0, "hold_until", to="soon"), "claims[0].hold_until: expected a day"),
    "no date": (_set("claims", 0, "said_on", to="2026-13"), "claims[0].said_on: write 2024"),
    "no date of a source": (_set("sources", 0, "published", to="2026-02-30"), "sources[0]: «2026-02-30» is no date"),
    "an address that runs": (_set("sources", 0, "url", to="javascript:alert(1)"), "sources[0]: An address starts with"),
    "no title": (_set("articles", 0, "title", to=" "), "articles[0]: Give it a title"),
    "a NUL": (_set("claims", 0, "statement", to="a\0b"), "claims[0].statement: holds a NUL character"),
    "half a character": (
        _set("claims", 0, "statement", to="a\ud800"),
        "claims[0].statement: holds half of a character",
    ),
    "half a character in a text": (_twice("captures", uid="c3", text="a\ud800"), "captures[2].text: holds half of a"),
    "a word too long": (
        _set("people", 0, "email", to="x" * 321),
        "people[0].email: has 321 characters, at most 320 fit",
    ),
    "a desk that is not there": (_twice("articles", uid="a2", desk="sport"), "articles[1].desk: there is no such"),
    "a document that is not there": (_twice("captures", uid="c3", document="s9"), "captures[2].document: there is no"),
    "a claim that is not there": (_set("searches", 0, "claim", to="k9"), "searches[0].claim: there is no such entry"),
    "a person who is not there": (_set("reviews", 0, "reviewer", to="x@y"), "reviews[0].reviewer: there is no such"),
    "an article that is a source": (_set("claims", 0, "article", to="s1"), "claims[0].article: this is a source"),
    "a source that is an article": (_set("evidence", 0, "source", to="a1"), "evidence[0].source: this is an article"),
    "another desk than the article's": (
        lambda case: (case["desks"].append({"slug": "sport", "name": "Sport"}), case["claims"][0].update(desk="sport")),  # type: ignore[func-returns-value]
        "claims[0].desk: is another one than its article's",
    ),
    "another document's capture": (
        _set("claims", 0, "capture", to="c2"),
        "claims[0].capture: this is no capture of its article",
    ),
    "another source's capture": (
        _set("evidence", 0, "passage", "capture", to="c1"),
        "evidence[0].passage.capture: this is no capture of its source",
    ),
    "words that stand elsewhere": (
        _set("claims", 0, "literal", to="the state"),
        "claims[0].literal: these words do not",
    ),
    "an end beyond the text": (_set("claims", 0, "end", to=10_000), "claims[0].literal: these words do not stand"),
    "a start before the text": (_set("claims", 0, "start", to=-5), "claims[0].literal: these words do not stand"),
    "a passage that stands elsewhere": (
        _set("evidence", 0, "passage", "exact", to="15 bridges"),
        "evidence[0].passage.exact: these words do not stand",
    ),
    "a passage without its end": (_without("evidence", 0, "passage", "end"), "evidence[0].passage: needs a capture"),
    "no passage": (_without("evidence", 0, "passage"), "evidence[0].passage: expected an object"),
    "a text that was changed": (_set("captures", 0, "text_sha256", to="0" * 64), "captures[0].text: is not the text"),
    "bytes that were changed": (_set("captures", 0, "sha256", to="0" * 64), "captures[0].bytes: are not the bytes"),
    "bytes that are none": (_set("captures", 0, "bytes", to="?!"), "captures[0].bytes: this is not base64"),
    "a role that is none": (_set("people", 0, "roles", to=["king"]), "people[0].roles: 'king' is none of reader"),
    "a role twice": (
        _set("people", 0, "roles", to=["reader", "reader"]),
        "people[0].roles: «reader» stands there twice",
    ),
    "roles that are no list": (_set("people", 0, "roles", to="reader"), "people[0].roles: expected a list, found str"),
    "roles that are a number": (_set("people", 0, "roles", to=3), "people[0].roles: expected a list, found int"),
    "a flag that is none": (_set("claims", 0, "flags", to=["red"]), "claims[0].flags: 'red' is none of"),
    "flags that are no list": (_set("claims", 0, "flags", to=1), "claims[0].flags: expected a list"),
    "a speaker's role that is none": (
        _set("speakers", to=[{"uid": "p1", "name": "Ana", "kind": "person", "roles": ["minister"]}]),
        "speakers[0].roles: expected objects with a «role»",
    ),
    "a speaker's role without a date": (
        _set("speakers", to=[{"uid": "p1", "name": "Ana", "kind": "person", "roles": [{"role": "x", "since": 2024}]}]),
        "speakers[0].roles: «since» and «until» are dates",
    ),
    "a claim's number that is none": (_set("claims", 0, "number", to=0), "claims[0].number: expected a whole number"),
    "a claim's number beyond all": (_set("claims", 0, "number", to=2**62), "claims[0].number: expected a whole number"),
    "a claim's number twice": (_twice("claims", uid="k2", number=1), "claims[1].number: 1 stands there twice"),
    "a state without what it needs": (
        _set("claims", 0, "work_state", to="on_hold"),
        "its records contradict each other",
    ),
    "a signature on something else": (
        lambda case: case["claims"][0].update(
            work_state="signed_off",
            signed_by="chris@desk.example",
            signed_at="2026-03-02T12:00:00+00:00",
            content_hash="0" * 64,
            substance_finding="supported",
            attribution_finding="no_speaker",
        ),
        "claims[0].content_hash: the claim was changed after it was signed",
    ),
    "a relation with itself": (
        _set("claim_relations", to=[{"claim": "k1", "other": "k1", "kind": "repeats"}]),
        "its records contradict each other",
    ),
    "a reference without its address": (
        _set("references", to=[{"capture": "c1", "place": 0, "words": "here"}]),
        "references[0].href: missing",
    ),
    "a reference in a source": (_reference(capture="c2"), "references[0].capture: this is a capture of a source"),
    "a reference in nothing": (_reference(capture="c9"), "references[0].capture: there is no such entry"),
    "a reference to an article": (_reference(source="a1"), "references[0].source: this is an article"),
    "a reference to nothing": (_reference(source="s9"), "references[0].source: there is no such entry"),
    "a reference beyond the text": (_reference(start=0, end=10_000), "references[0]: 0 to 10000 is no place"),
    "a reference without its end": (_reference(start=0), "references[0]: needs a capture"),
    "a reference's place twice": (
        _set("references", to=[{"capture": "c1", "place": 0, "href": "https://x.example", "words": ""}] * 2),
        "its records contradict each other",
    ),
    "a resemblance to nothing": (
        _set("resemblances", to=[{"claim": "k1", "other": "k9", "score": 1}]),
        "resemblances[0].other: there is no such entry",
    ),
    "a resemblance with itself": (
        _set("resemblances", to=[{"claim": "k1", "other": "k1", "score": 1}]),
        "its records contradict each other",
    ),
    "a worth beyond the whole": (_set("claims", 0, "worth", to=1001), "its records contradict each other"),
    "a reading that is no object": (_set("claims", 0, "reading", to=[]), "claims[0].reading: expected an object"),
    "an event about nothing": (_event(record="k9"), "events[0].record: there is no such entry under «claims»: 'k9'"),
    "an event of another kind": (_event(record_type="source"), "events[0].record: there is no such entry"),
    "an event that nobody knows": (_event(action="claim:eaten"), "events[0].action: 'claim:eaten' is none of"),
    "an event of another loading": (
        _event(action="desk:case:loaded", record_type="desk", record="news"),
        "events[0].action: the loading of another case",
    ),
    "an event with what is no object": (_event(after=["x"]), "events[0].after: expected an object"),
    "an event with half a character": (_event(after={"x": "\ud800"}), "events[0].after: cannot be kept"),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_case_is_refused_with_its_place_and_leaves_nothing(
    sqlite_database: Database, tmp_path: Path, kind: str
) -> None:
    change, sentence = BROKEN[kind]
    case = minimal()
    change(case)
    path = tmp_path / "case.json"
    path.write_text(json.dumps(case), encoding="utf-8")
    record = Newsroom(sqlite_database)
    before = record.everything()
    with pytest.raises(UnreadableCase) as raised:
        load_case_file(sqlite_database, SYSTEM, path)
    assert sentence in str(raised.value)
    assert record.everything() == before
    assert sqlite_database.checkpoints.read() == []


@pytest.mark.parametrize("kind", ["a state without what it needs", "a NUL", "a word too long", "a number beyond all"])
def test_postgresql_refuses_the_same_in_the_same_words(
    postgresql_database: Database, tmp_path: Path, kind: str
) -> None:
    change, sentence = BROKEN[kind]
    case = minimal()
    change(case)
    with pytest.raises(UnreadableCase) as raised:
        load_case_file(postgresql_database, SYSTEM, written(case, tmp_path))
    assert sentence in str(raised.value)
    assert not any(Newsroom(postgresql_database).everything().values())


def test_a_known_capture_with_another_text_is_refused(sqlite_database: Database, tmp_path: Path) -> None:
    case = minimal()
    load_case_file(sqlite_database, SYSTEM, written(case, tmp_path))
    longer = "Yesterday. " + case["captures"][0]["text"]
    case["captures"][0]["text"] = longer
    claim = copy.deepcopy(case["claims"][0]) | {"uid": "k2"}
    case["claims"] = [claim | {"start": claim["start"] + 11, "end": claim["end"] + 11}]
    case |= {"evidence": [], "reviews": [], "searches": []}
    before = Newsroom(sqlite_database).everything()
    with pytest.raises(UnreadableCase, match=r"captures\[0\]: is here already, with another text"):
        load_case_file(sqlite_database, SYSTEM, written(case, tmp_path))
    assert Newsroom(sqlite_database).everything() == before


def test_a_changed_statement_of_a_signed_claim_shows(full: Newsroom, sqlite_database: Database, tmp_path: Path) -> None:
    case = exported(full.database, tmp_path)
    signed = next(place for place, entry in enumerate(case["claims"]) if entry["work_state"] == "signed_off")
    case["claims"][signed]["statement"] += "!"
    with pytest.raises(UnreadableCase, match="the claim was changed after it was signed"):
        load_case_file(sqlite_database, SYSTEM, written(case, tmp_path))
