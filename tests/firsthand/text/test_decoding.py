"""Bytes become text, or a sentence that says what to do."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.errors import UnreadableText
from firsthand.text.decoding import MAX_BYTES, decode

SENTENCE = "Der Stadtrat beschloss am Dienstag, die Gebühren für Märkte um 4 € zu senken. Über 300 Händler zahlen sie."


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_the_usual_encodings_are_read(charset: str) -> None:
    assert decode(SENTENCE.encode(charset)) == SENTENCE


def test_a_charset_declared_in_the_page_is_believed_when_it_decodes() -> None:
    page = '<html><head><meta charset="windows-1251"></head><body>Прогноз погоды</body></html>'
    assert "Прогноз" in decode(page.encode("cp1251"))


def test_a_charset_declared_beside_the_bytes_is_believed_when_it_decodes() -> None:
    assert decode("気象庁の発表".encode("shift_jis"), declared="shift_jis") == "気象庁の発表"


@pytest.mark.parametrize("declared", ["no-such-charset", "hex", "idna", "undefined", "\0"])
def test_a_declared_charset_that_makes_no_sense_is_passed_over(declared: str) -> None:
    assert decode(SENTENCE.encode(), declared=declared) == SENTENCE


def test_newlines_of_all_systems_become_one() -> None:
    assert decode(b"one\r\ntwo\rthree\n") == "one\ntwo\nthree\n"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \n\t ", "white space"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04....", "ZIP"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"GIF89a", "GIF"),
        (b"\x7fELF\x02", "program"),
        (b"text\0with\0zeros", "binary"),
        (bytes(range(1, 32)) * 20, "binary"),
        (b"a" * (MAX_BYTES + 1), "20 MB"),
    ],
)
def test_what_is_no_text_is_refused_with_a_reason(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableText, match=words):
        decode(data)


@given(st.binary(max_size=400))
def test_any_bytes_give_text_or_a_reason(data: bytes) -> None:
    with contextlib.suppress(UnreadableText):
        assert decode(data).strip()


@given(st.text(min_size=1).filter(lambda text: text.strip() and text.isprintable()))
def test_printable_text_in_utf8_comes_back_unchanged(text: str) -> None:
    assert decode(text.encode()) == text.removeprefix("\ufeff")
