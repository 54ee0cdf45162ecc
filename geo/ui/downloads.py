"""Everything that leaves: the page, the layers, the records. Each file is made when it is asked for."""

from __future__ import annotations

import io
import json
import tempfile
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import streamlit as st
from geopandas import GeoDataFrame

from geo.export import analysis, geojson, geopackage, tables
from geo.layers import LAYERS
from geo.records import Atlas
from geo.render.page import page
from geo.ui import mapview, state
from geo.ui.words import word

Frames = Mapping[str, GeoDataFrame]


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What the files are made of. They are made on a thread of their own, which has no session to ask."""

    atlas: Atlas
    frames: Frames
    payload: dict[str, Any]


def show(atlas: Atlas) -> None:
    """Draw a button a file."""
    if not atlas.analyses:
        st.info(word("texts.none"))
        return
    drawn = _Drawn(atlas, state.current_frames(atlas), mapview.drawing(atlas))
    _button(word("download.page"), "map.html", drawn)
    _button(word("download.gpkg"), "map.gpkg", drawn)
    _button(word("download.jsonl"), "analysis.jsonl", drawn)
    _button(word("download.all"), "map.zip", drawn)
    st.subheader(word("download.layers"), anchor=False)
    for layer in LAYERS:
        title, left, right = st.columns([2, 1, 1], vertical_alignment="center")
        title.text(word(f"layer.{layer}"))
        with left:
            _button(word("download.geojson"), f"{layer}.geojson", drawn)
        with right:
            _button(word("download.csv"), f"{layer}.csv", drawn)


def _button(label: str, name: str, drawn: _Drawn) -> None:
    st.download_button(label, partial(content, name, drawn.atlas, drawn.frames, drawn.payload), file_name=name,
                       key=f"get-{name}", on_click="ignore", width="stretch")  # fmt: skip


def content(name: str, atlas: Atlas, frames: Frames, payload: dict[str, Any]) -> bytes:
    """Return the bytes of a file, as the command line would write it."""
    if name == "map.html":
        return page(payload).encode("utf-8", "backslashreplace")
    if name == "map.zip":
        return _everything(atlas, frames, payload)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        if path.suffix == ".gpkg":
            geopackage.write(frames, atlas, path)
        elif path.suffix == ".jsonl":
            analysis.write(atlas.analyses, path)
        else:
            writer = tables.write if path.suffix == ".csv" else geojson.write
            writer(frames[path.stem], path.stem, path)
        return path.read_bytes()


def _everything(atlas: Atlas, frames: Frames, payload: dict[str, Any]) -> bytes:
    """Return all files in one archive, the texts with them."""
    layers = [f"{layer}{suffix}" for layer in LAYERS for suffix in (".geojson", ".csv")]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("map.html", "map.gpkg", "analysis.jsonl", *layers):
            archive.writestr(name, content(name, atlas, frames, payload))
        for number, one in enumerate(atlas.analyses, 1):
            text = {"id": one.document.id, "title": one.document.title, "text": one.document.text}
            archive.writestr(f"texts/{number:05d}.json", json.dumps(text, ensure_ascii=False))
    return packed.getvalue()
