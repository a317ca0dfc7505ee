"""A made-up desk of any size, row by row, the same at every run.

Words follow Zipf's law, so that some stand in most claims and others in a handful; one desk has half of all articles,
and a few speakers are quoted far more than the others. Whatever its size, the desk's history fills the same weeks.
"""

from __future__ import annotations

import datetime as dt
import itertools
import random
from collections.abc import Iterator
from typing import Any, NamedTuple

from db.chain import GENESIS, event_hash
from db.vocabulary import (
    AttributionFinding,
    ClaimType,
    EventAction,
    Flag,
    NotForUsReason,
    SourceKind,
    SubstanceFinding,
    Tier,
    Withdrawal,
    WorkState,
)

Row = tuple[Any, ...]
Table = tuple[str, tuple[str, ...], Iterator[Row], int]

MINUTES = 1_000_000  # of the desk's history: nearly two years
END = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)
START = END - dt.timedelta(minutes=MINUTES)
DESKS = 8
USERS = 40
_STATES = {
    WorkState.DETECTED: 15,
    WorkState.OPEN: 20,
    WorkState.IN_CHECK: 5,
    WorkState.ON_HOLD: 2,
    WorkState.IN_REVIEW: 3,
    WorkState.SIGNED_OFF: 5,
    WorkState.PUBLISHED: 40,
    WorkState.RECHECK: 2,
    WorkState.NOT_FOR_US: 7,
    WorkState.WITHDRAWN: 1,
}
_SYLLABLES = [a + b for a, b in zip("bcdfghjklmnprstvwxyz", "aoiueaiouaeiaoouaaio", strict=True)]
_VOCABULARY = 60_000
_WEEK = 7 * 24 * 60
_BUSY_SPEAKERS = 20
_MOVES = (
    (WorkState.OPEN, WorkState.IN_CHECK),
    (WorkState.IN_CHECK, WorkState.IN_REVIEW),
    (WorkState.IN_REVIEW, WorkState.SIGNED_OFF),
    (WorkState.IN_REVIEW, WorkState.SIGNED_OFF),
    (WorkState.SIGNED_OFF, WorkState.PUBLISHED),
    (WorkState.PUBLISHED, WorkState.RECHECK),
)


