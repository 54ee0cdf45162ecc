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
    records, lines, osm = _built(settings.built)
    if corridor_id not in records:
        raise UnknownEntity(f"{corridor_id} is not in {settings.built / 'corridors.json'}; run `make data`")
    return [_branch(branch, lines, osm) for branch in records[corridor_id]["branches"]]


def corridor_record(settings: Settings, corridor_id: str) -> Mapping[str, Any]:
    """Return the built record of a corridor: class, status, names, members, sources.

    Raises
    ------
    UnknownEntity
        No corridor has this id.
    DataError
        The built files are missing or damaged.
    """
    records, _, _ = _built(settings.built)
    if corridor_id not in records:
        raise UnknownEntity(f"{corridor_id} is not in {settings.built / 'corridors.json'}; run `make data`")
    record: Mapping[str, Any] = records[corridor_id]
    return record


def _branch(branch: Mapping[str, Any], lines: Mapping[str, Any], osm: Mapping[str, Any]) -> Branch:
    names = {language: tuple(found) for language, found in branch.get("names", {}).items()}
    return Branch(branch["id"], names, branch["status"], tuple(_line(leg, lines, osm) for leg in branch["legs"]))


def _line(leg: Mapping[str, Any], lines: Mapping[str, Any], osm: Mapping[str, Any]) -> Line:
    key = leg["line"]
    return Line(
        mode=leg["mode"],
        status=leg["status"],
        schematic=leg.get("schematic", False),
        osm=key in osm,
        start=leg["from"]["name"],
        end=leg["to"]["name"],
        geometry=MultiLineString(osm[key] if key in osm else lines[key]),
    )


@lru_cache(maxsize=4)
def _built(folder: Path) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    try:
        drawn = json.loads((folder / "corridors.json").read_text(encoding="utf-8"))
        osm = json.loads((folder / "corridors-osm.json").read_text(encoding="utf-8"))
        return {record["id"]: record for record in drawn["corridors"]}, drawn["lines"], osm["lines"]
    except (OSError, ValueError, KeyError) as error:
        raise DataError(f"the corridors in {folder} are missing or damaged ({error}); run `make data`") from error
