"""How well the sentences worth checking are told in news prose: the project's own labelled sentences."""

from __future__ import annotations

import time

from rich.console import Console
from rich.table import Table

from firsthand.claims.checkworthiness import check_worthiness
from tests.firsthand.claims.news import HELD_OUT, TUNING, measured, news_sentences

ROUNDS = 30


def per_second() -> float:
    """Sentences scored in a second, once the model is read."""
    sentences = [row.sentence for row in news_sentences()]
    check_worthiness(sentences)
    began = time.process_time()
    for _ in range(ROUNDS):
        check_worthiness(sentences)
    return ROUNDS * len(sentences) / (time.process_time() - began)


def main() -> None:
    """Print the table."""
    table = Table("news sentences", "number", "precision", "recall", "F1", "claim type right", "opinion told right")
    for name, parts in (("tuning half", (TUNING,)), ("held out", (HELD_OUT,)), ("both", (TUNING, HELD_OUT))):
        rows = news_sentences(*parts)
        table.add_row(name, str(len(rows)), *(f"{figure:.3f}" for figure in measured(rows)))
    console = Console()
    console.print(table)
    console.print(f"{per_second():,.0f} sentences a second on one core")


if __name__ == "__main__":
    main()
