"""From a leg to its line: routed or geodesic, judged, simplified, cut at the antimeridian."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

import antimeridian
import shapely
from shapely.geometry import LineString

from corridors import networks
from corridors.networks import Points, distance

if TYPE_CHECKING:
    from corridors.curated import Leg

MAX_DETOUR = 1.7
MAX_SNAP_KM = 15.0
TOLERANCE = 0.01  # degrees
STEP_KM = 250.0  # a straight leg gets a point this often, so that it follows the great circle
DIGITS = 3
Lines = list[list[list[float]]]  # of [lon, lat]


class AbsurdRouteError(Exception):
    """A route that can't be what the curator meant."""


def draw(leg: Leg) -> Lines:
    """Return the line of a leg as a list of [lon, lat] lists (more than one where it crosses 180°).

    Raises
    ------
    AbsurdRouteError
        The route is over 1.7 times the great circle or begins over 15 km from the node.
    """
    points = _straight(leg) if leg.by_hand else _routed(leg)
    line = shapely.simplify(LineString(_unrolled(points)), TOLERANCE)
    rolled = LineString([((lon + 180) % 360 - 180, lat) for lon, lat in line.coords])
    cut = antimeridian.fix_line_string(rolled, great_circle=False)
    return [[[round(x, DIGITS), round(y, DIGITS)] for x, y in part.coords] for part in shapely.get_parts(cut)]


def _routed(leg: Leg) -> Points:
    points, snap = networks.sea(leg) if leg.mode == "sea" else networks.network(leg.mode).route(leg)
    ends = [(leg.start.lon, leg.start.lat), (leg.end.lon, leg.end.lat)]
    whole = [ends[0], *points, ends[1]]
    direct = distance(ends[0][::-1], ends[1][::-1])
    ratio = length(points) / direct
    if snap > MAX_SNAP_KM or (ratio > MAX_DETOUR and leg.mode != "sea"):
        raise AbsurdRouteError(
            f"{leg.key}: {length(points):.0f} km by {leg.mode}, {ratio:.2f} x straight, snaps {snap:.0f} km"
        )
    return whole


def length(points: Points) -> float:
    """Return the length in km of a way of (lon, lat)."""
    return sum(distance(here[::-1], there[::-1]) for here, there in pairwise(points))


def _straight(leg: Leg) -> Points:
    """Return points of the great circle between the two nodes."""
    here, there = (leg.start.lat, leg.start.lon), (leg.end.lat, leg.end.lon)
    far = distance(here, there)
    steps = max(1, math.ceil(far / STEP_KM))
    angle = far / networks.EARTH_KM
    a, b = _vector(*here), _vector(*there)
    points = []
    for step in range(1, steps):
        at = step / steps
        first, second = math.sin((1 - at) * angle) / math.sin(angle), math.sin(at * angle) / math.sin(angle)
        x, y, z = (first * u + second * v for u, v in zip(a, b, strict=True))
        points.append((math.degrees(math.atan2(y, x)), math.degrees(math.atan2(z, math.hypot(x, y)))))
    return [here[::-1], *points, there[::-1]]


def _vector(lat: float, lon: float) -> tuple[float, float, float]:
    phi, theta = math.radians(lat), math.radians(lon)
    return math.cos(phi) * math.cos(theta), math.cos(phi) * math.sin(theta), math.sin(phi)


def _unrolled(points: Points) -> Points:
    """Drop repeats and let longitude run past 180° rather than jump, so that simplification sees one line."""
    rolled = [points[0]]
    for lon, lat in points[1:]:
        last = rolled[-1][0]
        near = lon + 360 * round((last - lon) / 360)
        if (near, lat) != rolled[-1]:
            rolled.append((near, lat))
    return rolled if len(rolled) > 1 else [*rolled, rolled[0]]
