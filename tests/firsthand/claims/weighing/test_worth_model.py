"""What was learned about check-worthiness, as it ships."""

from __future__ import annotations

import json
from importlib.resources import files

from firsthand.claims.weighing.terms import NUMBER, YEAR, terms_of
from firsthand.claims.weighing.worth_model import MODEL, parse, worth_model

SHIPPED = files("firsthand.claims") / "models" / MODEL


def test_terms_stand_by_their_weight_in_hundredths() -> None:
    written = {"base": -30, "signs": {"figure": 60}, "terms": {"12": "tax|the tax", "-7": "thanks"}}
    model = parse(json.dumps(written))
    assert model.base == -30
    assert model.signs == {"figure": 60}
    assert model.terms == {"tax": 12, "the tax": 12, "thanks": -7}


def test_the_file_is_small_and_holds_no_more_than_pairs_of_words() -> None:
    assert len(SHIPPED.read_bytes()) <= 800_000
    assert max(len(term.split()) for term in worth_model().terms) == 2


def test_it_is_read_once() -> None:
    assert worth_model() is worth_model()


def test_figures_and_years_are_one_term_each_and_pairs_know_the_ends() -> None:
    terms = terms_of("In 2019, 1,400 left’")
    assert terms.words == ("in", YEAR, NUMBER, "left")
    assert terms.pairs == (" in", f"in {YEAR}", f"{YEAR} {NUMBER}", f"{NUMBER} left", "left ")
    assert terms.threes == (f"in {YEAR} {NUMBER}", f"{YEAR} {NUMBER} left")
    assert terms_of("").pairs == (" ",)
