"""Every column of every layer, named once: what it holds and of which type. Described for users in docs/geojson.md.

A frame has exactly these columns, in this order, and ``geometry`` (degrees, EPSG:4326). ``text`` and ``date`` cells are
``str`` or None, ``list`` and ``object`` cells hold what JSON can hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final, Literal, NamedTuple

import geopandas as gpd
import pandas as pd

Type = Literal["text", "date", "integer", "number", "boolean", "list", "object"]
#: Name of a layer; also the stem of its GeoJSON file and its table in a GeoPackage.
LAYERS: Final = ("places", "countries", "corridors", "events", "relations", "blocs")
CRS: Final = "EPSG:4326"


class Column(NamedTuple):
    """A column: its name, its type, what it means."""

    name: str
    type: Type
    meaning: str


_HEAD = (
    Column("id", "text", "Identifier, unique within the layer."),
    Column("layer", "text", "Name of the layer."),
    Column("entity", "text", "Gazetteer id of the thing drawn; several corridor features share one."),
    Column(
        "kind",
        "text",
        "Kind of entity: country, city, admin, region, water, land, facility, corridor, organisation; event; relation.",
    ),
    Column("name", "text", "Name in the language of the first text that mentions it."),
    Column("name_ar", "text", "Name in Arabic."),
    Column("name_en", "text", "Name in English."),
    Column(
        "count", "integer", "How often it is told: mentions of a place, tellings of an event, events of a relation."
    ),
    Column("documents", "integer", "Number of documents that tell it."),
    Column("corrected", "boolean", "True where a person corrected it: moved, chosen, edited or added by hand."),
)
_DOUBT = (
    Column("precision", "text", "How exact the point is: site, city, admin, country (drawn at the capital), region."),
    Column(
        "basis",
        "text",
        "stated: the text says so; inherited: from an earlier sentence; inferred: concluded by us; corrected: by hand.",
    ),
    Column("score", "number", "Confidence, 0 to 1."),
    Column("doubtful", "boolean", "True where a person should check."),
)
_WHEN = (
    Column("date", "text", "Date as EDTF (ISO 8601-2), or null."),
    Column("date_start", "date", "First day that the date may mean."),
    Column("date_end", "date", "Last day that the date may mean."),
)
_TAIL = (
    Column("quotes", "list", "Evidence: document, title, sentence, start, end, text, prefix, suffix, mention."),
    Column("issues", "list", "What a reader should check: kind, message, document, spans."),
)
_WHY = (
    Column("gazetteer", "text", "URI of the entity."),
    Column("why", "list", "Why the mention was read so, in words."),
    Column(
        "candidates", "list", "Readings, the best first: entity, name, name_ar, name_en, country, lat, lon, score, why."
    ),
)

COLUMNS: Final[Mapping[str, tuple[Column, ...]]] = {
    "places": (
        *_HEAD,
        Column("country", "text", "ISO 3166-1 alpha-2 code of the country it lies in."),
        Column("as_government", "integer", "Mentions that stand for a government rather than the place."),
        *_DOUBT,
        Column("inferred_from", "text", "Of an inferred place: id of the country that the text names."),
        *_WHY,
        *_TAIL,
    ),
    "countries": (
        *_HEAD,
        Column("country", "text", "ISO 3166-1 alpha-2 code."),
        Column("country3", "text", "ISO 3166-1 alpha-3 code."),
        Column("named", "integer", "Mentions by name."),
        Column("adjectives", "integer", "Mentions by adjective or demonym: involved, not necessarily visited."),
        Column("events", "integer", "Events that it takes part in or that happen in it."),
        *_DOUBT,
        *_WHY,
        *_TAIL,
    ),
    "corridors": (
        *_HEAD,
        Column("corridor", "text", "Gazetteer id of the corridor."),
        Column("branch", "text", "Id of the branch within the corridor."),
        Column("branch_ar", "text", "Name of the branch in Arabic."),
        Column("branch_en", "text", "Name of the branch in English."),
        Column("mode", "text", "rail, road, sea, pipeline or other."),
        Column("status", "text", "operating, partial or planned."),
        Column("schematic", "boolean", "True where part of the line goes straight through a few points."),
        Column("attribution", "text", "Source of this line where its licence asks to be named on it."),
        *_DOUBT,
        *_WHY,
        *_TAIL,
    ),
    "events": (
        *_HEAD,
        Column("type", "text", "PLOVER event type."),
        Column("mode", "text", "What kind of it: meet, visit, sign, strike ..."),
        Column("quad", "text", "PLOVER quad class."),
        Column("tense", "text", "past, present or future."),
        Column("polarity", "text", "did, did not, may."),
        Column("actors", "list", "Parties: entity, code, role, name, name_ar, name_en, people."),
        Column("place", "text", "Gazetteer id of the place that the event is said or concluded to be at."),
        Column("place_name", "object", "Its name: name_ar, name_en."),
        Column("drawn_at", "text", "Gazetteer id of the place whose point is drawn: of a country, its capital."),
        *_WHEN,
        Column("date_flags", "list", "Doubts about the date: relative, vague, inherited, conflict."),
        *_DOUBT,
        Column("rule", "text", "The rule that read it."),
        *_TAIL,
    ),
    "relations": (
        *_HEAD,
        Column("first", "text", "Gazetteer id of one state (first by id)."),
        Column("second", "text", "Gazetteer id of the other."),
        Column("verbal_cooperation", "integer", "Events of this quad class."),
        Column("material_cooperation", "integer", "Events of this quad class."),
        Column("verbal_conflict", "integer", "Events of this quad class."),
        Column("material_conflict", "integer", "Events of this quad class."),
        *_WHEN,
        Column("events", "list", "Ids of its events, in the layer events."),
        *_TAIL,
    ),
    "blocs": (
        *_HEAD,
        Column("code", "text", "Usual short name of the organisation."),
        Column("members", "list", "Member states: ISO 3166-1 alpha-2 codes."),
        *_DOUBT,
        *_WHY,
        *_TAIL,
    ),
}  # fmt: skip

Row = dict[str, Any]


def names(layer: str) -> list[str]:
    """Return the column names of a layer, without the geometry."""
    return [column.name for column in COLUMNS[layer]]


def frame(layer: str, rows: Iterable[Row], attribution: tuple[str, ...]) -> gpd.GeoDataFrame:
    """Make the frame of a layer.

    Parameters
    ----------
    layer
        One of `LAYERS`.
    rows
        Cells by column name, with ``geometry``; what is missing is null.
    attribution
        Sources to name, kept in ``frame.attrs["attribution"]``.
    """
    listed = list(rows)
    columns = {
        column.name: pd.Series([_cell(row, column) for row in listed], dtype=_DTYPES[column.type])
        for column in COLUMNS[layer]
    }
    shapes = gpd.GeoSeries([row.get("geometry") for row in listed], crs=CRS)
    made = gpd.GeoDataFrame(columns, geometry=shapes, crs=CRS)
    made.attrs["attribution"] = list(attribution)
    return made


#: Null-safe types: an empty layer has the types of a full one. Texts stay Python strings.
_DTYPES: Final[Mapping[Type, Any]] = {
    "text": "object", "date": "object", "list": "object", "object": "object",
    "integer": "Int64", "number": "Float64", "boolean": "boolean",
}  # fmt: skip
_EMPTY: Final[Mapping[str, type]] = {"list": list}


def _cell(row: Row, column: Column) -> object:
    value = row.get(column.name)
    return _EMPTY[column.type]() if value is None and column.type in _EMPTY else value
