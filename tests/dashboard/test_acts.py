"""What people do on the pages, and the form trap: nothing of anybody is lost, every conflict is shown."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import data
from db.queries import articles, claims
from db.rows import ClaimFile
from db.session import Database
from db.vocabulary import AttributionFinding, Confidence, NotForUsReason, Stance, SubstanceFinding, Tier, WorkState
from firsthand import desk as door
from tests.dashboard.desks import PASSAGE, REVIEWER, Desk, make_desk_of_two
from tests.dashboard.drawn import button, keyed, paper_text, words_of

Visit = Callable[..., AppTest]


@pytest.fixture
def claim_page(desk: Desk, visit: Visit) -> Callable[..., AppTest]:
    """Open the claim's page with these forms open."""
    return lambda *forms: visit("claim", claim=f"FH-{desk.claim_id:06d}", **({"do": list(forms)} if forms else {}))


def _open(app: AppTest, form: str) -> AppTest:
    app.query_params["do"] = form
    return app.run()


def _file(desk: Desk) -> ClaimFile:
    file = data.claim_file(desk.claim_id)
    assert file is not None
    return file


def _choose_findings(app: AppTest, form: str) -> None:
    keyed(app, "radio", f"{form}/0/substance").set_value(SubstanceFinding.CONTRADICTED)
    keyed(app, "radio", f"{form}/0/attribution").set_value(AttributionFinding.CONFIRMED)
    keyed(app, "text_area", f"{form}/0/note").set_value("The report has 12.")


def test_an_article_is_taken_in_by_pasting(record: Database, visit: Visit) -> None:
    app = visit("articles")
    keyed(app, "text_area", "article/0/pasted").set_value("Ana Petrov said that 14 bridges are closed.")
    keyed(app, "text_input", "article/0/publisher").set_value("The Daily Example")

    button(app, "Take in").click().run()

    assert not app.exception
    assert "Taken in as FA-000001" in paper_text(app)
    with record.read() as session:
        (article,) = articles.page(session).rows
    assert article.publisher == "The Daily Example"


@pytest.mark.usefixtures("record")
def test_of_several_files_each_one_has_its_outcome_in_words(visit: Visit) -> None:
    app = visit("articles")
    (uploader,) = app.file_uploader
    uploader.upload("good.txt", b"Ana Petrov said that 14 bridges are closed.")
    uploader.upload("empty.txt", b"   ")
    uploader.upload(
        "page.html",
        b"<html><title>T</title><body><article><p>Nine harbours closed in 2024, he said.</p></article></body></html>",
    )

    button(app, "Take in").click().run()

    assert not app.exception
    shown = paper_text(app)
    assert "good.txt: Taken in as FA-000001" in shown
    assert "empty.txt: " in shown
    assert "2 of 3 taken in" in words_of(app)


@pytest.mark.usefixtures("record")
def test_taking_in_nothing_says_what_to_do(visit: Visit) -> None:
    app = visit("articles")

    button(app, "Take in").click().run()

    assert "Choose a file" in app.error[0].value


def test_a_draft_is_kept_and_another_turned_away_where_one_reads_them(desk: Desk, visit: Visit) -> None:
    app = visit("article", article=f"FA-{desk.article_id:06d}")
    with desk.record.read() as session:
        first, second, *_ = [
            claim for claim in claims.of_article(session, desk.article_id) if claim.work_state is WorkState.DETECTED
        ]

    keyed(app, "button", f"draft-{first.id}/0/keep").click().run()
    keyed(app, "selectbox", f"draft-{second.id}/0/reason").set_value(NotForUsReason.TRIVIAL)
    [away] = [
        found for found in app.button if found.label == "Turn it away" and f"draft-{second.id}/" in str(found.form_id)
    ]
    away.click().run()

    assert not app.exception
    assert desk.claim(first.id).work_state is WorkState.OPEN
    assert desk.claim(second.id).not_for_us_reason is NotForUsReason.TRIVIAL


@pytest.mark.usefixtures("desk")
def test_a_source_is_added_with_its_text_and_its_page_opens(visit: Visit) -> None:
    app = visit("sources", do="add")
    keyed(app, "text_input", "source/0/title").set_value("The minutes")
    keyed(app, "text_area", "source/0/pasted").set_value("The minister said: 12 bridges.")

    button(app, "Add the source").click().run()

    assert not app.exception
    assert "with its text" in app.success[0].value
    assert "The minister said: 12 bridges." in paper_text(app)


@pytest.mark.usefixtures("desk")
def test_a_source_without_a_title_is_refused_and_what_was_typed_stays(visit: Visit) -> None:
    app = visit("sources", do="add")
    keyed(app, "text_input", "source/0/publisher").set_value("Parliament")

    button(app, "Add the source").click().run()

    assert "title" in app.error[0].value
    assert keyed(app, "text_input", "source/0/publisher").value == "Parliament"


