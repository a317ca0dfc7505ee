"""Statements that stand on their own say what the article says, with the names and dates it gives."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.claims.attribution import find_attributions
from firsthand.claims.cast import read_cast
from firsthand.claims.dates import find_dates
from firsthand.claims.quotations import quotations
from firsthand.claims.statements import Statement, apply_replacements, write_statement
from firsthand.text.segmentation import paragraphs, sentences
from firsthand.text.spans import Span

PUBLISHED = "2024-10-30"


def stated(text: str, words: str | None = None, published: str | None = PUBLISHED) -> Statement:
    """Write the statement of ``words``, or of the text's last sentence."""
    span = sentences(text)[-1] if words is None else Span(text.index(words), text.index(words) + len(words))
    return write_statement(
        text,
        span,
        read_cast(text, find_attributions(text)),
        dates=find_dates(text, published),
        quoted=quoted_in(text),
    )


def quoted_in(text: str) -> list[Span]:
    return [quotation.span for paragraph in paragraphs(text) for quotation in quotations(text, paragraph)]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Jane Doe is the mayor of Brenn. Doe sold the harbour.", "Jane Doe sold the harbour."),
        ("Jane Doe is the mayor of Brenn. Doe’s plan failed.", "Jane Doe’s plan failed."),
        ("Jane Doe is the mayor of Brenn. She sold the harbour.", "Jane Doe sold the harbour."),
        ("Jane Doe runs the port. Her deputy left.", "Jane Doe's deputy left."),
        ("Jane Doe runs the port. “Go,” she said. Reporters asked her why.", "Reporters asked Jane Doe why."),
        ("Jane Doe runs the port. Voters backed her plan.", "Voters backed Jane Doe's plan."),
        ("Karl Brandt has a boat. Thieves damaged his boat.", "Thieves damaged Karl Brandt's boat."),
        ("Jane Doe runs the port. Doe said she would leave.", "Jane Doe said she would leave."),
        (
            "Hungarian Prime Minister Orban flew home. Orban cancelled a speech.",
            "Hungarian Prime Minister Orban cancelled a speech.",
        ),
        ("Mr Karl Brandt sued. Mr Brandt lost.", "Mr Karl Brandt lost."),
        (
            "The Ministry of Health was warned. However, the ministry did nothing.",
            "The Ministry of Health did nothing.",
        ),
        (
            "The World Food Council (WFC) met. Farmers left the WFC.",
            "Farmers left the World Food Council.",
        ),
        (
            "A report by the Audit Authority was read. Nobody believed the report.",
            "Nobody believed a report by the Audit Authority.",
        ),
        ("The mayor, Jonas Feld, sold the harbour.", "The mayor, Jonas Feld, sold the harbour."),
        (
            "The mayor of Brenn, Jonas Feld, sold the harbour.",
            "The mayor of Brenn, Jonas Feld, sold the harbour.",
        ),
        (
            "A report by the Audit Authority says the authority was not told.",
            "A report by the Audit Authority says the authority was not told.",
        ),
        (
            "The Danish parliament met. Denmark’s queen told the parliament that she would leave.",
            "Denmark’s queen told the Danish parliament that she would leave.",
        ),
        ("The talks ended on Sunday.", "The talks ended on Sunday (27 October 2024)."),
        ("Sunday’s vote failed.", "Sunday’s (27 October 2024) vote failed."),
        ("So far, doctors have said nothing.", "So far, doctors have said nothing."),
        ("So doctors have said nothing.", "Doctors have said nothing."),
        ("Prices rose last month.", "Prices rose last month (September 2024)."),
        ("Prices rose last year.", "Prices rose last year (2023)."),
        ("China objected in late July.", "China objected in late July 2024."),
        ("The talks ended on March 12.", "The talks ended on March 12, 2024."),
        ("The talks ended on 12 March 2023.", "The talks ended on 12 March 2023."),
        ("But the  talks ended.", "The talks ended."),
    ],
)
def test_what_leans_on_the_article_is_made_plain(text: str, statement: str) -> None:
    written = stated(text)
    assert written.words == statement
    assert written.self_contained


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg met Eva Sand. She left early.",
        "This is wrong.",
        "That was in 2019.",
        "It has doubled since.",
        "They agreed on nothing.",
        "So far, they have agreed on nothing.",
        "Karl Brandt praised this decision.",
        "“It is over,”",
        "The report found no fraud.",
        "The ministry did not explain the figures.",
        "The spokeswoman gave no reason.",
        "Such attacks are rare.",
        "The latter is false.",
        "The move was criticised by doctors.",
        "I have seen it.",
        "Anna Berg and Peter Berg run the bakery. Berg lost a million.",
    ],
)
def test_a_statement_that_still_leans_says_so(text: str) -> None:
    written = stated(text)
    assert not written.self_contained
    assert written.replaced == ()


