from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Any

import pytest

from db.models import Capture, Source
from db.vocabulary import (
    CaptureMethod,
    CaptureOutcome,
    EventAction,
    Flag,
    SourceKind,
    SourceRelationKind,
    SpeakerKind,
    Tier,
    WorkState,
)
from firsthand import desk
from firsthand.desk.content import capture_digest
from firsthand.errors import ConflictError, InvalidError, NotAllowedError, NotFoundError
from tests.firsthand.desk.refusals import refused
from tests.firsthand.newsroom import Newsroom

S = WorkState
FIELDS = desk.DocumentFields(" Annual report ", publisher=" ", url="https://example.org/report", published="2026-02")
LOST = desk.NewCapture(
    CaptureMethod.FETCH, "", 0, "text/html", None, None, outcome=CaptureOutcome.GONE, reason="410 Gone"
)


def test_a_source_is_added_tidied_and_told(newsroom: Newsroom) -> None:
    source = newsroom.do(desk.add_source, newsroom.ed, SourceKind.STUDY, FIELDS)
    assert (source.title, source.publisher, source.source_kind) == ("Annual report", None, SourceKind.STUDY)
    told = newsroom.events()[-1]
    assert (told.action, told.record_id, told.actor) == (EventAction.SOURCE_ADDED, source.id, "ed@desk.example")
    assert told.after == {"uid": source.uid, "title": "Annual report", "kind": "study"}


@pytest.mark.parametrize(
    ("overrides", "sentence"),
    [
        ({"title": " "}, "Give it a title"),
        ({"published": "yesterday"}, "«yesterday» is no date"),
        ({"url": "javascript:alert(1)"}, "An address starts with http"),
        ({"url": "ftp://example.org"}, "An address starts with http"),
        ({"url": "https://example.org/" + "é" * 2000}, "An address has at most 2,000 characters"),
        ({"language": "x" * 36}, "The language has 36 characters, at most 35 fit."),
    ],
    ids=lambda value: str(value)[:40],
)
def test_what_cannot_be_recorded_of_a_document_is_refused(
    newsroom: Newsroom, overrides: dict[str, Any], sentence: str
) -> None:
    fields = replace(FIELDS, **overrides)
    with refused(newsroom, InvalidError, sentence):
        newsroom.do(desk.add_source, newsroom.chris, SourceKind.OTHER, fields)
    with refused(newsroom, InvalidError, sentence):
        newsroom.do(desk.add_article, newsroom.chris, newsroom.desk_id, fields)


@pytest.mark.parametrize("person", ["rita", "ada", "rea"])
def test_nobody_else_adds_documents_captures_or_speakers(local_newsroom: Newsroom, person: str) -> None:
    actor = local_newsroom.people[person]
    source = local_newsroom.do(desk.add_source, local_newsroom.chris, SourceKind.OTHER, FIELDS)
    for deed, given in (
        (desk.add_source, (SourceKind.OTHER, FIELDS)),
        (desk.add_article, (local_newsroom.desk_id, FIELDS)),
        (desk.edit_source, (source.id, 1, SourceKind.LAW, FIELDS)),
        (desk.edit_article, (local_newsroom.article_id, 1, FIELDS)),
        (desk.record_capture, (source, LOST)),
        (desk.relate_sources, (source.id, local_newsroom.source_id, SourceRelationKind.QUOTES)),
        (desk.find_or_add_speaker, ("Ana Petrov", SpeakerKind.PERSON)),
    ):
        with refused(local_newsroom, NotAllowedError, "takes the role of checker or editor"):
            local_newsroom.do(deed, actor, *given)