def test_the_text_of_a_source_is_captured_on_its_page(desk: Desk, visit: Visit) -> None:
    app = visit("source", source=f"FS-{desk.source_id:06d}", do="capture")
    keyed(app, "text_area", "capture/0/pasted").set_value("A second edition.")

    button(app, "Capture the text").click().run()

    assert app.success
    assert "A second edition." in paper_text(app)


def test_a_claim_is_taken_up_checked_and_handed_on(desk: Desk, claim_page: Callable[..., AppTest]) -> None:
    app = claim_page()
    button(app, "Start checking").click().run()
    assert "being checked" in app.success[0].value

    button(app, "Add evidence").click().run()
    keyed(app, "selectbox", "evidence/0/source").set_value(desk.source_id).run()
    keyed(app, "text_area", "evidence/0/words").set_value(f"“{PASSAGE}”".strip("“”")).run()
    assert "paragraph 2" in paper_text(app)
    keyed(app, "radio", "evidence/0/stance").set_value(Stance.REFUTES)
    keyed(app, "selectbox", "evidence/0/tier").set_value(Tier.PRIMARY)
    button(app, "Add the evidence").click().run()
    assert "evidence is added" in app.success[0].value

    button(app, "Set the findings").click().run()
    _choose_findings(app, "findings")
    button(app, "Record the findings").click().run()
    assert "recorded" in app.success[0].value
    button(app, "Hand to a second person").click().run()

    assert not app.exception
    claim = desk.claim()
    assert (claim.work_state, claim.substance_finding) == (WorkState.IN_REVIEW, SubstanceFinding.CONTRADICTED)
    assert _file(desk).evidence[0].exact == PASSAGE


def test_evidence_without_a_stance_is_asked_for_one(desk: Desk, claim_page: Callable[..., AppTest]) -> None:
    desk.take_up()
    app = claim_page("evidence")
    keyed(app, "selectbox", "evidence/0/source").set_value(desk.source_id).run()
    keyed(app, "text_area", "evidence/0/words").set_value(PASSAGE).run()

    button(app, "Add the evidence").click().run()

    assert "support the claim, refute it" in app.error[0].value
    assert _file(desk).evidence == ()


def test_words_that_are_not_in_the_source_are_said_to_be_missing(
    desk: Desk, claim_page: Callable[..., AppTest]
) -> None:
    desk.take_up()
    app = claim_page("evidence")
    keyed(app, "selectbox", "evidence/0/source").set_value(desk.source_id).run()

    keyed(app, "text_area", "evidence/0/words").set_value("14 bridges").run()

    assert "not in the captured text" in app.warning[0].value


def test_the_second_persons_findings_are_their_own_choice(desk: Desk, visit: Visit) -> None:
    desk.send_to_review()
    app = visit("board")
    app.selectbox(key=data.ACTING_AS).set_value(REVIEWER).run()
    app.switch_page("app_pages/claim.py")
    app.query_params["claim"] = f"FH-{desk.claim_id:06d}"
    app.run()
    button(app, "Sign off").click().run()
    assert keyed(app, "radio", "signature/0/substance").value is None
    assert keyed(app, "radio", "signature/0/attribution").value is None

    button(app, "Sign off").click().run()
    assert "Choose both findings" in app.error[0].value

    _choose_findings(app, "signature")
    button(app, "Sign off").click().run()
    assert "agree" in app.success[0].value
    assert desk.claim().work_state is WorkState.SIGNED_OFF


def test_whoever_may_not_sign_is_told_which_role_it_takes(desk: Desk, claim_page: Callable[..., AppTest]) -> None:
    desk.send_to_review()

    app = claim_page()

    assert "takes the role of reviewer" in paper_text(app)
    assert "Sign off" not in [found.label for found in app.button]


def test_what_is_missing_for_a_step_is_a_list(desk: Desk, claim_page: Callable[..., AppTest]) -> None:
    desk.take_up()

    shown = paper_text(claim_page())

    assert "Set the substance finding." in shown
    assert "Set the attribution finding." in shown


def test_searches_replies_and_comments_are_entered_and_settled(desk: Desk, claim_page: Callable[..., AppTest]) -> None:
    app = claim_page("search")
    keyed(app, "text_input", "search/0/place").set_value("The register")
    keyed(app, "text_input", "search/0/query").set_value("bridges 2025")
    button(app, "Log the search").click().run()
    _open(app, "reply")
    keyed(app, "text_input", "reply/0/addressee").set_value("The ministry")
    keyed(app, "text_area", "reply/0/question").set_value("How many?")
    button(app, "Note the request").click().run()
    button(app, "No answer came").click().run()
    button(app, "Comment").click().run()
    keyed(app, "text_area", "comment/0/body").set_value("Closed for good?")
    button(app, "Add the comment").click().run()
    button(app, "Resolve").click().run()

    assert not app.exception
    file = _file(desk)
    assert (len(file.searches), file.replies[0].answer, file.comments[0].resolved_by) == (1, None, "Mara")


