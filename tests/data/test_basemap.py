"""The built maps: every state once, valid polygons, a page map that decodes to the same world."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
import shapely

BUILT = Path(__file__).resolve().parents[2] / "data" / "built"


@pytest.fixture(scope="module")
def countries():
    features = json.loads((BUILT / "countries.json").read_text(encoding="utf-8"))["features"]
    return {feature["id"]: shapely.geometry.shape(feature["geometry"]) for feature in features}


@pytest.fixture(scope="module")
def page():
    return json.loads((BUILT / "basemap.json").read_text(encoding="utf-8"))


def decode(page):
    (kx, ky), (dx, dy) = page["transform"]["scale"], page["transform"]["translate"]
    lines = []
    for arc in page["arcs"]:
        x = y = 0
        line = []
        for step in arc:
            x, y = x + step[0], y + step[1]
            line.append((x * kx + dx, y * ky + dy))
        lines.append(line)
    ring = lambda ids: [point for i in ids for point in (lines[i] if i >= 0 else lines[~i][::-1])]  # noqa: E731
    shapes = {}
    for geometry in page["objects"]["countries"]["geometries"]:
        polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
        shapes[geometry["id"]] = [[ring(ids) for ids in polygon] for polygon in polygons]
    return shapes


def test_every_state_has_a_polygon(countries):
    states = {code for code in countries if len(code) == 2}
    assert len(states) == 250
    assert {"PS", "EH", "XK", "TW", "VA", "MC", "TV", "GF", "SJ", "SS"} <= states
    assert {"golan", "abyei", "bir-tawil", "spratly"} <= set(countries) - states


def test_polygons_are_valid_and_wound_as_rfc_7946_asks(countries):
    assert not [code for code, shape in countries.items() if not shape.is_valid or shape.is_empty]
    wrong = [c for c, s in countries.items() for p in shapely.get_parts(s) if not p.exterior.is_ccw]
    assert not wrong
    assert shapely.total_bounds(list(countries.values())).tolist() == pytest.approx([-180, -90, 180, 83.6], abs=0.1)


def test_nothing_runs_round_the_world(countries):
    wide = [c for c, s in countries.items() for p in shapely.get_parts(s) if p.bounds[2] - p.bounds[0] > 180]
    assert wide == ["AQ"]  # Antarctica alone goes all the way round


@pytest.mark.parametrize(
    ("point", "code"),
    [
        ((34.45, 31.5), "PS"),
        ((35.26, 32.22), "PS"),
        ((34.1, 45.0), "UA"),
        ((-13.2, 26.0), "EH"),
        ((44.06, 9.56), "SO"),
        ((33.36, 35.2), "CY"),
        ((35.75, 32.98), "golan"),
        ((14.42, 35.88), "MT"),
    ],
)
def test_point_lies_in(countries, point, code):
    assert [name for name, shape in countries.items() if shape.contains(shapely.Point(point))] == [code]


def test_neighbours_do_not_overlap(countries):
    for first, second in [("EG", "SD"), ("IR", "IQ"), ("RU", "UA"), ("IN", "PK"), ("SY", "golan")]:
        assert countries[first].intersection(countries[second]).area < 0.02


def test_page_map_decodes_to_the_same_countries(page, countries):
    shapes = decode(page)
    assert set(shapes) == set(countries)
    for polygons in shapes.values():
        for rings in polygons:
            for ring in rings:
                assert ring[0] == ring[-1]
                assert all(abs(a[0] - b[0]) < 40 or a[1] < -60 for a, b in pairwise(ring))


def test_page_map_is_small(page):
    assert (BUILT / "basemap.json").stat().st_size < 330_000
    assert page["attribution"]
    assert "no position" in page["note"]


def test_labels_lie_where_they_belong(page, countries):
    for row in [*page["countries"], *page["capitals"]]:
        assert row["ar"]
        assert row["en"]
    far = [
        row["id"]
        for row in page["capitals"]
        if countries[row["id"]].distance(shapely.Point(row["lon"], row["lat"])) > 0.25
    ]
    assert set(far) <= {"IL"}  # Jerusalem lies on the line that the source draws
    assert len({row["id"] for row in page["capitals"]}) == len(page["capitals"])
