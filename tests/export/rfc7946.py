"""The rules of RFC 7946 that a machine can check."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

_DEPTH = {"Point": 0, "MultiPoint": 1, "LineString": 1, "MultiLineString": 2, "Polygon": 2, "MultiPolygon": 3}


def problems(collection: dict[str, Any]) -> list[str]:
    """Return every rule that a FeatureCollection breaks."""
    found = []
    if collection.get("type") != "FeatureCollection" or not isinstance(collection.get("features"), list):
        return ["not a FeatureCollection (3.3)"]
    if "crs" in collection:
        found.append("a crs member (4)")
    if {"coordinates", "geometries", "geometry", "properties"} & collection.keys():
        found.append("members of other types (7.1)")
    for feature in collection["features"]:
        found += [f"{feature.get('id')}: {problem}" for problem in _feature(feature)]
    return found


def _feature(feature: dict[str, Any]) -> list[str]:
    if feature.get("type") != "Feature" or not {"geometry", "properties"} <= feature.keys():
        return ["not a Feature (3.2)"]
    if not isinstance(feature.get("id", ""), (str, int)):
        return ["id is neither text nor number (3.2)"]
    geometry = feature["geometry"]
    return [] if geometry is None else _geometry(geometry)


def _geometry(geometry: dict[str, Any]) -> list[str]:
    kind = geometry.get("type")
    if kind not in _DEPTH:
        return [f"geometry type {kind} (1.4)"]
    found = _positions(geometry["coordinates"], _DEPTH[kind])
    if found:
        return found
    polygons = {"Polygon": [geometry["coordinates"]], "MultiPolygon": geometry["coordinates"]}.get(kind, [])
    lines = {"LineString": [geometry["coordinates"]], "MultiLineString": geometry["coordinates"]}.get(kind, [])
    for rings in polygons:
        for number, ring in enumerate(rings):
            if len(ring) < 4 or ring[0] != ring[-1]:
                found.append("a ring that is not closed (3.1.6)")
            if (_area(ring) > 0) != (number == 0):
                found.append("a ring that breaks the right-hand rule (3.1.6)")
    found += ["a line of one position (3.1.4)" for line in lines if len(line) < 2]
    paths = [*lines, *(ring for rings in polygons for ring in rings)]
    if any(abs(one[0] - two[0]) > 180 for path in paths for one, two in pairwise(path)):
        found.append("crosses the antimeridian (3.1.9)")
    return found


def _positions(coordinates: Any, depth: int) -> list[str]:
    if depth:
        return [problem for part in coordinates for problem in _positions(part, depth - 1)]
    if not 2 <= len(coordinates) <= 3 or not all(isinstance(number, (int, float)) for number in coordinates):
        return ["not a position (3.1.1)"]
    lon, lat = coordinates[:2]
    if not (-180 <= lon <= 180 and -90 <= lat <= 90):
        return [f"{lon}, {lat} is no longitude and latitude (4)"]
    if any(round(number, 6) != number for number in (lon, lat)):
        return ["more than six decimals (11.2)"]
    return []


def _area(ring: list[list[float]]) -> float:
    return sum(one[0] * two[1] - two[0] * one[1] for one, two in pairwise(ring))
