"""From an article's address to the first hand, to a signature, and to the bell: by jobs, on a web of real pages."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest
from sqlalchemy import select

from db.models import Article, Capture, Claim, ClaimFlag, Evidence, OriginSuggestion, SourceRelation
from db.queries import people, traces
from db.rows import EvidenceDraft, Findings, JobRow, TraceStep, UserRow
from db.session import Database
from db.vocabulary import (
    Aspect,
    AttributionFinding,
    CaptureOutcome,
    Confidence,
    Flag,
    JobState,
    MatchGrade,
    ResemblanceDecision,
    SourceRelationKind,
    Stance,
    SubstanceFinding,
    Tier,
    TraceOutcome,
    WorkState,
)
from firsthand import desk, finding
from firsthand.evidence.alignment import align_quote
from firsthand.evidence.passages import locator
from firsthand.jobs import Jobs
from firsthand.settings import Settings, load_settings
from firsthand.sources.captures import source_at
from firsthand.verification import verify
from firsthand.workspace import open_record, person
from tests.firsthand.jobs.working import working
from tests.firsthand.sources.loopback import loopback_web
from tests.web import story
from tests.web.server import SmallWeb

PATIENCE = 120  # seconds


class Room(NamedTuple):
    """A desk of two with its jobs, and the web that it reads."""

    database: Database
    settings: Settings
    jobs: Jobs
    web: SmallWeb
    ann: UserRow
    bob: UserRow

    def over(self, job_id: str) -> JobRow:
        """Wait until a job is over."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            job = self.jobs.get(job_id)
            if job is not None and job.state.over:
                return job
            time.sleep(0.1)
        raise AssertionError(self.jobs.get(job_id))

    def do(self, deed: Callable[..., object], who: UserRow, *given: object, **named: object) -> None:
        """Do something on the desk."""
        with self.database.write() as session:
            deed(session, desk.Actor.of(who), *given, **named)

    def on(self, claim_id: int, deed: Callable[..., object], who: UserRow, *given: object) -> None:
        """Do something with a claim as it is now."""
        self.do(deed, who, claim_id, self.claim(claim_id).version, *given)

    def claim(self, claim_id: int) -> Claim:
        """Look at a claim."""
        with self.database.read() as session:
            claim = session.get(Claim, claim_id)
            assert claim is not None
            session.expunge(claim)
            return claim

    def flags(self, claim_id: int) -> set[Flag]:
        """Look at a claim's flags."""
        with self.database.read() as session:
            return set(session.scalars(select(ClaimFlag.flag).where(ClaimFlag.claim_id == claim_id)))


@pytest.fixture
def room(tmp_path) -> Iterator[Room]:
    settings = load_settings({"FIRSTHAND_HOME": str(tmp_path), "FIRSTHAND_USER": "ann", "FIRSTHAND_WATCH": "0"})
    database = open_record(settings)
    with SmallWeb() as web, loopback_web(dict.fromkeys(story.HOSTS, ("127.0.0.1", web.port))) as client:
        ann, bob = person(database, "ann"), person(database, "bob")
        with working(database, settings, client):
            yield Room(database, settings, Jobs(settings), web, ann, bob)


def _taken_in(room: Room) -> Claim:
    """Take the article in by its address; give the draft that holds the minister's sentence."""
    with room.database.read() as session:
        desk_id = people.desks(session)[0].id
    job = room.over(room.jobs.take_in(room.ann, desk_id, [story.ARTICLE]))
    assert job.state is JobState.DONE, job.sentence
    with room.database.read() as session:
        article = session.scalars(select(Article)).one()
        assert (article.title, article.published) == ("Islanders fear for their ferry", "2026-03-04")
        claims = session.scalars(select(Claim).where(Claim.article_id == article.id)).all()
        draft = next(claim for claim in claims if "close the Norden" in claim.literal)
        session.expunge(draft)
    room.do(desk.open_claim, room.ann, draft.id, draft.version, draft.statement)
    return room.claim(draft.id)


