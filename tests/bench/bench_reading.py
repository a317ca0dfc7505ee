"""How long taking articles in takes, against trafilatura alone on the same pages, in the same number of processes.

    python -m tests.bench.bench_reading          # 1,000 pages of 700 words
    python -m tests.bench.bench_reading 200

The pages are made up, with as much around the article as a news site puts there: navigation, teasers, scripts,
structured data, comments. Two sizes of that are timed, since trafilatura's own time hangs on the page and ours on the
words.
"""

from __future__ import annotations

import json
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import trafilatura
from rich.console import Console
from rich.table import Table

from db.session import Database
from firsthand.adding import Adding
from firsthand.claims.drafting import draft_claims
from firsthand.desk import Actor
from firsthand.settings import load_settings
from firsthand.taking_in import Known
from firsthand.text.extraction import extract_article
from firsthand.workspace import open_record, person

CORES = 2
WORDS = 700
PEOPLE = ("Ana Petrov", "Jonas Lind", "Mary Okafor", "Luis Ortega", "Hanna Weiss", "Tom Barker")
ROLES = ("the transport minister", "a spokesperson for the ministry", "head of the bridge authority", "the mayor")
PLACES = ("Old Mill", "Harbour Street", "the northern ring", "East Quay", "Saint Anne's")
PLAIN = (
    "The work began on a grey morning, with two cranes and a small crowd of onlookers.",
    "Nobody in the street could say when the road would be open again.",
    "For the shops on the other side it has been a long and quiet winter.",
    "It is a story that many towns along the river know well.",
    "The plans lie on a table in the library, next to a jar for donations.",
)
TOLD = (
    "“We closed {n} bridges in {year}, more than in any year before,” said {who}, {role}.",
    "{who}, {role}, told reporters on {day} that the repairs at {place} would cost {n} million euros.",
    "According to a report published in {month} {year}, {n} per cent of the spans are older than 50 years.",
    "The council voted {n} to 11 in {month} to sell the site at {place} to a private company.",
    "Traffic at {place} rose by {n} per cent between {year} and 2025, and the number of accidents fell by 12.",
    "{who} denied that the inspection had been delayed; the documents were handed over on {day}, {role} said.",
    "A court in the capital ruled on {day} that the contract of {year} was void.",
)


def articles(count: int) -> Iterator[str]:
    """Write articles of about ``WORDS`` words, each from its own seed."""
    for number in range(count):
        chance = random.Random(number)
        said: list[str] = []
        words = 0
        while words < WORDS:
            paragraph = " ".join(_sentence(chance) for _ in range(chance.randint(2, 4)))
            said.append(paragraph)
            words += len(paragraph.split())
        yield "\n".join(f"<p>{paragraph}</p>" for paragraph in said)


def _sentence(chance: random.Random) -> str:
    if chance.random() < 0.45:
        return chance.choice(PLAIN)
    return chance.choice(TOLD).format(
        n=chance.randint(2, 94),
        year=chance.randint(1998, 2024),
        who=chance.choice(PEOPLE),
        role=chance.choice(ROLES),
        place=chance.choice(PLACES),
        day=chance.choice(("Monday", "Tuesday", "Friday")),
        month=chance.choice(("March", "June", "October")),
    )


def page(article: str, number: int, teasers: int) -> bytes:
    """Put an article into a page of a news site; ``teasers`` says how much stands around it."""
    about = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": f"The bridges of the river, part {number}",
        "datePublished": "2025-03-02T08:00:00+01:00",
        "author": {"@type": "Person", "name": "Rosa Klein"},
        "publisher": {"@type": "Organization", "name": "The River Post"},
    }
    menu = "".join(f'<li class="nav-item"><a href="/section/{n}">Section {n}</a></li>' for n in range(teasers))
    around = "".join(
        f'<div class="teaser card"><a href="/story/{n}"><img src="/img/{n}.jpg" alt=""><h3>Another story {n}</h3></a>'
        f'<span class="meta"><time datetime="2025-03-01">1 March</time> · 3 min</span></div>'
        for n in range(teasers)
    )
    script = "<script>window.data = " + json.dumps({f"key{n}": "x" * 40 for n in range(teasers * 4)}) + ";</script>"
    html = (
        f"<!doctype html><html lang='en'><head><title>The bridges of the river, part {number}</title>"
        f"<script type='application/ld+json'>{json.dumps(about)}</script>{script}</head>"
        f"<body><nav><ul>{menu}</ul></nav><main><article><h1>The bridges of the river, part {number}</h1>"
        f"<div class='byline'>By Rosa Klein</div>{article}</article><aside>{around}</aside></main>"
        f"<footer>{menu}<p>All rights reserved.</p></footer></body></html>"
    )
    return html.encode()


def bare(data: bytes) -> int:
    """Do what trafilatura does alone: the text with what the page says about itself."""
    document = trafilatura.bare_extraction(data, with_metadata=True, include_comments=False)
    return len(document.text or "") if document else 0


def text_to_drafts(data: bytes) -> int:
    """Do all that is pure: text, metadata, references, drafts."""
    read = extract_article(data, None)
    return len(draft_claims(read.text, published=read.published, author=read.author))


def on_all_cores(work: Callable[[bytes], int], pages: Sequence[bytes]) -> float:
    """Seconds that the work takes over all pages, one process a core, warmed up before the clock starts."""
    with ProcessPoolExecutor(CORES) as pool:
        list(pool.map(work, pages[: 8 * CORES], chunksize=4))
        began = time.perf_counter()
        list(pool.map(work, pages, chunksize=16))
        return time.perf_counter() - began


def onto_a_desk(pages: Sequence[bytes]) -> float:
    """Seconds that ``firsthand add`` takes over a folder of the pages: files, reading, the record, everything."""
    with tempfile.TemporaryDirectory() as folder:
        files = Path(folder) / "pages"
        files.mkdir()
        for number, data in enumerate(pages):
            (files / f"{number:05d}.html").write_bytes(data)
        settings = load_settings({"FIRSTHAND_HOME": str(Path(folder) / "home"), "FIRSTHAND_USER": "me"})
        database: Database = open_record(settings)
        adding = Adding(database, Actor.of(person(database, "me")), None, Known(), None)
        began = time.perf_counter()
        failed = sum(outcome.taken is None for outcome in adding.run(sorted(files.iterdir())))
        seconds = time.perf_counter() - began
        database.close()
        shutil.rmtree(files)
    if failed:
        raise SystemExit(f"{failed} pages could not be taken in")
    return seconds


def main() -> None:
    """Print the table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    table = Table("page", "trafilatura", "text to drafts", "ratio", "onto a desk", "ratio")
    for name, teasers in (("lean", 12), ("as news sites are", 260)):
        pages = [page(article, number, teasers) for number, article in enumerate(articles(count))]
        size = sum(map(len, pages)) / count / 1000
        alone = on_all_cores(bare, pages)
        drafted = on_all_cores(text_to_drafts, pages)
        kept = onto_a_desk(pages)
        ratios = (f"{taken / alone:.2f}" for taken in (drafted, kept))
        seconds = (f"{taken:.1f} s" for taken in (alone, drafted, kept))
        first, second, third = seconds
        table.add_row(f"{name} ({size:.0f} kB)", first, second, next(ratios), third, next(ratios))
    Console().print(table)
    Console().print(f"{count} articles of {WORDS} words in {CORES} processes.")


if __name__ == "__main__":
    main()
