from __future__ import annotations

import datetime as dt

from db.queries import attestations, captures
from db.session import Database
from db.vocabulary import Archive, AttestationState, CaptureMethod, CaptureOutcome
from tests.makers import NOON, make_capture, make_claim, make_evidence, make_passage, make_source


def failed(outcome: CaptureOutcome = CaptureOutcome.UNREACHABLE) -> dict[str, object]:
    return {"text": None, "outcome": outcome, "reason": "Nothing came.", "method": CaptureMethod.FETCH}


def test_failures_in_a_row_end_with_what_brought_something(database: Database) -> None:
    with database.write() as session:
        source, other = make_source(session), make_source(session)
        make_capture(session, source, **failed())
        make_capture(session, source, text="The text.", method=CaptureMethod.FETCH)
        assert captures.failures(session, source.id) == 0
        make_capture(session, source, **failed())
        make_capture(session, source, **failed(CaptureOutcome.PARTIAL))
        make_capture(session, other, **failed())
        assert captures.failures(session, source.id) == 2
        make_capture(session, source, **failed(CaptureOutcome.NO_TEXT))
        assert captures.failures(session, source.id) == 0


def test_the_newest_text_and_the_last_fetch_are_two_things(database: Database) -> None:
    with database.write() as session:
        source = make_source(session)
        assert captures.newest_readable(session, source.id) is None
        one = make_capture(session, source, text="One.", method=CaptureMethod.PASTE)
        refused = make_capture(session, source, **failed(CaptureOutcome.REFUSED))
        readable, fetched = captures.newest_readable(session, source.id), captures.newest_fetch(session, source.id)
    assert readable is not None
    assert fetched is not None
    assert (readable.id, fetched.id) == (one.id, refused.id)
    assert fetched.outcome is CaptureOutcome.REFUSED


def test_the_same_text_is_found_only_before_and_only_in_the_same_document(database: Database) -> None:
    with database.write() as session:
        source, other = make_source(session), make_source(session)
        one, _, two, three = (
            make_capture(session, where, text=text)
            for where, text in ((source, "A."), (source, "B."), (other, "A."), (source, "A."))
        )
        assert three.text_sha256 is not None
        assert captures.same_text_before(session, source.id, three.text_sha256, three.id) == one.id
        assert captures.same_text_before(session, source.id, three.text_sha256, one.id) is None
        assert captures.same_text_before(session, other.id, three.text_sha256, two.id) is None


def test_a_claims_captures_are_its_articles_and_those_of_its_live_evidence(database: Database) -> None:
    with database.write() as session:
        claim, other = make_claim(session), make_claim(session)
        live, withdrawn = make_source(session, text="One."), make_source(session, text="Two.")
        places = [make_passage(session, source, exact=text) for source, text in ((live, "One."), (withdrawn, "Two."))]
        make_evidence(session, claim, live, passage_id=places[0].id)
        make_evidence(session, claim, withdrawn, passage_id=places[1].id, withdrawn_at=NOON, withdrawn_why="Wrong.")
        found = captures.of_claims(session, [claim.id])
        both = captures.of_claims(session, [claim.id, other.id])
    assert found == dict(sorted({claim.capture_id: (claim.id,), places[0].capture_id: (claim.id,)}.items()))
    assert other.id in both[other.capture_id]


def test_headers_and_hops_come_back_as_they_were(database: Database) -> None:
    fetched = {
        "headers": {"fields": [["ETag", '"1"'], ["Set-Cookie", "a"], ["Set-Cookie", "b"]]},
        "hops": {"hops": [{"url": "https://a.example/", "status": 200, "address": "93.184.0.1"}]},
        "status": 200,
    }
    with database.write() as session:
        capture = make_capture(session, make_source(session), text="One.", **fetched)
        assert captures.headers(session, capture.id) == (("ETag", '"1"'), ("Set-Cookie", "a"), ("Set-Cookie", "b"))
        (kept,) = captures.in_full(session, [capture.id])
        assert captures.headers(session, 10**6) == ()
        last = captures.with_uid(session, capture.uid)
    assert (kept.final_url, kept.status, kept.text) == ("https://a.example/", 200, "One.")
    assert last is not None
    assert last.header("etag") == '"1"'


def test_an_archives_answers_are_listed_newest_first_with_who_asked(database: Database) -> None:
    from db.models import Attestation

    with database.write() as session:
        source = make_source(session)
        capture = make_capture(session, source, text="One.")
        rows = [
            Attestation(capture_id=capture.id, archive=Archive.WAYBACK, state=state, reason="Why.", asked_at=NOON)
            for state in (AttestationState.FAILED, AttestationState.PENDING)
        ]
        session.add_all(rows)
        session.flush()
        listed = attestations.of_document(session, source.id)
        waiting = attestations.unsettled(session, capture.id, Archive.WAYBACK)
        assert captures.newest_date(session, [capture.id]) == capture.taken_at
        assert captures.newest_date(session, []) is None
    assert [row.state for row in listed] == [AttestationState.PENDING, AttestationState.FAILED]
    assert waiting == listed[0]
    assert isinstance(listed[0].asked_at, dt.datetime)
