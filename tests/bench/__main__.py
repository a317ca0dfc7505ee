"""``make bench``: every figure that the project quotes, as ratios measured in one run.

    python -m tests.bench                 # all, the large desk with 100,000 claims
    python -m tests.bench --claims 1000000
    python -m tests.bench pages engine    # only these parts

Engine figures need the public data sets; name their folder in FIRSTHAND_BENCH_DATA (the file ``bench.py`` in it).
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console

ROOT = Path(__file__).parents[2]
ENGINE_TASKS = ("attribution", "quotes", "checkworthy", "passages", "similar")
PARTS = ("start", "pages", "queries", "similar", "library", "reading", "engine")
console = Console(soft_wrap=True)


def engine() -> None:
    """Score the engine on data that nobody here wrote, where it is at hand."""
    places = (os.environ.get("FIRSTHAND_BENCH_DATA", ""), ROOT.parent / "shared" / "bench")
    folder = next((Path(place) for place in places if str(place) and (Path(place) / "bench.py").exists()), None)
    if folder is None:
        console.print("The engine's data sets are not here: name their folder in FIRSTHAND_BENCH_DATA.")
        return
    for task in ENGINE_TASKS:
        subprocess.run([sys.executable, str(folder / "bench.py"), task], cwd=ROOT, check=True)


def reading() -> None:
    """Time articles on their way from a page to drafts, and score check-worthiness on our own sentences of news."""
    for module in ("bench_news", "bench_reading", "bench_parser"):
        subprocess.run([sys.executable, "-m", f"tests.bench.{module}"], cwd=ROOT, check=True)


def similar() -> None:
    """Time the search for earlier claims that say the same, among 100,000."""
    subprocess.run([sys.executable, "-m", "tests.bench.bench_similar"], cwd=ROOT, check=True)


def library() -> None:
    """Time the search for a quotation in a library of 100,000 captured sources; building it is done once."""
    subprocess.run([sys.executable, "-m", "tests.bench.bench_library"], cwd=ROOT, check=True)


def queries(claims: int) -> None:
    """Time the queries on a large desk against a small one."""
    subprocess.run([sys.executable, "-m", "tests.bench.bench_queries", str(claims)], cwd=ROOT, check=True)


def pages(claims: int) -> None:
    """Time each page against an empty one, on the sample and on larger desks."""
    sizes = [str(size) for size in sorted({10_000, claims})]
    subprocess.run([sys.executable, "-m", "tests.bench.bench_pages", *sizes], cwd=ROOT, check=True)


def start() -> None:
    """Time the way from the command to the first page, and the small commands."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "FIRSTHAND_HOME": folder, "FIRSTHAND_WORKER": "0"}
        command = [sys.executable, "-m", "tests.bench.bench_start"]
        subprocess.run(command, cwd=ROOT, env=environment, check=True)


def main() -> None:
    """Run the parts that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []])
    parser.add_argument("--claims", type=int, default=100_000)
    given = parser.parse_args()
    parts = given.parts or PARTS
    runs = {
        "engine": engine,
        "reading": reading,
        "similar": similar,
        "library": library,
        "queries": lambda: queries(given.claims),
        "pages": lambda: pages(given.claims),
        "start": start,
    }
    for part in parts:
        console.rule(part)
        runs[part]()


if __name__ == "__main__":
    main()
