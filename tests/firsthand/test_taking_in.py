from __future__ import annotations

import threading
from pathlib import Path

import pytest
from sqlalchemy import func, select

from db.models import Article, Capture, Claim
from db.vocabulary import CaptureMethod, CaptureOutcome, ClaimOrigin, EventAction, Flag, WorkState
from firsthand import desk
from firsthand.adding import Adding, files_of, read_file
from firsthand.errors import FirsthandError, InvalidError, NotAllowedError, NotFoundError, UnreadableText
from firsthand.people import find_desk_row
from firsthand.taking_in import Incoming, Known, TakenIn, capture_article, capture_source, take_in
from firsthand.verification import verify
from tests.firsthand.desk.refusals import refused
from tests.firsthand.newsroom import Newsroom

TEXT = (
    "Council approves new library\n\n"
    "The council voted 14 to 9 on Tuesday to build a library in Mill Lane, Mayor Joan Peel said on 4 May 2026.\n\n"
    "“We will open the doors in 2028,” she told reporters. The building will cost 12.4 million euros."
)


def _incoming(text: str = TEXT, **fields: object) -> Incoming:
    return Incoming(text.encode(), CaptureMethod.PASTE, **fields)  # type: ignore[arg-type]


def _take(newsroom: Newsroom, incoming: Incoming, person: str = "chris") -> TakenIn:
    newsroom.minute += 1
    return take_in(newsroom.database, newsroom.people[person], newsroom.desk_id, incoming)


def test_an_article_is_captured_and_its_claims_drafted_at_once(newsroom: Newsroom) -> None:
    known = len(newsroom.events())
    taken = _take(newsroom, _incoming())
    assert (taken.title, taken.known) == ("Council approves new library", False)
    with newsroom.database.read() as session:
        capture = session.get_one(Capture, taken.capture_id)
        assert (capture.outcome, capture.size) == (CaptureOutcome.COMPLETE, len(TEXT.encode()))
        assert newsroom.database.blobs.get(str(capture.sha256)) == TEXT.encode()
        claims = session.scalars(select(Claim).where(Claim.article_id == taken.article_id)).all()
        assert len(claims) == taken.drafts > 0
        assert capture.text is not None
        for claim in claims:
            assert claim.literal == capture.text[claim.start : claim.end]
            assert (claim.work_state, claim.origin) == (WorkState.DETECTED, ClaimOrigin.MACHINE)
            assert newsroom.flags(claim) == {Flag.MACHINE_ONLY}
    told = [event.action for event in newsroom.events()[known:]]
    assert told[:2] == [EventAction.ARTICLE_ADDED, EventAction.ARTICLE_CAPTURED]
    assert told[2:] == [EventAction.CLAIM_ADDED] * taken.drafts
    assert verify(newsroom.database).problems == ()


def test_the_same_bytes_again_change_nothing(newsroom: Newsroom) -> None:
    first = _take(newsroom, _incoming(TEXT + " Once."))
    before = newsroom.everything()
    again = _take(newsroom, _incoming(TEXT + " Once."), "ed")
    assert again == TakenIn(first.article_id, first.capture_id, first.title, first.drafts, known=True)
    assert newsroom.everything() == before


def test_what_the_person_knows_goes_before_what_the_text_says(local_newsroom: Newsroom) -> None:
    known = Known(title="Library", author="A. Reporter", publisher="The Daily Example", published="2026-05-05")
    taken = _take(local_newsroom, _incoming(known=known, url="https://news.example.org/library"))
    with local_newsroom.database.read() as session:
        article = session.get_one(Article, taken.article_id)
        assert (article.title, article.author, article.publisher) == ("Library", "A. Reporter", "The Daily Example")
        assert (article.published, article.url) == ("2026-05-05", "https://news.example.org/library")
        assert not article.title_is_description


