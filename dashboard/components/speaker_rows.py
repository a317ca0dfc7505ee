"""Speakers in a list, and the head of one: who they are, in which role when, and how what they said fared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dashboard import addresses, labels
from dashboard.components import speaker_sums
from dashboard.components.paper import Node, chip, element, link, record_link, span, tag
from dashboard.escaping import shortened
from dashboard.labels import Label
from dashboard.texts import speakers as texts
from db.rows import SpeakerFate, SpeakerRow

_NAME, _ROLE = 160, 120


def claims_of(speaker: SpeakerRow, **query: str) -> str:
    """Write the address of claims of a speaker."""
    return addresses.href(addresses.CLAIMS, speaker=speaker.ref, **query)


def speaker_list(speakers: Iterable[SpeakerRow], fates: Mapping[int, tuple[SpeakerFate, ...]]) -> Node:
    """Describe speakers, one below the other, with bars of one scale."""
    rows = tuple(speakers)
    longest = max((speaker.claims for speaker in rows), default=0)
    return element("ol", *(_row(speaker, fates[speaker.id], longest) for speaker in rows), style="people")


def _row(speaker: SpeakerRow, fates: tuple[SpeakerFate, ...], longest: int) -> Node:
    statuses, attributions = speaker_sums.by_status(fates), speaker_sums.by_attribution(fates)
    counted = link(texts.said_claims(speaker.claims), claims_of(speaker)) if speaker.claims else texts.NO_CLAIMS
    standing = [
        _pair(labels.status(status), count, claims_of(speaker, status=labels.word(status)))
        for status, count in statuses
    ]
    said = [
        _pair(labels.attribution(found), count, claims_of(speaker, finding=labels.word(found)))
        for found, count in attributions
    ]
    return element(
        "li",
        element(
            "div",
            record_link(speaker.ref, shortened(speaker.name, _NAME), style="strong plain"),
            element("div", *_about(speaker), style="under"),
        ),
        element("div", counted, style="count"),
        element(
            "div",
            strip([(labels.status(status), count) for status, count in statuses], longest) if statuses else None,
            element("div", *standing, style="tags gap") if standing else None,
            element("div", span(texts.ATTRIBUTION, "lead"), *said, style="tags gap") if said else None,
            style="fate",
        ),
    )


def _about(speaker: SpeakerRow) -> list[Node]:
    role = speaker.roles[0] if speaker.roles else None
    held = [shortened(role[0], _ROLE), texts.dates(role[1], role[2])] if role else [labels.word(speaker.kind)]
    return [span(", ".join(part for part in held if part), "plain")]


def _pair(label: Label, count: int, href: str) -> Node:
    return element("span", chip(label), link(f"{count:,}", href), style="pair")


def strip(parts: Iterable[tuple[Label, int]], longest: int) -> Node:
    """Describe counts as a thin bar; ``longest`` fills the whole width. The words stand beside it."""
    shown = list(parts)
    spans = [
        span("", "outlined" if label.outlined else "filled", share=count, light=label.light, dark=label.dark)
        for label, count in shown
    ]
    rest = longest - sum(count for _, count in shown)
    return element("div", *spans, span("", "rest", share=rest) if rest > 0 else None, style="strip", hidden=True)


def head(speaker: SpeakerRow) -> Node:
    """Describe who a speaker is: name, kind, roles with their dates, note."""
    return element(
        "div",
        element("div", span(f"{speaker.ref}  ", "muted"), tag(labels.word(speaker.kind), labels.meaning(speaker.kind))),
        element("h1", speaker.name, style="title plain"),
        element("ul", *(_role(*role) for role in speaker.roles), style="roles gap")
        if speaker.roles
        else element("p", texts.NO_ROLE, style="muted"),
        element("p", speaker.note, style="plain measure gap") if speaker.note else None,
    )


def _role(role: str, since: str | None, until: str | None) -> Node:
    held = texts.dates(since, until)
    return element("li", span(role, "plain"), span(held, "muted") if held else None)


def acts(speaker: SpeakerRow, *, may: bool, doing: str) -> Node:
    """Describe what can be done with a speaker's record; ``doing`` names the form that is open."""
    here = {"speaker": speaker.ref}
    forms = ((texts.EDIT, "edit"), (texts.ADD_ROLE, "role")) if may else ()
    links = [
        link(texts.CLOSE, addresses.href(addresses.SPEAKER, **here))
        if doing == form
        else link(words, addresses.href(addresses.SPEAKER, **here, do=form))
        for words, form in forms
    ]
    history = link(texts.HISTORY, addresses.href(addresses.HISTORY, of=speaker.ref))
    return element("div", *links, history, style="acts")
