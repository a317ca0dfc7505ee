"""What ends a fetch early: never an accident for the caller, always an outcome with a sentence that says what to do."""

from __future__ import annotations

import datetime as dt

from db.vocabulary import CaptureOutcome


class Trouble(Exception):  # noqa: N818 - it never leaves this package as an error
    """A fetch that ends here, with its outcome, the reason for an editor, and whether another try makes sense."""

    def __init__(
        self, outcome: CaptureOutcome, reason: str, *, retry: bool = False, retry_after: dt.timedelta | None = None
    ) -> None:
        """Keep what the capture will say."""
        super().__init__(reason)
        self.outcome = outcome
        self.reason = reason
        self.retry = retry
        self.retry_after = retry_after


def refused(reason: str) -> Trouble:
    """Say that the guard or the site does not want this; asking again would not change it."""
    return Trouble(CaptureOutcome.REFUSED, reason)


def unreachable(reason: str, *, retry: bool = True) -> Trouble:
    """Say that nothing came back, which may be otherwise in a while."""
    return Trouble(CaptureOutcome.UNREACHABLE, reason, retry=retry)


def partial(reason: str, *, retry: bool = True) -> Trouble:
    """Say that only a part of the page came, of which nothing is kept."""
    return Trouble(CaptureOutcome.PARTIAL, reason, retry=retry)


def failed(reason: str) -> Trouble:
    """Say that what came back is of no use."""
    return Trouble(CaptureOutcome.FAILED, reason)
