from __future__ import annotations

import json
from pathlib import Path

import pyogrio
import pytest
from shapely import LineString, Point, Polygon

from geo.errors import ExportError
from geo.export import geojson
from geo.layers.schema import COLUMNS, LAYERS

from . import rfc7946


@pytest.mark.parametrize("layer", LAYERS)
def test_every_layer_keeps_the_rules_of_rfc_7946(frames, layer: str, tmp_path: Path) -> None:
    geojson.write(frames[layer], layer, tmp_path / "a.geojson")
    collection = json.loads((tmp_path / "a.geojson").read_text(encoding="utf-8"))
    assert rfc7946.problems(collection) == []
    assert collection == json.loads(json.dumps(geojson.collection(frames[layer], layer)))
    assert collection["generator"].startswith("geospatial-relations-map")
    assert collection["attribution"]
    names = [column.name for column in COLUMNS[layer]]
    assert all(list(feature["properties"]) == names for feature in collection["features"])


def test_the_checker_finds_what_breaks_the_rules() -> None:
    def one(geometry: dict) -> list[str]:
        return rfc7946.problems(
            {"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": geometry, "properties": {}}]}
        )

    assert one({"type": "Point", "coordinates": [0, 91]})
    assert one({"type": "Polygon", "coordinates": [[[0, 0], [0, 1], [1, 1], [0, 0]]]})
    assert one({"type": "LineString", "coordinates": [[179, 0], [-179, 0]]})
    assert one({"type": "Point", "coordinates": [0.12345678, 0]})
    assert not one({"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]})


def test_rings_are_turned_and_coordinates_rounded() -> None:
    clockwise = geojson.geometry(Polygon([(0, 0), (0, 1), (1, 1), (0, 0)]))
    assert clockwise == {"type": "Polygon", "coordinates": [[[0.0, 0.0], [1.0, 1.0], [0.0, 1.0], [0.0, 0.0]]]} or (
        rfc7946._geometry(clockwise) == []
    )
    assert geojson.geometry(Point(1 / 3, 2)) == {"type": "Point", "coordinates": [0.333333, 2.0]}
    assert geojson.geometry(LineString()) is None
    assert geojson.geometry(None) is None


@pytest.mark.parametrize("layer", LAYERS)
def test_gdal_reads_what_was_written(frames, layer: str, tmp_path: Path) -> None:
    path = tmp_path / f"{layer}.geojson"
    geojson.write(frames[layer], layer, path)
    read = pyogrio.read_dataframe(path)
    assert len(read) == len(frames[layer])
    assert read.crs.to_epsg() == 4326
    assert list(read["id"]) == list(frames[layer]["id"])


def test_layers_together_are_one_collection(frames) -> None:
    collection = json.loads("\n".join(geojson.together(frames)))
    assert rfc7946.problems(collection) == []
    assert {feature["properties"]["layer"] for feature in collection["features"]} == set(LAYERS)


def test_an_empty_layer_is_a_collection_without_features(frames, tmp_path: Path) -> None:
    geojson.write(frames["events"].iloc[:0], "events", tmp_path / "e.geojson")
    assert json.loads((tmp_path / "e.geojson").read_text(encoding="utf-8"))["features"] == []


def test_a_file_that_cannot_be_written_is_told_and_the_old_one_stays(frames, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("kept", encoding="utf-8")
    with pytest.raises(ExportError, match="could not be written"):
        geojson.write(frames["places"], "places", tmp_path / "file" / "places.geojson")
    assert (tmp_path / "file").read_text(encoding="utf-8") == "kept"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
