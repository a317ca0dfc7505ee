"""Whatever a person did about the captures of an article or a source, carried out."""

from __future__ import annotations

from typing import assert_never

from dashboard.actions import documents, jobs, watching
from dashboard.actions.sources import reopen_all
from dashboard.outcome import Outcome
from dashboard.wish.captures import Archived, Brought, CaptureDeed, Fetched, Reopened
from dashboard.wish.watching import WatchWish
from db.rows import UserRow, parse_ref


def carry_out(person: UserRow, ref: str, deed: CaptureDeed) -> Outcome:
    """Do it to the document with this short id; the outcome of a fetch has its job as ``ref``."""
    article_id, source_id = parse_ref(ref, "FA"), parse_ref(ref, "FS")
    document_id = article_id or source_id or 0
    match deed:
        case Fetched(again):
            return (jobs.watch if again else jobs.capture)(person, [document_id])
        case Archived(capture_id):
            return jobs.archive(person, [capture_id])
        case Brought(data, name):
            text = documents.Text(data, name)
            bring = documents.capture_anew if article_id is not None else documents.capture
            return bring(person, document_id, text)
        case Reopened(claims, why):
            return reopen_all(person, claims, why)
        case WatchWish():
            return watching.carry_out(person, document_id, deed)
        case _:
            assert_never(deed)
