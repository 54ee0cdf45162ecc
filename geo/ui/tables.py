"""Each layer as a table, from the same frames as the map."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any, Final

import pandas as pd
import streamlit as st

from geo.layers import LAYERS
from geo.records import Atlas
from geo.render.assets import labels
from geo.ui import state
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
            st.caption(word("table.count", n=len(frame)))
            table = state.once(f"table-{layer}-{interface()}", partial(_table, layer, frame))
            chosen = _pick(layer, table)
            if chosen is not None:
                wanted = f"{layer}/{frame['id'].iloc[chosen]}"
    return wanted


def _pick(layer: str, table: pd.DataFrame) -> int | None:
    """Draw a table whose rows can be chosen; return the row when its correction is asked for."""
    if layer in {"relations", "blocs"}:
        st.dataframe(table, hide_index=True, width="stretch", height="content", placeholder="–")
        return None
    above = st.container()
    picked = st.dataframe(table, hide_index=True, width="stretch", height="content", placeholder="–",
                          key=state.keyed(f"rows-{layer}"),
                          on_select="rerun", selection_mode="single-row")  # fmt: skip
    rows = picked["selection"]["rows"]
    with above:
        asked = st.button(word("correct.row"), key=f"correct-{layer}", disabled=not rows, help=word("correct.row.help"))
    return rows[0] if asked and rows else None


def _table(layer: str, frame: Any) -> pd.DataFrame:  # noqa: ANN401 - a GeoDataFrame
    rows = [_row(layer, row) for row in frame.drop(columns="geometry").to_dict("records")]
    made = pd.DataFrame(rows, columns=_SHOWN[layer])
    if "corrected" in made:
        made["corrected"] = ["✎" if one else None for one in made["corrected"]]
        made = made if made["corrected"].any() else made.drop(columns="corrected")
    return made.rename(columns=lambda name: word(f"column.{name}"))


def _row(layer: str, row: Mapping[str, Any]) -> dict[str, Any]:
    """Return the cells to show: names in the interface's language, the best sentence, parties in a line."""
    cells = {name: _spoken(name, row.get(name)) for name in _SHOWN[layer]}
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
    """Return a coded value in the interface's words; what is not coded stays."""
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
