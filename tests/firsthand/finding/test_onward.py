"""Which of a page's links leads on towards the first hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rows import KnownPublisher
from db.vocabulary import PublisherKind, SourceRelationKind, Tier
from firsthand.finding.onward import THRESHOLD, Copied, Lead, Link, Page, is_source, leads, weighed
from firsthand.finding.sought import Sought
from firsthand.text.spans import Span

CLAIM = "“We will rebuild every bridge,” Ana Petrov told parliament on Tuesday"
TEXT = (
    "The week in short.\n\n"
    f"{CLAIM}, as a wire report had it.\n\n"
    "The harbour was quiet.\n\nThe fair opened.\n\nIt rained.\n\nIt rained again.\n\nRead more about the weather."
)
SOUGHT = Sought("We will rebuild every bridge", "Petrov said every bridge will be rebuilt.", "Ana Petrov")
HERE = "https://daily.example/week"
PUBLISHERS = {
    "parliament.example": KnownPublisher(
        "The Parliament", PublisherKind.PARLIAMENT, None, Tier.PRIMARY, ("parliament.example",)
    ),
    "wire.example": KnownPublisher("Wire", PublisherKind.NEWS_AGENCY, None, Tier.SECONDARY, ("wire.example",)),
    "checks.example": KnownPublisher("Checks", PublisherKind.FACT_CHECKER, None, Tier.SECONDARY, ("checks.example",)),
}


def whose(url: str) -> KnownPublisher | None:
    return next((one for host, one in PUBLISHERS.items() if host in url), None)


def link(url: str, words: str) -> Link:
    start = TEXT.find(words)
    return Link(url, words, Span(start, start + len(words)) if start >= 0 else None)


def page(*links: Link, copied: tuple[Copied, ...] = ()) -> Page:
    start = TEXT.index(CLAIM)
    return Page(HERE, "The week", TEXT, links, copied, Span(start, start + len(CLAIM)))


def urls(found: tuple[Lead, ...]) -> list[str]:
    return [lead.url for lead in found]


def test_a_link_on_the_claims_own_words_comes_before_one_elsewhere() -> None:
    near, far = link("https://a.example/1", "told parliament"), link("https://b.example/2", "the weather")

    assert urls(weighed(page(far, near), SOUGHT, whose)) == ["https://a.example/1", "https://b.example/2"]


def test_a_link_in_the_claims_paragraph_is_worth_a_visit_and_one_about_the_weather_is_not() -> None:
    near, far = link("https://a.example/1", "wire report"), link("https://b.example/2", "the weather")

    (lead,) = leads(page(far, near), SOUGHT, whose)

    assert lead.url == "https://a.example/1"
    assert lead.why.startswith("it stands in the paragraph of the claim's words")


def test_a_transcript_of_a_primary_publisher_is_worth_it_wherever_it_stands() -> None:
    far = Link("https://parliament.example/debates/2026-03-03", "Full transcript", None)

    (lead,) = leads(page(far), SOUGHT, whose)

    assert "The Parliament, usually first hand" in lead.why
    assert "promises a «full transcript»" in lead.why or "promises a «transcript»" in lead.why


def test_beside_the_claim_the_first_hand_comes_before_the_wire() -> None:
    wire = link("https://wire.example/bridges", "wire report")
    official = link("https://parliament.example/debates/7", "told parliament")

    assert urls(leads(page(wire, official), SOUGHT, whose))[0] == "https://parliament.example/debates/7"


def test_the_page_that_was_copied_comes_before_its_links() -> None:
    copied = Copied("https://wire.example/bridges", SourceRelationKind.REPRINTS, "its canonical address is elsewhere")
    near = link("https://a.example/1", "told parliament")

    (first, *_) = leads(page(near, copied=(copied,)), SOUGHT, whose)

    assert first.url == "https://wire.example/bridges"
    assert first.why == "its canonical address is elsewhere"


@pytest.mark.parametrize(
    "credit",
    ["Via ", "Source: ", "This report is reproduced from ", "First published by the ", "according to the ", "h/t "],
)
def test_what_a_page_credits_is_worth_a_visit_however_far_down_it_stands(credit: str) -> None:
    text = f"{TEXT}\n\n{credit}Coast Wire"
    credited = Link("https://a.example/x", "Coast Wire", Span(len(text) - 10, len(text)))
    start = TEXT.index(CLAIM)

    (lead,) = leads(Page(HERE, "x", text, [credited], (), Span(start, start + 20)), SOUGHT, whose)

    assert lead.why.endswith("the page credits it")


def test_the_speakers_name_in_the_link_weighs() -> None:
    named, plain = Link("https://a.example/p", "Petrov in full"), Link("https://b.example/q", "In full")

    assert urls(weighed(page(plain, named), SOUGHT, whose)) == ["https://a.example/p", "https://b.example/q"]


def test_a_sites_own_pages_and_front_pages_are_held_back() -> None:
    own = link("https://daily.example/more", "told parliament")
    front = link("https://a.example/", "told parliament")
    other = link("https://b.example/story", "told parliament")

    assert urls(weighed(page(own, front, other), SOUGHT, whose))[0] == "https://b.example/story"


def test_what_was_visited_is_left_out_however_it_is_spelt() -> None:
    near = link("https://www.a.example/1/?utm_source=x", "told parliament")

    assert leads(page(near), SOUGHT, whose, visited=["http://a.example/1"]) == ()


def test_a_page_does_not_lead_to_itself() -> None:
    assert leads(page(link("http://www.daily.example/week/", "told parliament")), SOUGHT, whose) == ()


def test_one_address_in_two_spellings_is_one_lead() -> None:
    twice = (link("https://a.example/1", "told parliament"), link("https://www.a.example/1/", "wire report"))

    assert len(leads(page(*twice), SOUGHT, whose)) == 1


def test_links_without_a_place_weigh_by_where_they_lead() -> None:
    nowhere = (Link("https://a.example/x", "more"), Link("https://parliament.example/x", "more"))

    assert urls(leads(page(*nowhere), SOUGHT, whose)) == ["https://parliament.example/x"]


def test_a_fact_check_is_no_step_towards_the_first_hand() -> None:
    check, wire = (link(f"https://{host}.example/x", "told parliament") for host in ("checks", "wire"))

    assert urls(weighed(page(check, wire), SOUGHT, whose))[0] == "https://wire.example/x"


@pytest.mark.parametrize(
    "url",
    [
        "https://www.facebook.com/sharer/sharer.php?u=https://a.example",
        "https://twitter.com/intent/tweet?url=x",
        "https://x.com/intent/post?url=x",
        "https://t.me/share/url?url=x",
        "https://wa.me/?text=x",
        "https://api.whatsapp.com/send?text=x",
        "https://daily.example/login",
        "https://daily.example/newsletter/",
        "https://daily.example/tag/bridges",
        "https://daily.example/authors/jo",
        "https://daily.example/img/bridge.JPG",
        "mailto:desk@daily.example",
        "javascript:void(0)",
        "ftp://a.example/file",
        "https://",
        "https://[half",
        "",
        "bridge",
    ],
)
def test_what_is_no_source_is_left_out(url: str) -> None:
    assert not is_source(url)
    assert weighed(page(Link(url, "told parliament", Span(30, 40))), SOUGHT, whose) == ()


@pytest.mark.parametrize(
    "url",
    [
        "https://a.example/report.pdf",
        "https://a.example/aboutness",
        "http://a.example:8080/x?y=1",
        "https://t.me/petrov/12",
        "https://x.com/petrov/status/1",
        "https://a.example/loginsight",
    ],
)
def test_what_may_be_a_source_stays(url: str) -> None:
    assert is_source(url)


def test_a_reference_tied_to_a_source_counts_whatever_its_address() -> None:
    (lead,) = weighed(page(Link("mailto:press@parliament.example", "told parliament", None, 12)), SOUGHT, whose)

    assert lead.source_id == 12


def test_where_the_claims_words_are_not_on_the_page_nothing_is_near() -> None:
    lost = page(link("https://a.example/1", "told parliament"))._replace(at=None)

    assert leads(lost, SOUGHT, whose) == ()
    assert weighed(lost, SOUGHT, whose)[0].why == "the page links to it"


addresses = st.one_of(
    st.text(max_size=30),
    st.builds(
        "{}://{}{}".format,
        st.sampled_from(["http", "https", "ftp"]),
        st.sampled_from(["a.example", "[::1", "daily.example", "ä.example", "a.example:99999"]),
        st.text(max_size=20),
    ),
)
spans = st.one_of(
    st.none(),
    st.integers(0, len(TEXT) - 2).flatmap(lambda at: st.builds(Span, st.just(at), st.integers(at + 1, len(TEXT)))),
)


@given(
    st.lists(st.builds(Link, addresses, st.text(max_size=20), spans), max_size=6),
    spans,
    st.lists(addresses, max_size=3),
)
def test_whatever_a_page_links_to_leads_are_ordered_new_and_worth_it(
    links: list[Link], at: Span | None, visited: list[str]
) -> None:
    found = leads(Page(HERE, "x", TEXT, links, (), at), SOUGHT, whose, visited)

    assert [lead.weight for lead in found] == sorted((lead.weight for lead in found), reverse=True)
    assert all(lead.weight >= THRESHOLD for lead in found)
    assert not {lead.url for lead in found} & {HERE, *visited}
    assert all(lead.why for lead in found)
