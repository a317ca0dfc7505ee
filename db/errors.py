"""What can go wrong with the record itself; the whole tree is drawn in ``firsthand.errors``."""

from __future__ import annotations


class FirsthandError(Exception):
    """Anything that Firsthand refuses or cannot do, with a message that tells the person what to do."""


class RecordError(FirsthandError):
    """The record could not be opened, read or written."""


class NewerDatabaseError(RecordError):
    """The database was written by a later version of Firsthand."""

    def __init__(self, revision: str) -> None:
        """Keep the unknown schema revision."""
        super().__init__(
            f"This record was written by a newer version of Firsthand (schema {revision}). "
            "Install that version or a later one; nothing was changed."
        )
        self.revision = revision


class StorageFullError(RecordError):
    """The disk or the quota is full; nothing of the change was kept."""

    def __init__(self, where: str) -> None:
        """Name the place that is full."""
        super().__init__(
            f"There is no space left in {where}. Free some and try again; nothing of this change was kept."
        )
        self.where = where


class UnreachableRecordError(RecordError):
    """The database file or server could not be opened."""
