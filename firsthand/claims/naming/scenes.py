"""A page as a reader goes through it: its sentences, its quotations, what has been mentioned so far."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from itertools import islice, takewhile
from typing import TYPE_CHECKING, NamedTuple

from firsthand.claims.naming.identities import Identity
from firsthand.claims.quotations import quotations
from firsthand.text.headlines import is_headline
from firsthand.text.segmentation import paragraphs, sentences_in
from firsthand.text.spans import Span
from firsthand.text.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

_MOST_LOOKED_AT = 60  # mentions back: more stand in no four sentences that a person wrote
_SUBJECT_WITHIN = 60  # characters from the sentence's beginning
_OBLIQUE = words("by with of to for from against about on in at between and or than like including among near")


class Sentence(NamedTuple):
    """A sentence with its paragraph's number; ``heading`` where the paragraph is shaped like one."""

    span: Span
    paragraph: int
    heading: bool


class Page(NamedTuple):
    """A text cut into sentences, with its quotations."""

    sentences: tuple[Sentence, ...]
    starts: tuple[int, ...]
    quoted: tuple[Span, ...]
    quotation_ends: tuple[int, ...]

    def sentence_at(self, offset: int) -> int:
        """Return the index of the sentence at or before ``offset``."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def is_quoted(self, span: Span) -> bool:
        """Whether any of it stands inside quotation marks."""
        at = bisect_right(self.quotation_ends, span.start)
        return at < len(self.quoted) and self.quoted[at].start < span.end


def read_page(text: str) -> Page:
    """Cut a text into sentences and find its quotations."""
    sentences: list[Sentence] = []
    quoted: list[Span] = []
    for number, paragraph in enumerate(paragraphs(text)):
        heading = is_headline(paragraph.of(text))
        quoted.extend(quotation.span for quotation in quotations(text, paragraph))
        spans = [paragraph] if heading else sentences_in(text, paragraph)
        sentences.extend(Sentence(span, number, heading) for span in spans)
    return Page(
        tuple(sentences),
        tuple(sentence.span.start for sentence in sentences),
        tuple(quoted),
        tuple(span.end for span in quoted),
    )


class Sighting(NamedTuple):
    """An identity at a place; ``subject`` where the sentence seems to be about it.

    ``speaks`` where it is the speaker of an attribution; ``before`` is the word in front.
    """

    identity: Identity
    start: int
    sentence: int
    subject: bool
    speaks: bool
    before: str


class Sightings:
    """What has been mentioned up to a place of the page."""

    def __init__(self, page: Page, speakers: Container[int]) -> None:
        self._page = page
        self._speakers = speakers
        self._all: list[Sighting] = []
        self._by_noun: defaultdict[str, dict[Identity, int]] = defaultdict(dict)  # newest last, with its sentence
        self._opened = -1  # the newest sentence of which something outside quotation marks has been seen

    def see(self, identity: Identity, span: Span, before: str = "") -> None:
        """Take in a mention; they come in the order of the text."""
        number = self._page.sentence_at(span.start)
        subject = speaks = span.start in self._speakers
        if not self._page.is_quoted(span):
            near = span.start - self._page.starts[number] < _SUBJECT_WITHIN
            subject = subject or (self._opened < number and near and before not in _OBLIQUE)
            self._opened = number
        self._all.append(Sighting(identity, span.start, number, subject, speaks, before))
        for noun in identity.nouns:
            self._by_noun[noun].pop(identity, None)
            self._by_noun[noun][identity] = number

    def learn(self, identity: Identity, noun: str, span: Span) -> None:
        """Take in that a noun fits an identity, as the words at ``span`` say."""
        identity.nouns.add(noun)
        self._by_noun[noun].pop(identity, None)
        self._by_noun[noun][identity] = self._page.sentence_at(span.start)

    def back_to(self, sentence: int) -> list[Sighting]:
        """Return the mentions from the newest back to those of ``sentence``."""
        newest_first = islice(reversed(self._all), _MOST_LOOKED_AT)
        return list(takewhile(lambda sighting: sighting.sentence >= sentence, newest_first))

    def called(self, nouns: Iterable[str]) -> list[tuple[Identity, int]]:
        """Return what one of the nouns fits, newest first, each with the sentence that mentioned it last."""
        found = {
            identity: number
            for noun in nouns
            for identity, number in islice(reversed(self._by_noun.get(noun, {}).items()), _MOST_LOOKED_AT)
        }
        return sorted(found.items(), key=lambda item: -item[1])


def distinct(sightings: Iterable[Sighting]) -> list[Identity]:
    """Return the identities seen, each once."""
    return list(dict.fromkeys(sighting.identity for sighting in sightings))
