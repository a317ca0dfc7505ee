"""JSON as strangers write it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.text.json_reading import load_json


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r'"a\ud800b"', "ab"),
        (r'"\udfff"', ""),
        (r'"\ud83d\ude00"', "😀"),
        (r'"\u0000nul"', "nul"),
        (r'"line\u000aend"', "line\nend"),
        (r'"a path: \\ud800"', r"a path: \ud800"),
    ],
)
def test_escapes_of_no_character_are_left_out(written: str, read: str) -> None:
    assert load_json(written) == read


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_every_other_text_is_read_as_written(text: str) -> None:
    assert load_json(json.dumps(text)) == text
    assert load_json(json.dumps(text, ensure_ascii=False)) == text


@given(st.text(st.characters(categories=["Cs", "Lu"])))
def test_every_string_can_be_stored(text: str) -> None:
    load_json(json.dumps(text)).encode()
