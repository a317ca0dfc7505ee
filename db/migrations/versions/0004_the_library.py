"""The library: how first-hand each source is used, and how many sources there are of a kind, kept by triggers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
Word = sa.String(length=32)

FILLINGS = (
    (
        "INSERT INTO source_tier SELECT source_id, tier, count(*) FROM evidence WHERE withdrawn_at IS NULL"
        " GROUP BY source_id, tier"
    ),
    "INSERT INTO library_tally SELECT tier, count(*) FROM source_tier GROUP BY tier",
    "INSERT INTO library_tally SELECT 'used', count(*) FROM source_tally WHERE claims > 0 HAVING count(*) > 0",
    "INSERT INTO library_tally SELECT 'captured', count(*) FROM source_tally WHERE captured HAVING count(*) > 0",
)


def one_more(kind: str) -> str:
    """Count one more source of a kind."""
    return (
        f"INSERT INTO library_tally (kind, sources) VALUES ({kind}, 1)"
        " ON CONFLICT (kind) DO UPDATE SET sources = library_tally.sources + 1;"
    )


def one_fewer(kind: str) -> str:
    """Count one source of a kind fewer."""
    return f"UPDATE library_tally SET sources = sources - 1 WHERE kind = {kind};"


_MORE = (
    "INSERT INTO source_tier (source_id, tier, pieces) VALUES (NEW.source_id, NEW.tier, 1)"
    " ON CONFLICT (source_id, tier) DO UPDATE SET pieces = source_tier.pieces + 1;"
)
_FEWER = "UPDATE source_tier SET pieces = pieces - 1 WHERE source_id = OLD.source_id AND tier = OLD.tier;"
_CHANGE = "UPDATE OF withdrawn_at, source_id, tier"

TRIGGERS = (
    # name, table, when, condition, body
    ("source_tier_insert", "evidence", "INSERT", "NEW.withdrawn_at IS NULL", _MORE),
    ("source_tier_leave", "evidence", _CHANGE, "OLD.withdrawn_at IS NULL", _FEWER),
    ("source_tier_enter", "evidence", _CHANGE, "NEW.withdrawn_at IS NULL", _MORE),
    ("library_tier_first", "source_tier", "INSERT", "", one_more("NEW.tier")),
    ("library_tier_more", "source_tier", "UPDATE", "OLD.pieces <= 0 AND NEW.pieces > 0", one_more("NEW.tier")),
    ("library_tier_fewer", "source_tier", "UPDATE", "OLD.pieces > 0 AND NEW.pieces <= 0", one_fewer("NEW.tier")),
    ("library_used_more", "source_tally", "UPDATE OF claims", "OLD.claims <= 0 AND NEW.claims > 0", one_more("'used'")),
    (
        "library_used_fewer",
        "source_tally",
        "UPDATE OF claims",
        "OLD.claims > 0 AND NEW.claims <= 0",
        one_fewer("'used'"),
    ),
    (
        "library_captured",
        "source_tally",
        "UPDATE OF captured",
        "NEW.captured AND NOT OLD.captured",
        one_more("'captured'"),
    ),
)


def upgrade() -> None:
    """Make the tables, fill them from what is there, and have triggers keep them."""
    op.create_table(
        "source_tier",
        sa.Column("source_id", Id, nullable=False),
        sa.Column("tier", Word, nullable=False),
        sa.Column("pieces", Id, nullable=False),
        sa.ForeignKeyConstraint(["source_id"], ["document.id"], name="fk_source_tier_source_id_document"),
        sa.PrimaryKeyConstraint("source_id", "tier", name="pk_source_tier"),
    )
    op.create_index("ix_source_tier_tier_source_id", "source_tier", ["tier", "source_id"])
    op.create_table(
        "library_tally",
        sa.Column("kind", Word, nullable=False),
        sa.Column("sources", Id, nullable=False),
        sa.PrimaryKeyConstraint("kind", name="pk_library_tally"),
    )
    op.create_index("ix_document_type_publisher", "document", ["type", "publisher"])
    for statement in FILLINGS:
        op.execute(statement)
    for trigger in TRIGGERS:
        keep(*trigger)


def keep(name: str, table: str, when: str, condition: str, body: str) -> None:
    """Make a trigger on whichever database this is."""
    if op.get_bind().dialect.name == "postgresql":
        guard = f" WHEN ({condition})" if condition else ""
        op.execute(f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body} RETURN NULL; END $$")
        op.execute(f"CREATE TRIGGER {name} AFTER {when} ON {table} FOR EACH ROW{guard} EXECUTE FUNCTION {name}()")
    else:
        guard = f" WHEN {condition}" if condition else ""
        op.execute(f"CREATE TRIGGER {name} AFTER {when} ON {table}{guard} BEGIN {body} END")
