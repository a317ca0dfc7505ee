"""The first steps on a desk: what to do next, each a button that leads there, ticked once it is done."""

from __future__ import annotations

from typing import NamedTuple

from dashboard import addresses, labels
from dashboard.components.paper import Node, element, icon, span
from dashboard.texts import board as texts
from db.rows import Totals
from db.vocabulary import VerificationStatus


class Step(NamedTuple):
    """One step: whether it is done, why it is to be taken, and the button that leads there."""

    done: bool
    about: str
    button: str
    icon: str
    href: str


def steps(totals: Totals, people: int, *, signed: bool) -> tuple[Step, ...]:
    """List the three steps of a desk with so many people on it, of which some may be done."""
    signing = (
        Step(signed, texts.SIGN_OFF_ABOUT, texts.SIGN_OFF, "verified", _open_claims())
        if people > 1 or signed
        else Step(False, texts.COLLEAGUE_ABOUT, texts.COLLEAGUE, "person_add", addresses.href(addresses.SETTINGS))
    )
    articles, sources = (addresses.href(page) for page in (addresses.ARTICLES, addresses.SOURCES))
    has_article, has_source = totals.articles > 0, totals.sources > 0
    about_article = texts.TAKE_IN_DONE if has_article else texts.TAKE_IN_ABOUT
    about_source = texts.ADD_SOURCE_DONE if has_source else texts.ADD_SOURCE_ABOUT
    return (
        Step(has_article, about_article, texts.TAKE_IN, "input", articles),
        Step(has_source, about_source, texts.ADD_SOURCE, "menu_book", sources),
        signing._replace(about=texts.SIGN_OFF_DONE) if signing.done else signing,
    )


def guide(of: tuple[Step, ...]) -> Node:
    """Describe the steps as a list; the first that is not done yet is the one to take now."""
    following = next((place for place, step in enumerate(of) if not step.done), len(of))
    head = texts.STEPS_LEFT if any(step.done for step in of) else texts.FIRST_STEPS
    items = [_step(place, step, now=place == following) for place, step in enumerate(of)]
    return element("div", element("h2", head, style="takeaway"), element("ol", *items, style="guide"))


def _step(place: int, step: Step, *, now: bool) -> Node:
    if step.done:
        mark = element("span", icon("check_circle"), style="mark done", name=texts.DONE)
        return element(
            "li", mark, element("div", span(step.button, "strong"), element("p", step.about, style="muted small"))
        )
    button = element("a", icon(step.icon), span(step.button), href=step.href, style="button now" if now else "button")
    return element("li", span(str(place + 1), "mark"), element("div", button, element("p", step.about, style="small")))


def _open_claims() -> str:
    return addresses.href(addresses.CLAIMS, status=labels.word(VerificationStatus.OPEN))
