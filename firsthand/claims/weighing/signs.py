"""The signs by which a sentence is worth checking or not, each with the words that a person reads.

How much each counts is learned, and stands with what else is learned (``worth_model``).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from firsthand.claims.weighing.sign_words import HAPPENED, SIGN_WORDS
from firsthand.claims.weighing.terms import LONGEST, Terms
from firsthand.text.wordlists import phrases, words

WORDS_OF_SIGNS = {
    "figure": "it gives a figure",
    "counted": "it counts something",
    "share": "it gives an amount or a share",
    "date": "it says when",
    "superlative": "it claims a most or a least",
    "first_ever": "it claims a first, an only or a never",
    "ranking": "it ranks something among its kind",
    "comparison": "it compares",
    "change": "it says that something rose, fell or changed",
    "negated": "it says that something is not so",
    "body": "it names an office or a body",
    "deed": "it says what was done",
    "holding": "it says what somebody has, pays or makes",
    "named_act": "it names who did what",
    "act": "it tells what happened",
    "done": "it says what has been done",
    "legal": "it speaks of law or of a binding text",
    "record": "it speaks of somebody’s record",
    "counted_thing": "it speaks of what statistics count",
    "attributed": "it says what somebody said",
    "quoted": "it quotes",
    "name": "it names somebody or something",
    "correction": "it corrects somebody",
    "causal": "it says what caused what",
    "place": "it says where",
    "of_others": "it speaks of others and not of the speaker",
    "long": "it says much",
    "opinion": "it gives an opinion",
    "prediction": "it speaks of what may come",
    "question": "it is a question",
    "courtesy": "it is part of the conversation",
    "first_person": "the speaker speaks of themselves",
    "we": "it speaks for a group",
    "reader": "it speaks to the reader",
    "vague": "it stays vague",
    "feeling": "it tells a feeling",
    "scene": "it sets the scene",
    "practical": "it is a notice to readers",
    "instruction": "it tells the reader what to do",
    "teaser": "it asks or promises and does not say",
    "exclaimed": "it is a call",
    "short": "it is short",
}
AGAINST = words(
    "opinion prediction question courtesy first_person we reader vague feeling scene practical instruction teaser "
    "exclaimed short"
)
SAYS_LITTLE = words("long of_others short")
_SPEAKERS = SIGN_WORDS["first_person"] | SIGN_WORDS["we"] | SIGN_WORDS["reader"]
_NOT_PAST = words("hundred indeed speed naked sacred wicked exceed proceed succeed unprecedented kindred")
_HAVE = words("has have had was were been")
_MANY_WORDS, _FEW_WORDS = 19, 6
_SHORTEST_PAST, _SHORTEST_NAME = 5, 3  # letters
DID = rf"(?:\w{{3,}}ed|{phrases(*sorted(HAPPENED))})"
_NAMED_ACT = re.compile(rf"\b[A-Z][\w’'.-]+ (?:[A-Z][\w’'.-]+ ){{0,3}}(?:has |have |had |also )?{DID}\b")
_DONE = re.compile(
    r"\b(?:has|have|had|was|were|been) (?:\w+ ){0,2}?(?:\w{3,}ed|been|made|taken|gone|won|lost|cut|become|held|seen"
    r"|done|grown|sold|built|sent|found|shut|broken|stolen|hidden|known|paid)\b"
)


def _asks(_: str, terms: Terms) -> bool:
    return "?" in terms.words[-2:] and terms.words[-1] in {"?", '"'}


_BY_SHAPE: dict[str, Callable[[str, Terms], object]] = {
    "act": lambda _, terms: any(
        word[-2:] == "ed" and len(word) >= _SHORTEST_PAST and word not in _NOT_PAST for word in terms.words
    ),
    "named_act": lambda sentence, _: _NAMED_ACT.search(sentence),
    "done": lambda sentence, terms: not _HAVE.isdisjoint(terms.words) and _DONE.search(sentence),
    "name": lambda _, terms: any(piece[0].isupper() and len(piece) >= _SHORTEST_NAME for piece in terms.written[1:]),
    "question": _asks,
    "of_others": lambda _, terms: terms.words and _SPEAKERS.isdisjoint(terms.words),
    "long": lambda _, terms: len(terms.words) >= _MANY_WORDS,
    "short": lambda _, terms: len(terms.words) <= _FEW_WORDS,
}


def _by_term() -> dict[str, tuple[str, ...]]:
    """Turn the lists round: for each term the signs that it is."""
    found: dict[str, list[str]] = {}
    for name, terms in SIGN_WORDS.items():
        for term in terms:
            found.setdefault(f" {term[1:]}" if term.startswith("_") else term, []).append(name)
    return {term: tuple(names) for term, names in found.items()}


SIGNS_OF_TERM = _by_term()


def signs_in(sentence: str, terms: Terms) -> frozenset[str]:
    """Return the names of the signs that a sentence shows; ``terms`` are its terms."""
    told = SIGNS_OF_TERM.keys() & {*terms.words, *terms.pairs, *terms.threes}
    found = {name for term in told for name in SIGNS_OF_TERM[term]}
    sentence = sentence[:LONGEST]
    found.update(name for name, shows in _BY_SHAPE.items() if name not in found and shows(sentence, terms))
    return frozenset(found)
