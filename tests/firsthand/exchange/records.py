"""Empty records to load cases into, and a desk with the odd things that a case file has to carry."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from db.rows import Findings
from db.session import Database
from db.vocabulary import (
    AttributionFinding,
    CaptureMethod,
    CaptureOutcome,
    ClaimRelationKind,
    Confidence,
    SearchOutcome,
    SourceKind,
    SourceRelationKind,
    SpeakerKind,
    SubstanceFinding,
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
