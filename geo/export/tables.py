"""CSV tables for spreadsheets: UTF-8 with a byte-order mark, flat, and safe from formulas in hostile texts."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geo.export.files import write_lines
from geo.export.geojson import plain
from geo.layers.schema import COLUMNS

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

# What makes a spreadsheet take a cell for a formula, full-width forms included.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n", "|", "%")
_QUOTE = ("quote", "quote_document", "quote_start", "quote_end")


def header(layers: Iterable[str]) -> list[str]:
    """Return the columns of a table of these layers: those of the first, then what others add."""
    named = dict.fromkeys(column.name for layer in layers for column in COLUMNS[layer] if column.name != "quotes")
    return [*named, "lon", "lat", *_QUOTE]


def rows(frame: GeoDataFrame, layer: str) -> Iterator[dict[str, object]]:
    """Yield a row a feature: the first quote spread over columns, a point (degrees) as lon and lat."""
    columns = [column.name for column in COLUMNS[layer]]
    cells = (frame[name].array for name in columns)
    for shape, *values in zip(frame.geometry, *cells, strict=True):
        row = {name: plain(value) for name, value in zip(columns, values, strict=True)}
        quotes = row.pop("quotes")
        flat = {name: safe(_flat(name, value)) for name, value in row.items()}
        lon, lat = _point(shape)
        yield {**flat, "lon": lon, "lat": lat, **dict(zip(_QUOTE, _first_quote(quotes), strict=True))}


def lines(frame: GeoDataFrame, layer: str) -> Iterator[str]:
    """Yield the lines of the CSV file of one layer, without its byte-order mark."""
    return together({layer: frame})


def together(frames: Mapping[str, GeoDataFrame]) -> Iterator[str]:
    """Yield the lines of one CSV file with several layers; ``layer`` tells them apart."""
    columns = header(frames)
    yield _line(columns)
    for layer, frame in frames.items():
        for row in rows(frame, layer):
            yield _line([row.get(name) for name in columns])


def _line(cells: Iterable[object]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(cells)
    return line.getvalue()


def write(frame: GeoDataFrame, layer: str, path: Path) -> None:
    """Write a layer as CSV.

    Parameters
    ----------
    frame, layer
        One of `geo.layers.frames` (degrees, EPSG:4326), and its name.
    path
        File to write; it is replaced as a whole.

    Raises
    ------
    ExportError
        When the file cannot be written.
    """
    write_lines(lines(frame, layer), path, encoding="utf-8-sig")


def safe(value: object) -> object:
    """Return a cell that no spreadsheet runs: text that looks like a formula gets an apostrophe before it.

    Examples
    --------
    >>> safe("=HYPERLINK(1)"), safe("طهران"), safe(-3.5)
    ("'=HYPERLINK(1)", 'طهران', -3.5)
    """
    if not isinstance(value, str):
        return value
    text = value.replace("\0", "\ufffd")
    return f"'{text}" if text.startswith(_FORMULA) or text.lstrip().startswith(_FORMULA) else text


def _flat(column: str, value: Any) -> object:  # noqa: ANN401 - as plain() gives it
    if column == "actors":
        return "; ".join(f"{actor['name']} ({actor['code']})" for actor in value)
    if column in {"why", "date_flags", "events", "members"} and isinstance(value, list):
        return "; ".join(value)
    if column == "issues":
        return "; ".join(issue["message"] for issue in value)
    if column == "place_name":
        return value["name_en"] if value else None
    return json.dumps(value, ensure_ascii=False) if isinstance(value, (list, dict)) else value


def _point(shape: Any) -> tuple[float | None, float | None]:  # noqa: ANN401 - shapely carries no types
    if shape is None or shape.is_empty:
        return None, None
    inside = shape.representative_point()
    return round(inside.x, 6), round(inside.y, 6)


def _first_quote(quotes: list[dict[str, Any]]) -> list[object]:
    if not quotes:
        return [None] * len(_QUOTE)
    first = quotes[0]
    return [safe(first["text"]), safe(first["document"]), first["start"], first["end"]]
