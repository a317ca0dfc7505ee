"""How a passage is kept so that it can be found again: words, context and offsets.

A selector is the Web Annotation Data Model's TextQuoteSelector (exact, prefix, suffix) and TextPositionSelector (start,
end) side by side. On a later capture it is found by its words in their context or not at all; resemblance never counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from db.vocabulary import AnchorHealth
from firsthand.text.normalisation import Normalised, normalise
from firsthand.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_TELLING = 48  # characters; so long a passage is known by its own words, without its context


class Selector(NamedTuple):
    """A passage's exact words, what stands before and after them, and where they stood."""

    exact: str
    prefix: str
    suffix: str
    span: Span


class Located(NamedTuple):
    """What became of a passage on a text. ``span`` is its place where it holds or has moved, else None.

    ``places`` are the candidates, for a person to choose from, where the passage is ambiguous or lost.
    """

    health: AnchorHealth
    span: Span | None = None
    places: tuple[Span, ...] = ()


class _Place(NamedTuple):
    """A place with the passage's words and on how many sides (0 to 2) its context is there too."""

    span: Span
    sides: int


def select(text: str, span: Span, context: int = 32) -> Selector:
    """Return the selector of ``text[span]`` with up to ``context`` characters of context on each side.

    Raises ValueError where the span is empty or leaves the text.
    """
    if not 0 <= span.start < span.end <= len(text):
        raise ValueError(f"No passage at {span.start} to {span.end} of a text of {len(text)} characters.")
    prefix = text[max(0, span.start - context) : span.start]
    return Selector(span.of(text), prefix, text[span.end : span.end + context], Span(*span))


def locate(text: str | Normalised, selector: Selector) -> Located:
    """Find a selector's passage in a text, which may be a later capture of the one it was made from.

    Normalise the text first where many passages are to be found in it.

    It holds at its old offsets, or has moved when exactly one place has its words in its context. Where several do, or
    only some of the context is there in several, it is ambiguous. Short words without their context are lost: they may
    be anybody's.
    """
    places = list(_places(normalise(text) if isinstance(text, str) else text, selector))
    if not places:
        return Located(AnchorHealth.LOST)
    for place in places:
        if place.span == selector.span and place.sides == 2:  # noqa: PLR2004 - both sides
            return Located(AnchorHealth.HOLDS, place.span)
    most = max(place.sides for place in places)
    best = [place.span for place in places if place.sides == most]
    everywhere = tuple(place.span for place in places)
    if most == 0 and len(selector.exact) < _TELLING:
        return Located(AnchorHealth.LOST, None, everywhere)
    if len(best) > 1:
        return Located(AnchorHealth.AMBIGUOUS, None, tuple(best))
    health = AnchorHealth.HOLDS if best[0] == selector.span else AnchorHealth.MOVED
    return Located(health, best[0])


def _places(text: Normalised, selector: Selector) -> Iterator[_Place]:
    """Yield the places of the exact words, up to typography, that do not lie inside a longer word."""
    exact, prefix, suffix = (normalise(part).text for part in selector[:3])
    core, prefix, suffix = exact.strip(), prefix.strip(), suffix.strip()
    at = text.text.find(core) if core else -1
    while at >= 0:
        end = at + len(core)
        before = text.text[max(0, at - len(prefix) - 1) : at].strip()
        after = text.text[end : end + len(suffix) + 1].strip()
        sides = _continues(before, prefix, str.endswith) + _continues(after, suffix, str.startswith)
        span = text.original(Span(at, end))
        yield _Place(selector.span if _same_place(span, selector) else span, sides)
        at = text.text.find(core, at + 1)


def _continues(beside: str, context: str, ends: Callable[[str, str], bool]) -> bool:
    """Whether the context stands beside a place; where there was none, because the text ended there, it still does."""
    return ends(beside, context) if context else not beside


def _same_place(span: Span, selector: Selector) -> bool:
    """Whether the words stand where they stood, white space at the selector's own ends aside."""
    lead = len(selector.exact) - len(selector.exact.lstrip())
    return span.start == selector.span.start + lead and selector.span.contains(span)
