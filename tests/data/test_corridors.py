"""The curated corridors and their lines: members that exist, legs that join, points where they say they are."""

import json
import math
from pathlib import Path

import pytest
import shapely
import yaml

from geo.errors import DataError, UnknownEntity
from geo.layers.corridor_lines import corridor_geometry, corridor_of, corridor_record
from geo.settings import Settings

DATA = Path(__file__).resolve().parents[2] / "data"
SETTINGS = Settings(data=DATA)
BUILT = json.loads((DATA / "built" / "corridors.json").read_text(encoding="utf-8"))
OSM = json.loads((DATA / "built" / "corridors-osm.json").read_text(encoding="utf-8"))
RECORDS = BUILT["corridors"]
STATUSES = {"operating", "partial", "planned", "closed", "historical"}
TOLERANCE_DEGREES = 0.02
NEAR_DEGREES = 0.3


@pytest.fixture(scope="module")
def countries():
    features = json.loads((DATA / "built" / "countries.json").read_text(encoding="utf-8"))["features"]
    return {feature["id"]: shapely.geometry.shape(feature["geometry"]) for feature in features}


def legs(record):
    return [leg for branch in record["branches"] for leg in branch["legs"]]


def test_there_are_enough_of_every_class():
    assert len(RECORDS) >= 100
    assert {r["class"] for r in RECORDS} == {
        "transport", "rail", "road", "sea", "river", "pipeline", "strait", "canal", "strip",
    }  # fmt: skip


@pytest.mark.parametrize("record", RECORDS, ids=lambda r: r["id"])
def test_record_is_whole(record, countries):
    assert {member.removeprefix("country:") for member in record["members"]} <= set(countries)
    assert record["status"] in STATUSES
    assert all(record["names"].get(language) for language in ("ar", "fa", "ru", "en"))
    assert record["sources"]
    for source in record["sources"]:
        assert source["fact"]
        assert source["title"]
        assert 1800 < source["year"] < 2100
        assert "://" not in source["title"]
    assert len({branch["id"] for branch in record["branches"]}) == len(record["branches"])
    assert {leg["status"] for leg in legs(record)} <= STATUSES


@pytest.mark.parametrize("record", RECORDS, ids=lambda r: r["id"])
def test_lines_begin_and_end_at_their_nodes(record):
    for branch in corridor_geometry(SETTINGS, record["id"]):
        for leg, line in zip(
            next(b for b in record["branches"] if b["id"] == branch.id)["legs"], branch.lines, strict=True
        ):
            parts = list(line.geometry.geoms)
            for stop, (lon, lat) in ((leg["from"], parts[0].coords[0]), (leg["to"], parts[-1].coords[-1])):
                assert math.dist((stop["lon"], stop["lat"]), (lon, lat)) < TOLERANCE_DEGREES, leg


@pytest.mark.parametrize("record", RECORDS, ids=lambda r: r["id"])
def test_coordinates_are_sane(record):
    for branch in corridor_geometry(SETTINGS, record["id"]):
        west, south, east, north = branch.geometry.bounds
        assert -180 <= west <= east <= 180
        assert -60 < south <= north < 85
        for part in branch.geometry.geoms:
            steps = shapely.get_coordinates(part)
            assert abs(steps[1:, 0] - steps[:-1, 0]).max() < 60, (record["id"], branch.id)


@pytest.mark.parametrize("record", RECORDS, ids=lambda r: r["id"])
def test_branches_hang_together(record):
    """Every line of a corridor can be reached from every other, but for corridors with parts that stand apart."""
    if record["id"] in APART:
        return
    reached, waiting = set(), [(leg["from"]["name"], leg["to"]["name"]) for leg in legs(record)]
    reached.update(waiting.pop(0))
    while joined := [pair for pair in waiting if reached & set(pair)]:
        for pair in joined:
            reached.update(pair)
            waiting.remove(pair)
    assert not waiting


#: Straits beside one another, alternative ports or routes, and a crossing that lies between two lines.
APART = {
    "corridor:danish-straits", "corridor:traceca", "corridor:belt-and-road", "corridor:arab-gas-pipeline",
    "corridor:instc", "corridor:crossroads-of-peace",
}  # fmt: skip


def test_nodes_lie_in_their_country(countries):
    nodes = yaml.safe_load((DATA / "curated" / "corridors" / "_nodes.yml").read_text(encoding="utf-8"))
    far = [
        name
        for name, (lat, lon, country) in nodes.items()
        if countries[country].distance(shapely.Point(lon, lat)) > NEAR_DEGREES
    ]
    assert not far


def test_lines_of_openstreetmap_stay_in_their_own_file():
    assert OSM["licence"] == "ODbL-1.0"
    assert "OpenStreetMap contributors" in OSM["attribution"]
    assert not set(OSM["lines"]) & set(BUILT["lines"])
    used = {leg["line"] for record in RECORDS for leg in legs(record)}
    assert used == set(OSM["lines"]) | set(BUILT["lines"])
    for record in RECORDS:
        for leg in legs(record):
            routed_on_land = leg["mode"] in {"rail", "road"} and not leg.get("schematic")
            assert (leg["line"] in OSM["lines"]) == routed_on_land


def test_instc_has_its_three_branches_and_the_missing_link():
    branches = {branch.id: branch for branch in corridor_geometry(SETTINGS, "corridor:instc")}
    assert set(branches) == {"western", "caspian", "eastern"}
    missing = [line for line in branches["western"].lines if line.status == "planned"]
    assert [(missing[0].start, missing[-1].end)] == [("Astara", "Rasht")]
    assert all(line.schematic for line in missing)


def test_a_named_strait_is_a_corridor_too():
    assert corridor_of(SETTINGS, "water:strait-of-hormuz") == "corridor:hormuz"
    assert corridor_of(SETTINGS, "corridor:instc") == "corridor:instc"
    assert corridor_of(SETTINGS, "geonames:112931") is None


def test_a_name_has_one_owner():
    """What waters and regions are called must not be a corridor's name: such corridors carry labels and ``same_as``."""
    files = sorted((DATA / "curated" / "places").glob("*.yml"))
    places = [entry for path in files for entry in yaml.safe_load(path.read_text(encoding="utf-8")) or []]
    known = {entry["id"] for entry in places}
    taken = {name for entry in places for names in (entry.get("names") or {}).values() for name in names}
    rows = [
        row
        for path in sorted((DATA / "curated" / "corridors").glob("[!_]*.yml"))
        for row in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]
    given = {name for row in rows for names in row.get("names", {}).values() for name in names}
    assert sorted(given & taken) == []
    assert {row["same_as"] for row in rows if "same_as" in row} <= known


def test_unknown_corridor_and_missing_data_say_so(tmp_path):
    with pytest.raises(UnknownEntity, match="make data"):
        corridor_record(SETTINGS, "corridor:nowhere")
    with pytest.raises(DataError, match="make data"):
        corridor_geometry(Settings(data=tmp_path), "corridor:instc")
