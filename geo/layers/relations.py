"""The layer of relations: a line between the capitals of each two states that the events join."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from shapely import Point

from geo.layers.evidence import MOST_QUOTES, Quotations
from geo.layers.great_circle import great_circle
from geo.layers.places import point
from geo.records import QUAD_CLASSES, Atlas, Event, Relation


def rows(atlas: Atlas, quotations: Quotations) -> Iterator[dict[str, Any]]:
    """Yield the relations in the order of the atlas."""
    events = {event.id: event for event in atlas.events}
    for relation in atlas.relations:
        told = [events[event_id] for event_id in relation.events if event_id in events]
        yield {
            "id": relation.id,
            "layer": "relations",
            "kind": "relation",
            **_names(relation, atlas, _language(told, quotations)),
            "count": len(relation.events),
            "documents": len({evidence.document for event in told for evidence in event.evidence}),
            "corrected": any(event.corrected for event in told),
            "first": relation.first,
            "second": relation.second,
            **{quad.replace(" ", "_"): relation.counts.get(quad, 0) for quad in QUAD_CLASSES},
            **_when(relation),
            "events": list(relation.events),
            "quotes": [quotations.told(event.evidence[0], event) for event in told[:MOST_QUOTES]],
            "geometry": _line(relation, atlas),
        }


def _language(told: list[Event], quotations: Quotations) -> str:
    return quotations.language(told[0].evidence[0].document) if told else "en"


def _names(relation: Relation, atlas: Atlas, language: str) -> dict[str, str]:
    pair = (relation.first, relation.second)
    labels = {"name": language, "name_ar": "ar", "name_en": "en"}
    return {
        column: " – ".join(atlas.entities[one].label(spoken) if one in atlas.entities else one for one in pair)
        for column, spoken in labels.items()
    }


def _when(relation: Relation) -> dict[str, str | None]:
    start = relation.start.isoformat() if relation.start else None
    end = relation.end.isoformat() if relation.end else None
    return {"date": _interval(start, end), "date_start": start, "date_end": end}


def _interval(start: str | None, end: str | None) -> str | None:
    if not start and not end:
        return None
    return start if start == end else f"{start or '..'}/{end or '..'}"


def _line(relation: Relation, atlas: Atlas) -> Any:  # noqa: ANN401 - shapely carries no types
    first, second = (_seat(one, atlas) for one in (relation.first, relation.second))
    return great_circle(first, second) if first and second and first != second else None


def _seat(state: str, atlas: Atlas) -> Point | None:
    """Return the point of a state's capital, or of the state where the capital is not known."""
    entity = atlas.entities.get(state)
    capital = atlas.entities.get(entity.capital) if entity and entity.capital else None
    return point(capital) or point(entity)
