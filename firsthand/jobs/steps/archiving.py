"""Asking an archive to save captures."""

from __future__ import annotations

from db.rows import AttestationRow
from db.vocabulary import AttestationState
from firsthand.errors import SettingsError
from firsthand.jobs.ending import Ending
from firsthand.jobs.steps.bench import Bench, Json, actor_of, answered, at_hand, over
from firsthand.settings import WaybackKeys
from firsthand.sources import archives

ARCHIVE_WAIT = archives.WAIT.total_seconds()
_NO_KEYS = "This desk has no keys to the Wayback Machine: set FIRSTHAND_WAYBACK_KEY and FIRSTHAND_WAYBACK_SECRET."


@answered
def archive(capture_id: int, asked_by: str | None) -> Json:
    """Ask an archive to save a capture, or go on with what it was asked before."""
    bench = at_hand()
    keys, actor = _keys(bench), actor_of(asked_by)
    with bench.turns.of(archives.HOST):
        return _attested(archives.ask(bench.database, bench.web, keys, actor, capture_id))


@answered
def follow_up(attestation_id: int, asked_by: str | None) -> Json:
    """Ask the archive what became of what it was asked."""
    bench = at_hand()
    keys, actor = _keys(bench), actor_of(asked_by)
    with bench.turns.of(archives.HOST):
        return _attested(archives.follow_up(bench.database, bench.web, keys, actor, attestation_id))


def _keys(bench: Bench) -> WaybackKeys:
    keys = bench.settings.services.wayback
    if keys is None:
        raise SettingsError(_NO_KEYS)
    return keys


def _attested(row: AttestationRow) -> Json:
    done = row.state is AttestationState.DONE
    sentence = f"Saved at {row.address}." if done else row.reason or "The archive has not answered yet."
    return over(Ending(done, sentence, int(done)), attestation_id=row.id, settled=row.state.settled)
