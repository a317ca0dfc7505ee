"""Empty records to load cases into, and a desk with the odd things that a case file has to carry."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from db.models import Anchor, Attestation, Evidence, Observation, OriginSuggestion, Resemblance, Trace
from db.queries import references
from db.rows import FigureRead, Findings, Hop, Reading, Replaced, Suggested
from db.session import Database
from db.vocabulary import (
    AnchorHealth,
    Archive,
    AttestationState,
    AttributionFinding,
    CaptureMethod,
    CaptureOutcome,
    ClaimRelationKind,
    Confidence,
    ObservationOutcome,
    ResemblanceDecision,
    SearchOutcome,
    SourceKind,
    SourceRelationKind,
    SpeakerKind,
    SubstanceFinding,
    TraceOutcome,
    WorkState,
)
from firsthand import desk
from firsthand.exchange.case_files import export_case_file
from tests.firsthand.newsroom import Newsroom

ODD_TEXT = "首相は「橋を１４本閉じた」と述べた。 רֹאשׁ הממשלה אמר: 14 גשרים. e\u0301 \u202eabc\u202c 👩‍👩‍👧"


def exported(database: Database, folder: Path, *articles: str) -> dict[str, Any]:
    """Export a record and read the file back."""
    path = folder / "exported.json"
    export_case_file(database, path, title="Case", articles=articles, replace=True)
    case: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return case


def written(case: object, folder: Path) -> Path:
    """Write a case file."""
    path = folder / "case.json"
    path.write_text(json.dumps(case, ensure_ascii=False), encoding="utf-8")
    return path


def fill(newsroom: Newsroom) -> None:
    """Give a newsroom one of everything: every state, odd bytes, withdrawn evidence, foreign scripts."""
    for state in WorkState:
        newsroom.at(state)
    claim = newsroom.at(WorkState.IN_REVIEW)
    newsroom.on(claim, desk.add_evidence, newsroom.chris, newsroom.evidence(note="漢字", locator="第3頁"))
    piece = newsroom.live(claim)[-1]
    newsroom.do(desk.withdraw_evidence, newsroom.chris, piece.id, piece.version, "طبعة قديمة")
    source_id, capture_id = newsroom.add_source(ODD_TEXT, title="報告書", url="https://example.org/報告", language="ja")
    draft = newsroom.evidence(source_id=source_id, capture_id=capture_id, start=3, end=9)
    newsroom.on(claim, desk.add_evidence, newsroom.dana, draft)
    typed = newsroom.evidence(capture_id=None, start=None, end=None, exact="14 bridges", prefix="some ", suffix=" were")
    newsroom.on(claim, desk.add_evidence, newsroom.dana, typed)
    newsroom.do(desk.relate_sources, newsroom.chris, source_id, newsroom.source_id, SourceRelationKind.QUOTES, "§ 3")
    newsroom.do(desk.relate_claims, newsroom.ed, claim.id, 1, ClaimRelationKind.PART_OF)
    newsroom.do(desk.comment, newsroom.rita, claim.id, "So?\n\n| a | b |", blocking=True)
    resolved = newsroom.do(desk.comment, newsroom.rita, claim.id, "Thanks")
    newsroom.do(desk.resolve_comment, newsroom.chris, resolved.id)
    newsroom.do(desk.log_search, newsroom.chris, claim.id, place="register", query="橋", outcome=SearchOutcome.BLOCKED)
    asked = newsroom.do(
        desk.request_reply, newsroom.chris, claim.id, addressee="省", question="?", due=newsroom.chris.now().date()
    )
    newsroom.do(desk.settle_reply, newsroom.chris, asked.id, "はい")
    speaker = newsroom.do(desk.find_or_add_speaker, newsroom.ed, "アナ・ペトロヴ", SpeakerKind.PERSON, "大臣")
    newsroom.on(claim, desk.edit_claim, newsroom.ed, {"speaker_id": speaker.id, "said_on": "2026-02-28"})
    found = Findings(SubstanceFinding.MISLEADING, AttributionFinding.SECOND_HAND, "片方だけ", Confidence.LOW)
    newsroom.on(claim, desk.set_findings, newsroom.chris, found)
    _odd_captures(newsroom)
    _references(newsroom, source_id)
    _readings(newsroom)
    _watched(newsroom, newsroom.live(claim)[-1], source_id)


def _references(newsroom: Newsroom, source_id: int) -> None:
    """Capture the article again with its links: placed, tied to a source, and one whose words are not in the text."""
    data = ODD_TEXT.encode()
    links = (
        desk.NewReference("https://example.org/報告?a=1&b=%20", "橋を", 4, 6),
        desk.NewReference("https://example.org/map", ""),
    )
    new = desk.NewCapture(
        CaptureMethod.UPLOAD,
        newsroom.database.blobs.put(data),
        len(data),
        "text/html",
        ODD_TEXT,
        "web 1",
        references=links,
    )
    with newsroom.database.write() as session:
        article = desk.find_document(session, newsroom.article_id)
        capture = desk.record_capture(session, newsroom.chris, article, new)
        reference_id = references.of_capture(session, capture.id)[0].id
    newsroom.do(desk.tie_reference, newsroom.chris, reference_id, source_id)


def _watched(newsroom: Newsroom, piece: Evidence, source_id: int) -> None:
    """Look at a source in vain, lose a passage and keep it, ask an archive, suspect a reprint, follow a trace."""
    now = newsroom.chris.now()
    failed = desk.NewCapture(
        CaptureMethod.FETCH,
        None,
        None,
        None,
        None,
        None,
        url="https://example.org/報告",
        outcome=CaptureOutcome.UNREACHABLE,
        reason="The site did not answer.",
        status=503,
        headers=(("Retry-After", "60"), ("Server", "«x»")),
        hops=(Hop("https://example.org/報告", 503, "192.0.2.1"),),
        started_at=now,
        retry_at=now,
    )
    with newsroom.database.write() as session:
        capture = desk.record_capture(session, newsroom.chris, desk.find_document(session, source_id), failed)
        look = Observation(
            uid="look",
            document_id=source_id,
            capture_id=capture.id,
            outcome=ObservationOutcome.UNREACHABLE,
            reason=capture.reason,
            at=now,
        )
        session.add(look)
        session.flush()
        settled = {"settled_at": now, "settled_by_id": newsroom.chris.id, "settled_why": "前のまま"}
        session.add_all(
            [
                Anchor(
                    observation_id=look.id,
                    claim_id=piece.claim_id,
                    evidence_id=piece.id,
                    health=AnchorHealth.LOST,
                    **settled,
                ),
                Anchor(observation_id=look.id, claim_id=piece.claim_id, health=AnchorHealth.MOVED, start=3, end=9),
                Attestation(
                    capture_id=capture.id,
                    archive=Archive.WAYBACK,
                    state=AttestationState.REFUSED,
                    reason="«no»",
                    asked_at=now,
                    settled_at=now,
                ),
                OriginSuggestion(
                    source_id=source_id,
                    other_name="通信社",
                    kind=SourceRelationKind.REPRINTS,
                    why="It says so.",
                    found_at=now,
                ),
                Trace(
                    uid="trace",
                    claim_id=piece.claim_id,
                    outcome=TraceOutcome.BLOCKED,
                    reason="The site refuses programs.",
                    path={"steps": [{"url": "https://example.org/報告"}]},
                    at=now,
                ),
            ]
        )


def _readings(newsroom: Newsroom) -> None:
    """Draft a claim with what the machine read in it, and suggest an earlier one that says the same."""
    reading = Reading(
        figures=(FigureRead(41, 51, "14 bridges", "14", unit="bridges", hedge="「約」"),),
        replaced=(Replaced(0, 2, "She", "アナ・ペトロヴ"),),
        suggested=(Suggested("State closed 14 bridges.", "model «x»"),),
    )
    new = newsroom.draft(speaker_role="大臣", worth=873, reading=reading)
    other = newsroom.at(WorkState.OPEN)
    decided = {"decided_by_id": newsroom.chris.id, "decided_at": newsroom.chris.now()}
    with newsroom.database.write() as session:
        session.add(Resemblance(claim_id=new.id, other_id=other.id, score=912))
        session.add(
            Resemblance(claim_id=other.id, other_id=new.id, score=5, decision=ResemblanceDecision.DISMISSED, **decided)
        )


def _odd_captures(newsroom: Newsroom) -> None:
    """Capture bytes that are no text, bytes whose text was read out of them, nothing at all."""
    machine = newsroom.dated(desk.Actor.machine("watcher"))
    binary = bytes(range(256)) * 3 + b"\r\n\x00\xff"
    page = "<p>Čapek řekl</p>".encode("iso-8859-2")
    with newsroom.database.write() as session:
        source = desk.add_source(session, newsroom.chris, SourceKind.DATASET, desk.DocumentFields("Figures"))
        for data, text, outcome, reason in (
            (binary, None, CaptureOutcome.NO_TEXT, "A picture"),
            (page, "Čapek řekl", CaptureOutcome.COMPLETE, None),
            (b"", "", CaptureOutcome.COMPLETE, None),
        ):
            new = desk.NewCapture(
                CaptureMethod.FETCH,
                newsroom.database.blobs.put(data),
                len(data),
                "text/html",
                text,
                "web 1",
                outcome=outcome,
                reason=reason,
            )
            desk.record_capture(session, machine, source, new)
        gone = replace(new, outcome=CaptureOutcome.GONE, reason="410", sha256=None, size=None, text=None)  # type: ignore[arg-type]
        desk.record_capture(session, machine, source, gone)
