"""The export is read back by warcio, as other tools of web archives read it."""

from __future__ import annotations

import base64
import hashlib
import io
import json
from pathlib import Path
from typing import Any

import pytest
from warcio.archiveiterator import ArchiveIterator

from db.models import Source
from db.queries import captures
from db.rows import Hop
from db.vocabulary import CaptureMethod, CaptureOutcome, WorkState
from firsthand import desk
from firsthand.errors import NotFoundError, RecordError
from firsthand.exchange.warc import export, warc_bytes, warc_with_manifest
from tests.firsthand.newsroom import Newsroom
from tests.makers import ARTICLE_TEXT, NOON, SOURCE_TEXT

PAGE = "<html><body><p>Ω 14 bridges were closed.</p></body></html>".encode()
HEADERS = (("Content-Type", "text/html; charset=utf-8"), ("Content-Encoding", "gzip"), ("ETag", '"v\x01\r\n1"'))
HOPS = (
    Hop("https://works.example/a", 301, "93.184.0.1"),
    Hop("https://works.example/b c", 200, "93.184.0.2"),
)


def fetched(newsroom: Newsroom, **fields: Any) -> int:
    """Record a fetched capture of a new source."""
    known: dict[str, Any] = {
        "method": CaptureMethod.FETCH,
        "sha256": newsroom.database.blobs.put(PAGE),
        "size": len(PAGE),
        "media_type": "text/html",
        "text": "Ω 14 bridges were closed.",
        "extractor": "firsthand-page 1",
        "url": "https://works.example/a",
        "status": 200,
        "declared_type": "text/html",
        "headers": HEADERS,
        "hops": HOPS,
        "started_at": NOON,
    }
    source_id, _ = newsroom.add_source(title="Remarks", url="https://works.example/a")
    with newsroom.database.write() as session:
        source = session.get_one(Source, source_id)
        return desk.record_capture(session, newsroom.chris, source, desk.NewCapture(**known | fields)).id


def failed(newsroom: Newsroom) -> int:
    nothing = dict.fromkeys(("sha256", "size", "media_type", "text", "extractor", "status"))
    refused = {"outcome": CaptureOutcome.REFUSED, "reason": "The site refuses\r\nprograms.", "headers": (), "hops": ()}
    return fetched(newsroom, **nothing, **refused)


class Read:
    """A record as another tool sees it."""

    def __init__(self, record: Any) -> None:
        self.kind = record.rec_type
        self.fields = {name.lower(): value for name, value in record.rec_headers.headers}
        self.version = record.rec_headers.protocol
        self.status = record.http_headers.statusline if record.http_headers else None
        self.http = dict(record.http_headers.headers) if record.http_headers else {}
        self.body = record.content_stream().read()
        self.sound = record.digest_checker.passed is not False


def read_back(data: bytes) -> list[Read]:
    return [Read(record) for record in ArchiveIterator(io.BytesIO(data), check_digests=True)]


def test_a_fetched_page_is_a_response_with_its_bytes_and_headers(local_newsroom: Newsroom) -> None:
    info, response, text, metadata = read_back(warc_bytes(local_newsroom.database, [fetched(local_newsroom)]))
    assert [one.kind for one in (info, response, text, metadata)] == ["warcinfo", "response", "conversion", "metadata"]
    assert {one.version for one in (info, response, text, metadata)} == {"WARC/1.1"}
    assert all(one.sound for one in (info, response, text, metadata))
    assert response.body == PAGE
    assert response.status == "200 OK"
    assert response.http["Content-Type"] == "text/html; charset=utf-8"
    assert response.http["X-Archive-Orig-Content-Encoding"] == "gzip"
    assert response.http["Content-Length"] == str(len(PAGE))
    assert "\n" not in response.http["ETag"]
    assert response.fields["warc-target-uri"] == "https://works.example/b%20c"
    assert response.fields["warc-ip-address"] == "93.184.0.2"
    assert response.fields["warc-date"] == "2026-03-02T12:00:00.000000Z"
    sha1 = base64.b32encode(hashlib.sha1(PAGE, usedforsecurity=False).digest()).decode()
    assert response.fields["warc-payload-digest"] == f"sha1:{sha1}"
    assert text.body.decode() == "Ω 14 bridges were closed."
    assert text.fields["warc-refers-to"] == metadata.fields["warc-refers-to"] == response.fields["warc-record-id"]


