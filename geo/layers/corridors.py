"""The layer of corridors: for each corridor named in the texts, its lines by branch, mode and status."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from shapely import MultiLineString

from geo.layers.corridor_lines import Branch, Line, corridor_geometry, corridor_of
from geo.layers.evidence import Quotations
from geo.layers.told import Told, columns
from geo.records import Atlas
from geo.settings import Settings

_OSM = "© OpenStreetMap contributors, ODbL 1.0"


def rows(
    atlas: Atlas, told: Mapping[str, Told], quotations: Quotations, settings: Settings
) -> Iterator[dict[str, Any]]:
    """Yield one feature for each branch and, in it, each stretch of one mode and status.

    So a map can style planned and built parts apart, and select a branch or a whole corridor by a column.

    Raises
    ------
    DataError, UnknownEntity
        As `geo.layers.corridor_lines.corridor_geometry`.
    """
    for entity_id, one in told.items():
        if corridor := corridor_of(settings, entity_id):
            base = {**columns("corridors", one, atlas, quotations), "corridor": corridor}
            for branch in corridor_geometry(settings, corridor):
                yield from (_feature(base, branch, stretch) for stretch in _stretches(branch))


def _stretches(branch: Branch) -> list[list[Line]]:
    """Return the lines of a branch put together where they look alike on a map."""
    ordered = sorted(branch.lines, key=_look)
    return [list(lines) for _, lines in groupby(ordered, key=_look)]


def _look(line: Line) -> tuple[str, str]:
    return line.mode, line.status


def _feature(base: Mapping[str, Any], branch: Branch, stretch: list[Line]) -> dict[str, Any]:
    first = stretch[0]
    return {
        **base,
        "id": "/".join([base["corridor"], branch.id, first.mode, first.status]),
        "branch": branch.id,
        "branch_ar": next(iter(branch.names.get("ar", ())), None),
        "branch_en": next(iter(branch.names.get("en", ())), None),
        "mode": first.mode,
        "status": first.status,
        "schematic": any(line.schematic for line in stretch),
        "attribution": _OSM if any(line.osm for line in stretch) else None,
        "precision": "region" if all(line.schematic for line in stretch) else "site",
        "basis": "stated",
        "geometry": MultiLineString([part for line in stretch for part in line.geometry.geoms]),
    }
