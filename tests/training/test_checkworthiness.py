"""Learning the check-worthiness again."""

from __future__ import annotations

import importlib
import sys

import pytest


def test_without_scikit_learn_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sklearn", None)
    monkeypatch.setitem(sys.modules, "scipy", None)
    monkeypatch.delitem(sys.modules, "training.checkworthiness", raising=False)
    with pytest.raises(SystemExit, match="pip install scikit-learn"):
        importlib.import_module("training.checkworthiness")
