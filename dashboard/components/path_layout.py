"""The way from an article to the first hand, worked out: which steps it has, how they hang together, where it breaks.

Pure. A way begins at the article, goes on to a source that was put forward, follows what that source quotes, reprints,
translates or derives from, and ends at a source that is first hand for the claim, or at a gap. Where it is in question
who said it, the speaker stands at the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from db.rows import ClaimFile, EvidenceRow, Network, SourceRow
from db.vocabulary import Aspect, ClaimType, SourceKind, SourceRelationKind, Stance, Tier

LONGEST = 6  # sources in one way; nobody copies from a copy of a copy more often in a picture that can be read


class End(StrEnum):
    """What a step is; where nothing has been put forward there is nothing, where no first hand has been, a gap."""

    ARTICLE = "article"
    SOURCE = "source"
    NOTHING = "nothing"
    GAP = "gap"
    SPEAKER = "speaker"


class Step(NamedTuple):
    """One box of the picture. ``tier`` is the nearest that any evidence from this source has, None if there is none.

    ``by`` is how one comes here from the step before: a relation, the stance of the evidence, or None.
    """

    end: End
    title: str = ""
    source_id: int | None = None
    publisher: str | None = None
    date: str | None = None
    kind: SourceKind | None = None
    tier: Tier | None = None
    captured: bool = True
    by: SourceRelationKind | Stance | None = None


class Way(NamedTuple):
    """Steps from the article to an end."""

    steps: tuple[Step, ...]

    @property
    def broken(self) -> bool:
        """Whether it stops before the first hand."""
        return any(step.end in {End.GAP, End.NOTHING} for step in self.steps)

    @property
    def nearness(self) -> tuple[bool, int, int]:
        """A key that puts the way that comes nearest to the first hand first, and the shorter of two alike."""
        tiers = [step.tier.distance for step in self.steps if step.tier]
        return self.broken, min(tiers, default=len(Tier)), len(self.steps)


def ways(file: ClaimFile, network: Network) -> tuple[Way, ...]:
    """Work out every way, the nearest to the first hand first; there is always at least one."""
    live = [piece for piece in file.evidence if piece.withdrawn_at is None]
    article = Step(End.ARTICLE, file.article.title, publisher=file.article.publisher, date=file.article.published)
    if not live:
        return (Way((article, Step(End.NOTHING), *_speaker(file, live))),)
    there = _Sources(live, network)
    chains = [there.chain(start) for start in there.starts()]
    found = [Way((article, *chain, *_gap(chain), *_speaker(file, live))) for chain in chains]
    return tuple(sorted(found, key=lambda way: way.nearness))


def speaker_in_question(file: ClaimFile, live: Iterable[EvidenceRow]) -> bool:
    """Whether the claim turns on who said it."""
    named = file.claim.speaker or file.claim.speaker_as_named
    return bool(named) and (
        file.claim.claim_type is ClaimType.QUOTE or any(piece.aspect is Aspect.ATTRIBUTION for piece in live)
    )


def _speaker(file: ClaimFile, live: Sequence[EvidenceRow]) -> Iterator[Step]:
    if speaker_in_question(file, live):
        yield Step(End.SPEAKER, file.claim.speaker or file.claim.speaker_as_named or "", date=file.claim.said_on)


def _gap(chain: Sequence[Step]) -> Iterator[Step]:
    """Context decides nothing: what is first hand for something else leads to no first hand of this claim."""
    if chain[0].by is Stance.CONTEXT or not any(step.tier is Tier.PRIMARY for step in chain):
        yield Step(End.GAP)


class _Sources:
    """The sources of a claim, those behind them, and what leads from one to another."""

    def __init__(self, live: Sequence[EvidenceRow], network: Network) -> None:
        self._pieces: dict[int, EvidenceRow] = {}
        for piece in live:
            held = self._pieces.get(piece.source_id)
            if held is None or _weight(piece) < _weight(held):
                self._pieces[piece.source_id] = piece
        self._rows: Mapping[int, SourceRow] = {row.id: row for row in network.sources}
        self._onward: dict[int, list[tuple[int, SourceRelationKind]]] = {}
        for relation in network.relations:
            if relation.other_id in self._rows or relation.other_id in self._pieces:
                self._onward.setdefault(relation.source_id, []).append((relation.other_id, relation.kind))

    def starts(self) -> list[int]:
        """List the sources put forward that no other one leads to; those that give context only where all do.

        Of sources that lead to one another in a circle, the first one starts.
        """
        led_to: set[int] = set()
        deciding = [source_id for source_id, piece in self._pieces.items() if piece.stance is not Stance.CONTEXT]
        begun = deciding or list(self._pieces)
        for source_id in begun:
            if source_id not in led_to:
                led_to |= self._behind(source_id) - {source_id}
        return [source_id for source_id in begun if source_id not in led_to]

    def _behind(self, source_id: int) -> set[int]:
        seen, waiting = {source_id}, [source_id]
        while waiting:
            for other, _ in self._onward.get(waiting.pop(), ()):
                if other not in seen:
                    seen.add(other)
                    waiting.append(other)
        return seen

    def chain(self, start: int) -> tuple[Step, ...]:
        """Follow what lies behind a source to the nearest first hand; to the farthest known end where there is none."""
        piece = self._pieces[start]
        best: tuple[Step, ...] = (self._step(start, piece.stance),)
        best_key = self._key((start,))
        waiting: list[tuple[tuple[int, ...], tuple[Step, ...]]] = [((start,), best)]
        while waiting:
            ids, steps = waiting.pop(0)
            for other, kind in self._onward.get(ids[-1], ()):
                if other in ids or len(ids) >= LONGEST:
                    continue
                longer = (*ids, other)
                drawn = (*steps, self._step(other, kind))
                waiting.append((longer, drawn))
                if self._key(longer) < best_key:
                    best, best_key = drawn, self._key(longer)
        return best

    def _key(self, ids: tuple[int, ...]) -> tuple[int, int]:
        """Order chains: by the tier of the end, then the shorter where it is first hand, else the longer."""
        piece = self._pieces.get(ids[-1])
        distance = piece.tier.distance if piece else len(Tier)
        reached = distance == Tier.PRIMARY.distance
        return (0, len(ids)) if reached else (1, -len(ids))

    def _step(self, source_id: int, by: SourceRelationKind | Stance) -> Step:
        row, piece = self._rows.get(source_id), self._pieces.get(source_id)
        captured = row.captured if row else bool(piece and piece.capture_id)
        tier = piece.tier if piece else None
        if row is not None:
            return Step(End.SOURCE, row.title, source_id, row.publisher, row.published, row.kind, tier, captured, by)
        held = self._pieces[source_id]
        return Step(
            End.SOURCE,
            held.source_title,
            source_id,
            held.source_publisher,
            held.source_published,
            held.source_kind,
            tier,
            captured,
            by,
        )


def _weight(piece: EvidenceRow) -> tuple[bool, int, int]:
    """Which of several pieces from one source stands for it: one that decides, then the nearest to the first hand."""
    return piece.stance is Stance.CONTEXT, piece.tier.distance, piece.id
