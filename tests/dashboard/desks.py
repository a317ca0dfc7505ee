"""Made-up desks, worked on through the desk's own door."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from db.queries import articles, claims, people
from db.rows import ClaimRow, EvidenceDraft, Findings
from db.session import Database
from db.vocabulary import (
    Aspect,
    AttributionFinding,
    CaptureMethod,
    ClaimType,
    Role,
    SourceKind,
    Stance,
    SubstanceFinding,
    Tier,
)
from firsthand import desk
from firsthand.taking_in import Incoming, Known, capture_source, take_in

CHECKER, REVIEWER = "mara@example.org", "tom@example.org"
ARTICLE = (
    "The minister spoke on Tuesday.\n\nMinister Ana Petrov said that the state closed 14 bridges last year. "
    "A further 31 bridges carry a weight limit."
)
CLAIMED = "the state closed 14 bridges last year"
SOURCE = "Annual report.\n\nIn the year under review, the state has closed 12 bridges to traffic.\n\nNothing else."
PASSAGE = "the state has closed 12 bridges to traffic"
CONTRADICTED = Findings(SubstanceFinding.CONTRADICTED, AttributionFinding.CONFIRMED, "The report has 12.")


@dataclass(frozen=True)
class Desk:
    """A made-up desk: the ids that tests ask for, and the people who act."""

    record: Database
    checker: desk.Actor
    reviewer: desk.Actor
    article_id: int
    capture_id: int
    source_id: int
    claim_id: int

    def do(self, deed: Callable[..., Any], *args: Any, **options: Any) -> Any:
        """Do one deed as the checker, in a transaction of its own; tells the id of what came of it."""
        return self.do_as(self.checker, deed, *args, **options)

    def do_as(self, actor: desk.Actor, deed: Callable[..., Any], *args: Any, **options: Any) -> Any:
        with self.record.write() as session:
            return deed(session, actor, *args, **options).id

    def claim(self, claim_id: int | None = None) -> ClaimRow:
        with self.record.read() as session:
            found = claims.get(session, claim_id or self.claim_id)
        assert found is not None
        return found

    def version(self) -> int:
        return self.claim().version

    def take_up(self) -> None:
        self.do(desk.take_up, self.claim_id, self.version())

    def add_evidence(self, **overrides: Any) -> int:
        start = SOURCE.index(PASSAGE)
        draft: dict[str, Any] = {
            "source_id": self.source_id,
            "exact": PASSAGE,
            "aspect": Aspect.SUBSTANCE,
            "stance": Stance.REFUTES,
            "tier": Tier.PRIMARY,
            "capture_id": self.source_capture_id(),
            "start": start,
            "end": start + len(PASSAGE),
        }
        added = self.do(desk.add_evidence, self.claim_id, self.version(), EvidenceDraft(**{**draft, **overrides}))
        assert isinstance(added, int)
        return added

    def source_capture_id(self) -> int:
        with self.record.read() as session:
            return articles.captures(session, self.source_id)[0].id

    def send_to_review(self) -> None:
        self.take_up()
        self.add_evidence()
        self.do(desk.set_findings, self.claim_id, self.version(), CONTRADICTED)
        self.do(desk.send_to_review, self.claim_id, self.version())

    def sign(self) -> None:
        self.send_to_review()
        self.do_as(self.reviewer, desk.sign_off, self.claim_id, self.version(), CONTRADICTED)


def make_desk_of_two(record: Database, *, foreign: str = "", named: str | None = None) -> Desk:
    """Make a desk of a checker and a reviewer with an open claim; ``foreign`` is put into every text.

    ``named`` goes into the names of the desk and its people instead, which hold 200 characters at most.
    """
    named = foreign if named is None else named
    machine = desk.Actor.machine("maker")
    with record.write() as session:
        desk_id = desk.add_desk(session, machine, "demo", f"The desk{named}").id
        desk.add_user(session, machine, CHECKER, f"Mara{named}", [Role.CHECKER, Role.EDITOR])
        desk.add_user(session, machine, REVIEWER, f"Tom{named}", [Role.REVIEWER, Role.CHECKER])
    with record.read() as session:
        checker, reviewer = (people.user_by_email(session, email) for email in (CHECKER, REVIEWER))
    assert checker is not None
    assert reviewer is not None
    mara, tom = desk.Actor.of(checker), desk.Actor.of(reviewer)
    known = Known(f"Bridges{foreign}", f"A. Writer{foreign}", f"Daily{foreign}", "2026-03-01", "en")
    incoming = Incoming(f"{ARTICLE}{foreign}".encode(), CaptureMethod.PASTE, None, "text/plain", None, known)
    taken = take_in(record, mara, desk_id, incoming)
    with record.write() as session:
        fields = desk.DocumentFields(
            f"Report{foreign}",
            author=f"An Author{foreign}",
            publisher=f"Authority{foreign}",
            url="https://bridges.example.org/report",
            published="2026-02",
            note=f"A note{foreign}",
        )
        source_id = desk.add_source(session, mara, SourceKind.OFFICIAL_DOCUMENT, fields).id
        start = ARTICLE.index(CLAIMED)
        claim_id = desk.add_claim(
            session,
            mara,
            desk.NewClaim(
                taken.article_id,
                taken.capture_id,
                start,
                start + len(CLAIMED),
                f"In 2025 the state closed 14 bridges.{foreign}",
                ClaimType.STATISTIC,
                speaker_as_named=f"Ana Petrov{foreign}",
                cue=f"said{foreign}",
                quoted_words=CLAIMED,
                said_where=f"in parliament{foreign}",
            ),
        ).id
    capture_source(
        record,
        mara,
        source_id,
        Incoming(f"{SOURCE}{foreign}".encode(), CaptureMethod.UPLOAD, "report.txt", "text/plain"),
    )
    return Desk(record, mara, tom, taken.article_id, taken.capture_id, source_id, claim_id)
