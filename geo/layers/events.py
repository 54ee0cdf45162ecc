"""The layer of events: a point at the place of each; an event without a place has no geometry and is kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from geo.layers.evidence import MOST_QUOTES, Quotations
from geo.layers.places import drawn_at, point
from geo.records import Actor, Atlas, Event

#: Under this score an event is marked doubtful; so is one that the text says only may have happened.
DOUBTFUL_BELOW = 0.5


def rows(atlas: Atlas, quotations: Quotations) -> Iterator[dict[str, Any]]:
    """Yield the events in the order of the atlas."""
    for event in atlas.events:
        actors = [_party(actor, atlas, quotations.language(event.evidence[0].document)) for actor in event.actors]
        issues = quotations.issues(_keys(event, quotations))
        yield {
            "id": event.id,
            "layer": "events",
            "kind": "event",
            **_title(event, actors),
            "count": len(event.evidence),
            "documents": len({evidence.document for evidence in event.evidence}),
            "corrected": event.corrected,
            "type": event.type,
            "mode": event.mode,
            "quad": event.quad,
            "tense": event.tense,
            "polarity": event.polarity,
            "actors": actors,
            **_where(event, atlas),
            **_when(event, issues),
            "score": event.score,
            "doubtful": event.score < DOUBTFUL_BELOW or event.polarity == "may",
            "rule": event.rule,
            "quotes": [quotations.told(evidence, event) for evidence in event.evidence[:MOST_QUOTES]],
            "issues": issues,
        }


def _keys(event: Event, quotations: Quotations) -> Iterator[tuple[str, str]]:
    """Yield the ids that an issue may name the event or its date by."""
    yield "", event.id
    document = event.evidence[0].document
    yield document, event.id.removeprefix(f"{document}/")
    yield from quotations.dates(event)


def _party(actor: Actor, atlas: Atlas, language: str) -> dict[str, Any]:
    entity = atlas.entities.get(actor.entity)
    return {
        "entity": actor.entity,
        "code": actor.code,
        "role": actor.role,
        "name": entity.label(language) if entity else actor.entity,
        "name_ar": entity.label("ar") if entity else actor.entity,
        "name_en": entity.label("en") if entity else actor.entity,
        "people": [_person(one, atlas, language) for one in actor.people],
    }


def _person(identity: str, atlas: Atlas, language: str) -> dict[str, Any]:
    entity = atlas.entities.get(identity)
    if entity is None:
        return {"entity": None, "name": identity, "name_ar": identity, "name_en": identity}
    labels = {"name": entity.label(language), "name_ar": entity.label("ar"), "name_en": entity.label("en")}
    return {"entity": identity, **labels}


def _title(event: Event, actors: list[dict[str, Any]]) -> dict[str, str]:
    """Return names for tables and other programs: the mode and the parties."""
    told = {
        key: (mark.join(str(actor[key]) for actor in actors))
        for key, mark in (("name", ", "), ("name_ar", "، "), ("name_en", ", "))
    }
    return {key: f"{event.mode or event.type}: {parties}" if parties else event.type for key, parties in told.items()}


def _where(event: Event, atlas: Atlas) -> dict[str, Any]:
    place = atlas.entities.get(event.place.entity) if event.place else None
    at = drawn_at(event, atlas)
    if event.place is None or place is None or at is None:
        return {"geometry": None}
    return {
        "place": event.place.entity,
        "place_name": {"name_ar": place.label("ar"), "name_en": place.label("en")},
        "drawn_at": at.id,
        "precision": event.place.precision,
        "basis": event.place.basis,
        "geometry": point(at),
    }


def _when(event: Event, issues: list[dict[str, Any]]) -> dict[str, Any]:
    if event.date is None:
        return {}
    # The telling that the date is taken from may be free of a conflict that another one shows.
    found = ["conflict"] if any(issue["kind"] == "date_conflict" for issue in issues) else []
    return {
        "date": event.date.edtf or None,
        "date_start": event.date.lo.isoformat() if event.date.lo else None,
        "date_end": event.date.hi.isoformat() if event.date.hi else None,
        "date_flags": list(dict.fromkeys([*event.date.flags, *found])),
    }
