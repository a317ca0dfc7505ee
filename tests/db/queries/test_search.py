import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.queries import claims, fulltext, search, words
from db.rows import ClaimFilter
from db.vocabulary import WorkState
from tests.makers import (
    make_article,
    make_capture,
    make_claim,
    make_comment,
    make_evidence,
    make_review,
    make_source,
)


def claim_of(session, statement, **overrides):
    return make_claim(
        session,
        article=make_article(session, title="News", text=None),
        **{"capture_id": 1} | overrides | {"statement": statement},
    )


@pytest.fixture
def filled(database):
    """A record with one capture, to hang claims on."""
    with database.write() as session:
        make_capture(
            session, make_article(session, title="Something else", text=None), text="Nothing of interest here."
        )
    return database


def found(database, typed, statement):
    with database.write() as session:
        claim_of(session, statement, literal="x", speaker_as_named=None)
        claim_of(session, "Another claim altogether", literal="y", speaker_as_named=None)
    with database.read() as session:
        hits = [hit.record_id for hit in search.search(session, typed) if hit.kind == "claim"]
        listed = [row.id for row in claims.page(session, ClaimFilter(text=typed)).rows]
    assert hits == listed
    return listed == [1]


@pytest.mark.parametrize(
    ("typed", "statement"),
    [
        ("bridges", "The state closed 14 Bridges."),
        ("CLOSED bridges", "Bridges were closed."),
        ("bridg", "The state closed 14 bridges."),
        ("14", "The state closed 14 bridges."),
        ("3.5", "Unemployment fell to 3.5 per cent."),
        ("2,000,000", "It cost 2,000,000 euros."),
        ('"per cent of"', "It fell to 3.5 per cent of the total."),
        ("well-known", "A well-known case."),
        ("known", "A well-known case."),
        ("don't", "They don't know."),
        ("example.org", "See example.org for more."),
        ("example", "See www.example.org for more."),
        ("and/or", "Fines and/or prison."),
        ("orban", "Viktor Orbán said so."),
        ("Orbán", "Viktor Orban said so."),
        ("žluťoučký", "Příliš žluťoučký kůň."),
        ("straße", "Die Straße ist gesperrt."),
        ("МОСТ", "Закрыли мост."),
        ("جسور", "أغلقت الحكومة جسور المدينة"),
        ("גשרים", "המדינה סגרה 14 גשרים."),
        ("政府关闭了十四座桥", "政府关闭了十四座桥。"),
        ("政府关闭", "政府关闭了十四座桥。"),
        ("हिन्दी", "यह हिन्दी में है"),
        ("“bridges” (closed)", "Closed bridges."),
        ("f***ing bridges", "f***ing bridges"),
    ],
)
def test_a_claim_is_found_by(typed, statement, filled):
    assert found(filled, typed, statement)


@pytest.mark.parametrize(
    ("typed", "statement"),
    [
        ("ridges", "The state closed 14 bridges."),
        ("bridges opened", "The state closed 14 bridges."),
        ('"bridges closed"', "The state closed 14 bridges."),
        ("关闭了", "政府关闭了十四座桥。"),
        ("NOT", "The state closed 14 bridges."),
        ("statement:bridges", "The state closed 14 bridges."),
        ("***", "The state closed 14 bridges."),
        ("", "The state closed 14 bridges."),
    ],
)
def test_a_claim_is_not_found_by(typed, statement, filled):
    if words.read(typed):
        assert not found(filled, typed, statement)
    else:
        with filled.read() as session:
            assert search.search(session, typed) == ()


AWKWARD = [
    '"',
    "'",
    "''",
    "\\",
    "*",
    "a*",
    "^a",
    "a:b",
    "(",
    "NEAR(",
    "a AND",
    "OR",
    "-",
    "a -b",
    "!",
    "&",
    "|",
    "<->",
    ":*",
]


@pytest.mark.parametrize(
    "typed",
    [*AWKWARD, "\0", "a\0b", "\ud800", "⑴", "ﷺ" * 50, "x" * 100_000, "a " * 5000, "%", "'; DROP TABLE claim; --"],
)
def test_nothing_that_is_typed_is_an_error(typed, filled):
    with filled.read() as session:
        search.search(session, typed)
        claims.page(session, ClaimFilter(text=typed))
        claims.count(session, ClaimFilter(text=typed))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text() | st.text(alphabet="ab\"'\\*:&|!()<>- ^~"))
def test_no_text_at_all_is_an_error(filled, typed):
    with filled.read() as session:
        search.search(session, typed)


