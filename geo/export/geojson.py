"""GeoJSON as RFC 7946 has it: longitude before latitude, no crs member, right-hand rule, at most six decimals."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd
import shapely

from geo.export.files import write_lines
from geo.layers.schema import names

if TYPE_CHECKING:
    from geopandas import GeoDataFrame
    from shapely.geometry.base import BaseGeometry

#: A millionth of a degree: 0.1 m.
_DECIMALS = 6
_PACKAGE = "geospatial-relations-map"


def generator() -> str:
    """Return the name and version that results carry."""
    try:
        return f"{_PACKAGE} {version(_PACKAGE)}"
    except PackageNotFoundError:  # run from a checkout that was never installed
        return _PACKAGE


def collection(frame: GeoDataFrame, layer: str) -> dict[str, Any]:
    """Return a layer as a FeatureCollection with ``attribution`` and ``generator`` as foreign members."""
    return {**_head(frame, layer), "features": list(features(frame, layer))}


def features(frame: GeoDataFrame, layer: str) -> Iterator[dict[str, Any]]:
    """Yield the features of a layer; one without a place has a null geometry (RFC 7946, section 3.2)."""
    columns = names(layer)
    cells = (frame[name].array for name in columns)
    for shape, *values in zip(frame.geometry, *cells, strict=True):
        properties = {name: plain(value) for name, value in zip(columns, values, strict=True)}
        yield {"type": "Feature", "id": properties["id"], "geometry": geometry(shape), "properties": properties}


def lines(frame: GeoDataFrame, layer: str) -> Iterator[str]:
    """Yield the lines of a GeoJSON file: a line a feature, so that versions compare well."""
    head = json.dumps(_head(frame, layer), ensure_ascii=False)
    yield f'{head[:-1]}, "features": ['
    last = len(frame) - 1
    for number, feature in enumerate(features(frame, layer)):
        yield json.dumps(feature, ensure_ascii=False, allow_nan=False) + ("," if number < last else "")
    yield "]}"


def together(frames: Mapping[str, GeoDataFrame]) -> Iterator[str]:
    """Yield the lines of one GeoJSON file with the features of several layers; ``layer`` tells them apart."""
    sources = dict.fromkeys(source for frame in frames.values() for source in frame.attrs.get("attribution", ()))
    head = {"type": "FeatureCollection", "generator": generator(), "attribution": list(sources)}
    yield f'{json.dumps(head, ensure_ascii=False)[:-1]}, "features": ['
    left = sum(len(frame) for frame in frames.values())
    for layer, frame in frames.items():
        for feature in features(frame, layer):
            left -= 1
            yield json.dumps(feature, ensure_ascii=False, allow_nan=False) + ("," if left else "")
    yield "]}"


def write(frame: GeoDataFrame, layer: str, path: Path) -> None:
    """Write a layer as RFC 7946 has it.

    Parameters
    ----------
    frame, layer
        One of `geo.layers.frames` (degrees, EPSG:4326), and its name.
    path
        File to write; it is replaced as a whole.

    Raises
    ------
    ExportError
        When the file cannot be written.
    """
    write_lines(lines(frame, layer), path)


def geometry(shape: BaseGeometry | None) -> dict[str, Any] | None:
    """Return a shape as a GeoJSON geometry: outer rings counter-clockwise, coordinates rounded."""
    if shape is None or shape.is_empty:
        return None
    mapping: Mapping[str, Any] = shapely.orient_polygons(shape).__geo_interface__
    return {"type": mapping["type"], "coordinates": _rounded(mapping["coordinates"])}


def plain(value: Any) -> Any:  # noqa: ANN401 - a cell of a frame may hold anything
    """Return a cell as JSON has it: missing numbers as null, numpy numbers as numbers."""
    if value is None or isinstance(value, (str, bool, list, dict)):
        return value
    if hasattr(value, "item"):
        value = value.item()
    return None if _is_missing(value) else value


def _is_missing(value: Any) -> bool:  # noqa: ANN401
    return value is pd.NA or value is pd.NaT or value != value  # noqa: PLR0124 - NaN differs from itself


def _rounded(coordinates: Any) -> Any:  # noqa: ANN401 - nested as deep as the geometry
    if isinstance(coordinates, (tuple, list)):
        return [_rounded(part) for part in coordinates]
    return round(float(coordinates), _DECIMALS)


def _head(frame: GeoDataFrame, layer: str) -> dict[str, Any]:
    return {
        "type": "FeatureCollection",
        "name": layer,
        "generator": generator(),
        "attribution": list(frame.attrs.get("attribution", ())),
    }
