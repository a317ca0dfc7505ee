"""Checkpoints: the chain's length and head, appended to a file outside the database after each commit.

One line each, in a single append, so that processes need no lock between them. ``firsthand verify`` asks the chain
for every line, so a cut tail or a rewritten past shows as long as this file is out of the same hands.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from db.chain import Head

_KEEP_WHOLE = 1_000_000  # bytes; past that, older lines are thinned out
_DIGEST_LENGTH = 64  # hexadecimal digits of SHA-256


class Checkpoints:
    """The checkpoint file of one record."""

    def __init__(self, path: Path) -> None:
        """Name the file; it is made at the first line."""
        self.path = path

    def append(self, head: Head) -> None:
        """Write the chain's length and head."""
        line = f"{head.count} {head.hash}\n".encode()
        descriptor = os.open(self.path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            size = os.fstat(descriptor).st_size
            torn = size > 0 and os.lseek(descriptor, -1, os.SEEK_END) >= 0 and os.read(descriptor, 1) != b"\n"
            os.write(descriptor, b"\n" + line if torn else line)
        finally:
            os.close(descriptor)
        if size > _KEEP_WHOLE:
            self._thin_out()

    def read(self) -> list[Head]:
        """Read all lines, in the order of the chain; a line cut short by a crash is passed over."""
        heads = set()
        with contextlib.suppress(FileNotFoundError):
            for line in self.path.read_text(encoding="ascii", errors="replace").splitlines():
                count, _, digest = line.partition(" ")
                if count.isascii() and count.isdigit() and len(digest) == _DIGEST_LENGTH:
                    heads.add(Head(int(count), digest))
        return sorted(heads)

    def __iter__(self) -> Iterator[Head]:
        """Go through them in the order of the chain."""
        return iter(self.read())

    def _thin_out(self) -> None:
        """Keep every hundredth line and the last thousand; who appends meanwhile loses at worst one line of many."""
        heads = self.read()
        kept = [*heads[:-1000:100], *heads[-1000:]]
        fresh = self.path.with_suffix(f".{os.getpid()}.tmp")
        fresh.write_text("".join(f"{h.count} {h.hash}\n" for h in kept), encoding="ascii")
        fresh.replace(self.path)
