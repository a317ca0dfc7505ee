"""Claims drafted from an article, for a person to take over, change or throw away.

Nothing is invented: a draft's literal words are the article's, and its statement says them with names that the article
gives in place of what leans on the rest of it.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from db.vocabulary import ClaimType
from firsthand.claims.attributing.sayings import cue_words, date_of_saying, name_in, quoted_words, speaker_words
from firsthand.claims.attributing.speakers import PRONOUNS
from firsthand.claims.attribution import Attribution, AttributionKind, find_attributions
from firsthand.claims.cast import Cast, Form, Member, MemberKind, read_cast
from firsthand.claims.choosing.candidates import Candidate, find_candidates
from firsthand.claims.choosing.pieces import read_pieces
from firsthand.claims.choosing.repeats import Saying, find_repeats
from firsthand.claims.choosing.selection import chosen, score_of
from firsthand.claims.dates import DateMention, find_dates
from firsthand.claims.drafts import DraftClaim
from firsthand.claims.figures import Figure, figures_apart_from
from firsthand.claims.places import place_of_saying
from firsthand.claims.statements import Replacement, Statement, write_statement
from firsthand.claims.weighing.reasons import reason_for_attribution, reason_of
from firsthand.text.regions import RegionKind
from firsthand.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["DRAFTER", "DraftClaim", "draft_claims"]

DRAFTER = "firsthand-rules 2"


def draft_claims(text: str, *, published: str | None = None, author: str | None = None) -> list[DraftClaim]:
    """Draft the claims of an article, in the order of the text; the same text always gives the same drafts.

    ``published`` (EDTF level 0) resolves «on Sunday»; ``author`` is whose opinions the article's own are.
    """
    article = _Article(text, published, author)
    found: dict[tuple[Span, str], tuple[DraftClaim, Candidate]] = {}
    for draft, candidate in article.drafts():
        found.setdefault((draft.span, draft.statement), (draft, candidate))
    ordered = sorted(found.values(), key=lambda pair: pair[0].span)
    return _tied([draft for draft, _ in ordered], [_saying(text, *pair) for pair in ordered])


_QUOTE_MARKS = '“”"«»„ '
_Placed = TypeVar("_Placed", DateMention, Figure)


class _Speaker(NamedTuple):
    """Who said it: the fullest name, what they are, and the words of the place."""

    name: str | None
    role: str | None
    as_written: str | None


class _Article:
    """An article read once, for all of its drafts."""

    def __init__(self, text: str, published: str | None, author: str | None) -> None:
        self.text = text
        self.author = author
        self.pieces = read_pieces(text)
        self.dates: Sequence[DateMention] = find_dates(text, published)
        self.figures: Sequence[Figure] = list(figures_apart_from(text, [mention.span for mention in self.dates]))
        self.attributions: Sequence[Attribution] = find_attributions(text)
        self.cast: Cast = read_cast(text, self.attributions, author=author)

    def drafts(self) -> Iterator[tuple[DraftClaim, Candidate]]:
        """Yield the drafts, each with the candidate that it was made of."""
        for offer in find_candidates(self.text, self.pieces, self.attributions):
            for candidate in chosen(self.text, offer):
                yield self._said(candidate, candidate.said) if candidate.said else self._own(candidate), candidate

    def _own(self, candidate: Candidate) -> DraftClaim:
        """Draft what the article says in its own voice."""
        kind = candidate.kind
        statement = self._statement(candidate)
        author = self.author if kind is ClaimType.OPINION else None
        return self._draft(
            candidate,
            statement,
            _Speaker(author, None, None),
            reason_of(candidate.worth, linked=candidate.piece.kind is RegionKind.LINK),
        )

    def _said(self, candidate: Candidate, found: Attribution) -> DraftClaim:
        """Draft what the article says somebody said."""
        speaker = self._speaker(found)
        beside = _inside(self.dates, candidate.span)
        cue = cue_words(self.text, found, beside)
        statement = self._statement(candidate)
        if candidate.goes_on:
            statement = _attributed(statement, speaker, cue)
        said_on = None if candidate.goes_on else date_of_saying(self.text, found, beside)
        said_where = place_of_saying(self.text, candidate.span, found.cue[0], (*found.content, *found.speaker))
        reason = reason_for_attribution(
            speaker.name or speaker.as_written, cue, word_for_word=found.kind is not AttributionKind.INDIRECT
        )
        return replace(
            self._draft(candidate, statement, speaker, reason),
            cue=cue,
            quoted_words=quoted_words(self.text, found, candidate.span),
            said_on=said_on.edtf if said_on else None,
            said_on_text=said_on.words if said_on else None,
            said_where=said_where or candidate.piece.filed_from,
        )

    def _draft(self, candidate: Candidate, statement: Statement, speaker: _Speaker, reason: str) -> DraftClaim:
        kind: ClaimType = candidate.kind
        return DraftClaim(
            span=candidate.span,
            literal=candidate.span.of(self.text),
            statement=statement.words,
            claim_type=kind,
            checkable=kind.checkable,
            reason=reason,
            score=score_of(candidate, self_contained=statement.self_contained),
            speaker=speaker.name,
            speaker_as_written=speaker.as_written,
            speaker_role=speaker.role,
            figures=tuple(_inside(self.figures, candidate.span)),
            replaced=statement.replaced,
        )

    def _statement(self, candidate: Candidate) -> Statement:
        written = self._written(candidate.span)
        if candidate.subject is None:
            return written
        subject = self._written(candidate.subject)
        words = f"{subject.words.rstrip(' ,')} {written.words[:1].lower()}{written.words[1:]}"
        put_in = Replacement(Span(candidate.span.start, candidate.span.start), "", subject.words)
        return Statement(words, (put_in, *written.replaced), subject.self_contained and written.self_contained)

    def _written(self, span: Span) -> Statement:
        pieces = self.pieces
        return write_statement(
            self.text, span, self.cast, dates=self.dates, quoted=pieces.quoted, headline=pieces.headline
        )

    def _speaker(self, found: Attribution) -> _Speaker:
        written = speaker_words(self.text, found)
        if not written:
            return _Speaker(None, None, None)
        member: Member | None = next(filter(None, map(self._who, found.speaker)), None)
        if member:
            return _Speaker(member.name, member.role, written)
        return _Speaker(None if written.lower() in PRONOUNS else name_in(written), None, written)

    def _who(self, speaker: Span) -> Member | None:
        """Return whom a speaker's words name: the phrase's head, else the person named behind it («the mayor, Doe»)."""
        comma = self.text.find(",", *speaker)
        behind = Span(comma + 1, speaker.end) if comma >= 0 else None
        named = (
            reference.member
            for reference in (self.cast.references(behind) if behind else ())
            if reference.form is Form.NAME and reference.member and reference.member.kind is MemberKind.PERSON
        )
        return self.cast.who(speaker) or next(named, None)


def _inside(ordered: Sequence[_Placed], span: Span) -> list[_Placed]:
    first = bisect_left(ordered, span.start, key=lambda one: one.span.start)
    after = bisect_left(ordered, span.end, key=lambda one: one.span.start)
    return [one for one in ordered[first:after] if one.span.end <= span.end]


def _attributed(statement: Statement, speaker: _Speaker, cue: str) -> Statement:
    """Put the speaker and the cue before words that are said elsewhere than where they stand."""
    who = speaker.name or speaker.as_written
    if who is None:
        return statement._replace(self_contained=False)
    return statement._replace(words=f"{who} {cue}: “{statement.words.strip(_QUOTE_MARKS)}”")


def _saying(text: str, draft: DraftClaim, candidate: Candidate) -> Saying:
    said = candidate.said
    return Saying(
        statement=draft.statement,
        speaker=draft.speaker if said else None,
        figures=frozenset(figure.value for figure in draft.figures),
        foretells=draft.claim_type is ClaimType.PREDICTION,
        place=draft.span,
        content=" ".join(piece.of(text) for piece in said.content) if said and not candidate.goes_on else None,
    )


def _tied(drafts: Sequence[DraftClaim], sayings: Sequence[Saying]) -> list[DraftClaim]:
    """Leave out what is said again in the article, and tell the fuller draft where."""
    keeper = find_repeats(sayings)
    repeated: dict[int, list[Span]] = {}
    for index, kept in enumerate(keeper):
        if kept is not None:
            repeated.setdefault(kept, []).append(drafts[index].span)
    return [
        replace(draft, repeated_at=tuple(repeated[index])) if index in repeated else draft
        for index, draft in enumerate(drafts)
        if keeper[index] is None
    ]
