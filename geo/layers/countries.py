"""The layer of countries: the polygon of each state that the texts name or that takes part in an event."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from geo.errors import DataError
from geo.layers.evidence import MOST_QUOTES, Quotations
from geo.layers.naming import named, uri
from geo.layers.told import Told, columns
from geo.records import Atlas, Entity, Event
from geo.settings import Settings


def rows(
    atlas: Atlas, told: Mapping[str, Told], quotations: Quotations, settings: Settings
) -> Iterator[dict[str, Any]]:
    """Yield the countries in the order of their first mention, then those that only events point to.

    Raises
    ------
    DataError
        When the built polygons are missing.
    """
    involved = _involved(atlas)
    shapes = polygons(settings.built / "countries.json")
    for entity_id, one in told.items():
        if one.entity.kind == "country":
            base = {**columns("countries", one, atlas, quotations), "basis": "stated"}
            counted = {"named": one.count("name", "metonym"), "adjectives": one.count("adjective")}
            yield {**base, **counted, **_country(one.entity, involved.pop(entity_id, []), shapes)}
    for entity_id, events in involved.items():
        entity = atlas.entities[entity_id]
        yield {**_unnamed(entity, events, quotations), **_country(entity, events, shapes)}


def _involved(atlas: Atlas) -> dict[str, list[Event]]:
    """Return the events of each country, as a party or as the place."""
    found: dict[str, list[Event]] = {}
    for event in atlas.events:
        ids = dict.fromkeys(actor.entity for actor in event.actors)
        if event.place:
            ids[event.place.entity] = None
        for entity_id in ids:
            entity = atlas.entities.get(entity_id)
            if entity is not None and entity.kind == "country":
                found.setdefault(entity_id, []).append(event)
    return found


def _country(entity: Entity, events: list[Event], shapes: Mapping[str, BaseGeometry]) -> dict[str, Any]:
    return {
        "country": entity.country,
        "country3": entity.country3,
        "events": len(events),
        "precision": "country",
        "geometry": shapes.get(entity.country or ""),
    }


def _unnamed(entity: Entity, events: list[Event], quotations: Quotations) -> dict[str, Any]:
    """Return the columns of a country that no words name: its leader or its city acts."""
    told = [(event, evidence) for event in events for evidence in event.evidence]
    kinds = Counter(event.place.basis for event in events if event.place and event.place.entity == entity.id)
    return {
        "id": entity.id,
        "layer": "countries",
        "entity": entity.id,
        "kind": entity.kind,
        **named(entity, quotations.language(told[0][1].document)),
        "count": 0,
        "documents": len({evidence.document for _, evidence in told}),
        "corrected": any(event.corrected for event in events),
        "named": 0,
        "adjectives": 0,
        "basis": next(iter(kinds), "inferred"),
        "score": max(event.score for event in events),
        "doubtful": False,
        "gazetteer": uri(entity),
        "why": ["no words name the country; it takes part in an event"],
        "quotes": [quotations.told(evidence, event) for event, evidence in told[:MOST_QUOTES]],
    }


@lru_cache(maxsize=2)
def polygons(path: Path) -> Mapping[str, BaseGeometry]:
    """Return the shape of each country by ISO 3166-1 alpha-2 code (degrees, EPSG:4326).

    Raises
    ------
    DataError
        When the file is missing or damaged.
    """
    try:
        collection = json.loads(path.read_text(encoding="utf-8"))
        shapes = shapely.from_geojson([json.dumps(feature["geometry"]) for feature in collection["features"]])
        codes = [feature["properties"]["iso2"] for feature in collection["features"]]
    except (OSError, ValueError, KeyError, shapely.errors.GEOSException) as error:
        raise DataError(f"{path} is missing or damaged; run `make data`") from error
    return {code: shapely.orient_polygons(shape) for code, shape in zip(codes, shapes, strict=True) if code}
