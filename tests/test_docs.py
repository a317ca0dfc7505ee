"""The documents say what is true: every command is documented, and every example runs as shown."""

from __future__ import annotations

import os
import re
import shlex
import signal
import socket
import subprocess
import sys
import time
import tomllib
from pathlib import Path
from typing import NamedTuple

import httpx
import pytest
import typer

from firsthand.cli import app
from tests.firsthand.sources.endpoint import endpoint

ROOT = Path(__file__).parents[1]
COMMANDS = ROOT / "docs" / "commands.md"
ARTICLE = """Council approves new library

The council voted 14 to 9 on Tuesday to build a library in Mill Lane, Mayor Joan Peel said on 4 May 2026.

"We will open the doors in 2028," she told reporters. The building will cost 12.4 million euros.
"""


class Example(NamedTuple):
    command: str
    shown: list[str]


def sections(document: Path) -> dict[str, list[Example]]:
    """The console examples of each second-level heading."""
    found: dict[str, list[Example]] = {}
    for part in re.split(r"^## ", document.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        name, _, body = part.partition("\n")
        examples: list[Example] = []
        for block in re.findall(r"```console\n(.*?)```", body, flags=re.DOTALL):
            for line in block.splitlines():
                if line.startswith("$ "):
                    examples.append(Example(line[2:], []))
                else:
                    examples[-1].shown.append(line)
        found[name.strip()] = examples
    return found


def as_shown(shown: list[str], printed: str) -> bool:
    """Whether the printed lines start as the shown ones do; «…» stands for anything, on a line of its own for lines."""
    pattern = "\n".join(
        ".*" if line == "…" else r"\s*".join(map(re.escape, line.split("…"))).replace(r"\s*", ".*") for line in shown
    )
    squeezed = "\n".join(line.rstrip() for line in printed.splitlines())
    return re.match(pattern, squeezed, flags=re.DOTALL) is not None


def environment(home: Path, **more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("FIRSTHAND_")}
    return {**kept, "FIRSTHAND_HOME": str(home), "FIRSTHAND_USER": "ann", "COLUMNS": "200", **more}


def run(command: str, folder: Path, home: Path, model_url: str = "") -> subprocess.CompletedProcess[str]:
    words = shlex.split(command)
    given: dict[str, str] = {}
    while "=" in words[0]:
        name, _, value = words.pop(0).partition("=")
        given[name] = {"FIRSTHAND_HOME": str(folder / value), "FIRSTHAND_LLM_URL": model_url}.get(name, value)
    assert words[0] == "firsthand"
    return subprocess.run(
        [sys.executable, "-m", "firsthand", *words[1:]],
        cwd=folder,
        env=environment(home, **given),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_every_command_is_documented_and_every_documented_one_exists():
    commands = {info.name or info.callback.__name__ for info in app.registered_commands if info.callback}
    groups = {group.name for group in app.registered_groups}
    assert set(sections(COMMANDS)) == commands | groups


@pytest.mark.parametrize("name", sorted(sections(COMMANDS)))
def test_every_command_has_help_with_a_sentence(name):
    command = typer.main.get_command(app).commands[name]  # type: ignore[attr-defined]
    assert command.help
    assert command.help.endswith(".")
    options = [option for option in command.params if option.name != "help"]
    assert all(getattr(option, "help", None) for option in options)


def test_the_examples_run_one_after_the_other_and_print_what_is_shown(tmp_path):
    home, folder = tmp_path / "home", tmp_path / "work"
    (folder / "articles").mkdir(parents=True)
    (folder / "article.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "articles" / "two.md").write_text(ARTICLE.replace("14 to 9", "13 to 10"), encoding="utf-8")
    (folder / "articles" / "one.html").write_text(
        "<html><head><title>School opens</title></head><body><article><h1>School opens</h1>"
        + "".join(
            f"<p>The school in Mill Lane took in {n} pupils in {2000 + n}, the ministry said.</p>" for n in range(9)
        )
        + "</article></body></html>",
        encoding="utf-8",
    )
    (folder / "feed.xml").write_text(
        '<rss version="2.0"><channel><title>The Evening Example</title>'
        "<item><title>The harbour reopens</title><link>https://evening.example/harbour</link><description>"
        + "".join(f"The port took in {n} ships in {2000 + n}, the authority said on Monday. " for n in range(12))
        + "</description></item><item><title>Bus strike goes on</title><link>https://evening.example/strike</link>"
        "<description>A third day.</description></item></channel></rss>",
        encoding="utf-8",
    )
    with endpoint(lambda call: call.say({"missed": [], "statements": []})) as model:
        for name, examples in sections(COMMANDS).items():
            for example in examples:
                if name in {"serve", "worker"}:  # they go on until somebody ends them
                    continue
                done = run(example.command, folder, home, model.url)
                assert done.returncode == 0, f"{example.command}\n{done.stdout}\n{done.stderr}"
                assert done.stderr == ""
                assert as_shown(example.shown, done.stdout), f"{example.command} printed\n{done.stdout}"


def test_serve_answers_at_the_address_that_it_prints(tmp_path):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "firsthand", "serve", "--port", str(port)]
    server = subprocess.Popen(
        command, env=environment(tmp_path), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        assert server.stdout is not None
        assert f"http://localhost:{port}" in server.stdout.readline()
        for _ in range(120):
            try:
                answer = httpx.get(f"http://localhost:{port}/healthz", trust_env=False)
                break
            except httpx.TransportError:
                time.sleep(0.25)
        assert answer.status_code == httpx.codes.OK
        server.send_signal(signal.SIGINT)
        server.wait(timeout=15)
        assert "Traceback" not in server.stdout.read()
        with pytest.raises(httpx.TransportError):
            httpx.get(f"http://localhost:{port}/healthz", trust_env=False)
    finally:
        server.kill()
        server.wait()
        if server.stdout:
            server.stdout.close()


def test_dependencies_are_all_explained_and_pinned():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    names = {re.split(r"[\[>=<]", entry)[0] for entry in wanted}
    pinned = {line.partition("==")[0].lower() for line in (ROOT / "constraints.txt").read_text().splitlines()}
    contributing = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert all(">=" in entry for entry in wanted)
    assert {name for name in names if name not in pinned} == set()
    assert {name for name in names if name not in contributing} == set()


def test_no_file_names_a_package_index():
    for name in ("pyproject.toml", "constraints.txt", "Makefile", ".ci/run"):
        assert "://" not in (ROOT / name).read_text(encoding="utf-8"), name


def test_the_documents_link_only_to_what_is_there():
    for document in (*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")):
        for target in re.findall(r"\]\(([^)#]+)\)", document.read_text(encoding="utf-8")):
            if "://" not in target:
                assert (document.parent / target).exists(), f"{document.name} links to {target}"