def test_a_corrected_source_tells_what_it_was_and_settles_its_claims(newsroom: Newsroom) -> None:
    source_id, capture_id = newsroom.add_source("14 bridges were closed to traffic", published=None)
    claim = newsroom.at(S.OPEN)
    draft = newsroom.evidence(source_id=source_id, capture_id=capture_id, start=0, end=10)
    newsroom.on(claim, desk.add_evidence, newsroom.chris, draft)
    assert newsroom.flags(claim) == set()
    fields = desk.DocumentFields("Annual report", published="2026-04", language="en")
    newsroom.do(desk.edit_source, newsroom.ed, source_id, 1, SourceKind.OFFICIAL_DOCUMENT, fields)
    assert newsroom.flags(claim) == {Flag.AFTER_CLAIM_DATE}
    told = newsroom.events()[-1]
    assert (told.action, told.before, told.after) == (
        EventAction.SOURCE_CHANGED,
        {"published": None},
        {"published": "2026-04"},
    )
    before = newsroom.everything()
    newsroom.do(desk.edit_source, newsroom.ed, source_id, 2, SourceKind.OFFICIAL_DOCUMENT, fields)
    assert newsroom.everything() == before


def test_a_source_that_somebody_else_corrected_is_a_conflict(newsroom: Newsroom) -> None:
    source = newsroom.do(desk.add_source, newsroom.chris, SourceKind.OTHER, FIELDS)
    newsroom.do(desk.edit_source, newsroom.ed, source.id, 1, SourceKind.LAW, FIELDS)
    with refused(
        newsroom, ConflictError, "changed by ed@desk.example after you opened it (you saw version 1, it is now 2)"
    ):
        newsroom.do(desk.edit_source, newsroom.chris, source.id, 1, SourceKind.STUDY, FIELDS)


def test_a_capture_is_told_with_the_digest_of_its_row(newsroom: Newsroom) -> None:
    source_id, capture_id = newsroom.add_source("Čapek řekl 漢字 قال")
    told = newsroom.events(EventAction.SOURCE_CAPTURED)[-1]
    with newsroom.database.read() as session:
        capture, source = session.get_one(Capture, capture_id), session.get_one(Source, source_id)
        assert capture.text is not None
        assert capture.text_sha256 == hashlib.sha256(capture.text.encode()).hexdigest()
        assert told.after is not None
        assert told.after["digest"] == capture_digest(capture, source.uid)


def test_a_page_that_is_gone_flags_the_claims_that_rest_on_it(newsroom: Newsroom) -> None:
    source_id, capture_id = newsroom.add_source("14 bridges were closed to traffic")
    claim = newsroom.at(S.SIGNED_OFF)
    draft = newsroom.evidence(source_id=source_id, capture_id=capture_id, start=0, end=10)
    newsroom.on(claim, desk.add_evidence, newsroom.chris, draft)
    with newsroom.database.write() as session:
        source = desk.find_document(session, source_id)
        gone = replace(LOST, sha256=None)  # type: ignore[arg-type]
        desk.record_capture(session, newsroom.dated(desk.Actor.machine("watcher")), source, gone)
    assert Flag.DEAD_LINK in newsroom.flags(claim)
    assert newsroom.events()[-1].why == "410 Gone"


def test_reprints_count_as_one_origin_along_the_whole_way(newsroom: Newsroom) -> None:
    sources = [newsroom.add_source(f"14 bridges, says agency {number}") for number in range(3)]
    claim = newsroom.at(S.OPEN)
    for source_id, capture_id in (sources[0], sources[2]):
        draft = newsroom.evidence(source_id=source_id, capture_id=capture_id, start=0, end=10, tier=Tier.SECONDARY)
        newsroom.on(claim, desk.add_evidence, newsroom.chris, draft)
    assert newsroom.flags(claim) == {Flag.SECONDARY_ONLY}
    one, between, other = (source_id for source_id, _ in sources)
    newsroom.do(desk.relate_sources, newsroom.chris, one, between, SourceRelationKind.QUOTES)
    newsroom.do(desk.relate_sources, newsroom.chris, one, between, SourceRelationKind.REPRINTS)
    assert newsroom.flags(claim) == {Flag.SECONDARY_ONLY}
    newsroom.do(desk.relate_sources, newsroom.chris, other, between, SourceRelationKind.DERIVED_FROM)
    assert newsroom.flags(claim) == {Flag.SECONDARY_ONLY, Flag.SINGLE_ORIGIN}
    before = newsroom.everything()
    newsroom.do(desk.relate_sources, newsroom.chris, other, between, SourceRelationKind.DERIVED_FROM)
    assert newsroom.everything() == before
    with refused(newsroom, InvalidError, "cannot be related to itself"):
        newsroom.do(desk.relate_sources, newsroom.chris, one, one, SourceRelationKind.QUOTES)


