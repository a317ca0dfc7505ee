"""The way to the first hand as a picture: boxes from the article to the end, arrows that say the relation."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard import addresses, labels
from dashboard.components.dossier import unfolding
from dashboard.components.paper import Node, element, icon, link, record_link, span, tag
from dashboard.components.path_layout import End, Step, Way
from dashboard.texts import claim as texts
from db.rows import ClaimRow, document_ref
from db.vocabulary import DocumentType, SourceRelationKind, Stance, Tier

_ICONS = {
    End.ARTICLE: "article",
    End.SOURCE: "description",
    End.NOTHING: "link_off",
    End.GAP: "link_off",
    End.SPEAKER: "record_voice_over",
}

_STYLES = {
    End.ARTICLE: "begin",
    End.SOURCE: "between",
    End.NOTHING: "broken",
    End.GAP: "broken",
    End.SPEAKER: "speaker",
}


def picture(claim: ClaimRow, ways: Sequence[Way]) -> Node:
    """Describe the nearest way; the others unfold below it."""
    first, *others = ways
    more = None
    if others:
        more = unfolding(f"{claim.ref}-ways", texts.other_ways(len(others)), *(_way(claim, way) for way in others))
    return element("div", _way(claim, first), more, style="path")


def in_words(way: Way) -> str:
    """Tell a way in words: the picture's alternative text."""
    told = []
    for step in way.steps:
        about = ", ".join(part for part in (step.publisher, step.date, _tier_words(step)) if part)
        told.append(texts.said_of_step(_arrow(step), _what(step), step.title, about))
    return texts.said_of_way(told)


def _way(claim: ClaimRow, way: Way) -> Node:
    return element("ol", *(_box(claim, step) for step in way.steps), style="way", name=in_words(way))


def _box(claim: ClaimRow, step: Step) -> Node:
    style = (
        f"step {_STYLES[step.end]}{'' if step.captured else ' uncaptured'}{' firsthand' if _first_hand(step) else ''}"
    )
    arrow = None if step.end is End.ARTICLE else element("span", span(_arrow(step), "by"), style="arrow")
    about = " · ".join(part for part in (step.publisher, step.date) if part)
    inner = element(
        "div",
        element("div", icon(_icon(step)), span(_what(step)), style="kind"),
        _title(claim, step),
        span(about, "muted about-step") if about else None,
        element("div", *_tags(step), style="tags") if step.end is End.SOURCE else None,
        style="box",
        tip=_meaning(step),
    )
    return element("li", arrow, inner, style=style)


def _title(claim: ClaimRow, step: Step) -> Node | None:
    if step.end is End.SOURCE and step.source_id is not None:
        ref = document_ref(DocumentType.SOURCE, step.source_id)
        return record_link(ref, step.title, style="name")
    if step.end is End.ARTICLE:
        ref = document_ref(DocumentType.ARTICLE, claim.article_id)
        return link(step.title, addresses.href(addresses.ARTICLE, article=ref, mark=claim.ref), "name")
    return span(step.title, "name") if step.title else None


def _tags(step: Step) -> list[Node]:
    if step.tier is None:
        shown = [tag(texts.NOT_PUT_FORWARD, texts.NOT_PUT_FORWARD_MEANING)]
    else:
        shown = [tag(labels.word(step.tier), labels.meaning(step.tier))]
    if not step.captured:
        shown.append(tag(texts.NOT_CAPTURED, texts.NOT_CAPTURED_MEANING))
    return shown


def _first_hand(step: Step) -> bool:
    return step.tier is Tier.PRIMARY


def _icon(step: Step) -> str:
    return "verified" if _first_hand(step) else _ICONS[step.end]


def _what(step: Step) -> str:
    match step.end:
        case End.ARTICLE:
            return texts.STEP_ARTICLE
        case End.SPEAKER:
            return texts.STEP_SPEAKER
        case End.NOTHING:
            return texts.NO_EVIDENCE
        case End.GAP:
            return texts.NO_FIRST_HAND
    return labels.word(step.kind) if step.kind else ""


def _meaning(step: Step) -> str:
    if step.end is End.NOTHING:
        return texts.NO_EVIDENCE_MEANING
    return texts.NO_FIRST_HAND_MEANING if step.end is End.GAP else ""


def _arrow(step: Step) -> str:
    if step.end is End.SPEAKER:
        return texts.IN_OWN_WORDS
    if isinstance(step.by, SourceRelationKind):
        return texts.by_relation(labels.word(step.by))
    return texts.BY_STANCE[step.by.value] if isinstance(step.by, Stance) else ""


def _tier_words(step: Step) -> str:
    if step.end is not End.SOURCE:
        return ""
    tier = labels.word(step.tier) if step.tier else texts.NOT_PUT_FORWARD
    return tier if step.captured else f"{tier}, {texts.NOT_CAPTURED}"
