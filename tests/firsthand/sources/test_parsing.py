from __future__ import annotations

import contextlib
import os
import signal
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from firsthand.sources.parsed import CRASHED, parsed
from firsthand.sources.parser_frames import Frame, packed, storable, unpacked
from firsthand.sources.parsing import MEMORY, Parser, shared_parser
from firsthand.text.source_texts import extract_source
from tests.firsthand.sources.pathological import PATHOLOGICAL, Pathological

GOOD = (
    b"<html lang='en'><head><title>Report on bridges</title><link rel='canonical' href='/report'></head><body><main>"
    b"<h1>Report on bridges</h1><p>In the year under review, <a href='/list'>14 bridges</a> were closed.</p></main>"
)
ADDRESS = "https://bridges.example/report?page=1"


@pytest.fixture(scope="module")
def parser() -> Iterator[Parser]:
    with Parser() as one:
        yield one


def test_a_page_is_read_in_another_process_as_it_is_in_this_one(parser: Parser) -> None:
    there, here = parser.parse(GOOD, "text/html", ADDRESS), extract_source(GOOD, media_type="text/html", url=ADDRESS)
    assert there.article() == here
    assert (there.title, there.language, there.canonical_url) == (
        "Report on bridges",
        "en",
        "https://bridges.example/report",
    )
    assert [(link.href, link.words) for link in there.references] == [("https://bridges.example/list", "14 bridges")]


def test_an_article_is_read_for_its_story_and_a_source_for_everything(parser: Parser) -> None:
    story = b"<p>The council voted on Tuesday to build a library in Mill Lane, the mayor said in the town hall.</p>" * 8
    page = b"<html><body><article><h1>Library</h1>" + story + b"</article><table><tr><td>Cost<td>12.4</table></body>"
    assert "Cost | 12.4" in (parser.parse(page, "text/html", None).text or "")
    assert "trafilatura" in parser.parse(page, "text/html", None, article=True).extractor


def test_what_has_no_text_comes_back_with_the_reason(parser: Parser) -> None:
    found = parser.parse(b"\x89PNG\r\n\x1a\n" + bytes(100), "image/png", ADDRESS)
    assert found.text is None
    assert "picture" in (found.reason or "")
    assert not found.out_of_limits


@pytest.mark.parametrize("bad", PATHOLOGICAL, ids=lambda bad: bad.what.replace(" ", "_"))
def test_no_page_takes_longer_or_more_than_it_may_and_the_next_one_is_read_at_once(bad: Pathological) -> None:
    """Bar 5: each over in 10 s and 1 GB, the next good page parsed within 1 s."""
    data = bad.make()
    with Parser() as parser:
        parser.parse(GOOD, "text/html", ADDRESS)
        began = time.monotonic()
        found = parser.parse(data, bad.media_type, ADDRESS)
        over = time.monotonic()
        following = parser.parse(GOOD, "text/html", ADDRESS)
        read = time.monotonic()
        peak = parser.peak
    assert found.text or found.reason
    assert over - began < 10
    assert peak <= MEMORY << 20
    assert following.title == "Report on bridges"
    assert read - over < 1


def test_a_reader_that_takes_too_long_is_stopped_and_says_so() -> None:
    slow = next(bad for bad in PATHOLOGICAL if "hide" in bad.what)
    with Parser(seconds=0.3) as parser:
        found = parser.parse(slow.make(), "text/html", ADDRESS)
    assert found.reason == (
        "Reading this file took longer than 0.3 seconds and was stopped; open it, copy its text and paste it."
    )
    assert found.out_of_limits


def test_a_reader_that_takes_too_much_memory_is_stopped_and_says_so() -> None:
    greedy = next(bad for bad in PATHOLOGICAL if "nine million" in bad.what)
    with Parser(memory=300, seconds=60) as parser:
        found = parser.parse(greedy.make(), "application/json", ADDRESS)
        assert parser.parse(GOOD, "text/html", ADDRESS).text
    assert found.reason == (
        "Reading this file took more than 300 MB of memory and was stopped; open it, copy its text and paste it."
    )
    assert found.out_of_limits


def test_a_child_that_was_killed_is_replaced(parser: Parser) -> None:
    parser.parse(GOOD, "text/html", ADDRESS)
    child = parser._child
    assert child is not None
    os.killpg(child.pid, signal.SIGKILL)
    child.wait()
    assert parser.parse(GOOD, "text/html", ADDRESS).text


