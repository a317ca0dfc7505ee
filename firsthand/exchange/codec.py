"""Rows to JSON objects and back, driven by the tables themselves, so that no column can be forgotten.

A row's own number never leaves the desk; a number that points at another row is written as that row's portable key
(a person's address, a desk's short name, a record's uid).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from sqlalchemy import Boolean, Column, Date, Integer, Table
from sqlalchemy import Enum as EnumType

from db.base import CanonicalJson, UtcDateTime, canonical_json
from firsthand.desk.texts import fault_of
from firsthand.errors import UnreadableCase

_REACH = 2**63  # what both databases count to


@dataclass(frozen=True, slots=True)
class Kind:
    """One list of a case file: which table its objects come from, and which columns point where.

    ``refs`` maps a column to the kind that it points at; ``left_out`` are columns that do not travel.
    """

    name: str
    table: Table
    refs: Mapping[str, str] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset({"id"})

    @property
    def columns(self) -> list[Column[Any]]:
        """The columns that travel."""
        return [column for column in self.table.columns if column.name not in self.left_out]

    def field_name(self, column: Column[Any]) -> str:
        """Name a column as the case file does: a reference without its ``_id``."""
        return column.name.removesuffix("_id") if column.name in self.refs else column.name


Keys = Mapping[str, Mapping[int, str]]
Numbers = Mapping[str, Mapping[str, int]]


def encode(kind: Kind, row: Mapping[str, Any], keys: Keys) -> dict[str, Any]:
    """Write a row as an object; ``keys`` gives each kind's portable key by number. Empty fields are left out."""
    fields = {}
    for column in kind.columns:
        value = row[column.name]
        if value is None:
            continue
        target = kind.refs.get(column.name)
        fields[kind.field_name(column)] = keys[target][value] if target else _plain(value)
    return fields


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, dt.datetime):
        return value.isoformat()
    if isinstance(value, dt.date):
        return value.isoformat()
    return value


def decode(kind: Kind, fields: object, where: str, numbers: Numbers) -> dict[str, Any]:
    """Read an object into column values; raises ``UnreadableCase`` with the place and what was expected there."""
    if not isinstance(fields, dict):
        raise UnreadableCase(f"{where}: expected an object, found {type(fields).__name__}.")
    row: dict[str, Any] = {}
    for column in kind.columns:
        name = kind.field_name(column)
        place = f"{where}.{name}"
        value = fields.get(name)
        if value is None:
            if not column.nullable and column.default is None:
                raise UnreadableCase(f"{place}: missing.")
            row[column.name] = _default(column)
        elif target := kind.refs.get(column.name):
            row[column.name] = _number(value, target, place, numbers)
        else:
            row[column.name] = _value(column, value, place)
    return row


def _default(column: Column[Any]) -> object:
    default = column.default
    if default is None or not hasattr(default, "arg"):
        return None
    return default.arg(None) if callable(default.arg) else default.arg


def _number(value: object, target: str, place: str, numbers: Numbers) -> int:
    if not isinstance(value, str) or value not in numbers[target]:
        raise UnreadableCase(f"{place}: there is no such entry under «{target}»: {value!r}.")
    return numbers[target][value]


def _value(column: Column[Any], value: object, place: str) -> object:  # noqa: PLR0911 - one way out for each type
    match column.type:
        case EnumType(enum_class=words) if words is not None:
            try:
                return words(value)
            except ValueError:
                expected = ", ".join(member.value for member in words)
                raise UnreadableCase(f"{place}: {value!r} is none of {expected}.") from None
        case UtcDateTime():
            return _moment(value, place)
        case Date():
            return _day(value, place)
        case CanonicalJson():
            return _object(value, place)
        case Boolean():
            return _expect(bool, value, place, "true or false")
        case Integer():
            return _whole(value, place)
    text = str(_expect(str, value, place, "text"))
    if fault := fault_of(text, getattr(column.type, "length", None)):
        raise UnreadableCase(f"{place}: {fault}.")
    return text


def _expect(wanted: type, value: object, place: str, words: str) -> object:
    if not isinstance(value, wanted):
        raise UnreadableCase(f"{place}: expected {words}, found {value!r}.")
    return value


def _whole(value: object, place: str) -> int:
    if type(value) is not int or not -_REACH <= value < _REACH:
        raise UnreadableCase(f"{place}: expected a whole number, found {value!r}.")
    return value


def _object(value: object, place: str) -> object:
    """Take an object as it is; it goes into hashes, so that it needs the one canonical form."""
    _expect(dict, value, place, "an object")
    try:
        canonical_json(value).encode()
    except (ValueError, RecursionError) as error:
        raise UnreadableCase(f"{place}: cannot be kept: {error}.") from None
    return value


def _moment(value: object, place: str) -> dt.datetime:
    try:
        moment = dt.datetime.fromisoformat(str(value))
        if moment.tzinfo is not None:
            moment = moment.astimezone(dt.UTC)
    except (ValueError, OverflowError):
        raise UnreadableCase(f"{place}: expected a time such as 2024-12-02T09:12:00+00:00, found {value!r}.") from None
    if moment.tzinfo is None:
        raise UnreadableCase(f"{place}: the time needs its zone, as in 2024-12-02T09:12:00+00:00.")
    return moment


def _day(value: object, place: str) -> dt.date:
    try:
        return dt.date.fromisoformat(str(value))
    except ValueError:
        raise UnreadableCase(f"{place}: expected a day such as 2024-12-02, found {value!r}.") from None
