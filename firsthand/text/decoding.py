"""Bytes to text, or a reason why not.

The order is the HTML standard's: byte order mark, declared charset, UTF-8; detection from statistics comes last. A file
that is no text is refused with a sentence that says what to do.
"""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from firsthand.errors import UnreadableText

MAX_BYTES = 20 * 1024 * 1024

_MARKS = (  # UTF-32 before UTF-16: the little-endian mark of one begins with that of the other
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_KNOWN_BINARIES = (
    (b"%PDF-", "This file is a PDF; add it under a name that ends in .pdf, or paste its text."),
    (b"PK\x03\x04", "This file is a ZIP archive or an office document; paste its text."),
    (b"\xd0\xcf\x11\xe0", "This file is an old office document; save it as Word (.docx) or PDF and add that."),
    (b"{\\rtf", "This file is rich text (RTF); save it as Word (.docx), PDF or plain text and add that."),
    (b"\x89PNG", "This file is a PNG picture; type out or recognise its text and add that."),
    (b"\xff\xd8\xff", "This file is a JPEG picture; type out or recognise its text and add that."),
    (b"GIF8", "This file is a GIF picture; type out or recognise its text and add that."),
    (b"II*\0", "This file is a TIFF picture; run text recognition (OCR) on it and add the result."),
    (b"MM\0*", "This file is a TIFF picture; run text recognition (OCR) on it and add the result."),
    (b"RIFF", "This file is a sound, film or picture file; add a transcript of it."),
    (b"\x1f\x8b", "This file is compressed (gzip); unpack it and add what is inside."),
    (b"7z\xbc\xaf", "This file is an archive (7z); unpack it and add what is inside."),
    (b"Rar!", "This file is an archive (RAR); unpack it and add what is inside."),
    (b"\x7fELF", "This file is a program; add the article's text instead."),
)
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_.:-]{1,40})")
_READ_AS = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}
_DECLARED_WITHIN = 4096
_SAMPLE = 65536
_MOST_CONTROLS = 0.02
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")
# Of the bytes that are zero in wide Western text nearly all are; a stray NUL in other text makes no wide characters.
_LEAST_ZEROS = 0.2
_EMPTY = "The file is empty; choose the file again or paste the text."
_BINARY = "This file holds binary data, not text; save the article as plain text or HTML and add that."
_UNDECODABLE = "The characters of this file could not be decoded; save it as UTF-8 and add it again."


def decode(data: bytes, *, declared: str | None = None) -> str:
    r"""Turn the bytes of a text or HTML file into text; ``declared`` is the charset that came with them.

    Newlines become ``\n`` and nothing else is changed. Raises ``UnreadableText`` for files that are empty, larger than
    ``MAX_BYTES``, binary or undecodable.
    """
    _refuse_what_is_no_text(data)
    text = _decoded(data, declared).replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise UnreadableText("The file holds nothing but white space; choose the file again or paste the text.")
    _refuse_control_characters(text)
    return text


def _refuse_what_is_no_text(data: bytes) -> None:
    if not data:
        raise UnreadableText(_EMPTY)
    if len(data) > MAX_BYTES:
        raise UnreadableText(
            f"The file is larger than {MAX_BYTES // 1024**2} MB, more than an article can be; save only its text."
        )
    for magic, reason in _KNOWN_BINARIES:
        if data.startswith(magic):
            raise UnreadableText(reason)


def _decoded(data: bytes, declared: str | None) -> str:
    for mark, charset in _MARKS:
        if data.startswith(mark):
            return _strict(data, charset) or _fail()
    if b"\0" in data[:_SAMPLE]:
        return _without_mark(data)
    candidates = [name for name in (declared, _declared_inside(data)) if name]
    for charset in [*candidates, "utf-8"]:
        text = _strict(data, _READ_AS.get(charset.lower(), charset))
        if text is not None:
            return text
    return _detected(data)


def _without_mark(data: bytes) -> str:
    """Read wide characters that came without a byte order mark, or refuse: NUL bytes occur in no other text."""
    sample = data[: _SAMPLE // 4 * 4]
    zeros = [sample[place::2].count(0) * 2 / len(sample) for place in (0, 1)]
    for charset, text_byte in (("utf-16-le", 0), ("utf-16-be", 1)):
        if zeros[1 - text_byte] >= _LEAST_ZEROS and zeros[text_byte] == 0:
            text = _strict(data, charset)
            if text is not None:
                return text
    raise UnreadableText(_BINARY)


def _strict(data: bytes, charset: str) -> str | None:
    try:
        return data.decode(charset)
    except (UnicodeError, LookupError, ValueError):
        return None


def _declared_inside(data: bytes) -> str | None:
    head = data[:_DECLARED_WITHIN]
    found = _META_CHARSET.search(head) or _XML_CHARSET.search(head)
    return found.group(1).decode("ascii") if found else None


def _detected(data: bytes) -> str:
    """Guess from a sample, since the guess takes time; then the whole has to decode as guessed."""
    best = from_bytes(data[:_SAMPLE], cp_exclusion=["utf_7"]).best()
    text = _strict(data, best.encoding) if best else None
    return text if text is not None else _fail()


def _fail() -> str:
    raise UnreadableText(_UNDECODABLE)


def _refuse_control_characters(text: str) -> None:
    sample = text[:_SAMPLE]
    if "\0" in text or len(_CONTROLS.findall(sample)) > _MOST_CONTROLS * len(sample):
        raise UnreadableText(_BINARY)