class Size(NamedTuple):
    """How much of everything there is on a desk of this many claims."""

    claims: int

    @property
    def articles(self) -> int:
        return max(1, self.claims // 10)

    @property
    def sources(self) -> int:
        return max(1, self.claims * 3 // 10)

    @property
    def evidence(self) -> int:
        return self.claims * 3 // 2

    @property
    def speakers(self) -> int:
        return max(1, self.claims // 200)


class Synthetic:
    """The rows of one desk."""

    def __init__(self, claims: int) -> None:
        self.size = Size(claims)
        self._random = random.Random(1)
        self.words = ["".join(parts) for parts in itertools.product(_SYLLABLES, repeat=4)][: _VOCABULARY * 2 : 2]
        self._random.shuffle(self.words)
        self._zipf = list(itertools.accumulate(1 / (rank + 2.7) for rank in range(len(self.words))))

    def tables(self) -> Iterator[Table]:
        """List every table in the order of its references: name, columns, rows, number of rows."""
        size = self.size
        yield (
            "desk",
            ("id", "slug", "name", "allow_self_signing", "stale_after_days", "created_at", "version"),
            ((n, f"desk-{n}", f"Desk {n}", False, 365, self._at(0), 1) for n in range(1, DESKS + 1)),
            DESKS,
        )
        yield (
            "user_account",
            ("id", "email", "name", "created_at"),
            ((n, f"user{n}@example.org", f"User {n}", self._at(0)) for n in range(1, USERS + 1)),
            USERS,
        )
        yield (
            "speaker",
            ("id", "uid", "name", "kind", "created_at"),
            ((n, f"speaker-{n}", self._text(2).title(), "person", self._at(0)) for n in range(1, size.speakers + 1)),
            size.speakers,
        )
        columns = (
            "id uid type title title_is_description publisher url published created_at version desk_id source_kind"
        )
        yield "document", tuple(columns.split()), self._documents(), size.articles + size.sources
        columns = "id uid document_id method outcome sha256 size media_type text text_sha256 taken_at"
        yield "capture", tuple(columns.split()), self._captures(), size.articles
        columns = (
            'id uid desk_id article_id capture_id start "end" literal statement claim_type checkable speaker_id'
            " speaker_as_named said_on origin work_state state_since assignee_id hold_awaiting not_for_us_reason"
            " recheck_trigger withdrawal substance_finding attribution_finding best_tier signed_by_id signed_at"
            " self_signed content_hash created_at version"
        )
        yield "claim", tuple(columns.split()), self._claims(), size.claims
        yield "claim_flag", ("claim_id", "flag", "desk_id"), self._flags(), size.claims * 45 // 100
        columns = "id source_id exact prefix suffix locator"
        yield (
            "passage",
            tuple(columns.split()),
            ((n, self._source_of(n), self._text(9), "", "", "page 3") for n in range(1, size.evidence + 1)),
            size.evidence,
        )
        columns = "id uid claim_id source_id passage_id aspect stance tier note added_by_id added_at version"
        yield "evidence", tuple(columns.split()), self._evidence(), size.evidence
        columns = (
            "seq at recorded_at actor_id actor action record_type record_id article_id why before after previous_hash"
            " hash"
        )
        yield "event", tuple(columns.split()), self._events(), size.claims

    def word_in(self, share: float) -> str:
        """Pick the word that stands in about this share of the claims (of 30 words each)."""
        expected = share / 30 * self._zipf[-1]
        return self.words[min(len(self.words) - 1, max(0, round(1 / expected - 2.7)))]

    def _text(self, count: int) -> str:
        return " ".join(self._random.choices(self.words, cum_weights=self._zipf, k=count))

    def _desk_of(self, article: int) -> int:
        return 1 if article % 2 else 2 + article // 2 % (DESKS - 1)

    def _source_of(self, piece: int) -> int:
        """Spread evidence unevenly: every tenth piece rests on one of a hundred sources."""
        spread = piece % 100 if piece % 10 == 0 else piece * 7919
        return self.size.articles + 1 + spread % self.size.sources

    def _documents(self) -> Iterator[Row]:
        kinds = list(SourceKind)
        for n in range(1, self.size.articles + 1):
            yield (
                *(n, f"article-{n}", "article", self._text(8), False, "The Example", f"https://example.org/a/{n}"),
                *("2024-05-01", self._at(n * 10), 1, self._desk_of(n), None),
            )
        for n in range(1, self.size.sources + 1):
            kind = SourceKind.TREATY if n % 2000 == 0 else kinds[n % 6 + 6]
            yield (
                *(self.size.articles + n, f"source-{n}", "source", self._text(8), False, "The Source"),
                *(f"https://example.org/s/{n}", self._published(n), self._at(n * 10 // 3), 1, None, kind.value),
            )

    def _captures(self) -> Iterator[Row]:
        for n in range(1, self.size.articles + 1):
            text = self._text(120)
            sizes = ("0" * 64, len(text), "text/plain", text, "0" * 64)
            yield (n, f"capture-{n}", n, "paste", "complete", *sizes, self._at(n * 10))

    def _claims(self) -> Iterator[Row]:
        states = self._random.choices(list(_STATES), weights=list(_STATES.values()), k=self.size.claims)
        findings, types, tiers = list(SubstanceFinding), list(ClaimType), [*Tier, None, None]
        attributions = list(AttributionFinding)
        for n, state in enumerate(states, start=1):
            article = min((n - 1) // 10 + 1, self.size.articles)
            literal = self._text(16)
            type_ = types[n % 31 % len(types)]
            signed = state.signed or state is WorkState.WITHDRAWN
            found = signed or state is WorkState.IN_REVIEW
            since = self._at(n, later=n * 7919 % (6 * _WEEK))
            yield (
                *(n, f"claim-{n}", self._desk_of(article), article, article, n % 10 * 60, n % 10 * 60 + len(literal)),
                *(literal, self._text(14), type_.value, type_.checkable, self._speaker_of(n), "The minister"),
                *(self._said_on(n), "machine" if n % 3 else "person", state.value, since),
                n % USERS + 1 if state in {WorkState.IN_CHECK, WorkState.ON_HOLD, WorkState.IN_REVIEW} else None,
                "figures" if state is WorkState.ON_HOLD else None,
                NotForUsReason.TRIVIAL.value if state is WorkState.NOT_FOR_US else None,
                "changed" if state is WorkState.RECHECK else None,
                Withdrawal.UPDATE.value if state is WorkState.WITHDRAWN else None,
                findings[n % 53 % len(findings)].value if found else None,
                attributions[n % 41 % len(attributions)].value if found else None,
                (tier := tiers[n % len(tiers)]) and tier.value,
                *((n % USERS + 1, since) if signed else (None, None)),
                False,
                "0" * 64 if signed else None,
                *(self._at(n), 1),
            )

    def _flags(self) -> Iterator[Row]:
        """Put a frequent flag on every third claim, another on every tenth, a rare one on every fiftieth."""
        for n in range(1, self.size.claims + 1):
            desk = self._desk_of(min((n - 1) // 10 + 1, self.size.articles))
            for every, flag in (
                (3, Flag.NEEDS_SOURCE),
                (10, Flag.NOT_CAPTURED),
                (60, Flag.STALE),
                (5000, Flag.QUOTE_DRIFT),
            ):
                if n % every == 0:
                    yield n, flag.value, desk

    def _evidence(self) -> Iterator[Row]:
        tiers = list(Tier)
        for n in range(1, self.size.evidence + 1):
            yield (
                *(n, f"evidence-{n}", n % self.size.claims + 1, self._source_of(n), n, "substance", "supports"),
                *(
                    tiers[n % len(tiers)].value,
                    self._text(6) if n % 10 == 0 else None,
                    n % USERS + 1,
                    self._at(n * 2 // 3),
                    1,
                ),
            )

    def _events(self) -> Iterator[Row]:
        """Tell one event a claim: it came, was changed, moved or got findings; a move is of a claim a few weeks old."""
        previous = GENESIS
        for n in range(1, self.size.claims + 1):
            user = n % USERS + 1
            action, claim, before, after = self._happening(n)
            fields = (
                *(n, self._at(n), self._at(n), user, f"user{user}@example.org", action.value, "claim", claim),
                *((claim - 1) // 10 + 1, "A word was wrong", before, after),
            )
            current = event_hash(previous, fields)
            yield (*fields, previous, current)
            previous = current

    def _happening(self, n: int) -> tuple[EventAction, int, str | None, str]:
        if n % 20_000 == 0:
            return EventAction.CLAIM_RELATED, n, None, '{"kind":"repeats"}'
        if n % 2:
            old, new = _MOVES[n // 2 % len(_MOVES)]
            claim = max(1, n - n * 7919 % (3 * _WEEK) * self.size.claims // MINUTES)
            return EventAction.CLAIM_MOVED, claim, f'{{"state":"{old.value}"}}', f'{{"state":"{new.value}"}}'
        if n % 4:
            return EventAction.CLAIM_ADDED, n, None, '{"origin":"machine"}'
        if n % 8:
            return EventAction.FINDINGS_SET, n, None, '{"attribution":"confirmed","substance":"supported"}'
        return EventAction.CLAIM_CHANGED, n, '{"statement":"before"}', '{"statement":"after"}'

    def _speaker_of(self, n: int) -> int | None:
        """Give every tenth claim to one of a few speakers, and every twentieth to none."""
        if n % 20 == 3:
            return None
        if n % 10 == 0:
            return n // 10 % min(_BUSY_SPEAKERS, self.size.speakers) + 1
        return n % self.size.speakers + 1

    def _said_on(self, n: int) -> str | None:
        """Date most claims to a day of the weeks before they came, some to a month, a year or nothing."""
        day = self._at(n, later=-(n * 104_729 % (8 * _WEEK)))
        return day[: (10, 10, 10, 10, 10, 10, 7, 7, 4, 0)[n % 10]] or None

    def _published(self, n: int) -> str:
        """Date sources by day, month or year."""
        return self._at(n * 10 // 3, later=-(n * 104_729 % (20 * _WEEK)))[: (10, 10, 7, 4)[n % 4]]

    def _at(self, n: int, later: int = 0) -> str:
        """Tell when the n-th claim came, or so many minutes later, though never after the end."""
        minutes = min(n * MINUTES // self.size.claims + later, MINUTES)
        return (START + dt.timedelta(minutes=minutes)).isoformat(timespec="microseconds")
