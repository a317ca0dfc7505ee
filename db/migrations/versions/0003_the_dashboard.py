"""The dashboard: what people keep for themselves, the house's words, and the tallies that the board is drawn from."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

from db.base import UtcDateTime

revision = "0003"
down_revision = "0002"

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
Word = sa.String(length=32)
Week = sa.String(length=10)

WAITING = "'detected', 'open', 'in_check', 'on_hold', 'in_review', 'recheck'"
# An event's «after» is canonical JSON, so that these words stand in it exactly where the new state is told.
DEEDS = {"signed_off": '"state":"signed_off"', "reopened": '"state":"recheck"'}
SETTLED = "({row}.checkable AND {row}.work_state <> 'not_for_us')"
FIRST_HAND = "({row}.checkable AND {row}.work_state <> 'not_for_us' AND coalesce({row}.best_tier, '') = 'primary')"
# Before it is signed, a finding makes no difference to the board.
SIGNED_FINDING = (
    "CASE WHEN {row}.work_state IN ('signed_off', 'published') THEN coalesce({row}.substance_finding, '') ELSE '' END"
)
REPLACED = (
    "ix_claim_speaker_id_id",
    "ix_claim_desk_id_work_state_id",
    "ix_claim_desk_id_work_state_state_since_id_substance_finding",
    "ix_claim_work_state_id",
    "ix_claim_work_state_state_since_id_substance_finding",
)
# Each holds all that claims are picked out by on the way along it, so that walking past one does not read it.
_OLDEST = ["work_state", "state_since", "id", "substance_finding", "created_at", "said_on"]
_SPEAKERS = ["work_state", "substance_finding", "attribution_finding", "best_tier", "checkable", "said_on"]
WALKED = {
    "ix_claim_of_speaker": ["speaker_id", "created_at", "id", "desk_id", *_SPEAKERS],
    "ix_claim_desk_id_work_state_id_said_on": ["desk_id", "work_state", "id", "said_on"],
    "ix_claim_work_state_id_said_on": ["work_state", "id", "said_on"],
    "ix_claim_oldest_of_desk": ["desk_id", *_OLDEST],
    "ix_claim_oldest": _OLDEST,
    "ix_claim_created_at_id_desk_id": ["created_at", "id", "desk_id"],
    "ix_claim_said_on_id_desk_id": ["said_on", "id", "desk_id"],
}
OF_CLAIM = (
    "ix_evidence_claim_id_id_source_id_withdrawn_at",
    "evidence",
    ["claim_id", "id", "source_id", "withdrawn_at"],
)


def upgrade() -> None:
    """Make the tables, fill the tallies from what is there, and have triggers keep them."""
    what_people_keep()
    tallies()
    for replaced in REPLACED:
        op.drop_index(replaced, "claim")
    for name, columns in WALKED.items():
        op.create_index(name, "claim", columns)
    op.drop_index("ix_evidence_claim_id_id", "evidence")
    op.create_index(*OF_CLAIM)
    op.create_index("ix_document_type_published", "document", ["type", "published"])
    postgresql = op.get_bind().dialect.name == "postgresql"
    for statement in fillings(postgresql=postgresql):
        op.execute(sa.text(statement.replace(":", r"\:")))
    for name, table, when, condition, body in triggers(postgresql=postgresql):
        if postgresql:
            guard = f" WHEN ({condition})" if condition else ""
            function = (
                f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body} RETURN NULL; END $$"
            )
            made = f"CREATE TRIGGER {name} AFTER {when} ON {table} FOR EACH ROW{guard} EXECUTE FUNCTION {name}()"
            op.execute(sa.text(function.replace(":", r"\:")))
        else:
            guard = f" WHEN {condition}" if condition else ""
            made = f"CREATE TRIGGER {name} AFTER {when} ON {table}{guard} BEGIN {body} END"
        op.execute(sa.text(made.replace(":", r"\:")))


def what_people_keep() -> None:
    """Views, looks, publishers and words for findings."""
    op.create_table(
        "saved_view",
        sa.Column("id", Id, nullable=False),
        sa.Column("user_id", Id, nullable=False),
        sa.Column("page", sa.String(length=100), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("query", sa.String(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint("length(name) > 0", name="ck_saved_view_name"),
        sa.ForeignKeyConstraint(["user_id"], ["user_account.id"], name="fk_saved_view_user_id_user_account"),
        sa.PrimaryKeyConstraint("id", name="pk_saved_view"),
        sa.UniqueConstraint("user_id", "page", "name", name="uq_saved_view_user_id_page_name"),
    )
    op.create_table(
        "look",
        sa.Column("user_id", Id, nullable=False),
        sa.Column("thing", sa.String(length=100), nullable=False),
        sa.Column("seq", Id, nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["user_account.id"], name="fk_look_user_id_user_account"),
        sa.PrimaryKeyConstraint("user_id", "thing", name="pk_look"),
    )
    tiers = ("primary", "secondary", "tertiary", "derived", "unknown")
    op.create_table(
        "publisher",
        sa.Column("id", Id, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column(
            "tier", sa.Enum(*tiers, name="tier", native_enum=False, create_constraint=True, length=32), nullable=False
        ),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("version", Id, nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint("length(name) > 0", name="ck_publisher_name"),
        sa.PrimaryKeyConstraint("id", name="pk_publisher"),
        sa.UniqueConstraint("name", name="uq_publisher_name"),
    )
    op.create_table(
        "finding_label",
        sa.Column("code", Word, nullable=False),
        sa.Column("word", sa.String(length=100), nullable=False),
        sa.CheckConstraint("length(word) > 0", name="ck_finding_label_word"),
        sa.PrimaryKeyConstraint("code", name="pk_finding_label"),
        sa.UniqueConstraint("word", name="uq_finding_label_word"),
    )


def tallies() -> None:
    """The sums, their key first."""
    truth = sa.Boolean()
    tally("week_tally", came=Week, work_state=Word, substance_finding=Word, settled=truth, first_hand=truth)
    tally("flag_week_tally", came=Week, flag=Word)
    tally("age_tally", work_state=Word, since=Week, came=Week)
    tally("flow_tally", week=Week, deed=Word, came=Week)
    op.create_table(
        "claim_deed",
        sa.Column("seq", Id, autoincrement=False, nullable=False),
        sa.Column("claim_id", Id, nullable=False),
        sa.Column("deed", Word, nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name="fk_claim_deed_claim_id_claim"),
        sa.PrimaryKeyConstraint("seq", name="pk_claim_deed"),
    )
    op.create_index("ix_claim_deed_deed_at_claim_id", "claim_deed", ["deed", "at", "claim_id"])
    op.create_index("ix_claim_deed_claim_id_deed_at", "claim_deed", ["claim_id", "deed", "at"])
    op.create_table(
        "speaker_tally",
        sa.Column("speaker_id", Id, nullable=False),
        sa.Column("desk_id", Id, nullable=False),
        sa.Column("best_tier", Word, nullable=False),
        sa.Column("settled", sa.Boolean(), nullable=False),
        sa.Column("claims", Id, nullable=False),
        sa.ForeignKeyConstraint(["desk_id"], ["desk.id"], name="fk_speaker_tally_desk_id_desk"),
        sa.ForeignKeyConstraint(["speaker_id"], ["speaker.id"], name="fk_speaker_tally_speaker_id_speaker"),
        sa.PrimaryKeyConstraint("speaker_id", "desk_id", "best_tier", "settled", name="pk_speaker_tally"),
    )
    op.create_table(
        "speaker_total",
        sa.Column("speaker_id", Id, nullable=False),
        sa.Column("desk_id", Id, autoincrement=False, nullable=False),
        sa.Column("claims", Id, nullable=False),
        sa.ForeignKeyConstraint(["speaker_id"], ["speaker.id"], name="fk_speaker_total_speaker_id_speaker"),
        sa.PrimaryKeyConstraint("speaker_id", "desk_id", name="pk_speaker_total"),
    )
    op.create_index("ix_speaker_total_desk_id_claims_speaker_id", "speaker_total", ["desk_id", "claims", "speaker_id"])


def tally(name: str, **key: sa.types.TypeEngine[Any]) -> None:
    """Make a tally of claims by desk and a further key."""
    op.create_table(
        name,
        sa.Column("desk_id", Id, nullable=False),
        *(sa.Column(column, kind, nullable=False) for column, kind in key.items()),
        sa.Column("claims", Id, nullable=False),
        sa.ForeignKeyConstraint(["desk_id"], ["desk.id"], name=f"fk_{name}_desk_id_desk"),
        sa.PrimaryKeyConstraint("desk_id", *key, name=f"pk_{name}"),
    )


def week(moment: str, *, postgresql: bool) -> str:
    """Tell the Monday of a moment's week in UTC."""
    if postgresql:
        return f"to_char(date_trunc('week', {moment} AT TIME ZONE 'UTC'), 'YYYY-MM-DD')"
    return f"date(substr({moment}, 1, 10), '-6 days', 'weekday 1')"


