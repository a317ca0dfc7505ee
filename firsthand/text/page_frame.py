"""What frames a web page, told by what it is: menus, banners, dialogs, blocks of links. All else is the page's text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from firsthand.text.markup import Element, path

_ROLES = ("navigation", "search", "dialog", "alertdialog", "menu", "menubar", "toolbar", "tablist")
_NEVER_TEXT = path(
    "//nav | //dialog | //*[" + " or ".join(f"@role='{role}'" for role in _ROLES) + "]"
    " | //*[@aria-hidden='true' and (self::svg or self::i)]"
)
_AROUND = path(
    "//*[self::header or self::footer or self::aside or @role='banner' or @role='contentinfo' or @role='complementary']"
    "[not(ancestor::main or ancestor::article or ancestor::*[@role='main'])]"
)
_NAMED = path(
    "//*[self::div or self::section or self::aside or self::ul or self::ol or self::form][@class or @id]"
    "[not(descendant::main or descendant::article)]"
)
_LISTS = path("//*[self::ul or self::ol][not(ancestor::main or ancestor::article or ancestor::*[@role='main'])]")
_MAIN = path("//main | //*[@role='main']")
# Parsers older than HTML 5 leave its elements in the head where a page does not say that its body begins.
_HEADS_WITH_TEXT = path(
    "//head[*[not(self::title or self::meta or self::link or self::base or self::script or self::style"
    " or self::noscript or self::template or self::object)]]"
)
_LENGTH = path("string-length(normalize-space(.))")
_HEADING = path("boolean(.//h1)")
_LINKS = path(".//a[@href]")
_ENDS_A_TEXT = path(
    "boolean(parent::*[not(self::body)]/*[self::p or self::h1 or self::h2 or self::ol or self::dl or self::pre])"
)
# A name is one whole word of a class: «share-links» frames a page, «social-security» and «no-sidebar» do not.
_FRAME_NAME = re.compile(
    r"(?!(?:no|has|with|without|is|hide)[-_])(?:[a-z0-9]+[-_]+){0,4}"
    r"(?:cookies?|consent|gdpr|breadcrumbs?|skip(?:-?link|-?nav|-to-content)?|share|sharing|social|pagination|pager"
    r"|nav|navbar|navigation|menu|newsletter|subscribe|sidebar|toolbar|back-?to-?top)"
    r"(?:[-_]+(?:bar|banner|box|buttons?|block|container|content|dialog|footer|form|header|icons?|inner|items?|links?|list"
    r"|main|media|menu|modal|nav|notice|overlay|popup|top|widget|wrap|wrapper)){0,4}",
    re.IGNORECASE,
)
_SHORT = 400  # characters
_LONGEST_BANNER = 1500
_MOST_LINKS = 0.5  # of the characters
_NOTHING_BUT_LINKS = 0.9
_FEWEST_LINKS = 5
_MOST_NAMED = 20_000
_MOST_NAMES = 40


class _Weight(NamedTuple):
    """How many characters an element has, how many of them inside links, and how many links those are."""

    characters: int
    linked: int
    links: int

    @property
    def share(self) -> float:
        return self.linked / self.characters if self.characters else 1.0


def without_page_frame(tree: Element) -> Element:
    """Take what frames a page out of its tree; what remains is the page's own."""
    for head in _HEADS_WITH_TEXT(tree):
        head.tag = "div"
    for element in _frame(tree):
        if element is not tree and element.getparent() is not None:
            element.drop_tree()
    return tree


def _frame(tree: Element) -> Iterator[Element]:
    yield from _NEVER_TEXT(tree)
    yield from (one for one in _AROUND(tree) if _surrounds(one))
    yield from (one for one in _NAMED(tree)[:_MOST_NAMED] if _is_named_so(one))
    yield from (one for one in _LISTS(tree) if _is_menu(one))
    for main in _MAIN(tree)[:1]:
        yield from (one for one in _beside(main) if _weigh(one).share >= _MOST_LINKS)


def _surrounds(element: Element) -> bool:
    """Whether a header, footer or aside is the page's: mostly links, or short and not part of a text, as notes are."""
    if _HEADING(element):
        return False
    weight = _weigh(element)
    return weight.share >= _MOST_LINKS or (weight.characters < _SHORT and not _ENDS_A_TEXT(element))


def _is_named_so(element: Element) -> bool:
    """Whether an element's own names say that it frames the page, and its size or its links bear them out."""
    names = f"{element.get('class') or ''} {element.get('id') or ''}".split()[:_MOST_NAMES]
    named = [name for name in names if _FRAME_NAME.fullmatch(name)]
    if not named or _HEADING(element):
        return False
    weight = _weigh(element)
    longest = _LONGEST_BANNER if any("ookie" in name or "onsent" in name for name in named) else _SHORT
    return weight.characters < longest or weight.share >= _MOST_LINKS


def _is_menu(element: Element) -> bool:
    weight = _weigh(element)
    return weight.links >= _FEWEST_LINKS and weight.share >= _NOTHING_BUT_LINKS


def _beside(main: Element) -> Iterator[Element]:
    """Yield what stands on the page before and after its main part, at every level."""
    inside = main
    for around in main.iterancestors():
        if around.tag == "html":
            return
        yield from (one for one in around if one is not inside and isinstance(one.tag, str))
        inside = around


def _weigh(element: Element) -> _Weight:
    links = _LINKS(element)
    return _Weight(int(_LENGTH(element)), sum(int(_LENGTH(link)) for link in links), len(links))
