"""Whatever a person did beside an article's text, carried out."""

from __future__ import annotations

from typing import assert_never

from dashboard.actions import references
from dashboard.actions.claims import move
from dashboard.actions.documents import add_claim
from dashboard.outcome import Outcome
from dashboard.wish import Followed, Tied
from dashboard.wish.reader import Decided, NewClaim
from db.rows import UserRow


def carry_out(person: UserRow, article_id: int, capture_id: int, deed: NewClaim | Decided | Tied | Followed) -> Outcome:
    """Do it; a new claim is one of the capture on view, and the outcome's ``ref``."""
    match deed:
        case NewClaim(words, statement, claim_type, speaker, at):
            return add_claim(person, article_id, capture_id, words, statement, claim_type, speaker, at)
        case Decided(claim_id, seen, wish):
            return move(person, claim_id, seen, wish)
        case Tied() | Followed():
            return references.carry_out(person, deed)
        case _:
            assert_never(deed)
