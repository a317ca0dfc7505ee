"""What a rerun of each page costs over an empty page's, on the sample case and on desks of many claims.

python -m tests.bench.bench_pages [10000 1000000]    # sizes; a size may also be the folder of a record that is there
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.progress import Progress
from rich.table import Table
from streamlit.testing.v1 import AppTest

from dashboard.data import record
from db.queries import sources
from db.rows import SourceFilter
from db.session import Database
from firsthand.settings import load_settings
from tests.bench.loading import load
from tests.bench.synthetic import Synthetic

ROOT = Path(__file__).parents[2]
APP = ROOT / "dashboard" / "app.py"
RUNS = 15
SAMPLE = "sample"
PAGES: dict[str, dict[str, str]] = {
    "board": {},
    "wallboard": {},
    "articles": {},
    "article": {"article": "FA-000001"},
    "triage": {"article": "FA-000001"},
    "claims": {},
    "claim": {"claim": "FH-000002"},
    "sources": {},
    "source": {"source": ""},
    "speakers": {},
    "speaker": {"speaker": "FP-000001"},
    "history": {},
    "settings": {},
    "glossary": {},
}


class Cost(NamedTuple):
    """Milliseconds of one rerun: of the processor, by the clock on the wall, and by it right after a change.

    A page that is drawn again answers from memory; after a change of the record it asks everything anew.
    """

    cpu: float
    wall: float
    anew: float


def run_pages() -> dict[str, Cost]:
    """Measure a rerun of each page of the record in FIRSTHAND_HOME, and of an empty page."""
    figures = {}
    empty = AppTest.from_string("import streamlit as st\nst.set_page_config(layout='wide')", default_timeout=120)
    empty.run()
    figures["empty"] = _median(empty)
    for name, asked in PAGES.items():
        test = AppTest.from_file(str(APP), default_timeout=120)
        test.run()
        test.switch_page(f"app_pages/{name}.py")
        for key, value in asked.items():
            test.query_params[key] = value or _busiest_source()
        test.run()
        if test.exception:
            raise RuntimeError(f"{name}: {test.exception[0].value}")
        figures[name] = _median(test)
    return figures


def _busiest_source() -> str:
    """Tell the short id of the source that most rests on."""
    settings = load_settings()
    with Database(settings.url, settings.home).read() as session:
        return sources.page(session, SourceFilter(), size=1).rows[0].ref


def _median(test: AppTest) -> Cost:
    """Take the middle of several reruns, the first two left out."""
    taken = []
    for _ in range(RUNS):
        began, at = time.process_time(), time.perf_counter()
        test.run()
        again = time.perf_counter()
        taken.append((time.process_time() - began, again - at))
    anew = []
    for _ in range(RUNS // 2):
        record._answers.cache_clear()
        at = time.perf_counter()
        test.run()
        anew.append(time.perf_counter() - at)
    cpu, wall = (1000 * statistics.median(column) for column in zip(*taken[2:], strict=True))
    return Cost(cpu, wall, 1000 * statistics.median(anew))


def on_record(home: str) -> dict[str, Cost]:
    """Measure in a process of its own, so that no cache is shared."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.bench_pages", "--here"],
        cwd=ROOT,
        env={**os.environ, **_as_served(), "FIRSTHAND_HOME": home, "FIRSTHAND_USER": "ann"},
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return {name: Cost(*figures) for name, figures in json.loads(done.stdout.splitlines()[-1]).items()}


def _as_served() -> dict[str, str]:
    """Give the settings that the server runs with to the tests' runner, which does not read them by itself."""
    settings = tomllib.loads((ROOT / "dashboard" / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    return {
        "STREAMLIT_BROWSER_GATHER_USAGE_STATS": str(settings["browser"]["gatherUsageStats"]),
        "STREAMLIT_RUNNER_MAGIC_ENABLED": str(settings["runner"]["magicEnabled"]),
        "STREAMLIT_RUNNER_POST_SCRIPT_GC": str(settings["runner"]["postScriptGC"]),
    }


@contextmanager
def desk_of(size: str) -> Iterator[str]:
    """Give the folder of a record: the sample's, one of so many claims, or one that is there already."""
    if Path(size).is_dir():
        yield size
        return
    with tempfile.TemporaryDirectory() as home:
        if size == SAMPLE:
            subprocess.run(
                [sys.executable, "-m", "firsthand", "demo", "--no-serve"],
                env={**os.environ, "FIRSTHAND_HOME": home},
                check=True,
                stdout=subprocess.DEVNULL,
            )
        else:
            build(Path(home), int(size))
        yield home


def main(sizes: Sequence[str]) -> None:
    """Print the table."""
    table = Table("page", title="Milliseconds over an empty page's: CPU / wall / wall right after a change")
    measured: list[dict[str, Cost]] = []
    for size in (SAMPLE, *(sizes or ["10000"])):
        with desk_of(size) as home:
            measured.append(on_record(home))
        table.add_column("51 claims" if size == SAMPLE else size if Path(size).is_dir() else f"{int(size):,} claims")
    table.add_column("largest over sample, wall")
    for name in PAGES:
        cells = [
            " / ".join(f"{cost - bare:.0f}" for cost, bare in zip(one[name], one["empty"], strict=True))
            for one in measured
        ]
        table.add_row(name, *cells, f"{measured[-1][name].wall / measured[0][name].wall:.2f}")
    bare = measured[0]["empty"]
    Console().print(f"An empty page takes {bare.cpu:.1f} ms of CPU, {bare.wall:.1f} ms in all.")
    Console().print(table)


def build(home: Path, claims: int) -> None:
    """Make a desk of many claims."""
    database = Database(f"sqlite:///{home / 'record.sqlite'}", home).prepare()
    database.close()  # loading wants the file for itself
    with Progress(disable=True) as progress:
        load(database, Synthetic(claims), progress)


if __name__ == "__main__":
    if sys.argv[1:] == ["--here"]:
        print(json.dumps(run_pages()))
    else:
        main(sys.argv[1:])
