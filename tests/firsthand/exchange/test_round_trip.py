from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from db.models import Capture, Claim, Evidence, Passage
from db.session import Database
from db.vocabulary import CaptureMethod, CaptureOutcome, Role, WorkState
from firsthand import desk
from firsthand.desk import SYSTEM, Actor
from firsthand.errors import FirsthandError, NotAllowedError, NotFoundError
from firsthand.exchange.case_files import export_case_file, load_case_file
from firsthand.sample import SAMPLE, load_sample
from firsthand.verification import verify
from tests.firsthand.exchange.records import ODD_TEXT, exported, fill, written
from tests.firsthand.newsroom import Newsroom
from tests.makers import ARTICLE_TEXT

S = WorkState


def _everything(database: Database) -> dict[str, list[tuple[Any, ...]]]:
    return Newsroom(database).everything()


def test_the_sample_case_comes_out_as_it_went_in(database: Database, other: Database, tmp_path: Path) -> None:
    said = load_sample(database)
    assert said.startswith("Loaded «Missiles and an Asian arms race")
    first = exported(database, tmp_path)
    sample = json.loads(SAMPLE.read_text(encoding="utf-8"))
    assert {**first, "title": "", "description": ""} == {**sample, "title": "", "description": ""}
    load_case_file(other, SYSTEM, written(first, tmp_path))
    assert exported(other, tmp_path) == first
    assert verify(database).sound
    assert verify(other).sound


def test_a_desk_with_one_of_everything_comes_out_as_it_went_in(
    full: Newsroom, database: Database, tmp_path: Path
) -> None:
    first = exported(full.database, tmp_path)
    assert {entry["work_state"] for entry in first["claims"]} == {state.value for state in S}
    load_case_file(database, SYSTEM, written(first, tmp_path))
    assert exported(database, tmp_path) == first
    assert verify(database).problems == ()
    with database.read() as session:
        texts = set(session.scalars(select(Capture.text)))
        assert {ODD_TEXT, ARTICLE_TEXT, "Čapek řekl", "", None} <= texts
        captures = session.scalars(select(Capture).where(Capture.sha256.is_not(None))).all()
        assert all(database.blobs.intact(capture.sha256) for capture in captures)
        binary = session.scalars(select(Capture).where(Capture.outcome == CaptureOutcome.NO_TEXT)).one()
        assert database.blobs.get(str(binary.sha256)).startswith(bytes(range(256)))


def test_a_desk_on_postgresql_comes_out_on_sqlite(
    postgresql_database: Database, other: Database, tmp_path: Path
) -> None:
    fill(Newsroom.opened(postgresql_database))
    first = exported(postgresql_database, tmp_path)
    load_case_file(other, SYSTEM, written(first, tmp_path))
    assert exported(other, tmp_path) == first
    assert verify(other).sound


def test_loading_twice_changes_nothing(full: Newsroom, database: Database, tmp_path: Path) -> None:
    path = written(exported(full.database, tmp_path), tmp_path)
    load_case_file(database, SYSTEM, path)
    before = _everything(database)
    assert load_case_file(database, SYSTEM, path).sentence == "«Case» is here already: nothing was changed."
    assert _everything(database) == before


def test_the_desk_goes_on_after_loading(full: Newsroom, database: Database, tmp_path: Path) -> None:
    load_case_file(database, SYSTEM, written(exported(full.database, tmp_path), tmp_path))
    going_on = full.copied(database)
    claim = going_on.at(S.PUBLISHED)
    with database.read() as session:
        assert session.scalar(select(func.max(Claim.id))) == claim.id
    assert verify(database).sound


def test_a_case_gets_new_numbers_beside_other_work_and_keeps_its_references(
    full: Newsroom, database: Database, tmp_path: Path
) -> None:
    own = Newsroom.opened(database)
    mine = own.at(S.PUBLISHED)
    case = exported(full.database, tmp_path)
    case = json.loads(json.dumps(case).replace('"news"', '"guests"'))
    loaded = load_case_file(database, SYSTEM, written(case, tmp_path)).loaded
    assert loaded.counts["claims"] == len(case["claims"])
    assert (loaded.counts["desks"], loaded.counts["people"]) == (1, 0)
    assert own.claim(mine.id).version == mine.version
    with database.read() as session:
        numbers = dict(session.execute(select(Claim.uid, Claim.id)).all())
        assert min(numbers[entry["uid"]] for entry in case["claims"]) > mine.id
        for entry in case["evidence"]:
            piece = session.scalars(select(Evidence).where(Evidence.uid == entry["uid"])).one()
            assert piece.claim_id == numbers[entry["claim"]]
            if piece.passage.capture_id is not None:
                capture = session.get_one(Capture, piece.passage.capture_id)
                assert capture.uid == entry["passage"]["capture"]
                assert capture.document_id == piece.source_id
    assert verify(database).sound


