from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pyogrio
import pytest

from geo import layers
from geo.export import geopackage
from geo.layers.schema import LAYERS
from geo.records import Atlas


@pytest.fixture(scope="module")
def package(frames, atlas, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("gpkg") / "map.gpkg"
    geopackage.write(frames, atlas, path)
    return path


def test_it_holds_the_layers_and_the_texts(package: Path) -> None:
    tables = dict(pyogrio.list_layers(package))
    assert list(tables) == [*LAYERS, "documents", "mentions", "corrections"]
    assert tables["places"] == "Point"
    assert tables["documents"] is None


@pytest.mark.parametrize("layer", LAYERS)
def test_gdal_reads_the_same_features(package: Path, frames, layer: str) -> None:
    read = pyogrio.read_dataframe(package, layer=layer)
    assert read.crs.to_epsg() == 4326
    assert list(read["id"]) == list(frames[layer]["id"])
    for written, drawn in zip(read.geometry, frames[layer].geometry, strict=True):
        assert (written is None) == (drawn is None)
        assert written is None or written.equals(drawn)
    assert [json.loads(cell) for cell in read["quotes"]] == list(frames[layer]["quotes"])


def test_columns_have_their_types(package: Path) -> None:
    information = pyogrio.read_info(package, layer="events")
    types = dict(zip(information["fields"], information["ogr_types"], strict=True))
    assert (types["date_start"], types["count"], types["score"]) == ("OFTDate", "OFTInteger64", "OFTReal")
    subtypes = dict(zip(information["fields"], information["ogr_subtypes"], strict=True))
    assert subtypes["doubtful"] == "OFSTBoolean"


def test_texts_come_back_to_the_letter(package: Path, atlas: Atlas) -> None:
    with sqlite3.connect(package) as database:
        rows = dict(database.execute("SELECT id, text FROM documents"))
    database.close()
    assert rows == {analysis.document.id: analysis.document.text for analysis in atlas.analyses}


def test_the_same_atlas_gives_the_same_bytes(package: Path, frames, atlas, tmp_path: Path) -> None:
    geopackage.write(frames, atlas, tmp_path / "map.gpkg")
    assert (tmp_path / "map.gpkg").read_bytes() == package.read_bytes()


def test_an_empty_atlas_gives_empty_layers(tmp_path: Path) -> None:
    geopackage.write(layers.frames(Atlas()), Atlas(), tmp_path / "map.gpkg")
    assert pyogrio.read_info(tmp_path / "map.gpkg", layer="relations")["features"] == 0
