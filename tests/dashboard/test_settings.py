"""Settings: who may change what, what follows, and what happens when two people change the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from db.queries import people, publishers
from db.session import Database
from db.vocabulary import Role, SourceKind, SubstanceFinding, Tier
from firsthand import desk as door
from tests.dashboard.desks import CHECKER, Desk
from tests.dashboard.drawn import button, interpreted, keyed, links, paper_text, words_of

Visit = Callable[..., AppTest]
TABS = ["Desk rules", "People", "Words", "Publishers"]
MACHINE = door.Actor.machine("maker")
HOSTILE = " $x$ :red[x] ![](http://x.example/p.png) <script>alert(1)</script> [a](javascript:b) **c**"


@pytest.fixture
def ada(desk: Desk) -> door.Actor:
    """An administrator, who is also the one who looks: in the demo, the first by name acts."""
    with desk.record.write() as session:
        ada = door.add_user(session, MACHINE, "ada@example.org", "Ada", [Role.ADMINISTRATOR])
        return door.Actor(ada.id, ada.email, ada.name, frozenset({Role.ADMINISTRATOR}))


def _words(record: Database) -> dict[str, str]:
    with record.read() as session:
        return people.finding_labels(session)


@pytest.mark.usefixtures("record")
@pytest.mark.parametrize("tab", TABS)
def test_an_empty_desk_has_settings(visit: Visit, tab: str) -> None:
    app = visit("settings", tab=tab)

    assert not app.exception
    assert not app.error
    assert ("No source names a publisher yet" in words_of(app)) is (tab == "Publishers")


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("tab", "shown", "history"),
    [
        ("Desk rules", "a second person signs every claim", "history?did=desk+added&did=desk+rule+set"),
        ("People", "Tom", "history?did=person+added&did=person+changed"),
        ("Words", "code not_checkable", "history?did=finding+renamed"),
        ("Publishers", "Authority1 sourcenot judged yet", "history?did=publisher+judged"),
    ],
)
def test_everybody_sees_the_settings_and_the_way_to_their_history(
    visit: Visit, tab: str, shown: str, history: str
) -> None:
    app = visit("settings", tab=tab)

    assert not app.exception
    assert shown in paper_text(app)
    assert history in links(app)


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("tab", "edit", "may"),
    [
        ("Desk rules", "demo", False),
        ("People", "2", False),
        ("Words", "outdated", True),
        ("Publishers", "Authority", True),
    ],
)
def test_only_those_who_may_change_something_are_offered_a_form(visit: Visit, tab: str, edit: str, may: bool) -> None:  # noqa: FBT001
    app = visit("settings", tab=tab, edit=edit)

    assert not app.exception
    assert bool([each for each in app.button if each.label.startswith("Save")]) is may
    assert ("You can look at this" in paper_text(app)) is not may


def test_a_finding_that_is_renamed_goes_by_its_new_word_everywhere_and_back(desk: Desk, visit: Visit) -> None:
    desk.sign()
    app = visit("settings", tab="Words", edit="contradicted")
    keyed(app, "text_input", "/word").input("false")
    app = button(app, "Save the word").click().run()

    assert not app.exception
    assert [said.value for said in app.success] == ["The finding has its new word on every page\\."]
    assert _words(desk.record) == {"contradicted": "false"}
    assert "«contradicted» unless renamed" in paper_text(app)
    assert "claims?status=false" in links(visit("board"))
    for asked in ("false", "contradicted"):
        assert f"FH-{desk.claim_id:06d}" in paper_text(visit("claims", status=asked)), asked

    app = button(app, "Back to «contradicted»").click().run()
    assert _words(desk.record) == {}
    assert "code contradicted" in paper_text(app)


@pytest.mark.parametrize("word", ["supported", "", ":red[x]"])
def test_a_word_that_cannot_be_is_refused_beside_its_form(desk: Desk, visit: Visit, word: str) -> None:
    app = visit("settings", tab="Words", edit="outdated")
    keyed(app, "text_input", "/word").input(word)
    app = button(app, "Save the word").click().run()

    assert len(app.error) == 1
    assert _words(desk.record) == {}


def test_whoever_renames_what_was_renamed_meanwhile_is_told_and_goes_on(desk: Desk, visit: Visit) -> None:
    app = visit("settings", tab="Words", edit="outdated")
    own = {"seen": "outdated", "defaults": {"outdated": "outdated"}}
    with desk.record.write() as session:
        door.set_label(session, desk.checker, "outdated", "past", **own)
    keyed(app, "text_input", "/word").input("once so")
    app = button(app, "Save the word").click().run()

    assert "was changed by" in app.warning[0].value
    assert "once so" in paper_text(app)
    assert "past" in paper_text(app)
    app = button(app, next(each.label for each in app.button if "I have looked" in each.label)).click().run()
    keyed(app, "text_input", "/word").input("once so")
    button(app, "Save the word").click().run()
    assert _words(desk.record) == {"outdated": "once so"}


def test_a_publisher_is_judged_and_leads_to_its_sources(desk: Desk, visit: Visit) -> None:
    app = visit("settings", tab="Publishers", edit="Authority")
    keyed(app, "selectbox", "/tier").set_value(Tier.PRIMARY)
    keyed(app, "text_area", "/note").input("Its own counts.")
    app = button(app, "Save").click().run()

    assert not app.exception
    assert "usually primary" in paper_text(app)
    assert "Its own counts." in paper_text(app)
    assert "sources?publisher=Authority" in links(app)
    keyed(app, "text_area", "/note").input("Its own counts, twice a year.")
    app = button(app, "Save").click().run()
    with desk.record.read() as session:
        judged = publishers.named(session).rows[0].judged
    assert judged is not None
    assert (judged.note, judged.version) == ("Its own counts, twice a year.", 2)


def test_publishers_are_counted_searched_and_turned_page_by_page(desk: Desk, visit: Visit) -> None:
    with desk.record.write() as session:
        for number in range(30):
            fields = door.DocumentFields(f"Report {number}", publisher="Authority" if number < 3 else f"Paper {number}")
            door.add_source(session, desk.checker, SourceKind.OTHER, fields)
    app = visit("settings", tab="Publishers")

    assert paper_text(app).index("Authority4 sources") < paper_text(app).index("Paper 10")
    assert "Paper 9" not in paper_text(app)
    assert "Paper 9" in paper_text(app.button(key="publishers-next").click().run())
    assert "Authority" not in paper_text(visit("settings", tab="Publishers", p="paper 1"))
    assert "No publisher fits" in words_of(visit("settings", tab="Publishers", p="nobody at all"))


@pytest.mark.usefixtures("ada")
def test_an_administrator_adds_a_person_and_takes_their_roles_away(desk: Desk, visit: Visit) -> None:
    app = visit("settings", tab="People")
    keyed(app, "text_input", "/email").input("nell@example.org")
    keyed(app, "text_input", "/name").input("Nell")
    app = button(app, "Add").click().run()

    assert not app.exception
    assert "Nell" in paper_text(app)
    with desk.record.read() as session:
        nell = people.user_by_email(session, "nell@example.org")
    assert nell is not None
    assert nell.roles == {Role.CHECKER, Role.REVIEWER}

    app = visit("settings", tab="People", edit=str(nell.id))
    next(each for each in app.multiselect if "person-" in (each.key or "")).set_value([])
    keyed(app, "checkbox", "/disabled").check()
    app = button(app, "Save the roles").click().run()
    assert "disabled" in paper_text(app)
    with desk.record.read() as session:
        nell = people.user_by_email(session, "nell@example.org")
    assert nell is not None
    assert (nell.roles, nell.disabled) == (frozenset(), True)


def test_two_administrators_do_not_undo_each_other(desk: Desk, visit: Visit, ada: door.Actor) -> None:
    app = visit("settings", tab="People", edit=str(desk.reviewer.id))
    with desk.record.write() as session:
        door.set_roles(session, ada, desk.reviewer.id or 0, [Role.READER], disabled=False)
    keyed(app, "checkbox", "/disabled").check()
    app = button(app, "Save the roles").click().run()

    assert "was changed by ada" in app.warning[0].value.replace("\\", "")
    assert "What you entered and could not save" in words_of(app)
    with desk.record.read() as session:
        tom = people.user(session, desk.reviewer.id or 0)
    assert tom is not None
    assert (tom.roles, tom.disabled) == ({Role.READER}, False)


@pytest.mark.usefixtures("ada")
def test_an_administrator_sets_the_rules_of_a_desk(desk: Desk, visit: Visit) -> None:
    app = visit("settings", edit="demo")
    keyed(app, "toggle", "/self-signing").set_value(True)
    keyed(app, "number_input", "/stale").set_value(30)
    app = button(app, "Save the rules").click().run()

    assert not app.exception
    assert "a person may sign their own work, with a reasona signature is stale after 30 days" in paper_text(app)
    with desk.record.read() as session:
        rules = {row.slug: (row.allow_self_signing, row.stale_after_days) for row in people.desks(session)}
    assert rules["demo"] == (True, 30)


@pytest.mark.parametrize("tab", TABS)
def test_foreign_names_are_never_read_as_markdown(record: Database, visit: Visit, tab: str) -> None:
    with record.write() as session:
        door.add_desk(session, MACHINE, "demo", f"Desk{HOSTILE}")
        mara = door.add_user(session, MACHINE, CHECKER, f"Mara{HOSTILE}", list(Role))
        actor = door.Actor(mara.id, mara.email, mara.name, frozenset(Role))
        fields = door.DocumentFields("Report", publisher=f"Authority{HOSTILE}")
        door.add_source(session, actor, SourceKind.OTHER, fields)
        door.set_publisher(session, actor, f"Authority{HOSTILE}", Tier.PRIMARY, f"A note{HOSTILE}", 0)
    edit = {"Desk rules": "demo", "People": "1", "Words": "supported", "Publishers": f"Authority{HOSTILE}"}[tab]

    app = visit("settings", tab=tab, edit=edit)

    assert not app.exception
    assert [kind for kind, text in interpreted(app) if "<script>" in text or ":red[" in text] == []
    assert HOSTILE.strip() in paper_text(app) or tab == "Words"


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("asked", ["no such", "999", "<script>", "x" * 3000])
@pytest.mark.parametrize("tab", TABS)
def test_an_address_that_opens_nothing_opens_nothing(visit: Visit, tab: str, asked: str) -> None:
    app = visit("settings", tab=tab, edit=asked)

    assert not app.exception
    assert not [each for each in app.button if each.label.startswith("Save")]


def test_a_renamed_word_comes_with_the_meaning_colour_and_icon_of_its_finding() -> None:
    from dashboard import labels

    usual: Any = labels.finding(SubstanceFinding.OUTDATED)
    labels.renamed({"outdated": "once so"})
    try:
        own: Any = labels.finding(SubstanceFinding.OUTDATED)
    finally:
        labels.renamed({})

    assert (own.word, own[1:]) == ("once so", usual[1:])
