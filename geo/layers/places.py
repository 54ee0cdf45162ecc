"""The layer of places: a point for each place that the texts name, and for each that an event was inferred at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from shapely import Point

from geo.layers.evidence import MOST_QUOTES, Quotations
from geo.layers.naming import named, uri
from geo.layers.told import Told, columns
from geo.records import Atlas, Entity, Event

#: How exact the point of each kind of place is. Countries are a layer of their own.
PRECISION = {
    "city": "city",
    "facility": "site",
    "admin": "admin",
    "region": "region",
    "water": "region",
    "land": "region",
}


def rows(atlas: Atlas, told: Mapping[str, Told], quotations: Quotations) -> Iterator[dict[str, Any]]:
    """Yield the places: those named by their name first, then the capitals that stand for a country of an event.

    An adjective («the Parisian talks») names no visit and draws no point.
    """
    drawn = set()
    for entity_id, one in told.items():
        spoken = Told(one.entity, [(document, m) for document, m in one.mentions if m.form in {"name", "metonym"}])
        if one.entity.kind in PRECISION and spoken.mentions and point(one.entity):
            drawn.add(entity_id)
            yield _stated(spoken, atlas, quotations)
    for capital, events in _inferred(atlas).items():
        if capital not in drawn:
            yield _capital(atlas.entities[capital], events, quotations)


def point(entity: Entity | None) -> Point | None:
    """Return the point of an entity (longitude, latitude in degrees), or None."""
    if entity is None or entity.lat is None or entity.lon is None:
        return None
    return Point(entity.lon, entity.lat)


def drawn_at(event: Event, atlas: Atlas) -> Entity | None:
    """Return the entity whose point an event is drawn at: its place, or the capital of a country."""
    place = atlas.entities.get(event.place.entity) if event.place else None
    if place is not None and place.kind == "country":
        return atlas.entities.get(place.capital or "", place)
    return place


def _stated(told: Told, atlas: Atlas, quotations: Quotations) -> dict[str, Any]:
    return {
        **columns("places", told, atlas, quotations),
        "country": told.entity.country,
        "as_government": told.count("metonym"),
        "precision": PRECISION[told.entity.kind],
        "basis": "stated",
        "geometry": point(told.entity),
    }


def _inferred(atlas: Atlas) -> dict[str, list[Event]]:
    """Return the events that name only a country as their place, by the id of its capital."""
    found: dict[str, list[Event]] = {}
    for event in atlas.events:
        place = atlas.entities.get(event.place.entity) if event.place else None
        at = drawn_at(event, atlas)
        if place is not None and at is not None and at.id != place.id and point(at):
            found.setdefault(at.id, []).append(event)
    return found


def _capital(entity: Entity, events: list[Event], quotations: Quotations) -> dict[str, Any]:
    told = [(event, evidence) for event in events for evidence in event.evidence]
    first = events[0]
    return {
        "id": entity.id,
        "layer": "places",
        "entity": entity.id,
        "kind": entity.kind,
        **named(entity, quotations.language(first.evidence[0].document)),
        "count": 0,
        "documents": len({evidence.document for _, evidence in told}),
        "corrected": entity.corrected,
        "country": entity.country,
        "as_government": 0,
        "precision": "country",
        "basis": "inferred",
        "score": max(event.score for event in events),
        "doubtful": False,
        "inferred_from": first.place.entity if first.place else None,
        "gazetteer": uri(entity),
        "why": ["the text names only the country; drawn at its capital"],
        "quotes": [quotations.told(evidence, event) for event, evidence in told[:MOST_QUOTES]],
        "geometry": point(entity),
    }
