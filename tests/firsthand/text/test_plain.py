"""Text that was typed or pasted: what it says of itself in its first lines, and what cannot be seen in it."""

from __future__ import annotations

import pytest

from firsthand.text.bylines import Byline, find_byline
from firsthand.text.dating import read_date
from firsthand.text.plain import extract_plain

BODY = "The board voted nine to four on Tuesday to raise the fees, its chairman told the skippers on the quay."


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("By Jane Doe | 5 August 2024", ("Jane Doe", "2024-08-05")),
        ("By Jane Doe and Ines Okafor\nPublished: August 5, 2024, 10:30", ("Jane Doe and Ines Okafor", "2024-08-05")),
        ("Jane Doe · 5 Aug 2024", ("Jane Doe", "2024-08-05")),
        ("Von Jana Möhring\nStand: 12.02.2025, 18:04 Uhr", ("Jana Möhring", "2025-02-12")),
        ("Par Élise Monnier, le 3 octobre 2024", ("Élise Monnier", "2024-10-03")),
        ("Por Lucía de la Cruz\n5 de septiembre de 2023", ("Lucía de la Cruz", "2023-09-05")),
        ("BY JANE DOE\nMonday, 5 August 2024", ("JANE DOE", "2024-08-05")),
        ("Posted on 2024-08-05", (None, "2024-08-05")),
        ("By the time the vote came it was late", (None, None)),
        ("The vote on 5 August 2024 was late.", (None, None)),
    ],
)
def test_bylines_and_date_lines_are_found(lines: str, told: tuple[str | None, str | None]) -> None:
    assert find_byline(f"Fees rise at the quay\n{lines}\n\n{BODY}") == Byline(*told)


def test_what_stands_before_a_pasted_headline_is_not_the_title() -> None:
    pasted = f"Skip to main content\nHome\nShare\n\nFees\u00ad rise at the quay\n\nBy Jane Doe\n\n{BODY}\n"
    article = extract_plain(pasted.encode())
    assert (article.title, article.author, article.language) == ("Fees rise at the quay", "Jane Doe", "en")


def test_signs_that_nobody_sees_are_left_out_and_nothing_else() -> None:
    seen = "Fees\u00a0rise • 5 % “so”"
    pasted = f"\ufeffFe\u00ades\u00a0rise •\u200b 5 % “so”\u2028{BODY}\x0bEnd\u2029x"
    assert extract_plain(pasted.encode()).text == f"{seen}\n{BODY}\nEnd\n\nx"


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("2024-08-05T23:30:00-05:00", "2024-08-05"),
        ("D:20240805101010+02'00'", "2024-08-05"),
        ("20240805", "2024-08-05"),
        ("Mon, 05 Aug 2024 10:00:00 GMT", "2024-08-05"),
        ("2024/8/5", "2024-08-05"),
        ("2024年8月5日", "2024-08-05"),
        ("1er août 2024", "2024-08-01"),
        ("August 2024", "2024-08"),
        ("2024", "2024"),
        ("03/04/2024", None),
        ("31 February 2024", None),
        ("2024-13-01", None),
        ("0000-00-00", None),
        ("", None),
    ],
)
def test_dates_are_read_as_written_and_doubtful_ones_not_at_all(written: str, edtf: str | None) -> None:
    assert read_date(written) == edtf
