"""Deeds that bring texts in: articles, claims marked in them, sources and their captures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from functools import partial

from dashboard.actions.attempts import refused, writing
from dashboard.data.lists import article
from dashboard.data.passages import places
from dashboard.data.record import captured_text, changed, database
from dashboard.outcome import Arrival, Came, Change, Outcome
from dashboard.texts import documents as texts
from dashboard.wish import Particulars
from db.errors import FirsthandError
from db.models import Article
from db.rows import UserRow, claim_ref, document_ref
from db.vocabulary import CaptureMethod, ClaimType, DocumentType, SourceKind
from firsthand import desk, seen_before
from firsthand.taking_in import (
    Became,
    Incoming,
    Known,
    LeftOut,
    TakenIn,
    capture_article,
    capture_source,
    take_in_all,
)


@dataclass(frozen=True, slots=True)
class Text:
    """A text as somebody brought it: an uploaded file by name, or pasted words."""

    data: bytes
    file_name: str | None = None

    @classmethod
    def pasted(cls, words: str) -> Text:
        """Take words as they were pasted."""
        return cls(words.encode())

    @property
    def method(self) -> CaptureMethod:
        """How it came."""
        return CaptureMethod.PASTE if self.file_name is None else CaptureMethod.UPLOAD

    @property
    def media_type(self) -> str | None:
        """What it is; a file's name says so itself."""
        return "text/plain" if self.file_name is None else None


def take_articles_in(
    person: UserRow, desk_id: int, text: Text, about: Particulars, *, again: bool = False
) -> Iterator[Arrival]:
    """Take in what somebody brought: an article, or one by one those of a feed, each in a transaction of its own.

    ``again`` adds a later capture where an article's address is known with another text.
    """
    known = Known(
        title=about.title or None,
        author=about.author or None,
        publisher=about.publisher or None,
        published=about.published or None,
        language=about.language or None,
    )
    incoming = Incoming(text.data, text.method, text.file_name, text.media_type, about.url or None, known)
    name = text.file_name or texts.PASTED_NAME
    try:
        for one in take_in_all(database(), desk.Actor.of(person), desk_id, incoming, again=again):
            changed()
            yield _arrival(name, one)
    except FirsthandError as error:
        yield Arrival(name, Came.REFUSED, str(error))


_CAME = {
    Became.NEW: Came.TAKEN,
    Became.LATER: Came.LATER,
    Became.SAME_BYTES: Came.KNOWN,
    Became.SAME_TEXT: Came.KNOWN,
    Became.SAME_ADDRESS: Came.OTHER_TEXT,
}


def _arrival(name: str, one: TakenIn | LeftOut) -> Arrival:
    if isinstance(one, LeftOut):
        return Arrival(name, Came.SUMMARY, one.why, title=one.title, link=one.url)
    ref = document_ref(DocumentType.ARTICLE, one.article_id)
    sentences = {
        Became.NEW: texts.taken_in(ref, one.drafts),
        Became.LATER: texts.captured_again(ref),
        Became.SAME_BYTES: texts.known_already(ref),
        Became.SAME_TEXT: texts.same_text(ref),
        Became.SAME_ADDRESS: texts.same_address(ref),
    }
    drafts = one.drafts if one.became is Became.NEW else 0
    row = article(one.article_id)
    about = row and (
        (texts.AUTHOR, row.author),
        (texts.PUBLISHER, row.publisher),
        (texts.DATE, row.published),
        (texts.LANGUAGE, row.language),
    )
    read = tuple((label, value or "") for label, value in about or ())
    return Arrival(name, _CAME[one.became], sentences[one.became], one.title, ref, drafts, read, one.warnings)


def edit_article(person: UserRow, article_id: int, seen: int, about: Particulars) -> Outcome:
    """Correct what is known of an article; its remark, which no form shows, stays."""
    try:
        with writing() as session:
            there = session.get(Article, article_id)
            before, note = (there.version, there.note) if there else (0, None)
            fields = replace(fields_of(about), note=note)
            after = desk.edit_article(session, desk.Actor.of(person), article_id, seen, fields).version
    except FirsthandError as error:
        return refused(error)
    change = Change(document_ref(DocumentType.ARTICLE, article_id), before, after)
    return Outcome(True, texts.CORRECTED if after != before else texts.NOTHING_DIFFERENT, changes=(change,))


def add_claim(
    person: UserRow,
    article_id: int,
    capture_id: int,
    words: str,
    statement: str,
    claim_type: ClaimType,
    speaker: str = "",
    at: int | None = None,
) -> Outcome:
    """Add a claim by words of the article's text.

    With ``at``, where the words begin (code points), they have to stand there; without, in one place only.
    """
    start, end = (at, at + len(words)) if at is not None else (0, 0)
    if at is not None and (at < 0 or captured_text(capture_id)[start:end] != words):
        return Outcome(False, texts.NOT_IN_TEXT)
    if at is None:
        found = places(capture_id, words)
        if len(found) != 1:
            return Outcome(False, texts.in_several_places(len(found)) if found else texts.NOT_IN_TEXT)
        start, end = found[0].start, found[0].end
    named = speaker.strip() or None
    new = desk.NewClaim(article_id, capture_id, start, end, statement, claim_type, speaker_as_named=named)
    try:
        with writing() as session:
            claim = desk.add_claim(session, desk.Actor.of(person), new)
            seen_before.suggest(session, [claim])
            ref = claim_ref(claim.id)
    except FirsthandError as error:
        return refused(error)
    return Outcome(True, texts.added(ref), ref=ref)


def fields_of(about: Particulars) -> desk.DocumentFields:
    """Write what a person knows of a document the way the desk takes it."""
    return desk.DocumentFields(**asdict(about))


def add_source(person: UserRow, kind: SourceKind, about: Particulars, text: Text | None) -> Outcome:
    """Add a source by hand, and the text of it where somebody brought one."""
    try:
        with writing() as session:
            source_id = desk.add_source(session, desk.Actor.of(person), kind, fields_of(about)).id
    except FirsthandError as error:
        return refused(error)
    ref = document_ref(DocumentType.SOURCE, source_id)
    if text is None:
        return Outcome(True, texts.added_without_text(ref), ref=ref)
    captured = capture(person, source_id, text)
    if captured.done:
        return Outcome(True, texts.added_with_text(ref), ref=ref)
    return Outcome(True, texts.added_unread(ref, captured.sentence), ref=ref)


def capture(person: UserRow, source_id: int, text: Text) -> Outcome:
    """Record the text of a source."""
    return _captured(partial(capture_source, source_id=source_id), person, text)


def capture_anew(person: UserRow, article_id: int, text: Text) -> Outcome:
    """Record a later version of an article's text."""
    return _captured(partial(capture_article, article_id=article_id), person, text)


def _captured(deed: Callable[..., int], person: UserRow, text: Text) -> Outcome:
    incoming = Incoming(text.data, text.method, text.file_name, text.media_type)
    try:
        deed(database(), desk.Actor.of(person), incoming=incoming)
    except FirsthandError as error:
        return refused(error)
    finally:
        changed()
    return Outcome(True, texts.CAPTURED)
