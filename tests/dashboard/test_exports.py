from __future__ import annotations

import csv
import io
import json

import pytest

from dashboard.exports import as_csv, as_json, file_name, guarded


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1"])
def test_a_cell_that_a_spreadsheet_would_run_gets_an_apostrophe(cell: str) -> None:
    assert guarded(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "14 bridges", "a=b", "1-2"])
def test_any_other_cell_stays_as_it_is(cell: str) -> None:
    assert guarded(cell) == cell


def test_a_file_holds_exactly_the_rows_it_was_given_quotes_and_line_breaks_included() -> None:
    records: list[dict[str, object]] = [
        {"claim": "FH-000001", "words": 'he said "no",\nand left'},
        {"claim": "FH-000002", "words": None},
    ]

    data = as_csv(records)

    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert rows == [{"claim": "FH-000001", "words": 'he said "no",\nand left'}, {"claim": "FH-000002", "words": ""}]


def test_numbers_are_never_taken_for_formulas() -> None:
    assert b"\r\n-3\r\n" in as_csv([{"n": -3}])


def test_no_rows_make_an_empty_file() -> None:
    assert as_csv([]) == b"\xef\xbb\xbf"


def test_json_keeps_other_alphabets() -> None:
    assert json.loads(as_json([{"title": "王毅"}])) == [{"title": "王毅"}]
    assert "王毅".encode() in as_json([{"title": "王毅"}])


def test_the_count_stands_in_the_files_name() -> None:
    assert file_name("claims", 12, "csv") == "firsthand-claims-12.csv"
