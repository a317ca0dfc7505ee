"""Looks at documents for tests: another text, no text, nothing new; each recorded the way the watch does."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from db.models import Anchor, Claim, Watch
from db.rows import ObservationRow
from db.vocabulary import CaptureMethod, CaptureOutcome, WorkState
from firsthand import desk
from firsthand.sources import watching
from tests.firsthand.newsroom import SUPPORTED, Newsroom
from tests.makers import NOON

PASSAGE = "The authority closed fourteen bridges to all traffic in the year under review."
BEFORE = "Chapter two describes what was done about the oldest structures.\n\n"
AFTER = "\n\nChapter three describes what it cost, and who paid for it."
TEXT = f"{BEFORE}{PASSAGE}{AFTER}"
GONE = "This page has been moved to the archive of the authority, where it can be asked for in writing."
URL = "https://bridges.example.org/report"


@dataclass
class Watched:
    """A source with one passage in use, looked at again and again."""

    newsroom: Newsroom
    document_id: int
    capture_id: int
    claim: Claim
    text: str = TEXT

    @classmethod
    def at(cls, newsroom: Newsroom, state: WorkState, text: str = TEXT, passage: str = PASSAGE) -> Watched:
        """Bring a claim that rests on the passage into a state."""
        source_id, capture_id = newsroom.add_source(text, url=URL)
        start = text.index(passage)
        draft = newsroom.evidence(
            source_id=source_id, capture_id=capture_id, start=start, end=start + len(passage), exact=passage
        )
        claim = newsroom.do(desk.add_claim, newsroom.chris, newsroom.new_claim())
        newsroom.on(claim, desk.add_evidence, newsroom.chris, draft)
        watched = cls(newsroom, source_id, capture_id, claim, text)
        watched.bring_to(state)
        return watched

    def bring_to(self, state: WorkState) -> None:
        """Take the claim as far as a state."""
        room = self.newsroom
        if state is WorkState.OPEN:
            return
        room.on(self.claim, desk.take_up, room.chris)
        room.on(self.claim, desk.set_findings, room.chris, SUPPORTED)
        if state is WorkState.IN_CHECK:
            return
        room.on(self.claim, desk.send_to_review, room.chris)
        if state is WorkState.IN_REVIEW:
            return
        room.on(self.claim, desk.sign_off, room.rita, SUPPORTED)
        if state is WorkState.PUBLISHED:
            room.on(self.claim, desk.publish, room.ed)

    def capture(self, text: str | None, **more: Any) -> int:
        """Record another capture, without a text for a fetch that failed."""
        room = self.newsroom
        room.minute += 1
        return record(room, self.document_id, text, **more)

    def look(self, text: str | None = None, **more: Any) -> ObservationRow:
        """Look again, and find a text, or nothing for None."""
        capture_id = self.capture(text, **more)
        return watching.after_capture(self.newsroom.database, self.machine, self.document_id, capture_id)

    def unchanged(self, key: str | None = None) -> ObservationRow:
        """Look again, and be told that nothing has changed."""
        self.newsroom.minute += 1
        return watching.observed_from(self.newsroom.database, self.machine, self.document_id, None, key=key)

    @property
    def machine(self) -> desk.Actor:
        return self.newsroom.dated(desk.SYSTEM)

    @property
    def state(self) -> WorkState:
        return self.newsroom.claim(self.claim.id).work_state

    def anchors(self) -> list[Anchor]:
        """What became of the passage at each look that had to search for it, oldest first."""
        with self.newsroom.database.read() as session:
            asked = select(Anchor).where(Anchor.claim_id == self.claim.id).order_by(Anchor.id)
            return list(session.scalars(asked))

    def watch(self) -> Watch | None:
        with self.newsroom.database.read() as session:
            return session.get(Watch, self.document_id)

    def recheck(self) -> None:
        """Look at all the evidence again and sign."""
        room = self.newsroom
        pieces = [piece.uid for piece in room.live(self.claim)]
        room.on(self.claim, desk.log_recheck, room.chris, pieces, "The capture still shows it.")
        room.on(self.claim, desk.sign_off, room.rita, SUPPORTED, "Seen again.")


def record(room: Newsroom, document_id: int, text: str | None, **more: Any) -> int:
    """Record a capture the way a fetch does."""
    fields: dict[str, Any] = {"outcome": CaptureOutcome.COMPLETE, "reason": None}
    if text is None:
        fields = {"outcome": CaptureOutcome.UNREACHABLE, "reason": "Nobody answered within 20 seconds."}
    data = (text or "").encode()
    with room.database.write() as session:
        new = desk.NewCapture(
            CaptureMethod.FETCH,
            sha256=room.database.blobs.put(data) if text is not None else None,
            size=len(data) if text is not None else None,
            media_type="text/plain" if text is not None else None,
            text=text,
            extractor="plain" if text is not None else None,
            **fields | more,
        )
        document = desk.find_document(session, document_id)
        return desk.record_capture(session, room.dated(desk.SYSTEM), document, new).id


def day(room: Newsroom, days: float) -> None:
    """Let days go by."""
    room.minute += int(dt.timedelta(days=days).total_seconds() // 60)


def today(room: Newsroom) -> str:
    """Write the newsroom's day; on a shared one others have let days go by."""
    now = NOON + dt.timedelta(minutes=room.minute)
    return f"{now.day} {now:%B %Y}"
