"""The analysis record: one JSON object a document, schema ``geo-analysis/1`` (docs/analysis.schema.json)."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from geo.export.files import write_lines
from geo.records import Analysis, DateMention, Entity, Event, Issue, Mention, Span

SCHEMA = "geo-analysis/1"


def as_dict(analysis: Analysis) -> dict[str, Any]:
    """Return an analysis as plain values, keys always in the same order.

    Offsets count Unicode code points of the document's text; dates are ISO 8601 and EDTF, coordinates degrees.
    """
    document = analysis.document
    return {
        "schema": SCHEMA,
        "document": {
            "id": document.id,
            "title": document.title,
            "language": document.language,
            "published": _day(document.published),
            "source": document.source,
            "url": document.url,
            "sha256": document.sha256,
        },
        "sentences": [[sentence.start, sentence.end] for sentence in analysis.sentences],
        "mentions": [_mention(mention) for mention in analysis.mentions],
        "entities": [_entity(entity) for entity in analysis.entities.values()],
        "dates": [_date(date) for date in analysis.dates],
        "events": [_event(event) for event in analysis.events],
        "issues": [_issue(issue) for issue in analysis.issues],
    }


def lines(analyses: Iterable[Analysis]) -> Iterator[str]:
    """Yield one line of JSON a document."""
    for analysis in analyses:
        yield json.dumps(as_dict(analysis), ensure_ascii=False, allow_nan=False)


def write(analyses: Iterable[Analysis], path: Path) -> None:
    """Write JSON Lines.

    Raises
    ------
    ExportError
        When the file cannot be written.
    """
    write_lines(lines(analyses), path)


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _mention(mention: Mention) -> dict[str, Any]:
    return {
        "id": mention.id,
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "kind": mention.kind,
        "form": mention.form,
        "clitic": mention.clitic,
        "entity": mention.entity,
        "score": mention.score,
        "doubtful": mention.doubtful,
        "why": list(mention.why),
        "candidates": [[candidate.entity, candidate.score] for candidate in mention.candidates],
        **_corrected(mention),
    }


def _entity(entity: Entity) -> dict[str, Any]:
    return {
        "id": entity.id,
        "kind": entity.kind,
        "name": dict(entity.name),
        "country": entity.country,
        "country3": entity.country3,
        "code": entity.code,
        "lat": entity.lat,
        "lon": entity.lon,
        "geonames": entity.geonames,
        "wikidata": entity.wikidata,
        **_corrected(entity),
    }


def _date(date: DateMention) -> dict[str, Any]:
    return {
        "id": date.id,
        "start": date.start,
        "end": date.end,
        "text": date.text,
        "edtf": date.edtf,
        "lo": _day(date.lo),
        "hi": _day(date.hi),
        "calendar": date.calendar,
        "flags": list(date.flags),
    }


def _event(event: Event) -> dict[str, Any]:
    date, place = event.date, event.place
    return {
        "id": event.id,
        "type": event.type,
        "mode": event.mode,
        "quad": event.quad,
        "tense": event.tense,
        "polarity": event.polarity,
        "actors": [
            {"entity": actor.entity, "code": actor.code, "role": actor.role, "people": list(actor.people)}
            for actor in event.actors
        ],
        "date": {
            "edtf": date.edtf,
            "lo": _day(date.lo),
            "hi": _day(date.hi),
            "ref": date.ref,
            "flags": list(date.flags),
        }
        if date
        else None,
        "place": {"entity": place.entity, "precision": place.precision, "basis": place.basis} if place else None,
        "trigger": _span(event.trigger),
        "evidence": [
            {
                "document": evidence.document,
                "start": evidence.start,
                "end": evidence.end,
                "text": evidence.text,
                "sentence": evidence.sentence,
            }
            for evidence in event.evidence
        ],
        "score": event.score,
        "rule": event.rule,
        **_corrected(event),
    }


def _corrected(record: Mention | Entity | Event) -> dict[str, bool]:
    """Mark what a person corrected; elsewhere the key is left out."""
    return {"corrected": True} if record.corrected else {}


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _issue(issue: Issue) -> dict[str, Any]:
    return {
        "kind": issue.kind,
        "message": issue.message,
        "spans": [list(span) for span in issue.spans],
        "about": list(issue.about),
    }
