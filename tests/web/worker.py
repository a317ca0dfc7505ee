"""A worker whose web is the small one: ``python -m tests.web.worker PORT HOST...`` in the surroundings of a record."""

from __future__ import annotations

import sys

from firsthand import jobs
from firsthand.settings import load_settings
from firsthand.workspace import open_record
from tests.firsthand.sources.loopback import loopback_web


def main(port: int, hosts: list[str]) -> None:
    """Work until told to stop."""
    settings = load_settings()
    with loopback_web(dict.fromkeys(hosts, ("127.0.0.1", port))) as web:
        jobs.work(open_record(settings), settings, web=web)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])
