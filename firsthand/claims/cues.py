"""One sentence read for its cues: what attributes, to whom, and which content."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from firsthand.claims.contents import SentenceTokens
from firsthand.claims.headings import read_heading
from firsthand.claims.readings import Reading
from firsthand.claims.reporting import NOUNS, VERBS, ReportingVerb
from firsthand.claims.speakers import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    MODALS,
    PRONOUNS,
    speaker_after,
    speaker_before,
    subject_before,
)
from firsthand.text.spans import Span
from firsthand.text.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from firsthand.claims.quotations import Quotation

_BE = words("is are was were be been being")
_NEGATIONS = words("not n't 't never since both all")
_IN_THE_GROUP = AUXILIARIES | ADVERBS | _NEGATIONS
_HELPERS_ELSEWHERE = words("a ont ha han hat haben heeft hebben")
_BEFORE_A_NOUN = words(
    """of in on for with by from at to into about its his her their our my your a an the this that no any"""
)
_NO_FORM_OF_A_NOUN = words("'s is was has")
_ADJUNCT = words(
    """in on at to during after before last this yesterday today monday tuesday wednesday thursday friday saturday
    sunday earlier via through by as when late early"""
)
_CLAUSE_OPENERS = words("that if whether how why what who where when")
_OBJECT_CLAUSE = words("to it he she they there of") | _CLAUSE_OPENERS
_NOTHING_FOLLOWS = frozenset({"", ".", "!", "?", ",", ")", "--", "–", "—", ";", "'"})
_NOUN_LINKS = words("that of about to on for")
_ADJUNCT_WITHIN = 14
_PASSIVE_WITHIN = 8  # tokens between a verb and its «that»
_MODIFIERS = 3
_CUE_WORDS = VERBS.keys() | NOUNS | {"according"}
_MOST_CUES = 60  # no sentence that a person wrote has more


class _Group(NamedTuple):
    """A verb with its helpers: ``first`` token of them, the word ``before``, the ``helpers`` themselves."""

    first: int
    at: int
    before: str
    helpers: frozenset[str]


def read_sentence(text: str, sentence: Span, quoted: Sequence[Quotation]) -> list[Reading]:
    """Return the attributions of one sentence in the order of their cues."""
    tokens = SentenceTokens(text, sentence, quoted)
    heading = read_heading(tokens)
    return [heading] if heading else list(_Reader(tokens).read())


class _Reader:
    def __init__(self, sentence: SentenceTokens) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.low = sentence.low
        self.floor = 0
        self.subject: Span | None = None

    def read(self) -> Iterator[Reading]:
        marks = (
            i for i, token in enumerate(self.tokens) if token.low in _CUE_WORDS and i not in self.sentence.quote_of
        )
        for i in islice(marks, _MOST_CUES):
            reading = self._cue(i)
            if reading:
                self.subject = reading.speaker[0] if reading.speaker else self.subject
                self.floor = i + 1
                yield reading

    def _cue(self, i: int) -> Reading | None:
        token = self.tokens[i]
        if token.low == "according" and self.low(i + 1) == "to":
            return self._according(i)
        verb = VERBS.get(token.low)
        named = token.named and i > 0 and self.tokens[i - 1].word
        possessed = token.low in NOUNS and self.low(i - 1) in {"'s", "'"}
        reading = self._verb(i, verb) if verb and not named and not possessed else None
        return reading or (self._noun(i) if token.low in NOUNS else None)

    def _according(self, i: int) -> Reading | None:
        found = speaker_after(self.tokens, i + 2, len(self.tokens))
        if not found:
            return None
        speaker, cue = found[0], self.sentence.span(i, i + 1)
        if i > 0:
            content = self.sentence.preceding(i)
            return Reading((speaker,), (cue,), content, clear=True) if content else None
        commas = (k for k in range(i + 3, len(self.tokens)) if self.low(k) == "," and k not in self.sentence.quote_of)
        comma = next(commas, None)
        content = self.sentence.following(comma + 1) if comma else ()
        if not comma or not content:
            return None
        return Reading(
            (Span(speaker.start, min(speaker.end, self.tokens[comma - 1].end)),), (cue,), content, clear=True
        )

    # verbs

    def _verb(self, i: int, verb: ReportingVerb) -> Reading | None:
        first = i
        while first > self.floor and self.low(first - 1) in _IN_THE_GROUP:
            first -= 1
        if verb.form == "elsewhere" and self.low(first - 1) in _HELPERS_ELSEWHERE:
            first -= 1
        helpers = frozenset(token.low for token in self.tokens[first:i])
        group = _Group(first, i, self.low(first - 1), helpers)
        if not self._reports(group, verb):
            return None
        if verb.form == "ing" and not helpers & AUXILIARIES:
            return self._participle(group, verb)
        if verb.form == "past" and helpers & _BE:
            return self._passive(group, verb)
        return self._inverted(group, verb) or self._active(group, verb)

    def _reports(self, group: _Group, verb: ReportingVerb) -> bool:
        """Whether the form is a verb here and can have a speaker for its subject."""
        if verb.may_be_noun and group.before not in PRONOUNS and not self.tokens[group.first - 1].named:
            return False
        if verb.form == "base":
            return self._is_finite(group)
        if verb.form == "third":
            return bool(group.before) and group.before not in _BEFORE_A_NOUN
        return verb.form == "ing" or self.low(group.at + 1) != "by" or bool(group.helpers & _BE)

    def _is_finite(self, group: _Group) -> bool:
        if group.before in _BEFORE_A_NOUN:
            return False
        plural = group.before.endswith("s") and group.before not in _NO_FORM_OF_A_NOUN
        return (
            plural
            or group.before in PRONOUNS | {"people", "and"}
            or bool(group.helpers & (MODALS | {"do", "does", "did"}))
        )

    def _inverted(self, group: _Group, verb: ReportingVerb) -> Reading | None:
        """Read «content, said X»."""
        quoted = self.sentence.stands_after_quote(group.first)
        if not verb.takes_clause or not (quoted or group.before == ","):
            return None
        found = speaker_after(self.tokens, group.at + 1, len(self.tokens))
        if not found or self.low(group.at + 1) in {"it", "that", "this"}:
            return None
        speaker, after = found
        finite = any(token.low in AUXILIARIES - {"'s", "'d"} for token in self.tokens[group.at + 1 : after])
        if not quoted and (finite or after < len(self.tokens) - 1):
            return None
        content = self.sentence.preceding(group.first)
        cue = self.sentence.span(group.first, group.at)
        return (
            Reading((speaker,), (cue,), (*content, *self.sentence.next_quote(after)), clear=True) if content else None
        )

    def _active(self, group: _Group, verb: ReportingVerb) -> Reading | None:
        """Read «X said content» and «content, X said»."""
        speaker = speaker_before(self.tokens, group.first, self.floor)
        if group.before == "and" and self.subject:
            speaker = self.subject
        last = self._last_of_cue(group.at, verb)
        content = self._content(group.at, last, verb, speaker) if speaker else ()
        if not speaker or not content:
            return None
        told = content[0].end <= speaker.start or any(content[0].overlaps(quote) for quote in self.sentence.quoted)
        clear = told or not verb.also_factual or last > group.at or self._opens_with_that(content[0])
        return Reading((speaker,), (self.sentence.span(group.first, last),), content, clear=clear)

    def _opens_with_that(self, content: Span) -> bool:
        return any(token.start == content.start and token.low == "that" for token in self.tokens)

    def _participle(self, group: _Group, verb: ReportingVerb) -> Reading | None:
        """Read «X did this, saying that» and «followed by X saying that»."""
        speaker = self.subject
        if group.before not in {",", ""}:
            if not self.tokens[group.first - 1].named or group.first < 1:
                return None
            speaker = speaker_before(self.tokens, group.first, self.floor)
        elif verb.also_factual and self.low(group.at + 1) != "that":
            return None
        last = self._last_of_cue(group.at, verb)
        content = self._content(group.at, last, verb, None)
        if not content:
            return None
        speaker = speaker or subject_before(self.tokens, group.first)
        cue = self.sentence.span(group.first, last)
        return Reading((speaker,) if speaker else (), (cue,), content, clear=speaker is not None)

    def _passive(self, group: _Group, verb: ReportingVerb) -> Reading | None:
        """Read «it was assessed that»: content without a speaker."""
        if not verb.takes_clause or verb.lemma in {"tell", "find", "ask"}:
            return None
        reach = range(group.at + 1, min(group.at + _PASSIVE_WITHIN, len(self.tokens)))
        opener = next((k for k in reach if self.low(k) == "that" or (k == group.at + 1 and self.low(k) == "to")), None)
        content = self.sentence.following(opener) if opener else ()
        cue = self.sentence.span(group.first, group.at)
        return Reading((), (cue,), content, clear=group.before == "it") if content else None

    def _last_of_cue(self, i: int, verb: ReportingVerb) -> int:
        return i + 1 if self.low(i + 1) in verb.particles else i

    def _content(self, i: int, last: int, verb: ReportingVerb, speaker: Span | None) -> tuple[Span, ...]:
        at = last + 1
        following = self.low(at)
        if following in _NOTHING_FOLLOWS:
            return self._around(at, speaker) if verb.takes_clause else ()
        if following == ":" and verb.takes_clause:
            return self.sentence.next_quote(at) or self.sentence.following(at + 1)
        if at in self.sentence.quote_of or (following == "that" and verb.takes_clause):
            return self.sentence.following(at)
        return self._behind_verb(at, verb, speaker, alone=last == i)

    def _behind_verb(self, at: int, verb: ReportingVerb, speaker: Span | None, *, alone: bool) -> tuple[Span, ...]:
        """Return the content of a verb that stands ``alone`` (without its particle) before words of its own."""
        if verb.needs_clause and alone:
            opener = self._that_behind_adjunct(at)
            return self.sentence.following(opener) if opener else ()
        if verb.object_first or (verb.takes_clause and self.low(at) in _ADJUNCT and alone):
            return self._after_adjunct(at, verb, speaker)
        quotes = any(k in self.sentence.quote_of for k in range(at, len(self.tokens)))
        reports = not verb.also_factual or not alone
        if (verb.takes_clause and reports) or (verb.takes_noun and (reports or verb.form != "past" or quotes)):
            return self.sentence.following(at)
        return ()

    def _that_behind_adjunct(self, at: int) -> int | None:
        """Return the token «that» in «ruled on Thursday that»."""
        if self.low(at) not in _ADJUNCT:
            return None
        return next((k for k in range(at + 1, at + _PASSIVE_WITHIN) if self.low(k) == "that"), None)

    def _around(self, at: int, speaker: Span | None) -> tuple[Span, ...]:
        """Read «content, X said» and «"content," X said, "and more"»."""
        before, quote = self.sentence.before_speaker(speaker), self.sentence.next_quote(at)
        if quote and not self.sentence.ends_in_quote(before):
            return quote
        return (*before, *quote)

    def _after_adjunct(self, at: int, verb: ReportingVerb, speaker: Span | None) -> tuple[Span, ...]:
        """Find the content behind «on Tuesday», «in a statement», «told reporters»."""
        before = self.sentence.before_speaker(speaker)
        if self.sentence.ends_in_quote(before):
            return (*before, *self.sentence.next_quote(at))
        for k in range(at, min(len(self.tokens), at + _ADJUNCT_WITHIN)):
            opens = k > at and (self.low(k) == "that" or (verb.object_first and self.low(k) in _OBJECT_CLAUSE))
            if opens or k in self.sentence.quote_of:
                return self.sentence.following(k)
        return before or self.sentence.following(at)

    # nouns

    def _noun(self, i: int) -> Reading | None:
        """Read «X's warning that», «her statement about»."""
        link = self.low(i + 1)
        if link not in _NOUN_LINKS:
            return None
        at = i - 1
        while at > max(self.floor, i - 1 - _MODIFIERS) and self.tokens[at].word and self.low(at) not in DETERMINERS:
            at -= 1
        speaker: Span | None = None
        if self.low(at) in {"'s", "'"}:
            named = speaker_before(self.tokens, at, self.floor)
            speaker = Span(named.start, self.tokens[at].end) if named else None
        elif self.low(at) in {"his", "her", "their", "its"}:
            speaker = self.tokens[at].span
        end = i if link == "that" else i + 1
        content = self.sentence.following(end + 1, phrase=link != "that") if speaker else ()
        if not speaker or not content:
            return None
        return Reading((speaker,), (self.sentence.span(i, end),), content, clear=True)
