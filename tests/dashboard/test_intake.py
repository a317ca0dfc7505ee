"""Articles taken in on the page: many at once, each with its outcome; and what was read of one, corrected."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import data
from db.queries import articles
from db.session import Database
from firsthand import desk as door
from tests.dashboard.desks import ARTICLE, Desk
from tests.dashboard.drawn import button, keyed, links, paper_text
from tests.firsthand.test_taking_in import FEED, FIRST, PAGE, SECOND, STORY, TEASER, WHOLE

Visit = Callable[..., AppTest]
FOREIGN = "**bold** $x$ <script>alert(1)</script>"


def _upload(app: AppTest, **files: str) -> AppTest:
    (uploader,) = app.file_uploader
    for name, text in files.items():
        uploader.upload(name.replace("_", "."), text.encode())
    return button(app, "Take in").click().run()  # type: ignore[no-any-return]


def _article(desk: Desk) -> str:
    return f"FA-{desk.article_id:06d}"


@pytest.mark.usefixtures("record")
def test_an_article_that_came_in_shows_what_was_read_of_it_and_the_ways_on(visit: Visit) -> None:
    app = _upload(visit("articles"), page_html=PAGE.format(FIRST))

    assert not app.exception
    shown = paper_text(app)
    assert "1 of 1 taken in" in shown
    assert "page.html: Taken in as FA-000001" in shown
    assert "no author found" in shown
    assert {
        "article?article=FA-000001",
        "triage?article=FA-000001",
        "article?article=FA-000001&do=edit",
    } <= links(app)


@pytest.mark.usefixtures("record")
def test_a_feed_brings_several_and_names_what_it_only_points_to(visit: Visit) -> None:
    app = _upload(visit("articles"), feed_xml=FEED.format(WHOLE.format("one", STORY) + TEASER))

    assert not app.exception
    shown = paper_text(app)
    assert "1 of 2 taken in" in shown
    assert "only a summary" in shown
    assert "https://evening.example/strike" in links(app)


@pytest.mark.usefixtures("record")
def test_the_form_is_empty_again_when_nothing_is_left_to_do_about_it(visit: Visit) -> None:
    app = visit("articles")
    keyed(app, "text_area", "article/0/pasted").set_value(ARTICLE)

    button(app, "Take in").click().run()

    assert keyed(app, "text_area", "article/1/pasted").value == ""


@pytest.mark.usefixtures("record")
def test_what_failed_stays_in_the_form_and_the_list_until_it_is_put_away(visit: Visit) -> None:
    app = _upload(visit("articles"), good_txt=ARTICLE, empty_txt="  ")
    assert "1 of 2 taken in" in paper_text(app)
    assert keyed(app, "text_area", "article/0/pasted").value == ""

    button(app, "Put this list away").click().run()

    assert not app.exception
    assert "taken in as" not in paper_text(app).lower()


def test_another_text_at_a_known_address_becomes_a_later_capture_when_one_says_so(
    record: Database, visit: Visit
) -> None:
    _upload(visit("articles"), page_html=PAGE.format(FIRST))
    app = _upload(visit("articles"), page_html=PAGE.format(SECOND))
    assert "Its address is here already as FA-000001" in paper_text(app)

    keyed(app, "checkbox", "/again").check()
    button(app, "Take in").click().run()

    assert not app.exception
    assert "Captured as the text of FA-000001 as it stands now." in paper_text(app)
    with record.read() as session:
        assert len(articles.captures(session, 1)) == 2


@pytest.mark.usefixtures("record")
def test_foreign_names_and_titles_are_shown_as_they_are(visit: Visit) -> None:
    app = _upload(visit("articles"), page_html=PAGE.format(FIRST).replace("<title>Library", f"<title>{FOREIGN}"))

    assert not app.exception
    assert all(FOREIGN not in value for value in (element.value for element in app.markdown))


def test_what_was_read_of_an_article_is_corrected(desk: Desk, visit: Visit) -> None:
    app = visit("article", article=_article(desk), do="edit")
    keyed(app, "text_input", "edit/0/title").set_value("Bridges closed")
    keyed(app, "text_input", "edit/0/language").set_value("")

    button(app, "Save").click().run()

    assert not app.exception
    assert app.success[0].value.startswith("Corrected")
    assert "do" not in app.query_params
    row = data.article(desk.article_id)
    assert row is not None
    assert (row.title, row.language, row.publisher) == ("Bridges closed", None, "Daily")
    assert "language not known" in paper_text(app)


def test_a_date_that_is_none_is_refused_where_it_was_typed(desk: Desk, visit: Visit) -> None:
    app = visit("article", article=_article(desk), do="edit")
    keyed(app, "text_input", "edit/0/published").set_value("soon")

    button(app, "Save").click().run()

    assert "is no date" in app.error[0].value
    assert keyed(app, "text_input", "edit/0/published").value == "soon"


def test_a_correction_of_what_somebody_else_corrected_is_kept_beside_it(desk: Desk, visit: Visit) -> None:
    app = visit("article", article=_article(desk), do="edit")
    fields = door.DocumentFields("Theirs", published="2026-03-01")
    desk.do(door.edit_article, desk.article_id, 1, fields)
    keyed(app, "text_input", "edit/0/title").set_value("Mine")

    button(app, "Save").click().run()

    assert not app.exception
    row = data.article(desk.article_id)
    assert row is not None
    assert row.title == "Theirs"
    assert keyed(app, "text_input", "edit/0/title").value == "Mine"
    assert "changed by" in app.warning[0].value
