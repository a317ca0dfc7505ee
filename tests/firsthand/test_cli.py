"""The command line with what people really give it: bad files end in a sentence, and nothing is lost."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time

import pytest

GOOD = """The bridge was closed on 3 March 2026, the ministry said.

“It will open again in May,” Minister Ola Berg said.
"""


def totals(firsthand) -> dict[str, int]:
    return json.loads(firsthand("status", "--json").stdout)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t \n", "white space"),
        ("binary.bin", bytes(range(256)) * 50, ""),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + b"\0" * 500, ""),
        ("report.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "PDF"),
        ("nul.txt", b"A sentence with a NUL\0 in it.\n" * 20, ""),
    ],
)
def test_a_file_that_is_no_text_is_refused_with_a_sentence_and_leaves_nothing(firsthand, tmp_path, name, data, said):
    (tmp_path / name).write_bytes(data)
    done = firsthand("add", name)
    assert done.returncode == 1
    assert done.stdout.startswith(f"✗ {name}: ")
    assert said in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    assert totals(firsthand)["articles"] == 0


def test_a_file_that_is_not_there_says_so(firsthand):
    done = firsthand("add", "nowhere.txt")
    assert done.returncode == 1
    assert "There is no such file" in done.stdout


def test_a_folder_without_texts_says_which_files_it_looks_for(firsthand, tmp_path):
    (tmp_path / "folder").mkdir()
    done = firsthand("add", "folder")
    assert done.returncode == 1
    assert ".html" in done.stderr


def test_fifty_megabytes_are_refused_without_being_read(firsthand, tmp_path):
    with (tmp_path / "large.txt").open("wb") as file:
        file.truncate(50_000_000)
    done = firsthand("add", "large.txt")
    assert done.returncode == 1
    assert "MB" in done.stdout


def test_one_line_of_five_megabytes_comes_in_whole(firsthand, tmp_path):
    (tmp_path / "line.txt").write_text("The minister said 5 of 7 bridges are closed. " * 111_112, encoding="utf-8")
    done = firsthand("add", "line.txt", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["added"] == 1


@pytest.mark.parametrize(
    "text",
    [
        "أعلنت الوزارة في 3 مارس 2026 إغلاق الجسر. وقال الوزير: «سيفتح مجددا في مايو».",
        "王毅7月26日表示,引入中导系统将“引发军备竞赛”。外交部说,2026年有3座桥梁关闭。",
        "הממשלה הודיעה ב-3 במרץ 2026 כי הגשר נסגר.",
    ],
)
def test_right_to_left_and_cjk_texts_come_in_letter_by_letter(firsthand, tmp_path, text):
    (tmp_path / "text.txt").write_text(text, encoding="utf-8")
    assert firsthand("add", "text.txt").returncode == 0
    firsthand("export", "case.json")
    case = json.loads((tmp_path / "case.json").read_text(encoding="utf-8"))
    assert case["captures"][0]["text"] == text
    assert all(text[claim["start"] : claim["end"]] == claim["literal"] for claim in case["claims"])


def test_another_encoding_is_read_and_a_good_file_is_added_beside_a_bad_one(firsthand, tmp_path):
    (tmp_path / "latin.txt").write_bytes(
        "Der Minister sagte am 3. März 2026: „Die Brücke bleibt gesperrt.“".encode("cp1252")
    )
    (tmp_path / "bad.txt").write_bytes(b"")
    done = firsthand("add", "bad.txt", "latin.txt")
    assert done.returncode == 1
    assert "✗ bad.txt" in done.stdout
    assert "✓ latin.txt" in done.stdout
    firsthand("export", "case.json")
    assert "März" in json.loads((tmp_path / "case.json").read_text())["captures"][0]["text"]


def test_the_same_bytes_twice_are_recognised(firsthand, tmp_path):
    (tmp_path / "one.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "two.txt").write_text(GOOD, encoding="utf-8")
    first, second = json.loads(firsthand("add", "one.txt", "two.txt", "--json").stdout)["files"]
    assert (first["outcome"], second["outcome"]) == ("added", "known")
    assert first["article"] == second["article"]
    assert totals(firsthand)["articles"] == 1


def test_an_interrupted_run_keeps_what_is_in_and_goes_on_where_it_stopped(firsthand, tmp_path):
    (tmp_path / "many").mkdir()
    for number in range(400):
        (tmp_path / "many" / f"{number:03}.txt").write_text(f"{GOOD}\nBridge {number}.\n", encoding="utf-8")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("FIRSTHAND_")}
    # Whoever runs the tests in the background has them ignore Ctrl+C, and what they start would inherit that.
    before_that = signal.signal(signal.SIGINT, signal.default_int_handler)
    running = subprocess.Popen(
        [sys.executable, "-m", "firsthand", "add", "many"],
        env={**kept, "FIRSTHAND_HOME": str(tmp_path / "home"), "FIRSTHAND_USER": "ann", "PYTHONUNBUFFERED": "1"},
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    signal.signal(signal.SIGINT, before_that)
    assert running.stdout is not None
    while "✓" not in (line := running.stdout.readline()):
        assert line, "nothing was added"
    time.sleep(0.5)
    running.send_signal(signal.SIGINT)
    rest, error = running.communicate(timeout=60)
    assert running.returncode == 130, error
    assert "Run the same command again to go on." in rest
    before = totals(firsthand)["articles"]
    assert 0 < before < 400
    again = json.loads(firsthand("add", "many", "--json").stdout)
    assert (again["known"], again["added"]) == (before, 400 - before)


def test_the_sample_is_not_loaded_into_other_work(firsthand, tmp_path):
    (tmp_path / "one.txt").write_text(GOOD, encoding="utf-8")
    firsthand("add", "one.txt")
    done = firsthand("demo", "--no-serve")
    assert done.returncode == 1
    assert "FIRSTHAND_HOME" in done.stderr
    assert totals(firsthand)["articles"] == 1


def test_the_sample_loads_once(firsthand):
    assert "51 claims" in firsthand("demo", "--no-serve").stdout
    assert "loaded already" in firsthand("demo", "--no-serve").stdout
    assert {name: totals(firsthand)[name] for name in ("articles", "claims", "sources", "evidence")} == {
        "articles": 2,
        "claims": 51,
        "sources": 85,
        "evidence": 114,
    }


def test_changed_events_end_verify_with_a_name_and_a_status(firsthand, tmp_path):
    import sqlite3

    firsthand("demo", "--no-serve")
    with sqlite3.connect(tmp_path / "home" / "record.sqlite") as raw:
        raw.execute("DROP TRIGGER event_no_update")
        raw.execute("UPDATE event SET why = 'because' WHERE seq = 200")
    raw.close()
    done = firsthand("verify", "--json")
    assert done.returncode == 1
    report = json.loads(done.stdout)
    assert report["sound"] is False
    assert [problem["about"] for problem in report["problems"]] == ["event 200"]


def test_a_database_of_a_newer_version_is_left_alone(firsthand, tmp_path):
    import sqlite3

    firsthand("status")
    path = tmp_path / "home" / "record.sqlite"
    with sqlite3.connect(path) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.close()
    done = firsthand("status")
    assert done.returncode == 1
    assert "newer version of Firsthand" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"FIRSTHAND_DATABASE_URL": "nonsense"}, "The database address cannot be read"),
        ({"FIRSTHAND_DATABASE_URL": "mysql://here/there"}, "SQLite or PostgreSQL"),
        ({"FIRSTHAND_DATABASE_URL": "postgresql://127.0.0.1:1/nothing"}, "cannot be opened"),
        ({"FIRSTHAND_PORT": "eight"}, "FIRSTHAND_PORT"),
        ({"FIRSTHAND_HOME": "/dev/null/home"}, "FIRSTHAND_HOME"),
    ],
)
def test_settings_that_make_no_sense_are_named(firsthand, more, said):
    done = firsthand("status", **more)
    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_file_that_is_no_database_is_not_touched(firsthand, tmp_path):
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "record.sqlite").write_bytes(b"This is my diary, not a database." * 100)
    done = firsthand("status")
    assert done.returncode == 1
    assert "not a Firsthand record" in done.stderr
    assert (tmp_path / "home" / "record.sqlite").read_bytes().startswith(b"This is my diary")


def test_loading_what_is_no_case_file_says_what_is_wrong_and_where(firsthand, tmp_path):
    (tmp_path / "broken.json").write_text('{"format": "firsthand-case/1", "claims": [{}]}')
    (tmp_path / "later.json").write_text('{"format": "firsthand-case/7"}')
    (tmp_path / "other.json").write_text("[1, 2]")
    (tmp_path / "text.json").write_text("hello")
    for name, said in (
        ("broken.json", "claims[0]"),
        ("later.json", "firsthand-case/7"),
        ("other.json", "no case file"),
        ("text.json", "not JSON"),
        ("nowhere.json", "There is no file"),
    ):
        done = firsthand("load", name)
        assert done.returncode == 1
        assert said in done.stderr
    assert totals(firsthand)["events"] <= 2


def test_export_does_not_write_over_a_file_unless_told_to(firsthand, tmp_path):
    (tmp_path / "case.json").write_text("mine")
    assert firsthand("export", "case.json").returncode == 1
    assert (tmp_path / "case.json").read_text() == "mine"
    assert firsthand("export", "case.json", "--replace").returncode == 0


@pytest.mark.parametrize("command", ["verify", "status", "doctor"])
def test_json_is_one_object_and_nothing_else(firsthand, command):
    assert isinstance(json.loads(firsthand(command, "--json").stdout), dict)


def test_only_an_administrator_changes_rules_and_people(firsthand):
    assert firsthand("rules", "--self-signing", user="first").returncode == 0
    done = firsthand("rules", "--no-self-signing", user="second")
    assert done.returncode == 1
    assert "administrator" in done.stderr
    assert firsthand("people", "add", "third", user="second").returncode == 1
    assert firsthand("people", "add", "third", "--role", "emperor", user="first").returncode == 1
