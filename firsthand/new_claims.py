"""Drafts as the desk takes them: what was read in an article's words, with what the machine made of them."""

from __future__ import annotations

from collections.abc import Iterable

from db.rows import FigureRead, Reading, Replaced
from firsthand import desk
from firsthand.claims.drafts import DraftClaim
from firsthand.claims.figures import Figure
from firsthand.claims.statements import Replacement

_MOST = 1000  # thousandths of a score that is whole


def new_claims(article_id: int, capture_id: int, drafts: Iterable[DraftClaim]) -> list[desk.NewClaim]:
    """Turn drafts into claims to be added; their offsets are those of the capture's text."""
    return [_new_claim(article_id, capture_id, draft) for draft in drafts]


def _new_claim(article_id: int, capture_id: int, draft: DraftClaim) -> desk.NewClaim:
    return desk.NewClaim(
        article_id=article_id,
        capture_id=capture_id,
        start=draft.span.start,
        end=draft.span.end,
        statement=draft.statement,
        claim_type=draft.claim_type,
        checkable=draft.checkable,
        speaker_as_named=draft.speaker,
        speaker_role=draft.speaker_role,
        cue=draft.cue,
        quoted_words=draft.quoted_words,
        said_on=draft.said_on,
        said_on_text=draft.said_on_text,
        said_where=draft.said_where,
        draft_reason=_reason(draft),
        worth=round(_MOST * draft.score),
        reading=Reading(
            figures=tuple(map(_figure, draft.figures)),
            replaced=tuple(map(_replaced, draft.replaced)),
        ),
    )


def _reason(draft: DraftClaim) -> str:
    again = len(draft.repeated_at)
    if not again:
        return draft.reason
    return (
        f"{draft.reason} The article says it again in {'one other place' if again == 1 else f'{again} other places'}."
    )


def _figure(figure: Figure) -> FigureRead:
    return FigureRead(
        start=figure.span.start,
        end=figure.span.end,
        words=figure.words,
        value=f"{figure.value.normalize():f}",
        scale=figure.scale,
        unit=figure.unit,
        period=figure.period,
        hedge=figure.hedge,
    )


def _replaced(replacement: Replacement) -> Replaced:
    span = replacement.span
    return Replaced(span.start, span.end, replacement.words, replacement.stands_for)
