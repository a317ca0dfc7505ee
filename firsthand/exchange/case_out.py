"""Writing a case file: everything that the desk has on some articles, or on all of them."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Table
from sqlalchemy.orm import Session

from db.blobs import BlobStore
from db.queries.whole import rows, rows_with
from db.vocabulary import DocumentType, RecordType
from firsthand.exchange import kinds as k
from firsthand.exchange.codec import Kind, encode


class CaseWriter:
    """Gathers a case: first which rows belong to it, then each as an object."""

    def __init__(self, session: Session, blobs: BlobStore, article_ids: Sequence[int] | None = None) -> None:
        """Choose the articles; None stands for the whole desk."""
        self._session = session
        self._blobs = blobs
        self._articles = article_ids
        self._keys: dict[str, dict[int, str]] = {}

    def write(self, title: str, description: str) -> dict[str, Any]:
        """Build the whole file as one object, in the order of ``kinds.EVERY_LIST``."""
        documents, claims = k.ARTICLES.table, k.CLAIMS.table
        everything = self._articles is None
        articles = list(
            rows(self._session, documents, documents.c.type == DocumentType.ARTICLE)
            if everything
            else rows_with(self._session, documents, "id", self._articles or [])
        )
        claim_rows = list(self._of(claims, "article_id", articles, everything=everything))
        evidence = list(self._of(k.EVIDENCE.table, "claim_id", claim_rows, everything=everything))
        captures = list(self._of(k.CAPTURES.table, "document_id", articles, everything=everything))
        references = list(self._of(k.REFERENCES.table, "capture_id", captures, everything=everything))
        sources = self._sources([*evidence, *references], everything=everything)
        if not everything:
            captures += self._of(k.CAPTURES.table, "document_id", sources)
        desks = self._used(k.DESKS.table, {article["desk_id"] for article in articles}, everything=everything)
        speakers = self._used(k.SPEAKERS.table, {claim["speaker_id"] for claim in claim_rows}, everything=everything)
        self._keys = {
            "desks": self._key_of(k.DESKS, desks),
            "people": self._key_of(k.PEOPLE, rows(self._session, k.PEOPLE.table)),
            "speakers": self._key_of(k.SPEAKERS, speakers),
            "documents": self._key_of(k.SOURCES, [*articles, *sources]),
            "captures": self._key_of(k.CAPTURES, captures),
            "claims": self._key_of(k.CLAIMS, claim_rows),
            "evidence": self._key_of(k.EVIDENCE, evidence),
        }
        observations = list(self._of(k.OBSERVATIONS.table, "document_id", [*articles, *sources]))
        self._keys["observations"] = self._key_of(k.OBSERVATIONS, observations)
        return {
            "format": k.FORMAT,
            "title": title,
            "description": description,
            "desks": [encode(k.DESKS, row, self._keys) for row in desks],
            "people": list(self._people()),
            "speakers": list(self._speakers(speakers)),
            "articles": [encode(k.ARTICLES, row, self._keys) for row in articles],
            "sources": [encode(k.SOURCES, row, self._keys) for row in sources],
            "captures": [self._capture(row) for row in captures],
            "references": [encode(k.REFERENCES, row, self._keys) for row in references],
            "source_relations": self._both_ends(k.SOURCE_RELATIONS, "source_id", "other_id", "documents"),
            "claims": list(self._claims(claim_rows)),
            "evidence": self._evidence(evidence),
            **{kind.name: self._encoded(kind, "claim_id", claim_rows) for kind in k.OF_CLAIM},
            "claim_relations": self._both_ends(k.CLAIM_RELATIONS, "claim_id", "other_id", "claims"),
            "resemblances": self._both_ends(k.RESEMBLANCES, "claim_id", "other_id", "claims"),
            "observations": [encode(k.OBSERVATIONS, row, self._keys) for row in observations],
            "anchors": self._encoded(k.ANCHORS, "claim_id", claim_rows),
            "attestations": self._encoded(k.ATTESTATIONS, "capture_id", captures),
            "origin_suggestions": self._origins(sources),
            "traces": self._encoded(k.TRACES, "claim_id", claim_rows),
            "events": list(self._events()),
        }

    def _of(
        self, table: Table, column: str, owners: Sequence[Mapping[str, Any]], *, everything: bool = False
    ) -> Iterator[Mapping[str, Any]]:
        if everything:
            return rows(self._session, table)
        return rows_with(self._session, table, column, [owner["id"] for owner in owners])

    def _used(self, table: Table, numbers: set[int], *, everything: bool) -> list[Mapping[str, Any]]:
        return [row for row in rows(self._session, table) if everything or row["id"] in numbers]

    def _sources(self, pointing: Sequence[Mapping[str, Any]], *, everything: bool) -> list[Mapping[str, Any]]:
        """Gather the sources that evidence rests on and references were tied to."""
        documents = k.SOURCES.table
        if everything:
            return list(rows(self._session, documents, documents.c.type == DocumentType.SOURCE))
        wanted = sorted({row["source_id"] for row in pointing if row["source_id"] is not None})
        return list(rows_with(self._session, documents, "id", wanted))

    @staticmethod
    def _key_of(kind: Kind, of: Iterator[Mapping[str, Any]] | Sequence[Mapping[str, Any]]) -> dict[int, str]:
        return {row["id"]: row[k.KEY[kind.name]] for row in of}

    def _encoded(self, kind: Kind, column: str, owners: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
        return [encode(kind, row, self._keys) for row in self._of(kind.table, column, owners)]

    def _nested(self, nested: k.Nested, owners: Sequence[int]) -> dict[int, list[Mapping[str, Any]]]:
        of: dict[int, list[Mapping[str, Any]]] = {}
        for row in rows_with(self._session, nested.table, nested.owner, owners):
            of.setdefault(row[nested.owner], []).append(row)
        return of

    def _people(self) -> Iterator[dict[str, Any]]:
        roles = self._nested(k.ROLES, list(self._keys["people"]))
        for row in rows(self._session, k.PEOPLE.table):
            held = sorted(role["role"].value for role in roles.get(row["id"], []))
            yield {**encode(k.PEOPLE, row, self._keys), "roles": held}

    def _speakers(self, speakers: Sequence[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
        roles = self._nested(k.SPEAKER_ROLES, list(self._keys["speakers"]))
        for row in speakers:
            held = [
                {name: role[name] for name in ("role", "since", "until") if role[name] is not None}
                for role in roles.get(row["id"], [])
            ]
            yield {**encode(k.SPEAKERS, row, self._keys), "roles": held}

    def _capture(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """Write a capture with its bytes: left out where they are the text itself, else in base64."""
        fields = encode(k.CAPTURES, row, self._keys)
        if row["sha256"] is not None:
            data = self._blobs.get(row["sha256"])
            if row["text"] is None or data != row["text"].encode():
                fields["bytes"] = base64.b64encode(data).decode("ascii")
        return fields

    def _claims(self, claim_rows: Sequence[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
        flags = self._nested(k.FLAGS, [row["id"] for row in claim_rows])
        for row in claim_rows:
            carried = sorted(flag["flag"].value for flag in flags.get(row["id"], []))
            yield {"number": row["id"], **encode(k.CLAIMS, row, self._keys), "flags": carried}

    def _evidence(self, evidence: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
        wanted = sorted({piece["passage_id"] for piece in evidence})
        passages = {row["id"]: row for row in rows_with(self._session, k.PASSAGE.table, "id", wanted)}
        return [
            {
                **encode(k.EVIDENCE, piece, self._keys),
                "passage": encode(k.PASSAGE, passages[piece["passage_id"]], self._keys),
            }
            for piece in evidence
        ]

    def _both_ends(self, kind: Kind, one: str, other: str, target: str) -> list[dict[str, Any]]:
        """Write the relations whose two ends are both in the case."""
        inside = self._keys[target]
        return [
            encode(kind, row, self._keys)
            for row in rows_with(self._session, kind.table, one, list(inside))
            if row[other] in inside
        ]

    def _origins(self, sources: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """Write the suggestions about these sources; the other source is in the case, or there is only its address."""
        inside = self._keys["documents"]
        return [
            encode(k.ORIGIN_SUGGESTIONS, row, self._keys)
            for row in self._of(k.ORIGIN_SUGGESTIONS.table, "source_id", sources)
            if row["other_id"] is None or row["other_id"] in inside
        ]

    def _events(self) -> Iterator[dict[str, Any]]:
        """Write the events on records of this case; the chain's own columns stay, a new desk has its own chain."""
        table = k.EVENTS.table
        for row in rows(self._session, table):
            keys = self._keys[k.KIND_OF_RECORD[row["record_type"]]]
            if row["record_id"] not in keys or (
                row["record_type"] is RecordType.DESK and "case" in (row["after"] or {})
            ):
                continue
            fields = {**encode(k.EVENTS, row, self._keys), "record": keys[row["record_id"]]}
            if row["article_id"] is not None:
                fields["article"] = self._keys["documents"][row["article_id"]]
            yield fields
