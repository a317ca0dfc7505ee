"""Imports go one way: dashboard -> firsthand -> db; each finer rule is a test of its own.

Every module is read, not run: imports inside functions count like those at the top.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("db", "firsthand", "dashboard")
WORDS = ("db.vocabulary", "db.rows")
ERRORS = ("firsthand.errors",)
# What reaches out of a pure function: the disk, the clock, the environment, the network, chance.
OUTSIDE = ("os", "pathlib", "shutil", "tempfile", "time", "random", "secrets", "socket", "subprocess", "urllib.request")
DRAWN = tuple(
    f"dashboard.{name}"
    for name in ("addresses", "escaping", "exports", "outcome", "periods", "tables", "texts", "wish")
)  # small and pure


class Rule(NamedTuple):
    """Modules under ``of`` import of ours only what is under ``ours``, and never what is under ``never``."""

    sentence: str
    of: tuple[str, ...]
    ours: tuple[str, ...]
    never: tuple[str, ...] = ()


RULES = (
    Rule("the vocabulary and the rows know each other and nothing else of ours", WORDS, WORDS, ("sqlalchemy",)),
    Rule("what we keep knows neither what we do nor what we show", ("db",), ("db",), ("httpx", "streamlit", "pandas")),
    Rule("what we do does not know what we show", ("firsthand",), ("firsthand", "db"), ("streamlit", "altair")),
    Rule(
        "the transition table is pure",
        ("firsthand.states",),
        WORDS,
        ("sqlalchemy", "httpx", *OUTSIDE),
    ),
    Rule(
        "the flags are pure",
        ("firsthand.flags", "firsthand.schedule", "firsthand.edtf"),
        WORDS,
        ("sqlalchemy", "httpx", *OUTSIDE),
    ),
    Rule(
        "reading text is pure and comes first",
        ("firsthand.text",),
        (*WORDS, *ERRORS, "firsthand.text"),
        ("sqlalchemy", "httpx", *OUTSIDE),
    ),
    Rule(
        "drafting claims is pure and rests on text",
        ("firsthand.claims",),
        (*WORDS, *ERRORS, "firsthand.text", "firsthand.claims"),
        ("sqlalchemy", "httpx", *OUTSIDE),
    ),
    Rule(
        "measuring evidence is pure and rests on text and claims",
        ("firsthand.evidence",),
        (*WORDS, *ERRORS, "firsthand.text", "firsthand.claims", "firsthand.evidence"),
        ("sqlalchemy", "httpx", *OUTSIDE),
    ),
    Rule(
        "whose a page is and what it copies is read purely",
        ("firsthand.publishers", "firsthand.publisher_endings", "firsthand.origins", "firsthand.same_address"),
        (
            *WORDS,
            *(f"firsthand.{name}" for name in ("publishers", "publisher_endings", "origins", "same_address", "text")),
        ),
        ("sqlalchemy", "httpx", *OUTSIDE),
    ),
    Rule(
        "what is looked for, and which link leads on, is read purely",
        ("firsthand.finding.sought", "firsthand.finding.onward"),
        (
            *WORDS,
            *(f"firsthand.{name}" for name in ("evidence", "text", "same_address")),
            *(f"firsthand.finding.{name}" for name in ("sought", "onward")),
        ),
        ("sqlalchemy", "httpx", *OUTSIDE),
    ),
    Rule(
        "the desk knows nothing of files, the network and what calls it",
        ("firsthand.desk",),
        (
            "db",
            *(
                f"firsthand.{name}"
                for name in (
                    *("desk", "states", "flags", "schedule", "edtf", "errors", "evidence", "text"),
                    *("origins", "publishers", "same_address"),
                )
            ),
        ),
        ("httpx", *OUTSIDE),
    ),
    Rule(
        "charts are drawn from frames",
        ("dashboard.charts",),
        (*WORDS, "dashboard.charts", "dashboard.labels", "dashboard.words", *DRAWN),
        ("streamlit", "sqlalchemy", "httpx"),
    ),
    Rule(
        "labels are words, icons and colours",
        ("dashboard.labels", "dashboard.words"),
        (*WORDS, "dashboard.labels", "dashboard.words"),
        ("streamlit", "sqlalchemy", "httpx", "pandas"),
    ),
    Rule(
        "texts are words and nothing else",
        ("dashboard.texts",),
        (*WORDS, "dashboard.texts"),
        ("streamlit", "sqlalchemy", "httpx", "pandas", "altair"),
    ),
    Rule(
        "components are given what they show and ask for what they want",
        ("dashboard.components",),
        (*WORDS, "dashboard.components", "dashboard.charts", "dashboard.labels", "dashboard.words", *DRAWN),
        ("sqlalchemy", "httpx"),
    ),
    Rule(
        "pages read through data and write through actions",
        ("dashboard.app_pages",),
        (
            *WORDS,
            *DRAWN,
            *(f"dashboard.{name}" for name in ("data", "actions", "components", "charts", "labels", "words")),
        ),
        ("sqlalchemy", "httpx"),
    ),
    Rule(
        "what pages read is never written",
        ("dashboard.data",),
        (*WORDS, *DRAWN, "db", "firsthand", "dashboard.data", "dashboard.labels", "dashboard.words"),
        ("httpx",),
    ),
    Rule(
        "the tests' makers are not shipped",
        ("db", "firsthand", "dashboard"),
        PACKAGES,
        ("tests", "pytest", "hypothesis"),
    ),
)
# The client for the web is named in one place, so that changing it is one line.
CLIENT = "firsthand.sources.client"
# Who opens a session commits it; everybody else takes one.
MAY_OPEN = (
    "db.session",
    "dashboard.actions",
    "dashboard.data",
    "firsthand.adding",
    "firsthand.asking",
    "firsthand.backup",
    "firsthand.cli",
    "firsthand.doctor",
    "firsthand.exchange.case_files",
    "firsthand.finding",
    "firsthand.jobs",
    "firsthand.people",
    "firsthand.sample",
    "firsthand.sources.archives",
    "firsthand.sources.captures",
    "firsthand.sources.watching",
    "firsthand.taking_in",
    "firsthand.verification",
    "firsthand.workspace",
)


def under(module: str, prefixes: Iterable[str]) -> bool:
    """Whether a module is one of these, or inside one."""
    return any(module == prefix or module.startswith(f"{prefix}.") for prefix in prefixes)


def modules(root: Path) -> dict[str, Path]:
    """Every module of ours with its file."""
    found = {}
    for package in PACKAGES:
        for path in sorted((root / package).rglob("*.py")):
            parts = path.relative_to(root).with_suffix("").parts
            found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imported(module: str, path: Path, known: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Every module that a file imports, with the line; ``from x import y`` is x.y where that is a module of ours."""
    package = module if path.name == "__init__.py" else module.rpartition(".")[0]
    ours = set(known)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            source = ".".join([*above, *([node.module] if node.module else [])])
            for alias in node.names:
                inner = f"{source}.{alias.name}"
                yield node.lineno, inner if inner in ours else source
        elif isinstance(node, ast.Call) and _called(node) in {"import_module", "__import__"}:
            yield from ((node.lineno, arg.value) for arg in node.args if isinstance(arg, ast.Constant))


