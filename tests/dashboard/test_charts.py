from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from dashboard import charts, labels
from db.vocabulary import VerificationStatus

COUNTS = [(VerificationStatus.OPEN, 3), (VerificationStatus.SUPPORTED, 12)]


def _fields(spec: Any) -> Iterator[str]:
    if isinstance(spec, dict):
        if isinstance(spec.get("field"), str):
            assert spec.get("type") in {"nominal", "quantitative"}
            yield spec["field"]
        for value in spec.values():
            yield from _fields(value)
    elif isinstance(spec, list):
        for value in spec:
            yield from _fields(value)


@pytest.mark.parametrize("dark", [False, True])
def test_every_field_of_the_chart_is_a_column_of_its_frame(dark: bool) -> None:  # noqa: FBT001
    frame = charts.status_frame(COUNTS)

    fields = set(_fields(charts.statuses(frame, dark=dark).to_dict()))

    assert fields
    assert fields <= set(frame.columns)


def test_rows_stand_in_the_fixed_order_and_empty_ones_are_left_out() -> None:
    assert list(charts.status_frame([*COUNTS, (VerificationStatus.OUTDATED, 0)])["status"]) == ["supported", "open"]


def test_each_status_has_its_own_colour_whatever_is_in_the_frame() -> None:
    spec = charts.statuses(charts.status_frame(COUNTS), dark=False).to_dict()
    scale = spec["layer"][0]["encoding"]["color"]["scale"]

    assert dict(zip(scale["domain"], scale["range"], strict=True))["supported"] == "#1B7F4B"
    assert len(scale["domain"]) == len(labels.STATUSES)


def test_a_chart_of_nothing_is_a_chart() -> None:
    assert charts.statuses(charts.status_frame([]), dark=False).to_dict()["layer"]
