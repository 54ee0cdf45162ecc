"""One layer's frame as the GeoJSON that the browser gets: short numbers, plain values, no text told twice."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

#: 0.001 degrees: about a hundred metres, less than a pixel at the deepest zoom of the page.
_DECIMALS = 3
#: Of a quote the browser gets offsets only: it cuts the words from the document's text.
_QUOTE = ("document", "sentence", "start", "end", "mention")


def collection(frame: GeoDataFrame, *, geometry: bool = True) -> dict[str, Any]:
    """Return the features of ``frame`` (EPSG:4326, degrees).

    Parameters
    ----------
    frame
        A layer of `geo.layers`.
    geometry
        False leaves the geometries out, for layers whose shapes the basemap holds.

    Returns
    -------
    dict
        A GeoJSON FeatureCollection; a missing or empty geometry is null.
    """
    names = [name for name in frame.columns if name != frame.geometry.name]
    rows = frame[names].itertuples(index=False, name=None)
    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": properties(dict(zip(names, row, strict=True))),
                "geometry": _geometry(shape) if geometry else None,
            }
            for row, shape in zip(rows, frame.geometry, strict=True)
        ],
    }


def properties(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return the cells of one feature as the browser gets them; of a quote the offsets only."""
    found = {name: plain(value) for name, value in row.items() if name != "quotes"}
    if isinstance(quotes := row.get("quotes"), list):
        found["quotes"] = [{key: plain(quote[key]) for key in _QUOTE if quote.get(key) is not None} for quote in quotes]
    if found.get("entity") == found.get("id"):
        found.pop("entity", None)
    # What is unknown or untrue is left out: half of the columns of most rows.
    return {name: value for name, value in found.items() if value is not False and value not in (None, "", [], {})}


def plain(value: Any) -> Any:  # noqa: ANN401 - a cell of a frame may hold anything
    """Return ``value`` as JSON can hold it: dates as ISO 8601, no NaN, tuples and arrays as lists."""
    if value is None or isinstance(value, (str, bool)):
        return value
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [plain(item) for item in value]
    if isinstance(value, (dt.date, dt.datetime)):
        return _day(value)
    if hasattr(value, "tolist"):  # numpy scalars and arrays
        return plain(value.tolist())
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value if isinstance(value, (int, float)) else _other(value)


def _day(value: dt.date) -> str | None:
    # pandas writes a missing date as NaT, which is a datetime that is not equal to itself.
    return value.isoformat()[:10] if value == value else None  # noqa: PLR0124


def _other(value: object) -> str | None:
    text = str(value)
    return None if text in {"<NA>", "NaT"} else text


def _geometry(shape: Any) -> dict[str, Any] | None:  # noqa: ANN401 - shapely carries no types
    if shape is None or shape.is_empty:
        return None
    found: dict[str, Any] = rounded(shape.__geo_interface__)
    return found


def rounded(value: Any) -> Any:  # noqa: ANN401 - nested tuples of a GeoJSON geometry
    """Return the geometry with coordinates to three decimals, lists for tuples."""
    if isinstance(value, Mapping):
        return {key: rounded(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [rounded(item) for item in value]
    return round(value, _DECIMALS) if isinstance(value, float) else value
