"""Starting the dashboard, which knows us and which we do not import."""

from __future__ import annotations

import importlib.util
import os
import socket
import sys
from pathlib import Path
from typing import NoReturn

from firsthand.errors import FirsthandError
from firsthand.settings import Settings


def serve(settings: Settings, port: int) -> NoReturn:
    """Become the dashboard's server, so that whoever ends this process ends the server; returns never."""
    folder = _dashboard_folder()
    if _taken(settings.address, port):
        raise FirsthandError(f"Port {port} is in use: stop what runs there, or say --port with another number.")
    print(f"Firsthand is at http://{settings.address}:{port} (Ctrl+C ends it).", flush=True)  # noqa: T201
    # -P: a folder named «db» where the command is given must not stand in for ours.
    command = [sys.executable, "-P", "-m", "streamlit", "run", str(folder / "server.py")]
    options = [f"--server.port={port}", f"--server.address={settings.address}"]
    environment = {
        **os.environ,
        "FIRSTHAND_HOME": str(settings.home),
        "FIRSTHAND_USER": settings.user,
        "FIRSTHAND_WORKER": "1" if settings.worker else "0",  # the server starts it, to end it with itself
    }
    os.execve(sys.executable, [*command, *options], environment)  # noqa: S606 - our own interpreter and file


def _dashboard_folder() -> Path:
    spec = importlib.util.find_spec("dashboard")
    if spec is None or not spec.submodule_search_locations:
        raise FirsthandError("The dashboard is not installed: install firsthand again.")
    return Path(next(iter(spec.submodule_search_locations)))


def _taken(address: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex((address, port)) == 0
