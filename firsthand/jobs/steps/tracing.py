"""Tracing station by station; between the steps the trail is kept as JSON."""

from __future__ import annotations

from firsthand.finding import tracing
from firsthand.finding.trails import Trail
from firsthand.jobs.ending import Ending
from firsthand.jobs.steps.bench import Json, actor_of, answered, at_hand, over
from firsthand.jobs.steps.planning import part_of


@answered
def set_out(claim_id: int, start: str | None, asked_by: str | None) -> Json:
    """Stand at the claim's article, and see what may lead on."""
    return _stands(tracing.begin(at_hand().database, actor_of(asked_by), claim_id, start))


@answered
def approach(trail: Json, asked_by: str | None) -> Json:
    """Make the next page a source, and name the part that captures it, unless what is on file will do."""
    database = at_hand().database
    found = tracing.approach(database, actor_of(asked_by), Trail.of_json(trail))
    wanted = found.source_id if not found.fresh else None
    with database.read() as session:
        part = part_of(session, wanted) if wanted is not None else None
    return {**_stands(found.trail), "source_id": found.source_id, "part": part, "place": found.trail.stations + 1}


@answered
def arrive(trail: Json, source_id: int) -> Json:
    """Read what was captured there, and see whether it is the first hand or leads on."""
    return _stands(tracing.arrive(at_hand().database, Trail.of_json(trail), source_id))


@answered
def finish(trail: Json, key: str, asked_by: str | None) -> Json:
    """Put the trace on file, once for its key."""
    row = tracing.finish(at_hand().database, actor_of(asked_by), Trail.of_json(trail), key=key)
    return over(Ending(came_through=True, sentence=row.reason))


def _stands(trail: Trail) -> Json:
    return {"trail": trail.as_json(), "over": trail.over, "sentence": trail.sentence}
