"""Captures as a WARC file, which the tools of web archives read, with a manifest of hashes beside it."""

from __future__ import annotations

import hashlib
import importlib.metadata
import io
import json
import os
import tempfile
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from warcio.warcwriter import WARCWriter  # type: ignore[import-untyped]

from db.queries import captures
from db.rows import claim_ref
from db.rows.keeping import KeptCapture
from db.session import Database
from firsthand.errors import NotFoundError
from firsthand.exchange.warc_records import Record, info, records_of

MANIFEST_FORMAT = "firsthand-warc-manifest/1"
_SOFTWARE = f"Firsthand {importlib.metadata.version('firsthand')}"
_BATCH = 50  # captures whose texts are in memory at once


@dataclass(frozen=True, slots=True)
class WarcExport:
    """What was written: how many captures, how many of them brought nothing, in how many records; the file's hash."""

    path: Path
    manifest: Path
    captures: int
    failed: int
    records: int
    sha256: str


@dataclass(frozen=True, slots=True)
class WarcBytes:
    """A WARC file and its manifest, to be handed on."""

    warc: bytes
    manifest: bytes


def export(
    database: Database, path: Path, *, claim_ids: Collection[int] = (), capture_ids: Collection[int] = ()
) -> WarcExport:
    """Write the captures that claims rest on (their article's and their evidence's), and others by number, to a file.

    The same captures make the same bytes. The manifest, beside it under a name of its own, lists the SHA-256 of the
    file and of every capture's bytes and text. Raises ``NotFoundError`` for a claim or capture that is not there, and
    ``RecordError`` where captured bytes are gone.
    """
    claims = _claims(database, claim_ids, capture_ids)
    manifest = path.with_name(f"{path.name.removesuffix('.gz').removesuffix('.warc')}.manifest.json")
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".", suffix=".tmp", delete=False) as file:
        written = Path(file.name)
        try:
            entries = _write(database, file, path.name, claims)
            file.flush()
            os.fsync(file.fileno())
        except BaseException:
            written.unlink()
            raise
    with written.open("rb") as file_again:
        sha256 = hashlib.file_digest(file_again, "sha256").hexdigest()
    manifest.write_bytes(_manifest(path.name, sha256, written.stat().st_size, entries))
    written.chmod(0o644)
    written.replace(path)
    return WarcExport(
        path=path,
        manifest=manifest,
        captures=len(entries),
        failed=sum(entry["sha256"] is None for entry in entries),
        records=1 + sum(len(entry["records"]) for entry in entries),
        sha256=sha256,
    )


def warc_bytes(database: Database, capture_ids: Collection[int], name: str = "captures.warc.gz") -> bytes:
    """Make the WARC file of some captures in memory; raises as ``export`` does."""
    return warc_with_manifest(database, capture_ids, name).warc


def warc_with_manifest(
    database: Database, capture_ids: Collection[int], name: str = "captures.warc.gz", claim_ids: Collection[int] = ()
) -> WarcBytes:
    """Make the WARC file of some captures with its manifest in memory; raises as ``export`` does."""
    out = io.BytesIO()
    entries = _write(database, out, name, _claims(database, claim_ids, capture_ids))
    warc = out.getvalue()
    return WarcBytes(warc, _manifest(name, hashlib.sha256(warc).hexdigest(), len(warc), entries))


def _claims(database: Database, claim_ids: Collection[int], capture_ids: Collection[int]) -> dict[int, tuple[int, ...]]:
    """Tell which captures are wanted, oldest first, and which of the claims rest on each."""
    with database.read() as session:
        resting = captures.of_claims(session, claim_ids) if claim_ids else {}
    if missing := set(claim_ids) - {claim_id for claims in resting.values() for claim_id in claims}:
        raise NotFoundError("claim", min(missing))  # every claim rests on a capture of its article
    return {number: resting.get(number, ()) for number in sorted({*resting, *capture_ids})}


def _write(database: Database, out: IO[bytes], name: str, claims: Mapping[int, Sequence[int]]) -> list[dict[str, Any]]:
    """Write the records of captures; tells what the manifest lists of each."""
    writer = WARCWriter(out, gzip=True, warc_version="1.1")
    numbers = list(claims)
    entries: list[dict[str, Any]] = []
    with database.read() as session:
        _put(writer, info(name, _SOFTWARE, captures.newest_date(session, numbers)))
        for start in range(0, len(numbers), _BATCH):
            batch = numbers[start : start + _BATCH]
            kept = captures.in_full(session, batch)
            if missing := set(batch) - {one.id for one in kept}:
                raise NotFoundError("capture", min(missing))
            for one in kept:
                records = list(records_of(one, database.blobs.get(one.sha256) if one.sha256 else None))
                for record in records:
                    _put(writer, record)
                entries.append(_entry(one, records, claims[one.id]))
    return entries


def _put(writer: Any, record: Record) -> None:  # noqa: ANN401 - warcio ships no types
    writer.write_record(
        writer.create_warc_record(
            record.uri,
            record.kind,
            payload=io.BytesIO(record.payload),
            length=len(record.payload),
            warc_headers_dict=record.fields,
            warc_content_type=record.fields["Content-Type"],
            http_headers=record.headers,
        )
    )


def _entry(capture: KeptCapture, records: Sequence[Record], claims: Sequence[int]) -> dict[str, Any]:
    return {
        "capture": capture.uid,
        "document": capture.document_uid,
        "title": capture.document_title,
        "claims": [claim_ref(number) for number in claims],
        "address": capture.url,
        "final_address": capture.final_url,
        "taken_at": capture.taken_at.isoformat(),
        "method": capture.method.value,
        "outcome": capture.outcome.value,
        "reason": capture.reason,
        "sha256": capture.sha256,
        "size": capture.size,
        "media_type": capture.media_type,
        "text_sha256": capture.text_sha256,
        "extractor": capture.extractor,
        "records": [{"type": record.kind, "id": record.ident} for record in records],
    }


def _manifest(name: str, sha256: str, size: int, entries: Sequence[Mapping[str, Any]]) -> bytes:
    told = {
        "format": MANIFEST_FORMAT,
        "software": _SOFTWARE,
        "warc": {"name": name, "sha256": sha256, "size": size},
        "captures": entries,
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()
