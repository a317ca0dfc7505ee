"""Does a case hold together? What the tables cannot see for themselves, looked at before anything is written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from firsthand.desk.documents import DocumentFields
from firsthand.desk.texts import fault_of
from firsthand.edtf import is_edtf
from firsthand.errors import InvalidError, UnreadableCase
from firsthand.exchange import kinds as k
from firsthand.exchange.case_lists import CaseLists, Entry, list_in

_LARGEST_NUMBER = 999_999_999


class CaseChecks:
    """Looks at the entries of one case in the light of the others."""

    def __init__(self, lists: CaseLists) -> None:
        """Know the entries that others point at by their keys."""
        self._lists = lists
        self._articles = lists.keyed(k.ARTICLES)
        self._sources = lists.keyed(k.SOURCES)
        self._captures = lists.keyed(k.CAPTURES)

    def check(self) -> None:
        """Raise ``UnreadableCase`` with the place of the first entry that does not fit."""
        for kind in (k.DESKS, k.PEOPLE, k.SPEAKERS, k.CLAIMS, k.EVIDENCE):
            self._lists.keyed(kind)
        self._check_documents()
        used: set[int] = set()
        for place, (where, entry) in enumerate(self._lists.entries(k.CLAIMS), start=1):
            self._check_claim(where, entry)
            _check_number(where, entry.get("number", place), used)
        for kind, look_at in ((k.EVIDENCE, self._check_evidence), (k.REFERENCES, self._check_reference)):
            for where, entry in self._lists.entries(kind):
                look_at(where, entry)

    def _check_documents(self) -> None:
        for kind, needed in ((k.ARTICLES, "desk"), (k.SOURCES, "source_kind")):
            for where, entry in self._lists.entries(kind):
                if entry.get(needed) is None:
                    raise UnreadableCase(f"{where}.{needed}: missing.")
                _check_document(where, entry)
        for where, entry in self._lists.entries(k.SPEAKERS):
            _check_roles(where, entry)
        for where, entry in self._lists.entries(k.SOURCES):
            if entry["uid"] in self._articles:
                raise UnreadableCase(f"{where}: «{entry['uid']}» is an article already.")

    def _check_claim(self, where: str, entry: Entry) -> None:
        if entry.get("article") in self._sources:
            raise UnreadableCase(f"{where}.article: this is a source.")
        article = self._articles.get(str(entry.get("article")))
        if article is not None and entry.get("desk") != article.get("desk"):
            raise UnreadableCase(f"{where}.desk: is another one than its article's.")
        if not _is_date(entry.get("said_on")):
            raise UnreadableCase(f"{where}.said_on: write 2024, 2024-08 or 2024-08-06, not {entry['said_on']!r}.")
        start, end = entry.get("start"), entry.get("end")
        if self._words(where, entry, "article", start, end) != entry.get("literal"):
            raise UnreadableCase(f"{where}.literal: these words do not stand at {start} to {end} of the capture.")

    def _check_evidence(self, where: str, entry: Entry) -> None:
        if entry.get("source") in self._articles:
            raise UnreadableCase(f"{where}.source: this is an article.")
        passage = entry.get("passage")
        if not isinstance(passage, dict) or passage.get("capture") is None:
            return
        where = f"{where}.passage"
        start, end = passage.get("start"), passage.get("end")
        of = {"source": entry.get("source"), "capture": passage["capture"]}
        if self._words(where, of, "source", start, end) != passage.get("exact"):
            raise UnreadableCase(f"{where}.exact: these words do not stand at {start} to {end} of the capture.")

    def _check_reference(self, where: str, entry: Entry) -> None:
        if entry.get("source") in self._articles:
            raise UnreadableCase(f"{where}.source: this is an article.")
        capture = self._captures.get(str(entry.get("capture")))
        if capture is not None and capture.get("document") in self._sources:
            raise UnreadableCase(f"{where}.capture: this is a capture of a source; references are an article's own.")
        if entry.get("start") is None and entry.get("end") is None:
            return
        of = {"article": (capture or {}).get("document"), "capture": entry.get("capture")}
        if not self._words(where, of, "article", entry.get("start"), entry.get("end")):
            raise UnreadableCase(f"{where}: {entry.get('start')} to {entry.get('end')} is no place in its capture.")

    def _words(self, where: str, entry: Mapping[str, Any], owner: str, start: object, end: object) -> str:
        """Cut the words out of the capture that an entry names, which has to be one of its own document."""
        capture = self._captures.get(str(entry.get("capture")))
        text = capture.get("text") if capture is not None else None
        if capture is None or not isinstance(text, str) or type(start) is not int or type(end) is not int:
            raise UnreadableCase(f"{where}: needs a capture with a text, a start and an end.")
        if capture.get("document") != entry.get(owner):
            raise UnreadableCase(f"{where}.capture: this is no capture of its {owner}.")
        return text[start:end] if 0 <= start < end <= len(text) else ""


def _check_document(where: str, entry: Entry) -> None:
    fields = {name: entry.get(name) for name in ("title", "url", "published")}
    if not all(value is None or isinstance(value, str) for value in fields.values()):
        return  # reading the columns says it better
    try:
        DocumentFields(title=fields["title"] or "", url=fields["url"], published=fields["published"]).checked()
    except InvalidError as error:
        raise UnreadableCase(f"{where}: {error}") from None


def _check_roles(where: str, entry: Entry) -> None:
    for role in list_in(entry, "roles", where):
        if not isinstance(role, dict) or not isinstance(role.get("role"), str):
            raise UnreadableCase(f"{where}.roles: expected objects with a «role».")
        if fault := fault_of(role["role"]):
            raise UnreadableCase(f"{where}.roles: {fault}.")
        if not (_is_date(role.get("since")) and _is_date(role.get("until"))):
            raise UnreadableCase(f"{where}.roles: «since» and «until» are dates such as 2024, 2024-08 or 2024-08-06.")


def _is_date(value: object) -> bool:
    return value is None or (isinstance(value, str) and is_edtf(value))


def _check_number(where: str, number: object, used: set[int]) -> None:
    if type(number) is not int or not 1 <= number <= _LARGEST_NUMBER:
        raise UnreadableCase(f"{where}.number: expected a whole number from 1 on, found {number!r}.")
    if number in used:
        raise UnreadableCase(f"{where}.number: {number} stands there twice.")
    used.add(number)