def test_a_part_of_a_desk_can_be_taken_along(full: Newsroom, other: Database, tmp_path: Path) -> None:
    case = exported(full.database, tmp_path, "FA-000001")
    assert len(case["articles"]) == 1
    used = {entry["source"] for entry in case["evidence"]}
    assert {entry["uid"] for entry in case["sources"]} == used
    load_case_file(other, SYSTEM, written(case, tmp_path))
    assert verify(other).sound


def test_a_new_capture_of_a_known_source_is_vouched_for(full: Newsroom, database: Database, tmp_path: Path) -> None:
    load_case_file(database, SYSTEM, written(exported(full.database, tmp_path), tmp_path))
    later = full.copied(full.database)
    with later.database.write() as session:
        source = desk.find_document(session, later.source_id)
        text = "A later edition."
        sha256 = later.database.blobs.put(text.encode())
        new = desk.NewCapture(CaptureMethod.PASTE, sha256, len(text), "text/plain", text, "plain")
        desk.record_capture(session, later.chris, source, new)
    outcome = load_case_file(database, SYSTEM, written(exported(later.database, tmp_path), tmp_path))
    assert outcome.loaded.counts["captures"] == 1
    assert verify(database).sound


def test_passages_are_shared_as_they_were(full: Newsroom, other: Database, tmp_path: Path) -> None:
    load_case_file(other, SYSTEM, written(exported(full.database, tmp_path), tmp_path))
    counts = []
    for record in (full.database, other):
        with record.read() as session:
            counts.append(session.scalar(select(func.count()).select_from(Passage)))
    assert counts[0] == counts[1]


def test_the_sample_stays_out_of_a_record_with_other_work(local_newsroom: Newsroom) -> None:
    before = local_newsroom.everything()
    with pytest.raises(FirsthandError, match="holds work of your own"):
        load_sample(local_newsroom.database)
    assert local_newsroom.everything() == before


def test_the_sample_is_loaded_once(sqlite_database: Database) -> None:
    load_sample(sqlite_database)
    before = _everything(sqlite_database)
    assert load_sample(sqlite_database) == "The sample case is loaded already."
    assert _everything(sqlite_database) == before


def test_a_file_that_is_there_is_not_written_over(full: Newsroom, tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    path.write_text("mine")
    with pytest.raises(FirsthandError, match="say --replace"):
        export_case_file(full.database, path, title="Case")
    assert path.read_text() == "mine"
    assert [file.name for file in tmp_path.iterdir()] == ["mine.json"]


@pytest.mark.parametrize("ref", ["FA-000099", "FS-000001", "nonsense", "FA-", "FA-99999999999999999999"])
def test_an_article_that_is_not_there_is_not_exported(full: Newsroom, tmp_path: Path, ref: str) -> None:
    with pytest.raises(NotFoundError, match="no article"):
        export_case_file(full.database, tmp_path / "case.json", title="Case", articles=[ref])
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_to_is_named(full: Newsroom, tmp_path: Path) -> None:
    with pytest.raises(FirsthandError, match="cannot be written"):
        export_case_file(full.database, tmp_path / "nowhere" / "case.json", title="Case")


def test_the_file_warns_of_what_it_holds(full: Newsroom, tmp_path: Path) -> None:
    said = export_case_file(full.database, tmp_path / "case.json", title="Case").sentence
    assert "unsigned work, names and notes" in said


def test_readers_load_no_cases(local_newsroom: Newsroom, tmp_path: Path) -> None:
    case = {"format": "firsthand-case/1", "desks": [{"slug": "new", "name": "New"}]}
    rea = Actor(local_newsroom.rea.id, "rea@desk.example", "Rea", frozenset({Role.READER}))
    with pytest.raises(NotAllowedError, match="may not load cases"):
        load_case_file(local_newsroom.database, rea, written(case, tmp_path))
