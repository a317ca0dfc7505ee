"""Adding many files: one after the other, each on its own, so that one bad file or an interruption loses nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from db.rows import document_ref
from db.session import Database
from db.vocabulary import CaptureMethod, DocumentType
from firsthand.desk import Actor
from firsthand.errors import FirsthandError, StorageFullError, UnreadableText
from firsthand.people import find_desk_row
from firsthand.taking_in import Incoming, Known, TakenIn, take_in
from firsthand.text.extraction import MAX_BYTES

SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml"})


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """What became of one file: what was taken in, or why not."""

    path: Path
    taken: TakenIn | None
    error: str | None

    @property
    def sentence(self) -> str:
        """Tell it in one line."""
        if self.taken is None:
            return f"✗ {self.path}: {self.error}"
        ref = document_ref(DocumentType.ARTICLE, self.taken.article_id)
        if self.taken.known:
            return f"= {self.path}: here already as {ref}, {self.taken.drafts} claims; nothing was changed"
        warned = "".join(f" {warning}" for warning in self.taken.warnings)
        return f"✓ {self.path}: {ref}, {self.taken.drafts} claims drafted{warned}"

    def as_json(self) -> dict[str, Any]:
        """Tell it to another program."""
        if self.taken is None:
            return {"file": str(self.path), "outcome": "failed", "error": self.error}
        return {
            "file": str(self.path),
            "outcome": "known" if self.taken.known else "added",
            "article": document_ref(DocumentType.ARTICLE, self.taken.article_id),
            "title": self.taken.title,
            "claims": self.taken.drafts,
            "warnings": list(self.taken.warnings),
        }


def files_of(given: Sequence[Path]) -> list[Path]:
    """List the files; a folder stands for every text, page and Markdown file below it, in the order of their names."""
    paths: list[Path] = []
    for path in given:
        if not path.is_dir():
            paths.append(path)
            continue
        inside = sorted(file for file in path.rglob("*") if file.suffix.lower() in SUFFIXES and file.is_file())
        if not inside:
            raise FirsthandError(f"{path} is a folder without any {', '.join(sorted(SUFFIXES))} file in it.")
        paths += inside
    return paths


class Adding:
    """One run over many files."""

    def __init__(self, database: Database, actor: Actor, desk_name: str | None, known: Known, url: str | None) -> None:
        """Say where the articles go and what is known of them."""
        self._database = database
        self._actor = actor
        self._desk_id = find_desk_row(database, desk_name).id
        self._known = known
        self._url = url
        self.outcomes: list[FileOutcome] = []
        self.interrupted = False

    def run(self, paths: Sequence[Path]) -> Iterator[FileOutcome]:
        """Take the files in one by one; an interruption ends the run after the last whole one."""
        try:
            for path in paths:
                outcome = self._one(path)
                self.outcomes.append(outcome)
                yield outcome
        except KeyboardInterrupt:
            self.interrupted = True

    def _one(self, path: Path) -> FileOutcome:
        try:
            incoming = Incoming(
                read_file(path), CaptureMethod.FILE, file_name=path.name, url=self._url, known=self._known
            )
            return FileOutcome(path, take_in(self._database, self._actor, self._desk_id, incoming), None)
        except StorageFullError:
            raise
        except FirsthandError as error:
            return FileOutcome(path, None, str(error))

    @property
    def failed(self) -> int:
        """How many files could not be taken in."""
        return sum(outcome.taken is None for outcome in self.outcomes)

    @property
    def counts(self) -> dict[str, int]:
        """How many files came to which end, and the claims drafted."""
        taken = [outcome.taken for outcome in self.outcomes if outcome.taken is not None]
        return {
            "added": sum(not one.known for one in taken),
            "known": sum(one.known for one in taken),
            "failed": self.failed,
            "drafted": sum(one.drafts for one in taken if not one.known),
        }

    @property
    def summary(self) -> str:
        """Sum the run up."""
        counts = self.counts
        added = f"{counts['added']} added with {counts['drafted']} drafts"
        said = f"{added}, {counts['known']} known, {counts['failed']} failed."
        return f"Interrupted. {said} Run the same command again to go on." if self.interrupted else said


def read_file(path: Path) -> bytes:
    """Read a file that a person named; raises ``UnreadableText`` with what to do."""
    try:
        if path.is_dir():
            raise UnreadableText("This is a folder: name the files in it.")
        if path.stat().st_size > MAX_BYTES:
            raise UnreadableText(
                f"The file is larger than {MAX_BYTES // 1_000_000} MB: cut out the article's own text and add that."
            )
        return path.read_bytes()
    except FileNotFoundError:
        raise UnreadableText("There is no such file: check its name.") from None
    except PermissionError:
        raise UnreadableText("You may not read this file: change its permissions.") from None
    except (OSError, ValueError) as error:
        raise UnreadableText(f"The file cannot be read: {error}.") from error
