"""A deed on a claim, with the form that it came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dashboard.wish.around import Around, Judged, TakenBack
from dashboard.wish.moves import Assigned, Edited, Rechecked, Signed, Wish
from dashboard.wish.watching import Kept, PlacedAgain
from db.rows import EvidenceDraft, Findings

Deed = (
    Wish
    | Around
    | EvidenceDraft
    | Findings
    | Judged
    | TakenBack
    | Kept
    | PlacedAgain
    | Signed
    | Rechecked
    | Edited
    | Assigned
)


@dataclass(frozen=True, slots=True)
class Act:
    """Something a person did on a claim's page.

    ``form`` is the form it came from and ``opened`` the word that opens it in the address; ``entered`` is what was
    typed, by label, in case it cannot be saved.
    """

    deed: Deed
    form: str
    opened: str = ""
    entered: Mapping[str, str] = field(default_factory=dict)
