import pytest

from db.errors import RecordError
from db.vocabulary import (
    AttributionFinding,
    CaptureOutcome,
    NotForUsReason,
    ReplyState,
    SubstanceFinding,
    Withdrawal,
    WorkState,
)
from tests.makers import (
    NOON,
    make_article,
    make_capture,
    make_claim,
    make_claim_relation,
    make_comment,
    make_desk,
    make_evidence,
    make_passage,
    make_reply,
    make_source,
    make_source_relation,
    make_speaker,
    make_user,
)

CLAIMS_THAT_CONTRADICT_THEMSELVES = {
    "a claim whose words end before they begin": {"start": 5, "end": 5},
    "a claim that begins before its text": {"start": -1},
    "a claim without literal words": {"literal": ""},
    "an open claim without a statement": {"statement": ""},
    "a claim said on a date that is none": {"said_on": "2026-3"},
    "a claim in check that nobody checks": {"work_state": WorkState.IN_CHECK, "assignee_id": None},
    "a claim in review that nobody checks": {"work_state": WorkState.IN_REVIEW, "assignee_id": None},
    "a claim on hold that awaits nothing": {"work_state": WorkState.ON_HOLD, "hold_awaiting": None},
    "an open claim that awaits something": {"hold_awaiting": "the ministry"},
    "a claim turned away without a reason": {"work_state": WorkState.NOT_FOR_US, "not_for_us_reason": None},
    "an open claim with a reason to turn it away": {"not_for_us_reason": NotForUsReason.TRIVIAL},
    "a claim withdrawn for nothing": {"work_state": WorkState.WITHDRAWN, "withdrawal": None},
    "an open claim with a withdrawal": {"withdrawal": Withdrawal.UPDATE},
    "a claim to be re-checked for nothing": {"work_state": WorkState.RECHECK, "recheck_trigger": None},
    "an open claim with a trigger": {"recheck_trigger": "changed"},
    "a signed claim that nobody signed": {
        "work_state": WorkState.SIGNED_OFF,
        "signed_by_id": None,
        "signed_at": None,
        "content_hash": None,
    },
    "a signed claim without a time": {"work_state": WorkState.SIGNED_OFF, "signed_at": None},
    "a published claim without the hash of what was signed": {"work_state": WorkState.PUBLISHED, "content_hash": None},
    "an open claim with the hash of something signed": {"content_hash": "0" * 64},
    "a claim in review without a substance finding": {"work_state": WorkState.IN_REVIEW, "substance_finding": None},
    "a claim in review without an attribution finding": {
        "work_state": WorkState.IN_REVIEW,
        "attribution_finding": None,
    },
    "a published claim without a finding": {"work_state": WorkState.PUBLISHED, "substance_finding": None},
}


@pytest.mark.parametrize("overrides", CLAIMS_THAT_CONTRADICT_THEMSELVES.values(), ids=CLAIMS_THAT_CONTRADICT_THEMSELVES)
def test_the_table_refuses(overrides, database):
    with pytest.raises(RecordError, match="refused the change"), database.write() as session:
        make_claim(session, **overrides)


@pytest.mark.parametrize("state", WorkState)
def test_a_claim_in_any_state_with_what_the_state_asks_for_is_accepted(state, database):
    with database.write() as session:
        assert make_claim(session, work_state=state).id == 1


def test_a_detected_claim_may_still_lack_its_statement(database):
    with database.write() as session:
        make_claim(session, work_state=WorkState.DETECTED, statement="")


def test_a_claim_in_check_may_already_have_findings(database):
    with database.write() as session:
        make_claim(
            session,
            work_state=WorkState.IN_CHECK,
            substance_finding=SubstanceFinding.OUTDATED,
            attribution_finding=AttributionFinding.NO_SPEAKER,
        )


ROWS_THAT_CONTRADICT_THEMSELVES = {
    "a complete capture without bytes": lambda s: make_capture(s, make_source(s), sha256=None),
    "a complete capture without text": lambda s: make_capture(s, make_source(s), text=None),
    "a failed capture without a reason": lambda s: make_capture(s, make_source(s), outcome=CaptureOutcome.GONE),
    "a text without its hash": lambda s: make_capture(s, make_source(s), text_sha256=None),
    "a document without a title": lambda s: make_source(s, title=""),
    "a document published on a date that is none": lambda s: make_source(s, published="May 2024"),
    "an article without a desk": lambda s: make_article(s, desk_id=None),
    "a source without a kind": lambda s: make_source(s, source_kind=None),
    "two documents of one uid": lambda s: (make_source(s, uid="same"), make_source(s, uid="same")),
    "a passage without words": lambda s: make_passage(s, make_source(s), exact=""),
    "a passage at a place in no capture": lambda s: make_passage(s, make_source(s), start=3, end=9),
    "a passage in a capture at no place": lambda s: make_passage(s, make_source(s, text="14 bridges"), capture_id=1),
    "a passage that ends before it begins": lambda s: make_passage(
        s, make_source(s, text="14 bridges"), exact="14", start=5, end=5, capture_id=1
    ),
    "evidence withdrawn for nothing": lambda s: make_evidence(s, withdrawn_at=NOON),
    "evidence with a reason, not withdrawn": lambda s: make_evidence(s, withdrawn_why="a mistake"),
    "an answer without words": lambda s: make_reply(s, make_claim(s), state=ReplyState.ANSWERED, settled_at=NOON),
    "words of an answer still awaited": lambda s: make_reply(s, make_claim(s), answer="14"),
    "a settled reply without a time": lambda s: make_reply(s, make_claim(s), state=ReplyState.NO_ANSWER),
    "an empty comment": lambda s: make_comment(s, make_claim(s), body=""),
    "a comment resolved by nobody": lambda s: make_comment(s, make_claim(s), resolved_at=NOON),
    "a claim that repeats itself": lambda s: make_claim_relation(s, (claim := make_claim(s)), claim),
    "a source that reprints itself": lambda s: make_source_relation(s, (source := make_source(s)), source),
    "a desk where everything is stale": lambda s: make_desk(s, stale_after_days=0),
    "two people of one address": lambda s: (make_user(s, email="a@example.org"), make_user(s, email="a@example.org")),
    "two speakers of one uid": lambda s: (make_speaker(s, uid="same"), make_speaker(s, uid="same")),
}


@pytest.mark.parametrize("make", ROWS_THAT_CONTRADICT_THEMSELVES.values(), ids=ROWS_THAT_CONTRADICT_THEMSELVES)
def test_the_tables_refuse(make, database):
    with pytest.raises(RecordError, match="refused the change"), database.write() as session:
        make(session)


def test_a_word_outside_the_vocabulary_is_refused_even_from_the_databases_own_tools(database):
    from tests.db.tampering import raw

    with database.write() as session:
        make_claim(session)
    with raw(database) as execute, pytest.raises(Exception, match=r"(?i)check constraint"):
        execute("UPDATE claim SET work_state = 'almost_done'")
