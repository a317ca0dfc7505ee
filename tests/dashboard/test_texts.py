"""Every word of the interface stands in ``dashboard/texts`` or ``dashboard/words.py``; what stands there is used."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import dashboard

HOME = Path(dashboard.__file__).parent
TEXTS = HOME / "texts"
# A word, a blank, a word: what a person could read. Numbers, addresses and single words are not texts.
SENTENCE = re.compile(r"[A-Za-zÀ-ÿ]{2,}[,.:;?!»]? [«(]?[A-Za-zÀ-ÿ]{2,}")
STYLES = frozenset(
    name for sheet in HOME.rglob("*.css") for name in re.findall(r"\.([a-z][\w-]*)", sheet.read_text(encoding="utf-8"))
)
FONTS = frozenset(
    name for sheet in HOME.rglob("*.css") for name in re.findall(r'"([A-Z][\w ]+)"', sheet.read_text(encoding="utf-8"))
)
SCRIPTED = re.compile(r""""([A-Z][a-z]+ [^"`$]*)"|'([A-Z][a-z]+ [^'`$]*)'""")


def modules() -> list[Path]:
    """Every module that shows something and is not there for its words."""
    return sorted(path for path in HOME.rglob("*.py") if path.name != "words.py" and TEXTS not in path.parents)


def sentences(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Every literal that reads as a sentence and is neither a docstring nor a list of style classes."""
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    errors = {
        id(inner) for node in ast.walk(tree) if isinstance(node, ast.Raise) and node.exc for inner in ast.walk(node.exc)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings | errors:
            words = node.value.replace("{", " ").split()
            if node.value in FONTS or all(word in STYLES for word in words):
                continue
            if SENTENCE.search(node.value):
                yield node.lineno, node.value


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(HOME)))
def test_sentences_stand_in_one_place(path: Path) -> None:
    assert list(sentences(ast.parse(path.read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize("path", sorted(HOME.rglob("*.js")), ids=lambda path: path.name)
def test_scripts_are_given_their_words(path: Path) -> None:
    code = re.sub(r"//.*", "", path.read_text(encoding="utf-8"))

    assert SCRIPTED.findall(code) == []


def test_a_sentence_elsewhere_would_be_found() -> None:
    planted = 'def page():\n    """Two words."""\n    st.caption("Nothing here yet.")\n    span("x", "about tags")\n'

    assert list(sentences(ast.parse(planted))) == [(3, "Nothing here yet.")]


def test_every_text_is_shown_somewhere() -> None:
    used = {
        name
        for path in HOME.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for name in (
            [node.attr]
            if isinstance(node, ast.Attribute)
            else [node.id]
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
            else [alias.name for alias in node.names]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    unused = []
    for path in sorted(TEXTS.glob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            targets = node.targets if isinstance(node, ast.Assign) else []
            names = [target.id for target in targets if isinstance(target, ast.Name)]
            names += [node.name] if isinstance(node, ast.FunctionDef) else []
            unused += [f"{path.name}: {name}" for name in names if not name.startswith("_") and name not in used]
    assert unused == []
