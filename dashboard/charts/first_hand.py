"""How first hand the evidence is: bars of one length, divided by the best tier, in one colour from full to none."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction

import altair as alt
import pandas as pd

from dashboard import addresses, labels
from dashboard.charts import bars, style
from dashboard.charts.bars import Bar, Part
from dashboard.charts.by_status import NAME, TITLE
from dashboard.charts.picture import Cell, Key, Picture, claims_at
from dashboard.escaping import shortened
from dashboard.texts import charts as texts
from db.rows import TierMix
from db.vocabulary import Tier

_LISTED = 4
NONE = "none"
# From the first hand, which is full, to nothing yet, which is an outline: (on paper, on slate). None of a finding's.
RAMP: dict[str, tuple[str, str]] = {
    Tier.PRIMARY.value: ("#0A4A50", "#8ED8DD"),
    Tier.SECONDARY.value: ("#2A757C", "#55A5AB"),
    Tier.TERTIARY.value: ("#8FBEC2", "#2F6B73"),
    Tier.DERIVED.value: ("#BDD9DB", "#26525A"),
    Tier.UNKNOWN.value: ("#E0EAEA", "#1F3439"),
}
_STRONG = frozenset({Tier.PRIMARY.value, Tier.SECONDARY.value})
"""Colours that stand out from the page, so that they need no edge, and what is written in them has the page's."""


def by_article(frame: pd.DataFrame, *, dark: bool) -> alt.LayerChart:
    """Draw how first hand the claims of articles are backed."""
    return bars.chart(frame, colours(dark=dark), dark=dark, name=texts.ARTICLE, kind=texts.TIER)


def by_speaker(frame: pd.DataFrame, *, dark: bool) -> alt.LayerChart:
    """Draw how first hand what speakers said is backed."""
    return bars.chart(frame, colours(dark=dark), dark=dark, name=texts.SPEAKER, kind=texts.TIER)


def picture(mixes: Sequence[TierMix], only: Mapping[str, str], *, speakers: bool) -> Picture:
    """Picture articles or speakers, the least first hand first."""
    ordered = sorted((mix for mix in mixes if mix.claims), key=_nearness)
    of = "speaker" if speakers else "article"
    drawn = [
        Bar(
            shortened(mix.name, NAME),
            texts.first_hand_of(_primary(mix), mix.claims),
            claims_at(only, **{of: mix.ref}, checkable="yes"),
            _parts(mix, {**only, of: mix.ref, "checkable": "yes"}),
        )
        for mix in ordered
    ]
    whole, primary = sum(mix.claims for mix in ordered), sum(_primary(mix) for mix in ordered)
    furthest = shortened(ordered[0].name, TITLE) if len(ordered) > 1 else ""
    title = texts.first_hand_title(primary, whole, furthest, speakers=speakers) if ordered else ""
    listed = ", ".join(
        texts.first_hand_in(shortened(mix.name, TITLE), _primary(mix), mix.claims) for mix in ordered[:_LISTED]
    )
    return Picture(
        by_speaker if speakers else by_article,
        bars.frame(drawn, of_one_length=True),
        title,
        texts.first_hand_about(speakers=speakers, count=len(ordered)),
        texts.first_hand_alt(title, listed),
        (texts.SPEAKER if speakers else texts.ARTICLE, texts.TIER, texts.CLAIMS),
        tuple(
            (
                Cell(mix.name, addresses.of_record(mix.ref) or "") if not place else Cell(""),
                Cell(part.word),
                Cell(f"{part.claims:,}", part.href, number=True),
            )
            for mix, bar in zip(ordered, drawn, strict=True)
            for place, part in enumerate(bar.parts)
        ),
        _key({part.kind for bar in drawn for part in bar.parts}),
    )


def _key(there: Collection[str]) -> tuple[Key, ...]:
    tiers = [Key(labels.word(tier), labels.meaning(tier), *RAMP[tier.value]) for tier in Tier if tier.value in there]
    nothing = [Key(texts.NOTHING_YET, texts.NOTHING_YET_MEANING)] if NONE in there else []
    return (*tiers, *nothing)


def _nearness(mix: TierMix) -> tuple[Fraction, int]:
    """Tell what bars are sorted by: the share that is first hand; of equals the larger stands above."""
    return Fraction(_primary(mix), mix.claims), -mix.claims


def _primary(mix: TierMix) -> int:
    return dict(mix.tiers).get(Tier.PRIMARY, 0)


def _parts(mix: TierMix, where: Mapping[str, str]) -> tuple[Part, ...]:
    found = dict(mix.tiers)
    known = [
        Part(tier.value, labels.word(tier), "", found[tier], claims_at(where, tier=labels.word(tier)))
        for tier in Tier
        if found.get(tier)
    ]
    nothing = found.get(None, 0)
    if nothing:
        # The queue cannot ask for claims without a tier, so this part leads to the article or the speaker.
        known.append(Part(NONE, texts.NOTHING_YET, "", nothing, addresses.of_record(mix.ref) or ""))
    return tuple(known)


def colours(*, dark: bool) -> dict[str, bars.Colours]:
    """List the colours of every tier, and the outline of what has none."""
    ground, edge, ink = style.ground(dark=dark), style.muted(dark=dark), style.ink(dark=dark)
    return {
        **{
            code: bars.Colours(pair[dark], ground, ground) if code in _STRONG else bars.Colours(pair[dark], edge, ink)
            for code, pair in RAMP.items()
        },
        NONE: bars.Colours(ground, edge, ink),
    }