def _called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def violations(rule: Rule, root: Path) -> list[str]:
    """Where a rule is broken: file, line, and what is imported there."""
    found = modules(root)
    return [
        f"{path.relative_to(root)}:{line}: {module} imports {target}"
        for module, path in found.items()
        if under(module, rule.of)
        for line, target in imported(module, path, found)
        if under(target, rule.never) or (under(target, PACKAGES) and not under(target, rule.ours))
    ]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.sentence.replace(" ", "_"))
def test_imports_go_one_way(rule: Rule) -> None:
    assert violations(rule, ROOT) == [], rule.sentence


def test_the_web_is_reached_from_one_place() -> None:
    found = modules(ROOT)
    callers = {
        module
        for module, path in found.items()
        for _, target in imported(module, path, found)
        if under(target, ("httpx", "httpcore", "requests", "aiohttp", "urllib3", "urllib.request", "http.client"))
    }
    assert callers == {CLIENT}


def test_sessions_are_opened_by_those_who_commit_them() -> None:
    openers = {
        module
        for module, path in modules(ROOT).items()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and _called(node) in {"write", "commit"}
        and _owner(node) in {"database", "record", "self.database", "self._database", "copy", "session", "db"}
    }
    assert {module for module in openers if not under(module, MAY_OPEN)} == set()


def _owner(node: ast.Call) -> str:
    return ast.unparse(node.func.value) if isinstance(node.func, ast.Attribute) else ""


def test_pure_parts_neither_open_files_nor_look_at_the_clock() -> None:
    pure = ("firsthand.states", "firsthand.flags", "firsthand.edtf", "firsthand.text", "firsthand.claims")
    outside = {"open", "now", "today", "utcnow", "getenv", "read_text", "read_bytes", "utc_now", "print", "input"}
    calls = [
        f"{module}:{node.lineno}: {ast.unparse(node.func)}"
        for module, path in modules(ROOT).items()
        if under(module, (*pure, "firsthand.evidence"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and _called(node) in outside
    ]
    assert calls == []


PLANTED = {
    "the vocabulary and the rows know each other and nothing else of ours": "from db.base import Base",
    "what we keep knows neither what we do nor what we show": "def late():\n    from firsthand import desk",
    "what we do does not know what we show": "if True:\n    import dashboard.labels as words",
    "the transition table is pure": "import os.path",
    "the flags are pure": "from sqlalchemy import select",
    "reading text is pure and comes first": "from firsthand.claims import drafting",
    "drafting claims is pure and rests on text": "from ..evidence import alignment",
    "measuring evidence is pure and rests on text and claims": "import time",
    "whose a page is and what it copies is read purely": "from firsthand import settings",
    "what is looked for, and which link leads on, is read purely": "from firsthand.desk import Actor",
    "the desk knows nothing of files, the network and what calls it": "from firsthand import settings",
    "charts are drawn from frames": "import streamlit as st",
    "labels are words, icons and colours": "import importlib\nimportlib.import_module('streamlit')",
    "texts are words and nothing else": "from dashboard.labels import word",
    "components are given what they show and ask for what they want": "from dashboard import data",
    "pages read through data and write through actions": "from firsthand.desk import Actor",
    "what pages read is never written": "from dashboard import actions",
    "the tests' makers are not shipped": "import pytest",
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.sentence.replace(" ", "_"))
def test_a_planted_violation_is_found(rule: Rule, tmp_path: Path) -> None:
    names = {name for path in (*rule.of, "firsthand.desk", "firsthand.evidence.alignment") for name in _parents(path)}
    names |= {"firsthand.settings", "dashboard.data", "dashboard.actions", "firsthand.claims.drafting", "db.base"}
    for name in names:
        folder = tmp_path.joinpath(*name.split("."))
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "__init__.py").touch()
    (tmp_path.joinpath(*rule.of[0].split(".")) / "planted.py").write_text(PLANTED[rule.sentence])
    (found,) = violations(rule, tmp_path)
    assert "planted.py:" in found


def _parents(name: str) -> list[str]:
    parts = name.split(".")
    return [".".join(parts[: length + 1]) for length in range(len(parts))]


def test_every_module_is_under_a_rule() -> None:
    assert all(under(module, [part for rule in RULES for part in rule.of]) for module in modules(ROOT))
