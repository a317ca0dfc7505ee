"""The form for what the desk notes of a publisher."""

from __future__ import annotations

import streamlit as st

from dashboard import labels
from dashboard.components.work import Work
from dashboard.texts import publishers as texts
from dashboard.texts import settings as words
from dashboard.wish import PublisherTier
from db.rows import NamedPublisher
from db.vocabulary import PublisherKind, Tier

NEW = "new-publisher"
_LONGEST_NAME = 300
_CODE = 2  # letters of a country's code


def publisher_form(work: Work, row: NamedPublisher | None, seen: int) -> PublisherTier | None:
    """Draw the form for a publisher; None for one that is to be added."""
    form = f"publisher-{row.name}" if row else NEW
    known, judged = (row.known, row.judged) if row else (None, None)
    tiers, kinds = list(Tier), list(PublisherKind)
    now = judged.tier if judged else known.tier if known else Tier.UNKNOWN
    with st.form(work.key(form), border=row is not None):
        name = row.name if row else _name(work, form)
        columns = st.columns([3, 3, 1])
        tier = columns[0].selectbox(
            words.USUAL_TIER,
            tiers,
            index=tiers.index(now),
            format_func=lambda tier: f"{labels.title(tier)}: {labels.meaning(tier)}",
            key=work.key(form, "tier"),
        )
        kind = columns[1].selectbox(
            texts.KIND,
            kinds,
            index=kinds.index(known.kind) if known and known.kind else None,
            format_func=labels.title,
            placeholder=texts.NO_KIND,
            key=work.key(form, "kind"),
        )
        country = columns[2].text_input(
            texts.COUNTRY,
            value=(known.country or "") if known else "",
            max_chars=_CODE,
            help=texts.COUNTRY_HELP,
            key=work.key(form, "country"),
        )
        hosts = st.text_input(
            texts.HOSTS,
            value=" ".join(known.hosts) if known else "",
            help=texts.HOSTS_HELP,
            key=work.key(form, "hosts"),
        )
        note = st.text_area(
            words.NOTE,
            value=(judged.note or "") if judged else "",
            placeholder=words.NOTE_HINT,
            height=72,
            key=work.key(form, "note"),
        )
        sent = st.form_submit_button(
            words.SAVE_PUBLISHER if row else texts.ADD,
            icon=":material/save:" if row else ":material/add:",
            type="primary",
        )
    typed = tuple((hosts or "").replace(",", " ").split())
    if not sent:
        return None
    return PublisherTier(name, seen, tier or Tier.UNKNOWN, note or "", form, kind, country or "", typed)


def _name(work: Work, form: str) -> str:
    typed = st.text_input(
        texts.NAME, help=texts.NAME_HELP, max_chars=_LONGEST_NAME, width=360, key=work.key(form, "name")
    )
    return (typed or "").strip()
