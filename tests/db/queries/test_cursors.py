import base64
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.queries import cursors

AT = dt.datetime(2026, 3, 2, 12, 0, 0, 5, tzinfo=dt.UTC)


def test_a_cursor_gives_back_the_key_it_was_written_with():
    assert cursors.read(cursors.write("oldest", AT, 7), "oldest", dt.datetime, int) == [AT, 7]


def test_a_cursor_is_short_and_fits_into_an_address():
    cursor = cursors.write("oldest_in_state", AT, 1_000_000)
    assert len(cursor) < 100
    assert cursor.replace("-", "").replace("_", "").isalnum()


def packed(text):
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


@pytest.mark.parametrize(
    "cursor",
    [
        None,
        "",
        "!",
        "ä",
        "a" * 5000,
        packed("{}"),
        packed('"newest"'),
        packed('["newest"]'),
        packed('["newest", "7"]'),
        packed('["newest", 7, 8]'),
        packed('["newest", true]'),
        packed('["newest", 7.5]'),
        packed('["newest", 1e99]'),
        packed('["newest", 9223372036854775808]'),
        packed('["newest", null]'),
        packed("[" * 100),
        cursors.write("history", 7),
    ],
)
def test_a_cursor_that_is_not_ours_means_the_first_page(cursor):
    assert cursors.read(cursor, "newest", int) is None


@pytest.mark.parametrize("at", ["yesterday", "2026-03-02T12:00:00", "0001-01-01T00:00:00+14:00", 5])
def test_a_time_that_is_none_means_the_first_page(at):
    import json

    assert cursors.read(packed(json.dumps(["oldest", at, 7])), "oldest", dt.datetime, int) is None


@given(st.text())
def test_no_text_at_all_makes_reading_fail(text):
    assert cursors.read(text, "newest", int) is None
