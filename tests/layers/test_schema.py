from __future__ import annotations

from pathlib import Path

import pytest

from geo.layers.schema import COLUMNS, LAYERS

PAGE = (Path(__file__).parents[2] / "docs" / "geojson.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("layer", LAYERS)
def test_the_documentation_has_every_column_in_order(layer: str) -> None:
    section = PAGE.partition(f"\n## {layer}\n")[2].partition("\n## ")[0]
    rows = [line for line in section.splitlines() if line.startswith("| `")]
    assert rows == [f"| `{column.name}` | {column.type} | {column.meaning} |" for column in COLUMNS[layer]]
