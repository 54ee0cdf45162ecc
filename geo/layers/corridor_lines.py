"""The lines of corridors, read from the built data on first use.

Rail and road lines come from `corridors-osm.json` (© OpenStreetMap contributors, ODbL 1.0), all others from
`corridors.json`; format: `docs/data-formats.md`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from shapely.geometry import MultiLineString

from geo.errors import DataError, UnknownEntity

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from geo.settings import Settings


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of a branch with one mode and status, as a MultiLineString (degrees, EPSG:4326).

    ``schematic`` lines go straight through a few points (a pipeline, an unbuilt railway); ``osm`` lines are under
    the ODbL and need their attribution.
    """

    mode: str
    status: str
    schematic: bool
    osm: bool
    start: str
    end: str
    geometry: MultiLineString


@dataclass(frozen=True, slots=True)
class Branch:
    """A branch of a corridor: its id within the corridor, names by language, status, and lines in order."""

    id: str
    names: Mapping[str, tuple[str, ...]]
    status: str
    lines: tuple[Line, ...]

    @property
    def geometry(self) -> MultiLineString:
        """All lines of the branch as one MultiLineString."""
        return MultiLineString([part for line in self.lines for part in line.geometry.geoms])


@dataclass(frozen=True, slots=True)
class _Built:
    """The two built files: records and twins (water or region -> corridor) by id, lines by key, open and ODbL."""

    records: Mapping[str, Mapping[str, Any]]
    twins: Mapping[str, str]
    lines: Mapping[str, Any]
    osm: Mapping[str, Any]


def corridor_of(settings: Settings, entity_id: str) -> str | None:
    """Return the corridor that an entity is: itself, or the corridor of a named water or region, else None.

    The Strait of Hormuz (``water:strait-of-hormuz``) is a water and a corridor (``corridor:hormuz``) at once.

    Raises
    ------
    DataError
        The built files are missing or damaged.
    """
    if entity_id.startswith("corridor:"):
        return entity_id
    return _built(settings.built).twins.get(entity_id)


def corridor_record(settings: Settings, corridor_id: str) -> Mapping[str, Any]:
    """Return the built record of a corridor: class, status, names, members, sources.

    Raises
    ------
    UnknownEntity
        No corridor has this id.
    DataError
        The built files are missing or damaged.
    """
    records = _built(settings.built).records
    if corridor_id not in records:
        raise UnknownEntity(f"{corridor_id} is not in {settings.built / 'corridors.json'}; run `make data`")
    return records[corridor_id]


def corridor_geometry(settings: Settings, corridor_id: str) -> list[Branch]:
    """Return the drawn branches of a corridor.

    Parameters
    ----------
    settings
        Says where the built data lies.
    corridor_id
        Such as ``corridor:instc``.

    Raises
    ------
    UnknownEntity
        No corridor has this id.
    DataError
        The built files are missing or damaged.
    """
    record = corridor_record(settings, corridor_id)
    built = _built(settings.built)
    return [_branch(branch, built) for branch in record["branches"]]


def _branch(branch: Mapping[str, Any], built: _Built) -> Branch:
    names = {language: tuple(found) for language, found in branch.get("names", {}).items()}
    return Branch(branch["id"], names, branch["status"], tuple(_line(leg, built) for leg in branch["legs"]))


def _line(leg: Mapping[str, Any], built: _Built) -> Line:
    key = leg["line"]
    return Line(
        mode=leg["mode"],
        status=leg["status"],
        schematic=leg.get("schematic", False),
        osm=key in built.osm,
        start=leg["from"]["name"],
        end=leg["to"]["name"],
        geometry=MultiLineString(built.osm[key] if key in built.osm else built.lines[key]),
    )


@lru_cache(maxsize=4)
def _built(folder: Path) -> _Built:
    try:
        drawn = json.loads((folder / "corridors.json").read_text(encoding="utf-8"))
        osm = json.loads((folder / "corridors-osm.json").read_text(encoding="utf-8"))
        records = {record["id"]: record for record in drawn["corridors"]}
        twins = {record["same_as"]: name for name, record in records.items() if "same_as" in record}
        return _Built(records, twins, drawn["lines"], osm["lines"])
    except (OSError, ValueError, KeyError) as error:
        raise DataError(f"the corridors in {folder} are missing or damaged ({error}); run `make data`") from error
