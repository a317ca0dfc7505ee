"""What charts say: a title that tells what the numbers show, how to read the picture, the words beside the marks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from fractions import Fraction

THE_NUMBERS = "The numbers"
CLAIMS = "claims"
STATUS = "status"
ARTICLE = "article"
SPEAKER = "speaker"
TIER = "tier"
WEEK = "week of"
WAITING = "waiting"
SAID = "said"
DATED = "source dated"
PAIRS = "pairs"

CAME_IN = "came in"
CAME_BACK = "came back"
SIGNED_OFF = "signed off"
TO_DO_ABOVE = "↑ came in or came back"
DONE_BELOW = "↓ signed off"

KEPT = "kept"
TURNED_AWAY = "turned away"
WAITING_YET = "waiting"
PRECISION = "precision"
FATE = "became of it"

NOTHING_YET = "nothing yet"
NOTHING_YET_MEANING = "No evidence that decides the claim has been put forward."
SOURCE_YOUNGER = "source younger than the claim"
SAME_MONTH = (
    "The outlined squares are sources from the month of the claim; those above are younger than it, those below older."
)
SAID_IN = "claim said in"

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_FEW = 12  # up to here the numbers themselves say most
_CLOSE = 0.02
_IN_WORDS = (
    (Fraction(1, 10), "one in ten", False),
    (Fraction(1, 5), "one in five", False),
    (Fraction(1, 4), "one in four", False),
    (Fraction(1, 3), "one in three", False),
    (Fraction(2, 5), "two in five", True),
    (Fraction(1, 2), "half of the", True),
    (Fraction(3, 5), "three in five", True),
    (Fraction(2, 3), "two in three", True),
    (Fraction(3, 4), "three in four", True),
    (Fraction(4, 5), "four in five", True),
    (Fraction(9, 10), "nine in ten", True),
)


def share_of_claims(part: int, whole: int, predicate: str, kind: str = "") -> str:
    """Say how many of some claims are so: by the numbers where they are few, as a simple fraction where one is near.

    ``kind`` is what claims they are.
    """
    claim, claims = (f"{kind} claim", f"{kind} claims") if kind else ("claim", "claims")
    if part == 0:
        return f"None of the {whole:,} {claims} is {predicate}" if whole > 1 else f"The only {claim} is not {predicate}"
    if part == whole:
        return f"All {whole:,} {claims} are {predicate}" if whole > 1 else f"The only {claim} is {predicate}"
    if whole <= _FEW:
        return f"{part} of {whole} {claims} {'is' if part == 1 else 'are'} {predicate}"
    fraction, words, plural = min(_IN_WORDS, key=lambda known: abs(known[0] - Fraction(part, whole)))
    if abs(fraction - Fraction(part, whole)) > _CLOSE:
        return f"{percent(part, whole)} of the {claims} are {predicate}"
    said = words if fraction == Fraction(part, whole) else f"about {words}"
    return f"{said[:1].upper()}{said[1:]} {claims} {'are' if plural else 'is'} {predicate}"


def percent(part: int, whole: int) -> str:
    """Write a share in percent; what is neither nothing nor all is never rounded to it."""
    if not whole:
        return "0 %"
    rounded = round(100 * part / whole)
    if rounded == 0 and part:
        return "under 1 %"
    return "over 99 %" if rounded == 100 and part < whole else f"{rounded} %"  # noqa: PLR2004 - percent


def claims(count: int) -> str:
    """Count claims."""
    return "1 claim" if count == 1 else f"{count:,} claims"


def day(date: dt.date) -> str:
    """Write a day."""
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"


def month(iso: str) -> str:
    """Write a month that is given as ``2024-08``."""
    return f"{_MONTHS[int(iso[5:7]) - 1]} {iso[:4]}"


def one_of_bar(name: str, word: str, count: int) -> str:
    """Say what one part of a bar stands for, to a screen reader and on hovering."""
    return f"{name}: {claims(count)}, {word}"


def settled_of(settled: int, whole: int) -> str:
    """Say at the end of a bar how far it is."""
    return f"{settled:,} of {whole:,} settled"


def by_article_title(name: str, undone: int, whole: int, every: int) -> str:
    """Say which article has most left to do, ``undone`` of its ``whole`` claims, and how many are left in all."""
    if not undone:
        return "Nothing is left to do: every claim is settled or set aside"
    if every == undone:
        return f"What is left to do is in «{name}»: {undone:,} of its {claims(whole)}"
    return f"Most is left to do in «{name}»: {undone:,} of its {claims(whole)}, {every:,} in all"


def by_article_about(count: int) -> str:
    """Say how the bars of the articles are to be read."""
    if count == 1:
        return "The article by the verification status of its claims."
    return f"The {count} newest articles by the verification status of their claims, those with most left to do first."


def by_article_alt(title: str, bars: str) -> str:
    """Say what the bars of the articles show to somebody who does not see them."""
    return f"{title}. Stacked bars of claims by verification status, one for each article: {bars}."


def left_in(name: str, undone: int, whole: int) -> str:
    """Sum an article up in a list."""
    return f"«{name}» {undone:,} of {whole:,} left to do"


def flow_title(came_in: int, came_back: int, signed_off: int) -> str:
    """Say whether the desk keeps up."""
    parts = (_counted(came_in, "came in"), _counted(came_back, "came back"))
    came = " and ".join(part for part in parts if part) or "nothing came in"
    signed = (
        f"{signed_off:,} {'was' if signed_off == 1 else 'were'} signed off" if signed_off else "none was signed off"
    )
    more = came_in + came_back - signed_off
    if more > 0:
        return f"Work has piled up by {claims(more)}: {came}, {signed}"
    if more < 0:
        return f"The desk has caught up by {claims(-more)}: {signed}, {came}"
    return f"The desk keeps up: {came}, {signed}"


def _counted(count: int, deed: str) -> str:
    return f"{count:,} {deed}" if count else ""


def flow_about(first: dt.date, last: dt.date) -> str:
    """Say which weeks are shown."""
    return f"Claims a week, from the week of {day(first)} to the week of {day(last)}; each bar is one week."


def flow_alt(title: str, busiest: dt.date, count: int) -> str:
    """Say what the flow shows to somebody who does not see it."""
    return f"{title}. The busiest week is that of {day(busiest)}, when {claims(count)} came in or came back."


def one_week(word: str, monday: dt.date, count: int) -> str:
    """Say what one bar of the flow stands for."""
    return f"Week of {day(monday)}: {claims(count)} {word}"


def first_hand_title(primary: int, whole: int, name: str, *, speakers: bool) -> str:
    """Say how near to the first hand the evidence is; ``name`` is the bar that stands furthest from it."""
    share = share_of_claims(primary, whole, "backed first hand", "attributed" if speakers else "checkable")
    return f"{share}; «{name}» stands furthest from it" if name else share


def first_hand_of(primary: int, whole: int) -> str:
    """Say at the end of a bar how much of it is first hand."""
    return f"{primary:,} of {whole:,} first hand"


def first_hand_about(*, speakers: bool, count: int) -> str:
    """Say how the bars of the evidence are to be read."""
    of = f"the {count} most quoted speakers" if speakers else f"the {count} newest articles"
    if count == 1:
        of = "one speaker" if speakers else "one article"
    return f"Checkable claims of {of} by their best evidence, the least first hand on top. All bars have one length."


def first_hand_alt(title: str, bars: str) -> str:
    """Say what the bars of the evidence show to somebody who does not see them."""
    return f"{title}. Bars of one length, divided by how first hand the best evidence is: {bars}."


def first_hand_in(name: str, primary: int, whole: int) -> str:
    """Sum a bar of the evidence up in a list."""
    return f"«{name}» {first_hand_of(primary, whole)}"


def drafts_title(kept: int, judged: int, waiting: int) -> str:
    """Say how many of the machine's drafts the desk keeps."""
    wait = f"; {waiting:,} {'waits' if waiting == 1 else 'wait'} to be judged" if waiting else ""
    if not judged:
        return f"No draft has been judged yet{wait}"
    if judged <= _FEW or kept in {0, judged}:
        return f"The desk has kept {kept:,} of {judged:,} judged drafts{wait}"
    return f"The desk keeps {percent(kept, judged)} of the drafts it judges{wait}"


