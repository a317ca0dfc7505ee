"""Whatever a person did on a claim's page, carried out."""

from __future__ import annotations

from typing import assert_never

from dashboard.actions.backing import add_evidence, change_evidence, surround, withdraw_evidence
from dashboard.actions.claims import assign, edit_claim, log_recheck, move, set_findings, sign_off
from dashboard.actions.watching import keep_anchor, place_again
from dashboard.outcome import Outcome
from dashboard.wish import (
    Assigned,
    Deed,
    Edited,
    Judged,
    Rechecked,
    Related,
    Remark,
    Reply,
    Request,
    Resolved,
    Search,
    Signed,
    TakenBack,
    Wish,
)
from dashboard.wish.watching import Kept, PlacedAgain
from db.rows import EvidenceDraft, Findings, UserRow


def carry_out(  # noqa: C901, PLR0911, PLR0912 - one line a deed
    person: UserRow, claim_id: int, seen: int, deed: Deed
) -> Outcome:
    """Do it; ``seen`` is the version of the claim that the person saw."""
    match deed:
        case Wish():
            return move(person, claim_id, seen, deed)
        case EvidenceDraft():
            return add_evidence(person, claim_id, seen, deed)
        case Judged(evidence_id, piece_seen, aspect, stance, tier, note):
            return change_evidence(
                person, claim_id, evidence_id, piece_seen, aspect=aspect, stance=stance, tier=tier, note=note
            )
        case TakenBack(evidence_id, piece_seen, why):
            return withdraw_evidence(person, claim_id, evidence_id, piece_seen, why)
        case Kept():
            return keep_anchor(person, claim_id, deed)
        case PlacedAgain():
            return place_again(person, claim_id, deed)
        case Findings():
            return set_findings(person, claim_id, seen, deed)
        case Signed(findings, why):
            return sign_off(person, claim_id, seen, findings, why)
        case Rechecked(looked_at, note):
            return log_recheck(person, claim_id, seen, looked_at, note)
        case Edited(changes, why):
            return edit_claim(person, claim_id, seen, changes, why)
        case Assigned(user_id):
            return assign(person, claim_id, seen, user_id)
        case Search() | Request() | Reply() | Remark() | Resolved() | Related():
            return surround(person, claim_id, deed)
        case _:
            assert_never(deed)