def test_a_speaker_is_found_by_name_or_added(newsroom: Newsroom) -> None:
    speaker = newsroom.do(desk.find_or_add_speaker, newsroom.chris, "  Željka \n Antunović ", SpeakerKind.PERSON, "MP")
    assert speaker.name == "Željka Antunović"
    before = newsroom.everything()
    again = newsroom.do(desk.find_or_add_speaker, newsroom.ed, "Željka Antunović", SpeakerKind.BODY)
    assert again.id == speaker.id
    assert newsroom.everything() == before
    for name in (" ", "x" * 2001):
        with refused(newsroom, InvalidError, "name"):
            newsroom.do(desk.find_or_add_speaker, newsroom.chris, name, SpeakerKind.PERSON)


@pytest.mark.parametrize("number", [0, -1, 9999, 2**63])
def test_documents_and_desks_that_are_not_there_are_named(newsroom: Newsroom, number: int) -> None:
    for deed, given in (
        (desk.add_article, (number, FIELDS)),
        (desk.edit_source, (number, 1, SourceKind.LAW, FIELDS)),
        (desk.relate_sources, (number, newsroom.source_id, SourceRelationKind.QUOTES)),
    ):
        with refused(newsroom, NotFoundError, "There is no"):
            newsroom.do(deed, newsroom.chris, *given)
    with refused(newsroom, NotFoundError, "no document"):
        newsroom.do(desk.find_document, number)


def test_an_article_is_corrected_and_told(newsroom: Newsroom) -> None:
    article_id = newsroom.add_article("Bridges were closed.", author="A. Writer")
    fields = desk.DocumentFields("Bridges closed", url="https://example.org/bridges", published="2026-03")

    article = newsroom.do(desk.edit_article, newsroom.ed, article_id, 1, fields)

    assert (article.title, article.author, article.url, article.version) == (
        "Bridges closed",
        None,
        "https://example.org/bridges",
        2,
    )
    told = newsroom.events()[-1]
    assert (told.action, told.record_id) == (EventAction.ARTICLE_CHANGED, article_id)
    assert (told.before or {})["author"] == "A. Writer"
    before = len(newsroom.events())
    assert newsroom.do(desk.edit_article, newsroom.ed, article_id, 2, fields).version == 2
    assert len(newsroom.events()) == before
    with refused(newsroom, ConflictError, "The article was changed by ed@desk.example"):
        newsroom.do(desk.edit_article, newsroom.chris, article_id, 1, FIELDS)


def test_an_article_of_another_date_flags_the_claims_that_are_checked_against_later_sources(
    newsroom: Newsroom,
) -> None:
    claim = newsroom.do(desk.add_claim, newsroom.chris, newsroom.new_claim(speaker_as_named=None, cue=None))
    newsroom.on(claim, desk.take_up, newsroom.chris)
    newsroom.on(claim, desk.add_evidence, newsroom.chris, newsroom.evidence())
    assert Flag.AFTER_CLAIM_DATE not in newsroom.flags(claim)
    with newsroom.database.read() as session:
        version = desk.find_document(session, newsroom.article_id).version
    fields = desk.DocumentFields("Minister questioned", published="2024-05-01", language="en")

    newsroom.do(desk.edit_article, newsroom.chris, newsroom.article_id, version, fields)

    assert Flag.AFTER_CLAIM_DATE in newsroom.flags(claim)
    now = desk.DocumentFields("Minister questioned", published="2026-03-01", language="en")
    newsroom.do(desk.edit_article, newsroom.chris, newsroom.article_id, version + 1, now)
    assert Flag.AFTER_CLAIM_DATE not in newsroom.flags(claim)
