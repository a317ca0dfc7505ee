"""Which of a page's links leads on towards the first hand of a claim, and why: pure, no page is fetched here.

Links are weighed by how near they stand to the claim's words on the page, by who publishes where they lead, by what
their words promise, and by signs that the page is a copy of another one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from db.rows import KnownPublisher
from db.vocabulary import PublisherKind, SourceRelationKind, Tier
from firsthand.same_address import host_of, names_a_page, spellings

if TYPE_CHECKING:
    from firsthand.finding.sought import Sought
    from firsthand.text.spans import Span

Whose = Callable[[str], KnownPublisher | None]
"""Tells the publisher of an address."""

THRESHOLD = 0.35
"""Below this weight a link is not worth a visit."""

_INSIDE, _SAME_PARAGRAPH, _NEXT_PARAGRAPH, _ELSEWHERE = 1.0, 0.8, 0.45, 0.15
_TIERS = {Tier.PRIMARY: 0.6, Tier.SECONDARY: 0.15, Tier.TERTIARY: -0.1}
_DEAD_WEIGHT = {PublisherKind.PLATFORM: -0.1, PublisherKind.FACT_CHECKER: -0.2}
_OWN_SITE, _FRONT_PAGE, _PROMISES, _NAMES_SPEAKER, _CREDIT, _COPY, _QUOTES = -0.4, -0.6, 0.3, 0.15, 0.6, 1.2, 0.7
_TOO_FAR = 3  # paragraphs

_PROMISING = re.compile(
    r"\b(?:transcripts?|full (?:text|speech|statement|report|interview)|remarks|speech|statement|protocol|minutes|"
    r"hansard|press (?:release|conference|briefing)|judge?ments?|rulings?|verdict|reports?|stud(?:y|ies)|papers?|"
    r"record of|datasets?|figures|statistics|original|source|pdf|documents?|"
    r"wortlaut|rede|bericht|mitteilung|discours|communiqué|rapport|"
    r"discurso|comunicado|informe)\b",
    re.IGNORECASE,
)
_CREDITED = re.compile(
    r"\b(?:via|h/t|hat tip|source|courtesy of|according to|citing|quoting|quelle|laut|zuerst|d'après|selon|según|"
    r"(?:reproduced|reprinted|republished|taken|adapted|copied|translated) (?:with permission )?from|"
    r"(?:first|originally) (?:published|appeared|reported)(?: (?:by|in|on|at))?|as reported by)\W*(?:the|an?)?\W*$",
    re.IGNORECASE,
)
_SHARING = re.compile(
    r"(?:^|\.)(?:facebook\.com/(?:sharer|share)|(?:twitter|x)\.com/(?:intent|share)|linkedin\.com/(?:share|sharing)|"
    r"reddit\.com/submit|pinterest\.\w+/pin/create|(?:api\.)?whatsapp\.com/send|wa\.me/|t\.me/share|getpocket\.com/)",
    re.IGNORECASE,
)
_HOUSEKEEPING = re.compile(
    r"/(?:log-?in|sign-?(?:in|up)|register|account|subscri(?:be|ption)s?|newsletters?|privacy|terms|cookies?|imprint|"
    r"impressum|contact|advertis\w*|about(?:-us)?|tags?|topics?|authors?|category|search|share)(?:/|$)",
    re.IGNORECASE,
)
_NO_TEXT = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|mp[34]|m4[av]|mov|avi|webm|zip|exe|css|js)$", re.IGNORECASE)


class Link(NamedTuple):
    """A link of a page with its words, where they stand if that is known, and the source it is tied to."""

    url: str
    words: str = ""
    span: Span | None = None
    source_id: int | None = None


class Copied(NamedTuple):
    """A sign that the page goes back to another address; ``why`` in words."""

    url: str
    kind: SourceRelationKind
    why: str


class Page(NamedTuple):
    """A page that was read: its text, its links, signs of a copy, and where the claim's words stand on it."""

    url: str | None
    title: str
    text: str
    links: Sequence[Link] = ()
    copied: Sequence[Copied] = ()
    at: Span | None = None


class Lead(NamedTuple):
    """An address worth a visit, best first by ``weight``; ``words`` are those of the link, ``why`` the reason."""

    url: str
    words: str
    why: str
    weight: float
    source_id: int | None = None


