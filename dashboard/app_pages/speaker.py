"""A speaker: who they are, whether they said it, whether it is so, over time, and their newest claims."""

from __future__ import annotations

import streamlit as st

from dashboard import addresses, data
from dashboard.actions import speakers as actions
from dashboard.charts import of_speaker
from dashboard.components import (
    claim_rows,
    empty,
    meanwhile,
    outcomes,
    speaker_forms,
    speaker_pictures,
    speaker_rows,
    speaker_sums,
)
from dashboard.components.figure import figure
from dashboard.components.paper import link, paper, paragraph
from dashboard.components.speaker_sheet import sheet
from dashboard.components.work import open_work
from dashboard.data import settings, speakers
from dashboard.texts import speakers as texts
from db.rows import parse_ref
from db.vocabulary import RecordType, Role

asked = addresses.asked_for(st.query_params, "speaker")
number = parse_ref(asked, "FP")
speaker = speakers.get(number) if number is not None else None
if speaker is None:
    st.title(texts.ONE)
    empty.unknown(asked, texts.ONE.lower(), texts.EXAMPLE, page=addresses.SPEAKERS, label=texts.ALL)

me, newest = data.me(), data.newest_event()
may = bool(me.roles & {Role.CHECKER, Role.EDITOR})
doing = addresses.asked_for(st.query_params, "do") if may else ""
work, version = open_work(speaker.ref, newest), settings.newest_change(RecordType.SPEAKER, speaker.id)
seen = work.saw(speaker.ref, version)
sheet(speaker_rows.head(speaker), speaker_rows.acts(speaker, may=may, doing=doing), key=f"{speaker.ref}-head")
outcomes.announce()
above = st.container()
with st.container():
    if doing == speaker_forms.EDIT:
        edited = speaker_forms.edit_form(work, speaker)
        if edited:
            done = actions.edit_speaker(me, speaker.id, seen, **edited._asdict())
            outcomes.settle(done, work, speaker_forms.EDIT, edited.entered())
    elif doing == speaker_forms.ROLE:
        added = speaker_forms.role_form(work)
        if added:
            done = actions.add_role(me, speaker.id, *added)
            outcomes.settle(done, work, speaker_forms.ROLE, added.entered())
with above:
    if work.behind(speaker.ref, version):
        meanwhile.changed(work, data.history_of(RecordType.SPEAKER, speaker.id), newest)
    meanwhile.not_saved(work)

if not speaker.claims:
    empty.nothing_yet(texts.NOTHING_SAID, page=addresses.CLAIMS, label=texts.CHOOSE_CLAIM, icon="fact_check")
    st.stop()
fates = speakers.fates(speaker.id)
sheet(speaker_pictures.pictures(speaker, fates), key=f"{speaker.ref}-pictures")
by_year = speaker_sums.by_year(fates)
st.header(texts.OVER_TIME, anchor=False)
if any(year for year, _ in by_year):
    figure(of_speaker.over_time(by_year, speaker.ref), key=f"{speaker.ref}-years")
else:
    st.caption(texts.NO_DATES)
st.header(texts.NEWEST, anchor=False)
paper(
    claim_rows.claim_list(speakers.newest_claims(speaker.id)),
    paragraph(link(texts.ALL_CLAIMS, speaker_rows.claims_of(speaker))),
    key=f"{speaker.ref}-claims",
)