def test_search_looks_into_claims_notes_titles_and_captured_texts(database):
    with database.write() as session:
        article = make_article(session, title="Quorum reached", text="The quorum was reached at noon.")
        source = make_source(session, title="Minutes", text="Minutes: a quorum was present. " * 3)
        claim = make_claim(session, article=article, statement="The quorum was reached.")
        other = make_claim(session, article=article, statement="Nothing")
        make_evidence(session, claim, source, note="See the quorum rule")
        make_comment(session, other, body="Which quorum?")
        make_review(session, other, note="A quorum of twelve")
    with database.read() as session:
        hits = {(hit.kind, hit.record_id): hit for hit in search.search(session, "quorum")}
    assert set(hits) == {
        ("claim", claim.id),
        ("note", claim.id),
        ("note", other.id),
        ("article", article.id),
        ("source", source.id),
    }
    assert hits["article", article.id].title == "Quorum reached"
    assert "quorum" in hits["source", source.id].excerpt
    assert hits["article", article.id].score > hits["source", source.id].score


def test_what_was_changed_is_found_by_its_new_words_only(database):
    with database.write() as session:
        claim = make_claim(session, statement="Seven tunnels", work_state=WorkState.OPEN)
        comment = make_comment(session, claim, body="Seven tunnels")
        evidence = make_evidence(session, claim, note=None)
    with database.write() as session:
        session.merge(claim).statement = "Eight viaducts"
        session.merge(comment).body = "Eight viaducts"
        session.merge(evidence).note = "Eight viaducts"
    with database.read() as session:
        assert search.search(session, "tunnels") == ()
        assert {hit.kind for hit in search.search(session, "viaducts")} == {"claim", "note"}


def test_an_excerpt_is_plain_text_around_the_word(database):
    text = "Preamble. " * 80 + "<b>Then</b> the zyzzyva\n\nwas seen. " + "Afterwards nothing. " * 80
    with database.write() as session:
        make_source(session, text=text)
    with database.read() as session:
        (hit,) = search.search(session, "zyzzyva")
    assert "<b>Then</b> the zyzzyva was seen." in hit.excerpt
    assert hit.excerpt.startswith("…")
    assert hit.excerpt.endswith("…")
    assert len(hit.excerpt) < 220


def test_a_text_with_more_words_than_an_index_entry_holds_is_still_kept(postgresql_database):
    with postgresql_database.write() as session:
        source = make_source(session, text="beginning " + " ".join(f"워드{number:06d}" for number in range(120_000)))
    with postgresql_database.read() as session:
        assert [hit.record_id for hit in search.search(session, "beginning")] == [source.id]


@pytest.mark.parametrize("candidates", [1000, 3])
def test_a_frequent_word_gives_the_newest_of_its_claims(candidates, filled, monkeypatch):
    monkeypatch.setattr(fulltext, "CLAIMS", fulltext.CLAIMS._replace(candidates=candidates))
    with filled.write() as session:
        for _ in range(8):
            claim_of(session, "The same words")
    with filled.read() as session:
        assert [row.id for row in claims.page(session, ClaimFilter(text="same"), size=3).rows] == [8, 7, 6]
        assert len(search.search(session, "same", limit=2)) == 2


def test_words_and_filters_are_asked_for_together(filled):
    with filled.write() as session:
        one = claim_of(session, "Bridges here")
        two = claim_of(session, "Bridges there", work_state=WorkState.RECHECK)
    with filled.read() as session:
        where = ClaimFilter(text="bridges", article_id=one.article_id)
        assert [row.id for row in claims.page(session, where).rows] == [one.id]
        assert claims.count(session, where) == 1
        assert claims.count(session, ClaimFilter(text="bridges")) == 2
        assert claims.count(session, ClaimFilter(text="bridges"), at_most=1) == 1
        assert claims.get(session, two.id).statement == "Bridges there"


@pytest.mark.parametrize(
    ("text", "typed", "shown"),
    [
        ("short", "missing", "short"),
        ("Élysée palace", "elysee", "Élysée palace"),
        ("ﬁnancial crisis", "financial", "ﬁnancial crisis"),
        ("", "anything", ""),
        ("a\n\n  b", "b", "a b"),
    ],
)
def test_an_excerpt_of(text, typed, shown):
    assert words.excerpt(text, words.read(typed)) == shown


@given(st.text(max_size=600), st.text(max_size=20))
def test_an_excerpt_is_always_short_and_of_the_text(text, typed):
    cut = words.excerpt(text, words.read(typed), length=60)
    assert len(cut) <= 62
    assert " ".join(cut.strip("…").split()) in " ".join(text.split()) or "…" in text
