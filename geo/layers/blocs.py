"""The layer of blocs: for each organisation of states that the texts name, the area of its members as one shape."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import shapely

from geo.layers.countries import polygons
from geo.layers.evidence import Quotations
from geo.layers.told import Told, columns
from geo.records import Atlas, Entity
from geo.settings import Settings


def rows(
    atlas: Atlas, told: Mapping[str, Told], quotations: Quotations, settings: Settings
) -> Iterator[dict[str, Any]]:
    """Yield the blocs, the most named first.

    Raises
    ------
    DataError
        When the built polygons are missing.
    """
    named = [one for one in told.values() if one.entity.kind == "organisation" and members(one.entity)]
    for one in sorted(named, key=lambda one: -len(one.mentions)):
        states = members(one.entity)
        yield {
            **columns("blocs", one, atlas, quotations),
            "code": one.entity.code,
            "members": list(states),
            "precision": "country",
            "basis": "stated",
            "geometry": _area(settings.built / "countries.json", states),
        }


def members(bloc: Entity) -> tuple[str, ...]:
    """Return the states among the members of an organisation, as ISO 3166-1 alpha-2 codes."""
    return tuple(code for kind, _, code in (one.partition(":") for one in bloc.members) if kind == "country")


@lru_cache(maxsize=256)
def _area(path: Path, states: tuple[str, ...]) -> Any:  # noqa: ANN401 - shapely carries no types
    """Return the members' area without the borders between them, or None where no member has a shape."""
    shapes = polygons(path)
    drawn = [shapes[state] for state in states if state in shapes]
    if not drawn:
        return None
    # The shapes share their borders to the point: joining them as a coverage takes an eighth of the time.
    return shapely.orient_polygons(shapely.MultiPolygon(list(shapely.get_parts(shapely.coverage_union_all(drawn)))))
