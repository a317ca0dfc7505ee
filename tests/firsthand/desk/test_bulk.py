from __future__ import annotations

from db import chain
from db.models import Claim
from db.vocabulary import Aspect, EventAction, NotForUsReason, Stance, Tier, WorkState
from firsthand import desk
from firsthand.desk import BulkOutcome, Seen
from firsthand.verification import verify
from tests.firsthand.newsroom import Newsroom

S = WorkState


def _turned_away(newsroom: Newsroom, claims: list[Seen]) -> BulkOutcome:
    with newsroom.database.write() as session:
        return desk.change_many(
            session,
            claims,
            lambda seen: desk.turn_away(
                session, newsroom.chris, seen.claim_id, seen.version, NotForUsReason.TRIVIAL, "Not today"
            ),
        )


def test_each_claim_changes_or_says_why_it_did_not(newsroom: Newsroom) -> None:
    drafts = [newsroom.draft() for _ in range(3)]
    newsroom.on(drafts[1], desk.open_claim, newsroom.chris)
    signed = newsroom.at(S.SIGNED_OFF)
    seen = [Seen(claim.id, claim.version) for claim in (*drafts, signed)] + [Seen(9999, 1)]
    known = len(newsroom.events())
    outcome = _turned_away(newsroom, seen)
    assert outcome.changed == (drafts[0].id, drafts[2].id)
    reasons = dict(outcome.refused)
    assert reasons.keys() == {drafts[1].id, signed.id, 9999}
    assert "was changed by chris@desk.example" in reasons[drafts[1].id]
    assert "cannot become «not for us»" in reasons[signed.id]
    assert "There is no claim FH-009999" in reasons[9999]
    assert outcome.sentence == "2 changed, 3 left as they were"
    states = [newsroom.claim(claim.id).work_state for claim in (*drafts, signed)]
    assert states == [S.NOT_FOR_US, S.OPEN, S.NOT_FOR_US, S.SIGNED_OFF]
    told = newsroom.events()[known:]
    assert [(event.record_id, event.action, event.why) for event in told] == [
        (drafts[0].id, EventAction.CLAIM_MOVED, "Not today"),
        (drafts[2].id, EventAction.CLAIM_MOVED, "Not today"),
    ]


def test_a_claim_named_twice_changes_once(local_newsroom: Newsroom) -> None:
    draft = local_newsroom.draft()
    outcome = _turned_away(local_newsroom, [Seen(draft.id, 1), Seen(draft.id, 1)])
    assert (len(outcome.changed), len(outcome.refused)) == (1, 1)


def test_a_claim_that_is_so_already_is_told_apart_from_one_that_changed(newsroom: Newsroom) -> None:
    mine, other = newsroom.at(S.OPEN), newsroom.at(S.OPEN)
    newsroom.on(mine, desk.assign, newsroom.chris, newsroom.chris.id)
    seen = [Seen(claim.id, newsroom.claim(claim.id).version) for claim in (mine, other)]
    with newsroom.database.write() as session:
        outcome = desk.change_many(
            session,
            seen,
            lambda one: desk.assign(session, newsroom.chris, one.claim_id, one.version, newsroom.chris.id),
        )
    assert (outcome.changed, outcome.unchanged, outcome.refused) == ((other.id,), (mine.id,), ())
    assert outcome.sentence == "1 changed, 1 so already"


def test_nothing_asked_changes_nothing(local_newsroom: Newsroom) -> None:
    before = local_newsroom.everything()
    assert _turned_away(local_newsroom, []) == BulkOutcome((), ())
    assert local_newsroom.everything() == before
    assert BulkOutcome((1,), ()).sentence == "1 changed"


def test_a_deed_that_is_refused_halfway_leaves_neither_row_nor_event_nor_checkpoint(newsroom: Newsroom) -> None:
    claim = newsroom.at(S.IN_CHECK)
    piece = newsroom.live(claim)[0]
    judged = {"aspect": Aspect.SUBSTANCE, "stance": Stance.REFUTES, "tier": Tier.UNKNOWN, "note": "No"}
    before, heads = newsroom.everything(), newsroom.database.checkpoints.read()
    with newsroom.database.write() as session:

        def change(seen: Seen) -> Claim:
            desk.change_evidence(session, newsroom.chris, piece.id, piece.version, **judged)  # type: ignore[arg-type]
            return desk.edit_claim(session, newsroom.chris, seen.claim_id, seen.version, {"statement": ""})

        outcome = desk.change_many(session, [Seen(claim.id, claim.version)], change)
    assert len(outcome.refused) == 1
    assert newsroom.everything() == before
    assert newsroom.database.checkpoints.read() == heads
    with newsroom.database.read() as session:
        assert chain.head(session) == heads[-1]
    assert verify(newsroom.database).sound
