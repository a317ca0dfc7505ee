"""The error tree.

.. code-block:: text

    FirsthandError                      anything refused or impossible; its message says what to do
    ├── RecordError                     the record could not be opened, read or written  (db.errors)
    │   ├── NewerDatabaseError          written by a later version
    │   ├── StorageFullError            disk full; nothing of the change was kept
    │   └── UnreachableRecordError      no such file, no such server, no permission
    ├── SettingsError                   an environment variable does not make sense
    ├── UnreadableText                  bytes that are no text: empty, binary, undecodable, too large
    │   └── FeedGiven                   a feed: it holds articles and is none  (firsthand.text.feeds)
    ├── LanguageModelError              the desk's language model cannot be reached, or gave no usable answer
    ├── UnreadableCase                  a case file that is not one, or of a newer format
    ├── NotFoundError                   an id that names nothing
    └── Refusal                         the desk refuses a change; ``missing`` lists what is not there yet
        ├── NotAllowedError             the person's roles do not permit it
        ├── GuardError                  the transition's guard is not met
        ├── InvalidError                a value that cannot be recorded
        └── ConflictError               somebody else saved first; carries what is there now
"""

from __future__ import annotations

from collections.abc import Sequence

from db.errors import (
    FirsthandError,
    NewerDatabaseError,
    RecordError,
    StorageFullError,
    UnreachableRecordError,
)

__all__ = [
    "ConflictError",
    "FirsthandError",
    "GuardError",
    "InvalidError",
    "LanguageModelError",
    "NewerDatabaseError",
    "NotAllowedError",
    "NotFoundError",
    "RecordError",
    "Refusal",
    "SettingsError",
    "StorageFullError",
    "UnreachableRecordError",
    "UnreadableCase",
    "UnreadableText",
]


class SettingsError(FirsthandError):
    """An environment variable does not make sense."""


class UnreadableText(FirsthandError):  # noqa: N818 - read as a sentence: «raise UnreadableText»
    """Bytes that are no text we can read."""

    def __init__(self, reason: str) -> None:
        """Keep the reason, a sentence that says what to do."""
        super().__init__(reason)
        self.reason = reason


class LanguageModelError(FirsthandError):
    """The desk's language model cannot be reached, or gave no usable answer."""


class UnreadableCase(FirsthandError):  # noqa: N818
    """A case file that cannot be loaded."""


class NotFoundError(FirsthandError):
    """An id that names nothing on this desk."""

    def __init__(self, what: str, ident: object) -> None:
        """Name the kind of record and the id asked for."""
        super().__init__(f"There is no {what} {ident} on this desk. Check the address, or search for it.")
        self.what = what
        self.ident = ident


class Refusal(FirsthandError):  # noqa: N818
    """The desk refuses a change; ``missing`` says, one sentence each, what is not there yet."""

    def __init__(self, message: str, missing: Sequence[str] = ()) -> None:
        """Keep the list of what is missing beside the message."""
        super().__init__(" ".join([message, *missing]))
        self.message = message
        self.missing = tuple(missing)


class NotAllowedError(Refusal):
    """The person's roles do not permit the change."""


class GuardError(Refusal):
    """A transition's guard is not met."""


class InvalidError(Refusal):
    """A value that cannot be recorded."""


class ConflictError(Refusal):
    """Somebody else saved first: nothing was overwritten, and both sides can be shown."""

    def __init__(self, what: str, seen: int | str, current: int | str, changed_by: str | None) -> None:
        """Keep the version that the person saw, or the word where there are no versions, and what is there now."""
        who = changed_by or "somebody else"
        saw, now = (f"«{seen}»", f"«{current}»") if isinstance(seen, str) else (f"version {seen}", f"{current}")
        super().__init__(
            f"{what} was changed by {who} after you opened it (you saw {saw}, it is now {now}). "
            "Nothing of yours was saved: compare, then save again."
        )
        self.seen = seen
        self.current = current
        self.changed_by = changed_by