def fillings(*, postgresql: bool) -> list[str]:
    """Count what is there."""
    came, since, happened = (
        week(moment, postgresql=postgresql) for moment in ("claim.created_at", "claim.state_since", "claim_deed.at")
    )
    return [
        (
            f"INSERT INTO week_tally SELECT desk_id, {came}, work_state, {SIGNED_FINDING.format(row='claim')},"
            f" {SETTLED.format(row='claim')}, {FIRST_HAND.format(row='claim')}, count(*) FROM claim"
            " GROUP BY 1, 2, 3, 4, 5, 6"
        ),
        (
            f"INSERT INTO flag_week_tally SELECT claim_flag.desk_id, {came}, flag, count(*) FROM claim_flag"
            " JOIN claim ON claim.id = claim_flag.claim_id GROUP BY 1, 2, 3"
        ),
        (
            f"INSERT INTO age_tally SELECT desk_id, work_state, {since}, {came}, count(*) FROM claim"
            f" WHERE work_state IN ({WAITING}) GROUP BY 1, 2, 3, 4"
        ),
        *(
            f"INSERT INTO claim_deed SELECT seq, record_id, '{deed}', at FROM event"
            f" WHERE action = 'claim:state:changed' AND after LIKE '%{told}%'"
            " AND EXISTS (SELECT 1 FROM claim WHERE claim.id = record_id)"
            for deed, told in DEEDS.items()
        ),
        (
            f"INSERT INTO flow_tally SELECT desk_id, {happened}, deed, {came}, count(*) FROM claim_deed"
            " JOIN claim ON claim.id = claim_deed.claim_id GROUP BY 1, 2, 3, 4"
        ),
        (
            f"INSERT INTO speaker_tally SELECT speaker_id, desk_id, coalesce(best_tier, ''), {SETTLED.format(row='claim')},"
            " count(*) FROM claim WHERE speaker_id IS NOT NULL GROUP BY 1, 2, 3, 4"
        ),
        (
            "INSERT INTO speaker_total SELECT speaker_id, desk_id, count(*) FROM claim WHERE speaker_id IS NOT NULL"
            " GROUP BY 1, 2"
        ),
        (
            "INSERT INTO speaker_total SELECT speaker.id, 0, count(claim.id) FROM speaker"
            " LEFT JOIN claim ON claim.speaker_id = speaker.id GROUP BY 1"
        ),
    ]


