"""KML of the layers, for globes: a folder a layer, the first quotes in the balloon, dates as time spans."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from geo.export.files import write_lines
from geo.export.geojson import geometry, plain
from geo.export.xml import child
from geo.export.xml import lines as xml_lines

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

#: Columns that go into a placemark's data.
_DATA = ("kind", "count", "type", "mode", "precision", "basis", "score", "status", "gazetteer")
_MOST_QUOTES = 5


def tree(frames: Mapping[str, GeoDataFrame]) -> ET.Element:
    """Return the KML of the layers; features without a place are left out, and so are outlines of states and blocs."""
    root = ET.Element("kml", {"xmlns": "http://www.opengis.net/kml/2.2"})
    document = child(root, "Document")
    for layer, frame in frames.items():
        if layer in {"countries", "blocs"}:
            continue
        folder = child(document, "Folder")
        child(folder, "name", layer)
        records = frame.drop(columns="geometry").to_dict("records")
        for record, shape in zip(records, frame.geometry, strict=True):
            drawn = geometry(shape)
            if drawn:
                _placemark(folder, {key: plain(value) for key, value in record.items()}, drawn)
    return root


def lines(frames: Mapping[str, GeoDataFrame]) -> Iterator[str]:
    """Yield the lines of the file."""
    return xml_lines(tree(frames))


def write(frames: Mapping[str, GeoDataFrame], path: Path) -> None:
    """Write the layers as KML.

    Raises
    ------
    ExportError
        When the file cannot be written.
    """
    write_lines(lines(frames), path)


def _placemark(folder: ET.Element, record: dict[str, Any], drawn: dict[str, Any]) -> None:
    placemark = child(folder, "Placemark")
    child(placemark, "name", record["name"])
    child(placemark, "description", _balloon(record))
    if record.get("date_start") or record.get("date_end"):
        span = child(placemark, "TimeSpan")
        for tag, column in (("begin", "date_start"), ("end", "date_end")):
            if record.get(column):
                child(span, tag, record[column])
    data = child(placemark, "ExtendedData")
    for column in _DATA:
        if record.get(column) is not None:
            child(child(data, "Data", name=column), "value", record[column])
    _shape(placemark, drawn["type"], drawn["coordinates"])


def _balloon(record: dict[str, Any]) -> str:
    """Return the quotes as HTML, which a balloon is: so the text is escaped before XML escapes it again."""
    quotes = record["quotes"][:_MOST_QUOTES]
    told = (
        f"<blockquote>{html.escape(quote['text'])}<br>{html.escape(quote['document'])}</blockquote>" for quote in quotes
    )
    return "".join(told)


def _shape(parent: ET.Element, kind: str, coordinates: Any) -> None:  # noqa: ANN401 - nested as deep as the geometry
    if kind.startswith("Multi"):
        many = child(parent, "MultiGeometry")
        for part in coordinates:
            _shape(many, kind.removeprefix("Multi"), part)
        return
    points = [coordinates] if kind == "Point" else coordinates
    shape = child(parent, kind)
    if kind == "LineString":
        child(shape, "tessellate", 1)
    child(shape, "coordinates", " ".join(f"{lon},{lat}" for lon, lat in points))
