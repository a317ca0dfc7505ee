from __future__ import annotations

import inspect
from collections.abc import Iterator
from enum import StrEnum

import pytest
from streamlit.material_icon_names import ALL_MATERIAL_ICONS

from dashboard import labels
from db import vocabulary
from db.vocabulary import (
    AttributionFinding,
    ClaimOrigin,
    ClaimType,
    Flag,
    Role,
    SourceKind,
    SpeakerKind,
    SubstanceFinding,
    Tier,
    VerificationStatus,
)

ENUMS = [kind for _, kind in inspect.getmembers(vocabulary, inspect.isclass) if issubclass(kind, StrEnum)]
EVERY_LABEL = [*labels.STATUSES.values(), *labels.ATTRIBUTIONS.values()]
AA = 4.5  # WCAG 2.2, 1.4.3: the least contrast of text


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("code", [code for kind in ENUMS if kind is not StrEnum for code in kind], ids=repr)
def test_every_word_of_the_vocabulary_has_a_plain_word(code: StrEnum) -> None:
    assert labels.word(code).strip()
    assert "_" not in labels.word(code)


@pytest.mark.parametrize("kind", [kind for kind in ENUMS if kind is not StrEnum], ids=lambda kind: kind.__name__)
def test_no_two_words_of_one_kind_are_called_the_same(kind: type[StrEnum]) -> None:
    assert len({labels.word(code) for code in kind}) == len(kind)


def test_codes_of_different_kinds_that_are_the_same_text_keep_their_own_words() -> None:
    assert Tier.SECONDARY == SourceKind.SECONDARY  # type: ignore[comparison-overlap]
    assert (labels.word(Tier.SECONDARY), labels.word(SourceKind.SECONDARY)) == ("secondary", "secondary report")
    assert (labels.word(ClaimOrigin.PERSON), labels.word(SpeakerKind.PERSON)) == ("added by a person", "person")
    assert labels.meaning(SourceKind.SECONDARY) == ""


@pytest.mark.parametrize(
    "kind",
    [
        *(VerificationStatus, SubstanceFinding, AttributionFinding, Flag, Tier, Role),
        *(vocabulary.WorkState, vocabulary.MatchGrade, vocabulary.NumberComparison, vocabulary.AnchorHealth),
    ],
)
def test_whatever_a_person_judges_by_says_what_it_means(kind: type[StrEnum]) -> None:
    assert all(labels.meaning(code).endswith(".") for code in kind)


@pytest.mark.parametrize("label", EVERY_LABEL, ids=lambda label: label.word)
def test_every_label_is_legible_on_both_backgrounds(label: labels.Label) -> None:
    assert _contrast(label.light, labels.PAPER) >= AA
    assert _contrast(label.dark, labels.SLATE) >= AA


@pytest.mark.parametrize(
    ("colour", "background"), [(labels.MUTED_LIGHT, labels.PAPER), (labels.MUTED_DARK, labels.SLATE)]
)
def test_quiet_words_are_legible_as_well(colour: str, background: str) -> None:
    assert _contrast(colour, background) >= AA


@pytest.mark.parametrize("label", EVERY_LABEL, ids=lambda label: label.word)
def test_every_icon_is_one_that_streamlit_has(label: labels.Label) -> None:
    assert label.icon in ALL_MATERIAL_ICONS


def test_statuses_stand_in_the_order_from_supported_to_work_not_done() -> None:
    assert list(labels.STATUSES)[:5] == [
        VerificationStatus.SUPPORTED,
        VerificationStatus.MOSTLY_SUPPORTED,
        VerificationStatus.MISLEADING,
        VerificationStatus.MOSTLY_CONTRADICTED,
        VerificationStatus.CONTRADICTED,
    ]
    assert set(labels.STATUSES) == set(VerificationStatus)


def test_only_findings_and_what_is_to_be_rechecked_carry_a_colour() -> None:
    coloured = {status for status, label in labels.STATUSES.items() if not label.outlined}

    assert coloured == {status for status in VerificationStatus if status.finding} | {VerificationStatus.RECHECK}


def test_a_filters_words_are_read_back_and_unknown_ones_are_left_out() -> None:
    assert labels.by_word(ClaimType, ["quote", "no such type"]) == {ClaimType.QUOTE}


@pytest.fixture
def renamed() -> Iterator[None]:
    """Two findings go by another word."""
    labels.renamed({"supported": "true", "not_found": "no trace"})
    yield
    labels.renamed({})


@pytest.mark.usefixtures("renamed")
def test_a_renamed_finding_goes_by_its_word_wherever_it_is_named() -> None:
    assert labels.word(SubstanceFinding.SUPPORTED) == labels.word(VerificationStatus.SUPPORTED) == "true"
    assert labels.title(SubstanceFinding.SUPPORTED) == "True"
    assert labels.status(VerificationStatus.SUPPORTED).word == labels.finding(SubstanceFinding.SUPPORTED).word == "true"
    assert labels.attribution(AttributionFinding.NOT_FOUND).word == labels.word(AttributionFinding.NOT_FOUND)
    assert labels.statuses()[VerificationStatus.SUPPORTED].word == "true"
    assert labels.attributions()[AttributionFinding.NOT_FOUND].word == "no trace"
    assert labels.renaming() == (("not_found", "no trace"), ("supported", "true"))


@pytest.mark.usefixtures("renamed")
def test_a_renaming_changes_neither_the_order_nor_the_usual_words() -> None:
    assert list(labels.statuses()) == list(labels.STATUSES)
    assert labels.STATUSES[VerificationStatus.SUPPORTED].word == labels.DEFAULTS["supported"] == "supported"
    assert labels.default_word(SubstanceFinding.SUPPORTED) == "supported"


@pytest.mark.usefixtures("renamed")
@pytest.mark.parametrize("name", ["true", "supported"])
def test_a_link_from_before_a_renaming_leads_where_it_led(name: str) -> None:
    assert labels.by_word(VerificationStatus, [name]) == {VerificationStatus.SUPPORTED}


@pytest.mark.usefixtures("renamed")
@pytest.mark.parametrize("name", ["no trace", "not found", "not_found"])
def test_attribution_findings_are_read_back_by_any_of_their_names(name: str) -> None:
    assert labels.by_word(AttributionFinding, [name]) == {AttributionFinding.NOT_FOUND}


def test_todays_word_counts_before_another_findings_usual_one() -> None:
    labels.renamed({"supported": "outdated", "outdated": "once so"})
    try:
        assert labels.by_word(VerificationStatus, ["outdated"]) == {VerificationStatus.SUPPORTED}
    finally:
        labels.renamed({})


def test_no_finding_shares_its_code_with_one_of_the_other_kind() -> None:
    assert len(labels.DEFAULTS) == len(labels.STATUSES) + len(labels.ATTRIBUTIONS)


def test_roles_are_listed_in_the_vocabularys_order() -> None:
    assert labels.in_order(Role, frozenset({Role.EDITOR, Role.CHECKER})) == [Role.CHECKER, Role.EDITOR]
