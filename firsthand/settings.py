"""Settings, read once from the environment; functions receive the values that they need."""

from __future__ import annotations

import getpass
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit

from platformdirs import user_data_path

from firsthand.errors import SettingsError

_PORTS = range(1, 65536)
_PATIENCE = range(1, 3601)
_ON = frozenset({"1", "true", "yes", "on"})
_OFF = frozenset({"0", "false", "no", "off"})


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """An OpenAI-compatible endpoint that the desk chose to ask; ``seconds`` is the longest that one answer may take."""

    url: str
    name: str
    key: str = field(default="", repr=False)
    seconds: int = 60

    @property
    def endpoint(self) -> str:
        """Where questions go."""
        base = self.url.rstrip("/")
        return base if base.endswith("/chat/completions") else f"{base}/chat/completions"

    @property
    def host(self) -> str:
        """The host, to be shown."""
        return urlsplit(self.url).netloc.rpartition("@")[2]

    @property
    def drafter(self) -> str:
        """The name that its drafts are marked with."""
        return f"language model {self.name}"[:100]


class OutsideService(StrEnum):
    """A service outside the house that is asked only where the desk consented to it."""

    GDELT = "gdelt"
    WIKIDATA = "wikidata"
    WAYBACK = "wayback"


@dataclass(frozen=True, slots=True)
class WaybackKeys:
    """The desk's own key to the Wayback Machine, without which nothing is saved there."""

    key: str = field(repr=False)
    secret: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Services:
    """Which services outside the house may be asked; with nothing set, none is."""

    consented: frozenset[OutsideService] = frozenset()
    wayback: WaybackKeys | None = None
    google_fact_check_key: str = field(default="", repr=False)

    def allows(self, service: OutsideService) -> bool:
        """Tell whether the desk consented to asking a service."""
        return service in self.consented


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the record is, who is working on it, and what the machine may do by itself.

    ``worker`` is whether the dashboard's server starts a worker of its own; ``watch`` whether workers look at sources
    and articles by themselves.
    """

    home: Path
    database_url: str
    user: str
    address: str
    port: int
    language_model: LanguageModel | None = None
    worker: bool = True
    watch: bool = True
    services: Services = Services()

    @property
    def url(self) -> str:
        """The database's address: the one given, or the file in the home folder."""
        return self.database_url or f"sqlite:///{self.home / 'record.sqlite'}"


def load_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """Read the environment; raises ``SettingsError`` with the variable's name. An empty variable counts as not set.

    ``FIRSTHAND_HOME`` is the folder for everything, else the platform's folder for user data;
    ``FIRSTHAND_DATABASE_URL`` moves the record itself to PostgreSQL; ``FIRSTHAND_USER`` is the person (an address or
    a login name), else the login name; ``FIRSTHAND_ADDRESS`` and ``FIRSTHAND_PORT`` are the dashboard's.
    ``FIRSTHAND_LLM_URL`` and ``FIRSTHAND_LLM_MODEL`` name a language model, ``FIRSTHAND_LLM_KEY`` its key and
    ``FIRSTHAND_LLM_SECONDS`` its patience; without the first there is none. ``FIRSTHAND_WORKER=0`` leaves the work to
    workers that are started by hand, ``FIRSTHAND_WATCH=0`` turns the schedule of looks off.
    ``FIRSTHAND_OUTSIDE_SERVICES`` lists the services that may be asked (gdelt, wikidata, wayback);
    ``FIRSTHAND_WAYBACK_KEY`` and ``FIRSTHAND_WAYBACK_SECRET`` let captures be saved in the Wayback Machine, and
    ``FIRSTHAND_GOOGLE_FACTCHECK_KEY`` lets Google's fact-check search be asked.
    """

    def given(name: str) -> str:
        return environment.get(f"FIRSTHAND_{name}", "").strip()

    home = Path(given("HOME") or user_data_path("firsthand", appauthor=False))
    return Settings(
        home=home.expanduser().absolute(),
        database_url=given("DATABASE_URL"),
        user=given("USER") or _login_name(),
        address=given("ADDRESS") or "localhost",
        port=_port(given("PORT") or "8501"),
        language_model=_language_model(given("LLM_URL"), given("LLM_MODEL"), given("LLM_KEY"), given("LLM_SECONDS")),
        worker=_switch("WORKER", given("WORKER")),
        watch=_switch("WATCH", given("WATCH")),
        services=Services(
            consented=_consented(given("OUTSIDE_SERVICES")),
            wayback=_wayback(given("WAYBACK_KEY"), given("WAYBACK_SECRET")),
            google_fact_check_key=_key("GOOGLE_FACTCHECK_KEY", given("GOOGLE_FACTCHECK_KEY")),
        ),
    )


def _switch(name: str, value: str) -> bool:
    word = value.lower()
    if word not in {"", *_ON, *_OFF}:
        raise SettingsError(f"FIRSTHAND_{name} is «{value}»: set it to 1 or 0.")
    return word not in _OFF


def _consented(value: str) -> frozenset[OutsideService]:
    words = {word.strip().lower() for word in value.split(",")} - {""}
    unknown = sorted(words - set(OutsideService))
    if unknown:
        known = ", ".join(OutsideService)
        raise SettingsError(f"FIRSTHAND_OUTSIDE_SERVICES names «{unknown[0]}»: it may list {known}.")
    return frozenset(OutsideService(word) for word in words)


def _wayback(key: str, secret: str) -> WaybackKeys | None:
    if bool(key) != bool(secret):
        raise SettingsError("FIRSTHAND_WAYBACK_KEY and FIRSTHAND_WAYBACK_SECRET belong together: set both or neither.")
    return WaybackKeys(_key("WAYBACK_KEY", key), _key("WAYBACK_SECRET", secret)) if key else None


def _key(name: str, value: str) -> str:
    if not (value.isascii() and value.isprintable()):
        raise SettingsError(f"FIRSTHAND_{name} holds characters that no key has: copy it again.")
    return value


def _language_model(url: str, name: str, key: str, seconds: str) -> LanguageModel | None:
    if not url:
        return None
    if not _is_address(url):
        raise SettingsError(f"FIRSTHAND_LLM_URL is «{url}»: set it to an address such as http://localhost:11434/v1.")
    if not name:
        raise SettingsError("FIRSTHAND_LLM_URL is set, so FIRSTHAND_LLM_MODEL has to name the model.")
    key = _key("LLM_KEY", key)
    seconds = seconds or "60"
    if not (seconds.isascii() and seconds.isdigit() and int(seconds) in _PATIENCE):
        raise SettingsError(f"FIRSTHAND_LLM_SECONDS is «{seconds}»: set it to a number from 1 to {_PATIENCE[-1]}.")
    return LanguageModel(url, name, key, int(seconds))


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:  # a port that is none, half an IPv6 address
        return False


def _port(value: str) -> int:
    if not (value.isascii() and value.isdigit() and int(value) in _PORTS):
        raise SettingsError(f"FIRSTHAND_PORT is «{value}», which is no port: set it to a number from 1 to 65535.")
    return int(value)


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # no such person on this machine, as in some containers
        return "me"
