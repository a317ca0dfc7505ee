"""CPU time of each page's run over an empty page's, on the sample case and on a desk of many claims.

python -m tests.bench.bench_pages 10000
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from rich.console import Console
from rich.progress import Progress
from rich.table import Table
from streamlit.testing.v1 import AppTest

from db.queries import sources
from db.rows import SourceFilter
from db.session import Database
from firsthand.settings import load_settings
from tests.bench.loading import load
from tests.bench.synthetic import Synthetic

ROOT = Path(__file__).parents[2]
APP = ROOT / "dashboard" / "app.py"
RUNS = 15
PAGES = {
    "board": ("app_pages/board.py", {}),
    "articles": ("app_pages/articles.py", {}),
    "article": ("app_pages/article.py", {"article": "FA-000001"}),
    "claims": ("app_pages/claims.py", {}),
    "claim": ("app_pages/claim.py", {"claim": "FH-000002"}),
    "sources": ("app_pages/sources.py", {}),
    "source": ("app_pages/source.py", {"source": ""}),
    "history": ("app_pages/history.py", {}),
}


def run_pages() -> dict[str, float]:
    """Milliseconds of CPU for a rerun of each page of the record in FIRSTHAND_HOME, and of an empty page."""
    figures = {}
    empty = AppTest.from_string("import streamlit as st\nst.set_page_config(layout='wide')", default_timeout=60)
    figures["empty"] = _median(empty)
    for name, (path, asked) in PAGES.items():
        test = AppTest.from_file(str(APP), default_timeout=60)
        test.run()
        test.switch_page(path)
        for key, value in asked.items():
            test.query_params[key] = value or first_source()
        test.run()
        if test.exception:
            raise RuntimeError(f"{name}: {test.exception[0].value}")
        figures[name] = _median(test)
    return figures


def first_source() -> str:
    """Tell the short id of the source that most rests on."""
    settings = load_settings()
    with Database(settings.url, settings.home).read() as session:
        return sources.page(session, SourceFilter(), size=1).rows[0].ref


def _median(test: AppTest) -> float:
    taken = []
    for _ in range(RUNS):
        began = time.process_time()
        test.run()
        taken.append((time.process_time() - began) * 1000)
    return statistics.median(taken[2:])


def on_record(home: str) -> dict[str, float]:
    """Measure in a process of its own, so that no cache is shared."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.bench_pages", "--here"],
        cwd=ROOT,
        env={**os.environ, "FIRSTHAND_HOME": home, "FIRSTHAND_USER": "ann"},
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def main() -> None:
    """Print the table."""
    if sys.argv[1:] == ["--here"]:
        print(json.dumps(run_pages()))
        return
    claims = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as sample, tempfile.TemporaryDirectory() as large:
        subprocess.run(
            [sys.executable, "-m", "firsthand", "demo", "--no-serve"],
            env={**os.environ, "FIRSTHAND_HOME": sample},
            check=True,
            stdout=subprocess.DEVNULL,
        )
        build(Path(large), claims)
        small, big = on_record(sample), on_record(large)
    table = Table("page", "51 claims: ms over empty", f"{claims:,} claims: ms over empty", "ratio")
    for name in PAGES:
        over, large_over = small[name] - small["empty"], big[name] - big["empty"]
        table.add_row(name, f"{over:.1f}", f"{large_over:.1f}", f"{big[name] / small[name]:.2f}")
    Console().print(f"An empty page takes {small['empty']:.1f} ms of CPU.")
    Console().print(table)


def build(home: Path, claims: int) -> None:
    """Make a desk of many claims."""
    database = Database(f"sqlite:///{home / 'record.sqlite'}", home).prepare()
    database.close()  # loading wants the file for itself
    with Progress(disable=True) as progress:
        load(database, Synthetic(claims), progress)


if __name__ == "__main__":
    main()
