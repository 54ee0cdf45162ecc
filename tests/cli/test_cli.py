from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pyogrio
import pytest
from typer.testing import CliRunner, Result

from geo.cli import app

ARABIC = "التقى وزير الخارجية النرويجي نظيره الياباني في أوسلو في 3 مايو 2024. ثم زار الوزير فيجي."
FILES = [
    "analysis.jsonl", "blocs.geojson", "corridors.geojson", "countries.geojson", "events.geojson", "map.gpkg",
    "map.html", "places.geojson", "relations.geojson",
]  # fmt: skip


def run(*arguments: object, data: bytes | None = None) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], input=data)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "a.txt").write_text(ARABIC, encoding="utf-8")
    (texts / "b.txt").write_text("Japan and Norway signed an agreement in Oslo on 4 May 2024.", encoding="utf-16")
    return texts


def test_map_writes_every_file(folder: Path, tmp_path: Path) -> None:
    result = run("map", folder, "-o", tmp_path / "out")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == FILES
    places = json.loads((tmp_path / "out" / "places.geojson").read_text(encoding="utf-8"))
    assert "Oslo" in {feature["properties"]["name_en"] for feature in places["features"]}
    assert pyogrio.read_info(tmp_path / "out" / "map.gpkg", layer="documents")["features"] == 2


def test_a_second_run_writes_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    for out in ("one", "two"):
        assert run("map", folder, "-o", tmp_path / out).exit_code == 0
    for name in FILES:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes(), name


def test_bad_inputs_are_told_and_the_rest_is_done(folder: Path, tmp_path: Path) -> None:
    (folder / "0.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "<script>\nalert(1)\u202e.txt").write_text("<script>alert(1)</script> in Oslo", encoding="utf-8")
    result = run("map", folder, tmp_path / "nowhere", "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert "PNG" in result.stderr
    assert "empty.txt" in result.stderr
    assert "3 inputs were left out" in result.stderr
    assert "Traceback" not in result.stderr
    records = [
        json.loads(line) for line in (tmp_path / "out" / "analysis.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    assert {record["document"]["id"] for record in records} == {"a", "b", "<script>\\u000aalert(1)\\u202e"}
    page = (tmp_path / "out" / "map.html").read_text(encoding="utf-8")
    assert "<script>alert" not in page
    assert "<script>\\\\u000aalert" not in page


def test_nothing_readable_is_an_error_and_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    result = run("map", tmp_path / "a.txt", "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert "nothing to draw" in result.stderr
    assert not (tmp_path / "out").exists()


def test_extract_prints_a_line_a_text_that_points_into_it(folder: Path) -> None:
    result = run("extract", folder / "a.txt")
    assert result.exit_code == 0
    (record,) = map(json.loads, result.stdout.splitlines())
    assert record["schema"] == "geo-analysis/1"
    assert record["mentions"]
    assert all(ARABIC[m["start"] : m["end"]] == m["text"] for m in record["mentions"])
    assert all(ARABIC[e["start"] : e["end"]] == e["text"] for event in record["events"] for e in event["evidence"])


def test_extract_reads_standard_input_and_takes_what_the_user_says() -> None:
    result = run(
        "extract", "-", "--published", "2024-05-04", "--title", "خبر", "--language", "ar", data="وصل أمس".encode()
    )
    (record,) = map(json.loads, result.stdout.splitlines())
    assert record["document"]["published"] == "2024-05-04"
    assert (record["document"]["id"], record["document"]["title"]) == ("stdin", "خبر")


@pytest.mark.parametrize(
    ("form", "beginning"),
    [("geojson", "{"), ("csv", "id,"), ("graphml", "<?xml"), ("kml", "<?xml"), ("annotations", "{"),
     ("linked-places", "{")],
)  # fmt: skip
def test_extract_has_other_formats(folder: Path, tmp_path: Path, form: str, beginning: str) -> None:
    printed = run("extract", folder, "--format", form)
    assert printed.exit_code == 0
    assert printed.stdout.startswith(beginning)
    run("extract", folder, "--format", form, "-o", tmp_path / "file")
    assert (tmp_path / "file").read_text(encoding="utf-8-sig").splitlines() == printed.stdout.splitlines()


def test_extract_gives_one_layer_when_asked(folder: Path) -> None:
    result = run("extract", folder, "--format", "geojson", "--layer", "events")
    assert {feature["properties"]["layer"] for feature in json.loads(result.stdout)["features"]} == {"events"}


def test_find_tells_what_a_name_may_mean() -> None:
    table = run("find", "أوسلو")
    assert table.exit_code == 0
    assert "geonames:3143244" in table.stdout.splitlines()[0]
    records = [json.loads(line) for line in run("find", "Oslo", "--json").stdout.splitlines()]
    assert records[0]["country"] == "NO"
    assert all(record["why"] and 0 <= record["score"] <= 1 for record in records)


def test_find_says_when_nothing_is_known() -> None:
    result = run("find", "Qwertzuiopü\u202e")
    assert result.exit_code == 1
    assert "knows nothing" in result.stderr
    assert "\u202e" not in result.stderr


def test_explain_shows_each_sentence_with_its_mentions(folder: Path) -> None:
    result = run("explain", folder / "a.txt")
    assert result.exit_code == 0
    assert "country:NO" in result.stdout
    assert "ثم زار الوزير فيجي." in result.stdout


@pytest.mark.parametrize(
    "arguments",
    [["map"], ["extract", "x", "--published", "yesterday"], ["map", "x", "--interface", "fr"],
     ["extract", "x", "-f", "shp"],
     ["fly"],
     ["map", "x", "--gazetteer", "/no/such/file"]],
)  # fmt: skip
def test_what_is_not_understood_is_exit_code_2(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


def test_an_unwritable_folder_is_told_in_a_sentence(folder: Path) -> None:
    done = command("map", str(folder), "-o", str(folder / "a.txt" / "out"))
    assert done.returncode == 1
    assert b"could not be written" in done.stderr
    assert b"Traceback" not in done.stderr


def test_the_command_runs_as_a_program(folder: Path) -> None:
    done = command("extract", str(folder / "a.txt"), "-", data=b"News from Oslo.")
    assert done.returncode == 0
    assert [json.loads(line)["document"]["id"] for line in done.stdout.splitlines()] == ["a", "stdin"]
    assert command("--version").stdout.startswith(b"geo ")


def test_help_does_not_wait_for_maps_and_frames() -> None:
    code = "import sys, geo.cli; sys.exit(any(name in sys.modules for name in ('pandas', 'geopandas', 'folium')))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def command(*arguments: str, data: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "geo.cli", *arguments], input=data, capture_output=True, check=False, timeout=120
    )
