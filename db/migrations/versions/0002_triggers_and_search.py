"""Triggers: append-only tables, tallies; full-text search."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"

# Table -> its unique columns: a row inserted with any of them would replace the one that is there.
APPEND_ONLY = {
    "event": ("seq", "previous_hash"),
    "capture": ("id", "uid"),
    "passage": ("id",),
    "review": ("id",),
    "search_entry": ("id",),
}
# Changed but never deleted: what is counted stays, so that the tallies need not follow a deletion.
KEPT = ("document", "claim", "evidence", "speaker")

# What is counted one by one: kind -> (table, when a row counts).
COUNTED = {
    "article": ("document", "{row}.type = 'article'"),
    "source": ("document", "{row}.type = 'source'"),
    "capture": ("capture", "1 = 1"),
    "evidence": ("evidence", "1 = 1"),
    "speaker": ("speaker", "1 = 1"),
}
TALLY_KEY = (
    "{row}.desk_id, {row}.work_state, coalesce({row}.substance_finding, ''), {row}.checkable,"
    " coalesce({row}.best_tier, '')"
)
OTHER_LIVE_EVIDENCE = (
    "EXISTS (SELECT 1 FROM evidence AS other WHERE other.source_id = {row}.source_id"
    " AND other.claim_id = {row}.claim_id AND other.id <> {row}.id AND other.withdrawn_at IS NULL)"
)

# Full text: name -> (table, columns, FTS5 options). On PostgreSQL the same columns feed a generated tsvector.
# Short beginnings have an index of their own: a title half typed is looked for while somebody waits.
SEARCHED = {
    "claim_search": ("claim", ("statement", "literal", "speaker_as_named", "finding_note"), ", prefix = '3'"),
    "document_search": ("document", ("title", "publisher", "author", "note"), ", prefix = '3 4 5'"),
    "capture_search": ("capture", ("text",), ""),
}
# Notes of three tables share one index on SQLite; the row's number tells them apart.
NOTES = {"evidence": ("note", 0), "comment": ("body", 1), "review": ("note", 2)}
TOKENIZER = "tokenize = 'unicode61 remove_diacritics 2'"

# PostgreSQL's own parser takes «3.5», «and/or» and «example.org» for single words and knows letters with and without
# accent as different ones. Without accents and punctuation, both databases find the same. A tsvector holds at
# most a megabyte: a text whose words do not fit is searchable by its beginning, and is never refused.
SEARCHABLE = r"""
CREATE FUNCTION searchable(words text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    plain text := regexp_replace(regexp_replace(
        normalize(words, NFKD), '[\u0300-\u036F]+', '', 'g'),
        '[!-/:-@\u005B-\u0060{-~\u00A0-\u00BF\u2000-\u206F\u3000-\u303F]+', ' ', 'g');
BEGIN
    RETURN to_tsvector('pg_catalog.simple', plain);
EXCEPTION WHEN program_limit_exceeded THEN
    RETURN to_tsvector('pg_catalog.simple', left(plain, 50000));
END $$
"""


def claim_tally(row: str, step: str) -> str:
    """Move the tally of a claim's group one up or down."""
    return (
        "INSERT INTO claim_tally (desk_id, work_state, substance_finding, checkable, best_tier, claims)"
        f" VALUES ({TALLY_KEY.format(row=row)}, {step}1)"
        " ON CONFLICT (desk_id, work_state, substance_finding, checkable, best_tier)"
        f" DO UPDATE SET claims = claim_tally.claims {step} 1;"
    )


def flag_tally(row: str, step: str) -> str:
    """Move the tally of a flag one up or down."""
    return (
        f"INSERT INTO flag_tally (desk_id, flag, claims) VALUES ({row}.desk_id, {row}.flag, {step}1)"
        f" ON CONFLICT (desk_id, flag) DO UPDATE SET claims = flag_tally.claims {step} 1;"
    )


def source_tally(row: str, step: str) -> str:
    """Move a source's tally: evidence always, claims only with the first or last piece on a claim."""
    return (
        f"UPDATE source_tally SET evidence = evidence {step} 1,"
        f" claims = claims {step} CASE WHEN {OTHER_LIVE_EVIDENCE.format(row=row)} THEN 0 ELSE 1 END"
        f" WHERE source_id = {row}.source_id;"
    )


def record_tally(kind: str) -> str:
    """Count one more record of a kind; records are never deleted."""
    return (
        f"INSERT INTO record_tally (kind, records) VALUES ('{kind}', 1)"
        " ON CONFLICT (kind) DO UPDATE SET records = record_tally.records + 1;"
    )


TALLIES = (
    # name, table, when, condition, body
    ("claim_tally_insert", "claim", "INSERT", "", claim_tally("NEW", "+")),
    (
        "claim_tally_update",
        "claim",
        "UPDATE OF desk_id, work_state, substance_finding, checkable, best_tier",
        "",
        claim_tally("OLD", "-") + claim_tally("NEW", "+"),
    ),
    ("flag_tally_insert", "claim_flag", "INSERT", "", flag_tally("NEW", "+")),
    ("flag_tally_delete", "claim_flag", "DELETE", "", flag_tally("OLD", "-")),
    (
        "source_tally_begin",
        "document",
        "INSERT",
        "NEW.type = 'source'",
        (
            "INSERT INTO source_tally (source_id, source_kind, evidence, claims, captures, captured)"
            " VALUES (NEW.id, NEW.source_kind, 0, 0, 0, false);"
        ),
    ),
    (
        "source_tally_kind",
        "document",
        "UPDATE OF source_kind",
        "NEW.type = 'source'",
        "UPDATE source_tally SET source_kind = NEW.source_kind WHERE source_id = NEW.id;",
    ),
    (
        "source_tally_capture",
        "capture",
        "INSERT",
        "",
        (
            "UPDATE source_tally SET captures = captures + 1, captured = captured OR NEW.outcome = 'complete'"
            " WHERE source_id = NEW.document_id;"
        ),
    ),
    ("source_tally_insert", "evidence", "INSERT", "NEW.withdrawn_at IS NULL", source_tally("NEW", "+")),
    (
        "source_tally_leave",
        "evidence",
        "UPDATE OF withdrawn_at, source_id, claim_id",
        "OLD.withdrawn_at IS NULL",
        source_tally("OLD", "-"),
    ),
    (
        "source_tally_enter",
        "evidence",
        "UPDATE OF withdrawn_at, source_id, claim_id",
        "NEW.withdrawn_at IS NULL",
        source_tally("NEW", "+"),
    ),
    *(
        (f"record_tally_{kind}", table, "INSERT", condition.format(row="NEW"), record_tally(kind))
        for kind, (table, condition) in COUNTED.items()
    ),
)


def upgrade() -> None:
    """Set up whichever database this is."""
    if op.get_bind().dialect.name == "postgresql":
        on_postgresql()
    else:
        on_sqlite()


def on_sqlite() -> None:
    """SQLite: triggers and FTS5 tables that take their text from ours."""
    for table, keys in APPEND_ONLY.items():
        for deed in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{deed.lower()} BEFORE {deed} ON {table}"
                f" BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
        taken = " OR ".join(f"{key} = NEW.{key}" for key in keys)
        # INSERT OR REPLACE would overwrite a row without an UPDATE or DELETE being written anywhere.
        op.execute(
            f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table}"
            f" WHEN EXISTS (SELECT 1 FROM {table} WHERE {taken})"
            f" BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )
    for table in KEPT:
        op.execute(
            f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table}"
            f" BEGIN SELECT RAISE(ABORT, '{table} is never deleted from'); END"
        )
    for name, table, when, condition, body in TALLIES:
        guard = f" WHEN {condition}" if condition else ""
        op.execute(f"CREATE TRIGGER {name} AFTER {when} ON {table}{guard} BEGIN {body} END")
    for name, (table, columns, options) in SEARCHED.items():
        search_table_on_sqlite(name, table, columns, options)
    op.execute(f"CREATE VIRTUAL TABLE note_search USING fts5 (body, {TOKENIZER})")
    for table, (column, place) in NOTES.items():
        put = (
            f"INSERT INTO note_search (rowid, body) SELECT NEW.id * 4 + {place}, NEW.{column} WHERE NEW.{column} <> '';"
        )
        op.execute(f"CREATE TRIGGER note_search_{table} AFTER INSERT ON {table} BEGIN {put} END")
        if table not in APPEND_ONLY:
            take = f"DELETE FROM note_search WHERE rowid = OLD.id * 4 + {place};"
            op.execute(
                f"CREATE TRIGGER note_search_{table}_again AFTER UPDATE OF {column} ON {table} BEGIN {take} {put} END"
            )


