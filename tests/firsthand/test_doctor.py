"""The doctor finds what is not as it should be, and says what to do."""

from __future__ import annotations

import pytest

from firsthand.doctor import Verdict, examine, sqlite_check
from firsthand.jobs import Jobs
from firsthand.settings import load_settings


@pytest.mark.parametrize("version", [(3, 51, 3), (3, 52, 0), (3, 50, 7), (3, 44, 6), (4, 0, 0)])
def test_a_mended_sqlite_is_good(version):
    assert sqlite_check(version).verdict is Verdict.GOOD


@pytest.mark.parametrize("version", [(3, 40, 1), (3, 44, 5), (3, 45, 0), (3, 50, 6), (3, 51, 2)])
def test_a_sqlite_with_the_log_bug_gets_advice(version):
    check = sqlite_check(version)
    assert check.verdict is Verdict.ADVICE
    assert ".".join(map(str, version)) in check.sentence


def test_a_fresh_folder_is_fit_for_work(tmp_path):
    checks = {check.name: check for check in examine(load_settings({"FIRSTHAND_HOME": str(tmp_path)}))}
    assert set(checks) == {
        *("Python", "SQLite", "Disk", "Record", "Checkpoints", "Language model"),
        *("Outside services", "Jobs", "Dashboard"),
    }
    assert all(check.verdict is not Verdict.BAD for check in checks.values())


def test_a_record_that_cannot_be_opened_is_bad_and_the_other_checks_still_run(tmp_path):
    settings = load_settings(
        {"FIRSTHAND_HOME": str(tmp_path), "FIRSTHAND_DATABASE_URL": "postgresql://127.0.0.1:1/nothing"}
    )
    checks = {check.name: check for check in examine(settings)}
    assert checks["Record"].verdict is Verdict.BAD
    assert "Dashboard" in checks


def test_a_full_disk_is_bad(tmp_path, monkeypatch):
    monkeypatch.setattr("shutil.disk_usage", lambda _: type("Usage", (), {"free": 5_000_000})())
    checks = {check.name: check for check in examine(load_settings({"FIRSTHAND_HOME": str(tmp_path)}))}
    assert checks["Disk"].verdict is Verdict.BAD
    assert "5 MB" in checks["Disk"].sentence


def test_a_language_model_is_named_with_what_it_is_sent(tmp_path):
    named = {"FIRSTHAND_LLM_URL": "http://localhost:11434/v1", "FIRSTHAND_LLM_MODEL": "small-one"}
    checks = {check.name: check for check in examine(load_settings({"FIRSTHAND_HOME": str(tmp_path), **named}))}
    assert "small-one at localhost:11434" in checks["Language model"].sentence


def test_the_services_that_may_be_asked_are_named_without_their_keys(tmp_path):
    given = {
        "FIRSTHAND_HOME": str(tmp_path),
        "FIRSTHAND_OUTSIDE_SERVICES": "wikidata, gdelt",
        "FIRSTHAND_WAYBACK_KEY": "secret-key",
        "FIRSTHAND_WAYBACK_SECRET": "secret-word",
    }
    (check,) = (check for check in examine(load_settings(given)) if check.name == "Outside services")
    assert check.sentence.startswith("gdelt may be asked; wikidata may be asked; captures may be saved")
    assert "secret" not in check.sentence


def test_jobs_that_nobody_does_get_advice(tmp_path):
    settings = load_settings({"FIRSTHAND_HOME": str(tmp_path), "FIRSTHAND_WATCH": "0"})
    jobs = Jobs(settings)
    jobs.watch(None, [1])
    jobs.close()
    (check,) = (check for check in examine(settings) if check.name == "Jobs")
    assert check.verdict is Verdict.ADVICE
    assert check.sentence.startswith("1 job waits for a worker")
    assert "FIRSTHAND_WATCH=0" in check.sentence
