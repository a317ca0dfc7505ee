"""Names across languages and scripts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.evidence.comparison import compare, speak_differently
from firsthand.evidence.names import absent_names, named


@pytest.mark.parametrize(
    ("name", "elsewhere"),
    [
        ("Lavrov", "Лавровым"), ("Zelenskyy", "Зеленский"), ("Selenskyj", "Зеленского"), ("Putin", "Путина"),
        ("Biden", "Байден"), ("Johnson", "Джонсон"), ("Scholz", "Шольц"), ("Macron", "Макрон"), ("Kyiv", "Киев"),
        ("Washington", "Вашингтоне"), ("Gorbachev", "Горбачёв"), ("Yeltsin", "Ельцин"), ("Khrushchev", "Хрущёв"),
        ("Tschechow", "Чехов"), ("Mitsotakis", "Μητσοτάκης"), ("Erdogan", "Erdoğan"), ("Jinping", "Цзиньпин"),
        ("Jens", "Йенс"), ("Vučić", "Вучић"), ("Minsk", "Минска"), ("Xi", "Си"),
    ],
)  # fmt: skip
def test_a_name_is_known_in_another_script(name: str, elsewhere: str) -> None:
    assert absent_names(f"We met {name} there", f"тогда {elsewhere} сказал") == ()


def test_a_name_that_is_not_there_is_told() -> None:
    claim = "On Monday President Ivan Petrov met Karl Brandt in Minsk."
    assert absent_names(claim, "Президент Иван Петров прибыл в Минск.") == ("Karl", "Brandt")


def test_a_script_that_names_cannot_be_compared_with_tells_nothing() -> None:
    assert absent_names("We met Ivan Petrov", "彼得罗夫说") == ()


def test_the_words_at_the_start_of_a_sentence_and_titles_are_no_names() -> None:
    assert absent_names("Ferries sail. President Minister May", "Паромы") == ()


def test_countries_and_peoples_are_left_out() -> None:
    assert absent_names("We told Japan, the Americans and the European Union", "日本 и США") == ()


def test_the_speaker_is_not_missed_in_the_speakers_own_words() -> None:
    claim = "We heard Ivan Petrov say that Ole Brandt would come"
    assert compare(claim, claim, "Брандта не будет", speaker="Ivan Petrov", translated=True).absent == ()


def test_the_speakers_own_words_are_no_words_of_somebody_else() -> None:
    quote, passage = "the ferries will sail", "As Ole Brandt said, the ferries will sail in May."
    assert compare(quote, quote, passage).cautions == ("In the source these are words of «Ole Brandt».",)
    assert compare(quote, quote, passage, speaker="Ole Brandt").cautions == ()
    assert named("Minister Brandt", "words of «Ole Brandt»")
    assert not named("", "anything")


def test_a_translated_passage_is_compared_by_figures_and_names_only() -> None:
    claim = "Ivan Petrov said the state lost 3.5 billion euros in Minsk"
    result = compare(claim, claim, "Петров: государство потеряло 3,5 миллиарда евро.", translated=True)
    assert result.translated
    assert result.alignment is None
    assert [number.comparison.value for number in result.numbers] == ["equal"]
    assert result.absent == ("Minsk",)
    assert result.warnings == ()


@pytest.mark.parametrize(
    ("article", "source", "differ"),
    [("en", "ru", True), ("en-GB", "en", False), (None, "ru", False), ("de", "", False), ("EN", "en-us", False)],
)
def test_two_languages_differ_only_where_both_are_known(article: str | None, source: str, *, differ: bool) -> None:
    assert speak_differently(article, source) is differ


@given(st.text(max_size=60), st.text(max_size=60))
def test_no_text_raises_and_every_name_stands_in_the_claim(claim: str, passage: str) -> None:
    assert all(name in claim for name in absent_names(claim, passage))
