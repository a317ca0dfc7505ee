"""The page of jobs: empty, with jobs that wait, run and failed, one job by itself, and cancelling one."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import data
from dashboard.actions import jobs as deeds
from dashboard.components import job_rows
from dashboard.data import jobs as read
from db.queries import people
from db.rows import JobRow
from db.vocabulary import JobKind, JobState, Role
from tests.dashboard.desks import Desk
from tests.dashboard.drawn import button, links, paper_text, words_of

Visit = Callable[..., AppTest]
HOSTILE = "FS-000001 $x$ :red[x] ![](http://x.example/p.png) <script>alert(1)</script> [a](javascript:b) **c**"
AT = dt.datetime(2026, 5, 4, 9, 30, tzinfo=dt.UTC)


def job(**known: object) -> JobRow:
    usual: dict[str, object] = {
        "id": "capture-1",
        "kind": JobKind.CAPTURE,
        "state": JobState.FAILED,
        "about": "FS-000001 Minutes",
        "asked_by": "checker@desk.example",
        "asked_at": AT,
        "started_at": AT,
        "ended_at": AT,
        "done": 0,
        "total": 1,
        "sentence": "The site refuses programs (403).",
    }
    return JobRow(**{**usual, **known})  # type: ignore[arg-type]


@pytest.mark.usefixtures("desk")
def test_without_any_job_the_page_says_where_they_come_from(visit: Visit) -> None:
    app = visit("jobs")

    assert not app.exception
    assert "No job has been asked for yet" in words_of(app)
    assert len(app.main.get("page_link")) == 1


def test_jobs_that_wait_are_listed_with_what_they_wait_for(desk: Desk, visit: Visit) -> None:
    me = data.me()
    first = deeds.capture(me, [desk.source_id])
    second = deeds.trace(me, desk.claim_id)
    app = visit("jobs")

    assert first.done
    assert second.done
    assert not app.exception
    assert "No worker is at work" in words_of(app)
    assert paper_text(app).count("Waits for a worker.") == 2
    assert f"jobs?job={first.ref}" in links(app)


def test_jobs_are_narrowed_by_kind_and_state_in_the_address(desk: Desk, visit: Visit) -> None:
    me = data.me()
    deeds.capture(me, [desk.source_id])
    deeds.trace(me, desk.claim_id)

    assert "Capturing" not in paper_text(visit("jobs", kind="tracing"))
    assert "No job fits" in words_of(visit("jobs", state="failed"))


def test_a_job_by_itself_can_be_cancelled(desk: Desk, visit: Visit) -> None:
    asked = deeds.capture(data.me(), [desk.source_id])
    app = visit("jobs", job=asked.ref or "")
    button(app, "Cancel this job").click().run()

    assert not app.exception
    assert "Cancelled" in words_of(app) + paper_text(app)
    cancelled = read.get(asked.ref or "")
    assert cancelled is not None
    assert cancelled.state is JobState.CANCELLED


@pytest.mark.usefixtures("desk")
def test_an_address_that_names_no_job_leads_back(visit: Visit) -> None:
    assert "capture-nothing" in words_of(visit("jobs", job="capture-nothing"))


def test_readers_may_ask_for_nothing(desk: Desk) -> None:
    with data.database().read() as session:
        somebody = people.users(session)[0]
    refused = deeds.capture(dataclasses.replace(somebody, roles=frozenset({Role.READER})), [desk.source_id])

    assert not refused.done
    assert "may not have documents fetched" in refused.sentence
    assert read.listed() == ()


def test_foreign_words_of_a_job_stay_words() -> None:
    drawn = [job_rows.line(job(sentence=HOSTILE)), job_rows.job_list([job(about=HOSTILE)], {})]
    drawn += [job_rows.part_list([job(about=HOSTILE)]), job_rows.job_head(job(about=HOSTILE), {})]

    assert all("<script>" in str(node) for node in drawn)
    assert not any("innerHTML" in str(node) or "javascript:b" in str(_hrefs(node)) for node in drawn)


def _hrefs(node: object) -> list[object]:
    if isinstance(node, dict):
        return [node.get("href"), *(href for child in node.get("children", ()) for href in _hrefs(child))]
    return []


def test_a_failed_part_tells_when_it_is_tried_again() -> None:
    assert "2026-05-04 09:30 UTC" in str(job_rows.line(job(retry_at=AT)))


def test_the_file_of_jobs_has_a_row_for_each() -> None:
    (record,) = job_rows.job_records([job()])

    assert record["state"] == "failed"
    assert record["stands"] == "The site refuses programs (403)."
