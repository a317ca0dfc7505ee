"""Verifying the record: is everything still what was written? Reads all, changes nothing."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from db import chain
from db.blobs import BlobStore
from db.models import Capture, Review
from db.queries import integrity
from db.queries.integrity import Anchor, Kept, Unreadable
from db.rows import claim_ref
from db.session import Database
from firsthand.desk.content import capture_digest, claim_hash, review_digest, search_digest


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is not what was written: what it concerns, and what is wrong with it."""

    about: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Verification:
    """What was looked at, and what was found."""

    events: int
    head: str
    checkpoints: int
    captures: int
    signatures: int
    problems: tuple[Problem, ...]

    @property
    def sound(self) -> bool:
        """Whether nothing was found."""
        return not self.problems


def digest_of(kept: Kept) -> str:
    """Hash an append-only row the way its event did."""
    if isinstance(kept.row, Capture):
        return capture_digest(kept.row, kept.owner_uid)
    if isinstance(kept.row, Review):
        return review_digest(kept.row, kept.owner_uid, kept.person)
    return search_digest(kept.row, kept.owner_uid)


def verify(database: Database, progress: Callable[[str], None] = lambda _: None) -> Verification:
    """Walk the chain, the captures with their bytes, the append-only rows and the signatures."""
    progress("the chain of events")
    heads = database.checkpoints.read()
    with database.connect() as connection:
        problems = [Problem(f"event {b.seq}", b.sentence) for b in chain.breaks(connection, heads)]
    with database.read() as session:
        head = chain.head(session)
        progress("captures, reviews and searches")
        captures, found = _kept(session, database.blobs)
        problems += found
        progress("places of claims and passages")
        problems += _places(session)
        progress("signatures")
        signatures, found = _signatures(session)
        problems += found
    return Verification(head.count, head.hash, len(heads), captures, signatures, tuple(problems))


def _kept(session: Session, blobs: BlobStore) -> tuple[int, list[Problem]]:
    """Match the rows with the digests that events have told of them, and captures with their bytes and texts."""
    told = Counter(digest for _, digest in integrity.told_digests(session))
    problems: list[Problem] = []
    captures = 0
    for kept in integrity.kept_rows(session):
        if isinstance(kept, Unreadable):
            problems.append(Problem(kept.label, f"{kept.label}: cannot be read any more"))
            continue
        if isinstance(kept.row, Capture):
            captures += 1
            problems += _contents(kept.label, kept.row, blobs)
        digest = digest_of(kept)
        if told[digest]:
            told[digest] -= 1
        else:
            problems.append(Problem(kept.label, f"{kept.label}: is not what the history says was written"))
    missing = {digest for digest, count in told.items() if count}
    if missing:
        problems += [
            Problem(f"event {seq}", f"event {seq}: what it says was written is no longer there, or was changed")
            for seq, digest in integrity.told_digests(session)
            if digest in missing
        ]
    return captures, problems


def _contents(label: str, capture: Capture, blobs: BlobStore) -> Iterator[Problem]:
    if capture.text is not None and hashlib.sha256(capture.text.encode()).hexdigest() != capture.text_sha256:
        yield Problem(label, f"{label}: its frozen text was changed")
    if capture.sha256 is not None:
        intact = blobs.intact(capture.sha256)
        if not intact:
            what = "are gone" if intact is None else "were changed"
            yield Problem(label, f"{label}: its bytes ({capture.sha256[:12]}…) {what}")


def _places(session: Session) -> Iterator[Problem]:
    capture_id, text = None, None
    for anchor in integrity.anchors(session):
        if anchor.capture_id != capture_id:
            capture_id, text = anchor.capture_id, integrity.capture_text(session, anchor.capture_id)
        if not _stands(anchor, text):
            yield Problem(anchor.label, f"{anchor.label}: its words do not stand where the record says they do")


def _stands(anchor: Anchor, text: str | None) -> bool:
    try:
        return text is not None and text[anchor.start : anchor.end] == anchor.words
    except TypeError:  # something in a column that was never written there
        return False


def _signatures(session: Session) -> tuple[int, list[Problem]]:
    problems, count = [], 0
    for signed in integrity.signed_claims(session):
        count += 1
        if isinstance(signed, Unreadable):
            problems.append(Problem(signed.label, f"{signed.label}: cannot be read any more"))
            continue
        claim, evidence = signed
        if claim_hash(claim, evidence) != claim.content_hash:
            ref = claim_ref(claim.id)
            problems.append(Problem(ref, f"{ref}: was changed after it was signed"))
    return count, problems
