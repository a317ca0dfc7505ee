"""Settings come from the environment once, and say which variable makes no sense."""

from __future__ import annotations

from pathlib import Path

import pytest

from firsthand.errors import SettingsError
from firsthand.settings import OutsideService, WaybackKeys, load_settings


def test_an_empty_environment_gives_a_folder_for_user_data_and_the_login_name(monkeypatch):
    monkeypatch.setattr("getpass.getuser", lambda: "ola")
    settings = load_settings({})
    assert settings.home.is_absolute()
    assert settings.home.name == "firsthand"
    assert settings.url == f"sqlite:///{settings.home / 'record.sqlite'}"
    assert (settings.user, settings.address, settings.port) == ("ola", "localhost", 8501)


def test_a_machine_without_login_names_still_has_a_person(monkeypatch):
    def nobody() -> str:
        raise KeyError("getpwuid(): uid not found: 12345")

    monkeypatch.setattr("getpass.getuser", nobody)
    assert load_settings({}).user == "me"


def test_what_is_given_is_taken_and_a_home_may_begin_with_a_tilde():
    settings = load_settings(
        {"FIRSTHAND_HOME": "~/desk", "FIRSTHAND_USER": " ann@desk.example ", "FIRSTHAND_PORT": "8080"}
    )
    assert settings.home == Path.home() / "desk"
    assert (settings.user, settings.port) == ("ann@desk.example", 8080)


def test_a_database_address_moves_the_record_and_not_the_folder(tmp_path):
    settings = load_settings({"FIRSTHAND_HOME": str(tmp_path), "FIRSTHAND_DATABASE_URL": "postgresql://desk/record"})
    assert settings.url == "postgresql://desk/record"
    assert settings.home == tmp_path


def test_an_empty_variable_counts_as_not_set():
    assert load_settings({"FIRSTHAND_PORT": "", "FIRSTHAND_ADDRESS": " "}).port == 8501


@pytest.mark.parametrize("port", ["0", "65536", "eight", "-1", "80.5", "٨٠"])
def test_a_port_that_is_none_is_named(port):
    with pytest.raises(SettingsError, match="FIRSTHAND_PORT"):
        load_settings({"FIRSTHAND_PORT": port})


def test_there_is_no_language_model_unless_one_is_named():
    assert load_settings({"FIRSTHAND_LLM_MODEL": "small-one", "FIRSTHAND_LLM_KEY": "k"}).language_model is None


def test_a_language_model_has_an_address_a_name_and_patience():
    given = {"FIRSTHAND_LLM_URL": "http://localhost:11434/v1/", "FIRSTHAND_LLM_MODEL": "small-one"}
    model = load_settings(given).language_model
    assert model is not None
    assert (model.endpoint, model.host, model.seconds) == (
        "http://localhost:11434/v1/chat/completions",
        "localhost:11434",
        60,
    )
    assert model.drafter == "language model small-one"


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("FIRSTHAND_LLM_URL", "localhost:11434"),
        ("FIRSTHAND_LLM_URL", "file:///etc/passwd"),
        ("FIRSTHAND_LLM_URL", "http://"),
        ("FIRSTHAND_LLM_URL", "http://[::1/v1"),
        ("FIRSTHAND_LLM_URL", "http://localhost:port/v1"),
        ("FIRSTHAND_LLM_MODEL", ""),
        ("FIRSTHAND_LLM_KEY", "schlüssel"),
        ("FIRSTHAND_LLM_SECONDS", "0"),
        ("FIRSTHAND_LLM_SECONDS", "soon"),
    ],
)
def test_a_language_model_that_makes_no_sense_names_the_variable(variable, value):
    sound = {"FIRSTHAND_LLM_URL": "http://localhost/v1", "FIRSTHAND_LLM_MODEL": "small-one"}
    with pytest.raises(SettingsError, match=variable):
        load_settings(sound | {variable: value})


def test_services_outside_the_house_are_off_until_they_are_named():
    services = load_settings({}).services
    assert not any(services.allows(service) for service in OutsideService)
    assert services.wayback is None
    assert services.google_fact_check_key == ""


def test_services_are_named_in_a_list_and_their_keys_are_not_shown():
    given = {
        "FIRSTHAND_OUTSIDE_SERVICES": "GDELT, wayback,",
        "FIRSTHAND_WAYBACK_KEY": "k-1",
        "FIRSTHAND_WAYBACK_SECRET": "s-1",
        "FIRSTHAND_GOOGLE_FACTCHECK_KEY": "g-1",
    }
    services = load_settings(given).services
    assert services.consented == {OutsideService.GDELT, OutsideService.WAYBACK}
    assert services.wayback == WaybackKeys("k-1", "s-1")
    assert services.google_fact_check_key == "g-1"
    assert not any(key in repr(services) for key in ("k-1", "s-1", "g-1"))


def test_the_worker_and_the_watch_are_on_until_they_are_turned_off():
    assert (load_settings({}).worker, load_settings({}).watch) == (True, True)
    off = load_settings({"FIRSTHAND_WORKER": "0", "FIRSTHAND_WATCH": "off"})
    assert (off.worker, off.watch) == (False, False)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("FIRSTHAND_WORKER", "maybe"),
        ("FIRSTHAND_OUTSIDE_SERVICES", "gdelt,everything"),
        ("FIRSTHAND_WAYBACK_KEY", "alone"),
        ("FIRSTHAND_GOOGLE_FACTCHECK_KEY", "clé"),
    ],
)
def test_settings_of_jobs_and_services_that_make_no_sense_are_named(name, value):
    with pytest.raises(SettingsError, match=name):
        load_settings({name: value})