@pytest.mark.usefixtures("desk")
def test_a_claim_is_edited_and_the_history_shows_both_wordings(claim_page: Callable[..., AppTest]) -> None:
    app = claim_page("edit")
    keyed(app, "text_area", "edit/0/statement").set_value("In 2025 the state closed 14 road bridges.")
    keyed(app, "text_input", "edit/0/why").set_value("more exact")

    button(app, "Save the changes").click().run()

    assert app.success
    shown = paper_text(_open(app, "history"))
    assert "Why: more exact" in shown
    assert "In 2025 the state closed 14 bridges." in shown


def test_evidence_is_judged_anew_and_withdrawn(desk: Desk, claim_page: Callable[..., AppTest]) -> None:
    desk.take_up()
    piece = desk.add_evidence()
    app = claim_page(f"piece-{piece}")

    keyed(app, "text_input", f"change-{piece}/0/note").set_value("Counts by calendar year.")
    button(app, "Save the judgement").click().run()
    assert _file(desk).evidence[0].note == "Counts by calendar year."

    _open(app, f"piece-{piece}")
    keyed(app, "text_input", f"withdraw-{piece}/0/why").set_value("Wrong year.")
    button(app, "Withdraw the evidence").click().run()
    assert not app.exception
    assert _file(desk).evidence[0].withdrawn_why == "Wrong year."
    assert "Withdrawn: Wrong year." in paper_text(app)


def test_the_form_trap_what_somebody_else_saved_meanwhile_is_shown_and_nothing_is_lost(
    desk: Desk, claim_page: Callable[..., AppTest]
) -> None:
    app = claim_page("edit")
    desk.do_as(desk.reviewer, door.edit_claim, desk.claim_id, desk.version(), {"statement": "Theirs."}, "their reason")
    app.run()  # any click draws the page anew, with the newest row
    assert "This was changed after you opened it" in words_of(app)

    keyed(app, "text_area", "edit/0/statement").set_value("Mine.")
    button(app, "Save the changes").click().run()

    assert desk.claim().statement == "Theirs."
    assert "you saw version" in app.warning[0].value
    shown = paper_text(app)
    assert "Theirs." in shown
    assert "their reason" in shown

    button(app, "I have looked at it: go on from here").click().run()
    assert keyed(app, "text_area", "edit/0/statement").value == "Theirs."
    assert "Mine." in paper_text(app)

    keyed(app, "text_area", "edit/0/statement").set_value("Ours.")
    button(app, "Save the changes").click().run()
    assert not app.exception
    assert desk.claim().statement == "Ours."


def test_ones_own_saves_never_look_like_somebody_elses(desk: Desk, claim_page: Callable[..., AppTest]) -> None:
    app = claim_page()
    button(app, "Start checking").click().run()
    _open(app, "findings")
    _choose_findings(app, "findings")
    keyed(app, "radio", "findings/0/confidence").set_value(Confidence.HIGH)
    button(app, "Record the findings").click().run()
    _open(app, "edit")
    keyed(app, "text_area", "edit/0/statement").set_value("In 2025 the state closed 14 road bridges.")
    button(app, "Save the changes").click().run()

    assert not app.warning
    assert "changed after you opened it" not in words_of(app)
    assert desk.claim().confidence is Confidence.HIGH


def test_two_people_on_one_claim_lose_nothing(desk: Desk, claim_page: Callable[..., AppTest]) -> None:
    desk.take_up()
    one, other = claim_page("edit"), claim_page("edit")
    for app, statement in ((one, "One."), (other, "Other.")):
        keyed(app, "text_area", "edit/0/statement").set_value(statement)
        button(app, "Save the changes").click().run()

    assert desk.claim().statement == "One."
    assert one.success
    assert other.warning
    assert "Other." in paper_text(other.run())


def test_whoever_comes_back_to_a_page_starts_from_what_is_there(desk: Desk, claim_page: Callable[..., AppTest]) -> None:
    app = claim_page()
    app.switch_page("app_pages/board.py").run()
    desk.take_up()

    app.switch_page("app_pages/claim.py")
    app.query_params["claim"] = f"FH-{desk.claim_id:06d}"
    app.run()

    assert "changed after you opened it" not in words_of(app)


@pytest.mark.usefixtures("desk")
def test_in_the_sample_record_one_acts_as_anybody(visit: Visit) -> None:
    app = visit("board")
    app.selectbox(key=data.ACTING_AS).set_value(REVIEWER).run()

    assert "checker, reviewer" in [caption.value for caption in app.caption]


def test_on_ones_own_desk_one_is_always_oneself(
    record: Database, visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_desk_of_two(record)
    monkeypatch.setattr("dashboard.data.persons.is_demo", lambda: False)
    monkeypatch.setattr("dashboard.data.is_demo", lambda: False)

    app = visit("board")

    assert "You act as" not in [box.label for box in app.selectbox]
    assert "Mara" in [text.value for text in app.text]


def test_a_record_that_cannot_be_opened_is_a_sentence(visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> bool:
        raise data.RecordProblem("The record cannot be opened: look at the disk.")

    monkeypatch.setattr("dashboard.data.is_demo", broken)

    app = visit("board")

    assert not app.exception
    assert "cannot be opened" in app.error[0].value
