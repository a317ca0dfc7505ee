"""What of a page's text belongs to the article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.text.regions import RegionKind, regions

ARTICLE = """Clinic to reopen after two years

The clinic in Harrow Lane will reopen in May, the trust said on Tuesday. It closed in 2022 when the roof leaked.

Read also : Nurses' Union Rejects Pay Offer

A long wait

Patients have travelled 30 miles since then, and the waiting list has grown by a third.
"""


def kinds(text: str) -> list[RegionKind]:
    return [region.kind for region in regions(text)]


def test_headings_prose_and_links_to_other_stories_are_told_apart() -> None:
    assert kinds(ARTICLE) == ["heading", "prose", "link", "heading", "prose"]


def test_of_a_link_the_headline_is_kept_without_its_label() -> None:
    link = next(region for region in regions(ARTICLE) if region.kind is RegionKind.LINK)
    assert link.span.of(ARTICLE) == "Nurses' Union Rejects Pay Offer"


@pytest.mark.parametrize(
    "line",
    [
        "Discover more from The Valley Courier",
        "Subscribe now to keep reading and get access to the full archive.",
        "Continue reading",
        "Share this:",
        "Tags: health, budget",
        "Follow us on Telegram",
        "© 2024 Valley Courier",
        "By Nora Lindqvist",
        "4 min read",
        "Photo: Harbour Trust",
        "We are closing the live blog now. Thank you for reading.",
        "Home World Sport Subscribe for £1 a week",
    ],
)
def test_what_frames_a_page_is_furniture(line: str) -> None:
    assert kinds(f"{ARTICLE}\n{line}")[-1] is RegionKind.FURNITURE


@pytest.mark.parametrize(
    "line",
    [
        "The sponge at 2,150 metres. Credit: University of Tasman Bay",
        "Residents hold signs during the meeting. (Tess Moreau/Harlan Courier)",
        "File photo: the president at the talks in Geneva, 12 June 2025",
        "The clinic's roof last winter. Credit...Nora Lindqvist for the Courier",
    ],
)
def test_what_names_a_pictures_maker_is_a_caption(line: str) -> None:
    assert kinds(f"{ARTICLE}\n{line}\n\nThe roof was mended in June, said the trust.")[-2] is RegionKind.CAPTION


@pytest.mark.parametrize("line", ["The bank gave him credit. (He paid it back.)", "Home sports fans pay £40 a ticket."])
def test_what_only_begins_like_a_frame_is_prose(line: str) -> None:
    assert kinds(f"{ARTICLE}\n{line}")[-1] is RegionKind.PROSE


@pytest.mark.parametrize("heading", ["Leave a Comment", "3 Comments", "Comments (12)", "Join the discussion"])
def test_what_follows_the_comment_heading_is_the_readers(heading: str) -> None:
    assert kinds(f"{ARTICLE}\n{heading}\n\nI never saw a queue there. The roof was fine in 2022.")[-2:] == [
        "comment",
        "comment",
    ]


def test_a_reply_that_begins_with_the_articles_words_begins_the_readers_part() -> None:
    text = f'{ARTICLE}\n"... the waiting list has grown by a third..."\n\nThat is no surprise to me.'
    assert kinds(text)[-2:] == ["comment", "comment"]


def test_a_sentence_about_subscribers_in_a_long_paragraph_is_prose() -> None:
    text = (
        "Subscribe now, the poster said, and 400 people did so within a week, which the theatre's manager called a "
        "record for the season that it had planned so carefully."
    )
    assert kinds(text) == ["prose"]


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from(list('\n “”".:')))))
def test_regions_lie_in_order_inside_the_text(text: str) -> None:
    end = 0
    for region in regions(text):
        assert end <= region.span.start < region.span.end <= len(text)
        end = region.span.end