def triggers(*, postgresql: bool) -> list[tuple[str, str, str, str, str]]:
    """List the triggers: name, table, when, condition, body."""

    def count(name: str, key: dict[str, str], step: str, source: str = "") -> str:
        """Move the tally of a key one up or down; ``source`` is where its values come from, if not from the row."""
        target = ", ".join(key)
        values = ", ".join(key.values())
        given = f"SELECT {values}, {step}1 FROM {source}" if source else f"VALUES ({values}, {step}1)"
        return (
            f"INSERT INTO {name} ({target}, claims) {given}"
            f" ON CONFLICT ({target}) DO UPDATE SET claims = {name}.claims {step} 1;"
        )

    def monday(moment: str) -> str:
        return week(moment, postgresql=postgresql)

    def by_week(row: str, step: str) -> str:
        key = {
            "desk_id": f"{row}.desk_id",
            "came": monday(f"{row}.created_at"),
            "work_state": f"{row}.work_state",
            "substance_finding": SIGNED_FINDING.format(row=row),
            "settled": SETTLED.format(row=row),
            "first_hand": FIRST_HAND.format(row=row),
        }
        return count("week_tally", key, step)

    def by_age(row: str, step: str) -> str:
        weeks = {"since": monday(f"{row}.state_since"), "came": monday(f"{row}.created_at")}
        return count("age_tally", {"desk_id": f"{row}.desk_id", "work_state": f"{row}.work_state"} | weeks, step)

    def by_flag(row: str, step: str) -> str:
        key = {"desk_id": f"{row}.desk_id", "came": monday("claim.created_at"), "flag": f"{row}.flag"}
        return count("flag_week_tally", key, step, f"claim WHERE claim.id = {row}.claim_id")

    def by_speaker(row: str, step: str) -> str:
        who = {"speaker_id": f"{row}.speaker_id", "desk_id": f"{row}.desk_id"}
        backed = {"best_tier": f"coalesce({row}.best_tier, '')", "settled": SETTLED.format(row=row)}
        return count("speaker_tally", who | backed, step)

    def of_speaker(row: str, step: str) -> str:
        return "".join(
            count("speaker_total", {"speaker_id": f"{row}.speaker_id", "desk_id": desk}, step)
            for desk in (f"{row}.desk_id", "0")
        )

    def done(deed: str) -> str:
        key = {
            "desk_id": "claim.desk_id",
            "week": monday("NEW.at"),
            "deed": f"'{deed}'",
            "came": monday("claim.created_at"),
        }
        claim = "claim WHERE claim.id = NEW.record_id"
        return (
            f"INSERT INTO claim_deed (seq, claim_id, deed, at) SELECT NEW.seq, claim.id, '{deed}', NEW.at FROM {claim};"
            + count("flow_tally", key, "+", claim)
        )

    has_speaker = "{row}.speaker_id IS NOT NULL"
    waits = f"{{row}}.work_state IN ({WAITING})"
    kept = (
        # name, counted by, columns that matter, when a row counts
        ("week_tally", by_week, "work_state, substance_finding, checkable, best_tier", ""),
        ("age_tally", by_age, "work_state, state_since", waits),
        ("speaker_tally", by_speaker, "speaker_id, work_state, checkable, best_tier", has_speaker),
        ("speaker_total", of_speaker, "speaker_id", has_speaker),
    )
    listed = []
    for name, counted, columns, condition in kept:
        change = f"UPDATE OF desk_id, created_at, {columns}"
        new, old = condition.format(row="NEW"), condition.format(row="OLD")
        listed += [
            (f"{name}_insert", "claim", "INSERT", new, counted("NEW", "+")),
            (f"{name}_leave", "claim", change, old, counted("OLD", "-")),
            (f"{name}_enter", "claim", change, new, counted("NEW", "+")),
        ]
    return [
        *listed,
        ("flag_week_tally_insert", "claim_flag", "INSERT", "", by_flag("NEW", "+")),
        ("flag_week_tally_delete", "claim_flag", "DELETE", "", by_flag("OLD", "-")),
        (
            "speaker_total_begin",
            "speaker",
            "INSERT",
            "",
            "INSERT INTO speaker_total (speaker_id, desk_id, claims) VALUES (NEW.id, 0, 0);",
        ),
        *(
            (
                f"claim_deed_{deed}",
                "event",
                "INSERT",
                f"NEW.action = 'claim:state:changed' AND NEW.after LIKE '%{told}%'",
                done(deed),
            )
            for deed, told in DEEDS.items()
        ),
    ]