def _put_forward(room: Room, claim: Claim, step: TraceStep, stance: Stance, tier: Tier) -> None:
    """Put the place of the quoted words on a station of a trace forward."""
    with room.database.read() as session:
        capture = session.get(Capture, step.capture_id)
        assert capture is not None
        place = align_quote(claim.quoted_words or "", capture.text or "").span
    assert place is not None
    draft = EvidenceDraft(
        source_id=step.document_id or 0,
        capture_id=step.capture_id,
        start=place.start,
        end=place.end,
        exact="",
        aspect=Aspect.ATTRIBUTION,
        stance=stance,
        tier=tier,
    )
    room.on(claim.id, desk.add_evidence, room.ann, draft)


def _sign(room: Room, claim: Claim) -> None:
    """Conclude, and have the second person sign."""
    said = Findings(
        SubstanceFinding.MISLEADING, AttributionFinding.OTHER_WORDS, "She said «may», and «unless».", Confidence.HIGH
    )
    room.on(claim.id, desk.set_findings, room.ann, said)
    room.on(claim.id, desk.send_to_review, room.ann)
    room.on(claim.id, desk.sign_off, room.bob, said)
    assert room.claim(claim.id).work_state is WorkState.SIGNED_OFF


def test_from_an_article_to_the_first_hand_to_a_signature_to_the_bell(room: Room) -> None:
    claim = _taken_in(room)
    assert claim.quoted_words
    assert "We will have to close" in claim.quoted_words

    with room.database.read() as session:
        offered = finding.suggestions(session, claim.id)
    assert offered[0].url == story.COPY

    job = room.over(room.jobs.trace(room.ann, claim.id))
    assert job.state is JobState.DONE, job.sentence
    with room.database.read() as session:
        trace = traces.of_claim(session, claim.id)[0]
    assert trace.outcome is TraceOutcome.FOUND, trace.reason
    assert [step.url for step in trace.steps if step.url != story.ARTICLE] == [
        story.COPY,
        story.REPORT,
        story.TRANSCRIPT,
    ]
    first_hand = trace.steps[-1]
    assert first_hand.document_id is not None
    assert first_hand.capture_id is not None
    assert first_hand.tier is Tier.PRIMARY

    with room.database.read() as session:
        capture = session.get(Capture, first_hand.capture_id)
        assert capture is not None
        assert (capture.outcome, capture.status) == (CaptureOutcome.COMPLETE, 200)
        text = capture.text or ""
    found = align_quote(claim.quoted_words, text)
    assert found.grade is MatchGrade.NEAR
    assert found.span is not None
    room.on(claim.id, desk.take_up, room.ann)
    _put_forward(room, claim, first_hand, Stance.REFUTES, Tier.PRIMARY)
    _sign(room, claim)

    looked = room.over(room.jobs.watch(room.ann, [first_hand.document_id]))
    assert looked.state is JobState.DONE, looked.sentence
    assert room.claim(claim.id).work_state is WorkState.SIGNED_OFF

    room.web.pages[story.TRANSCRIPT] = story.transcript(story.LATER_SAID)
    assert room.over(room.jobs.watch(room.ann, [first_hand.document_id])).state is JobState.DONE
    claim = room.claim(claim.id)
    assert claim.work_state is WorkState.RECHECK
    assert f"FS-{first_hand.document_id:06}" in (claim.recheck_trigger or "")
    assert Flag.ANCHOR_LOST in room.flags(claim.id)

    room.web.take_away(story.TRANSCRIPT)
    room.over(room.jobs.watch(room.ann, [first_hand.document_id]))
    assert {Flag.ANCHOR_LOST, Flag.DEAD_LINK} <= room.flags(claim.id)
    with room.database.read() as session:
        piece = session.scalars(select(Evidence)).one()
        assert piece.passage.exact == text[found.span.start : found.span.end]
        kept = session.get(Capture, first_hand.capture_id)
        assert kept is not None
        assert room.database.blobs.intact(kept.sha256 or "")
    assert verify(room.database).sound


