"""Adding many files: each with its outcome, read ahead in several processes, interrupted and gone on with."""

from __future__ import annotations

import multiprocessing
import os
from pathlib import Path

import pytest
from sqlalchemy import func, select

from db.models import Article
from db.vocabulary import CaptureMethod
from firsthand import desk, reading_ahead
from firsthand.adding import MANY, Adding, files_of, jobs_for, read_file
from firsthand.errors import FirsthandError, NotFoundError, StorageFullError, UnreadableText
from firsthand.people import find_desk_row
from firsthand.reading import Incoming, attempt
from firsthand.reading_ahead import readers
from firsthand.taking_in import Known
from firsthand.verification import verify
from tests.firsthand.newsroom import Newsroom
from tests.firsthand.test_taking_in import FEED, STORY, TEASER, TEXT, WHOLE, ended


def _adding(newsroom: Newsroom, *, again: bool = False, jobs: int = 1) -> Adding:
    return Adding(newsroom.database, newsroom.chris, None, Known(), None, again=again, jobs=jobs)


def test_many_files_are_added_each_on_its_own(local_newsroom: Newsroom, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    good, bad = folder / "good.txt", folder / "bad.txt"
    good.write_text(TEXT, encoding="utf-8")
    bad.write_bytes(b"")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    paths = [*files_of([folder]), good, folder / "none.txt"]
    adding = Adding(local_newsroom.database, local_newsroom.chris, None, Known(), None)
    outcomes = list(adding.run(paths))
    assert [outcome.path.name for outcome in outcomes] == ["bad.txt", "good.txt", "good.txt", "none.txt"]
    drafted = outcomes[1].taken.drafts if outcomes[1].taken else 0
    assert adding.counts == {
        "added": 1,
        "captured": 0,
        "known": 1,
        "left_out": 0,
        "failed": 2,
        "drafted": drafted,
    }
    assert adding.summary == f"1 added with {drafted} drafts, 1 known, 2 failed."
    assert [outcome.as_json()["outcome"] for outcome in outcomes] == ["failed", "added", "known", "failed"]
    assert "nothing was changed" in outcomes[2].sentence
    assert "There is no such file" in outcomes[3].sentence


def test_an_interruption_ends_after_the_last_whole_file(
    local_newsroom: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [tmp_path / f"{number}.txt" for number in range(3)]
    for number, path in enumerate(paths):
        path.write_text(f"{TEXT} Number {number}.", encoding="utf-8")
    adding = Adding(local_newsroom.database, local_newsroom.chris, None, Known(), None)

    def interrupted(path: Path) -> bytes:
        if path == paths[1]:
            raise KeyboardInterrupt
        return path.read_bytes()

    monkeypatch.setattr("firsthand.adding.read_file", interrupted)
    assert len(list(adding.run(paths))) == 1
    assert adding.interrupted
    assert adding.summary.startswith("Interrupted. 1 added")
    with local_newsroom.database.read() as session:
        assert session.scalar(select(func.count()).select_from(Article)) == 2


def test_a_folder_without_a_text_is_named(tmp_path: Path) -> None:
    with pytest.raises(FirsthandError, match="is a folder without any"):
        files_of([tmp_path])


def test_a_file_that_cannot_be_read_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    large = tmp_path / "large.txt"
    large.write_bytes(b"x" * 11)
    monkeypatch.setattr("firsthand.adding.MAX_BYTES", 10)
    for path, said in ((tmp_path, "This is a folder"), (large, "larger than"), (tmp_path / "a\0b", "cannot be read")):
        with pytest.raises(UnreadableText, match=said):
            read_file(path)


def test_the_desk_that_is_used_when_nobody_names_one_is_the_newest(local_newsroom: Newsroom) -> None:
    newest = local_newsroom.do(desk.add_desk, local_newsroom.ada, "a", "A desk by its name before all others")
    assert find_desk_row(local_newsroom.database, None).id == newest.id
    assert find_desk_row(local_newsroom.database, "news").id == local_newsroom.desk_id
    with pytest.raises(NotFoundError, match="no desk sport"):
        find_desk_row(local_newsroom.database, "sport")


def test_a_folder_is_searched_for_articles_and_for_feeds_that_are_some(tmp_path: Path) -> None:
    for name in ("a.html", "b.pdf", "c.docx", "d.md", "e.txt", "f.png", "package.json", "sitemap.xml"):
        (tmp_path / name).write_text("{}", encoding="utf-8")
    (tmp_path / "news.xml").write_text(FEED.format(TEASER), encoding="utf-8")
    (tmp_path / "feed.json").write_text('{"version": "https://jsonfeed.org/version/1.1", "items": []}')

    found = [path.name for path in files_of([tmp_path])]

    assert found == ["a.html", "b.pdf", "c.docx", "d.md", "e.txt", "feed.json", "news.xml"]


def test_each_article_of_a_feed_has_an_outcome_of_its_own(local_newsroom: Newsroom, tmp_path: Path) -> None:
    feed = tmp_path / "feed.xml"
    feed.write_text(FEED.format(WHOLE.format("one", STORY) + TEASER), encoding="utf-8")
    adding = _adding(local_newsroom)

    one, strike = adding.run([feed])

    assert one.sentence.startswith(f"✓ {feed}, «one»: FA-000003, ")
    assert strike.sentence.startswith(f"- {feed}, «Strike»: ")
    assert strike.sentence.endswith(" https://evening.example/strike")
    assert strike.as_json()["outcome"] == "left_out"
    assert (adding.counts["added"], adding.counts["left_out"], adding.failed) == (1, 1, 0)
    assert adding.summary.endswith("0 known, 1 left out, 0 failed.")


def test_another_text_at_a_known_address_says_how_to_bring_it(local_newsroom: Newsroom, tmp_path: Path) -> None:
    feed = tmp_path / "feed.xml"
    texts = (STORY, f"{STORY} Corrected.")
    outcomes = []
    for text, again in ((texts[0], False), (texts[1], False), (texts[1], True)):
        feed.write_text(FEED.format(WHOLE.format("one", text)), encoding="utf-8")
        outcomes += _adding(local_newsroom, again=again).run([feed])

    _, told, later = outcomes
    assert "With --again it becomes a later capture of FA-000003" in told.sentence
    assert (told.as_json()["outcome"], told.as_json()["became"]) == ("known", "same_address")
    assert later.sentence == f"✓ {feed}, «one»: a later capture of FA-000003"
    assert later.as_json()["outcome"] == "captured"


def test_several_processes_bring_what_one_does_in_the_same_order(local_newsroom: Newsroom, tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.txt" for number in range(9)]
    for number, path in enumerate(paths):
        path.write_text("" if number == 4 else f"{TEXT} Number {number}.", encoding="utf-8")
    paths.insert(3, tmp_path / "none.txt")
    paths.append(paths[0])
    adding = _adding(local_newsroom, jobs=2)

    outcomes = list(adding.run(paths))

    assert [outcome.path for outcome in outcomes] == paths
    assert [outcome.path.name for outcome in outcomes if outcome.failed] == ["none.txt", "4.txt"]
    assert (adding.counts["added"], adding.counts["known"]) == (8, 1)
    taken = [outcome.taken.article_id for outcome in outcomes[:-1] if outcome.taken]
    assert taken == sorted(taken)
    assert multiprocessing.active_children() == []
    assert verify(local_newsroom.database).problems == ()


def test_an_interruption_ends_the_processes_that_read(
    local_newsroom: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [tmp_path / f"{number}.txt" for number in range(12)]
    for number, path in enumerate(paths):
        path.write_text(f"{TEXT} Number {number}.", encoding="utf-8")
    adding = _adding(local_newsroom, jobs=2)

    def interrupted(path: Path) -> bytes:
        if path == paths[9]:
            raise KeyboardInterrupt
        return path.read_bytes()

    monkeypatch.setattr("firsthand.adding.read_file", interrupted)
    done = list(adding.run(paths))

    assert adding.interrupted
    assert 0 < len(done) < len(paths)
    assert multiprocessing.active_children() == []


def test_a_process_that_dies_costs_its_files_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_ahead, "attempt", ended)
    incoming = Incoming(TEXT.encode(), CaptureMethod.FILE)
    with readers(2) as reader:
        said = reader(incoming)()
    assert isinstance(said, UnreadableText)
    assert "--jobs 1" in str(said)
    assert multiprocessing.active_children() == []


def test_a_fault_of_the_reader_is_an_answer_and_not_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("planted")

    monkeypatch.setattr("firsthand.reading.draft_claims", broken)
    said = attempt(Incoming(TEXT.encode(), CaptureMethod.FILE))
    assert isinstance(said, UnreadableText)
    assert "RuntimeError" in str(said)


def test_a_full_disk_ends_the_run(local_newsroom: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")

    def full(*_: object, **__: object) -> None:
        raise StorageFullError("here")

    monkeypatch.setattr("firsthand.adding.keep", full)
    with pytest.raises(StorageFullError):
        list(_adding(local_newsroom).run([tmp_path / "one.txt"]))


def test_other_processes_are_started_for_many_files_only() -> None:
    assert jobs_for(MANY - 1, None) == 1
    assert jobs_for(MANY, None) == min(len(os.sched_getaffinity(0)), MANY)
    assert jobs_for(3, 8) == 3
    assert jobs_for(100, 1) == 1
