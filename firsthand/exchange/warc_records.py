"""One capture as records of a WARC file, by ISO 28500:2017 (WARC 1.1).

What was fetched is a response record with the headers as they came; what somebody brought is a resource record. The
frozen text is a conversion record of its own, since passages are places in it, and a metadata record says the rest. A
fetch that brought nothing is a metadata record with its reason.
"""

from __future__ import annotations

import datetime as dt
import re
import uuid
from collections.abc import Iterator, Mapping
from http import HTTPStatus
from typing import Any, NamedTuple
from urllib.parse import quote

from warcio.statusandheaders import StatusAndHeaders  # type: ignore[import-untyped]

from db.rows.keeping import KeptCapture
from db.vocabulary import CaptureMethod

_FIELDS = "application/warc-fields"
# The body was unpacked when it was fetched; these headers speak of how it travelled, and readers would act on them.
_OF_THE_JOURNEY = frozenset({"content-encoding", "transfer-encoding", "content-length"})
_ORIGINAL = "X-Archive-Orig-"
_NOT_IN_AN_ADDRESS = re.compile(r"[\s<>\x00-\x1f\x7f]")
_BREAKS = re.compile(r"[\r\n\0]+\s*")
_TYPE = re.compile(r"[\w.+-]+/[\w.+-]+")


class Record(NamedTuple):
    """A record as the writer takes it; ``headers`` are those of the answer, for a response."""

    kind: str
    uri: str
    payload: bytes
    fields: dict[str, str]
    headers: Any = None

    @property
    def ident(self) -> str:
        """The record's own number, the same in every export."""
        return self.fields["WARC-Record-ID"]


def info(name: str, software: str, newest: dt.datetime | None) -> Record:
    """Say what the file is; it is dated by the newest capture in it, so that the same captures make the same file."""
    said = {
        "software": software,
        "format": "WARC File Format 1.1",
        "conformsTo": "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
        "description": "Captures that claims of an editorial desk rest on.",
    }
    written = _date(newest or dt.datetime.fromtimestamp(0, dt.UTC))
    fields = {
        "WARC-Record-ID": _ident("info", name, written),
        "WARC-Date": written,
        "WARC-Filename": name,
        "Content-Type": _FIELDS,
    }
    return Record("warcinfo", "", _lines(said), fields)


def records_of(capture: KeptCapture, data: bytes | None) -> Iterator[Record]:
    """Write a capture as records; ``data`` are its bytes, None for a fetch that brought none."""
    uri = _address(capture.final_url) or f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, capture.uid)}"
    about: dict[str, str] = {}
    if data is not None:
        main = _main(capture, uri, data)
        about = {"WARC-Refers-To": main.ident}
        yield main
    if capture.text is not None and data is not None:
        fields = {**_common(capture, "text"), **about, "Content-Type": "text/plain; charset=utf-8"}
        yield Record("conversion", uri, capture.text.encode(), fields)
    fields = {**_common(capture, "metadata"), **about, "Content-Type": _FIELDS}
    yield Record("metadata", uri, _lines(_said(capture)), fields)


def _main(capture: KeptCapture, uri: str, data: bytes) -> Record:
    fields = _common(capture, "bytes")
    if capture.method is CaptureMethod.FETCH and capture.status is not None:
        address = capture.hops[-1].address if capture.hops else None
        fields |= {"Content-Type": "application/http; msgtype=response"}
        fields |= {"WARC-IP-Address": address} if address else {}
        return Record("response", uri, data, fields, _http(capture, len(data)))
    declared = capture.media_type or ""
    fields["Content-Type"] = declared if _TYPE.match(declared) else "application/octet-stream"
    return Record("resource", uri, data, fields)


def _common(capture: KeptCapture, part: str) -> dict[str, str]:
    return {"WARC-Record-ID": _ident(part, capture.uid), "WARC-Date": _date(capture.started_at or capture.taken_at)}


def _http(capture: KeptCapture, length: int) -> Any:  # noqa: ANN401 - warcio ships no types
    headers = []
    for name, value in capture.headers:
        renamed = f"{_ORIGINAL}{name}" if name.lower() in _OF_THE_JOURNEY else name
        headers.append((_one_line(renamed), _one_line(value)))
    headers.append(("Content-Length", str(length)))
    status = capture.status or 0
    phrase = HTTPStatus(status).phrase if status in {one.value for one in HTTPStatus} else ""
    return StatusAndHeaders(f"{status} {phrase}".strip(), headers, protocol="HTTP/1.1")


def _said(capture: KeptCapture) -> Mapping[str, str | None]:
    """Say of a capture what its other records do not."""
    hops = {
        f"hop-{number}": " ".join(filter(None, (str(hop.status or "-"), hop.url, hop.address)))
        for number, hop in enumerate(capture.hops, start=1)
    }
    return {
        "capture": capture.uid,
        "document": capture.document_uid,
        "title": capture.document_title,
        "method": capture.method.value,
        "outcome": capture.outcome.value,
        "reason": capture.reason,
        "address-asked-for": capture.url,
        "taken-at": _date(capture.taken_at),
        "sha256": capture.sha256,
        "text-sha256": capture.text_sha256,
        "extractor": capture.extractor,
        "declared-type": capture.declared_type,
        "media-type": capture.media_type,
        "file-name": capture.file_name,
        **hops,
    }


def _lines(said: Mapping[str, str | None]) -> bytes:
    return "".join(f"{name}: {_one_line(value)}\r\n" for name, value in said.items() if value).encode()


def _one_line(value: str) -> str:
    return _BREAKS.sub(" ", value).strip()


def _address(url: str | None) -> str | None:
    return _NOT_IN_AN_ADDRESS.sub(lambda found: quote(found.group()), url.strip()) if url and url.strip() else None


def _ident(*parts: str) -> str:
    return f"<urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, ' '.join(('firsthand', *parts)))}>"


def _date(at: dt.datetime) -> str:
    return at.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
