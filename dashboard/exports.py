"""What leaves the dashboard as a file: exactly the rows that are shown, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence

# OWASP's list: a cell that begins so is run as a formula by spreadsheet programs.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def guarded(cell: str) -> str:
    """Put an apostrophe before a cell that a spreadsheet would run as a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) or cell.lstrip().startswith(_FORMULA) else cell


def as_csv(records: Sequence[Mapping[str, object]]) -> bytes:
    """Write records as CSV in UTF-8 with a byte order mark, which spreadsheet programs need to read it as such."""
    file = io.StringIO()
    if records:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(records[0])
        writer.writerows([_cell(value) for value in record.values()] for record in records)
    return file.getvalue().encode("utf-8-sig")


def as_json(records: Sequence[Mapping[str, object]]) -> bytes:
    """Write records as JSON."""
    return json.dumps(list(records), ensure_ascii=False, indent=2, default=str).encode()


def file_name(what: str, count: int, ending: str) -> str:
    """Name an export so that its count can be read without opening it."""
    return f"firsthand-{what}-{count}.{ending}"


def _cell(value: object) -> str:
    if value is None:
        return ""
    return guarded(value) if isinstance(value, str) else str(value)
