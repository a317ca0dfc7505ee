"""What is said of a text's origin, and why."""

from __future__ import annotations

from typing import NamedTuple

from db.vocabulary import SourceRelationKind


class Sign(NamedTuple):
    """Read «this source KIND other»: the other one is an address, else a name, else a source of the desk's.

    ``turned`` reads it from the other end, «other KIND this source»; only for a source of the desk's.
    """

    kind: SourceRelationKind
    other_url: str | None
    other_name: str | None
    why: str
    other_id: int | None = None
    turned: bool = False