def test_a_child_that_dies_in_the_middle_of_a_job_is_no_loss_but_of_the_job() -> None:
    slow = next(bad for bad in PATHOLOGICAL if "hide" in bad.what).make()
    with Parser() as parser:
        parser.parse(GOOD, "text/html", ADDRESS)
        child = parser._child
        assert child is not None
        timer = threading.Timer(0.3, lambda: os.killpg(child.pid, signal.SIGKILL))
        timer.start()
        assert parser.parse(slow, "text/html", ADDRESS).reason == CRASHED
        timer.join()
        assert parser.parse(GOOD, "text/html", ADDRESS).text


def test_many_threads_share_one_child(parser: Parser) -> None:
    pages = [f"<html><body><p>Page number {number} of many.</p></body></html>".encode() for number in range(40)]
    with ThreadPoolExecutor(8) as threads:
        texts = list(threads.map(lambda page: parser.parse(page, "text/html", None).text, pages))
    assert texts == [f"Page number {number} of many." for number in range(40)]


def test_the_child_ends_with_its_parser_and_starts_again_when_asked() -> None:
    parser = Parser()
    parser.start()
    child = parser._child
    assert child is not None
    assert child.poll() is None
    parser.close()
    assert child.poll() is not None
    assert parser.parse(GOOD, "text/html", ADDRESS).text
    parser.close()


def test_a_copy_of_the_process_has_a_child_of_its_own(parser: Parser) -> None:
    parser.parse(GOOD, "text/html", ADDRESS)
    child = parser._child
    copy = os.fork()
    if not copy:
        status = 1
        with contextlib.suppress(BaseException):
            status = 0 if parser.parse(GOOD, "text/html", ADDRESS).text else 2
            parser.close()
        os._exit(status)
    assert os.waitstatus_to_exitcode(os.waitpid(copy, 0)[1]) == 0
    assert parser.parse(GOOD, "text/html", ADDRESS).text
    assert parser._child is child


def test_the_process_shares_one_parser_for_what_comes_by_hand() -> None:
    assert shared_parser() is shared_parser()


def test_the_child_is_told_nothing_of_where_it_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FIRSTHAND_WAYBACK_SECRET", "s3cret")
    with Parser() as parser:
        parser.parse(GOOD, "text/html", ADDRESS)
        child = parser._child
        assert child is not None
        with open(f"/proc/{child.pid}/environ", "rb") as environment:  # noqa: PTH123
            assert b"s3cret" not in environment.read()


# Each does one thing that reading never needs, in the child's own process after its limits are set.
FORBIDDEN = {
    "connect": "import socket; socket.create_connection(('127.0.0.1', 9), 1)",
    "look up a name": "import socket; socket.getaddrinfo('example.org', 80)",
    "start a program": "import subprocess; subprocess.run(['true'], check=True)",
    "write a file": "open('/tmp/planted-by-a-reader', 'w')",
}


@pytest.mark.parametrize("deed", FORBIDDEN)
def test_what_reads_can_neither_reach_the_network_nor_change_anything(deed: str) -> None:
    import subprocess
    import sys

    program = (
        "import sys\n"
        "from firsthand.sources import parser_process\n"
        "sys.addaudithook(parser_process._refuse)\n"
        f"try:\n    {FORBIDDEN[deed]}\nexcept PermissionError as error:\n    print('refused')\n"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert said.stdout.strip() == "refused", said.stderr


def test_what_a_broken_reader_answers_is_not_believed() -> None:
    for head in (
        {"references": [["https://a.example", "words", [5, 3]]]},
        {"references": [["https://a.example", 7, None]]},
        {"pages": [[0, 999]]},
        {"references": "many"},
    ):
        assert parsed(Frame({"extractor": "x", **head}, b"text")).reason == CRASHED
    assert parsed(Frame({}, b"\xff\xfe")).reason == CRASHED


def test_frames_are_whole_or_nothing() -> None:
    frame = Frame({"kind": "source", "url": "https://ä.example"}, b"\x00\xff")
    wire = packed(frame)
    for cut in range(len(wire)):
        assert unpacked(_reader(wire[:cut])) is None
    assert unpacked(_reader(wire)) == frame
    with pytest.raises(ValueError, match="longer than any answer"):
        unpacked(_reader(wire), longest=10)


def _reader(wire: bytes):
    left = [wire]

    def read(size: int) -> bytes:
        piece, left[0] = left[0][:size], left[0][size:]
        return piece

    return read


def test_what_no_database_keeps_is_replaced_where_it_stands() -> None:
    assert storable("a\0b\ud800c\U0001f600") == "a\ufffdb\ufffdc\U0001f600"