def test_copies_that_a_person_confirms_count_as_one_origin(room: Room) -> None:
    claim = _taken_in(room)
    room.over(room.jobs.trace(room.ann, claim.id))
    with room.database.read() as session:
        steps = traces.of_claim(session, claim.id)[0].steps
    copy, report = (next(step for step in steps if step.url == url) for url in (story.COPY, story.REPORT))
    with room.database.read() as session:
        asked = select(OriginSuggestion).where(OriginSuggestion.source_id == copy.document_id)
        suggested = session.scalars(asked).one()
        assert (suggested.kind, suggested.decision) == (SourceRelationKind.REPRINTS, ResemblanceDecision.SUGGESTED)
        suggestion_id = suggested.id
    room.do(desk.decide_origin, room.ann, suggestion_id, ResemblanceDecision.CONFIRMED)
    with room.database.read() as session:
        relation = session.scalars(select(SourceRelation)).one()
        assert (relation.source_id, relation.other_id) == (copy.document_id, report.document_id)

    room.on(claim.id, desk.take_up, room.ann)
    for step in (copy, report):
        _put_forward(room, claim, step, Stance.SUPPORTS, Tier.SECONDARY)
    assert {Flag.SINGLE_ORIGIN, Flag.SECONDARY_ONLY} <= room.flags(claim.id)


def test_an_article_that_is_edited_under_a_signed_claim_rings_the_bell(room: Room) -> None:
    claim = _taken_in(room)
    room.over(room.jobs.trace(room.ann, claim.id))
    with room.database.read() as session:
        first_hand = traces.of_claim(session, claim.id)[0].steps[-1]
    room.on(claim.id, desk.take_up, room.ann)
    _put_forward(room, claim, first_hand, Stance.REFUTES, Tier.PRIMARY)
    _sign(room, claim)

    page = room.web.pages[story.ARTICLE]
    softened = page.body.replace(b"We will have to close", b"We may have to close")
    assert softened != page.body
    room.web.pages[story.ARTICLE] = page._replace(body=softened)
    assert room.over(room.jobs.watch(room.ann, [claim.article_id])).state is JobState.DONE
    now = room.claim(claim.id)
    assert now.work_state is WorkState.RECHECK
    assert f"FA-{claim.article_id:06}" in (now.recheck_trigger or "")
    assert Flag.CHANGED_SINCE_CHECK in room.flags(claim.id)
    assert (now.literal, now.capture_id) == (claim.literal, claim.capture_id)


def test_a_passage_of_a_pdf_is_found_on_its_page(room: Room) -> None:
    source_id = source_at(room.database, desk.Actor.of(room.ann), story.TRANSCRIPT_PDF)
    assert room.over(room.jobs.capture(room.ann, [source_id])).state is JobState.DONE
    with room.database.read() as session:
        capture = session.scalars(select(Capture).where(Capture.document_id == source_id)).one()
        assert (capture.outcome, capture.media_type) == (CaptureOutcome.COMPLETE, "application/pdf")
        text = capture.text or ""
    place = align_quote("the road tunnel at Skar", text).span
    assert place is not None
    assert locator(text, place).startswith("page 2,")


def test_an_address_that_leads_inward_is_refused_in_words_and_nothing_inside_is_asked(room: Room) -> None:
    source_id = source_at(room.database, desk.Actor.of(room.ann), story.INWARD)
    job = room.over(room.jobs.capture(room.ann, [source_id]))
    with room.database.read() as session:
        capture = session.scalars(select(Capture).where(Capture.document_id == source_id)).one()
        assert (capture.outcome, capture.sha256) == (CaptureOutcome.REFUSED, None)
        assert capture.reason
        assert "private" in capture.reason
    assert job.state.over
    assert not any("127.0.0.1" in address for address in room.web.asked)
