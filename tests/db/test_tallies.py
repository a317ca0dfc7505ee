import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from db import chain
from db.models import Claim, ClaimFlag, Evidence, Source, Speaker
from db.vocabulary import (
    CaptureOutcome,
    ClaimOrigin,
    EventAction,
    Flag,
    NotForUsReason,
    SourceKind,
    SubstanceFinding,
    Tier,
    WorkState,
)
from tests.db.recounting import differences
from tests.makers import (
    NOON,
    event,
    make_article,
    make_capture,
    make_claim,
    make_desk,
    make_evidence,
    make_flag,
    make_source,
    make_speaker,
    make_user,
)

STATES = [
    *(WorkState.DETECTED, WorkState.OPEN, WorkState.IN_CHECK, WorkState.IN_REVIEW, WorkState.PUBLISHED),
    WorkState.NOT_FOR_US,
]
STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            ["claim", "state", "finding", "tier", "flag", "unflag", "evidence", "withdraw", "restore", "move"]
        )
        | st.sampled_from(["source", "kind", "capture", "failed", "speaker", "turn", "said by", "since", "happened"])
        | st.sampled_from(["draft", "drafter", "origin"]),
        st.integers(0, 7),
    ),
    min_size=5,
    max_size=40,
)


def take(session, step, number):  # noqa: C901, PLR0912, PLR0915 - one case a kind of change
    """Make one change to the record; ``number`` picks what is changed and into what."""
    claims, sources = session.scalars(select(Claim).order_by(Claim.id)).all(), session.scalars(select(Source)).all()
    pieces = session.scalars(select(Evidence).order_by(Evidence.id)).all()
    claim, source = claims[number % len(claims)], sources[number % len(sources)]
    piece = pieces[number % len(pieces)] if pieces else None
    match step:
        case "claim":
            desk = make_desk(session) if number == 7 else None
            came = NOON - dt.timedelta(days=number * 3)
            make_claim(session, article=make_article(session, desk=desk), checkable=bool(number % 2), created_at=came)
        case "state":
            claim.substance_finding = claim.substance_finding or SubstanceFinding.SUPPORTED
            claim.attribution_finding = "confirmed"
            claim.assignee_id = 1
            claim.work_state = STATES[number % len(STATES)]
            away = claim.work_state is WorkState.NOT_FOR_US
            claim.not_for_us_reason = NotForUsReason.TRIVIAL if away else None
            signed = claim.work_state.signed
            claim.signed_by_id, claim.signed_at, claim.content_hash = (1, NOON, "0" * 64) if signed else (None,) * 3
        case "draft":
            came = NOON - dt.timedelta(days=number * 3)
            drafted = {"origin": ClaimOrigin.MACHINE, "drafted_by": f"rules {number % 2}" if number else None}
            make_claim(session, work_state=WorkState.DETECTED, created_at=came, **drafted)
        case "drafter":
            claim.drafted_by = [None, "rules 0", "rules 1"][number % 3]
        case "origin":
            claim.origin = list(ClaimOrigin)[number % 3]
        case "finding":
            claim.substance_finding = list(SubstanceFinding)[number]
        case "tier":
            claim.best_tier = [*Tier, None][number % 6]
        case "said by":
            speakers = session.scalars(select(Speaker).order_by(Speaker.id)).all()
            claim.speaker_id = [None, *(speaker.id for speaker in speakers)][number % (len(speakers) + 1)]
        case "since":
            claim.state_since = NOON - dt.timedelta(days=number * 3)
        case "happened":
            told = {"state": ["signed_off", "recheck", "in_check"][number % 3], "recheck_trigger": "signed_off"}
            at = NOON + dt.timedelta(days=number * 3)
            chain.append(session, [event(claim.id, at=at, action=EventAction.CLAIM_MOVED, after=told)])
        case "turn":
            claim.checkable = not claim.checkable
        case "flag" if session.get(ClaimFlag, (claim.id, list(Flag)[number])) is None:
            make_flag(session, claim, list(Flag)[number])
        case "unflag":
            for flag in session.scalars(select(ClaimFlag).limit(number)):
                session.delete(flag)
        case "evidence":
            make_evidence(session, claim, source)
        case "withdraw" if piece:
            piece.withdrawn_at, piece.withdrawn_why = NOON, "a mistake"
        case "restore" if piece:
            piece.withdrawn_at = piece.withdrawn_why = None
        case "move" if piece:
            piece.source_id, piece.claim_id = source.id, claim.id
        case "source":
            make_source(session)
        case "kind":
            source.source_kind = list(SourceKind)[number]
        case "capture":
            make_capture(session, source)
        case "failed":
            make_capture(session, source, outcome=CaptureOutcome.GONE, reason="It is gone (404).")
        case "speaker":
            make_speaker(session)
    session.flush()


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_the_tallies_equal_a_recount_after_any_changes(database, steps):
    with database.write() as session:
        make_user(session)
        make_claim(session)
        make_source(session)
        for step, number in steps:
            take(session, step, number)
        assert differences(session) == {}


def test_a_change_that_is_undone_leaves_the_tallies_as_they_were(database):
    with database.write() as session:
        make_evidence(session)
    with pytest.raises(ZeroDivisionError), database.write() as session:  # noqa: PT012
        make_evidence(session)
        raise ZeroDivisionError
    with database.read() as session:
        assert differences(session) == {}
