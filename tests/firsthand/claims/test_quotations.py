"""Words inside quotation marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.claims.quotations import quotations
from firsthand.text.spans import Span


def quoted(text: str) -> list[str]:
    return [found.inner.of(text) for found in quotations(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("She said “no” twice.", ["no"]),
        ('She said "no" and "never".', ["no", "never"]),
        ("She said ‘it’s over’ and left.", ["it’s over"]),
        ("Sie sagte: „Nein“, und »Nie«.", ["Nein", "Nie"]),
        ("Elle dit « non ».", [" non "]),
        ("彼は「はい」と言った。", ["はい"]),
        ("“He told me ‘go’ and I went.”", ["He told me ‘go’ and I went."]),
        ("The players' bus and the dogs' home.", []),
        ("A plank 5'10\" long.", []),
        ("“The speech goes on", ["The speech goes on"]),
        ("An odd “ mark alone.", []),
    ],
)
def test_the_styles_of_many_languages_are_read(text: str, inner: list[str]) -> None:
    assert quoted(text) == inner


@given(st.text(alphabet="“”„\"'‘’«»「」a .\n"))
def test_quotations_lie_in_order_and_apart(text: str) -> None:
    end = 0
    for found in quotations(text, Span(0, len(text))):
        assert end <= found.span.start <= found.inner.start <= found.inner.end <= found.span.end <= len(text)
        end = found.span.end
