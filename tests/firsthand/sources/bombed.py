"""A process of its own that fetches what it is told to and says how much memory and time each fetch took.

``python -m tests.firsthand.sources.bombed HOST PORT TLS_PORT SECONDS PATH...``
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from firsthand.sources.fetching import Asked, Limits
from tests.firsthand.sources.loopback import loopback_web
from tests.firsthand.sources.wire import client_context

_STATUS = Path("/proc/self/status")


def _most_memory() -> int:
    """Tell the most memory that the process ever had since it was last asked to forget, in kilobytes (proc(5))."""
    return next(int(line.split()[1]) for line in _STATUS.read_text().splitlines() if line.startswith("VmHWM:"))


def main(host: str, port: str, tls_port: str, seconds: str, *paths: str) -> None:
    """Fetch one path after the other, after one that does no harm, and print a line of JSON for each."""
    places = {"gov.example:80": (host, int(port)), "gov.example:443": (host, int(tls_port))}
    web = loopback_web(places, limits=Limits(seconds=float(seconds)), tls=client_context())
    web.fetch(Asked("http://gov.example/harmless", robots=True))
    Path("/proc/self/clear_refs").write_text("5")
    before = _most_memory()
    for path in paths:
        Path("/proc/self/clear_refs").write_text("5")
        began = time.monotonic()
        fetched = web.fetch(Asked(f"http{'s' if path.startswith('/tls') else ''}://gov.example{path}"))
        took = time.monotonic() - began
        said = {
            "path": path,
            "outcome": fetched.outcome.value,
            "reason": fetched.reason,
            "kept": fetched.body is not None,
            "seconds": round(took, 3),
            "megabytes": round((_most_memory() - before) / 1024, 1),
        }
        print(json.dumps(said), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
