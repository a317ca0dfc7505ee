"""The commands about jobs as people give them: each ends in a sentence, whatever it was given."""

from __future__ import annotations

import gzip
import json
import re

import pytest

from firsthand import desk
from firsthand.settings import load_settings
from firsthand.sources.captures import source_at
from firsthand.workspace import open_record, person

INSIDE = "http://127.0.0.1/inside"


def test_an_address_inside_becomes_no_source(firsthand):
    done = firsthand("capture", INSIDE)
    assert done.returncode == 1
    assert "private network" in done.stderr
    assert json.loads(firsthand("status", "--json").stdout)["sources"] == 0


def test_the_capture_of_a_source_inside_is_refused_and_the_job_is_listed(firsthand, tmp_path):
    settings = load_settings({"FIRSTHAND_HOME": str(tmp_path / "home"), "FIRSTHAND_USER": "ann"})
    database = open_record(settings)
    source_at(database, desk.Actor.of(person(database, "ann")), INSIDE)
    done = firsthand("capture", "FS-000001")
    assert done.returncode == 1
    assert done.stdout.startswith(f"✗ FS-000001 {INSIDE}: ")
    assert "private network" in done.stdout
    listed = firsthand("jobs")
    assert "capture-" in listed.stdout
    assert "1 job, no worker is at work." in listed.stdout
    looked = firsthand("watch", "FS-000001", "--json")
    assert looked.returncode == 1
    answer = json.loads(looked.stdout)
    assert (answer["kind"], answer["state"], len(answer["parts"])) == ("watch", "failed", 1)
    shown = firsthand("jobs", answer["id"])
    assert "private network" in shown.stdout
    assert firsthand("jobs", answer["id"], "--cancel").returncode == 0  # it is over: nothing is left to stop


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("capture", "what.txt"), "neither an address nor a short id"),
        (("capture", "FS-000009"), "There is no document 9"),
        (("watch",), "Name sources or articles"),
        (("watch", "FA-000009"), "There is no document 9"),
        (("trace", "FS-000001"), "is no claim"),
        (("jobs", "capture-0"), "capture-0"),
        (("jobs", "--cancel"), "which job"),
        (("warc", "FS-000001", "file.warc.gz"), "is no claim"),
        (("warc", "FH-000009", "file.warc.gz"), "There is no claim 9"),
    ],
    ids=" ".join,
)
def test_what_is_not_there_is_named(firsthand, tmp_path, words, said):
    done = firsthand(*words)
    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert not list(tmp_path.glob("file*"))


def test_where_no_look_is_due_nothing_is_asked_for(firsthand):
    assert firsthand("watch", "--due").stdout == "No look is due.\n"
    assert json.loads(firsthand("jobs", "--json").stdout) == {"workers": 0, "jobs": []}


def test_a_claim_that_is_not_there_ends_its_trace_in_words(firsthand):
    done = firsthand("trace", "FH-000009")
    assert done.returncode == 1
    assert re.match(r"✗ trace-\w+, FH-000009: There is no captured text of the article of claim 9", done.stdout)


def test_a_trace_without_a_reference_to_follow_says_so_and_is_in_the_list_of_all(firsthand, tmp_path):
    (tmp_path / "article.txt").write_text("“The bridge will open again in May,” Minister Ola Berg said.")
    assert firsthand("add", "article.txt").returncode == 0
    done = firsthand("trace", "FH-000001")
    assert done.returncode == 0
    assert "The article has no reference that leads to a source" in done.stdout
    assert firsthand("jobs").stdout == "0 jobs, no worker is at work.\n"
    assert "✓ trace-" in firsthand("jobs", "--all").stdout


def test_the_captures_of_a_claim_are_written_as_a_warc_file_with_their_hashes_beside_it(firsthand, tmp_path):
    (tmp_path / "article.txt").write_text("“The bridge will open again in May,” Minister Ola Berg said.")
    firsthand("add", "article.txt")
    done = firsthand("warc", "FH-000001", "file.warc.gz")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("file.warc.gz: 1 captures")
    assert b"The bridge will open again in May" in gzip.decompress((tmp_path / "file.warc.gz").read_bytes())
    assert json.loads((tmp_path / "file.manifest.json").read_text())
