"""Everything that leaves: the page, the layers, the records. Each file is made when it is asked for."""

from __future__ import annotations

import io
import json
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, Final

import streamlit as st
from geopandas import GeoDataFrame

from geo.export import analysis, geojson, geopackage, graphml, kml, linked_places, tables
from geo.export.annotations import write as write_annotations
from geo.layers import LAYERS
from geo.records import Atlas
from geo.render.page import page
from geo.ui import mapview, state
from geo.ui.words import word

Frames = Mapping[str, GeoDataFrame]
#: Files for other programs, in the forms that they speak.
_OTHERS: Final = ("relations.graphml", "map.kml", "annotations.jsonld", "places.lp.json")


def show(atlas: Atlas) -> None:
    """Draw a button a file."""
    if not atlas.analyses:
        st.info(word("texts.none"))
        return
    button(word("download.page"), "map.html", atlas)
    button(word("download.gpkg"), "map.gpkg", atlas)
    button(word("download.jsonl"), "analysis.jsonl", atlas)
    button(word("download.all"), "map.zip", atlas)
    st.subheader(word("download.layers"), anchor=False)
    for layer in LAYERS:
        title, left, right = st.columns([2, 1, 1], vertical_alignment="center")
        title.text(word(f"layer.{layer}"))
        with left:
            button(word("download.geojson"), f"{layer}.geojson", atlas)
        with right:
            button(word("download.csv"), f"{layer}.csv", atlas)
    st.subheader(word("download.others"), anchor=False)
    for name in _OTHERS:
        button(word(f"download.{name}"), name, atlas)


def button(label: str, name: str, atlas: Atlas, key: str | None = None) -> None:
    """Draw the button of one file, which is made when it is pressed."""
    # The file is made on a thread of its own, which has no session to ask: all that it needs goes along.
    make = partial(content, name, atlas, state.current_frames(atlas), mapview.drawing(atlas))
    st.download_button(label, make, file_name=name, key=key or f"get-{name}", on_click="ignore", width="stretch")


def content(name: str, atlas: Atlas, frames: Frames, payload: dict[str, Any]) -> bytes:
    """Return the bytes of a file, as the command line would write it."""
    if name == "map.html":
        return page(payload).encode("utf-8", "backslashreplace")
    if name == "map.zip":
        return _everything(atlas, frames, payload)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        _write(path, atlas, frames)
        return path.read_bytes()


def _write(path: Path, atlas: Atlas, frames: Frames) -> None:
    whole: dict[str, Callable[[], None]] = {
        ".gpkg": lambda: geopackage.write(frames, atlas, path),
        ".jsonl": lambda: analysis.write(atlas.analyses, path),
        ".jsonld": lambda: write_annotations(atlas.analyses, path),
        ".graphml": lambda: graphml.write(atlas, path),
        ".kml": lambda: kml.write(frames, path),
        ".json": lambda: linked_places.write(frames["places"], atlas, path),
        ".csv": lambda: tables.write(frames[path.stem], path.stem, path),
        ".geojson": lambda: geojson.write(frames[path.stem], path.stem, path),
    }
    whole[path.suffix]()


def _everything(atlas: Atlas, frames: Frames, payload: dict[str, Any]) -> bytes:
    """Return all files in one archive, the texts with them."""
    layers = [f"{layer}{suffix}" for layer in LAYERS for suffix in (".geojson", ".csv")]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("map.html", "map.gpkg", "analysis.jsonl", *_OTHERS, *layers):
            archive.writestr(name, content(name, atlas, frames, payload))
        for number, one in enumerate(atlas.analyses, 1):
            text = {"id": one.document.id, "title": one.document.title, "text": one.document.text}
            archive.writestr(f"texts/{number:05d}.json", json.dumps(text, ensure_ascii=False))
    return packed.getvalue()
