"""A PDF gives its words in reading order, or a sentence that says what to do."""

from __future__ import annotations

import contextlib
import io
import random
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from firsthand.errors import UnreadableText
from firsthand.text.pdf import extract_pdf
from tests.firsthand.text.pdf_maker import Drawn, Linked, bind, lines, make_pdf, stream

LEFT = (
    "The harbour board voted on Tuesday to",
    "raise its fees. The vote was nine to four.",
    "Nobody on the quay had been asked",
    "whether they could pay them.",
)
RIGHT = (
    "Skippers said they would sail to the",
    "next port. Forty had signed a letter",
    "to the board by the evening, and",
    "more were expected to follow.",
)


def text_of(*pages: list[Drawn | Linked]) -> str:
    return extract_pdf(make_pdf(pages)).text


def test_two_columns_are_read_one_after_the_other_however_they_are_drawn() -> None:
    rows = [drawn for pair in zip(lines(60, 700, *LEFT), lines(320, 700, *RIGHT), strict=True) for drawn in pair]
    title = Drawn(60, 760, "Fees at the harbour to rise from the first of May, skippers protest", 18)
    text = text_of([title, *rows])
    assert text.startswith(title.text)
    assert text.index("Nobody on the quay") < text.index("Skippers said")
    assert " ".join(LEFT) in text
    assert " ".join(RIGHT) in text


def test_a_table_of_names_and_numbers_is_read_row_by_row() -> None:
    rows = [Drawn(x, 700 - 14 * n, words) for n in range(6) for x, words in ((60, f"Berth {n}"), (300, f"{n} 400"))]
    assert "Berth 2 2 400" in text_of(rows).replace("\n", " ")


def test_hyphens_at_line_ends_are_undone_only_where_they_broke_a_word() -> None:
    text = text_of(
        lines(
            60, 700, "The infra-", "structure of this well-known and well-", "known port, a long-term and low-",
            "cost one, cost 20-",
            "30 million, said the Anglo-", "Frisian owners.",
        )
    )  # fmt: skip
    assert "infrastructure of this well-known and well-known port" in text
    assert "cost 20-30 million, said the Anglo-Frisian" in text


def test_a_paragraph_runs_on_over_the_page_and_each_page_keeps_its_place() -> None:
    first = [*lines(60, 700, "The ferry stopped on Monday and its passen-")]
    second = [*lines(60, 700, "gers were taken to the island by bus.", "It was the third time this year.")]
    article = extract_pdf(make_pdf([first, second]))
    assert article.text.startswith(
        "The ferry stopped on Monday and its passengers were taken to the island by bus. It was"
    )
    assert [page.of(article.text) for page in article.pages] == [
        "The ferry stopped on Monday and its passen",
        "gers were taken to the island by bus. It was the third time this year.",
    ]


def test_running_heads_and_page_numbers_are_left_out() -> None:
    pages = [
        [
            Drawn(60, 810, "The Harbour Chronicle"),
            Drawn(480, 810, f"{n} May 2024"),
            *lines(60, 700, f"Sentence number {n} stands on a page of its own and ends here.", "Another follows it."),
            Drawn(290, 20, f"Page {n} of 4"),
        ]
        for n in range(1, 5)
    ]
    text = text_of(*pages)
    assert "Chronicle" not in text
    assert "Page" not in text
    assert text.count("Sentence number") == 4


def test_paragraphs_begin_at_gaps_indents_and_headings() -> None:
    page = [
        Drawn(60, 760, "What the board decided", 14, bold=True),
        *lines(60, 730, *LEFT),
        *lines(60, 650, *RIGHT),
        *[Drawn(72 if n == 0 else 60, 602 - 12 * n, words) for n, words in enumerate(LEFT)],
    ]
    assert text_of(page).split("\n\n") == ["What the board decided", " ".join(LEFT), " ".join(RIGHT), " ".join(LEFT)]


def test_short_paragraphs_set_apart_are_paragraphs_though_most_steps_are_gaps() -> None:
    paragraphs = ["By Nora Lindqvist", "The ferry was late again.", "The port blamed the wind.", "Nobody was hurt."]
    drawn = [one for number, words in enumerate(paragraphs) for one in lines(72, 760 - 24 * number, words)]
    drawn += lines(
        72, 660, "The master said that it had been the fourth time in a", "week, and that he was tired of it."
    )
    found = text_of(drawn).split("\n\n")
    assert found[:-1] == paragraphs
    assert found[-1].endswith("in a week, and that he was tired of it.")


