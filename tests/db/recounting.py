"""The tallies, counted anew from the rows that they sum up."""

from __future__ import annotations

from sqlalchemy import text
from sqlalchemy.orm import Session

# What each database has its own words for: the Monday of a moment's week, and the state that an event tells.
MONDAY = {
    "sqlite": "date({0}, '-' || ((strftime('%w', {0}) + 6) % 7) || ' days')",
    "postgresql": (
        "to_char(({0} AT TIME ZONE 'UTC')::date - (extract(isodow FROM {0} AT TIME ZONE 'UTC')::int - 1), 'YYYY-MM-DD')"
    ),
}
STATE = {"sqlite": "json_extract(after, '$.state')", "postgresql": "(after::json ->> 'state')"}
SETTLED = "(checkable AND work_state <> 'not_for_us')"
COUNTS = {
    "claim_tally": (
        (
            "SELECT desk_id, work_state, substance_finding, checkable, best_tier, claims FROM claim_tally"
            " WHERE claims <> 0"
        ),
        (
            "SELECT desk_id, work_state, coalesce(substance_finding, ''), checkable, coalesce(best_tier, ''), count(*)"
            " FROM claim GROUP BY 1, 2, 3, 4, 5"
        ),
    ),
    "flag_tally": (
        "SELECT desk_id, flag, claims FROM flag_tally WHERE claims <> 0",
        "SELECT desk_id, flag, count(*) FROM claim_flag GROUP BY 1, 2",
    ),
    "source_tally": (
        "SELECT source_id, source_kind, evidence, claims, captures, captured FROM source_tally",
        (
            "SELECT id, source_kind,"
            " (SELECT count(*) FROM evidence WHERE source_id = document.id AND withdrawn_at IS NULL),"
            " (SELECT count(DISTINCT claim_id) FROM evidence WHERE source_id = document.id AND withdrawn_at IS NULL),"
            " (SELECT count(*) FROM capture WHERE document_id = document.id),"
            " EXISTS (SELECT 1 FROM capture WHERE document_id = document.id AND outcome = 'complete')"
            " FROM document WHERE type = 'source'"
        ),
    ),
    "week_tally": (
        (
            "SELECT desk_id, came, work_state, substance_finding, settled, first_hand, claims FROM week_tally"
            " WHERE claims <> 0"
        ),
        (
            "SELECT desk_id, {claim.created_at}, work_state,"
            " CASE WHEN work_state IN ('signed_off', 'published') THEN substance_finding ELSE '' END,"
            " {settled}, ({settled} AND coalesce(best_tier, '') = 'primary'), count(*) FROM claim"
            " GROUP BY 1, 2, 3, 4, 5, 6"
        ),
    ),
    "flag_week_tally": (
        "SELECT desk_id, came, flag, claims FROM flag_week_tally WHERE claims <> 0",
        (
            "SELECT claim_flag.desk_id, {claim.created_at}, flag, count(*) FROM claim_flag"
            " JOIN claim ON claim.id = claim_flag.claim_id GROUP BY 1, 2, 3"
        ),
    ),
    "age_tally": (
        "SELECT desk_id, work_state, since, came, claims FROM age_tally WHERE claims <> 0",
        (
            "SELECT desk_id, work_state, {claim.state_since}, {claim.created_at}, count(*) FROM claim"
            " WHERE work_state NOT IN ('signed_off', 'published', 'not_for_us', 'withdrawn') GROUP BY 1, 2, 3, 4"
        ),
    ),
    "draft_tally": (
        "SELECT desk_id, came, drafted_by, fate, claims FROM draft_tally WHERE claims <> 0",
        (
            "SELECT desk_id, {claim.created_at}, coalesce(drafted_by, ''),"
            " CASE WHEN work_state = 'detected' THEN 'waiting' WHEN work_state = 'not_for_us' THEN 'turned_away'"
            " ELSE 'kept' END, count(*) FROM claim WHERE origin = 'machine' GROUP BY 1, 2, 3, 4"
        ),
    ),
    "claim_deed": (
        "SELECT seq, claim_id, deed, at FROM claim_deed",
        (
            "SELECT seq, record_id, CASE {state} WHEN 'recheck' THEN 'reopened' ELSE {state} END, at FROM event"
            " WHERE action = 'claim:state:changed' AND {state} IN ('recheck', 'signed_off')"
        ),
    ),
    "flow_tally": (
        "SELECT desk_id, week, deed, came, claims FROM flow_tally WHERE claims <> 0",
        (
            "SELECT desk_id, {claim_deed.at}, deed, {claim.created_at}, count(*) FROM claim_deed"
            " JOIN claim ON claim.id = claim_id GROUP BY 1, 2, 3, 4"
        ),
    ),
    "speaker_tally": (
        "SELECT speaker_id, desk_id, best_tier, settled, claims FROM speaker_tally WHERE claims <> 0",
        (
            "SELECT speaker_id, desk_id, coalesce(best_tier, ''), {settled}, count(*) FROM claim"
            " WHERE speaker_id IS NOT NULL GROUP BY 1, 2, 3, 4"
        ),
    ),
    "speaker_total": (
        "SELECT speaker_id, desk_id, claims FROM speaker_total WHERE claims <> 0 OR desk_id = 0",
        (
            "SELECT speaker_id, desk_id, count(*) FROM claim WHERE speaker_id IS NOT NULL GROUP BY 1, 2 UNION ALL"
            " SELECT id, 0, (SELECT count(*) FROM claim WHERE speaker_id = speaker.id) FROM speaker"
        ),
    ),
    "source_tier": (
        "SELECT source_id, tier, pieces FROM source_tier WHERE pieces <> 0",
        "SELECT source_id, tier, count(*) FROM evidence WHERE withdrawn_at IS NULL GROUP BY 1, 2",
    ),
    "library_tally": (
        "SELECT kind, sources FROM library_tally WHERE sources <> 0",
        (
            "SELECT tier, count(DISTINCT source_id) FROM evidence WHERE withdrawn_at IS NULL GROUP BY 1 UNION ALL"
            " SELECT 'used', count(DISTINCT source_id) FROM evidence WHERE withdrawn_at IS NULL HAVING count(*) > 0"
            " UNION ALL SELECT 'captured', count(DISTINCT document_id) FROM capture"
            " JOIN document ON document.id = document_id WHERE type = 'source' AND outcome = 'complete'"
            " HAVING count(*) > 0"
        ),
    ),
    "record_tally": (
        "SELECT kind, records FROM record_tally",
        (
            "SELECT type, count(*) FROM document GROUP BY type UNION ALL SELECT 'capture', count(*) FROM capture"
            " HAVING count(*) > 0 UNION ALL SELECT 'evidence', count(*) FROM evidence HAVING count(*) > 0"
            " UNION ALL SELECT 'speaker', count(*) FROM speaker HAVING count(*) > 0"
        ),
    ),
}


def differences(session: Session) -> dict[str, tuple[list[object], list[object]]]:
    """Compare each tally with the rows: what only the tally has, what only the rows have."""
    found = {}
    dialect = session.get_bind().dialect.name
    for name, statements in COUNTS.items():
        kept, counted = ({tuple(row) for row in session.execute(text(_spelt(sql, dialect)))} for sql in statements)
        if kept != counted:
            found[name] = (sorted(kept - counted, key=repr), sorted(counted - kept, key=repr))
    return found


def _spelt(sql: str, dialect: str) -> str:
    """Write out what stands in braces."""
    sql = sql.replace("{settled}", SETTLED).replace("{state}", STATE[dialect])
    for moment in ("claim.created_at", "claim.state_since", "claim_deed.at"):
        sql = sql.replace(f"{{{moment}}}", MONDAY[dialect].format(moment))
    return sql.replace(":", r"\:")
