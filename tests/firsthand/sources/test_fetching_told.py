"""The page about fetching says what the code does."""

from __future__ import annotations

import re
from pathlib import Path

from db.vocabulary import CaptureOutcome
from firsthand.sources.budget import MEGABYTE, Limits
from firsthand.sources.targets import PORTS

TOLD = (Path(__file__).parents[3] / "docs" / "fetching.md").read_text(encoding="utf-8")


def table(heading: str) -> dict[str, str]:
    part = TOLD.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    rows = [line.strip("| ").split(" | ") for line in part.splitlines() if line.startswith("|")]
    return {row[0]: row[1] for row in rows[2:]}


def test_the_limits_are_told() -> None:
    limits = Limits()
    assert [float(re.match(r"[\d.]+", most)[0]) for most in table("Limits").values()] == [  # type: ignore[index]
        limits.seconds,
        limits.wire / MEGABYTE,
        limits.body / MEGABYTE,
        limits.ratio,
        limits.redirects,
    ]


def test_the_ports_are_told() -> None:
    (told,) = re.findall(r"on ports ([\d, ]+ and \d+)", TOLD)
    assert {int(port) for port in re.findall(r"\d+", told)} == PORTS


def test_each_outcome_is_told() -> None:
    assert set(table("Outcomes")) == {outcome.value.replace("_", " ") for outcome in CaptureOutcome}