def test_a_text_without_a_title_is_described_by_how_it_begins(local_newsroom: Newsroom) -> None:
    taken = _take(local_newsroom, _incoming("the council voted on tuesday to build a library. " * 3))
    with local_newsroom.database.read() as session:
        article = session.get_one(Article, taken.article_id)
        assert article.title_is_description
        assert article.title.startswith("«the council voted on tuesday")


@pytest.mark.parametrize("data", [b"", b" \n\t ", bytes(range(256)) * 20, b"%PDF-1.7\n\0\xff\xfe" * 50])
def test_what_is_no_text_leaves_nothing(local_newsroom: Newsroom, data: bytes) -> None:
    with refused(local_newsroom, UnreadableText):
        _take(local_newsroom, Incoming(data, CaptureMethod.UPLOAD))


@pytest.mark.parametrize(
    ("known", "sentence"),
    [
        (Known(published="yesterday"), "is no date"),
        (Known(title="a\0b"), "NUL character"),
        (Known(language="x" * 60), "at most 35 fit"),
    ],
    ids=["date", "title", "language"],
)
def test_what_cannot_be_recorded_leaves_nothing(newsroom: Newsroom, known: Known, sentence: str) -> None:
    with refused(newsroom, InvalidError, sentence):
        _take(newsroom, _incoming(TEXT + sentence, known=known))


@pytest.mark.parametrize("person", ["rita", "ada", "rea"])
def test_nobody_else_takes_articles_in(local_newsroom: Newsroom, person: str) -> None:
    with refused(local_newsroom, NotAllowedError, "may not take articles in"):
        _take(local_newsroom, _incoming(), person)


def test_a_desk_that_is_not_there_takes_nothing_in(local_newsroom: Newsroom) -> None:
    with pytest.raises(NotFoundError, match="no desk 99"):
        take_in(local_newsroom.database, local_newsroom.chris, 99, _incoming())


def test_two_who_take_the_same_article_in_at_once_get_one(newsroom: Newsroom) -> None:
    taken: list[TakenIn] = []
    incoming = _incoming(TEXT + " At once.")
    threads = [threading.Thread(target=lambda: taken.append(_take(newsroom, incoming))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({one.article_id for one in taken}) == 1
    assert sorted(one.known for one in taken) == [False, True, True, True]


def test_a_source_is_captured_with_its_text(newsroom: Newsroom) -> None:
    source_id, _ = newsroom.add_source()
    newsroom.minute += 1
    number = capture_source(newsroom.database, newsroom.chris, source_id, _incoming("Fourteen bridges were closed."))
    with newsroom.database.read() as session:
        capture = session.get_one(Capture, number)
        assert (capture.document_id, capture.text) == (source_id, "Fourteen bridges were closed.")
    with refused(newsroom, NotFoundError, "no source FS-009999"):
        capture_source(newsroom.database, newsroom.chris, 9999, _incoming("Fourteen bridges were closed."))
    with refused(newsroom, NotAllowedError, "may not record captures"):
        capture_source(newsroom.database, newsroom.rea, source_id, _incoming("Fifteen bridges were closed."))


def test_an_article_is_captured_again_and_its_claims_stay_where_they_were_made(newsroom: Newsroom) -> None:
    newsroom.minute += 1
    number = capture_article(newsroom.database, newsroom.chris, newsroom.article_id, _incoming("Bridges opened again."))
    with newsroom.database.read() as session:
        capture = session.get_one(Capture, number)
        assert (capture.document_id, capture.text) == (newsroom.article_id, "Bridges opened again.")
        assert session.get_one(Capture, newsroom.capture_id).text != capture.text
    with refused(newsroom, NotFoundError, "no article FA-009999"):
        capture_article(newsroom.database, newsroom.chris, 9999, _incoming("Bridges opened again."))
    with refused(newsroom, NotAllowedError, "may not record captures"):
        capture_article(newsroom.database, newsroom.rea, newsroom.article_id, _incoming("Bridges opened once more."))


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
    assert adding.counts == {"added": 1, "known": 1, "failed": 2, "drafted": drafted}
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
