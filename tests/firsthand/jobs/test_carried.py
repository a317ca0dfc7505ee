"""What is carried between steps comes back as it was, without its bytes lying in the jobs' database."""

from __future__ import annotations

import datetime as dt
import json

from db.blobs import BlobStore
from db.rows import Hop
from db.vocabulary import CaptureOutcome
from firsthand.jobs.carried import packed, unpacked
from firsthand.jobs.ending import Ending, together
from firsthand.sources.fetched import Fetched

AT = dt.datetime(2026, 5, 4, 9, 30, 15, 250_000, tzinfo=dt.UTC)
WHOLE = Fetched(
    url="http://one.example/",
    outcome=CaptureOutcome.COMPLETE,
    reason=None,
    status=200,
    headers=(("ETag", '"one"'), ("Set-Cookie", "a=b"), ("Set-Cookie", "c=d")),
    hops=(Hop("http://one.example/", 302, "93.184.0.1"), Hop("http://one.example/two", 200, None)),
    body=b"<html>\xff\x00</html>",
    declared_type="text/html",
    sniffed_type="text/html",
    media_type="text/html",
    started_at=AT,
    ended_at=AT + dt.timedelta(seconds=1),
)
FAILED = Fetched(
    url="http://one.example/",
    outcome=CaptureOutcome.UNREACHABLE,
    reason="Busy.",
    status=503,
    headers=(),
    hops=(),
    body=None,
    declared_type=None,
    sniffed_type=None,
    media_type=None,
    started_at=AT,
    ended_at=AT,
    retry=True,
    retry_after=dt.timedelta(seconds=90),
)


def test_what_was_fetched_comes_back_as_it_was(tmp_path):
    blobs = BlobStore(tmp_path)
    for fetched in (WHOLE, FAILED):
        assert unpacked(json.loads(json.dumps(packed(fetched, blobs))), blobs) == fetched


def test_the_bytes_stay_in_the_blob_store(tmp_path):
    blobs = BlobStore(tmp_path)
    kept = packed(WHOLE, blobs)
    assert list(blobs.names()) == [kept["sha256"]]
    assert "body" not in kept


def test_an_ending_comes_back_as_it_was():
    ending = Ending(came_through=False, sentence="Busy.", done=0, total=1, retry_at=AT, documents=(3,))
    assert Ending.of_json(json.loads(json.dumps(ending.as_json()))) == ending


def test_parts_are_summed_up_with_the_first_reason_and_the_earliest_next_try():
    good = Ending(came_through=True, sentence="Captured.", documents=(1,))
    bad = [Ending(came_through=False, sentence=f"Busy {n}.", done=0, retry_at=AT.replace(day=n)) for n in (9, 7)]
    summed = together([good, *bad], "captured")
    assert summed.sentence == "1 of 3 captured; the first of the others: Busy 9."
    assert (summed.came_through, summed.done, summed.total) == (True, 1, 3)
    assert summed.retry_at == AT.replace(day=7)
    assert not together(bad, "captured").came_through
    assert together([good], "captured").sentence == "Captured."
