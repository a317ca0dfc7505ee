"""Case files on disk: read with clear words about what is wrong, written whole or not at all."""

from __future__ import annotations

import errno
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.exc import IntegrityError

from db.rows import parse_ref
from db.session import Database
from firsthand.desk import Actor
from firsthand.desk.record import find_article
from firsthand.errors import FirsthandError, NotFoundError, RecordError, StorageFullError, UnreadableCase
from firsthand.exchange.case_in import Loaded, load_case
from firsthand.exchange.case_out import CaseWriter


@dataclass(frozen=True, slots=True)
class CaseLoaded:
    """What a case file brought."""

    loaded: Loaded

    @property
    def sentence(self) -> str:
        """Tell it in one line."""
        counts = self.loaded.counts
        if not counts.get("claims") and self.loaded.known_claims:
            return f"«{self.loaded.title}» is here already: nothing was changed."
        known = f" {self.loaded.known_claims} claims were here already." if self.loaded.known_claims else ""
        return (
            f"Loaded «{self.loaded.title}»: {counts['articles']} articles, {counts['claims']} claims,"
            f" {counts['sources']} sources, {counts['evidence']} pieces of evidence, {counts['events']} events.{known}"
        )


@dataclass(frozen=True, slots=True)
class CaseWritten:
    """What was written where."""

    path: Path
    articles: int
    claims: int

    @property
    def sentence(self) -> str:
        """Tell it, with the warning that belongs to a file full of unsigned work."""
        return (
            f"{self.path}: {self.articles} articles, {self.claims} claims. It holds unsigned work, names and notes:"
            " keep it inside the desk."
        )


def load_case_file(database: Database, actor: Actor, path: Path) -> CaseLoaded:
    """Load a case file in one transaction; raises ``UnreadableCase`` with the place that does not fit."""
    case = read_case(path)
    try:
        with database.write() as session:
            return CaseLoaded(load_case(session, database.blobs, actor, case))
    except RecordError as error:
        if isinstance(error.__cause__, IntegrityError):
            raise UnreadableCase(f"{path}: its records contradict each other ({error.__cause__.orig}).") from error
        raise


def read_case(path: Path) -> object:
    """Read a case file's JSON."""
    try:
        return json.loads(path.read_bytes(), parse_constant=_no_number)
    except FileNotFoundError:
        raise UnreadableCase(f"There is no file {path}: check its name.") from None
    except IsADirectoryError:
        raise UnreadableCase(f"{path} is a folder: name the case file in it.") from None
    except (ValueError, RecursionError) as error:
        raise UnreadableCase(f"{path} is no case file: it is not JSON ({error}).") from None
    except OSError as error:
        raise UnreadableCase(f"{path} cannot be read: {error.strerror}.") from error


def _no_number(word: str) -> object:
    raise ValueError(f"{word} is no number")


def export_case_file(
    database: Database, path: Path, *, title: str, articles: Sequence[str] = (), replace: bool = False
) -> CaseWritten:
    """Write the whole desk, or the articles given by their short ids, into a case file."""
    if path.exists() and not replace:
        raise FirsthandError(f"{path} is there already: choose another name, or say --replace.")
    numbers = [_number(ref) for ref in articles]
    with database.read() as session:
        for number in numbers:
            find_article(session, number)
        case = CaseWriter(session, database.blobs, numbers or None).write(title, "")
    fresh = path.with_name(f".{path.name}.part")
    try:
        fresh.write_text(json.dumps(case, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        fresh.replace(path)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        if error.errno == errno.ENOSPC:
            raise StorageFullError(str(path.parent)) from error
        raise FirsthandError(f"{path} cannot be written: {error.strerror}.") from error
    return CaseWritten(path, len(case["articles"]), len(case["claims"]))


def _number(ref: str) -> int:
    number = parse_ref(ref, "FA")
    if number is None:
        raise NotFoundError("article", f"«{ref}»")
    return number
