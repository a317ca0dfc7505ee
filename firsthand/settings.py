"""Settings, read once from the environment; functions receive the values that they need."""

from __future__ import annotations

import getpass
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from platformdirs import user_data_path

from firsthand.errors import SettingsError

_PORTS = range(1, 65536)
_PATIENCE = range(1, 3601)


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


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the record is and who is working on it."""

    home: Path
    database_url: str
    user: str
    address: str
    port: int
    language_model: LanguageModel | None = None

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
    ``FIRSTHAND_LLM_SECONDS`` its patience; without the first there is none.
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
    )


def _language_model(url: str, name: str, key: str, seconds: str) -> LanguageModel | None:
    if not url:
        return None
    if not _is_address(url):
        raise SettingsError(f"FIRSTHAND_LLM_URL is «{url}»: set it to an address such as http://localhost:11434/v1.")
    if not name:
        raise SettingsError("FIRSTHAND_LLM_URL is set, so FIRSTHAND_LLM_MODEL has to name the model.")
    if not (key.isascii() and key.isprintable()):
        raise SettingsError("FIRSTHAND_LLM_KEY holds characters that no key has: copy it again.")
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
