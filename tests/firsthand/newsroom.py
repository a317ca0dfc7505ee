"""A newsroom for tests: people with their roles, an article, a source, claims brought anywhere by the desk's deeds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from sqlalchemy import select

from db.base import Base
from db.models import Article, Capture, Claim, ClaimFlag, Event, Evidence, Source
from db.rows import EvidenceDraft, Findings
from db.session import Database
from db.vocabulary import (
    Aspect,
    AttributionFinding,
    CaptureMethod,
    ClaimType,
    EventAction,
    Flag,
    NotForUsReason,
    Role,
    SourceKind,
    Stance,
    SubstanceFinding,
    Tier,
    Withdrawal,
    WorkState,
)
from firsthand import desk
from firsthand.desk import Actor
from tests.makers import ARTICLE_TEXT, LITERAL, NOON, PASSAGE, SOURCE_TEXT

T = TypeVar("T")
SUPPORTED = Findings(SubstanceFinding.SUPPORTED, AttributionFinding.CONFIRMED, "The report has the figure.")
MISLEADING = Findings(SubstanceFinding.MISLEADING, AttributionFinding.CONFIRMED, "Half of them were closed for a day.")
ROLES = {
    "chris": (Role.CHECKER,),
    "dana": (Role.CHECKER, Role.REVIEWER),
    "rita": (Role.REVIEWER,),
    "ed": (Role.EDITOR,),
    "ada": (Role.ADMINISTRATOR,),
    "rea": (Role.READER,),
    "eve": tuple(Role),
}


@dataclass
class Newsroom:
    """One desk. Every deed is dated a minute after the one before it."""

    database: Database
    people: dict[str, Actor] = field(default_factory=dict)
    desk_id: int = 0
    article_id: int = 0
    capture_id: int = 0
    source_id: int = 0
    source_capture_id: int = 0
    minute: int = 0

    @classmethod
    def opened(cls, database: Database) -> Newsroom:
        """Open a desk in an empty record."""
        newsroom = cls(database)
        with database.write() as session:
            machine = newsroom.dated(Actor.machine("tests"))
            newsroom.desk_id = desk.add_desk(session, machine, "news", "News desk").id
            for name, roles in ROLES.items():
                user = desk.add_user(session, machine, f"{name}@desk.example", name.title(), roles)
                actor = Actor(user.id, user.email, user.name, frozenset(roles))
                newsroom.people[name] = newsroom.dated(actor)
            fields = desk.DocumentFields("Minister questioned", published="2026-03-01", language="en")
            article = desk.add_article(session, newsroom.chris, newsroom.desk_id, fields)
            newsroom.article_id = article.id
            newsroom.capture_id = newsroom._capture(session, article, ARTICLE_TEXT)
        newsroom.source_id, newsroom.source_capture_id = newsroom.add_source(SOURCE_TEXT)
        return newsroom

    def copied(self, database: Database) -> Newsroom:
        """Go on with the same people in a copy of the record."""
        newsroom = replace(self, database=database, people={})
        newsroom.people = {name: newsroom.dated(actor) for name, actor in self.people.items()}
        return newsroom

    def __getattr__(self, name: str) -> Actor:
        """Name people as attributes: ``newsroom.chris``."""
        try:
            actor: Actor = self.__dict__["people"][name]
        except KeyError:
            raise AttributeError(name) from None
        return actor

    def dated(self, actor: Actor) -> Actor:
        return replace(actor, clock=lambda: NOON + dt.timedelta(minutes=self.minute))

    def _capture(self, session: Any, document: Article | Source, text: str) -> int:
        sha256 = self.database.blobs.put(text.encode())
        new = desk.NewCapture(CaptureMethod.PASTE, sha256, len(text.encode()), "text/plain", text, "plain")
        return desk.record_capture(session, self.chris, document, new).id

    def add_article(self, text: str, **fields: Any) -> int:
        """Add another article with a text; tells its number."""
        fields = {"title": "Another article", "published": "2026-03-02", "language": "en", **fields}
        with self.database.write() as session:
            article = desk.add_article(session, self.chris, self.desk_id, desk.DocumentFields(**fields))
            self._capture(session, article, text)
            return article.id

    def add_source(self, text: str | None = None, **fields: Any) -> tuple[int, int]:
        """Add a source, and a capture of it where there is a text; tells both numbers, 0 for no capture."""
        fields = {"title": "Annual report", "published": "2026-02", "language": "en", **fields}
        with self.database.write() as session:
            kind = SourceKind.OFFICIAL_DOCUMENT
            source = desk.add_source(session, self.chris, kind, desk.DocumentFields(**fields))
            return source.id, self._capture(session, source, text) if text else 0

    def do(self, deed: Callable[..., T], *args: Any, **named: Any) -> T:
        """Do one deed of the desk in a transaction of its own."""
        self.minute += 1
        with self.database.write() as session:
            return deed(session, *args, **named)

    def on(self, claim: Claim, deed: Callable[..., T], actor: Actor, *args: Any, **named: Any) -> T:
        """Do one deed on a claim as it is now."""
        now = self.claim(claim.id)
        return self.do(deed, actor, now.id, now.version, *args, **named)

    def new_claim(self, **overrides: Any) -> desk.NewClaim:
        start = ARTICLE_TEXT.index(LITERAL)
        fields: dict[str, Any] = {
            "article_id": self.article_id,
            "capture_id": self.capture_id,
            "start": start,
            "end": start + len(LITERAL),
            "statement": "In 2025 the state closed 14 bridges.",
            "claim_type": ClaimType.STATISTIC,
            "speaker_as_named": "Minister Ana Petrov",
            "cue": "said",
        }
        return desk.NewClaim(**fields | overrides)

    def draft(self, **overrides: Any) -> Claim:
        machine = self.dated(Actor.machine("drafter"))
        return self.do(desk.add_drafts, machine, [self.new_claim(**overrides)])[0]

    def evidence(self, **overrides: Any) -> EvidenceDraft:
        start = SOURCE_TEXT.index(PASSAGE)
        fields: dict[str, Any] = {
            "source_id": self.source_id,
            "exact": PASSAGE,
            "aspect": Aspect.SUBSTANCE,
            "stance": Stance.SUPPORTS,
            "tier": Tier.PRIMARY,
            "capture_id": self.source_capture_id,
            "start": start,
            "end": start + len(PASSAGE),
        }
        return EvidenceDraft(**fields | overrides)

    def at(self, state: WorkState) -> Claim:
        """Bring a new claim into a state as the desk does: checked by Chris, signed by Rita, published by Ed."""
        if state is WorkState.DETECTED:
            return self.draft()
        claim = self.do(desk.add_claim, self.chris, self.new_claim())
        for deed in self._way_to(state):
            deed(claim)
        claim = self.claim(claim.id)
        assert claim.work_state is state
        return claim

    def _way_to(self, state: WorkState) -> list[Callable[[Claim], object]]:
        checked: list[Callable[[Claim], object]] = [
            lambda c: self.on(c, desk.take_up, self.chris),
            lambda c: self.on(c, desk.add_evidence, self.chris, self.evidence()),
            lambda c: self.on(c, desk.set_findings, self.chris, SUPPORTED),
        ]
        reviewed = [*checked, lambda c: self.on(c, desk.send_to_review, self.chris)]
        signed = [*reviewed, lambda c: self.on(c, desk.sign_off, self.rita, SUPPORTED)]
        published = [*signed, lambda c: self.on(c, desk.publish, self.ed)]
        until = dt.date(2026, 4, 1)
        hold: dict[str, Any] = {"awaiting": "the figures", "from_whom": "the ministry", "until": until}
        ways: dict[WorkState, list[Callable[[Claim], object]]] = {
            WorkState.OPEN: [],
            WorkState.NOT_FOR_US: [lambda c: self.on(c, desk.turn_away, self.chris, NotForUsReason.TRIVIAL)],
            WorkState.IN_CHECK: checked,
            WorkState.ON_HOLD: [*checked, lambda c: self.on(c, desk.hold, self.chris, **hold)],
            WorkState.IN_REVIEW: reviewed,
            WorkState.SIGNED_OFF: signed,
            WorkState.PUBLISHED: published,
            WorkState.RECHECK: [*signed, lambda c: self.on(c, desk.reopen, self.ed, "New figures")],
            WorkState.WITHDRAWN: [
                *published,
                lambda c: self.on(c, desk.withdraw, self.ed, Withdrawal.CORRECTION, "A figure was wrong"),
            ],
        }
        return ways[state]

    def claim(self, claim_id: int) -> Claim:
        with self.database.read() as session:
            claim = session.get(Claim, claim_id)
            assert claim is not None
            session.expunge(claim)
            return claim

    def live(self, claim: Claim) -> list[Evidence]:
        with self.database.read() as session:
            asked = select(Evidence).where(Evidence.claim_id == claim.id, Evidence.withdrawn_at.is_(None))
            return list(session.scalars(asked.order_by(Evidence.id)))

    def flags(self, claim: Claim) -> set[Flag]:
        with self.database.read() as session:
            return set(session.scalars(select(ClaimFlag.flag).where(ClaimFlag.claim_id == claim.id)))

    def events(self, action: EventAction | None = None) -> list[Event]:
        with self.database.read() as session:
            asked = select(Event).order_by(Event.seq)
            return list(session.scalars(asked if action is None else asked.where(Event.action == action)))

    def everything(self) -> dict[str, list[tuple[Any, ...]]]:
        """Read every row of every table, to compare what was with what is."""
        with self.database.read() as session:
            return {
                table.name: [tuple(row) for row in session.execute(select(table).order_by(*table.primary_key.columns))]
                for table in Base.metadata.sorted_tables
            }

    def texts(self) -> list[str | None]:
        with self.database.read() as session:
            return list(session.scalars(select(Capture.text)))


Opener = Callable[[], Newsroom]
