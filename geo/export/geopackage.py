"""GeoPackage: the layers with typed columns (EPSG:4326), and tables of the texts, mentions and corrections behind."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pyogrio
import shapely
from numpy.typing import NDArray

from geo.correct.record import as_row
from geo.errors import ExportError
from geo.export.files import replacing
from geo.export.geojson import plain
from geo.layers.schema import COLUMNS, CRS, Type

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geopandas import GeoDataFrame

    from geo.records import Atlas

_GEOMETRY = {
    "places": "Point",
    "countries": "MultiPolygon",
    "corridors": "MultiLineString",
    "events": "Point",
    "relations": "MultiLineString",
    "blocs": "MultiPolygon",
}
_DTYPES: Mapping[Type, str] = {
    "text": "object",
    "list": "object",
    "object": "object",
    "date": "datetime64[D]",
    "integer": "int64",
    "number": "float64",
    "boolean": "bool",
}
_DOCUMENTS: tuple[tuple[str, Type], ...] = (
    ("id", "text"), ("title", "text"), ("language", "text"), ("published", "date"), ("source", "text"),
    ("url", "text"), ("sha256", "text"), ("text", "text"),
)  # fmt: skip
_MENTIONS: tuple[tuple[str, Type], ...] = (
    ("document", "text"), ("id", "text"), ("start", "integer"), ("end", "integer"), ("text", "text"), ("kind", "text"),
    ("form", "text"), ("entity", "text"), ("score", "number"), ("doubtful", "boolean"), ("corrected", "boolean"),
)  # fmt: skip
_CORRECTIONS: tuple[tuple[str, Type], ...] = (
    ("number", "integer"), ("kind", "text"), ("document", "text"), ("sha256", "text"), ("start", "integer"),
    ("end", "integer"), ("quote", "text"), ("value", "text"), ("when", "text"), ("note", "text"),
)  # fmt: skip
#: GDAL stamps each table with the time of writing; a fixed one makes the same input the same file.
_STAMP = "2000-01-01T00:00:00.000Z"


def write(frames: Mapping[str, GeoDataFrame], atlas: Atlas, path: Path) -> None:
    """Write all layers, ``documents`` (with their texts), ``mentions`` and ``corrections`` into one GeoPackage.

    It is also the workspace: `geo.read.workspace` reads texts and corrections back. Lists and objects are JSON text;
    the columns are those of `geo.layers.schema`.

    Parameters
    ----------
    frames
        The layers of `geo.layers.frames` (degrees, EPSG:4326).
    atlas
        What they were drawn from.
    path
        File to write; it is replaced as a whole.

    Raises
    ------
    ExportError
        When the file cannot be written.
    """
    pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": _STAMP})
    try:
        with replacing(path) as temporary:
            for layer, frame in frames.items():
                _write_layer(frame, layer, temporary)
            _write_table("documents", _DOCUMENTS, _documents(atlas), temporary)
            _write_table("mentions", _MENTIONS, _mentions(atlas), temporary)
            _write_table("corrections", _CORRECTIONS, _corrections(atlas), temporary)
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError) as error:
        raise ExportError(f"{path} could not be written ({error}); choose another folder") from error
    finally:
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": None})


def _write_layer(frame: GeoDataFrame, layer: str, path: Path) -> None:
    columns = [(column.name, column.type) for column in COLUMNS[layer]]
    rows = list(zip(*([plain(value) for value in frame[name].array] for name, _ in columns), strict=True))
    # In a GeoPackage ``fid`` is the key; ``id`` stays a column of text.
    shapes = [_typed(shape, _GEOMETRY[layer]) for shape in frame.geometry]
    _write(layer, columns, rows, path, shapes=shapes)


def _write_table(name: str, columns: Sequence[tuple[str, Type]], rows: Sequence[Sequence[Any]], path: Path) -> None:
    _write(name, columns, rows, path, shapes=None)


def _write(
    name: str,
    columns: Sequence[tuple[str, Type]],
    rows: Sequence[Sequence[Any]],
    path: Path,
    *,
    shapes: list[Any] | None,
) -> None:
    cells = list(zip(*rows, strict=True)) if rows else [() for _ in columns]
    data = [_array(column, kind) for column, (_, kind) in zip(cells, columns, strict=True)]
    pyogrio.raw.write(
        path,
        geometry=None if shapes is None else np.array([_wkb(shape) for shape in shapes], dtype=object),
        field_data=data,
        fields=[column for column, _ in columns],
        field_mask=[np.array([cell is None for cell in column], dtype=bool) for column in cells],
        layer=name,
        driver="GPKG",
        geometry_type=None if shapes is None else _GEOMETRY[name],
        crs=None if shapes is None else CRS,
        append=path.exists(),
    )


def _typed(shape: Any, kind: str) -> Any:  # noqa: ANN401 - shapely carries no types
    """Return a shape of the type of its layer: a single line or polygon as one of many."""
    if shape is None or shape.is_empty:
        return None
    if shape.geom_type == kind:
        return shape
    return {"MultiPolygon": shapely.MultiPolygon, "MultiLineString": shapely.MultiLineString}[kind]([shape])


def _wkb(shape: Any) -> bytes | None:  # noqa: ANN401
    return None if shape is None else bytes(shapely.to_wkb(shape))


def _array(cells: Sequence[Any], kind: Type) -> NDArray[Any]:
    if kind in {"text", "list", "object"}:
        made = np.empty(len(cells), dtype=object)
        made[:] = [_text(cell) for cell in cells]
        return made
    missing = {"date": "NaT", "number": np.nan, "integer": 0, "boolean": False}[kind]
    return np.array([missing if cell is None else cell for cell in cells], dtype=_DTYPES[kind])


def _text(cell: object) -> str | None:
    if cell is None:
        return None
    text = cell if isinstance(cell, str) else json.dumps(cell, ensure_ascii=False)
    # SQLite ends a text at a NUL, and neither takes half a surrogate pair; one character for one keeps the offsets.
    return text.replace("\0", "\ufffd").encode("utf-8", "replace").decode("utf-8")


def _documents(atlas: Atlas) -> list[tuple[Any, ...]]:
    return [
        (d.id, d.title, d.language, d.published, d.source, d.url, d.sha256, d.text)
        for d in (analysis.document for analysis in atlas.analyses)
    ]


def _mentions(atlas: Atlas) -> list[tuple[Any, ...]]:
    return [
        (analysis.document.id, m.id, m.start, m.end, m.text, m.kind, m.form, m.entity, m.score, m.doubtful, m.corrected)
        for analysis in atlas.analyses
        for m in analysis.mentions
    ]


def _corrections(atlas: Atlas) -> list[tuple[Any, ...]]:
    rows = (as_row(correction) for correction in atlas.corrections)
    return [(number, *row.values()) for number, row in enumerate(rows, 1)]