def drafts_about(first: dt.date, last: dt.date, drafters: Sequence[str]) -> str:
    """Say how the weeks of drafts are to be read."""
    by = f" They were drafted by {', '.join(drafters)}." if drafters else ""
    return (
        f"Drafts a week by what became of them, from the week of {day(first)} to the week of {day(last)};"
        f" the share above a bar is what was kept of those judged.{by}"
    )


def drafts_alt(title: str, last: dt.date, kept: int, judged: int) -> str:
    """Say what the weeks of drafts show to somebody who does not see them."""
    return f"{title}. Of the drafts of the week of {day(last)} {kept:,} of {judged:,} judged ones were kept."


def drafts_of_week(word: str, monday: dt.date, count: int) -> str:
    """Say what one part of a week's bar stands for."""
    return f"Week of {day(monday)}: {'1 draft' if count == 1 else f'{count:,} drafts'} {word}"


def age(newest: int, oldest: int | None) -> str:
    """Name claims that wait since ``newest`` to ``oldest`` weeks ago, where this week is 0; None for no end."""
    if oldest is None:
        return "more than a week" if newest == 2 else f"more than {newest - 1} weeks"  # noqa: PLR2004 - two weeks
    if newest == oldest:
        return {0: "since this week", 1: "since last week"}.get(newest, f"since {newest} weeks ago")
    return f"since {newest} to {oldest} weeks ago"


