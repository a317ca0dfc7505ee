"""Deeds that bring texts in: articles, claims marked in them, sources and their captures."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.actions.attempts import refused, writing
from dashboard.data.passages import places
from dashboard.data.record import changed, database
from dashboard.outcome import Outcome
from dashboard.wish import Particulars
from db.errors import FirsthandError
from db.rows import UserRow, claim_ref, document_ref
from db.vocabulary import CaptureMethod, ClaimType, DocumentType, SourceKind
from firsthand import desk
from firsthand.taking_in import Incoming, Known, capture_source, take_in


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
        return Outcome(True, f"The desk has these very bytes already, as {ref}; nothing was added.", ref=ref)
    drafts = "1 draft of a claim" if taken.drafts == 1 else f"{taken.drafts} drafts of claims"
    return Outcome(True, f"Taken in as {ref} with {drafts}.", missing=taken.warnings, ref=ref)


def add_claim(
    person: UserRow, article_id: int, capture_id: int, words: str, statement: str, claim_type: ClaimType
) -> Outcome:
    """Add a claim by words of the article's text; they have to stand there, and in one place only."""
    found = places(capture_id, words)
    if len(found) != 1:
        return Outcome(
            False,
            "These words are not in the article's text. Copy them from the text as it stands."
            if not found
            else f"These words stand in {len(found)} places of the text. Copy a few words more.",
        )
    place = found[0]
    new = desk.NewClaim(article_id, capture_id, place.start, place.end, statement, claim_type)
    try:
        with writing() as session:
            ref = claim_ref(desk.add_claim(session, desk.Actor.of(person), new).id)
    except FirsthandError as error:
        return refused(error)
    return Outcome(True, f"Added as {ref}.", ref=ref)


def add_source(person: UserRow, kind: SourceKind, about: Particulars, text: Text | None) -> Outcome:
    """Add a source by hand, and the text of it where somebody brought one."""
    fields = desk.DocumentFields(
        title=about.title,
        title_is_description=about.title_is_description,
        author=about.author,
        publisher=about.publisher,
        url=about.url,
        published=about.published,
        language=about.language,
        note=about.note,
    )
    try:
        with writing() as session:
            source_id = desk.add_source(session, desk.Actor.of(person), kind, fields).id
    except FirsthandError as error:
        return refused(error)
    ref = document_ref(DocumentType.SOURCE, source_id)
    if text is None:
        return Outcome(True, f"Added as {ref}, without a text.", ref=ref)
    captured = capture(person, source_id, text)
    if captured.done:
        return Outcome(True, f"Added as {ref} with its text.", ref=ref)
    return Outcome(True, f"Added as {ref}, but its text could not be read: {captured.sentence}", ref=ref)


def capture(person: UserRow, source_id: int, text: Text) -> Outcome:
    """Record the text of a source."""
    incoming = Incoming(text.data, text.method, text.file_name, text.media_type)
    try:
        capture_source(database(), desk.Actor.of(person), source_id, incoming)
    except FirsthandError as error:
        return refused(error)
    finally:
        changed()
    return Outcome(True, "The text is captured.")
