"""The history in a case file, and what has to be told of a case that comes with too little of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from sqlalchemy.orm import Session

from db.chain import EventDraft
from db.queries.integrity import Unreadable, kept_rows
from db.queries.whole import highest
from db.vocabulary import EventAction
from firsthand.errors import UnreadableCase
from firsthand.exchange import kinds as k
from firsthand.exchange.case_lists import Entry
from firsthand.exchange.codec import decode
from firsthand.verification import digest_of

Numbers = Mapping[str, Mapping[str, int]]


class Reached(NamedTuple):
    """The highest numbers of the append-only tables before a case was loaded."""

    captures_after: int
    reviews_after: int
    searches_after: int


def reached(session: Session) -> Reached:
    """Tell how far the append-only tables reach now."""
    return Reached(*(highest(session, kind.table) for kind in (k.CAPTURES, k.REVIEWS, k.SEARCHES)))


def events_in(
    entries: Iterable[tuple[str, Entry]], numbers: Numbers, fresh: Mapping[str, set[str]]
) -> list[EventDraft]:
    """Read the events on records that are new here, to be chained on with their own times and people."""
    drafts = []
    for where, entry in entries:
        row = decode(k.EVENTS, entry, where, numbers)
        if row["action"] is EventAction.CASE_LOADED:
            raise UnreadableCase(f"{where}.action: the loading of another case is not part of this one's history.")
        group = k.KIND_OF_RECORD[row["record_type"]]
        key = str(entry.get("record"))
        if key not in numbers[group]:
            raise UnreadableCase(f"{where}.record: there is no such entry under «{group}»: {key!r}.")
        if key not in fresh[group]:
            continue
        article = entry.get("article")
        drafts.append(
            EventDraft(
                **row,
                actor_id=numbers["people"].get(row["actor"]),
                record_id=numbers[group][key],
                article_id=numbers["documents"].get(str(article)) if article else None,
            )
        )
    return drafts


def untold(session: Session, before: Reached, drafts: Iterable[EventDraft]) -> list[str]:
    """List the digests of new captures, reviews and searches that no event of the case tells of.

    A case written by hand has no history, and one that brings a new capture of a source that is here already has
    its event on a record that is not new: without these digests the rows would look as if somebody had slipped them in.
    """
    told = Counter(_told_by(drafts))
    digests = []
    for kept in kept_rows(session, **before._asdict()):
        if isinstance(kept, Unreadable):
            continue
        digest = digest_of(kept)
        if told[digest]:
            told[digest] -= 1
        else:
            digests.append(digest)
    return digests


def _told_by(drafts: Iterable[EventDraft]) -> Iterable[str]:
    for draft in drafts:
        after: dict[str, Any] = draft.after or {}
        if isinstance(after.get("digest"), str):
            yield after["digest"]
