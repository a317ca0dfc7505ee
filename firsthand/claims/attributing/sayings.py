"""Attributions that make a claim of their own, and what stands beside their content: when, where, in which words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from firsthand.claims.attributing.other_languages import is_in_another_language
from firsthand.claims.attributing.saying_words import reports_saying, reports_unnamed
from firsthand.claims.attributing.speakers import MODALS, PRONOUNS, can_speak
from firsthand.claims.attribution import Attribution, AttributionKind
from firsthand.claims.naming.name_words import BODY_NOUNS, OFFICES
from firsthand.claims.quotations import quotations
from firsthand.text.spans import Span
from firsthand.text.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from firsthand.claims.dates import DateMention

_FEWEST_CONTENT_WORDS = 3
_NOBODY = words("it which that this these those there what who")
_LABELS = frozenset({"summary", "file photo", "photo", "caption", "update", "note", "analysis", "background", "live"})
_OWNED = re.compile(r"^.*\w[’'](?:s\s+|\s+)(?=\w)")
_SPEAKERS = BODY_NOUNS | OFFICES
_RELATIVE = re.compile(r"(?:who|which|whose|that|where)\b")
_HEAD_ENDS = re.compile(r"\s(?:who|which|that|for|of|at|in|from|with)\s")
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being|reportedly|allegedly)\b", re.IGNORECASE)
_BEFORE_A_DATE = re.compile(r"\s(?:(?:late|early) )?(?:(?:on|in) )?(?:the )?")
_WITHIN_OF_CUE = 70  # characters between a date and the cue that it belongs to
_OTHER_CLAUSE = re.compile(r"[;:]|\b(?:who|which|whose|when|where)\b")
_ONLY_A_DATE = re.compile(r",\s(?:(?:late|early) )?(?:(?:on|in) )?(?:the )?$")
_PUBLISHED = re.compile(r"\b(?:published|released|issued|posted|dated|written|made public)\b")
_SPEAKER_ENDS = re.compile(r",?\s(?:who|whose|whom|which|where|when)\b|,\s(?:\w{3,}ed|born)\s")
_OWNS = re.compile(r"[’']s\b")
_LAST_OF_CUE = re.compile(r"\s+(?:(?:late|early|on|in|at|back) ?)*$")
_THAT_FOLLOWS = re.compile(r",? that\b")


def tells(text: str, found: Attribution) -> bool:
    """Whether the attribution says enough to be a claim, by somebody who can speak, and was really said."""
    if sum(len(piece.of(text).split()) for piece in found.content) < _FEWEST_CONTENT_WORDS:
        return False
    cue = " ".join(piece.of(text) for piece in found.cue)
    if MODALS & set(cue.lower().split()):
        return False  # what somebody would or should say has not been said
    speaker = speaker_words(text, found)
    if cue == ":" and speaker.lower() in _LABELS:
        return False
    if not speaker:
        return bool(_PASSIVE.search(cue)) and reports_unnamed(cue)
    said = found.kind is AttributionKind.DIRECT or reports_saying(cue) or is_in_another_language(text, found.whole)
    return said and _may_speak(speaker)


def speaker_words(text: str, found: Attribution) -> str:
    """Return the speaker as written, empty where nobody is named («it was reported»)."""
    written = " ".join(" ".join(piece.of(text) for piece in found.speaker).split()).strip(" ,–—-")
    return "" if written.lower() in _NOBODY else written


def name_in(speaker: str) -> str:
    """Return a speaker as written without what is told of them behind, nor the sign of what belongs to them."""
    name = _SPEAKER_ENDS.split(speaker, maxsplit=1)[0].rstrip(" ,–—-") or speaker
    return next((name.removesuffix(sign) for sign in ("'s", "’s", "s'", "s’") if name.endswith(sign)), name)


def _may_speak(speaker: str) -> bool:
    """Whether it is somebody, and not what belongs to somebody («Moscow’s warnings»)."""
    if speaker.lower() in PRONOUNS:
        return True
    heads = [_HEAD_ENDS.split(piece, maxsplit=1)[0] for piece in speaker.split(", ") if not _RELATIVE.match(piece)]
    owned = [_OWNED.sub("", head) for head in heads]
    return any(can_speak(one) or bool(_SPEAKERS & set(one.lower().split())) for one in owned)


def cue_words(text: str, found: Attribution, dates: Sequence[DateMention]) -> str:
    """Return the words of the cue, without a date at their end."""
    pieces = []
    for piece in found.cue:
        date = next(
            (mention for mention in dates if mention.span.end == piece.end and piece.contains(mention.span)), None
        )
        written = text[piece.start : date.span.start] if date else piece.of(text)
        pieces.append(_LAST_OF_CUE.sub("", written) if date else written)
    written = " ".join(" ".join(pieces).split())
    return written.rstrip(" :,") or written or " ".join(found.cue[0].of(text).split())


def date_of_saying(text: str, found: Attribution, dates: Sequence[DateMention]) -> DateMention | None:
    """Return the one of ``dates`` nearest to the cue that stands beside the content: when it was said."""
    cue = found.cue[0]
    beside = [
        (distance, mention)
        for mention in dates
        if not _tells_of_the_speaker(text, found, mention.span)
        and (distance := max(mention.span.start - cue.end, cue.start - mention.span.end)) <= _WITHIN_OF_CUE
        and (
            _is_beside(text, cue, mention.span)
            or not (
                any(piece.overlaps(mention.span) for piece in found.content)
                or _OTHER_CLAUSE.search(text, min(cue.end, mention.span.end), max(cue.start, mention.span.start))
                or _OWNS.match(text, mention.span.end)
            )
        )
    ]
    return min(beside, default=(0, None))[1]


def _tells_of_the_speaker(text: str, found: Attribution, date: Span) -> bool:
    """Whether a date stands in what is told of the speaker: «Reyle, who took office in January, said»."""
    if not found.speaker or not found.speaker[0].start < date.start < found.cue[0].start:
        return False
    between = text[found.speaker[0].start : date.start]
    if _OTHER_CLAUSE.search(between):
        return True
    return ", " in between and not _ONLY_A_DATE.search(between) and not _PUBLISHED.search(between)


def _is_beside(text: str, cue: Span, date: Span) -> bool:
    """Whether a date belongs to the cue wherever the content was read to begin: «said last week it would …»."""
    if date.start < cue.end:
        return False
    return bool(_BEFORE_A_DATE.fullmatch(text, cue.end, date.start)) or (
        bool(_THAT_FOLLOWS.match(text, date.end)) and " that " not in text[cue.end : date.start]
    )


def quoted_words(text: str, found: Attribution, claim: Span) -> str | None:
    """Return the words in quotation marks that are said in the claim."""
    quoted = [
        quotation.inner.of(text).strip(" ,")
        for piece in found.content
        if piece.overlaps(claim)
        for quotation in quotations(text, piece)
        if quotation.span.overlaps(claim)
    ]
    return " … ".join(quoted) or None
