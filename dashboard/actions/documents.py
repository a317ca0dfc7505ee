"""Deeds that bring texts in: articles, claims marked in them, sources and their captures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import partial

from dashboard.actions.attempts import refused, writing
from dashboard.data.passages import places
from dashboard.data.record import captured_text, changed, database
from dashboard.outcome import Outcome
from dashboard.texts import documents as texts
from dashboard.wish import Particulars
from db.errors import FirsthandError
from db.rows import UserRow, claim_ref, document_ref
from db.vocabulary import CaptureMethod, ClaimType, DocumentType, SourceKind
from firsthand import desk
from firsthand.taking_in import Incoming, Known, capture_article, capture_source, take_in


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


def take_article_in(person: UserRow, desk_id: int, text: Text, about: Particulars) -> Outcome:
    """Take one article in, all or nothing; the outcome names the article."""
    known = Known(
        title=about.title or None,
        author=about.author or None,
        publisher=about.publisher or None,
        published=about.published or None,
        language=about.language or None,
    )
    incoming = Incoming(text.data, text.method, text.file_name, text.media_type, about.url or None, known)
    try:
        taken = take_in(database(), desk.Actor.of(person), desk_id, incoming)
    except FirsthandError as error:
        return refused(error)
    finally:
        changed()
    ref = document_ref(DocumentType.ARTICLE, taken.article_id)
    if taken.known:
        return Outcome(True, texts.known_already(ref), ref=ref)
    return Outcome(True, texts.taken_in(ref, taken.drafts), missing=taken.warnings, ref=ref)


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
            ref = claim_ref(desk.add_claim(session, desk.Actor.of(person), new).id)
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
