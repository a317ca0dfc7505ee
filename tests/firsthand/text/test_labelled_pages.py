"""Regions measured on pages of many layouts, each line labelled by hand; the floors are what must not be lost again."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

from firsthand.text.regions import RegionKind, regions

LABELS = {
    "H": RegionKind.HEADING,
    "P": RegionKind.PROSE,
    "C": RegionKind.CAPTION,
    "L": RegionKind.LINK,
    "F": RegionKind.FURNITURE,
    "K": RegionKind.COMMENT,
}
# Precision and recall of each kind over all pages.
FLOORS = {
    RegionKind.HEADING: (0.90, 0.95),
    RegionKind.PROSE: (0.97, 0.97),
    RegionKind.CAPTION: (0.95, 0.90),
    RegionKind.LINK: (0.95, 0.95),
    RegionKind.FURNITURE: (0.95, 0.90),
    RegionKind.COMMENT: (0.95, 0.95),
}


class Page(NamedTuple):
    name: str
    text: str
    kinds: list[RegionKind]


def pages() -> list[Page]:
    found = []
    written = Path(__file__).with_name("labelled_pages.txt").read_text(encoding="utf-8")
    for part in written.split("=== ")[1:]:
        name, *lines = part.strip().split("\n")
        labels = [LABELS[line[0]] for line in lines]
        found.append(Page(name, "\n".join(line[2:] for line in lines), labels))
    return found


def wrong(page: Page) -> list[str]:
    return [
        f"{page.name}: {region.span.of(page.text)[:70]} is {wanted}, told as {region.kind}"
        for region, wanted in zip(regions(page.text), page.kinds, strict=True)
        if region.kind is not wanted
    ]


def test_there_are_fifteen_layouts_and_more_with_every_kind() -> None:
    assert len(pages()) >= 15
    assert {kind for page in pages() for kind in page.kinds} == set(RegionKind)


@pytest.mark.parametrize("kind", list(RegionKind))
def test_each_kind_is_found_and_told_from_the_others(kind: RegionKind) -> None:
    told, right, wanted = Counter[str](), 0, 0
    for page in pages():
        for region, label in zip(regions(page.text), page.kinds, strict=True):
            told[region.kind] += 1
            wanted += label is kind
            right += label is kind and region.kind is kind
    precision, recall = right / max(told[kind], 1), right / wanted
    shown = "\n".join(line for page in pages() for line in wrong(page))
    assert precision >= FLOORS[kind][0], f"{kind}: precision {precision:.2f}\n{shown}"
    assert recall >= FLOORS[kind][1], f"{kind}: recall {recall:.2f}\n{shown}"


def test_what_holds_claims_is_kept_on_every_page() -> None:
    """Prose that is told as something else is lost to the checker; no page may lose more than one paragraph."""
    for page in pages():
        lost = [line for line in wrong(page) if " is prose," in line]
        assert len(lost) <= 1, lost
