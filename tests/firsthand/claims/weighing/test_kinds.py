"""What kind of statement a sentence is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.vocabulary import ClaimType
from firsthand.claims.weighing.kinds import claim_type_of

SENTENCES = {
    ClaimType.QUOTE: [
        "The consul said that the ferry was empty.",
        "“We will rebuild every single house,” the mayor promised.",
        "The coach called the ruling “a bad joke”.",
        "The firm's lawyer denied that the files will be shredded.",
    ],
    ClaimType.PREDICTION: [
        "The ferry will return in spring.",
        "Rents may rise again.",
        "The port is expected to close.",
        "They'll ask for more.",
    ],
    ClaimType.OPINION: [
        "The council should be ashamed.",
        "The council must be ashamed.",
        "Is it over?",
        "Put the kettle on the stove.",
        "I think the plan is sound.",
        "What a night!",
        "It remains to be seen whether it works.",
    ],
    ClaimType.STATISTIC: [
        "The tower has 48 floors.",
        "Revenue rose to 5.8 billion euros, compared with the 5.6 billion expected by analysts.",
        "Every third bed is empty.",
        "Prices rose by four percent in the year to May.",
        "Half of the pupils failed.",
    ],
    ClaimType.LEGAL: [
        "The constitution forbids a third term.",
        "Under the pact, members may not borrow abroad.",
        "The court overturned the verdict.",
        "The sale must be approved by 14 of 20 members.",
    ],
    ClaimType.GEOGRAPHY: ["The lake lies west of the old mill.", "The mine is 12 kilometres from the border."],
    ClaimType.EVENT: [
        "The minister opened the tunnel.",
        "He built the road that will serve the port.",
        "The bridge has been closed to lorries.",
        "Police arrested a 34-year-old man on 3 June.",
        "The scandal cost her the job after nine years, and she left.",
        "Ten people died in the fire.",
        "Close to the pier a boat sank.",
    ],
    ClaimType.CHARACTERISATION: [
        "The strait is busy due to its oil terminals.",
        "The tunnel is an embarrassment to engineers.",
        "The firm owes the city rent.",
        "The village has no doctor.",
    ],
}


@pytest.mark.parametrize(
    ("kind", "sentence"), [(kind, sentence) for kind, sentences in SENTENCES.items() for sentence in sentences]
)
def test_the_kind_is_told_by_the_words(kind: ClaimType, sentence: str) -> None:
    assert claim_type_of(sentence) is kind


def test_the_month_is_not_the_verb() -> None:
    assert claim_type_of("The union met in May.") is ClaimType.EVENT
    assert claim_type_of("The union may meet.") is ClaimType.PREDICTION


@given(st.text())
def test_every_text_has_a_kind_and_always_the_same(text: str) -> None:
    assert claim_type_of(text) is claim_type_of(text)
