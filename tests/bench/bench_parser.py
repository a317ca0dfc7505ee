"""Time reading pages in the limited child process against reading them in this one."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

from rich.console import Console

from firsthand.sources.parsing import Parser
from firsthand.text.source_texts import extract_source

ROUNDS = 60
ADDRESS = "https://works.example/remarks"
SENTENCE = (
    "<p>The minister said that the bridge would be closed until the end of the year, and that the cost of 12.4 million"
    " was within the budget that <a href='/budget'>the house had approved</a> in March.</p>"
)
MENU = "<nav><ul>" + "".join(f"<li><a href='/{number}'>Item {number}</a></li>" for number in range(60)) + "</ul></nav>"
console = Console(soft_wrap=True)


def page(paragraphs: int) -> bytes:
    """Make a page with a menu, a script and so many paragraphs."""
    script = f"<script>{'var a = 1;' * 2000}</script>"
    head = f"<head><title>Remarks</title>{script}</head>"
    return f"<html lang='en'>{head}<body>{MENU}<main>{SENTENCE * paragraphs}</main></body></html>".encode()


def milliseconds(read: Callable[[], object]) -> float:
    """Tell the median of some rounds."""
    took = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        read()
        took.append(time.perf_counter() - began)
    return statistics.median(took) * 1000


def main() -> None:
    """Print a line for each size of page."""
    with Parser() as parser:
        began = time.perf_counter()
        parser.parse(page(1), "text/html", ADDRESS)
        console.print(f"the first page, with the start of the child: {(time.perf_counter() - began) * 1000:.0f} ms")
        for paragraphs in (12, 60, 600):
            data = page(paragraphs)
            there = milliseconds(lambda data=data: parser.parse(data, "text/html", ADDRESS))
            here = milliseconds(lambda data=data: extract_source(data, media_type="text/html", url=ADDRESS))
            kilobytes = len(data) // 1000
            console.print(f"{kilobytes} kB: {there:.1f} ms in the child, {here:.1f} here: {there / here:.2f} times")


if __name__ == "__main__":
    main()
