from __future__ import annotations

import datetime as dt

import pytest

from db.models import Source
from db.queries import attestations
from db.vocabulary import Archive, AttestationState, EventAction
from firsthand import desk
from firsthand.desk.attesting import Attested, attest
from firsthand.desk.filling import Told, fill_source
from firsthand.errors import ConflictError, InvalidError, NotAllowedError, NotFoundError
from tests.firsthand.newsroom import Newsroom
from tests.makers import NOON

DONE = Attested(AttestationState.DONE, address="https://archive.example/1", archived_at=NOON)


def test_an_answer_that_says_nothing_new_leaves_no_event(newsroom: Newsroom) -> None:
    pending = Attested(AttestationState.PENDING, ticket="t-1")
    row = newsroom.do(attest, newsroom.chris, newsroom.capture_id, Archive.WAYBACK, pending)
    events = len(newsroom.events())
    newsroom.do(attest, newsroom.chris, newsroom.capture_id, Archive.WAYBACK, pending, attestation_id=row.id)
    assert len(newsroom.events()) == events
    assert newsroom.events()[-1].action is EventAction.ARTICLE_ATTESTED


def test_what_is_settled_stays(newsroom: Newsroom) -> None:
    row = newsroom.do(attest, newsroom.chris, newsroom.capture_id, Archive.WAYBACK, DONE)
    failed = Attested(AttestationState.FAILED, reason="It went away.")
    with pytest.raises(ConflictError):
        newsroom.do(attest, newsroom.chris, newsroom.capture_id, Archive.WAYBACK, failed, attestation_id=row.id)
    with newsroom.database.read() as session:
        found = attestations.get(session, row.id)
    assert found is not None
    assert (found.state, found.settled_at) == (AttestationState.DONE, NOON + dt.timedelta(minutes=newsroom.minute - 1))


@pytest.mark.parametrize(
    "told",
    [
        Attested(AttestationState.DONE),
        Attested(AttestationState.REFUSED),
        Attested(AttestationState.FAILED),
        Attested(AttestationState.PENDING, ticket="t" * 201),
    ],
)
def test_an_answer_has_what_belongs_to_it(newsroom: Newsroom, told: Attested) -> None:
    with pytest.raises(InvalidError):
        newsroom.do(attest, newsroom.chris, newsroom.capture_id, Archive.WAYBACK, told)


def test_readers_ask_no_archives_and_machines_may(newsroom: Newsroom) -> None:
    with pytest.raises(NotAllowedError):
        newsroom.do(attest, newsroom.rea, newsroom.capture_id, Archive.WAYBACK, DONE)
    assert newsroom.do(attest, desk.SYSTEM, newsroom.capture_id, Archive.WAYBACK, DONE).asked_by_id is None


def test_only_what_is_there_can_be_attested(newsroom: Newsroom) -> None:
    with pytest.raises(NotFoundError):
        newsroom.do(attest, newsroom.chris, 10**6, Archive.WAYBACK, DONE)
    row = newsroom.do(attest, newsroom.chris, newsroom.capture_id, Archive.WAYBACK, DONE)
    _, other = newsroom.add_source("Another text.")
    with pytest.raises(NotFoundError):
        newsroom.do(attest, newsroom.chris, other, Archive.WAYBACK, DONE, attestation_id=row.id)


def test_a_gap_is_filled_with_what_makes_sense_and_nothing_else_is_touched(newsroom: Newsroom) -> None:
    url = "https://works.example/fill"
    source_id, _ = newsroom.add_source(title=url, url=url, published=None, language=None, author="Ana Petrov")
    told = Told(title="  A\n title ", author="Somebody", publisher="Works", published="yesterday", language="x" * 90)
    with newsroom.database.write() as session:
        source = session.get_one(Source, source_id)
        assert fill_source(session, newsroom.chris, source, told)
        assert not fill_source(session, newsroom.chris, source, told)
    with newsroom.database.read() as session:
        found = session.get_one(Source, source_id)
        assert (found.title, found.author, found.publisher) == ("A title", "Ana Petrov", "Works")
        assert (found.published, found.language, found.version) == (None, None, 2)
    assert newsroom.events()[-1].before == {"publisher": None, "title": url}
