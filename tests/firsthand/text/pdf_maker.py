"""PDF files made by hand, as small as they can be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Drawn(NamedTuple):
    """Words drawn at a place: points from the left and from below."""

    x: float
    y: float
    text: str
    size: float = 10
    bold: bool = False


class Linked(NamedTuple):
    """A rectangle that leads to an address."""

    box: tuple[float, float, float, float]
    address: str


Page = Sequence[Drawn | Linked]


def make_pdf(pages: Sequence[Page], info: Mapping[str, str] | None = None, language: str | None = None) -> bytes:
    """Make a PDF of these pages."""
    objects: list[bytes] = [b"", b"", _font("Helvetica"), _font("Helvetica-Bold"), _info(info or {})]
    kids = []
    for page in pages:
        objects.append(stream("\n".join(map(_draw, (one for one in page if isinstance(one, Drawn))))))
        notes = " ".join(_link(one) for one in page if isinstance(one, Linked))
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {len(objects)} 0 R/Annots[{notes}]"
            "/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>>>".encode()
        )
        kids.append(f"{len(objects)} 0 R")
    declared = f"/Lang({language})" if language else ""
    objects[0] = f"<</Type/Catalog/Pages 2 0 R{declared}>>".encode()
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>".encode()
    return bind(objects)


def stream(data: str | bytes, entries: str = "") -> bytes:
    """Make a stream object."""
    content = data.encode("cp1252") if isinstance(data, str) else data
    return f"<<{entries}/Length {len(content)}>>stream\n".encode() + content + b"\nendstream"


def bind(objects: Sequence[bytes]) -> bytes:
    """Bind numbered objects, the first the catalogue, the fifth the information, to a file."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(
        out
        + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
        + table
        + b"trailer<</Size %d/Root 1 0 R/Info 5 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(out))
    )


def lines(x: float, y: float, *texts: str, size: float = 10) -> list[Drawn]:
    """Draw lines of a paragraph, one below the other."""
    return [Drawn(x, y - 1.2 * size * number, text, size) for number, text in enumerate(texts)]


def _draw(one: Drawn) -> str:
    written = one.text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F{2 if one.bold else 1} {one.size} Tf 1 0 0 1 {one.x} {one.y} Tm ({written}) Tj ET"


def _link(one: Linked) -> str:
    box = " ".join(map(str, one.box))
    return f"<</Type/Annot/Subtype/Link/Rect[{box}]/A<</S/URI/URI({one.address})>>>>"


def _font(name: str) -> bytes:
    return f"<</Type/Font/Subtype/Type1/BaseFont/{name}/Encoding/WinAnsiEncoding>>".encode()


def _info(info: Mapping[str, str]) -> bytes:
    return f"<<{''.join(f'/{key}({value})' for key, value in info.items())}>>".encode()
