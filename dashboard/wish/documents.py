"""What a person knows of a document, and what they want of an article's references."""

from __future__ import annotations

from dataclasses import dataclass

from db.vocabulary import SourceKind


@dataclass(frozen=True, slots=True)
class Particulars:
    """What a person knows of a document, as typed; empty fields are unknown."""

    title: str = ""
    author: str = ""
    publisher: str = ""
    published: str = ""
    url: str = ""
    language: str = ""
    note: str = ""
    title_is_description: bool = False


@dataclass(frozen=True, slots=True)
class Tied:
    """A reference that somebody ties to a source of the desk; None for none."""

    reference_id: int
    source_id: int | None
    form: str


@dataclass(frozen=True, slots=True)
class Followed:
    """A reference that somebody makes a source of the desk."""

    reference_id: int
    kind: SourceKind
    form: str
