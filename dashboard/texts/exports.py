"""What the buttons for files say."""

from __future__ import annotations

SAVE = "Save as a file"
WORKING_FILE = "A working file: it holds work that nobody has signed yet, so keep it inside the desk."
CSV, JSON, EXCEL = "CSV", "JSON", "Excel"
AS_JSON = "As JSON"

# Columns of a file whose names are more than one word.
LITERAL, SAID_ON, SAID_WHERE = "literal words", "said on", "said where"
BEST_TIER, SIGNED_BY, SIGNED_AT = "best tier", "signed by", "signed at"


def rows_as_csv(count: int) -> str:
    """Name the button for the rows on view."""
    return "This row as CSV" if count == 1 else f"These {count:,} rows as CSV"


def rows_on_view(count: int) -> str:
    """Say how many rows a file of those on view has."""
    return f"The row on view ({count})" if count == 1 else f"The {count:,} rows on view"


def all_rows(count: int) -> str:
    """Say how many rows a file of all that fit has."""
    return f"All {count:,} rows that fit"


def only_first(count: int) -> str:
    """Say that a file ends somewhere."""
    return f"More rows fit than a file takes: it holds the first {count:,}."
