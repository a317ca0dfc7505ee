"""Where the content of an attribution begins and ends in its sentence."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from firsthand.claims.reporting import VERBS
from firsthand.claims.speakers import AUXILIARIES
from firsthand.claims.tokens import Token, tokenise
from firsthand.text.spans import Span
from firsthand.text.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from firsthand.claims.quotations import Quotation

_LEAVES_CONTENT = words("while but although though citing which compared according")
_SUBJECTS = words("he she they we i it")
_INTRODUCTION_WITHIN = 12  # tokens before a quotation that still belong to what is said
_KEPT_AT_AN_END = ")%"
_KEPT_AT_A_START = "$€£#@"


class SentenceTokens:
    """A sentence as tokens, with the knowledge of which of them stand inside quotation marks."""

    def __init__(self, text: str, span: Span, quoted: Sequence[Quotation]) -> None:
        """Cut the sentence at ``span``; ``quoted`` are the quotations that touch it."""
        self.tokens = tokenise(text, span)
        self.quoted = [quotation.span for quotation in quoted]
        self.quote_of: dict[int, int] = {}
        self._quote_tokens: list[tuple[int, int]] = []
        starts = [token.start for token in self.tokens]
        for number, quote in enumerate(self.quoted):
            first, after = bisect_left(starts, quote.start), bisect_left(starts, quote.end)
            self._quote_tokens.append((first, after))
            self.quote_of.update(dict.fromkeys(range(first, after), number))

    def low(self, i: int) -> str:
        """Return token ``i`` in lower case, empty outside the sentence."""
        return self.tokens[i].low if 0 <= i < len(self.tokens) else ""

    def span(self, first: int, last: int) -> Span:
        """Return the span from token ``first`` to token ``last``, both included."""
        return Span(self.tokens[first].start, self.tokens[last].end)

    def stands_after_quote(self, i: int) -> bool:
        """Whether a quotation ends right before token ``i``."""
        return i - 1 in self.quote_of or (self.low(i - 1) == "," and i - 2 in self.quote_of)

    def ends_in_quote(self, content: Sequence[Span]) -> bool:
        """Whether the content ends where a quotation does."""
        return bool(content) and any(content[-1].end == quote.end for quote in self.quoted)

    def following(self, at: int, *, phrase: bool = False) -> tuple[Span, ...]:
        """Return the content that begins at token ``at``; as a ``phrase`` it also ends before the next finite verb."""
        while at < len(self.tokens) and self._is_separator(at, _KEPT_AT_A_START):
            at += 1
        if at >= len(self.tokens):
            return ()
        whole = self._whole_quote(at)
        if whole:
            return (whole,)
        stop = self._end_of_content(at, phrase=phrase)
        return (self.span(at, stop - 1),) if stop > at else ()

    def preceding(self, end: int) -> tuple[Span, ...]:
        """Return the content that ends before token ``end``: the quotation there, else all from the start."""
        last = end - 1
        while last >= 0 and self._is_separator(last, _KEPT_AT_AN_END):
            last -= 1
        if last < 0:
            return ()
        number = self.quote_of.get(last)
        if number is None or self._quote_tokens[number][1] != last + 1:
            return (self.span(0, last),)
        first = self._quote_tokens[number][0]
        introduced = 0 < first < _INTRODUCTION_WITHIN and self.tokens[first - 1].word
        at = (
            0
            if introduced or (first and self.tokens[first - 1].word and self.low(last - 1) not in {",", "?", "!"})
            else first
        )
        return (Span(self.tokens[at].start, self.quoted[number].end),)

    def before_speaker(self, speaker: Span | None) -> tuple[Span, ...]:
        """Return the content that a comma or a closing quote parts from the speaker after it."""
        if speaker is None:
            return ()
        at = next(i for i, token in enumerate(self.tokens) if token.start >= speaker.start)
        return self.preceding(at) if at and (self.low(at - 1) == "," or at - 1 in self.quote_of) else ()

    def next_quote(self, at: int) -> tuple[Span, ...]:
        """Return the quotation that begins at token ``at`` or right after a sign there."""
        for i in range(at, min(at + 3, len(self.tokens))):
            number = self.quote_of.get(i)
            if number is not None:
                return (self.quoted[number],) if self._quote_tokens[number][0] == i else ()
            if self.tokens[i].word:
                break
        return ()

    def _is_separator(self, i: int, kept: str) -> bool:
        return i not in self.quote_of and not self.tokens[i].word and self.tokens[i].text not in kept

    def _whole_quote(self, at: int) -> Span | None:
        """Return the quotation that begins at ``at`` where it is the whole content and not its first words."""
        number = self.quote_of.get(at)
        if number is None or self._quote_tokens[number][0] != at:
            return None
        after = self._quote_tokens[number][1]
        ends = self.low(after - 2) in {",", ".", "!", "?", "…"} or after >= len(self.tokens) - 1
        return self.quoted[number] if ends else None

    def _end_of_content(self, at: int, *, phrase: bool) -> int:
        outside = (i for i in range(at + 1, len(self.tokens) - 1) if i not in self.quote_of)
        stop = next((i for i in outside if self._leaves(i) or (phrase and self._is_finite(i))), len(self.tokens))
        while stop > at and self._is_separator(stop - 1, _KEPT_AT_AN_END):
            stop -= 1
        return stop

    def _leaves(self, i: int) -> bool:
        """Whether the sentence leaves the content at token ``i``."""
        token, following = self.tokens[i], self.tokens[i + 1]
        verb = VERBS.get(following.low)
        if token.text == ",":
            if following.low in _SUBJECTS and self.low(i + 2) in VERBS:
                return True
            return following.low in _LEAVES_CONTENT or (verb is not None and verb.form == "ing" and verb.takes_clause)
        if token.low == "and":
            return verb is not None and verb.form == "past" and (verb.object_first or self.low(i + 2) == "that")
        return token.text == ";" or (token.low == "according" and following.low == "to")

    def _is_finite(self, i: int) -> bool:
        token: Token = self.tokens[i]
        verb = VERBS.get(token.low)
        return token.low in AUXILIARIES - {"'s", "'d", "been", "being", "be"} or (
            verb is not None and verb.form == "third" and not verb.may_be_noun
        )
