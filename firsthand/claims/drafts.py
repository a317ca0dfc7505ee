"""A claim as the machine drafts it, for a person to take over, change or throw away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.vocabulary import ClaimType
    from firsthand.claims.figures import Figure
    from firsthand.claims.statements import Replacement
    from firsthand.text.spans import Span


@dataclass(frozen=True, kw_only=True)
class DraftClaim:
    """One checkable statement of an article with what the machine read in it. All spans are offsets into the text.

    ``literal`` is ``text[span.start:span.end]``; ``statement`` says the same on its own, with ``replaced`` for what
    stands for what. ``speaker`` is the fullest name that the article gives, ``speaker_as_written`` what stands here.
    ``said_on`` is EDTF level 0, resolved from ``said_on_text`` where that can be done. ``checkable`` is False for
    predictions and opinions, which are recorded and not checked. ``score`` (0 to 1) is how much it is worth checking.
    ``repeated_at`` are the other places of the article that say the same in no more words; they are not drafted again.
    """

    span: Span
    literal: str
    statement: str
    claim_type: ClaimType
    checkable: bool
    reason: str
    score: float
    speaker: str | None = None
    speaker_as_written: str | None = None
    speaker_role: str | None = None
    cue: str | None = None
    quoted_words: str | None = None
    said_on: str | None = None
    said_on_text: str | None = None
    said_where: str | None = None
    figures: tuple[Figure, ...] = ()
    replaced: tuple[Replacement, ...] = ()
    repeated_at: tuple[Span, ...] = ()
