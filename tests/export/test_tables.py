from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.export import tables
from geo.layers.schema import LAYERS


@pytest.mark.parametrize("layer", LAYERS)
def test_a_table_has_a_row_for_each_feature_and_opens_in_a_spreadsheet(frames, layer: str, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    tables.write(frames[layer], layer, path)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))
    assert [row["id"] for row in rows] == list(frames[layer]["id"])
    assert rows[0]["quote"]


def test_points_parties_and_dates_are_readable(frames) -> None:
    row = next(tables.rows(frames["events"], "events"))
    assert (row["lon"], row["lat"], row["date_start"]) == (10.75, 59.91, "2024-05-01")
    assert row["actors"] == "فنلندا (FIN); اليابان (JPN)"


@given(st.sampled_from("=+-@＝＋－＠"), st.text(), st.sampled_from(["", " ", "\t", "\n", " \r"]))
def test_no_cell_begins_like_a_formula(sign: str, rest: str, before: str) -> None:
    cell = tables.safe(before + sign + rest)
    assert isinstance(cell, str)
    assert cell.startswith("'")


def test_numbers_and_names_stay_as_they_are() -> None:
    assert (tables.safe(-5), tables.safe("مينسك"), tables.safe("Saint-Denis"), tables.safe(None)) == (
        -5,
        "مينسك",
        "Saint-Denis",
        None,
    )
