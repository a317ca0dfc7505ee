"""What a person wants beside an article's text: words made a claim, a draft decided on, a reference tied."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dashboard.wish.documents import Followed, Tied
from dashboard.wish.moves import Wish
from db.vocabulary import ClaimType


@dataclass(frozen=True, slots=True)
class NewClaim:
    """A claim as somebody marks it in a text; ``at`` is where its words begin, None where they are to be found."""

    words: str
    statement: str
    claim_type: ClaimType
    speaker: str
    at: int | None = None


@dataclass(frozen=True, slots=True)
class Decided:
    """A draft kept or turned away; ``seen`` is the version on view."""

    claim_id: int
    seen: int
    wish: Wish


@dataclass(frozen=True, slots=True)
class Wanted:
    """A deed, the form that asked for it, and what was typed there, by label, in case it cannot be saved."""

    deed: NewClaim | Decided | Tied | Followed
    form: str
    entered: Mapping[str, str] = field(default_factory=dict)
