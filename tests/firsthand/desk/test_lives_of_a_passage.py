"""Random lives of one passage over many captures, held against a model of its own: paragraphs, not characters."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.vocabulary import AnchorHealth, EventAction, Flag, ObservationOutcome, WorkState
from firsthand import desk
from firsthand.desk import aftermath
from firsthand.errors import GuardError
from tests.firsthand.desk.looking import AFTER, BEFORE, PASSAGE, Watched
from tests.firsthand.newsroom import Newsroom

H = AnchorHealth
DOUBTFUL = {H.LOST, H.AMBIGUOUS}
# Every paragraph is longer than the context of a passage, so that neighbours alone decide whether the context is there.
PARAGRAPHS = {
    "b": BEFORE.strip(),
    "P": PASSAGE,
    "a": AFTER.strip(),
    "x": "An announcement that has nothing to do with any of the bridges.",
    "n": PASSAGE.replace("fourteen", "forty"),
}
START = "bPa"
FLAGS = {H.LOST: {Flag.ANCHOR_LOST}, H.AMBIGUOUS: {Flag.CHANGED_SINCE_CHECK}}


def written(page: str) -> str:
    return "\n\n".join(PARAGRAPHS[letter] for letter in page) or PARAGRAPHS["x"]


def expected(page: str) -> AnchorHealth:
    """Say what a person would: the words in their context hold or have moved, else the best place, else doubt."""
    places = [
        (len(written(page[:at])) if at else -2, (page[at - 1 : at] == "b") + (page[at + 1 : at + 2] == "a"))
        for at, letter in enumerate(page)
        if letter == "P"
    ]
    if not places:
        return H.LOST
    home = len(BEFORE) - 2
    if (home, 2) in places:
        return H.HOLDS
    most = max(sides for _, sides in places)
    best = [start for start, sides in places if sides == most]
    if len(best) > 1:
        return H.AMBIGUOUS
    return H.HOLDS if best == [home] else H.MOVED


@dataclass
class Life:
    """What ought to be so: the passage's health, whether it was kept, the claim's state, the events told."""

    page: str = START
    health: AnchorHealth | None = None
    settled: bool = False
    state: WorkState = WorkState.SIGNED_OFF
    told: list[str] = field(default_factory=list)

    def look(self, page: str) -> None:
        if written(page) == written(self.page):
            return
        before, now = self.health or H.HOLDS, expected(page)
        news = now is not before
        self.page, self.health, self.settled = page, now, self.settled and not news
        if news and (now in DOUBTFUL or before in DOUBTFUL or now is H.MOVED):
            self.told.append(now.value if now in DOUBTFUL else "back" if before in DOUBTFUL else "moved")
        if news and now in DOUBTFUL and self.state is WorkState.SIGNED_OFF:
            self.state = WorkState.RECHECK

    @property
    def in_doubt(self) -> bool:
        return self.health in DOUBTFUL and not self.settled

    @property
    def flags(self) -> set[Flag]:
        return FLAGS[self.health] if self.in_doubt and self.health else set()


pages = st.text(alphabet="bPaxn", max_size=7)
edits = st.sampled_from(["bPa", "xbPa", "bPax", "xbPaxx", "bPabPa", "xbPabPa", "PP", "xPaP", "bna", "bnabPa", "", "ba"])
deeds = st.lists((edits | pages).map(lambda page: f"look {page}") | st.sampled_from(["keep", "sign"]), max_size=9)


@given(deeds)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_whatever_a_page_goes_through_its_passage_is_judged_as_a_person_would(
    newsroom: Newsroom, life: list[str]
) -> None:
    live(newsroom, life)


def live(newsroom: Newsroom, life: list[str]) -> None:
    watched, model = Watched.at(newsroom, WorkState.SIGNED_OFF, written(START)), Life()
    for deed in life:
        if deed == "keep":
            _keep(watched, model)
        elif deed == "sign":
            _sign(watched, model)
        else:
            page = deed.removeprefix("look ")
            look = watched.look(written(page))
            same = written(page) == written(model.page)
            model.look(page)
            assert (look.outcome is ObservationOutcome.UNCHANGED) is same
        assert watched.state is model.state
        assert newsroom.flags(watched.claim) == model.flags
    told = [
        (event.after or {})
        for event in newsroom.events(EventAction.SOURCE_OBSERVED)
        if event.record_id == watched.document_id
    ]
    assert [next(name for name in ("lost", "ambiguous", "moved", "back") if name in one) for one in told] == model.told


def _keep(watched: Watched, model: Life) -> None:
    room, anchors = watched.newsroom, watched.anchors()
    if not model.in_doubt:
        if anchors:
            with pytest.raises(GuardError):
                room.do(desk.keep_anchor, room.chris, anchors[-1].id, "It was there.")
        return
    room.do(desk.keep_anchor, room.chris, anchors[-1].id, "It was there.")
    model.settled = True


def _sign(watched: Watched, model: Life) -> None:
    if model.state is not WorkState.RECHECK:
        return
    if Flag.ANCHOR_LOST in model.flags:
        with pytest.raises(GuardError):
            watched.recheck()
        return
    watched.recheck()
    model.state = WorkState.SIGNED_OFF


@pytest.mark.parametrize(
    ("planted", "life"),
    [
        ("news", ["look x", "look xx", "sign"]),
        ("still_settled", ["look x", "keep", "look bPa", "look x"]),
    ],
)
def test_a_planted_bug_comes_out(
    local_newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, planted: str, life: list[str]
) -> None:
    live(local_newsroom, life)
    wrong = {"news": property(lambda _: True), "still_settled": property(lambda one: one.place.settled_at is not None)}
    monkeypatch.setattr(aftermath.Change, planted, wrong[planted])
    with pytest.raises((AssertionError, GuardError)):
        live(local_newsroom, life)


def test_many_pages_are_told_apart_by_the_model() -> None:
    found = {expected("".join(page)) for size in range(4) for page in itertools.product("bPax", repeat=size)}
    assert found == set(H)
