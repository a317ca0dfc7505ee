"""The worker beside the dashboard: it comes with the server and goes with it, however the server goes."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from firsthand.jobs import Jobs
from firsthand.settings import Settings, load_settings

PATIENCE = 120.0  # seconds
LEAVES_IN = 5.0  # seconds, the bar


def environment(home: Path, **more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("FIRSTHAND_")}
    return {**kept, "FIRSTHAND_HOME": str(home), "FIRSTHAND_USER": "ann", **more}


def until(what: Callable[[], object]) -> bool:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if what():
            return True
        time.sleep(0.1)
    return False


@contextmanager
def serving(home: Path, *options: str, **more: str) -> Iterator[subprocess.Popen[bytes]]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "firsthand", "serve", "--port", str(port), *options]
    server = subprocess.Popen(command, env=environment(home, **more), stdout=subprocess.DEVNULL)
    try:
        assert until(lambda: _answers(port))
        yield server
    finally:
        server.kill()
        server.wait()


def _answers(port: int) -> bool:
    try:
        return httpx.get(f"http://localhost:{port}/healthz", trust_env=False).status_code == httpx.codes.OK
    except httpx.TransportError:
        return False


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return load_settings({"FIRSTHAND_HOME": str(tmp_path)})


@pytest.fixture
def jobs(settings: Settings) -> Iterator[Jobs]:
    client = Jobs(settings)
    yield client
    client.close()


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL], ids=lambda end: end.name)
def test_the_worker_beside_the_server_goes_with_it(tmp_path: Path, jobs: Jobs, end: signal.Signals):
    with serving(tmp_path) as server:
        assert until(jobs.workers)
        server.send_signal(end)
        server.wait(PATIENCE)
        assert until(lambda: not jobs.workers())


@pytest.mark.parametrize(("options", "more"), [(["--no-worker"], {}), ([], {"FIRSTHAND_WORKER": "0"})])
def test_a_server_can_leave_the_work_to_others(tmp_path: Path, jobs: Jobs, options: list[str], more: dict[str, str]):
    with serving(tmp_path, *options, **more):
        command = [sys.executable, "-m", "firsthand", "worker", "--with-parent"]
        worker = subprocess.Popen(command, env=environment(tmp_path), stdin=subprocess.PIPE)
        assert worker.stdin is not None
        try:
            assert until(jobs.workers)  # the only place of a local record is free
        finally:
            worker.stdin.close()
        assert worker.wait(PATIENCE) == 0
        assert not jobs.workers()


def test_a_worker_in_the_foreground_says_what_it_does_and_ends_with_ctrl_c(tmp_path: Path, jobs: Jobs):
    command = [sys.executable, "-m", "firsthand", "worker"]
    worker = subprocess.Popen(command, env=environment(tmp_path), stdout=subprocess.PIPE, text=True)
    try:
        assert worker.stdout is not None
        assert "At work" in worker.stdout.readline()
        worker.send_signal(signal.SIGINT)
        assert worker.wait(PATIENCE) == 0
        assert not jobs.workers()
    finally:
        worker.kill()
        worker.wait()
        if worker.stdout:
            worker.stdout.close()
