"""Two renderings of the same words become equal, and every offset leads back."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from firsthand.text.normalisation import normalise
from firsthand.text.spans import Span

ODD = st.text(alphabet=st.one_of(st.characters(), st.sampled_from("  \n\u00ad\u200b\u0301éﬁ“’–—ßİ1½²가ᄀ\u1161--`")))


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("“Prices fell,” she said", '"Prices fell," she said'),
        ("the clinic’s nurse", "the clinic's nurse"),
        ("2019–2021 — a pause -- again", "2019-2021 - a pause - again"),
        ("minus −4 degrees", "minus -4 degrees"),
        ("one\u00a0thousand\n  two", "one thousand two"),
        ("the oﬃce of ﬁnance", "the office of finance"),
        ("vac\u00adcine and vac\u00ad\ncine", "vaccine and vaccine"),
        ("cafe\u0301", "café"),
        ("１２３，４５６", "123,456"),
        ("「会議」", '"会議"'),
        ("\u1112\u1161\u11ab", "한"),
    ],
)
def test_typography_becomes_one_form(written: str, plain: str) -> None:
    assert normalise(written).text == plain


@pytest.mark.parametrize("kept", ["10² km", "3½ hours", "CO₂", "①"])
def test_signs_that_carry_a_figure_keep_their_meaning(kept: str) -> None:
    assert normalise(kept).text == kept


def test_case_is_folded_only_on_request() -> None:
    assert normalise("The STRASSE and Straße").text == "The STRASSE and Straße"
    assert normalise("The STRASSE and Straße", fold_case=True).text == "the strasse and strasse"


def test_a_place_in_the_normalised_text_leads_to_the_words_in_the_original() -> None:
    text = "He  said:\u00a0“The\u200b oﬃce is closed” – twice"
    plain = normalise(text, fold_case=True)
    start = plain.text.index('"the office')
    back = plain.original(Span(start, start + len('"the office is closed"')))
    assert back.of(text) == "“The\u200b oﬃce is closed”"


def test_half_a_ligature_leads_to_the_whole_ligature() -> None:
    text = "a ﬁne"
    assert normalise(text).original(Span(3, 4)).of(text) == "ﬁ"


def test_the_end_of_the_text_leads_to_its_end() -> None:
    text = "over \u200b\u200b"
    plain = normalise(text)
    assert plain.original(Span(len(plain.text), len(plain.text))) == Span(len(text), len(text))


@given(ODD, st.sampled_from(["as written", "folded"]))
@example("ß\u0301 ßß", "folded")
@example("\u0301", "as written")
def test_every_character_leads_to_a_place_inside_the_original_in_order(text: str, case: str) -> None:
    plain = normalise(text, fold_case=case == "folded")
    places = [plain.original(Span(i, i + 1)) for i in range(len(plain.text))]
    assert all(0 <= place.start < place.end <= len(text) for place in places)
    assert all(one == other or one.end <= other.start for one, other in pairwise(places))


@given(ODD)
def test_an_untouched_character_leads_to_itself(text: str) -> None:
    plain = normalise(text)
    for i, character in enumerate(plain.text):
        place = plain.original(Span(i, i + 1))
        if character.isalnum() and character.isascii() and place.length == 1:
            assert unicodedata.normalize("NFKC", place.of(text))[0:1].isalnum()


@given(ODD)
def test_normalising_a_second_time_changes_no_spaces_quotes_or_dashes(text: str) -> None:
    once = normalise(text).text
    assert "  " not in once
    assert not set(once) & set("“”‘’–—\u00ad\u200b\n")
