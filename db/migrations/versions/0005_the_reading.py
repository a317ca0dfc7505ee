"""The reading: what the machine read in a claim, what it has seen before, an article's references, the fate of drafts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from db.base import UtcDateTime

revision = "0005"
down_revision = "0004"

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
Word = sa.String(length=32)

FATE = "CASE {row}.work_state WHEN 'detected' THEN 'waiting' WHEN 'not_for_us' THEN 'turned_away' ELSE 'kept' END"
DRAFTED = "{row}.origin = 'machine'"


def upgrade() -> None:
    """Add the columns and tables, count the drafts that are there, and have triggers go on counting."""
    op.add_column("claim", sa.Column("speaker_role", sa.String(), nullable=True))
    op.add_column("claim", sa.Column("reading", sa.String(), nullable=True))
    if _on_postgresql():
        op.add_column("claim", sa.Column("worth", Id, nullable=True))
        op.create_check_constraint("ck_claim_worth", "claim", "worth IS NULL OR (worth >= 0 AND worth <= 1000)")
    else:
        # SQLite adds a constraint to a table that exists only together with its column.
        op.execute(
            "ALTER TABLE claim ADD COLUMN worth INTEGER"
            " CONSTRAINT ck_claim_worth CHECK (worth IS NULL OR (worth >= 0 AND worth <= 1000))"
        )
    op.create_index("ix_capture_text_sha256", "capture", ["text_sha256"])
    _tables()
    postgresql = _on_postgresql()
    came = week("claim.created_at", postgresql=postgresql)
    op.execute(
        f"INSERT INTO draft_tally SELECT desk_id, {came}, coalesce(drafted_by, ''), {FATE.format(row='claim')}, count(*)"
        f" FROM claim WHERE {DRAFTED.format(row='claim')} GROUP BY 1, 2, 3, 4"
    )
    change = "UPDATE OF desk_id, created_at, origin, drafted_by, work_state"
    _keep("draft_tally_insert", "INSERT", DRAFTED.format(row="NEW"), _count("NEW", "+", postgresql=postgresql))
    _keep("draft_tally_leave", change, DRAFTED.format(row="OLD"), _count("OLD", "-", postgresql=postgresql))
    _keep("draft_tally_enter", change, DRAFTED.format(row="NEW"), _count("NEW", "+", postgresql=postgresql))


def _on_postgresql() -> bool:
    return bool(op.get_bind().dialect.name == "postgresql")


def _tables() -> None:
    op.create_table(
        "reference",
        sa.Column("id", Id, nullable=False),
        sa.Column("capture_id", Id, nullable=False),
        sa.Column("place", Id, nullable=False),
        sa.Column("href", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("start", Id, nullable=True),
        sa.Column("end", Id, nullable=True),
        sa.Column("source_id", Id, nullable=True),
        sa.CheckConstraint("length(href) > 0", name="ck_reference_href"),
        sa.CheckConstraint('(start IS NULL) = ("end" IS NULL)', name="ck_reference_both_ends"),
        sa.CheckConstraint('start IS NULL OR (start >= 0 AND "end" > start)', name="ck_reference_span"),
        sa.ForeignKeyConstraint(["capture_id"], ["capture.id"], name="fk_reference_capture_id_capture"),
        sa.ForeignKeyConstraint(["source_id"], ["document.id"], name="fk_reference_source_id_document"),
        sa.PrimaryKeyConstraint("id", name="pk_reference"),
    )
    op.create_index("ix_reference_capture_id_place", "reference", ["capture_id", "place"], unique=True)
    op.create_index("ix_reference_source_id", "reference", ["source_id"])
    decisions = ("suggested", "confirmed", "dismissed")
    op.create_table(
        "resemblance",
        sa.Column("claim_id", Id, autoincrement=False, nullable=False),
        sa.Column("other_id", Id, autoincrement=False, nullable=False),
        sa.Column("score", Id, nullable=False),
        sa.Column(
            "decision",
            sa.Enum(*decisions, name="resemblance_decision", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("decided_by_id", Id, nullable=True),
        sa.Column("decided_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint("claim_id <> other_id", name="ck_resemblance_not_itself"),
        sa.CheckConstraint("score >= 0", name="ck_resemblance_score"),
        sa.CheckConstraint("(decision = 'suggested') = (decided_at IS NULL)", name="ck_resemblance_decided"),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name="fk_resemblance_claim_id_claim"),
        sa.ForeignKeyConstraint(["other_id"], ["claim.id"], name="fk_resemblance_other_id_claim"),
        sa.ForeignKeyConstraint(
            ["decided_by_id"], ["user_account.id"], name="fk_resemblance_decided_by_id_user_account"
        ),
        sa.PrimaryKeyConstraint("claim_id", "other_id", name="pk_resemblance"),
    )
    op.create_index("ix_resemblance_decision_claim_id", "resemblance", ["decision", "claim_id"])
    op.create_index("ix_resemblance_other_id", "resemblance", ["other_id"])
    op.create_table(
        "draft_tally",
        sa.Column("desk_id", Id, nullable=False),
        sa.Column("came", sa.String(length=10), nullable=False),
        sa.Column("drafted_by", sa.String(length=100), nullable=False),
        sa.Column("fate", Word, nullable=False),
        sa.Column("claims", Id, nullable=False),
        sa.ForeignKeyConstraint(["desk_id"], ["desk.id"], name="fk_draft_tally_desk_id_desk"),
        sa.PrimaryKeyConstraint("desk_id", "came", "drafted_by", "fate", name="pk_draft_tally"),
    )


def week(moment: str, *, postgresql: bool) -> str:
    """Tell the Monday of a moment's week in UTC."""
    if postgresql:
        return f"to_char(date_trunc('week', {moment} AT TIME ZONE 'UTC'), 'YYYY-MM-DD')"
    return f"date(substr({moment}, 1, 10), '-6 days', 'weekday 1')"


def _count(row: str, step: str, *, postgresql: bool) -> str:
    """Move the tally of a draft's key one up or down."""
    came = week(f"{row}.created_at", postgresql=postgresql)
    return (
        "INSERT INTO draft_tally (desk_id, came, drafted_by, fate, claims)"
        f" VALUES ({row}.desk_id, {came}, coalesce({row}.drafted_by, ''), {FATE.format(row=row)}, {step}1)"
        f" ON CONFLICT (desk_id, came, drafted_by, fate) DO UPDATE SET claims = draft_tally.claims {step} 1;"
    )


def _keep(name: str, when: str, condition: str, body: str) -> None:
    """Make a trigger on claims on whichever database this is."""
    if _on_postgresql():
        op.execute(f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body} RETURN NULL; END $$")
        op.execute(
            f"CREATE TRIGGER {name} AFTER {when} ON claim FOR EACH ROW WHEN ({condition}) EXECUTE FUNCTION {name}()"
        )
    else:
        op.execute(f"CREATE TRIGGER {name} AFTER {when} ON claim WHEN {condition} BEGIN {body} END")
