"""The panel «Find the source» on a claim's page: references, passages put forward, the library, services, the trace."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import data
from dashboard import labels as labels_of
from dashboard.actions import finding as follow
from dashboard.data import jobs
from dashboard.texts import finding as texts
from dashboard.wish.finding import Opened, Traced
from db.queries import claim_files, people, references
from db.rows import SearchRow, TraceStep, UserRow
from db.session import Database
from db.vocabulary import (
    CaptureMethod,
    CaptureOutcome,
    ClaimType,
    MatchGrade,
    SearchOutcome,
    SourceKind,
    Stance,
    Tier,
    TraceOutcome,
)
from firsthand import desk as door
from firsthand.sources.fetching import Web
from tests.dashboard.desks import CHECKER, Desk
from tests.dashboard.drawn import paper_text
from tests.firsthand.sources.loopback import loopback_web

Visit = Callable[..., AppTest]

QUOTE = "we will rebuild every bridge on this river within four years"
SENTENCE = f"Minister Ana Petrov told the assembly that “{QUOTE}”, to applause."
RECORD = (
    "Record of the sitting.\n\nThe President: I call the minister.\n\nMs Petrov: I thank the member. We will rebuild"
    " every bridge on this river within fourteen years. The house will be told.\n\nThe sitting was closed."
)
LINKS = {
    "told the assembly": "https://assembly.example/2026-03-03",
    "to applause": "https://clips.example/petrov",
    "on Saturday": "https://fair.example/programme",
    "Share": "https://www.facebook.com/sharer/sharer.php?u=x",
}


@dataclass(frozen=True)
class Quoted:
    """A claim in an article with links."""

    desk: Desk
    claim_id: int
    article_id: int
    user: UserRow

    @property
    def ref(self) -> str:
        return f"FH-{self.claim_id:06d}"

    def searches(self) -> tuple[SearchRow, ...]:
        with self.desk.record.read() as session:
            file = claim_files.file(session, self.claim_id)
        assert file is not None
        return file.searches


@pytest.fixture
def quoted(desk: Desk) -> Quoted:
    text = f"A week on the river.\n\n{SENTENCE}\n\nThe fair opens on Saturday. Share"
    start = text.index(QUOTE)
    with desk.record.write() as session:
        (house, *_) = people.desks(session)
        fields = door.DocumentFields(
            "The week", url="https://daily.example/week", published="2026-03-04", language="en"
        )
        article = door.add_article(session, desk.checker, house.id, fields)
        sha256 = desk.record.blobs.put(text.encode())
        found = tuple(
            door.NewReference(href, words, text.index(words), text.index(words) + len(words))
            for words, href in LINKS.items()
        )
        new = door.NewCapture(CaptureMethod.PASTE, sha256, len(text), "text/plain", text, "plain", references=found)
        capture = door.record_capture(session, desk.checker, article, new)
        claim = door.NewClaim(
            article.id,
            capture.id,
            start,
            start + len(QUOTE),
            "Petrov said every bridge on the river will be rebuilt within four years.",
            ClaimType.QUOTE,
            speaker_as_named="Ana Petrov",
            quoted_words=QUOTE,
        )
        claim_id = door.add_claim(session, desk.checker, claim).id
        article_id = article.id
        user = people.user_by_email(session, CHECKER)
    assert user is not None
    return Quoted(desk, claim_id, article_id, user)


def capture_the_record(quoted: Quoted, text: str = RECORD) -> int:
    """Capture what the first link leads to."""
    desk = quoted.desk
    with desk.record.write() as session:
        fields = door.DocumentFields("Record of the sitting", publisher="The Assembly", url=LINKS["told the assembly"])
        source = door.add_source(session, desk.checker, SourceKind.OFFICIAL_TRANSCRIPT, fields)
        sha256 = desk.record.blobs.put(text.encode())
        new = door.NewCapture(CaptureMethod.PASTE, sha256, len(text), "text/plain", text, "plain")
        door.record_capture(session, desk.checker, source, new)
        return source.id


def button(app: AppTest, label: str) -> Any:
    return next(one for one in app.button if one.label == label)


def labels(app: AppTest) -> list[str]:
    return [one.label for one in app.button]


def test_a_claim_without_evidence_shows_what_the_article_points_to(quoted: Quoted, visit: Visit) -> None:
    app = visit("claim", claim=quoted.ref)

    assert not app.exception
    shown = paper_text(app)
    assert texts.TITLE in shown
    assert "What the article points to: 3" in shown
    assert shown.index("told the assembly") < shown.rindex("on Saturday")
    assert "facebook" not in shown
    assert labels(app).count(texts.CAPTURE) == 3
    assert labels(app).count(texts.TRACE_FROM) == 3


def test_a_claim_with_evidence_opens_the_panel_by_a_link(desk: Desk, visit: Visit) -> None:
    desk.add_evidence()
    ref = desk.claim().ref

    assert texts.TRACE_ALL not in labels(visit("claim", claim=ref))
    app = visit("claim", claim=ref, do="find")
    assert texts.TRACE_ALL in labels(app)
    assert texts.NO_REFERENCES in paper_text(app)


def test_a_captured_reference_offers_its_passage_and_one_click_fills_the_form(quoted: Quoted, visit: Visit) -> None:
    source_id = capture_the_record(quoted)
    app = visit("claim", claim=quoted.ref)
    shown = paper_text(app)
    assert "within fourteen years" in shown
    assert "I thank the member." in shown  # what stands around is shown too
    assert labels_of.word(MatchGrade.NEAR) in shown

    app = button(app, texts.PUT_FORWARD).click().run()

    assert not app.exception
    assert app.query_params["do"] in ("evidence", ["evidence"])
    (chosen,) = [one for one in app.selectbox if one.label == "Source"]
    assert chosen.value == source_id
    assert "within fourteen years" in app.text_area[0].value
    assert app.radio[0].value is None  # what it does is left to the person

    app.radio[0].set_value(Stance.REFUTES)
    app = button(app, "Add the evidence").click().run()
    with quoted.desk.record.read() as session:
        file = claim_files.file(session, quoted.claim_id)
    assert file is not None
    (piece,) = file.evidence
    assert piece.source_id == source_id
    assert piece.capture_id is not None


def test_other_passages_open_the_form_with_the_source_and_the_passages_in_context(quoted: Quoted, visit: Visit) -> None:
    source_id = capture_the_record(quoted)
    app = visit("claim", claim=quoted.ref)

    app = button(app, texts.OTHER_PASSAGES).click().run()

    (chosen,) = [one for one in app.selectbox if one.label == "Source"]
    assert chosen.value == source_id
    assert "Worth reading first" in [one.value for one in app.caption]
    assert "The house will be told." in paper_text(app)


def test_a_reference_whose_source_could_not_be_captured_says_why(quoted: Quoted, visit: Visit) -> None:
    desk = quoted.desk
    with desk.record.write() as session:
        source = door.add_source(
            session, desk.checker, SourceKind.OTHER, door.DocumentFields("x", url=LINKS["to applause"])
        )
        new = door.NewCapture(
            *(CaptureMethod.FETCH, None, None, None, None, None),
            outcome=CaptureOutcome.REFUSED,
            reason="The site refuses programs.",
        )
        door.record_capture(session, desk.checker, source, new)

    app = visit("claim", claim=quoted.ref)

    assert "Not captured: The site refuses programs." in paper_text(app)
    assert texts.CAPTURE_AGAIN in labels(app)


def test_capturing_a_reference_makes_it_a_source_ties_it_and_asks_for_a_job(quoted: Quoted, visit: Visit) -> None:
    app = visit("claim", claim=quoted.ref)

    app = button(app, texts.CAPTURE).click().run()

    assert not app.exception
    with quoted.desk.record.read() as session:
        (tied,) = [row for row in references.of_article(session, quoted.article_id) if row.source_id is not None]
    assert tied.href in {LINKS["told the assembly"], LINKS["to applause"]}
    job = jobs.of_claim(quoted.claim_id)
    assert job is not None
    assert job.documents == (tied.source_id,)


def test_the_library_is_searched_only_when_somebody_asks_and_the_search_is_logged(quoted: Quoted, visit: Visit) -> None:
    capture_the_record(quoted)
    app = visit("claim", claim=quoted.ref)
    assert quoted.searches() == ()

    app = button(app, texts.SEARCH).click().run()

    assert not app.exception
    (search,) = quoted.searches()
    assert (search.place, search.outcome) == ("Captured library", SearchOutcome.FOUND)
    assert search.query == QUOTE
    assert texts.SEARCH_AGAIN in labels(app)
    assert texts.listed_above(1) in paper_text(app)


def test_a_library_without_the_words_says_what_to_do_next(quoted: Quoted, visit: Visit) -> None:
    app = button(visit("claim", claim=quoted.ref), texts.SEARCH).click().run()

    assert texts.NOTHING_IN_LIBRARY in paper_text(app)
    assert quoted.searches()[0].outcome is SearchOutcome.NOTHING


def test_while_every_service_is_off_the_panel_says_so(quoted: Quoted, visit: Visit) -> None:
    app = visit("claim", claim=quoted.ref)
    (fold,) = [one for one in app.expander if one.label == texts.OUTSIDE]

    assert fold is not None
    assert not [label for label in labels(app) if label.startswith(texts.ASK + ":")]


def test_a_service_that_is_off_is_not_asked_whoever_asks(quoted: Quoted) -> None:
    outcome, found = follow.ask_outside(quoted.user, quoted.claim_id, "gdelt")

    assert not outcome.done
    assert "off on this desk" in outcome.sentence
    assert found == ()
    assert quoted.searches() == ()


def test_a_service_that_cannot_be_reached_is_logged_as_blocked(quoted: Quoted, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FIRSTHAND_OUTSIDE_SERVICES", "gdelt")
    data.forget()

    def nowhere(**kw: object) -> Web:
        return loopback_web({}, **kw)

    monkeypatch.setattr(follow, "Web", nowhere)

    outcome, found = follow.ask_outside(quoted.user, quoted.claim_id, "gdelt")

    assert not outcome.done
    assert "could not be reached" in outcome.sentence
    (search,) = quoted.searches()
    assert (search.place, search.outcome) == ("GDELT", SearchOutcome.BLOCKED)
    assert found == ()


def test_the_newest_trace_is_drawn_with_every_station(quoted: Quoted, visit: Visit) -> None:
    source_id = capture_the_record(quoted)
    steps = (
        TraceStep("https://daily.example/week", "The week", outcome="The claim stands here.", document_id=1),
        TraceStep(
            LINKS["told the assembly"],
            "Record of the sitting",
            "The Assembly",
            "told the assembly",
            "Found on «The week»: it stands in the paragraph.",
            "The quoted words stand here with words that differ.",
            source_id,
            2,
            Tier.PRIMARY,
        ),
    )
    with quoted.desk.record.write() as session:
        door.record_trace(
            session,
            quoted.desk.checker,
            quoted.claim_id,
            uid="job-1",
            outcome=TraceOutcome.FOUND,
            reason="«Record of the sitting» holds the words.",
            steps=steps,
        )

    shown = paper_text(visit("claim", claim=quoted.ref))

    assert texts.TRACED in shown
    assert "Found; traced by Mara" in shown
    assert "«Record of the sitting» holds the words." in shown
    assert "«told the assembly»" in shown
    assert "The quoted words stand here with words that differ." in shown


def test_hostile_links_and_pages_stay_words(quoted: Quoted, visit: Visit) -> None:
    evil = "$x$ :red[a] ![b](https://evil.example/x.png) <b>c</b>"
    with quoted.desk.record.write() as session:
        text = f"{SENTENCE} {evil}"
        article = door.find_document(session, quoted.article_id)
        sha256 = quoted.desk.record.blobs.put(text.encode())
        link = door.NewReference("javascript:alert(1)", evil, len(SENTENCE) + 1, len(text))
        other = door.NewReference(f"https://a.example/{evil}", evil, len(SENTENCE) + 1, len(text))
        new = door.NewCapture(
            CaptureMethod.PASTE, sha256, len(text), "text/plain", text, "plain", references=(link, other)
        )
        door.record_capture(session, quoted.desk.checker, article, new)

    app = visit("claim", claim=quoted.ref)

    assert not app.exception
    assert evil in paper_text(app)
    assert not [one for one in app.markdown if "evil.example" in one.value]


def test_the_panel_offers_a_reader_nothing_to_press(
    quoted: Quoted, visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    with quoted.desk.record.write() as session:
        door.add_user(session, door.Actor.machine("maker"), "rea@example.org", "Rea", [])
    monkeypatch.setattr("dashboard.data.persons.is_demo", lambda: False)
    monkeypatch.setattr("dashboard.data.is_demo", lambda: False)
    monkeypatch.setenv("FIRSTHAND_USER", "rea@example.org")
    data.forget()

    app = visit("claim", claim=quoted.ref, do="find")

    assert not app.exception
    assert texts.CANNOT_ACT in paper_text(app)
    assert not {texts.CAPTURE, texts.TRACE_FROM, texts.TRACE_ALL, texts.SEARCH} & set(labels(app))


def test_whoever_may_not_check_is_refused_in_words(quoted: Quoted, record: Database) -> None:
    reader = UserRow(**{**{name: getattr(quoted.user, name) for name in UserRow.__slots__}, "roles": frozenset()})
    with record.read() as session:
        claim = claim_files.file(session, quoted.claim_id)
    assert claim is not None

    for wish in (Opened(LINKS["to applause"]), Traced()):
        assert not follow.carry_out(reader, claim.claim, wish).done
