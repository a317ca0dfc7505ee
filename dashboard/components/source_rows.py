"""Sources in a list: what each is, how first-hand it is used, what rests on it, and whether its text is at hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dashboard import addresses, labels
from dashboard.components.paper import Node, element, icon, link, moment, record_link, span, tag
from dashboard.texts import captures as of_captures
from dashboard.texts import sources as texts
from db.rows import LibraryFigures, SourceRow
from db.vocabulary import CaptureOutcome, Tier

# Ink in shades: colour is kept for findings. What nobody has judged is an outline.
SHADES: dict[Tier, tuple[str, str]] = {
    Tier.PRIMARY: ("#1F2328", "#E6E4DF"),
    Tier.SECONDARY: ("#7A828C", "#9AA4AF"),
    Tier.TERTIARY: ("#A9AFB7", "#6B747D"),
    Tier.DERIVED: ("#CDD1D6", "#474F57"),
}


def source_list(sources: Sequence[SourceRow], *, may_capture: bool = False) -> Node:
    """Describe sources as a list; the bars have one scale, so that their lengths compare.

    With ``may_capture`` each source with an address has a place for a button that has it fetched.
    """
    longest = max((source.evidence for source in sources), default=0)
    items = [
        element(
            "li",
            element("div", title(source), _about(source), tried(source)),
            _claims(source),
            element(
                "div",
                tier_strip(source.tiers, longest),
                tier_words(source.tiers),
                element("div", having(source), _button(source, may_capture), style="taking"),
            ),
        )
        for source in sources
    ]
    return element("ol", *items, style="bars library")


def _button(source: SourceRow, may_capture: bool) -> Node | None:  # noqa: FBT001
    if not may_capture or not source.url:
        return None
    said = of_captures.CAPTURE_AGAIN if source.readable else of_captures.CAPTURE_NOW
    return element(
        "span", icon("travel_explore"), span(said), style="capture-one", name=texts.capture_one(said, source.ref)
    )


def title(source: SourceRow) -> Node:
    """Describe a source's title as the link to its page; a description of our own is set in italics."""
    return record_link(source.ref, source.title, style=f"strong plain{' described' * source.title_is_description}")


def _about(source: SourceRow) -> Node:
    parts: list[Node] = [span(source.ref), tag(labels.word(source.kind))]
    if source.publisher:
        parts.append(link(source.publisher, addresses.href(addresses.SOURCES, publisher=source.publisher)))
    parts += [span(known) for known in (source.author, source.published) if known]
    if source.of_one_origin > 1:
        parts.append(origin_hint(source))
    return element("div", *parts, style="tags muted small")


def origin_hint(source: SourceRow) -> Node:
    """Describe that others go back to the same origin."""
    return _state("account_tree", texts.of_one_origin(source.of_one_origin))


def _claims(source: SourceRow) -> Node:
    if not source.claims:
        return span(texts.NO_CLAIMS, "count muted")
    return link(texts.claims(source.claims), addresses.href(addresses.CLAIMS, source=source.ref), "count")


def tier_strip(tiers: Iterable[tuple[Tier, int]], longest: int = 0) -> Node | None:
    """Describe how first-hand something is as a thin bar; ``longest`` is the number of pieces that fills the width."""
    known = tuple(tiers)
    parts = [span("", "filled" if tier in SHADES else "outlined", share=count, **_shade(tier)) for tier, count in known]
    rest = longest - sum(count for _, count in known)
    if rest > 0:
        parts.append(span("", "rest", share=rest))
    return element("div", *parts, style="strip", hidden=True) if known else None


def tier_words(tiers: Iterable[tuple[Tier, int]]) -> Node:
    """Describe the same in words."""
    parts = [span(texts.pieces_as(count, labels.word(tier)), tip=labels.meaning(tier)) for tier, count in tiers]
    return element("div", *(parts or [span(texts.NO_EVIDENCE, "muted")]), style="tags small gap")


def _shade(tier: Tier) -> dict[str, str]:
    light, dark = SHADES.get(tier, ("", ""))
    return {"light": light, "dark": dark}


def capture_state(source: SourceRow) -> Node:
    """Describe in words whether the text is at hand, since when, and what came of the last try."""
    return element("div", having(source), tried(source))


def having(source: SourceRow) -> Node:
    """Describe whether the text is at hand, and since when."""
    have, last = source.readable, source.newest
    if have is not None:
        method = texts.captured(labels.word(have.method))
        state = _state("inventory_2", f"{texts.CAPTURED} ", moment(have.at), method)
    elif last is not None and last.outcome is CaptureOutcome.GONE:
        state = _state("link_off", texts.GONE)
    else:
        state = _state("draft", texts.NOT_CAPTURED)
    return element("div", state, style="tags muted small")


def tried(source: SourceRow) -> Node | None:
    """Describe what came of the last try, where it brought nothing."""
    last = source.newest
    if last is None or last.outcome is CaptureOutcome.COMPLETE or last == source.readable:
        return None
    told = texts.last_try(labels.word(last.outcome), last.reason)
    return element("div", _state("error", f"{texts.TRIED} ", moment(last.at), told), style="tags muted small")


def _state(symbol: str, *words: Node) -> Node:
    return element("span", icon(symbol), element("span", *words), style="pair")


def library(figures: LibraryFigures) -> Node:
    """Describe the library as a whole; every number leads to its sources."""
    counts: tuple[tuple[int, str, dict[str, str]], ...] = (
        (figures.sources, texts.ALL, {}),
        (figures.used, texts.IN_USE, {"use": texts.USED}),
        (figures.captured, texts.WITH_TEXT, {"text": texts.CAPTURED}),
    )
    numbers = [
        element("span", link(f"{count:,}", addresses.href(addresses.SOURCES, **query)), f" {what}", style="pair")
        for count, what, query in counts
    ]
    mix = [
        element(
            "span",
            span(labels.word(tier), tip=labels.meaning(tier)),
            link(f"{count:,}", addresses.href(addresses.SOURCES, tier=labels.word(tier))),
            style="pair",
        )
        for tier, count in figures.tiers
    ]
    return element(
        "div",
        element("div", *numbers, style="tags details"),
        element("div", span(texts.MIX, "muted small"), tier_strip(figures.tiers), style="gap") if mix else None,
        element("div", *mix, style="tags details small gap") if mix else None,
    )


def source_records(sources: Iterable[SourceRow]) -> list[dict[str, object]]:
    """Write sources as records for a file: the same things as the list shows, in words."""
    return [dict(zip(texts.COLUMNS, _record(source), strict=True)) for source in sources]


def _record(source: SourceRow) -> tuple[object, ...]:
    return (
        source.ref,
        source.title,
        labels.word(source.kind),
        source.publisher,
        source.author,
        source.published,
        source.url,
        source.claims,
        source.evidence,
        ", ".join(texts.pieces_as(count, labels.word(tier)) for tier, count in source.tiers),
        _capture_words(source),
        source.of_one_origin,
    )


def _capture_words(source: SourceRow) -> str:
    if source.readable is not None:
        return f"{texts.CAPTURED} {source.readable.at.isoformat(timespec='seconds')}"
    last = source.newest
    return texts.NOT_CAPTURED + (texts.last_try(labels.word(last.outcome), last.reason) if last else "")