@pytest.mark.parametrize(
    "text",
    [
        "It is clear that prices will rise.",
        "It was reported on 3 May 2023 that doctors had been warned.",
        "Norway sold the ship because it was old.",
        "Anna Berg told Eva Sand that she had won.",
        "Those who paid were let in.",
        "Doctors say they were not told.",
        "A woman said she had been robbed.",
    ],
)
def test_a_pronoun_whose_noun_the_statement_has_leans_on_nothing(text: str) -> None:
    assert stated(text).self_contained


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Jane Doe runs the port. “Doe lied on Sunday,” said Karl Brandt.", "“Doe lied on Sunday,”"),
        ('Jane Doe runs the port. "She knew the ministry," said Karl Brandt.', '"She knew the ministry,"'),
        ("Jane Doe runs the port. „Doe ging am Sunday“, said Karl Brandt.", "„Doe ging am Sunday“"),
        ("Jane Doe runs the port. Karl Brandt said «but Doe  knew yesterday».", "«but Doe knew yesterday»"),
    ],
)
def test_words_inside_quotation_marks_are_never_altered(text: str, words: str) -> None:
    assert words in stated(text).words


def test_a_pronoun_is_left_where_the_statement_names_the_person_before_it() -> None:
    text = "Jane Doe runs the port. Doe said her deputy had lied to her."
    assert stated(text).words == "Jane Doe said her deputy had lied to her."


def test_it_is_recorded_what_was_replaced_and_by_what() -> None:
    text = "Jane Doe runs the port. But she left on Sunday."
    assert [(one.words, one.stands_for) for one in stated(text).replaced] == [
        ("she", "Jane Doe"),
        ("Sunday", "Sunday (27 October 2024)"),
    ]


def test_inside_the_headline_only_names_are_completed() -> None:
    text = "Doe leaves on Sunday\n\nJane Doe runs the port."
    headline = Span(0, text.index("\n"))
    written = write_statement(
        text, headline, read_cast(text), dates=find_dates(text, PUBLISHED), quoted=(), headline=headline
    )
    assert written.words == "Jane Doe leaves on Sunday"


PIECES = st.sampled_from(
    """Jane Doe|Doe|Mrs Doe|she|She|Her|her|it|It|They|the ministry|The Ministry of Health|the mayor of Brenn|the mayor
    |a spokesman for|a report by|the report|WFC|(WFC)|World Food Council|on Sunday|last month|said|However,|but|“|”|"
    |'|’s|,|.|\n\n|\n|is|and|(|)|Dr.|in|late July|12 March|I|we|Acme Corp.|the company|Russia|Straße|İstanbul
    |ﬁ""".replace("\n    |", "|").split("|")
)
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=40).map(" ".join))


@given(TEXTS, st.one_of(st.none(), st.dates().map(str)), st.data())
def test_any_text_can_be_stated_and_nothing_comes_from_elsewhere(text: str, published: str | None, data) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    quoted = quoted_in(text)
    cast = read_cast(text, find_attributions(text))
    dates = find_dates(text, published)
    written = write_statement(text, span, cast, dates=dates, quoted=quoted)
    assert written == write_statement(text, span, cast, dates=dates, quoted=quoted)
    resolved = {word for mention in dates for word in dated_words(mention.edtf)}
    in_text = folded(text) | resolved | {"s"}
    for one in written.replaced:
        assert one.words == one.span.of(text)
        assert span.contains(one.span)
        assert not any(place.overlaps(one.span) for place in quoted)
        assert folded(one.stands_for) <= in_text
    assert any(
        apply_replacements(text, Span(at, span.end), written.replaced) == written.words
        for at in range(span.start, min(span.end, span.start + 24) + 1)
    )


def folded(text: str) -> set[str]:
    import re

    return set(re.findall(r"\w+", text.casefold()))


def dated_words(edtf: str | None) -> set[str]:
    from firsthand.claims.dating.completed_dates import MONTHS

    if not edtf:
        return set()
    year, *rest = edtf.split("-")
    return {year, *(MONTHS[int(month) - 1].lower() for month in rest[:1]), *(str(int(day)) for day in rest[1:])}
