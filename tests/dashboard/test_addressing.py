"""Sources and articles by their addresses: pasted, told of one by one, fetched by a worker, alone or in bulk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import data
from dashboard.actions import addressing
from dashboard.components import asked_for, source_list
from dashboard.components.asked_for import draw
from dashboard.data import captured, library
from dashboard.data import jobs as of_jobs
from dashboard.outcome import Addressed, AskedFor
from db.rows import SourceFilter
from db.session import Database
from db.vocabulary import CaptureOutcome, JobKind, SourceKind
from firsthand import desk as door
from tests.dashboard.desks import Desk
from tests.dashboard.drawn import button, interpreted, keyed, links, paper_text, words_of
from tests.firsthand.jobs.working import finished, settings_of, working
from tests.firsthand.sources.loopback import loopback_web

Visit = Callable[..., AppTest]
HOST = "bridges.example.org"
PAGE = (
    "<html><head><title>The state of the bridges</title></head><body><main><h1>The state of the bridges</h1>"
    "<p>In the year under review, the state has closed 12 bridges to traffic, and nobody was hurt.</p>"
    "<p>Minister Ana Petrov said on Tuesday that 31 more bridges carry a weight limit.</p></main></body></html>"
)
PASTED = (
    "https://bridges.example.org/report www.example.org/b\n<ftp://x.example/>\n\nnot-an-address, https://a:b@c.example/"
)


class Site(BaseHTTPRequestHandler):
    """A page at every address but those that are refused or gone."""

    def do_GET(self) -> None:
        status = {"/no": 403, "/gone": 410}.get(self.path, 200)
        body = PAGE.encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[tuple[str, int]]:
    """A small site on loopback."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield ("127.0.0.1", server.server_port)
    server.shutdown()
    thread.join()
    server.server_close()


def source_count() -> int:
    return library.figures().sources


def test_each_address_becomes_a_source_or_is_found_and_a_bad_one_stops_no_other(desk: Desk) -> None:
    came = addressing.add_sources(data.me(), PASTED)

    assert [(one.address, one.new, bool(one.sentence)) for one in came.addresses] == [
        ("https://bridges.example.org/report", False, False),
        ("https://www.example.org/b", True, False),
        ("ftp://x.example/", False, True),
        ("not-an-address", False, True),
        ("https://a:b@c.example/", False, True),
    ]
    assert came.addresses[0].ref == f"FS-{desk.source_id:06d}"
    assert "address of the web" in came.addresses[2].sentence
    assert "password" in came.addresses[4].sentence
    job, _ = captured.progress(came.job_id or "")
    assert job is not None
    assert (job.kind, len(job.documents)) == (JobKind.CAPTURE, 2)


@pytest.mark.usefixtures("desk")
def test_the_same_page_in_two_spellings_is_one_source() -> None:
    before = source_count()

    came = addressing.add_sources(
        data.me(), "https://www.example.org/b/ http://example.org/b https://www.example.org/b/"
    )

    assert len(came.addresses) == 2
    assert len({one.ref for one in came.addresses}) == 1
    assert source_count() == before + 1


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("pasted", "said"), [("", "at least one"), (" \n ", "at least one"), ("a.example " * 3, ""), ("x" * 3000, "longer")]
)
def test_odd_pastes_are_answered_in_words(pasted: str, said: str) -> None:
    came = addressing.add_sources(data.me(), pasted)

    told = [came.sentence, *(one.sentence for one in came.addresses)]
    assert any(said in sentence for sentence in told)


@pytest.mark.usefixtures("desk")
def test_too_many_addresses_are_refused_before_anything_is_added() -> None:
    before = source_count()

    came = addressing.add_sources(data.me(), "\n".join(f"https://example.org/{n}" for n in range(addressing.MOST + 1)))

    assert "at most 500" in came.sentence
    assert source_count() == before


@pytest.mark.usefixtures("desk")
def test_who_may_not_add_sources_is_told_so_and_nothing_is_added() -> None:
    onlooker = data.me().__class__(data.me().id, "eve@example.org", "Eve", frozenset(), disabled=False)

    came = addressing.add_sources(onlooker, "https://example.org/b")
    articles = addressing.take_articles_in(onlooker, data.main_desk().id, "https://example.org/b")

    assert came.addresses[0].sentence
    assert came.job_id is None
    assert (articles.job_id, bool(articles.sentence)) == (None, True)


