import pytest

from db.chain import Head
from db.checkpoints import Checkpoints


def head(count):
    return Head(count, f"{count:064x}")


@pytest.fixture
def checkpoints(tmp_path):
    return Checkpoints(tmp_path / "checkpoints.txt")


def test_without_a_file_there_are_none(checkpoints):
    assert checkpoints.read() == []


def test_what_was_appended_is_read_back_in_the_order_of_the_chain(checkpoints):
    for count in (3, 1, 2, 2):
        checkpoints.append(head(count))
    assert checkpoints.read() == [head(1), head(2), head(3)]


@pytest.mark.parametrize(
    "torn", [b"4", b"4 abc", b"4 " + b"0" * 63, b"\xff\xfe", b" ", b"4 0 0\n\n", "٤ ".encode() + b"0" * 64]
)
def test_a_line_torn_by_a_crash_costs_no_other_line(torn, checkpoints):
    checkpoints.append(head(1))
    with checkpoints.path.open("ab") as file:
        file.write(torn)
    checkpoints.append(head(5))
    assert checkpoints.read() == [head(1), head(5)]


def test_only_the_owner_reads_the_file(checkpoints):
    checkpoints.append(head(1))
    assert checkpoints.path.stat().st_mode & 0o077 == 0


def test_a_long_file_is_thinned_out_but_keeps_its_end(checkpoints, monkeypatch):
    monkeypatch.setattr("db.checkpoints._KEEP_WHOLE", 100_000)
    checkpoints.path.write_text("".join(f"{h.count} {h.hash}\n" for h in map(head, range(1, 3001))))
    checkpoints.append(head(3001))
    kept = checkpoints.read()
    assert len(kept) < 1100
    assert kept[0] == head(1)
    assert kept[-1000:] == [head(count) for count in range(2002, 3002)]
    assert [path.name for path in checkpoints.path.parent.iterdir()] == ["checkpoints.txt"]
