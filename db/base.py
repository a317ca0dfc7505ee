"""The declarative base: naming convention, enums by value, UTC datetimes, frozen JSON."""

from __future__ import annotations

import datetime as dt
import json
from enum import StrEnum
from typing import TYPE_CHECKING, Any, ClassVar

from sqlalchemy import BigInteger, Enum, Integer, MetaData, String, TypeDecorator
from sqlalchemy.dialects.postgresql import TIMESTAMP
from sqlalchemy.orm import DeclarativeBase

if TYPE_CHECKING:
    from sqlalchemy import Dialect

from db.vocabulary import (
    AnchorHealth,
    Archive,
    Aspect,
    AttestationState,
    AttributionFinding,
    CaptureMethod,
    CaptureOutcome,
    ClaimOrigin,
    ClaimRelationKind,
    ClaimType,
    Confidence,
    DocumentType,
    EventAction,
    Flag,
    MatchGrade,
    NotForUsReason,
    NumberComparison,
    ObservationOutcome,
    PublisherKind,
    RecordType,
    ReplyState,
    ResemblanceDecision,
    ReviewKind,
    Role,
    SearchOutcome,
    SourceKind,
    SourceRelationKind,
    SpeakerKind,
    Stance,
    SubstanceFinding,
    Tier,
    TraceOutcome,
    Withdrawal,
    WorkState,
)

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

# SQLite only counts an INTEGER PRIMARY KEY up by itself; PostgreSQL should not run out at two billion events.
BigId = BigInteger().with_variant(Integer, "sqlite")


def utc_now() -> dt.datetime:
    """Tell the time, with its zone."""
    return dt.datetime.now(dt.UTC)


class UtcDateTime(TypeDecorator[dt.datetime]):
    """A point in time. SQLite drops zones, so there it is kept as ISO 8601 text of fixed width, which also sorts."""

    impl = String(32)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> Any:  # noqa: ANN401 - SQLAlchemy's own signature
        """Take the database's own type where it has one."""
        if dialect.name == "postgresql":
            return dialect.type_descriptor(TIMESTAMP(timezone=True))
        return dialect.type_descriptor(String(32))

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> Any:  # noqa: ANN401
        """Refuse a time without a zone: nobody could tell later what it meant."""
        if value is None:
            return None
        if value.tzinfo is None:
            msg = f"a time needs its zone: {value!r}"
            raise ValueError(msg)
        value = value.astimezone(dt.UTC)
        return value if dialect.name == "postgresql" else value.isoformat(timespec="microseconds")

    def process_result_value(self, value: Any, dialect: Dialect) -> dt.datetime | None:  # noqa: ANN401, ARG002
        """Give back UTC on both databases."""
        if value is None:
            return None
        parsed = dt.datetime.fromisoformat(value) if isinstance(value, str) else value
        return parsed.astimezone(dt.UTC)


def canonical_json(value: object) -> str:
    """Write JSON in the one form that is hashed: sorted keys, no spaces, text as it is, no NaN."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


class CanonicalJson(TypeDecorator[dict[str, Any]]):
    """A small object kept as canonical JSON text, byte for byte the same on both databases."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: dict[str, Any] | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Write the canonical form."""
        return None if value is None else canonical_json(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> dict[str, Any] | None:  # noqa: ARG002
        """Read it back."""
        return None if value is None else json.loads(value)


def stored(words: type[StrEnum], *, constrained: bool = True) -> Enum:
    """Store an enum by value in a short string column, with a check constraint named after the enum.

    A vocabulary that grows on an append-only table stays unconstrained: SQLite can only change a constraint by
    writing the table anew.
    """
    name = "".join(f"_{c.lower()}" if c.isupper() else c for c in words.__name__).lstrip("_")
    return Enum(
        words,
        values_callable=lambda e: [member.value for member in e],
        native_enum=False,
        create_constraint=constrained,
        length=32,
        name=name,
    )


class Base(DeclarativeBase):
    """All tables; annotations of our own types say how they are stored."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        int: BigId,
        dt.datetime: UtcDateTime,
        dict[str, Any]: CanonicalJson,
        EventAction: stored(EventAction, constrained=False),
        RecordType: stored(RecordType, constrained=False),
        **{
            words: stored(words)
            for words in (
                AnchorHealth,
                Archive,
                Aspect,
                AttestationState,
                AttributionFinding,
                CaptureMethod,
                CaptureOutcome,
                ClaimOrigin,
                ClaimRelationKind,
                ClaimType,
                Confidence,
                DocumentType,
                Flag,
                MatchGrade,
                NotForUsReason,
                NumberComparison,
                ObservationOutcome,
                PublisherKind,
                ReplyState,
                ResemblanceDecision,
                ReviewKind,
                Role,
                SearchOutcome,
                SourceKind,
                SourceRelationKind,
                SpeakerKind,
                Stance,
                SubstanceFinding,
                Tier,
                TraceOutcome,
                Withdrawal,
                WorkState,
            )
        },
    }
