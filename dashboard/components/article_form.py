"""The form that corrects what is known of an article, whether it was read from the text or entered by hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import streamlit as st

from dashboard.components import outcomes
from dashboard.components.paper import element, link, paper
from dashboard.components.work import Work
from dashboard.outcome import Outcome
from dashboard.texts import documents as labelled
from dashboard.texts import reader as texts
from dashboard.wish import Particulars
from db.rows import ArticleRow

EDIT = "edit"


class Correction(NamedTuple):
    """What a person wants to be known of an article, and the version that they looked at."""

    seen: int
    fields: Particulars

    def entered(self) -> dict[str, str]:
        """Tell what was typed, by label, in case it cannot be saved."""
        typed = self.fields
        return {
            labelled.TITLE: typed.title,
            labelled.AUTHOR: typed.author,
            labelled.PUBLISHER: typed.publisher,
            labelled.DATE: typed.published,
            labelled.ADDRESS: typed.url,
            labelled.LANGUAGE: typed.language,
        }


def is_open() -> bool:
    """Whether the page's address asks for the form."""
    return EDIT in st.query_params.get_all("do")


def settle(outcome: Outcome, work: Work, entered: Mapping[str, str]) -> None:
    """Show what came of it; once it is saved, the form goes."""
    if outcome.done:
        st.query_params.pop("do", None)
    outcomes.settle(outcome, work, EDIT, entered)


def edit_form(work: Work, article: ArticleRow, base: str) -> Correction | None:
    """Draw the form with what is known of an article; ``base`` is the page's address without it."""
    with st.container(border=True):
        heading = element("h2", texts.CORRECT_TITLE, style="title")
        paper(
            element("div", heading, link(texts.CLOSE, base, "right small"), style="tags turning"),
            key=work.key(EDIT, "head"),
        )
        with st.form(work.key(EDIT), border=False):
            title = st.text_input(labelled.TITLE, article.title, key=work.key(EDIT, "title"))
            described = st.checkbox(labelled.DESCRIPTION, article.title_is_description, key=work.key(EDIT, "described"))
            one, two, three = st.columns(3)
            fields = Particulars(
                title=title or "",
                title_is_description=described,
                author=one.text_input(labelled.AUTHOR, article.author or "", key=work.key(EDIT, "author")) or "",
                publisher=two.text_input(labelled.PUBLISHER, article.publisher or "", key=work.key(EDIT, "publisher"))
                or "",
                published=three.text_input(
                    labelled.DATE,
                    article.published or "",
                    placeholder=labelled.DATE_HINT,
                    key=work.key(EDIT, "published"),
                )
                or "",
                url=one.text_input(
                    labelled.ADDRESS, article.url or "", placeholder=labelled.ADDRESS_HINT, key=work.key(EDIT, "url")
                )
                or "",
                language=two.text_input(
                    labelled.LANGUAGE,
                    article.language or "",
                    placeholder=labelled.LANGUAGE_HINT,
                    key=work.key(EDIT, "language"),
                )
                or "",
            )
            sent = st.form_submit_button(texts.SAVE, icon=":material/save:", type="primary")
    return Correction(work.saw(article.ref, article.version), fields) if sent else None
