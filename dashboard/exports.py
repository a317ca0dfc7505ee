"""What leaves the dashboard as a file: exactly the rows that are shown, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import xlsxwriter  # type: ignore[import-untyped]

from dashboard.texts import exports as texts

Records = Sequence[Mapping[str, object]]

# OWASP's list: a cell that begins so is run as a formula by spreadsheet programs.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_LONGEST_CELL = 32_767  # characters, by Excel's own limit
_WIDE, _NARROW = 60, 14  # characters
_WIDE_COLUMNS = frozenset({"statement", texts.LITERAL, "article", "flags", "why", "before", "after"})


class Format(NamedTuple):
    """A kind of file: its ending, its media type, and what writes it."""

    ending: str
    media_type: str
    write: Callable[[Records], bytes]


def guarded(cell: str) -> str:
    """Put an apostrophe before a cell that a spreadsheet would run as a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) or cell.lstrip().startswith(_FORMULA) else cell


def as_csv(records: Records) -> bytes:
    """Write records as CSV in UTF-8 with a byte order mark, which spreadsheet programs need to read it as such."""
    file = io.StringIO()
    if records:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(records[0])
        writer.writerows([_cell(value) for value in record.values()] for record in records)
    return file.getvalue().encode("utf-8-sig")


def as_json(records: Records) -> bytes:
    """Write records as JSON."""
    return json.dumps(list(records), ensure_ascii=False, indent=2, default=str).encode()


def as_xlsx(records: Records) -> bytes:
    """Write records as an Excel sheet: every text is stored as a text, so that none can be run as a formula.

    The first row stays in view; dates stay ISO texts, which no program's idea of a region can turn around.
    """
    file = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(file, {**options, "constant_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.freeze_panes(1, 0)
        bold = book.add_format({"bold": True})
        for column, name in enumerate(records[0] if records else ()):
            sheet.set_column(column, column, _WIDE if name in _WIDE_COLUMNS else max(_NARROW, len(name) + 2))
            sheet.write_string(0, column, name, bold)
        for row, record in enumerate(records, start=1):
            for column, value in enumerate(record.values()):
                if isinstance(value, int | float) and not isinstance(value, bool):
                    sheet.write_number(row, column, value)
                elif value is not None:
                    sheet.write_string(row, column, str(value)[:_LONGEST_CELL])
    return file.getvalue()


CSV = Format("csv", "text/csv", as_csv)
JSON = Format("json", "application/json", as_json)
EXCEL = Format("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", as_xlsx)


def file_name(what: str, count: int, ending: str) -> str:
    """Name an export so that its count can be read without opening it."""
    return f"firsthand-{what}-{count}.{ending}"


def _cell(value: object) -> str:
    if value is None:
        return ""
    return guarded(value) if isinstance(value, str) else str(value)
