"""Great circles between two points, cut where they cross the antimeridian (RFC 7946, section 3.1.9)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from shapely import LineString, MultiLineString, Point

#: Longest stretch drawn as a straight line, in degrees of arc.
_STEP = 1.0
_HALF_TURN = 180.0
#: Shorter vectors have no direction.
_NOTHING = 1e-9


def great_circle(first: Point, second: Point) -> LineString | MultiLineString:
    """Return the shortest way over the globe between two points.

    Parameters
    ----------
    first, second
        Longitude and latitude in degrees (EPSG:4326). Of two antipodes, between which every way is as short, the
        one over the meridian of the first is taken.

    Returns
    -------
    LineString or MultiLineString
        A vertex at least every degree of arc; two parts where the way crosses 180°.
    """
    path = _interpolate(_vector(first), _vector(second))
    lat = np.degrees(np.arcsin(np.clip(path[:, 2], -1, 1)))
    lon = np.degrees(np.arctan2(path[:, 1], path[:, 0]))
    lon[0], lat[0], lon[-1], lat[-1] = first.x, first.y, second.x, second.y
    return _cut(np.round(np.column_stack([lon, lat]), 6))


def _vector(point: Point) -> NDArray[np.float64]:
    lon, lat = np.radians([point.x, point.y])
    return np.array([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])


def _interpolate(start: NDArray[np.float64], end: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return unit vectors along the arc, both ends included."""
    angle = float(np.arctan2(np.linalg.norm(np.cross(start, end)), np.dot(start, end)))
    across = end - np.dot(start, end) * start
    if np.linalg.norm(across) < _NOTHING:  # the same point, or antipodes: any direction will do, north is one
        north = np.array([0.0, 0.0, 1.0])
        across = north - np.dot(start, north) * start
    if np.linalg.norm(across) < _NOTHING:  # from a pole
        across = np.array([1.0, 0.0, 0.0])
    across = across / np.linalg.norm(across)
    turns = np.linspace(0, angle, max(int(np.ceil(np.degrees(angle) / _STEP)) + 1, 2))[:, None]
    return np.asarray(np.cos(turns) * start + np.sin(turns) * across)


def _crossing(before: NDArray[np.float64], after: NDArray[np.float64]) -> float:
    """Return the latitude at which the arc between two unit vectors crosses 180°: near a pole far above both."""
    across = before * abs(after[1]) + after * abs(before[1])  # where the second component, to the east of 0°, is nil
    length = float(np.linalg.norm(across))
    whole = across / length if length > _NOTHING else before
    return float(np.degrees(np.arcsin(np.clip(whole[2], -1, 1))))


def _cut(path: NDArray[np.float64]) -> LineString | MultiLineString:
    jumps = np.flatnonzero(np.abs(np.diff(path[:, 0])) > _HALF_TURN)
    if not len(jumps):
        return LineString(path)
    parts = []
    begin: list[NDArray[np.float64]] = []
    last = 0
    for jump in map(int, jumps):
        before, after = path[jump], path[jump + 1]
        edge = float(np.copysign(_HALF_TURN, before[0]))
        lat = round(_crossing(_vector(Point(before)), _vector(Point(after))), 6)
        parts.append(np.vstack([*begin, path[last : jump + 1], [[edge, lat]]]))
        begin = [np.array([[-edge, lat]])]
        last = jump + 1
    parts.append(np.vstack([*begin, path[last:]]))
    whole = [LineString(part) for part in parts if len(np.unique(part, axis=0)) > 1]
    return MultiLineString(whole) if len(whole) > 1 else whole[0]
