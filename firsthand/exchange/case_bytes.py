"""The captured bytes in a case file: checked against their hashes and put into the store before any row names them."""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Mapping
from typing import Any

from db.blobs import BlobStore
from db.vocabulary import CaptureOutcome
from firsthand.errors import UnreadableCase
from firsthand.exchange import kinds as k
from firsthand.exchange.case_lists import CaseLists


def keep_bytes(lists: CaseLists, blobs: BlobStore) -> None:
    """Store every capture's bytes, and fill in the hashes and sizes that the file leaves out."""
    for where, entry in lists.entries(k.CAPTURES):
        if entry.get("text") is not None:
            _require(entry, "text_sha256", _hash(_utf8(entry["text"], where)), f"{where}.text: is not the text")
        data = _bytes(entry, where)
        if data is not None:
            _require(entry, "sha256", _hash(data), f"{where}.bytes: are not the bytes")
            entry.setdefault("size", len(data))
            blobs.put(data)


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _require(entry: dict[str, Any], name: str, digest: str, sentence: str) -> None:
    if entry.setdefault(name, digest) != digest:
        raise UnreadableCase(f"{sentence} that «{name}» was taken of.")


def _bytes(entry: Mapping[str, Any], where: str) -> bytes | None:
    """Get a capture's bytes: those given in base64, else the text's own, if it was complete."""
    given = entry.get("bytes")
    if given is None:
        whole = entry.get("outcome") == CaptureOutcome.COMPLETE.value or entry.get("sha256") is not None
        return _utf8(entry["text"], where) if whole and entry.get("text") is not None else None
    try:
        return base64.b64decode(str(given), validate=True)
    except (binascii.Error, ValueError):
        raise UnreadableCase(f"{where}.bytes: this is not base64.") from None


def _utf8(text: object, where: str) -> bytes:
    try:
        return str(text).encode()
    except UnicodeEncodeError:
        raise UnreadableCase(f"{where}.text: holds half of a character (a lone surrogate).") from None
