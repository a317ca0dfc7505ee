"""Adding many files: written one after the other, each on its own, so that a bad one or an interruption loses nothing.

The files are read ahead, in several processes where there are many.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from db.session import Database
from db.vocabulary import CaptureMethod
from firsthand.added import Added, FileOutcome
from firsthand.desk import Actor
from firsthand.errors import FirsthandError, StorageFullError, UnreadableText
from firsthand.people import find_desk_row
from firsthand.reading import LeftOut, ReadArticle
from firsthand.reading_ahead import Read, Reader, cores, readers
from firsthand.taking_in import Incoming, Known, keep, known_already
from firsthand.text.extraction import MAX_BYTES
from firsthand.text.feeds import is_feed

SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf", ".docx"})
FEED_SUFFIXES = frozenset({".xml", ".rss", ".atom", ".json"})
"""What a folder is searched for, feeds only where they are some; a file that is named is taken whatever it is."""
MANY = 12
"""From so many files on it pays to start other processes, each of which takes a second to begin."""
_HEAD = 4096  # bytes in which a feed says that it is one
_AHEAD = 4  # files for each process that may wait to be written; they are held in memory


class _Arrived(NamedTuple):
    """A file that was read from the disk: its end, if that is told already, else what waits for its reading."""

    path: Path
    outcome: FileOutcome | None = None
    coming: Callable[[], Read] | None = None


def files_of(given: Sequence[Path]) -> list[Path]:
    """List the files; a folder stands for every file below it that may hold an article, in the order of their names."""
    paths: list[Path] = []
    for path in given:
        if not path.is_dir():
            paths.append(path)
            continue
        inside = sorted(file for file in path.rglob("*") if file.is_file() and _may_hold_articles(file))
        if not inside:
            wanted = ", ".join(sorted(SUFFIXES))
            raise FirsthandError(f"{path} is a folder without any {wanted} file or feed in it.")
        paths += inside
    return paths


def _may_hold_articles(file: Path) -> bool:
    suffix = file.suffix.lower()
    if suffix not in FEED_SUFFIXES:
        return suffix in SUFFIXES
    try:
        with file.open("rb") as opened:
            return is_feed(opened.read(_HEAD))
    except OSError:
        return False


def jobs_for(files: int, asked: int | None) -> int:
    """Choose how many processes read: as many as were asked for, else all cores where there are many files."""
    return min(asked or (cores() if files >= MANY else 1), max(files, 1))


class Adding(Added):
    """One run over many files."""

    def __init__(
        self,
        database: Database,
        actor: Actor,
        desk_name: str | None,
        known: Known,
        url: str | None,
        *,
        again: bool = False,
        jobs: int = 1,
    ) -> None:
        """Say where the articles go and what is known of them; ``again`` as in ``taking_in.keep``."""
        super().__init__()
        self._database = database
        self._actor = actor
        self._desk_id = find_desk_row(database, desk_name).id
        self._known = known
        self._url = url
        self._again = again
        self._jobs = jobs

    def run(self, paths: Sequence[Path]) -> Iterator[FileOutcome]:
        """Take the files in one by one; an interruption ends the run after the last whole article."""
        try:
            with readers(self._jobs) as reader:
                for arrived in self._arrivals(paths, reader):
                    for outcome in self._outcomes(arrived):
                        self.outcomes.append(outcome)
                        yield outcome
        except KeyboardInterrupt:
            self.interrupted = True

    def _arrivals(self, paths: Sequence[Path], reader: Reader) -> Iterator[_Arrived]:
        """Give the files in order, while the next ones are read in other processes."""
        ahead = _AHEAD * self._jobs if self._jobs > 1 else 1
        waiting: deque[_Arrived] = deque()
        for path in paths:
            waiting.append(self._arrive(path, reader))
            if len(waiting) >= ahead:
                yield waiting.popleft()
        yield from waiting

    def _arrive(self, path: Path, reader: Reader) -> _Arrived:
        try:
            incoming = Incoming(
                read_file(path), CaptureMethod.FILE, file_name=path.name, url=self._url, known=self._known
            )
            known = known_already(self._database, incoming)
        except UnreadableText as error:
            return _Arrived(path, FileOutcome(path, None, str(error)))
        return _Arrived(path, FileOutcome(path, known)) if known else _Arrived(path, coming=reader(incoming))

    def _outcomes(self, arrived: _Arrived) -> Iterator[FileOutcome]:
        path, outcome, coming = arrived
        if outcome is not None:
            yield outcome
        if coming is None:
            return
        file = coming()
        if isinstance(file, FirsthandError):
            yield FileOutcome(path, None, str(file))
            return
        for found in file:
            if isinstance(found, LeftOut):
                yield FileOutcome(path, None, found.why, entry=found.title, link=found.url, left_out=True)
            else:
                yield self._kept(path, found)

    def _kept(self, path: Path, article: ReadArticle) -> FileOutcome:
        entry = article.extracted.title if article.entry else None
        try:
            taken = keep(self._database, self._actor, self._desk_id, article, again=self._again)
        except StorageFullError:
            raise
        except FirsthandError as error:
            return FileOutcome(path, None, str(error), entry=entry)
        return FileOutcome(path, taken, entry=entry)


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