def test_the_metadata_say_where_the_capture_is_on_file_and_what_its_hashes_are(local_newsroom: Newsroom) -> None:
    number = fetched(local_newsroom)
    metadata = read_back(warc_bytes(local_newsroom.database, [number]))[-1]
    said = dict(line.split(": ", 1) for line in metadata.body.decode().splitlines())
    with local_newsroom.database.read() as session:
        (kept,) = captures.in_full(session, [number])
    assert (said["capture"], said["sha256"]) == (kept.uid, hashlib.sha256(PAGE).hexdigest())
    assert said["text-sha256"] == hashlib.sha256("Ω 14 bridges were closed.".encode()).hexdigest()
    assert (said["hop-1"], said["hop-2"]) == (
        "301 https://works.example/a 93.184.0.1",
        "200 https://works.example/b c 93.184.0.2",
    )
    assert "chris@desk.example" not in metadata.body.decode()


def test_what_somebody_brought_is_a_resource(local_newsroom: Newsroom) -> None:
    resource = read_back(warc_bytes(local_newsroom.database, [local_newsroom.source_capture_id]))[1]
    assert (resource.kind, resource.body.decode()) == ("resource", SOURCE_TEXT)
    assert resource.fields["content-type"] == "text/plain"
    assert resource.fields["warc-target-uri"].startswith("urn:uuid:")


def test_a_fetch_that_brought_nothing_is_there_with_its_reason(local_newsroom: Newsroom) -> None:
    info, metadata = read_back(warc_bytes(local_newsroom.database, [failed(local_newsroom)]))
    assert (info.kind, metadata.kind) == ("warcinfo", "metadata")
    assert metadata.fields["warc-target-uri"] == "https://works.example/a"
    lines = metadata.body.decode().splitlines()
    assert "outcome: refused" in lines
    assert "reason: The site refuses programs." in lines


def test_a_claims_captures_go_into_a_file_with_a_manifest_of_hashes(newsroom: Newsroom, tmp_path: Path) -> None:
    claim = newsroom.at(WorkState.IN_REVIEW)
    more = failed(newsroom)
    path = tmp_path / "claim.warc.gz"
    written = export(newsroom.database, path, claim_ids=[claim.id], capture_ids=[more])
    assert (written.captures, written.failed, written.records) == (3, 1, 1 + 3 + 3 + 1)
    assert sorted(one.name for one in tmp_path.iterdir() if one.is_file() and "claim" in one.name) == [
        "claim.manifest.json",
        "claim.warc.gz",
    ]
    manifest = json.loads(written.manifest.read_text(encoding="utf-8"))
    assert manifest["warc"] == {
        "name": "claim.warc.gz",
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "size": path.stat().st_size,
    }
    records = {one.fields["warc-record-id"]: one for one in read_back(path.read_bytes())}
    for entry in manifest["captures"]:
        found = [records[one["id"]] for one in entry["records"]]
        assert [one.kind for one in found] == [one["type"] for one in entry["records"]]
        if entry["sha256"]:
            assert hashlib.sha256(found[0].body).hexdigest() == entry["sha256"]
            assert hashlib.sha256(found[1].body).hexdigest() == entry["text_sha256"]
    article, source, nothing = manifest["captures"]
    assert article["text_sha256"] == hashlib.sha256(ARTICLE_TEXT.encode()).hexdigest()
    assert article["claims"] == source["claims"] == [f"FH-{claim.id:06d}"]
    assert (nothing["outcome"], nothing["sha256"], nothing["claims"]) == ("refused", None, [])


def test_the_same_captures_make_the_same_bytes(local_newsroom: Newsroom, tmp_path: Path) -> None:
    numbers = [fetched(local_newsroom), failed(local_newsroom), local_newsroom.capture_id]
    one, again = (warc_with_manifest(local_newsroom.database, order) for order in (numbers, numbers[::-1]))
    assert one == again
    written = export(local_newsroom.database, tmp_path / "captures.warc.gz", capture_ids=numbers)
    assert written.path.read_bytes() == one.warc
    assert written.manifest.read_bytes() == one.manifest


def test_no_captures_make_a_file_that_says_so(local_newsroom: Newsroom) -> None:
    assert [one.kind for one in read_back(warc_bytes(local_newsroom.database, []))] == ["warcinfo"]


def test_what_is_missing_stops_the_export_and_leaves_no_file(local_newsroom: Newsroom, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    with pytest.raises(NotFoundError):
        export(local_newsroom.database, folder / "a.warc.gz", capture_ids=[10**6])
    number = fetched(local_newsroom)
    local_newsroom.database.blobs.path(hashlib.sha256(PAGE).hexdigest()).unlink()
    with pytest.raises(RecordError, match="firsthand verify"):
        export(local_newsroom.database, folder / "a.warc.gz", capture_ids=[number])
    assert list(folder.iterdir()) == []
