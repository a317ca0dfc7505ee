"""A piece of HTML written out whole, paragraph by paragraph: for content that comes without a page around it."""

from __future__ import annotations

from firsthand.errors import UnreadableText
from firsthand.text.addresses import web_address
from firsthand.text.markup import Element, parse_piece, tamed, walk
from firsthand.text.wordlists import words
from firsthand.text.writing import Writer

_BLOCKS = words(
    """address article aside blockquote body dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5
    h6 header hr li main nav ol p pre section summary table tbody tfoot thead tr ul"""
)
_SILENT = words(
    """audio button canvas embed head iframe input math noscript object script select style svg template textarea
    title video"""
)
_NO_TEXT = "There is no text in this piece of HTML; open the page itself, copy the article and paste it."


def write_html(source: str, base: str | None = None) -> Writer:
    """Write the text of a piece of HTML with its links; raises ``UnreadableText`` where there is none."""
    tree = parse_piece(tamed(source)[0])
    writer = Writer() if tree is None else write_tree(tree, base)
    if not writer.length:
        raise UnreadableText(_NO_TEXT)
    return writer


def write_tree(tree: Element, base: str | None = None) -> Writer:
    """Write the text of a parsed page or of a part of one."""
    writer = Writer()
    walker = walk(tree)
    for event, element in walker:
        if event == "start":
            if element.tag in _SILENT:
                walker.skip_subtree()
                continue
            _begin(writer, element, base)
            writer.write(element.text or "")
        else:
            if element.tag in _BLOCKS:
                writer.paragraph()
            elif element.tag == "a":
                writer.close_link()
            if element is not tree:
                writer.write(element.tail or "")
    writer.close_link()
    return writer


def _begin(writer: Writer, element: Element, base: str | None) -> None:
    if element.tag in _BLOCKS:
        writer.paragraph()
    elif element.tag == "br":
        writer.line()
    elif element.tag in {"td", "th"}:
        writer.cell()
    elif element.tag == "a":
        writer.open_link(web_address(element.get("href"), base))
