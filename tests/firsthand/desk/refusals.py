"""Refusals: a deed that is refused says so, changes nothing and leaves no event."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import pytest

from firsthand.errors import FirsthandError
from tests.firsthand.newsroom import Newsroom


@contextlib.contextmanager
def refused(newsroom: Newsroom, error: type[FirsthandError], sentence: str = "") -> Iterator[None]:
    """Expect a refusal with these words in it, and make sure that every row is what it was."""
    before = newsroom.everything()
    with pytest.raises(error) as raised:
        yield
    assert sentence in str(raised.value)
    assert newsroom.everything() == before
