"""The body of an answer: whole, or not at all.

A quotation must never be called absent from a page that was never whole, so that every way in which a body can end is
checked: the announced length, the last chunk, the end of the compression, the end of the encryption, and where the site
announces nothing, the end that the document's own form has.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator
from http import HTTPStatus

from firsthand.sources.budget import MEGABYTE, Budget, Limits
from firsthand.sources.client import httpcore, httpx
from firsthand.sources.sniffing import HTML, PDF, sniff
from firsthand.sources.trouble import Trouble, failed, partial

_STEP = 64 * 1024
_FREE = MEGABYTE  # small pages may be as repetitive as they like
_GZIP = 16 + zlib.MAX_WBITS
_MAGIC = b"\x1f\x8b"
_CUT = "The connection ended before the whole page had come, and nothing of it was kept: try again later."
_LAST_WORDS = {
    HTML: re.compile(rb"</html\s*>(?:\s|<!--(?:(?!-->).)*-->)*\Z", re.IGNORECASE | re.DOTALL),
    PDF: re.compile(rb"%%EOF\s*\Z"),
}
_TAIL = 4096


def whole_body(response: httpx.Response, budget: Budget) -> bytes:
    """Read a body to its end and unpack it; raises ``Trouble`` when it is not whole or beyond the budget."""
    limits = budget.limits
    coding = _coding(response)
    announced = response.headers.get("content-length", "")
    if announced.isdigit() and int(announced) > limits.body:
        raise _too_large(limits)
    body = io.BytesIO()
    try:
        for piece in _unpacked(response, limits) if coding else response.iter_raw():
            budget.seconds()  # one read may hold ten thousand pieces
            if body.tell() + len(piece) > limits.body:
                raise _too_large(limits)
            body.write(piece)
    except (httpcore.ReadError, httpcore.RemoteProtocolError):
        raise partial(_CUT) from None
    data = body.getvalue()  # shares the buffer: nothing is copied
    if not _end_was_announced(response) and not (coding and data) and not _ends_by_itself(data):
        raise partial(
            "The site does not say how long the page is and the connection just ended, so that nobody can tell"
            " whether it is whole: save the page in your browser and upload it here.",
            retry=False,
        )
    return data


def _coding(response: httpx.Response) -> bool:
    codings = response.headers.get("content-encoding", "").lower().replace(",", " ").split()
    packed = [word for word in codings if word != "identity"]
    if not packed:
        return False
    if packed in (["gzip"], ["x-gzip"]):
        return True
    raise failed(
        f"The site sends the page packed in a way that it was not asked for ({', '.join(packed)[:60]}):"
        " save the page in your browser and upload it here."
    )


def _unpacked(response: httpx.Response, limits: Limits) -> Iterator[bytes]:
    unpacking = zlib.decompressobj(_GZIP)
    came = gave = 0
    for raw in response.iter_raw():
        came += len(raw)
        rest = raw
        while rest:
            if unpacking.eof:
                if not rest.startswith(_MAGIC[: len(rest)]):
                    break  # padding after the end, as some servers send it
                unpacking = zlib.decompressobj(_GZIP)
            try:
                piece = unpacking.decompress(rest, _STEP)
            except zlib.error:
                raise partial(
                    "The page came packed and cannot be unpacked, and nothing of it was kept: try again later,"
                    " or save it in your browser and upload it here."
                ) from None
            rest = unpacking.unused_data if unpacking.eof else unpacking.unconsumed_tail
            gave += len(piece)
            if gave > _FREE and gave > came * limits.ratio:
                raise failed(
                    f"The page unfolds to more than {limits.ratio} times what was sent, as no honest page does:"
                    " open it in your browser and upload what you see there."
                )
            yield piece
    if came and not unpacking.eof:
        raise partial(_CUT)


def _end_was_announced(response: httpx.Response) -> bool:
    """Whether HTTP itself tells a whole body from one cut short; the client raises when such a one is."""
    headers = response.headers
    if "content-length" in headers or "chunked" in headers.get("transfer-encoding", "").lower():
        return True
    if response.status_code == HTTPStatus.NO_CONTENT or response.request.method == "HEAD":
        return True
    return bool(getattr(response.extensions.get("network_stream"), "sealed", False))


def _ends_by_itself(data: bytes) -> bool:
    mark = _LAST_WORDS.get(sniff(data) or "")
    return mark is not None and mark.search(data[-_TAIL:]) is not None


def _too_large(limits: Limits) -> Trouble:
    return failed(
        f"The document is larger than {limits.body // MEGABYTE} MB: download it in your browser and upload the part"
        " that you need here."
    )
