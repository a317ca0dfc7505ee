"""The blob store: captured bytes by their SHA-256, one file each, beside the database.

A row that names a blob may only be written after ``put`` has returned: temporary file, fsync, rename, fsync of the
folder, in this order, so that no crash leaves a row without its bytes.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from db.errors import RecordError, StorageFullError

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class BlobStore:
    """A folder of files named by their content."""

    def __init__(self, root: Path) -> None:
        """Name the folder; it is made when the first bytes come."""
        self.root = root

    def path(self, sha256: str) -> Path:
        """Tell where bytes of this hash lie."""
        return self.root / sha256[:2] / sha256

    def put(self, data: bytes) -> str:
        """Keep bytes for good and tell their hash; raises ``StorageFullError`` and leaves nothing behind."""
        sha256 = hashlib.sha256(data).hexdigest()
        path = self.path(sha256)
        if self.intact(sha256):
            return sha256
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._write(path, data)
        except OSError as error:
            if error.errno in _FULL:
                raise StorageFullError(str(self.root)) from error
            raise RecordError(f"The captured bytes could not be written to {self.root}: {error.strerror}.") from error
        return sha256

    def get(self, sha256: str) -> bytes:
        """Read bytes back; raises ``RecordError`` where they are gone."""
        try:
            return self.path(sha256).read_bytes()
        except OSError as error:
            raise RecordError(
                f"The captured bytes {sha256[:12]}… are not in {self.root}: run «firsthand verify»."
            ) from error

    def intact(self, sha256: str) -> bool | None:
        """Tell whether the bytes still have their hash; None where they are gone."""
        try:
            with self.path(sha256).open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest() == sha256
        except OSError:
            return None

    def names(self) -> Iterator[str]:
        """List the hashes of everything kept."""
        for path in self.root.glob("??/*"):
            if path.name.startswith(path.parent.name):
                yield path.name

    @staticmethod
    def _write(path: Path, data: bytes) -> None:
        descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(temporary).replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                Path(temporary).unlink()
            raise
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
