"""The record: every table of the first version."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from db.base import CanonicalJson, UtcDateTime

revision = "0001"
down_revision = None

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def word(name: str, *words: str) -> sa.Enum:
    """Store one of these words, kept so by a check constraint."""
    return sa.Enum(*words, name=name, native_enum=False, create_constraint=True, length=32)


def upgrade() -> None:
    """Create all tables."""
    op.create_table(
        "desk",
        sa.Column("id", Id, nullable=False),
        sa.Column("slug", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("allow_self_signing", sa.Boolean(), nullable=False),
        sa.Column("stale_after_days", Id, nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("version", Id, nullable=False),
        sa.CheckConstraint("stale_after_days > 0", name="ck_desk_stale_after_days"),
        sa.PrimaryKeyConstraint("id", name="pk_desk"),
        sa.UniqueConstraint("slug", name="uq_desk_slug"),
    )
    op.create_table(
        "record_tally",
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("records", Id, nullable=False),
        sa.PrimaryKeyConstraint("kind", name="pk_record_tally"),
    )
    op.create_table(
        "speaker",
        sa.Column("id", Id, nullable=False),
        sa.Column("uid", sa.String(length=100), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", word("speaker_kind", "person", "body"), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_speaker"),
        sa.UniqueConstraint("uid", name="uq_speaker_uid"),
    )
    op.create_index("ix_speaker_name", "speaker", ["name"])

    op.create_table(
        "user_account",
        sa.Column("id", Id, nullable=False),
        sa.Column("email", sa.String(length=320), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("disabled_at", UtcDateTime(), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_user_account"),
        sa.UniqueConstraint("email", name="uq_user_account_email"),
    )
    op.create_table(
        "claim_tally",
        sa.Column("desk_id", Id, nullable=False),
        sa.Column("work_state", sa.String(length=32), nullable=False),
        sa.Column("substance_finding", sa.String(length=32), nullable=False),
        sa.Column("checkable", sa.Boolean(), nullable=False),
        sa.Column("best_tier", sa.String(length=32), nullable=False),
        sa.Column("claims", Id, nullable=False),
        sa.ForeignKeyConstraint(["desk_id"], ["desk.id"], name="fk_claim_tally_desk_id_desk"),
        sa.PrimaryKeyConstraint(
            "desk_id", "work_state", "substance_finding", "checkable", "best_tier", name="pk_claim_tally"
        ),
    )
    op.create_table(
        "document",
        sa.Column("id", Id, nullable=False),
        sa.Column("uid", sa.String(length=100), nullable=False),
        sa.Column("type", word("document_type", "article", "source"), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("title_is_description", sa.Boolean(), nullable=False),
        sa.Column("author", sa.String(), nullable=True),
        sa.Column("publisher", sa.String(), nullable=True),
        sa.Column("url", sa.String(), nullable=True),
        sa.Column("published", sa.String(length=10), nullable=True),
        sa.Column("language", sa.String(length=35), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("created_by_id", Id, nullable=True),
        sa.Column("version", Id, nullable=False),
        sa.Column("desk_id", Id, nullable=True),
        sa.Column(
            "source_kind",
            word(
                "source_kind",
                "official_transcript",
                "official_document",
                "treaty",
                "law",
                "court_record",
                "dataset",
                "study",
                "interview",
                "social_post",
                "first_hand_report",
                "wire_report",
                "secondary",
                "other",
            ),
            nullable=True,
        ),
        sa.CheckConstraint("type <> 'article' OR desk_id IS NOT NULL", name="ck_document_article_has_desk"),
        sa.CheckConstraint("type <> 'source' OR source_kind IS NOT NULL", name="ck_document_source_has_kind"),
        sa.CheckConstraint("length(title) > 0", name="ck_document_title"),
        sa.CheckConstraint("published IS NULL OR length(published) IN (4, 7, 10)", name="ck_document_published"),
        sa.ForeignKeyConstraint(["created_by_id"], ["user_account.id"], name="fk_document_created_by_id_user_account"),
        sa.ForeignKeyConstraint(["desk_id"], ["desk.id"], name="fk_document_desk_id_desk"),
        sa.PrimaryKeyConstraint("id", name="pk_document"),
        sa.UniqueConstraint("uid", name="uq_document_uid"),
    )
    op.create_index("ix_document_desk_id_id", "document", ["desk_id", "id"])
    op.create_index("ix_document_type_id", "document", ["type", "id"])
    op.create_index("ix_document_type_url", "document", ["type", "url"])

    op.create_table(
        "event",
        sa.Column("seq", Id, autoincrement=False, nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("recorded_at", UtcDateTime(), nullable=False),
        sa.Column("actor_id", Id, nullable=True),
        sa.Column("actor", sa.String(length=320), nullable=False),
        sa.Column("action", sa.String(length=32), nullable=False),
        sa.Column("record_type", sa.String(length=32), nullable=False),
        sa.Column("record_id", Id, nullable=False),
        sa.Column("article_id", Id, nullable=True),
        sa.Column("why", sa.String(), nullable=True),
        sa.Column("before", CanonicalJson(), nullable=True),
        sa.Column("after", CanonicalJson(), nullable=True),
        sa.Column("previous_hash", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["actor_id"], ["user_account.id"], name="fk_event_actor_id_user_account"),
        sa.PrimaryKeyConstraint("seq", name="pk_event"),
        sa.UniqueConstraint("previous_hash", name="uq_event_previous_hash"),
    )
    op.create_index("ix_event_action_seq", "event", ["action", "seq"])
    op.create_index("ix_event_actor_seq", "event", ["actor", "seq"])
    op.create_index("ix_event_article_id_seq", "event", ["article_id", "seq"])
    op.create_index("ix_event_at_seq", "event", ["at", "seq"])
    op.create_index("ix_event_record_type_record_id_seq", "event", ["record_type", "record_id", "seq"])

    op.create_table(
        "flag_tally",
        sa.Column("desk_id", Id, nullable=False),
        sa.Column("flag", sa.String(length=32), nullable=False),
        sa.Column("claims", Id, nullable=False),
        sa.ForeignKeyConstraint(["desk_id"], ["desk.id"], name="fk_flag_tally_desk_id_desk"),
        sa.PrimaryKeyConstraint("desk_id", "flag", name="pk_flag_tally"),
    )
    op.create_table(
        "speaker_role",
        sa.Column("id", Id, nullable=False),
        sa.Column("speaker_id", Id, nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("since", sa.String(length=10), nullable=True),
        sa.Column("until", sa.String(length=10), nullable=True),
        sa.ForeignKeyConstraint(["speaker_id"], ["speaker.id"], name="fk_speaker_role_speaker_id_speaker"),
        sa.PrimaryKeyConstraint("id", name="pk_speaker_role"),
    )
    op.create_index("ix_speaker_role_speaker_id", "speaker_role", ["speaker_id"])

    op.create_table(
        "user_role",
        sa.Column("user_id", Id, nullable=False),
        sa.Column("role", word("role", "reader", "checker", "reviewer", "editor", "administrator"), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["user_account.id"], name="fk_user_role_user_id_user_account"),
        sa.PrimaryKeyConstraint("user_id", "role", name="pk_user_role"),
    )
    op.create_table(
        "capture",
        sa.Column("id", Id, nullable=False),
        sa.Column("uid", sa.String(length=100), nullable=False),
        sa.Column("document_id", Id, nullable=False),
        sa.Column("method", word("capture_method", "file", "paste", "upload", "fetch", "import"), nullable=False),
        sa.Column(
            "outcome",
            word("capture_outcome", "complete", "no_text", "partial", "refused", "gone", "unreachable", "failed"),
            nullable=False,
        ),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("sha256", sa.String(length=64), nullable=True),
        sa.Column("size", Id, nullable=True),
        sa.Column("media_type", sa.String(length=200), nullable=True),
        sa.Column("file_name", sa.String(), nullable=True),
        sa.Column("url", sa.String(), nullable=True),
        sa.Column("text", sa.String(), nullable=True),
        sa.Column("text_sha256", sa.String(length=64), nullable=True),
        sa.Column("extractor", sa.String(length=100), nullable=True),
        sa.Column("taken_at", UtcDateTime(), nullable=False),
        sa.Column("taken_by_id", Id, nullable=True),
        sa.CheckConstraint(
            "outcome <> 'complete' OR (sha256 IS NOT NULL AND text IS NOT NULL)", name="ck_capture_complete"
        ),
        sa.CheckConstraint("outcome = 'complete' OR reason IS NOT NULL", name="ck_capture_reason"),
        sa.CheckConstraint("(text IS NULL) = (text_sha256 IS NULL)", name="ck_capture_text_sha256"),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name="fk_capture_document_id_document"),
        sa.ForeignKeyConstraint(["taken_by_id"], ["user_account.id"], name="fk_capture_taken_by_id_user_account"),
        sa.PrimaryKeyConstraint("id", name="pk_capture"),
        sa.UniqueConstraint("uid", name="uq_capture_uid"),
    )
    op.create_index("ix_capture_document_id_id", "capture", ["document_id", "id"])
    op.create_index("ix_capture_sha256", "capture", ["sha256"])

    op.create_table(
        "source_relation",
        sa.Column("id", Id, nullable=False),
        sa.Column("source_id", Id, nullable=False),
        sa.Column("other_id", Id, nullable=False),
        sa.Column(
            "kind",
            word(
                "source_relation_kind",
                "quotes",
                "reprints",
                "translation_of",
                "derived_from",
                "revision_of",
                "archived_as",
            ),
            nullable=False,
        ),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("added_by_id", Id, nullable=True),
        sa.Column("added_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint("source_id <> other_id", name="ck_source_relation_not_itself"),
        sa.ForeignKeyConstraint(
            ["added_by_id"], ["user_account.id"], name="fk_source_relation_added_by_id_user_account"
        ),
        sa.ForeignKeyConstraint(["other_id"], ["document.id"], name="fk_source_relation_other_id_document"),
        sa.ForeignKeyConstraint(["source_id"], ["document.id"], name="fk_source_relation_source_id_document"),
        sa.PrimaryKeyConstraint("id", name="pk_source_relation"),
        sa.UniqueConstraint("source_id", "other_id", "kind", name="uq_source_relation_source_id_other_id_kind"),
    )
    op.create_index("ix_source_relation_other_id", "source_relation", ["other_id"])

    op.create_table(
        "source_tally",
        sa.Column("source_id", Id, nullable=False),
        sa.Column("source_kind", sa.String(length=32), nullable=False),
        sa.Column("evidence", Id, nullable=False),
        sa.Column("claims", Id, nullable=False),
        sa.Column("captures", Id, nullable=False),
        sa.Column("captured", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["source_id"], ["document.id"], name="fk_source_tally_source_id_document"),
        sa.PrimaryKeyConstraint("source_id", name="pk_source_tally"),
    )
    op.create_index("ix_source_tally_captured_claims_source_id", "source_tally", ["captured", "claims", "source_id"])
    op.create_index("ix_source_tally_claims_source_id", "source_tally", ["claims", "source_id"])
    op.create_index(
        "ix_source_tally_source_kind_claims_source_id", "source_tally", ["source_kind", "claims", "source_id"]
    )

    op.create_table(
        "claim",
        sa.Column("id", Id, nullable=False),
        sa.Column("uid", sa.String(length=100), nullable=False),
        sa.Column("desk_id", Id, nullable=False),
        sa.Column("article_id", Id, nullable=False),
        sa.Column("capture_id", Id, nullable=False),
        sa.Column("start", Id, nullable=False),
        sa.Column("end", Id, nullable=False),
        sa.Column("literal", sa.String(), nullable=False),
        sa.Column("statement", sa.String(), nullable=False),
        sa.Column(
            "claim_type",
            word(
                "claim_type",
                "quote",
                "event",
                "statistic",
                "legal",
                "geography",
                "characterisation",
                "prediction",
                "opinion",
            ),
            nullable=False,
        ),
        sa.Column("checkable", sa.Boolean(), nullable=False),
        sa.Column("speaker_id", Id, nullable=True),
        sa.Column("speaker_as_named", sa.String(), nullable=True),
        sa.Column("cue", sa.String(), nullable=True),
        sa.Column("quoted_words", sa.String(), nullable=True),
        sa.Column("said_on", sa.String(length=10), nullable=True),
        sa.Column("said_on_text", sa.String(), nullable=True),
        sa.Column("said_where", sa.String(), nullable=True),
        sa.Column("origin", word("claim_origin", "machine", "person", "imported"), nullable=False),
        sa.Column("drafted_by", sa.String(length=100), nullable=True),
        sa.Column("draft_reason", sa.String(), nullable=True),
        sa.Column(
            "work_state",
            word(
                "work_state",
                "detected",
                "open",
                "in_check",
                "on_hold",
                "in_review",
                "signed_off",
                "published",
                "recheck",
                "not_for_us",
                "withdrawn",
            ),
            nullable=False,
        ),
        sa.Column("state_since", UtcDateTime(), nullable=False),
        sa.Column("assignee_id", Id, nullable=True),
        sa.Column("checker_id", Id, nullable=True),
        sa.Column("last_editor_id", Id, nullable=True),
        sa.Column("hold_awaiting", sa.String(), nullable=True),
        sa.Column("hold_from", sa.String(), nullable=True),
        sa.Column("hold_until", sa.Date(), nullable=True),
        sa.Column(
            "not_for_us_reason",
            word("not_for_us_reason", "not_a_claim", "opinion", "trivial", "duplicate", "out_of_scope"),
            nullable=True,
        ),
        sa.Column("recheck_trigger", sa.String(), nullable=True),
        sa.Column(
            "withdrawal", word("withdrawal", "correction", "clarification", "update", "retraction"), nullable=True
        ),
        sa.Column(
            "substance_finding",
            word(
                "substance_finding",
                "supported",
                "mostly_supported",
                "misleading",
                "mostly_contradicted",
                "contradicted",
                "conflicting",
                "insufficient",
                "outdated",
                "not_checkable",
            ),
            nullable=True,
        ),
        sa.Column(
            "attribution_finding",
            word(
                "attribution_finding",
                "confirmed",
                "other_words",
                "second_hand",
                "misattributed",
                "not_found",
                "denied",
                "no_speaker",
            ),
            nullable=True,
        ),
        sa.Column("confidence", word("confidence", "low", "medium", "high"), nullable=True),
        sa.Column("finding_note", sa.String(), nullable=True),
        sa.Column("best_tier", word("tier", "primary", "secondary", "tertiary", "derived", "unknown"), nullable=True),
        sa.Column("signed_by_id", Id, nullable=True),
        sa.Column("signed_at", UtcDateTime(), nullable=True),
        sa.Column("self_signed", sa.Boolean(), nullable=False),
        sa.Column("content_hash", sa.String(length=64), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("created_by_id", Id, nullable=True),
        sa.Column("version", Id, nullable=False),
        sa.CheckConstraint("(work_state = 'not_for_us') = (not_for_us_reason IS NOT NULL)", name="ck_claim_not_for_us"),
        sa.CheckConstraint("(work_state = 'on_hold') = (hold_awaiting IS NOT NULL)", name="ck_claim_on_hold"),
        sa.CheckConstraint("(work_state = 'recheck') = (recheck_trigger IS NOT NULL)", name="ck_claim_recheck"),
        sa.CheckConstraint("(work_state = 'withdrawn') = (withdrawal IS NOT NULL)", name="ck_claim_withdrawn"),
        sa.CheckConstraint(
            "(work_state IN ('signed_off', 'published', 'withdrawn')) = (signed_by_id IS NOT NULL)",
            name="ck_claim_signed_by",
        ),
        sa.CheckConstraint("work_state = 'detected' OR length(statement) > 0", name="ck_claim_statement"),
        sa.CheckConstraint(
            "work_state NOT IN ('in_check', 'on_hold', 'in_review') OR assignee_id IS NOT NULL",
            name="ck_claim_assignee",
        ),
        sa.CheckConstraint(
            "work_state NOT IN ('in_review', 'signed_off', 'published') OR (substance_finding IS NOT NULL AND attribution_finding IS NOT NULL)",
            name="ck_claim_findings",
        ),
        sa.CheckConstraint("(signed_by_id IS NULL) = (content_hash IS NULL)", name="ck_claim_content_hash"),
        sa.CheckConstraint("(signed_by_id IS NULL) = (signed_at IS NULL)", name="ck_claim_signed_at"),
        sa.CheckConstraint("length(literal) > 0", name="ck_claim_literal"),
        sa.CheckConstraint("said_on IS NULL OR length(said_on) IN (4, 7, 10)", name="ck_claim_said_on"),
        sa.CheckConstraint('start >= 0 AND "end" > start', name="ck_claim_span"),
        sa.ForeignKeyConstraint(["article_id"], ["document.id"], name="fk_claim_article_id_document"),
        sa.ForeignKeyConstraint(["assignee_id"], ["user_account.id"], name="fk_claim_assignee_id_user_account"),
        sa.ForeignKeyConstraint(["capture_id"], ["capture.id"], name="fk_claim_capture_id_capture"),
        sa.ForeignKeyConstraint(["checker_id"], ["user_account.id"], name="fk_claim_checker_id_user_account"),
        sa.ForeignKeyConstraint(["created_by_id"], ["user_account.id"], name="fk_claim_created_by_id_user_account"),
        sa.ForeignKeyConstraint(["desk_id"], ["desk.id"], name="fk_claim_desk_id_desk"),
        sa.ForeignKeyConstraint(["last_editor_id"], ["user_account.id"], name="fk_claim_last_editor_id_user_account"),
        sa.ForeignKeyConstraint(["signed_by_id"], ["user_account.id"], name="fk_claim_signed_by_id_user_account"),
        sa.ForeignKeyConstraint(["speaker_id"], ["speaker.id"], name="fk_claim_speaker_id_speaker"),
        sa.PrimaryKeyConstraint("id", name="pk_claim"),
        sa.UniqueConstraint("uid", name="uq_claim_uid"),
    )
    op.create_index("ix_claim_article_id_start_id", "claim", ["article_id", "start", "id"])
    op.create_index(
        "ix_claim_article_id_work_state_substance_finding", "claim", ["article_id", "work_state", "substance_finding"]
    )
    op.create_index("ix_claim_assignee_id_work_state_id", "claim", ["assignee_id", "work_state", "id"])
    op.create_index("ix_claim_desk_id_work_state_id", "claim", ["desk_id", "work_state", "id"])
    op.create_index(
        "ix_claim_desk_id_work_state_state_since_id_substance_finding",
        "claim",
        ["desk_id", "work_state", "state_since", "id", "substance_finding"],
    )
    op.create_index(
        "ix_claim_desk_id_work_state_substance_finding_id",
        "claim",
        ["desk_id", "work_state", "substance_finding", "id"],
    )
    op.create_index("ix_claim_speaker_id_id", "claim", ["speaker_id", "id"])
    op.create_index("ix_claim_work_state_id", "claim", ["work_state", "id"])
    op.create_index(
        "ix_claim_work_state_state_since_id_substance_finding",
        "claim",
        ["work_state", "state_since", "id", "substance_finding"],
    )
    op.create_index("ix_claim_work_state_substance_finding_id", "claim", ["work_state", "substance_finding", "id"])

    op.create_table(
        "passage",
        sa.Column("id", Id, nullable=False),
        sa.Column("source_id", Id, nullable=False),
        sa.Column("capture_id", Id, nullable=True),
        sa.Column("start", Id, nullable=True),
        sa.Column("end", Id, nullable=True),
        sa.Column("exact", sa.String(), nullable=False),
        sa.Column("prefix", sa.String(), nullable=False),
        sa.Column("suffix", sa.String(), nullable=False),
        sa.Column("locator", sa.String(), nullable=True),
        sa.CheckConstraint(
            '(capture_id IS NULL) = (start IS NULL) AND (start IS NULL) = ("end" IS NULL)', name="ck_passage_place"
        ),
        sa.CheckConstraint("length(exact) > 0", name="ck_passage_exact"),
        sa.CheckConstraint('start IS NULL OR (start >= 0 AND "end" > start)', name="ck_passage_span"),
        sa.ForeignKeyConstraint(["capture_id"], ["capture.id"], name="fk_passage_capture_id_capture"),
        sa.ForeignKeyConstraint(["source_id"], ["document.id"], name="fk_passage_source_id_document"),
        sa.PrimaryKeyConstraint("id", name="pk_passage"),
    )
    op.create_index("ix_passage_capture_id_start", "passage", ["capture_id", "start"])
    op.create_index("ix_passage_source_id", "passage", ["source_id"])

    op.create_table(
        "claim_flag",
        sa.Column("claim_id", Id, nullable=False),
        sa.Column(
            "flag",
            word(
                "flag",
                "needs_source",
                "no_locator",
                "secondary_only",
                "single_origin",
                "better_source_needed",
                "failed_verification",
                "quote_drift",
                "number_mismatch",
                "after_claim_date",
                "dead_link",
                "changed_since_check",
                "anchor_lost",
                "not_captured",
                "awaiting_reply",
                "stale",
                "self_signed",
                "machine_only",
            ),
            nullable=False,
        ),
        sa.Column("desk_id", Id, nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name="fk_claim_flag_claim_id_claim"),
        sa.ForeignKeyConstraint(["desk_id"], ["desk.id"], name="fk_claim_flag_desk_id_desk"),
        sa.PrimaryKeyConstraint("claim_id", "flag", name="pk_claim_flag"),
    )
    op.create_index("ix_claim_flag_flag_claim_id", "claim_flag", ["flag", "claim_id"])

    op.create_table(
        "claim_relation",
        sa.Column("id", Id, nullable=False),
        sa.Column("claim_id", Id, nullable=False),
        sa.Column("other_id", Id, nullable=False),
        sa.Column("kind", word("claim_relation_kind", "repeats", "contradicts", "updates", "part_of"), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("added_by_id", Id, nullable=True),
        sa.Column("added_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint("claim_id <> other_id", name="ck_claim_relation_not_itself"),
        sa.ForeignKeyConstraint(
            ["added_by_id"], ["user_account.id"], name="fk_claim_relation_added_by_id_user_account"
        ),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name="fk_claim_relation_claim_id_claim"),
        sa.ForeignKeyConstraint(["other_id"], ["claim.id"], name="fk_claim_relation_other_id_claim"),
        sa.PrimaryKeyConstraint("id", name="pk_claim_relation"),
        sa.UniqueConstraint("claim_id", "other_id", "kind", name="uq_claim_relation_claim_id_other_id_kind"),
    )
    op.create_index("ix_claim_relation_other_id", "claim_relation", ["other_id"])

    op.create_table(
        "comment",
        sa.Column("id", Id, nullable=False),
        sa.Column("claim_id", Id, nullable=False),
        sa.Column("author_id", Id, nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("blocking", sa.Boolean(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("resolved_at", UtcDateTime(), nullable=True),
        sa.Column("resolved_by_id", Id, nullable=True),
        sa.CheckConstraint("(resolved_at IS NULL) = (resolved_by_id IS NULL)", name="ck_comment_resolved"),
        sa.CheckConstraint("length(body) > 0", name="ck_comment_body"),
        sa.ForeignKeyConstraint(["author_id"], ["user_account.id"], name="fk_comment_author_id_user_account"),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name="fk_comment_claim_id_claim"),
        sa.ForeignKeyConstraint(["resolved_by_id"], ["user_account.id"], name="fk_comment_resolved_by_id_user_account"),
        sa.PrimaryKeyConstraint("id", name="pk_comment"),
    )
    op.create_index("ix_comment_claim_id_id", "comment", ["claim_id", "id"])

    op.create_table(
        "evidence",
        sa.Column("id", Id, nullable=False),
        sa.Column("uid", sa.String(length=100), nullable=False),
        sa.Column("claim_id", Id, nullable=False),
        sa.Column("source_id", Id, nullable=False),
        sa.Column("passage_id", Id, nullable=False),
        sa.Column("aspect", word("aspect", "attribution", "substance"), nullable=False),
        sa.Column("stance", word("stance", "supports", "refutes", "context"), nullable=False),
        sa.Column("tier", word("tier", "primary", "secondary", "tertiary", "derived", "unknown"), nullable=False),
        sa.Column(
            "grade",
            word(
                "match_grade", "exact", "typographic", "elided", "bracketed", "near", "absent", "elsewhere", "ambiguous"
            ),
            nullable=True,
        ),
        sa.Column(
            "number_comparison",
            word(
                "number_comparison",
                "equal",
                "equal_after_rounding",
                "unit_differs",
                "period_differs",
                "base_differs",
                "scale_differs",
                "different",
                "cannot_compare",
            ),
            nullable=True,
        ),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("added_by_id", Id, nullable=True),
        sa.Column("added_at", UtcDateTime(), nullable=False),
        sa.Column("withdrawn_at", UtcDateTime(), nullable=True),
        sa.Column("withdrawn_why", sa.String(), nullable=True),
        sa.Column("version", Id, nullable=False),
        sa.CheckConstraint("(withdrawn_at IS NULL) = (withdrawn_why IS NULL)", name="ck_evidence_withdrawn"),
        sa.ForeignKeyConstraint(["added_by_id"], ["user_account.id"], name="fk_evidence_added_by_id_user_account"),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name="fk_evidence_claim_id_claim"),
        sa.ForeignKeyConstraint(["passage_id"], ["passage.id"], name="fk_evidence_passage_id_passage"),
        sa.ForeignKeyConstraint(["source_id"], ["document.id"], name="fk_evidence_source_id_document"),
        sa.PrimaryKeyConstraint("id", name="pk_evidence"),
        sa.UniqueConstraint("uid", name="uq_evidence_uid"),
    )
    op.create_index("ix_evidence_claim_id_id", "evidence", ["claim_id", "id"])
    op.create_index("ix_evidence_passage_id", "evidence", ["passage_id"])
    op.create_index(
        "ix_evidence_source_id_withdrawn_at_claim_id", "evidence", ["source_id", "withdrawn_at", "claim_id"]
    )

    op.create_table(
        "reply_request",
        sa.Column("id", Id, nullable=False),
        sa.Column("claim_id", Id, nullable=False),
        sa.Column("addressee", sa.String(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("state", word("reply_state", "awaited", "answered", "no_answer"), nullable=False),
        sa.Column("answer", sa.String(), nullable=True),
        sa.Column("asked_by_id", Id, nullable=True),
        sa.Column("asked_at", UtcDateTime(), nullable=False),
        sa.Column("settled_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint("(state = 'answered') = (answer IS NOT NULL)", name="ck_reply_request_answer"),
        sa.CheckConstraint("(state = 'awaited') = (settled_at IS NULL)", name="ck_reply_request_settled"),
        sa.ForeignKeyConstraint(["asked_by_id"], ["user_account.id"], name="fk_reply_request_asked_by_id_user_account"),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name="fk_reply_request_claim_id_claim"),
        sa.PrimaryKeyConstraint("id", name="pk_reply_request"),
    )
    op.create_index("ix_reply_request_claim_id_id", "reply_request", ["claim_id", "id"])

    op.create_table(
        "review",
        sa.Column("id", Id, nullable=False),
        sa.Column("claim_id", Id, nullable=False),
        sa.Column("reviewer_id", Id, nullable=False),
        sa.Column("kind", word("review_kind", "findings", "sent_back", "signed_off", "rechecked"), nullable=False),
        sa.Column(
            "substance_finding",
            word(
                "substance_finding",
                "supported",
                "mostly_supported",
                "misleading",
                "mostly_contradicted",
                "contradicted",
                "conflicting",
                "insufficient",
                "outdated",
                "not_checkable",
            ),
            nullable=True,
        ),
        sa.Column(
            "attribution_finding",
            word(
                "attribution_finding",
                "confirmed",
                "other_words",
                "second_hand",
                "misattributed",
                "not_found",
                "denied",
                "no_speaker",
            ),
            nullable=True,
        ),
        sa.Column("confidence", word("confidence", "low", "medium", "high"), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("looked_at", CanonicalJson(), nullable=True),
        sa.Column("claim_version", Id, nullable=False),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name="fk_review_claim_id_claim"),
        sa.ForeignKeyConstraint(["reviewer_id"], ["user_account.id"], name="fk_review_reviewer_id_user_account"),
        sa.PrimaryKeyConstraint("id", name="pk_review"),
    )
    op.create_index("ix_review_claim_id_id", "review", ["claim_id", "id"])
    op.create_index("ix_review_reviewer_id", "review", ["reviewer_id"])

    op.create_table(
        "search_entry",
        sa.Column("id", Id, nullable=False),
        sa.Column("claim_id", Id, nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("query", sa.String(), nullable=False),
        sa.Column("outcome", word("search_outcome", "found", "nothing", "blocked"), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("by_id", Id, nullable=True),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["user_account.id"], name="fk_search_entry_by_id_user_account"),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name="fk_search_entry_claim_id_claim"),
        sa.PrimaryKeyConstraint("id", name="pk_search_entry"),
    )
    op.create_index("ix_search_entry_claim_id_id", "search_entry", ["claim_id", "id"])
