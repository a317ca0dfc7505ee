"""The language model on the triage page: offered where the desk has one, and what it brings waits for a person."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import data
from db.queries import claims
from db.rows import document_ref
from db.vocabulary import DocumentType, WorkState
from tests.dashboard.conftest import APP
from tests.dashboard.desks import Desk
from tests.drafted import Drafted, draft_article
from tests.firsthand.sources.endpoint import endpoint

Visit = Callable[..., AppTest]
UNMARKED = "Harbour to be dredged twice"


@pytest.fixture
def drafted(desk: Desk) -> Drafted:
    return draft_article(desk.record)


def asking(app: AppTest) -> list[str]:
    return [button.label for button in app.button if button.key == "triage-ask"]


@pytest.fixture
def named(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Name a language model for the desk."""

    def naming(url: str) -> None:
        monkeypatch.setenv("FIRSTHAND_LLM_URL", url)
        monkeypatch.setenv("FIRSTHAND_LLM_MODEL", "smallest")
        data.forget()
        data.database()

    return naming


def open_triage(visit: Visit, drafted: Drafted) -> AppTest:
    return visit("triage", article=document_ref(DocumentType.ARTICLE, drafted.article_id))


def test_without_a_language_model_nothing_is_offered(visit, drafted):
    assert asking(open_triage(visit, drafted)) == []


def test_what_the_model_brings_waits_for_a_person_and_what_it_invents_is_told(drafted, named):
    answer = {
        "missed": [
            {"quote": UNMARKED, "statement": "The harbour is to be dredged twice.", "type": "event"},
            {"quote": "The harbour is full of gold.", "statement": "The harbour is full of gold."},
        ]
    }
    with endpoint(lambda call: call.say(answer)) as server:
        named(server.url)
        app = AppTest.from_file(str(APP), default_timeout=30)
        app.run().switch_page("app_pages/triage.py")
        app.query_params["article"] = document_ref(DocumentType.ARTICLE, drafted.article_id)
        app.run()
        assert asking(app) == ["Ask smallest"]
        app.button(key="triage-ask").click().run()
    assert not app.exception
    (told,) = app.success
    assert "1 draft and 0 other statements" in told.value
    assert "full of gold" in told.value
    with data.database().read() as session:
        (found,) = [row for row in claims.of_article(session, drafted.article_id) if row.literal == UNMARKED]
    assert (found.work_state, found.drafted_by) == (WorkState.DETECTED, "language model smallest")


def test_a_model_that_is_not_there_ends_in_a_sentence(drafted, named):
    named("http://127.0.0.1:9/v1")
    app = AppTest.from_file(str(APP), default_timeout=30)
    app.run().switch_page("app_pages/triage.py")
    app.query_params["article"] = document_ref(DocumentType.ARTICLE, drafted.article_id)
    app.run()
    app.button(key="triage-ask").click().run()
    assert not app.exception
    assert "cannot be reached" in app.error[0].value
