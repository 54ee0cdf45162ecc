"""Workspaces: what is written is read back; foreign, damaged and hostile files give a sentence."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

import geo
from geo import layers, pipeline
from geo.cli import app
from geo.correct.record import of_place, of_span
from geo.errors import InputError
from geo.export import geopackage
from geo.read.paths import read_paths, read_uploads
from geo.read.source import Problem, Source
from geo.read.workspace import corrections_in, read_corrections
from geo.records import Analysis, Atlas, Document
from geo.settings import Settings

TEXT = "التقى وزير الخارجية المصري نظيره التركي في أنقرة يوم 3 مارس 2024.\r\nووقعا اتفاقا في القاهرة 🕊️ أمس."
CAIRO = "geonames:360630"


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    first = geo.analyse(TEXT, id="نص/1", published="2024-03-04", title="لقاء")
    second = geo.analyse("Russia and Iran signed a pact in Tehran.\n2023-01-01", id="en")
    read = [with_source(one) for one in (first, second)]
    start = TEXT.index("القاهرة")
    choose = of_span("choose", first.document, start, start + 7, when="2024-03-05T10:00:00+00:00", note="'; DROP",
                     entity="geonames:4235668", scope="mention")  # fmt: skip
    return pipeline.atlas(read, [choose, of_place("geonames:323786", 40, 33.5)])


def with_source(analysis: Analysis) -> Analysis:
    return replace(analysis, document=replace(analysis.document, source="site.html", url="https://example.org/a"))


@pytest.fixture(scope="module")
def workspace(atlas: Atlas, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("workspace") / "map.gpkg"
    geopackage.write(layers.frames(atlas), atlas, path)
    return path


def reopened(path: Path) -> Atlas:
    documents = [one for one in read_paths([path]) if isinstance(one, Document)]
    return pipeline.atlas([pipeline.analyse(one) for one in documents], corrections_in([str(path)], Settings()))


def test_saving_and_opening_gives_the_same_layers(atlas: Atlas, workspace: Path) -> None:
    again = reopened(workspace)
    assert again == atlas
    assert again.analyses[1].document.published is None  # cleared by a person: not guessed from the text again
    before, after = layers.frames(atlas), layers.frames(again)
    for layer, frame in before.items():
        assert frame.equals(after[layer])


def test_saving_again_gives_the_same_file(workspace: Path, tmp_path: Path) -> None:
    again = reopened(workspace)
    geopackage.write(layers.frames(again), again, tmp_path / "map.gpkg")
    assert (tmp_path / "map.gpkg").read_bytes() == workspace.read_bytes()


def test_the_command_line_applies_the_corrections(workspace: Path, tmp_path: Path) -> None:
    ran = CliRunner().invoke(app, ["extract", str(workspace), "--format", "jsonl"])
    assert ran.exit_code == 0
    record = json.loads(ran.stdout.splitlines()[0])
    assert [one["entity"] for one in record["mentions"] if one.get("corrected")] == ["geonames:4235668"]
    ran = CliRunner().invoke(app, ["map", str(workspace), "-o", str(tmp_path / "out")])
    assert ran.exit_code == 0
    assert (tmp_path / "out" / "map.gpkg").read_bytes() == workspace.read_bytes()
    places = json.loads((tmp_path / "out" / "places.geojson").read_text(encoding="utf-8"))
    moved = next(one for one in places["features"] if one["properties"]["id"] == "geonames:323786")
    assert moved["geometry"]["coordinates"] == [33.5, 40]


def test_the_library_applies_them_too(workspace: Path) -> None:
    drawn = geo.map([workspace]).get_root().render()
    assert '"corrected":true' in drawn.replace('"corrected": true', '"corrected":true')


def test_a_folder_with_a_map_in_it_is_not_read_twice(workspace: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Talks in Rome.", encoding="utf-8")
    (tmp_path / "map.gpkg").write_bytes(workspace.read_bytes())
    assert [one.id for one in read_paths([tmp_path]) if isinstance(one, Document)] == ["a"]


def test_a_file_that_another_program_left_open_for_writing_is_read(workspace: Path, tmp_path: Path) -> None:
    copy = tmp_path / "qgis.gpkg"
    copy.write_bytes(workspace.read_bytes())
    with sqlite3.connect(copy) as database:
        database.execute("PRAGMA journal_mode=WAL")
    database.close()
    assert copy.read_bytes()[18:20] == b"\2\2"
    assert len(list(read_paths([copy]))) == 2


def changed(workspace: Path, tmp_path: Path, *statements: str) -> Path:
    path = tmp_path / "changed.gpkg"
    path.write_bytes(workspace.read_bytes())
    database = sqlite3.connect(path)
    for statement in statements:
        database.execute(statement)
    database.commit()
    database.close()
    return path


def complaint(path: Path) -> str:
    (problem,) = read_uploads([(path.name, path.read_bytes())])
    assert isinstance(problem, Problem)
    return problem.message


def test_foreign_and_damaged_files_are_told(workspace: Path, tmp_path: Path) -> None:
    foreign = changed(workspace, tmp_path, "DROP TABLE documents")
    assert "holds no texts of ours" in complaint(foreign)
    damaged = tmp_path / "damaged.gpkg"
    damaged.write_bytes(workspace.read_bytes()[:5000])
    assert "damaged" in complaint(damaged)
    other = tmp_path / "other.gpkg"
    other.write_bytes(b"PK\3\4 something else")
    assert "no GeoPackage" in complaint(other)
    assert "over 0 MB" in next(iter(read_paths([workspace], settings=Settings(max_bytes=1000)))).message


HUGE = "printf('%.*c', 100000000, 'x')"
BOMB = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS rowid, i AS id, '' AS text FROM n"


@pytest.mark.parametrize(
    "statement",
    [
        f"CREATE VIEW documents AS {BOMB}",
        "CREATE VIRTUAL TABLE documents USING fts5(id, title, language, published, source, url, text)",
        f"CREATE TABLE documents (id, title, language, published, source, url, text AS ({HUGE}))",
        "CREATE TABLE documents (id TEXT)",
    ],
)
def test_nothing_in_a_hostile_schema_runs(workspace: Path, tmp_path: Path, statement: str) -> None:
    path = changed(workspace, tmp_path, "DROP TABLE documents", statement)
    assert "holds no texts of ours" in complaint(path)


def test_a_row_that_is_no_correction_is_named(workspace: Path, tmp_path: Path) -> None:
    path = changed(workspace, tmp_path, "UPDATE corrections SET kind = 'explode' WHERE number = 2")
    with pytest.raises(InputError, match="row 2 of its corrections"):
        read_corrections(Source.of_path(path), Settings())
    ran = CliRunner().invoke(app, ["extract", str(path)])
    assert ran.exit_code == 1
    assert ran.stderr.count("row 2 of its corrections") == 1
    assert len(ran.stdout.splitlines()) == 2


def test_odd_cells_of_texts_are_left_out(workspace: Path, tmp_path: Path) -> None:
    path = changed(
        workspace, tmp_path, "UPDATE documents SET url = 'javascript:alert(1)', published = 'soon', title = x'00ff'"
    )
    documents = [one for one in read_paths([path]) if isinstance(one, Document)]
    assert {(one.url, one.published, one.title) for one in documents} == {(None, None, None)}
