"""Attributions in German, French, Spanish, Italian and Dutch, read by rules from their commonest forms.

Read are a reporting verb beside a quotation or before «that», and «according to». The tagger knows English alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING

from firsthand.claims.quotations import quotations
from firsthand.claims.tagging.linking import Piece, Role, Stretch
from firsthand.text.segmentation import sentences_in
from firsthand.text.spans import Span, first_overlap, trimmed
from firsthand.text.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_ENGLISH = words(
    """the of and to in is that was for with said says has have had he she it they we you his her their not at by be are
    were from an this as will would who more than after over new"""
)
_OTHERS = words(
    """der das und ist nicht von mit dem den ein eine einen im auf für sich auch sagte sagt laut dass es sie er
    le la les et est que qui des du une dans pour pas sur au aux selon déclaré elle il ont a
    el los las y en por con una se su según dijo lo del è che di per non della sono ha detto gli un nel
    het een niet zijn voor op te dat zei volgens
    och att som på av är inte og ikke til af det uma um para dos não são nie się że jest"""
)
_WORD = re.compile(r"[^\W\d_]+")
_VERB = re.compile(
    r"\b(?:(?:a|ha|han|hat|haben|heeft|hebben|ont)\s+)?"
    r"(?:sag(?:te|ten|t|en)|gesagt|erklär(?:te|ten|t)|betonte|warnte|meinte|berichtete|schrieb|kündigte|"
    r"dit|déclar(?:é|e|ait)|affirm(?:é|e|ait)|expliqu(?:é|e|ait)|annoncé|ajouté|assuré|"
    r"dijo|dicho|afirmó|declaró|explicó|advirtió|aseguró|anunció|señaló|"
    r"disse|detto|spiegò|spiegato|dichiarò|dichiarato|affermato|zei|zegt|gezegd|verklaarde)\b"
)
_ACCORDING = re.compile(r"\b(?:laut|selon|d[’']après|según|secondo|volgens)\b", re.IGNORECASE)
_ARTICLE = r"(?i:(?:der|die|das|dem|den|le|la|les|el|los|las|lo|il|gli|i|de|het|een|ein|eine|un|une|una)\s|l[’'])"
_NAMED = r"[A-ZÀ-ÖØ-Þ][\w’'-]*\.?"
_LINK = r"(?:de|du|des|la|van|von|der|di|da|del|della|al|bin|und|et|y|e|en)(?=\s[\w])"
_NOUN_PHRASE = rf"(?:{_ARTICLE}\w+|(?:\w+\s)?{_NAMED})(?:\s(?:{_NAMED}|{_LINK})){{0,7}}"
_SPEAKER = rf"\b(?:er|sie|es|il|elle|ils|elles|él|ella|ellos|lui|lei|hij|zij|ze|on|{_NOUN_PHRASE})"
_AFTER = re.compile(rf"\s({_SPEAKER})")
_BEFORE = re.compile(rf"({_SPEAKER}),?\s$")
_THAT = re.compile(r"[^.;:“”«»„\"]{0,40}?,?\s((?:dass|daß|que|che|dat)\b|qu[’'])")
_FEWEST_SPACES = 2
_AT_ONCE = 20  # sentences
_LONGEST_SENTENCE = 2000  # characters
_SPEAKER_WITHIN = 80  # characters before the verb
_ENDS_A_SENTENCE = " .!?…"


def is_in_another_language(text: str, paragraph: Span) -> bool:
    """Whether fewer of a paragraph's words are small English ones than small ones of others or in other letters."""
    found = _WORD.findall(text[paragraph.start : paragraph.end].lower())
    others = sum(word in _OTHERS or not word.isascii() for word in found)
    return others > sum(word in _ENGLISH for word in found)


def read_by_rules(text: str, paragraph: Span) -> list[Stretch]:
    """Return the speakers, cues and contents of a paragraph, a number of sentences at a time."""
    quoted = [quotation.span for quotation in quotations(text, paragraph)]
    sentences = list(_whole(sentences_in(text, paragraph), quoted))
    groups = (sentences[at : at + _AT_ONCE] for at in range(0, len(sentences), _AT_ONCE))
    return [Stretch(Span(group[0].start, group[-1].end), list(_pieces(text, group, quoted))) for group in groups]


def _pieces(text: str, sentences: Sequence[Span], quoted: Sequence[Span]) -> Iterator[Piece]:
    """Yield the pieces in the order of the text; nobody wrote the longest sentences to say who said what."""
    for number, sentence in enumerate(sentences):
        if sentence.length <= _LONGEST_SENTENCE:
            inside = _between(quoted, sentence)
            for role, span in sorted(_in_sentence(text, sentence, inside), key=itemgetter(1)):
                yield Piece(role, span, number, number, 1.0)


def _between(quoted: Sequence[Span], sentence: Span) -> Sequence[Span]:
    """Return the quotations that lie in a sentence."""
    first = bisect_left(quoted, sentence.start, key=attrgetter("start"))
    return quoted[first : bisect_right(quoted, sentence.end, key=attrgetter("end"))]


def _whole(sentences: Iterable[Span], quoted: Sequence[Span]) -> Iterator[Span]:
    """Join the sentences that one quotation holds."""
    start: int | None = None
    for sentence in sentences:
        start = sentence.start if start is None else start
        holder = first_overlap(quoted, Span(sentence.end - 1, sentence.end))
        if holder is None or quoted[holder].end <= sentence.end:
            yield Span(start, sentence.end)
            start = None


def _in_sentence(text: str, sentence: Span, quoted: Sequence[Span]) -> Iterator[tuple[Role, Span]]:
    end = sentence.start + len(text[sentence.start : sentence.end].rstrip(_ENDS_A_SENTENCE))
    according = _ACCORDING.search(text, sentence.start, end)
    speaker = according and _AFTER.match(text, according.end(), end)
    if according and speaker:
        yield Role.CUE, Span(*according.span())
        yield Role.SPEAKER, Span(*speaker.span(1))
        yield from _around(text, sentence.start, according.start())
        yield from _around(text, speaker.end(), end)
        return
    verb = next((verb for verb in _VERB.finditer(text, sentence.start, end) if not _inside(quoted, verb.start())), None)
    if not verb:
        return
    contents = list(quoted)
    that = _THAT.match(text, verb.end(), end)
    if that and not any(quote.start >= that.start() for quote in contents):
        contents.append(Span(that.start(1), end))
    speaker = _BEFORE.search(text, max(sentence.start, verb.start() - _SPEAKER_WITHIN), verb.start())
    if not speaker or _inside(quoted, speaker.start(1)):
        speaker = _AFTER.match(text, verb.end(), end)
    if contents and speaker:
        yield Role.CUE, Span(*verb.span())
        yield Role.SPEAKER, Span(*speaker.span(1))
        yield from ((Role.CONTENT, content) for content in contents)


def _inside(quoted: Sequence[Span], at: int) -> bool:
    return first_overlap(quoted, Span(at, at + 1)) is not None


def _around(text: str, start: int, end: int) -> Iterator[tuple[Role, Span]]:
    """Yield what is said on one side of «according to X», unless it is a word or two."""
    piece = trimmed(text, start, end)
    while piece.length and text[piece.start] in ", ":
        piece = Span(piece.start + 1, piece.end)
    while piece.length and text[piece.end - 1] in ", ":
        piece = Span(piece.start, piece.end - 1)
    if piece.of(text).count(" ") >= _FEWEST_SPACES:
        yield Role.CONTENT, piece
