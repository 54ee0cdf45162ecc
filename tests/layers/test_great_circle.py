from __future__ import annotations

import math
from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st
from shapely import Point

from geo.layers.great_circle import great_circle

POINTS = st.builds(
    Point, st.floats(-180, 180).map(lambda x: round(x, 4)), st.floats(-89, 89).map(lambda y: round(y, 4))
)


def parts(line: object) -> list[list[tuple[float, float]]]:
    return [list(part.coords) for part in getattr(line, "geoms", [line])]


def arc(first: tuple[float, float], second: tuple[float, float]) -> float:
    (x1, y1), (x2, y2) = (tuple(map(math.radians, one)) for one in (first, second))
    a = math.sin((y2 - y1) / 2) ** 2 + math.cos(y1) * math.cos(y2) * math.sin((x2 - x1) / 2) ** 2
    return math.degrees(2 * math.asin(min(1, math.sqrt(a))))


def test_a_line_over_the_pacific_is_cut_at_the_antimeridian() -> None:
    west, east = parts(great_circle(Point(139.69, 35.69), Point(-122.42, 37.77)))
    assert west[-1][0] == 180
    assert east[0] == (-180, west[-1][1])
    assert (west[0], east[-1]) == ((139.69, 35.69), (-122.42, 37.77))


def test_a_line_over_the_atlantic_is_whole_and_bends_north() -> None:
    (path,) = parts(great_circle(Point(-77.04, 38.9), Point(2.35, 48.86)))
    assert max(lat for _, lat in path) > 51


@given(POINTS, POINTS)
@example(Point(76, 1), Point(-104, 1))  # over the pole
@example(Point(76, 1), Point(-104, 0))
@example(Point(-60, 2), Point(61, 89))
def test_no_step_is_long_and_the_whole_is_the_shortest_way(first: Point, second: Point) -> None:
    if arc((first.x, first.y), (second.x, second.y)) < 1e-3:
        return
    paths = parts(great_circle(first, second))
    steps = [arc(one, two) for path in paths for one, two in pairwise(path)]
    assert max(steps) < 1.01
    assert math.isclose(sum(steps), arc((first.x, first.y), (second.x, second.y)), abs_tol=0.05)
    assert all(abs(one[0] - two[0]) <= 180 for path in paths for one, two in pairwise(path))
