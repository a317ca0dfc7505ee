"""The sources: how captures were fetched, what later looks brought, archives, origins, traces, whose addresses."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from db.base import UtcDateTime

revision = "0006"
down_revision = "0005"

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
PUBLISHER_KINDS = (
    "government",
    "ministry",
    "parliament",
    "court",
    "statistics_office",
    "central_bank",
    "international_body",
    "regulator",
    "armed_forces",
    "exchange",
    "journal",
    "research",
    "news_agency",
    "news_outlet",
    "fact_checker",
    "archive",
    "mirror",
    "reposter",
    "company",
    "party",
    "ngo",
    "platform",
    "other",
)


def upgrade() -> None:
    """Add the columns and the tables."""
    for column in (
        sa.Column("status", Id, nullable=True),
        sa.Column("declared_type", sa.String(length=200), nullable=True),
        sa.Column("headers", sa.String(), nullable=True),
        sa.Column("hops", sa.String(), nullable=True),
        sa.Column("started_at", UtcDateTime(), nullable=True),
        sa.Column("retry_at", UtcDateTime(), nullable=True),
    ):
        op.add_column("capture", column)
    op.create_index("ix_capture_outcome_document_id_id", "capture", ["outcome", "document_id", "id"])
    op.add_column("publisher", sa.Column("country", sa.String(length=2), nullable=True))
    op.add_column("publisher", sa.Column("hosts", sa.String(), nullable=True))
    _publisher_kind()
    _observations()
    _attestations()
    _origins()
    _append_only()


def word(name: str, *words: str) -> sa.Enum:
    """A stored word, and the constraint that keeps it one of these."""
    return sa.Enum(*words, name=name, native_enum=False, create_constraint=True, length=32)


def _on_postgresql() -> bool:
    return bool(op.get_bind().dialect.name == "postgresql")


def _publisher_kind() -> None:
    listed = ", ".join(f"'{kind}'" for kind in PUBLISHER_KINDS)
    if _on_postgresql():
        op.add_column("publisher", sa.Column("kind", sa.String(length=32), nullable=True))
        op.create_check_constraint("ck_publisher_publisher_kind", "publisher", f"kind IN ({listed})")
    else:
        # SQLite adds a constraint to a table that exists only together with its column.
        op.execute(
            "ALTER TABLE publisher ADD COLUMN kind VARCHAR(32)"
            f" CONSTRAINT ck_publisher_publisher_kind CHECK (kind IN ({listed}))"
        )


def _observations() -> None:
    outcomes = ("unchanged", "held", "changed", "moved", "ambiguous", "lost", "unreachable")
    op.create_table(
        "observation",
        sa.Column("id", Id, nullable=False),
        sa.Column("uid", sa.String(length=100), nullable=False),
        sa.Column("document_id", Id, nullable=False),
        sa.Column("capture_id", Id, nullable=True),
        sa.Column("outcome", word("observation_outcome", *outcomes), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("by_id", Id, nullable=True),
        sa.CheckConstraint("outcome <> 'unreachable' OR reason IS NOT NULL", name="ck_observation_reason"),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name="fk_observation_document_id_document"),
        sa.ForeignKeyConstraint(["capture_id"], ["capture.id"], name="fk_observation_capture_id_capture"),
        sa.ForeignKeyConstraint(["by_id"], ["user_account.id"], name="fk_observation_by_id_user_account"),
        sa.PrimaryKeyConstraint("id", name="pk_observation"),
        sa.UniqueConstraint("uid", name="uq_observation_uid"),
    )
    op.create_index("ix_observation_document_id_id", "observation", ["document_id", "id"])
    op.create_index("ix_observation_outcome_id", "observation", ["outcome", "id"])
    op.create_index("ix_observation_capture_id", "observation", ["capture_id"])
    op.create_table(
        "anchor",
        sa.Column("id", Id, nullable=False),
        sa.Column("observation_id", Id, nullable=False),
        sa.Column("claim_id", Id, nullable=False),
        sa.Column("evidence_id", Id, nullable=True),
        sa.Column("health", word("anchor_health", "holds", "moved", "ambiguous", "lost"), nullable=False),
        sa.Column("start", Id, nullable=True),
        sa.Column("end", Id, nullable=True),
        sa.Column("settled_at", UtcDateTime(), nullable=True),
        sa.Column("settled_by_id", Id, nullable=True),
        sa.Column("settled_why", sa.String(), nullable=True),
        sa.CheckConstraint('(start IS NULL) = ("end" IS NULL)', name="ck_anchor_both_ends"),
        sa.CheckConstraint('start IS NULL OR (start >= 0 AND "end" > start)', name="ck_anchor_span"),
        sa.CheckConstraint("(settled_at IS NULL) = (settled_why IS NULL)", name="ck_anchor_settled"),
        sa.ForeignKeyConstraint(["observation_id"], ["observation.id"], name="fk_anchor_observation_id_observation"),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name="fk_anchor_claim_id_claim"),
        sa.ForeignKeyConstraint(["evidence_id"], ["evidence.id"], name="fk_anchor_evidence_id_evidence"),
        sa.ForeignKeyConstraint(["settled_by_id"], ["user_account.id"], name="fk_anchor_settled_by_id_user_account"),
        sa.PrimaryKeyConstraint("id", name="pk_anchor"),
    )
    op.create_index("ix_anchor_claim_id_id", "anchor", ["claim_id", "id"])
    op.create_index("ix_anchor_evidence_id_id", "anchor", ["evidence_id", "id"])
    op.create_index("ix_anchor_observation_id", "anchor", ["observation_id"])
    op.create_table(
        "watch",
        sa.Column("document_id", Id, autoincrement=False, nullable=False),
        sa.Column("next_at", UtcDateTime(), nullable=True),
        sa.Column("looked_at", UtcDateTime(), nullable=True),
        sa.Column("failures", Id, nullable=False),
        sa.Column("paused_why", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name="fk_watch_document_id_document"),
        sa.PrimaryKeyConstraint("document_id", name="pk_watch"),
    )
    op.create_index("ix_watch_next_at", "watch", ["next_at"])


def _attestations() -> None:
    op.create_table(
        "attestation",
        sa.Column("id", Id, nullable=False),
        sa.Column("capture_id", Id, nullable=False),
        sa.Column("archive", word("archive", "wayback"), nullable=False),
        sa.Column("state", word("attestation_state", "asked", "pending", "done", "refused", "failed"), nullable=False),
        sa.Column("address", sa.String(), nullable=True),
        sa.Column("archived_at", UtcDateTime(), nullable=True),
        sa.Column("ticket", sa.String(length=200), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("asked_at", UtcDateTime(), nullable=False),
        sa.Column("asked_by_id", Id, nullable=True),
        sa.Column("settled_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint("state NOT IN ('refused', 'failed') OR reason IS NOT NULL", name="ck_attestation_reason"),
        sa.CheckConstraint("state <> 'done' OR address IS NOT NULL", name="ck_attestation_address"),
        sa.ForeignKeyConstraint(["capture_id"], ["capture.id"], name="fk_attestation_capture_id_capture"),
        sa.ForeignKeyConstraint(["asked_by_id"], ["user_account.id"], name="fk_attestation_asked_by_id_user_account"),
        sa.PrimaryKeyConstraint("id", name="pk_attestation"),
    )
    op.create_index("ix_attestation_capture_id_id", "attestation", ["capture_id", "id"])


def _origins() -> None:
    kinds = ("quotes", "reprints", "translation_of", "derived_from", "revision_of", "archived_as")
    op.create_table(
        "origin_suggestion",
        sa.Column("id", Id, nullable=False),
        sa.Column("source_id", Id, nullable=False),
        sa.Column("other_id", Id, nullable=True),
        sa.Column("other_url", sa.String(), nullable=True),
        sa.Column("other_name", sa.String(), nullable=True),
        sa.Column("kind", word("source_relation_kind", *kinds), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("decision", word("resemblance_decision", "suggested", "confirmed", "dismissed"), nullable=False),
        sa.Column("decided_by_id", Id, nullable=True),
        sa.Column("decided_at", UtcDateTime(), nullable=True),
        sa.Column("found_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint("other_id IS NULL OR source_id <> other_id", name="ck_origin_suggestion_not_itself"),
        sa.CheckConstraint(
            "other_id IS NOT NULL OR other_url IS NOT NULL OR other_name IS NOT NULL",
            name="ck_origin_suggestion_other",
        ),
        sa.CheckConstraint("(decision = 'suggested') = (decided_at IS NULL)", name="ck_origin_suggestion_decided"),
        sa.ForeignKeyConstraint(["source_id"], ["document.id"], name="fk_origin_suggestion_source_id_document"),
        sa.ForeignKeyConstraint(["other_id"], ["document.id"], name="fk_origin_suggestion_other_id_document"),
        sa.ForeignKeyConstraint(
            ["decided_by_id"], ["user_account.id"], name="fk_origin_suggestion_decided_by_id_user_account"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_origin_suggestion"),
    )
    op.create_index("ix_origin_suggestion_source_id_decision", "origin_suggestion", ["source_id", "decision"])
    op.create_index("ix_origin_suggestion_other_id", "origin_suggestion", ["other_id"])
    op.create_table(
        "trace",
        sa.Column("id", Id, nullable=False),
        sa.Column("uid", sa.String(length=100), nullable=False),
        sa.Column("claim_id", Id, nullable=False),
        sa.Column("outcome", word("trace_outcome", "found", "dead_end", "blocked", "too_far"), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("by_id", Id, nullable=True),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name="fk_trace_claim_id_claim"),
        sa.ForeignKeyConstraint(["by_id"], ["user_account.id"], name="fk_trace_by_id_user_account"),
        sa.PrimaryKeyConstraint("id", name="pk_trace"),
        sa.UniqueConstraint("uid", name="uq_trace_uid"),
    )
    op.create_index("ix_trace_claim_id_id", "trace", ["claim_id", "id"])


APPEND_ONLY = {"observation": ("id", "uid"), "trace": ("id", "uid")}


def _append_only() -> None:
    """Keep what was observed and traced as it was, the way the record's other append-only tables are kept."""
    for table, keys in APPEND_ONLY.items():
        if _on_postgresql():
            op.execute(
                f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table}"
                " FOR EACH ROW EXECUTE FUNCTION append_only()"
            )
            op.execute(
                f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table}"
                " FOR EACH STATEMENT EXECUTE FUNCTION append_only()"
            )
            op.execute(f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {table}_append_only")
            op.execute(f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {table}_no_truncate")
            continue
        for deed in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{deed.lower()} BEFORE {deed} ON {table}"
                f" BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
        there = " OR ".join(f"{key} = NEW.{key}" for key in keys)
        op.execute(
            f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table}"
            f" WHEN EXISTS (SELECT 1 FROM {table} WHERE {there})"
            f" BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )
