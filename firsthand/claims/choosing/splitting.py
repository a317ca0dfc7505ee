"""A sentence cut where it states one thing after another, each of which can be checked by itself.

Only what is sure is cut: both sides have a subject and a finite verb of their own, or the second one shares the subject
of the first and both hold a figure. Quotations, brackets and what somebody is said to have said are never cut.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from firsthand.claims.choosing.verbs import AUXILIARIES, is_past, main_verb
from firsthand.claims.quotations import quotations
from firsthand.claims.tokens import Token, tokenise
from firsthand.text.spans import Span
from firsthand.text.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LONGEST = 1500
_FEWEST_WORDS = 4
_MAY_PART = re.compile(r"[;,]|\s(?:and|while|whereas|as|but)\s")
_SUBJECT_WITHIN = 12
_BETWEEN = 4  # words from «between» to its «and»
_CONJUNCTIONS = words("and but while whereas although though yet as")
_ALONE = words("whereas")  # parts clauses without a comma before it
_NEEDS_FIGURES = words("as")
_NO_SUBJECTS = words(
    "to not then also only even still thus so that which who whom whose where when if because than both either"
)
_DEPENDENT = words("if when although though because since unless while whereas once after before until as despite")
_PREPOSITIONS = words(
    "in on at by from with for during after before since under over among about of to between against"
)
_PARTICIPLES = words("compared based")
_BEHIND_A_PARTICIPLE = words("by with on")


class Part(NamedTuple):
    """A part of a sentence that states something; ``subject`` is where the words stand that it shares."""

    span: Span
    subject: Span | None = None


def split_sentence(text: str, sentence: Span, whole: Sequence[Span] = ()) -> list[Part]:
    """Return the parts of a sentence in order, or the sentence itself; none cuts through a span of ``whole``."""
    if sentence.length > _LONGEST or not _MAY_PART.search(text, *sentence):
        return [Part(sentence)]
    clauses = _Clauses(text, sentence, whole)
    parts = [Part(sentence)]
    for cut in clauses.cuts():
        left = clauses.span(cut.first, cut.end)
        parts[-1] = parts[-1]._replace(span=Span(parts[-1].span.start, left.end))
        parts.append(Part(Span(clauses.tokens[cut.next].start, sentence.end), cut.subject))
    return parts


class _Cut(NamedTuple):
    """Where a part that began at token ``first`` ends (token ``end`` is not in it) and the next one begins."""

    first: int
    end: int
    next: int
    subject: Span | None


class _Clauses:
    def __init__(self, text: str, sentence: Span, whole: Sequence[Span]) -> None:
        self.tokens: Sequence[Token] = tokenise(text, sentence)
        quoted = [quotation.span for quotation in quotations(text, sentence)]
        self._closed = sorted([*quoted, *whole, *self._brackets()])
        self._subject: Span | None = None

    def span(self, first: int, end: int) -> Span:
        """Return the span of the tokens from ``first`` up to ``end``."""
        return Span(self.tokens[first].start, self.tokens[end - 1].end)

    def cuts(self) -> Iterator[_Cut]:
        """Yield where the sentence is cut, in order."""
        first = 0
        for at in range(1, len(self.tokens) - 1):
            if at <= first or not self._may_cut(at):
                continue
            for cut in self._cut_at(first, at):
                yield cut
                first = cut.next
                break

    def _may_cut(self, at: int) -> bool:
        token = self.tokens[at]
        if token.text not in {";", ","} and token.low not in _CONJUNCTIONS:
            return False
        if token.low == "and" and any(earlier.low == "between" for earlier in self.tokens[max(0, at - _BETWEEN) : at]):
            return False  # «between 2003 and 2025»
        return not any(span.start < token.start and token.end < span.end for span in self._closed)

    def _cut_at(self, first: int, at: int) -> Iterator[_Cut]:
        """Yield at most one cut at a sign or conjunction."""
        token = self.tokens[at]
        following = at + 1
        comma = token.text == ","
        conjunction = self.tokens[following].low if comma else token.low
        if comma and conjunction in _CONJUNCTIONS:
            following += 1
        if following >= len(self.tokens):
            return
        verb = self._states(first, at)
        if verb is None:
            return
        if token.text == ";" or conjunction in _CONJUNCTIONS:
            apart = token.text == ";" or comma or conjunction in _ALONE
            figures = self._has_figure(first, at) and self._has_figure(following, len(self.tokens))
            if self._has_subject(following) and (
                figures or (apart and conjunction not in _NEEDS_FIGURES and self._long(first, at, following))
            ):
                yield _Cut(first, at, following, None)
                return
        joined = comma or conjunction == "and"
        if joined and not self._is_participle(following) and self._shares_subject(first, at, following, verb):
            yield _Cut(first, at, following, self._subject)

    def _states(self, first: int, end: int) -> int | None:
        """Return the main verb of the tokens, if they state something by themselves."""
        if self.tokens[first].low in _DEPENDENT and not any(t.text == "," for t in self.tokens[first:end]):
            return None
        verb = main_verb(self.tokens, first, end)
        if verb is None or end - first < _FEWEST_WORDS:
            return None
        if first == 0 and verb and self._subject is None and self._is_subject(0, verb):
            self._subject = self.span(0, verb)
        return verb

    def _is_subject(self, first: int, verb: int) -> bool:
        inside = self.tokens[first:verb]
        plain = not any(token.text in {",", "(", "—", "–"} for token in inside)
        return plain and len(inside) <= _SUBJECT_WITHIN and inside[0].low not in _PREPOSITIONS | _DEPENDENT

    def _has_subject(self, at: int) -> bool:
        """Whether a subject and a finite verb begin at token ``at``, perhaps behind «in June»."""
        end = self._clause_end(at)
        verb = main_verb(self.tokens, at, end)
        if verb is None or verb - at > _SUBJECT_WITHIN or verb == at or end - at < _FEWEST_WORDS:
            return False
        before = [token for token in self.tokens[at:verb] if token.word]
        if not before or before[0].low in _NO_SUBJECTS or before[0].low.endswith("ing"):
            return False
        if before[0].low in _PREPOSITIONS:
            return len(before) > 2  # noqa: PLR2004 - «in June the government»
        return not before[-1].low.endswith("ly") or len(before) > 1

    def _shares_subject(self, first: int, at: int, following: int, verb: int) -> bool:
        """Whether the words go on with another verb of the first part's subject, both with a figure."""
        tokens = self.tokens
        if (
            self._subject is None
            or not is_past(tokens[following:], 0)
            or tokens[verb].low in AUXILIARIES - {"has", "have"}
        ):
            return False
        return self._has_figure(first, at) and self._has_figure(following, self._clause_end(following))

    def _is_participle(self, at: int) -> bool:
        """Whether a form like a past verb only adds to what was told: «compared with 5%», «, followed by»."""
        aside = self.tokens[at - 1].text == "," and any(
            t.low in _BEHIND_A_PARTICIPLE for t in self.tokens[at + 1 : at + 2]
        )
        return aside or self.tokens[at].low in _PARTICIPLES

    def _clause_end(self, at: int) -> int:
        return next((i for i in range(at, len(self.tokens)) if self.tokens[i].text == ";"), len(self.tokens))

    def _has_figure(self, first: int, end: int) -> bool:
        return any(token.text[0].isdigit() or token.low in _COUNTED for token in self.tokens[first:end])

    def _long(self, first: int, at: int, following: int) -> bool:
        return at - first > _FEWEST_WORDS and self._clause_end(following) - following > _FEWEST_WORDS

    def _brackets(self) -> Iterator[Span]:
        opened: int | None = None
        for token in self.tokens:
            if token.text in {"(", "["}:
                opened = token.start
            elif token.text in {")", "]"} and opened is not None:
                yield Span(opened, token.end)
                opened = None


_COUNTED = words(
    """two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty hundred half third
    quarter"""
)
