"""Each layer as a table, from the same frames as the map."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any, Final

import numpy as np
import pandas as pd
import streamlit as st

from geo.layers import LAYERS
from geo.records import Atlas, Entity
from geo.render.assets import labels
from geo.ui import state, table
from geo.ui.describe import country_of
from geo.ui.words import has_word, interface, word

#: Columns that a reader wants first, by layer; the files hold all of them.
_SHOWN: Final[Mapping[str, tuple[str, ...]]] = {
    "places": ("name", "kind", "country", "count", "precision", "basis", "score", "corrected"),
    "countries": ("name", "named", "adjectives", "events"),
    "corridors": ("name", "branch", "mode", "status", "count"),
    "events": ("date", "type", "parties", "place", "tense", "basis", "corrected", "sentence"),
    "relations": ("name", "events", "verbal_cooperation", "material_cooperation", "verbal_conflict",
                  "material_conflict", "date_start", "date_end"),
    "blocs": ("name", "code", "count", "members"),
}  # fmt: skip


def show(atlas: Atlas) -> str | None:
    """Draw a table a layer; return the row that a reader wants to correct, ``<layer>/<id>``."""
    wanted: str | None = None
    frames = state.current_frames(atlas)
    for layer, tab in zip(LAYERS, st.tabs([word(f"layer.{layer}") for layer in LAYERS]), strict=True):
        with tab:
            frame = frames[layer]
            if frame.empty:
                st.info(word("table.empty"))
                continue
            rows = state.once(f"table-{layer}-{interface()}", partial(_rows, layer, frame, atlas.entities))
            chosen = _draw(layer, rows)
            if chosen is not None:
                wanted = f"{layer}/{frame['id'].iloc[chosen]}"
    return wanted


def _draw(layer: str, rows: list[dict[str, Any]]) -> int | None:
    """Draw a table; return the row whose correction is asked for."""
    corrected = any(row.get("corrected") for row in rows)
    columns = [name for name in _SHOWN[layer] if name != "corrected" or corrected]
    # A relation is what its events make it, a bloc what its members agreed: neither is a reading of words.
    act = word("correct.row") if layer not in {"relations", "blocs"} else None
    main = "name" if "name" in columns else "type"
    return table.draw(f"rows-{layer}", columns, rows, main=main, act=act, state=state.version())


def _rows(layer: str, frame: Any, entities: Mapping[str, Entity]) -> list[dict[str, Any]]:  # noqa: ANN401 - a GeoDataFrame
    return [_row(layer, row, entities) for row in frame.drop(columns="geometry").to_dict("records")]


def _row(layer: str, row: Mapping[str, Any], entities: Mapping[str, Entity]) -> dict[str, Any]:
    """Return the cells to show: names in the interface's language, the best sentence, parties in a line."""
    cells = {name: _spoken(name, row.get(name)) for name in _SHOWN[layer]}
    if "corrected" in cells:
        cells["corrected"] = "✎" if cells["corrected"] else None
    if cells.get("country"):
        cells["country"] = country_of(str(cells["country"]), entities)
    cells["name"] = row.get(f"name_{interface()}") or row.get("name")
    if layer == "corridors":
        cells["branch"] = row.get(f"branch_{interface()}")
    if layer == "events":
        cells.update(_event_cells(row))
    if layer == "relations":
        cells["events"] = len(row["events"])
    if layer == "blocs":
        cells["members"] = " · ".join(row["members"])
    return cells


def _spoken(column: str, value: object) -> object:
    """Return a coded value in the interface's words, a share in two digits; what is not coded stays."""
    if value is pd.NA or value is pd.NaT or value != value:  # noqa: PLR0124 - what a frame has for nothing
        return None
    if isinstance(value, float):
        return round(value, 2)
    if isinstance(value, np.integer):
        return int(value)
    return word(f"{column}.{value}") if isinstance(value, str) and has_word(f"{column}.{value}") else value


def _event_cells(row: Mapping[str, Any]) -> dict[str, Any]:
    language = interface()
    spoken = labels()[language]
    parties = [actor.get(f"name_{language}") or actor.get("name") or actor["code"] for actor in row["actors"]]
    place = row.get("place_name") or {}
    return {
        "type": spoken.get(f"mode.{row['mode']}", spoken[f"type.{row['type']}"]),
        "parties": " · ".join(parties),
        "place": place.get(f"name_{language}"),
        "sentence": row["quotes"][0]["text"] if row["quotes"] else None,
    }