def test_the_file_says_who_wrote_it_and_when_where_the_text_does_not() -> None:
    body = [Drawn(60, 760, "Fees at the harbour rise", 18), *lines(60, 700, *LEFT)]
    info = {"Title": "Microsoft Word - draft7.docx", "Author": "Jane Doe", "CreationDate": "D:20240805101500+02'00'"}
    article = extract_pdf(make_pdf([body], info, "en-GB"))
    assert (article.title, article.author, article.published, article.language) == (
        "Fees at the harbour rise",
        "Jane Doe",
        "2024-08-05",
        "en-GB",
    )
    assert "made" in article.warnings[0]
    byline = Drawn(60, 735, "By Ines Okafor | 4 August 2024")
    article = extract_pdf(make_pdf([[body[0], byline, *body[1:]]], info))
    assert (article.author, article.published, article.warnings) == ("Ines Okafor", "2024-08-04", ())


def test_links_are_references_with_their_words_over_line_ends_too() -> None:
    page = [
        *lines(60, 700, "The board's decision follows the report of the", "harbour master and a letter, it said."),
        Linked((215, 697, 280, 709), "https://port.example/report?utm_source=pdf"),
        Linked((58, 685, 135, 697), "https://port.example/report?utm_source=pdf"),
        Linked((140, 685, 180, 697), "mailto:desk@port.example"),
    ]
    article = extract_pdf(make_pdf([page]))
    (reference,) = article.references
    assert reference.href == "https://port.example/report?utm_source=pdf"
    assert reference.words == "report of the harbour master"
    assert reference.span
    assert reference.span.of(article.text) == reference.words


def test_text_marked_as_an_artifact_is_none_of_the_text() -> None:
    file = make_pdf([lines(60, 700, *LEFT)])
    hidden = b"/Artifact BMC BT /F1 10 Tf 1 0 0 1 60 500 Tm (DRAFT COPY) Tj ET EMC"
    content = zlib.decompress(zlib.compress(hidden))
    objects = [part.split(b"\nendobj")[0].split(b" 0 obj\n")[1] for part in file.split(b"endobj\n")[:-1]]
    objects[5] = stream(objects[5].split(b"stream\n")[1].split(b"\nendstream")[0] + b"\n" + content)
    text = extract_pdf(bind([part.removesuffix(b"\n") for part in objects])).text
    assert "harbour board" in text
    assert "DRAFT" not in text


def refused(data: bytes) -> str:
    with pytest.raises(UnreadableText) as caught:
        extract_pdf(data)
    return str(caught.value)


def test_a_scanned_pdf_says_to_recognise_its_text_first() -> None:
    assert "OCR" in refused(make_pdf([[]]))


def test_a_locked_pdf_says_so() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(make_pdf([lines(60, 700, *LEFT)]))))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    assert "password" in refused(out.getvalue())


def test_a_bomb_is_refused_and_not_unpacked() -> None:
    packer = zlib.compressobj(9)
    bomb = b"".join(packer.compress(b"BT /F1 12 Tf (a) Tj ET " * 50_000) for _ in range(60)) + packer.flush()
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 7 0 R/Resources<</Font<</F1 3 0 R>>>>>>"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[6 0 R]/Count 1>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"null",
        b"<<>>",
        page,
        stream(bomb, "/Filter/FlateDecode"),
    ]
    assert "unpacks" in refused(bind(objects))


def test_parts_that_call_parts_without_end_are_followed_only_so_far() -> None:
    part = stream("/X Do " * 50, "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 7 0 R>>>>")
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 8 0 R/Resources<</XObject<</X 7 0 R>>>>>>"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[6 0 R]/Count 1>>",
        b"null",
        b"null",
        b"<<>>",
        page,
    ]
    assert refused(bind([*objects, part, stream("/X Do " * 50)]))


def test_of_a_very_long_pdf_the_first_pages_are_read_with_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("firsthand.text.pdf.MAX_PAGES", 2)
    article = extract_pdf(
        make_pdf([lines(60, 700, f"Sentence {word} of the text.") for word in ("one", "two", "three")])
    )
    assert len(article.pages) == 2
    assert "only its first 2" in article.warnings[0]


WHOLE = make_pdf([[*lines(60, 700, *LEFT), Linked((60, 697, 280, 709), "https://a.example/")], lines(60, 700, *RIGHT)])


@given(st.randoms(use_true_random=False), st.integers(0, len(WHOLE)))
@settings(max_examples=60, deadline=None)
def test_damaged_files_give_an_article_or_a_reason(chance: random.Random, kept: int) -> None:
    data = bytearray(WHOLE if kept % 2 else WHOLE[:kept])
    for _ in range(chance.randint(0, 20) if data else 0):
        data[chance.randrange(len(data))] = chance.randrange(256)
    with contextlib.suppress(UnreadableText):
        article = extract_pdf(bytes(data))
        assert article.text.strip()
        for link in article.references:
            assert link.span
            assert " ".join(link.span.of(article.text).split()) == link.words
        assert all(page.end <= len(article.text) for page in article.pages)
