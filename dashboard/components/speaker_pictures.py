"""Two pictures of a speaker's claims, apart: did they say it, is it so; each number leads to claims."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard import labels
from dashboard.components import speaker_sums
from dashboard.components.paper import Node, chip, element, explained, link, span
from dashboard.components.speaker_rows import claims_of, strip
from dashboard.labels import Label
from dashboard.texts import speakers as texts
from db.rows import SpeakerFate, SpeakerRow
from db.vocabulary import AttributionFinding

_NAMED = 3  # findings in a title


def pictures(speaker: SpeakerRow, fates: Sequence[SpeakerFate]) -> Node:
    """Describe both, side by side where there is room."""
    return element("div", _attribution(speaker, fates), _substance(speaker, fates), style="pictures")


def _attribution(speaker: SpeakerRow, fates: Sequence[SpeakerFate]) -> Node:
    found = speaker_sums.by_attribution(fates)
    judged = speaker_sums.whole(found)
    rows = [(labels.attribution(word), count, claims_of(speaker, finding=labels.word(word))) for word, count in found]
    takeaway = texts.said_so(judged, dict(found).get(AttributionFinding.CONFIRMED, 0))
    return _picture(texts.ATTRIBUTION, takeaway, texts.attribution_intro(speaker.claims - judged), rows)


def _substance(speaker: SpeakerRow, fates: Sequence[SpeakerFate]) -> Node:
    found = speaker_sums.by_status(fates)
    signed = [(labels.word(status), count) for status, count in found if status.finding is not None]
    most = sorted(signed, key=lambda pair: pair[1], reverse=True)[:_NAMED]
    takeaway = texts.fared(speaker_sums.signed(found), speaker.claims, most)
    rows = [(labels.status(status), count, claims_of(speaker, status=labels.word(status))) for status, count in found]
    return _picture(texts.SUBSTANCE, takeaway, texts.SUBSTANCE_INTRO, rows)


def _picture(title: str, takeaway: str, intro: str, rows: Sequence[tuple[Label, int, str]]) -> Node:
    whole = sum(count for _, count, _ in rows)
    longest = max((count for _, count, _ in rows), default=0)
    steps = [
        element(
            "li",
            element("span", chip(label)),
            strip([(label, count)], longest),
            link(f"{count:,}", href, "number"),
            span(texts.share(count, whole), "share"),
        )
        for label, count, href in rows
    ]
    return element(
        "div",
        element("h2", explained(title)),
        element("p", takeaway, style="takeaway plain"),
        element("p", intro, style="muted small"),
        element("ul", *steps, style="ladder") if steps else None,
    )
