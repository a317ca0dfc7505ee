"""What a browser sends of somebody who goes through drafts, read into what they want; nothing else gets through."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from dashboard.texts import triage as texts
from dashboard.wish import Compare, Keep, Merge, Piece, Reword, Split, TakeBack, Triage, TurnAway
from db.rows import ClaimRow, parse_ref
from db.vocabulary import ClaimType, NotForUsReason

_MOST_PIECES = 20


class Act(NamedTuple):
    """What is wanted with a draft as it was shown; ``number`` counts what one tab of a browser asked for."""

    number: int
    claim_id: int
    seen: int
    wish: Triage


def number(sent: Mapping[str, Any]) -> int:
    """Tell the number of an act; 0 where it has none."""
    known = sent.get("n")
    return known if isinstance(known, int) else 0


def read(sent: Mapping[str, Any], drafts: Mapping[int, ClaimRow], apart: Mapping[int, int]) -> Act | None:
    """Read an act on one of the drafts; None for anything that is none.

    ``apart`` tells for each draft which paragraph it stands in.
    """
    if sent.get("deed") == "undo":
        return Act(number(sent), 0, 0, TakeBack())
    draft = drafts.get(parse_ref(str(sent.get("ref", "")), "FH") or 0)
    seen = sent.get("version")
    if draft is None or not isinstance(seen, int):
        return None
    try:
        wish = _wish(sent, draft, drafts, apart)
    except (KeyError, TypeError, ValueError, IndexError):
        return None
    return Act(number(sent), draft.id, seen, wish) if wish is not None else None


def _wish(  # noqa: PLR0911 - one line a deed
    sent: Mapping[str, Any], draft: ClaimRow, drafts: Mapping[int, ClaimRow], apart: Mapping[int, int]
) -> Triage | None:
    match sent.get("deed"):
        case "keep":
            return Keep(_changes(sent.get("changes") or {}))
        case "away":
            return TurnAway(NotForUsReason(sent["reason"]))
        case "reword":
            return Reword(draft.reading.suggested[int(sent["number"])].statement)
        case "merge":
            other = drafts[parse_ref(str(sent["other"]), "FH") or 0]
            near = draft.capture_id == other.capture_id and apart.get(draft.id) == apart.get(other.id)
            return Merge(other.id, int(sent["other_version"]), both(draft, other, near=near))
        case "split":
            pieces = sent["pieces"][:_MOST_PIECES]
            return Split(tuple(Piece(int(one["start"]), int(one["end"]), str(one["statement"])) for one in pieces))
        case "compare":
            return Compare(parse_ref(str(sent["other"]), "FH") or 0, bool(sent["same"]))
    return None


def _changes(sent: Mapping[str, Any]) -> dict[str, object]:
    """Read the fields that somebody changed; an empty one is none, but for the statement."""
    changes: dict[str, object] = {}
    for name in texts.FIELDS:
        if name in sent:
            value = " ".join(str(sent[name]).split())
            changes[name] = ClaimType(value) if name == "claim_type" else value or ("" if name == "statement" else None)
    return changes


def both(draft: ClaimRow, other: ClaimRow, *, near: bool) -> str:
    """Write what two drafts say as one statement: both sentences, in their order, where they stand close together."""
    mine, theirs = (row.statement.strip() or row.literal.strip() for row in (draft, other))
    if not near or theirs in mine:
        return mine
    if mine in theirs:
        return theirs
    return f"{mine} {theirs}" if draft.start <= other.start else f"{theirs} {mine}"
