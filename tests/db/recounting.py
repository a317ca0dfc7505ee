"""The tallies, counted anew from the rows that they sum up."""

from __future__ import annotations

from sqlalchemy import text
from sqlalchemy.orm import Session

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
    for name, statements in COUNTS.items():
        kept, counted = ({tuple(row) for row in session.execute(text(sql))} for sql in statements)
        if kept != counted:
            found[name] = (sorted(kept - counted, key=repr), sorted(counted - kept, key=repr))
    return found
