"""ZIP archives and what they are: office documents are archives, and so are bombs."""

from __future__ import annotations

import io
import zipfile
from enum import StrEnum
from typing import NoReturn

from firsthand.errors import UnreadableText

MAX_FILES = 5000
MAX_UNPACKED = 150 * 1024 * 1024
MAX_PART = 40 * 1024 * 1024
MAX_MARKUP = 15 * 1024 * 1024
_MOST_RATIO = 200
_SMALL = 2 * 1024 * 1024  # of what is smaller no bomb is made

_BROKEN = "This file is damaged: it begins as a ZIP archive and cannot be opened; save it again and add that."
_BOMB = "This file unpacks to far more than an article can be; copy its text and paste it."
_LOCKED = "This file is protected by a password; save a copy without the password and add that."


class ArchiveKind(StrEnum):
    """What an archive holds."""

    DOCX = "docx"
    ODT = "odt"
    EPUB = "epub"
    SHEET = "sheet"
    SLIDES = "slides"
    OTHER = "other"


_WHAT_TO_DO = {
    ArchiveKind.ODT: "This file is an OpenDocument text; save it as Word (.docx), PDF or plain text and add that.",
    ArchiveKind.EPUB: "This file is an e-book (EPUB); copy the chapter concerned and paste it.",
    ArchiveKind.SHEET: "This file is a spreadsheet; copy the text concerned and paste it.",
    ArchiveKind.SLIDES: "This file is a slide deck; save it as PDF and add that.",
    ArchiveKind.OTHER: "This file is a ZIP archive; unpack it and add the articles inside.",
}


def is_archive(data: bytes) -> bool:
    """Whether the bytes begin as a ZIP archive does."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def archive_kind(data: bytes) -> ArchiveKind:
    """Tell what an archive holds; raises ``UnreadableText`` for one that is damaged, locked or a bomb."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            names = {part.filename for part in parts}
            kind = _by_mimetype(archive, names) or _by_names(names)
    except UnreadableText:
        raise
    except Exception as error:  # zipfile raises much more than BadZipFile for what is damaged
        raise UnreadableText(_BROKEN) from error
    if kind is ArchiveKind.DOCX:
        _refuse_bombs(parts)
    return kind


def refuse(kind: ArchiveKind) -> NoReturn:
    """Say what to do with an archive that is not read."""
    raise UnreadableText(_WHAT_TO_DO[kind])


def _by_mimetype(archive: zipfile.ZipFile, names: set[str]) -> ArchiveKind | None:
    if "mimetype" not in names or archive.getinfo("mimetype").file_size > 200:  # noqa: PLR2004 - far more than any type
        return None
    declared = archive.read("mimetype").decode("latin-1")
    if "epub" in declared:
        return ArchiveKind.EPUB
    return ArchiveKind.ODT if "opendocument" in declared else None


def _by_names(names: set[str]) -> ArchiveKind:
    if "word/document.xml" in names:
        return ArchiveKind.DOCX
    if any(name.startswith("xl/") for name in names):
        return ArchiveKind.SHEET
    return ArchiveKind.SLIDES if any(name.startswith("ppt/") for name in names) else ArchiveKind.OTHER


def _refuse_bombs(parts: list[zipfile.ZipInfo]) -> None:
    """Judge by the sizes declared: more than those is never unpacked."""
    if any(part.flag_bits & 0x1 for part in parts):
        raise UnreadableText(_LOCKED)
    if len(parts) > MAX_FILES or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise UnreadableText(_BOMB)
    for part in parts:
        big = part.file_size > _SMALL and part.file_size > _MOST_RATIO * max(part.compress_size, 1)
        most = MAX_MARKUP if part.filename.endswith((".xml", ".rels")) else MAX_PART
        if part.file_size > most or big:
            raise UnreadableText(_BOMB)