def test_the_page_tells_what_became_of_each_until_it_is_put_away(desk: Desk, visit: Visit) -> None:
    app = visit("sources", do="addresses")
    keyed(app, "text_area", "addresses/0/pasted").set_value(PASTED)
    button(app, "Add and fetch them").click().run()

    shown = paper_text(app)
    assert not app.exception
    assert "2 of 5 addresses can be fetched" in shown
    assert all(word in shown for word in ("new source", "known source", "not taken", "waiting"))
    assert f"source?source=FS-{desk.source_id:06d}" in links(app)
    assert keyed(app, "text_area", "addresses/1/pasted").value == ""

    button(app, "Put this list away").click().run()
    assert "can be fetched" not in paper_text(app)


@pytest.mark.usefixtures("desk")
def test_nothing_pasted_is_said_beside_the_form(visit: Visit) -> None:
    app = visit("sources", do="addresses")
    button(app, "Add and fetch them").click().run()

    assert "at least one address" in app.error[0].value


def test_sources_are_captured_in_bulk_and_each_tells_what_came_of_it(
    desk: Desk, record: Database, site: tuple[str, int], visit: Visit
) -> None:
    for path in ("report-2", "no", "gone"):
        fields = door.DocumentFields(f"Bridges {path}", url=f"http://{HOST}/{path}")
        desk.do(door.add_source, SourceKind.OTHER, fields)
    desk.do(door.add_source, SourceKind.OTHER, door.DocumentFields("Elsewhere", url="http://nowhere.example/x"))
    desk.do(door.add_source, SourceKind.OTHER, door.DocumentFields("A leaflet"))
    app = visit("sources")
    button(app, "Capture the 4 without a text").click().run()
    assert not app.exception
    assert "4 pages are being fetched" in app.success[0].value

    (job,) = of_jobs.open_jobs()
    with working(record, settings_of(record), loopback_web({HOST: site})) as jobs:
        ended = finished(jobs, job.id)
    assert ended.done >= 1
    app = visit("sources")
    shown = paper_text(app)
    assert "refused" in shown
    assert "gone" in shown
    assert library.page(SourceFilter(captured=True)).rows[0].readable is not None
    refused = library.page(SourceFilter(outcomes=frozenset({CaptureOutcome.REFUSED}))).rows
    assert [row.title for row in refused] == ["Bridges no"]
    app = visit("source", source=refused[0].ref)
    assert "bring it by hand" in words_of(app)


def test_an_article_is_taken_in_by_its_address_and_leads_to_its_triage(
    desk: Desk, record: Database, site: tuple[str, int], visit: Visit
) -> None:
    assert desk.record is record
    app = visit("articles", do="addresses")
    keyed(app, "text_area", "addresses/0/pasted").set_value(f"http://{HOST}/story nonsense")
    next(found for found in app.button if found.label == "Take in").click().run()
    assert not app.exception
    assert "1 of 2 addresses can be fetched" in paper_text(app)

    (job,) = of_jobs.open_jobs()
    with working(record, settings_of(record), loopback_web({HOST: site})) as jobs:
        assert finished(jobs, job.id).done == 1
    app.run()
    assert not app.exception
    assert any(address.startswith("article?article=FA-") for address in links(app))
    assert any(address.startswith("triage?article=FA-") for address in links(app))


def test_one_click_on_a_row_is_read_as_a_source_of_the_list_only(monkeypatch: pytest.MonkeyPatch) -> None:
    for held, number in (
        ({"capture": 3}, 3),
        ({"capture": 9}, None),
        ({"capture": "3"}, None),
        (None, None),
        ({}, None),
    ):
        state: dict[str, Any] = {"sources-rows": held}
        monkeypatch.setattr("dashboard.components.source_list.st.session_state", state)
        assert source_list.chosen([2, 3]) == number


def test_hostile_addresses_stay_words(desk: Desk, visit: Visit) -> None:
    assert desk
    app = visit("sources", do="addresses")
    keyed(app, "text_area", "addresses/0/pasted").set_value("https://x.example/:red[x]![](http://y.example/p.png)")
    button(app, "Add and fetch them").click().run()

    assert not app.exception
    assert ":red[x]" in paper_text(app)
    assert all(":red[x]" not in text for _, text in interpreted(app))


def test_a_list_that_was_kept_is_told_again(monkeypatch: pytest.MonkeyPatch) -> None:
    state: dict[str, Any] = {}
    monkeypatch.setattr("dashboard.components.asked_for.st.session_state", state)
    assert asked_for.kept("sources") is None
    draw("sources", lambda _: (None, ()))  # nothing to tell, so nothing is drawn

    asked_for.keep("sources", AskedFor((Addressed("https://example.org/", "FS-000001"),)))

    assert (asked_for.kept("sources") or AskedFor(())).addresses[0].ref == "FS-000001"
