"""The entities that others cannot be drawn without: the states they lie in and the capitals of those."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from geo.gazetteer.store import Gazetteer
    from geo.records import Entity


def closed(wanted: Mapping[str, None], gazetteer: Gazetteer) -> dict[str, Entity]:
    """Look the ids up, then the countries they lie in and the capitals of those."""
    found: dict[str, Entity] = {}
    queue = list(wanted)
    while queue:
        entity_id = queue.pop()
        if entity_id in found or not gazetteer.knows(entity_id):
            continue
        entity = found[entity_id] = gazetteer.entity(entity_id)
        queue.extend(part for part in _next_of(entity) if part not in found)
    return {entity_id: found[entity_id] for entity_id in sorted(found)}


def _next_of(entity: Entity) -> Iterator[str]:
    if entity.country and entity.kind != "country":
        yield f"country:{entity.country}"
    if entity.capital:
        yield entity.capital
