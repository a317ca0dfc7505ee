"""What one fetch may take in all: one deadline and one number of bytes, from the first lookup to the last redirect."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from dataclasses import dataclass

from firsthand.sources.trouble import failed, unreachable

MEGABYTE = 1024 * 1024
OVERLONG_HEAD = (
    "The site's answer begins with far more headers than a page needs: save the page in your browser and upload"
    " it here."
)


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a fetch may take: seconds in all and to connect, bytes on the wire and of a body, and what unfolds.

    ``ratio`` is how many times its compressed size a body may have, ``headers`` how many lines an answer may have, and
    ``head_wire`` how many bytes may come before it begins: agreeing on encryption, interim answers, headers.
    """

    seconds: float = 30.0
    connect_seconds: float = 8.0
    wire: int = 24 * MEGABYTE
    body: int = 20 * MEGABYTE
    ratio: int = 200
    redirects: int = 5
    headers: int = 200
    header_bytes: int = 64 * 1024
    head_wire: int = 256 * 1024


class Budget:
    """What is left of a fetch's time and bytes; every wait and every read asks it."""

    def __init__(self, limits: Limits, *, until: float | None = None) -> None:
        self.limits = limits
        self._until = time.monotonic() + limits.seconds if until is None else until
        self._bytes = limits.wire
        self._before_head: int | None = None

    def within(self, limits: Limits) -> Budget:
        """Give a part of the fetch bytes of its own, within the same deadline."""
        return Budget(limits, until=self._until)

    def seconds(self) -> float:
        """Tell how long may still be waited; raises ``Trouble`` when the time is over."""
        left = self._until - time.monotonic()
        if left <= 0:
            raise self.over()
        return left

    def bytes(self) -> int:
        """Tell how much may still be read; raises ``Trouble`` when nothing may."""
        if self._before_head is not None and self._before_head <= 0:
            raise failed(OVERLONG_HEAD)
        if self._bytes <= 0:
            raise failed(
                f"The site sends more than {self.limits.wire // MEGABYTE} MB: download the document in your browser"
                " and upload the part you need here."
            )
        return self._bytes

    def spend(self, count: int) -> None:
        """Take off what was read."""
        self._bytes -= count
        if self._before_head is not None:
            self._before_head -= count

    @contextlib.contextmanager
    def until_the_head_came(self) -> Iterator[None]:
        """Hold what comes before an answer begins to a limit of its own."""
        self._before_head = self.limits.head_wire
        try:
            yield
        finally:
            self._before_head = None

    def over(self) -> Exception:
        """Say that the time is over."""
        return unreachable(
            f"The site did not answer in full within {self.limits.seconds:g} seconds: try again later,"
            " or save the page in your browser and upload it here."
        )