def ageing_title(old: int, whole: int, group: str) -> str:
    """Say how long work has been waiting; ``group`` is the oldest group in words."""
    return share_of_claims(old, whole, f"waiting {group}", "unfinished")


AGEING_ABOUT = "Claims with work left to do, by how long they have been in their status; the longest on top."


def ageing_alt(title: str, bars: str) -> str:
    """Say what the ages show to somebody who does not see them."""
    return f"{title}. Bars of unfinished claims by how long they have waited: {bars}."


def waiting_for(group: str, count: int) -> str:
    """Sum a group of ages up in a list."""
    return f"{group}: {count:,}"


def calendar_title(younger: int, same: int, older: int) -> str:
    """Say how the sources' dates stand to the claims'."""
    whole = younger + same + older
    if not younger:
        return f"No source is younger than the claim it backs; {percent(same, whole)} are from the same month"
    shares = [percent(count, whole) for count in (younger, same, older)]
    return (
        f"{shares[0]} of the sources are younger than the claim, {shares[1]} are from its month, {shares[2]} are older"
    )


def calendar_about(pairs: int) -> str:
    """Say how the calendar is to be read."""
    pair = "One pair" if pairs == 1 else f"{pairs:,} pairs"
    return f"{pair} of a claim and a source whose dates are known, by month. {SAME_MONTH}"


def calendar_alt(title: str, said: str, dated: str, pairs: int) -> str:
    """Say what the calendar shows to somebody who does not see it."""
    return f"{title}. Most pairs, {pairs:,}, are of claims said in {said} and sources dated {dated}."


def before(iso: str) -> str:
    """Name all months before one."""
    return f"before {month(iso)}"


def after(iso: str) -> str:
    """Name all months after one."""
    return f"after {month(iso)}"


def one_square(said: str, dated: str, pairs: int) -> str:
    """Say what one square of the calendar stands for."""
    pair = "1 pair" if pairs == 1 else f"{pairs:,} pairs"
    return f"Said {said}, source dated {dated}: {pair}"
