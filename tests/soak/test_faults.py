"""Bar 11: whatever fails while an article is taken in, the record is as before or as after, and can go on."""

from __future__ import annotations

import contextlib
import os
import resource
import shutil
import signal
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from db.session import Database
from db.vocabulary import CaptureMethod
from firsthand.errors import FirsthandError
from firsthand.taking_in import Incoming, TakenIn, take_in
from firsthand.verification import verify
from tests.db.recounting import differences
from tests.firsthand.newsroom import Newsroom, Opener
from tests.soak.faults import Crashed, Faults

TEXT = (
    "Council approves new library\n\nThe council voted 14 to 9 on Tuesday, Mayor Joan Peel said on 4 May 2026.\n\n"
    "“We will open the doors in 2028,” she told reporters. The building will cost 12.4 million euros."
).encode()
Rows = dict[str, int]


def _save(newsroom: Newsroom) -> TakenIn:
    return take_in(newsroom.database, newsroom.chris, newsroom.desk_id, Incoming(TEXT, CaptureMethod.PASTE))


def _rows(newsroom: Newsroom) -> Rows:
    return {name: len(rows) for name, rows in newsroom.everything().items() if not name.endswith("tally")}


def _sound(newsroom: Newsroom) -> None:
    assert verify(newsroom.database).problems == ()
    with newsroom.database.read() as session:
        assert differences(session) == {}


def _points(newsroom: Newsroom) -> tuple[list[str], Rows]:
    """Save once without a fault: the points that a save comes to, and the state after it."""
    with Faults().planted(newsroom.database) as faults:
        _save(newsroom)
    rows = _rows(newsroom)
    newsroom.database.close()
    return faults.points, rows


def _fail_everywhere(opened: Opener, every: int) -> str:
    """Fail at each point in turn, as an error and as a crash; tells how many points there are of each kind."""
    points, new = _points(opened())
    for number in range(0, len(points), every):
        for crash in (False, True):
            newsroom = opened()
            old = _rows(newsroom)
            with (
                Faults(number, crash=crash).planted(newsroom.database),
                contextlib.suppress(FirsthandError, OSError, Crashed),
            ):
                _save(newsroom)
            state = _rows(newsroom)
            assert state in (old, new), f"{points[number]} {number}: a mix"
            _sound(newsroom)
            assert _save(newsroom).known is (state == new)
            assert _rows(newsroom) == new
            _sound(newsroom)
            newsroom.database.close()
    return f"{len(points)} points: {dict(Counter(points))}"


def test_a_save_comes_to_every_kind_of_point(life_on_sqlite: Opener) -> None:
    points, _ = _points(life_on_sqlite())
    assert set(points) == {"mkdir", "mkstemp", "write", "fsync", "replace", "statement", "commit", "committed"}
    assert points.index("commit") > points.index("replace")
    assert points[-1] == "write"  # the checkpoint


def test_a_fault_here_and_there_leaves_the_old_state_or_the_new(life_on_sqlite: Opener) -> None:
    _fail_everywhere(life_on_sqlite, 5)


@pytest.mark.soak
def test_a_fault_anywhere_leaves_the_old_state_or_the_new_on_sqlite(life_on_sqlite: Opener) -> None:
    print(_fail_everywhere(life_on_sqlite, 1))


@pytest.mark.soak
def test_a_fault_anywhere_leaves_the_old_state_or_the_new_on_postgresql(life_on_postgresql: Opener) -> None:
    print(_fail_everywhere(life_on_postgresql, 1))


@pytest.mark.skipif(sys.platform == "win32", reason="no limits on the size of files there")
@pytest.mark.parametrize("step", [pytest.param(2048, marks=pytest.mark.soak), 16_384])
def test_a_disk_that_is_full_after_any_number_of_bytes_keeps_all_or_nothing(life_on_sqlite: Opener, step: int) -> None:
    """The operating system itself refuses to let any file grow further: database, log, bytes, checkpoints alike."""
    whole = life_on_sqlite()
    _save(whole)
    new, highest = _rows(whole), _largest(whole.database)
    refused = 0
    for limit in range(step, highest + step, step):
        newsroom = life_on_sqlite()
        old = _rows(newsroom)
        kept = _in_a_child_with(limit, newsroom, lambda newsroom=newsroom: _save(newsroom))
        state = _rows(newsroom)
        assert state in (old, new)
        assert not kept or state == new
        refused += not kept
        _sound(newsroom)
        newsroom.database.close()
        shutil.rmtree(newsroom.database.folder)
    assert refused


def _largest(database: Database) -> int:
    return max(path.stat().st_size for path in Path(database.folder).rglob("*") if path.is_file())


def _in_a_child_with(limit: int, newsroom: Newsroom, save: Callable[[], object]) -> bool:
    """Run a save in a child whose files may not grow beyond a limit; tells whether it was acknowledged."""
    newsroom.database.close()
    child = os.fork()
    if child == 0:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        try:
            save()
        except FirsthandError:
            os._exit(1)
        except BaseException:  # noqa: BLE001
            os._exit(2)
        os._exit(0)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert status in {0, 1}, f"at {limit} bytes the save ended with something else than a sentence"
    return status == 0
