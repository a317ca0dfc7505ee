"""How long until the first page, and how long the small commands take, against starting Python alone."""

from __future__ import annotations

import os
import socket
import statistics
import subprocess
import sys
import time

import httpx
from rich.console import Console
from rich.table import Table

RUNS = 5


def seconds(command: list[str]) -> float:
    """Run a command several times; the median of its wall time."""
    taken = []
    for _ in range(RUNS):
        began = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)


def first_page() -> float:
    """Seconds from ``firsthand serve`` to the first answer of the board's address and a running session's health."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    began = time.perf_counter()
    server = subprocess.Popen(
        [sys.executable, "-m", "firsthand", "serve", "--port", str(port)],
        stdout=subprocess.DEVNULL,
        env=os.environ.copy(),
    )
    try:
        while True:
            try:
                if httpx.get(f"http://localhost:{port}/", trust_env=False).status_code == httpx.codes.OK:
                    return time.perf_counter() - began
            except httpx.TransportError:
                time.sleep(0.02)
    finally:
        server.terminate()
        server.wait(timeout=20)


def main() -> None:
    """Print the table."""
    firsthand = [sys.executable, "-m", "firsthand"]
    subprocess.run([*firsthand, "demo", "--no-serve"], check=True, stdout=subprocess.DEVNULL)
    python = seconds([sys.executable, "-c", "pass"])
    rows = [
        ("python alone", python),
        ("import sqlalchemy.orm", seconds([sys.executable, "-c", "import sqlalchemy.orm"])),
        ("firsthand --help", seconds([*firsthand, "--help"])),
        ("firsthand status", seconds([*firsthand, "status"])),
        ("firsthand serve to the first answer", statistics.median(first_page() for _ in range(3))),
    ]
    table = Table("what", "seconds", "times Python alone")
    for name, taken in rows:
        table.add_row(name, f"{taken:.2f}", f"{taken / python:.0f}")
    Console().print(table)


if __name__ == "__main__":
    main()