def leads(page: Page, sought: Sought, whose: Whose, visited: Iterable[str] = ()) -> tuple[Lead, ...]:
    """List the addresses of a page that may lead on, best first; those visited already, in any spelling, left out."""
    seen = {spelt for address in (*visited, *([page.url] if page.url else [])) for spelt in spellings(address)}
    found: dict[str, Lead] = {}
    for lead in (*_copies(page, whose), *_links(page, sought, whose)):
        key = spellings(lead.url)[-1] if lead.url else lead.url
        if lead.weight < THRESHOLD or lead.url in seen or not seen.isdisjoint(spellings(lead.url)):
            continue
        other = found.get(key)
        if other is None or other.weight < lead.weight:
            found[key] = lead._replace(words=lead.words or other.words) if other else lead
        elif not other.words:
            found[key] = other._replace(words=lead.words)
    return tuple(sorted(found.values(), key=lambda lead: -lead.weight))


def weighed(page: Page, sought: Sought, whose: Whose) -> tuple[Lead, ...]:
    """List every link of a page that can be a source, in the order in which it is worth a look; none is left out."""
    return tuple(sorted(_links(page, sought, whose), key=lambda lead: -lead.weight))


def is_source(url: str) -> bool:
    """Whether an address may be a source: not a button for sharing, a picture, or a site's own housekeeping."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        return False
    place = f"{host_of(url)}{parts.path}"
    return not (_SHARING.search(place) or _HOUSEKEEPING.search(parts.path) or _NO_TEXT.search(parts.path))


def _copies(page: Page, whose: Whose) -> Iterable[Lead]:
    for sign in page.copied:
        if is_source(sign.url):
            weight = _COPY if sign.kind.same_origin else _QUOTES
            yield Lead(sign.url, "", sign.why, weight + _standing(whose(sign.url)))


def _links(page: Page, sought: Sought, whose: Whose) -> Iterable[Lead]:
    for link in page.links:
        if link.source_id is None and not is_source(link.url):
            continue
        nearness, where = _nearness(page, link.span)
        publisher = whose(link.url)
        weight, reasons = nearness + _standing(publisher), [where]
        if publisher is not None and publisher.tier is Tier.PRIMARY:
            reasons.append(f"it leads to {publisher.name}, usually first hand")
        promise = _PROMISING.search(f"{link.words} {_spoken(link.url)}")
        if promise:
            weight += _PROMISES
            reasons.append(f"it promises a «{promise.group().lower()}»")
        if link.span is not None and _CREDITED.search(page.text[max(0, link.span.start - 40) : link.span.start]):
            weight += _CREDIT
            reasons.append("the page credits it")
        if _names(sought.speaker, link.words):
            weight += _NAMES_SPEAKER
            reasons.append("it names the speaker")
        if page.url and host_of(page.url) == host_of(link.url):
            weight += _OWN_SITE
        if not names_a_page(link.url):
            weight += _FRONT_PAGE
        yield Lead(link.url, link.words, ", ".join(reasons), round(weight, 3), link.source_id)


def _nearness(page: Page, link: Span | None) -> tuple[float, str]:
    """Weigh how near a link stands to the claim's words; 0 where either place is unknown."""
    if link is None or page.at is None:
        return 0.0, "the page links to it"
    if link.overlaps(page.at):
        return _INSIDE, "it stands on the claim's own words"
    first, second = sorted((link, page.at))
    between = page.text[first.end : second.start]
    paragraphs = len([line for line in between.split("\n")[1:-1] if line.strip()]) + 1 if "\n" in between else 0
    if paragraphs == 0:
        return _SAME_PARAGRAPH - min(0.2, len(between) / 2000), "it stands in the paragraph of the claim's words"
    if paragraphs == 1:
        return _NEXT_PARAGRAPH, "it stands beside the paragraph of the claim's words"
    return (_ELSEWHERE if paragraphs > _TOO_FAR else 2 * _ELSEWHERE), "it stands elsewhere on the page"


def _standing(publisher: KnownPublisher | None) -> float:
    if publisher is None:
        return 0.0
    extra = _DEAD_WEIGHT.get(publisher.kind, 0.0) if publisher.kind else 0.0
    return _TIERS.get(publisher.tier, 0.0) + extra


def _spoken(url: str) -> str:
    """Write the words of an address's path."""
    try:
        return re.sub(r"[^\w]+", " ", urlsplit(url).path)
    except ValueError:
        return ""


def _names(speaker: str | None, words: str) -> bool:
    last = (speaker or "").split()[-1:] or [""]
    return len(last[0]) > 2 and last[0].casefold() in words.casefold()  # noqa: PLR2004 - initials name nobody