def search_table_on_sqlite(name: str, table: str, columns: tuple[str, ...], options: str) -> None:
    """Index a table's columns without storing their text twice."""
    listed = ", ".join(columns)
    new, old = (", ".join(f"{row}.{column}" for column in columns) for row in ("NEW", "OLD"))
    put = f"INSERT INTO {name} (rowid, {listed}) VALUES (NEW.id, {new});"
    take = f"INSERT INTO {name} ({name}, rowid, {listed}) VALUES ('delete', OLD.id, {old});"
    op.execute(
        f"CREATE VIRTUAL TABLE {name} USING fts5 ({listed}, content = '{table}', content_rowid = 'id',"
        f" {TOKENIZER}{options})"
    )
    op.execute(f"CREATE TRIGGER {name}_insert AFTER INSERT ON {table} BEGIN {put} END")
    if table not in APPEND_ONLY:
        op.execute(f"CREATE TRIGGER {name}_update AFTER UPDATE OF {listed} ON {table} BEGIN {take} {put} END")


def on_postgresql() -> None:
    """PostgreSQL: trigger functions, and tsvector columns that the database keeps by itself."""
    op.execute(
        "CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS"
        " $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = '23514'; END $$"
    )
    for table in APPEND_ONLY:
        op.execute(
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table}"
            " FOR EACH ROW EXECUTE FUNCTION append_only()"
        )
        op.execute(
            f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table}"
            " FOR EACH STATEMENT EXECUTE FUNCTION append_only()"
        )
        # Without ALWAYS, a session in replication mode would walk past them.
        op.execute(f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {table}_append_only")
        op.execute(f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {table}_no_truncate")
    op.execute(
        "CREATE FUNCTION never_deleted() RETURNS trigger LANGUAGE plpgsql AS"
        " $$ BEGIN RAISE EXCEPTION '% is never deleted from', TG_TABLE_NAME USING ERRCODE = '23514'; END $$"
    )
    for table in KEPT:
        op.execute(
            f"CREATE TRIGGER {table}_no_delete BEFORE DELETE OR TRUNCATE ON {table}"
            " FOR EACH STATEMENT EXECUTE FUNCTION never_deleted()"
        )
    for name, table, when, condition, body in TALLIES:
        guard = f" WHEN ({condition})" if condition else ""
        op.execute(f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body} RETURN NULL; END $$")
        op.execute(f"CREATE TRIGGER {name} AFTER {when} ON {table} FOR EACH ROW{guard} EXECUTE FUNCTION {name}()")
    op.execute(SEARCHABLE)
    searched = {table: columns for table, columns, _ in SEARCHED.values()} | {
        table: (column,) for table, (column, _) in NOTES.items()
    }
    for table, columns in searched.items():
        words = " || ' ' || ".join(f"coalesce(left({column}, 250000), '')" for column in columns)
        op.execute(f"ALTER TABLE {table} ADD COLUMN search tsvector GENERATED ALWAYS AS (searchable({words})) STORED")
        op.execute(f"CREATE INDEX ix_{table}_search ON {table} USING gin (search)")
