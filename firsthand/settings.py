"""Settings, read once from the environment; functions receive the values that they need."""

from __future__ import annotations

import getpass
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

from firsthand.errors import SettingsError

_PORTS = range(1, 65536)


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the record is and who is working on it."""

    home: Path
    database_url: str
    user: str
    address: str
    port: int

    @property
    def url(self) -> str:
        """The database's address: the one given, or the file in the home folder."""
        return self.database_url or f"sqlite:///{self.home / 'record.sqlite'}"


def load_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """Read the environment; raises ``SettingsError`` with the variable's name. An empty variable counts as not set.

    ``FIRSTHAND_HOME`` is the folder for everything, else the platform's folder for user data;
    ``FIRSTHAND_DATABASE_URL`` moves the record itself to PostgreSQL; ``FIRSTHAND_USER`` is the person (an address or
    a login name), else the login name; ``FIRSTHAND_ADDRESS`` and ``FIRSTHAND_PORT`` are the dashboard's.
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
    )


def _port(value: str) -> int:
    if not (value.isascii() and value.isdigit() and int(value) in _PORTS):
        raise SettingsError(f"FIRSTHAND_PORT is «{value}», which is no port: set it to a number from 1 to 65535.")
    return int(value)


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # no such person on this machine, as in some containers
        return "me"
