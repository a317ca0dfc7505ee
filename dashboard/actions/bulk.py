"""One deed on many claims: tried without keeping anything, done, undone. Each claim is saved or refused by itself."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping, Sequence

from sqlalchemy.orm import Session

from dashboard.actions.attempts import writing
from dashboard.outcome import BulkResult, Former
from dashboard.texts import bulk as texts
from dashboard.wish import Bulk, BulkDeed
from db.errors import FirsthandError
from db.models import Claim
from db.rows import UserRow, claim_ref
from db.vocabulary import NotForUsReason
from firsthand import desk

Change = Callable[[Session, desk.Actor, int, int], Claim]


class _NothingKeptError(Exception):
    """Ends a transaction of which nothing is to be kept."""


def preview(person: UserRow, claims: Mapping[int, int], wish: Bulk) -> BulkResult:
    """Tell what a deed would do to claims (number to version seen): do it, and undo the whole transaction."""
    return _many(person, claims, lambda _: _deed(wish), keep=False)


def change(person: UserRow, claims: Mapping[int, int], wish: Bulk) -> BulkResult:
    """Do a deed on claims (number to version seen), in one transaction with a savepoint for each."""
    return _many(person, claims, lambda _: _deed(wish), keep=True)


def undo(person: UserRow, deed: BulkDeed, changed: Sequence[Former]) -> BulkResult:
    """Bring claims back to what they were, by another deed of the desk that the history tells like any other."""
    by_id = {former.claim_id: former for former in changed}
    claims = {former.claim_id: former.version for former in changed}
    return _many(person, claims, lambda claim_id: _way_back(deed, by_id[claim_id]), keep=True)


def _many(person: UserRow, claims: Mapping[int, int], change_of: Callable[[int], Change], *, keep: bool) -> BulkResult:
    actor = desk.Actor.of(person)
    former: dict[int, Former] = {}
    result = BulkResult()
    try:
        with contextlib.suppress(_NothingKeptError), writing() as session:

            def one(seen: desk.Seen) -> Claim:
                was = session.get(Claim, seen.claim_id)
                before = _former(was) if was is not None else None
                claim = change_of(seen.claim_id)(session, actor, seen.claim_id, seen.version)
                session.flush()
                if before is not None:
                    former[claim.id] = _at_version(before, claim.version)
                return claim

            done = desk.change_many(session, [desk.Seen(*claim) for claim in claims.items()], one)
            result = BulkResult(tuple(former[number] for number in done.changed), done.unchanged, done.refused)
            if not keep:
                raise _NothingKeptError
    except FirsthandError as error:  # the record itself: nothing of these claims was kept
        return BulkResult(refused=tuple((number, f"{claim_ref(number)}: {error}") for number in claims))
    return result


def _former(claim: Claim) -> Former:
    return Former(
        claim.id,
        claim.version,
        claim.assignee_id,
        claim.not_for_us_reason,
        claim.hold_awaiting or "",
        claim.hold_from or "",
        claim.hold_until,
    )


def _at_version(former: Former, version: int) -> Former:
    return Former(
        former.claim_id,
        version,
        former.assignee_id,
        former.reason,
        former.awaiting,
        former.from_whom,
        former.until,
    )


def _deed(wish: Bulk) -> Change:
    return {
        BulkDeed.KEEP: lambda s, a, i, v: desk.open_claim(s, a, i, v, wish.why),
        BulkDeed.NOT_FOR_US: lambda s, a, i, v: desk.turn_away(
            s, a, i, v, wish.reason or NotForUsReason.NOT_A_CLAIM, wish.why
        ),
        BulkDeed.BRING_BACK: lambda s, a, i, v: desk.open_claim(s, a, i, v, wish.why),
        BulkDeed.GIVE: lambda s, a, i, v: desk.assign(s, a, i, v, wish.assignee_id),
        BulkDeed.TAKE_UP: lambda s, a, i, v: desk.take_up(s, a, i, v, wish.assignee_id),
        BulkDeed.HOLD: lambda s, a, i, v: desk.hold(
            s, a, i, v, awaiting=wish.awaiting, from_whom=wish.from_whom, until=wish.until
        ),
        BulkDeed.RESUME: lambda s, a, i, v: desk.resume(s, a, i, v, wish.why),
        BulkDeed.RETURN: lambda s, a, i, v: desk.send_back(s, a, i, v, wish.why),
        BulkDeed.RECHECK: lambda s, a, i, v: desk.reopen(s, a, i, v, wish.why),
    }[wish.deed]


def _way_back(deed: BulkDeed, former: Former) -> Change:
    why = texts.UNDONE
    ways: dict[BulkDeed, Change] = {
        BulkDeed.NOT_FOR_US: lambda s, a, i, v: desk.open_claim(s, a, i, v, why),
        BulkDeed.BRING_BACK: lambda s, a, i, v: desk.turn_away(
            s, a, i, v, former.reason or NotForUsReason.NOT_A_CLAIM, why
        ),
        BulkDeed.GIVE: lambda s, a, i, v: desk.assign(s, a, i, v, former.assignee_id),
        BulkDeed.HOLD: lambda s, a, i, v: desk.resume(s, a, i, v, why),
        BulkDeed.RESUME: lambda s, a, i, v: desk.hold(
            s, a, i, v, awaiting=former.awaiting, from_whom=former.from_whom, until=former.until
        ),
    }
    return ways[deed]
