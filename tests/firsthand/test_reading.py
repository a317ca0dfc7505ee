"""Reading without a record: what comes of bytes before anything is kept."""

from __future__ import annotations

import pickle

import pytest

from db.vocabulary import CaptureMethod
from firsthand import reading
from firsthand.reading import Incoming, read

CLAIM = "The council closed 14 bridges in 2025, the mayor said on Monday."


def incoming(text: str) -> Incoming:
    return Incoming(text.encode(), CaptureMethod.PASTE, media_type="text/plain")


def test_of_a_very_long_text_the_first_part_is_searched_and_the_person_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LONGEST_DRAFTED", 300)
    text = f"Bridges\n\n{CLAIM}\n\n" + "\n\n".join(f"The town of Mill {n} lost {n + 20} buses." for n in range(30))
    found = read(incoming(text))
    assert found.drafts
    assert all(draft.span.end <= 300 for draft in found.drafts)
    assert found.extracted.text == text
    assert any("first part" in warning for warning in found.warnings)


def test_a_text_of_usual_length_is_searched_whole() -> None:
    found = read(incoming(f"Bridges\n\n{CLAIM}"))
    assert not any("first part" in warning for warning in found.warnings)


def test_what_was_read_can_be_handed_from_one_process_to_another() -> None:
    found = read(incoming(f"Bridges\n\n{CLAIM}"))
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 - our own bytes
