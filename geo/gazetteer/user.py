"""A user's own gazetteer: CSV or GeoJSON with name, lat, lon, country, aliases; it wins over the built one."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

import marisa_trie

from geo.errors import InputTooLarge, UnreadableInput
from geo.gazetteer.entities import entity_of
from geo.gazetteer.lookup import Prefixes
from geo.gazetteer.names import Sense
from geo.text.fold import fold_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from geo.records import Entity

#: Ids of the user's entities begin so.
PREFIX: Final = "user:"
_MOST_BYTES: Final = 25_000_000
_SEPARATORS: Final = re.compile(r"[;|؛]")
_COUNTRY: Final = re.compile(r"[A-Z]{2}")
_POINT: Final = 2
#: A user's name is sure, and more in the news than any of ours: it wins.
_PRIOR: Final = 0.99
_WEIGHT: Final = 9.0


def read(path: Path) -> list[dict[str, Any]]:
    """Read a user's gazetteer as the fields of entities; ``aliases`` holds all names.

    Parameters
    ----------
    path
        UTF-8 CSV with a header, or GeoJSON whose features are points (EPSG:4326, degrees). ``name``, ``lat`` and
        ``lon`` (or the point) are needed; ``country`` (ISO 3166-1 alpha-2) and ``aliases`` (separated by ``;`` or
        ``|``) are not.

    Raises
    ------
    geo.errors.UnreadableInput
        If the file cannot be read as such; the message names the row.
    geo.errors.InputTooLarge
        If it is over 25 MB.
    """
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise InputTooLarge(f"{path}: a gazetteer may have up to {_MOST_BYTES:,} bytes; split it")
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableInput(f"{path}: cannot be read as UTF-8 text ({error}); save it as UTF-8") from error
    rows = _geojson_rows(path, text) if text.lstrip().startswith("{") else _csv_rows(path, text)
    return [_fields(path, number, row) for number, row in enumerate(rows, 1)]


def _csv_rows(path: Path, text: str) -> Iterator[Mapping[str, Any]]:
    reader = csv.DictReader(io.StringIO(text))
    missing = {"name", "lat", "lon"} - set(reader.fieldnames or ())
    if missing:
        raise UnreadableInput(f"{path}: the first line should name the columns; missing: {', '.join(sorted(missing))}")
    try:
        yield from reader
    except csv.Error as error:
        raise UnreadableInput(f"{path}: line {reader.line_num}: {error}") from error


def _geojson_rows(path: Path, text: str) -> Iterator[Mapping[str, Any]]:
    try:
        features = json.loads(text)["features"]
        for feature in features:
            point = feature["geometry"]["coordinates"]
            if feature["geometry"]["type"] != "Point" or len(point) < _POINT:
                raise UnreadableInput(
                    f"{path}: only features with a point can be used, not {feature['geometry']!r:.80}"
                )
            yield {**(feature.get("properties") or {}), "lon": point[0], "lat": point[1]}
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise UnreadableInput(f"{path}: this is no GeoJSON FeatureCollection of points ({error!r:.80})") from error


def _fields(path: Path, number: int, row: Mapping[str, Any]) -> dict[str, Any]:
    name = str(row.get("name") or "").strip()
    if not fold_name(name):
        raise UnreadableInput(f"{path}: entry {number}: the name is empty")
    country = str(row.get("country") or "").strip().upper() or None
    if country and not _COUNTRY.fullmatch(country):
        raise UnreadableInput(
            f"{path}: entry {number} ({name}): country should be two letters (ISO 3166-1), not {country!r}"
        )
    return {
        "id": f"{PREFIX}{number}",
        "kind": "city",
        "name": {"en": name},
        "aliases": [name, *_aliases(row.get("aliases"))],
        "country": country,
        "lat": _degrees(path, number, row.get("lat"), 90),
        "lon": _degrees(path, number, row.get("lon"), 180),
        "source": path.name,
    }


def _aliases(value: object) -> list[str]:
    given = value if isinstance(value, list) else _SEPARATORS.split(str(value or ""))
    return [alias.strip() for alias in map(str, given) if fold_name(alias)]


def _degrees(path: Path, number: int, value: object, limit: int) -> float:
    try:
        degrees = float(str(value))
    except ValueError:
        degrees = float("nan")
    if not -limit <= degrees <= limit:
        raise UnreadableInput(f"{path}: entry {number}: {value!r} is no number of degrees from -{limit} to {limit}")
    return degrees


class Places:
    """The user's places: entities by id, names to be found in folded texts."""

    def __init__(self, path: Path, iso3: Mapping[str, str]) -> None:
        self.entities: dict[str, Entity] = {}
        self._senses: dict[str, tuple[Sense, ...]] = {}
        for fields in read(path):
            entity = self.entities[fields["id"]] = entity_of(fields, iso3.get(fields["country"] or ""))
            sense = Sense(entity.id, "name", entity.kind, _PRIOR, entity.country, weight=_WEIGHT)
            for name in dict.fromkeys(fold_name(alias) for alias in fields["aliases"]):
                self._senses[name] = (*self._senses.get(name, ()), sense)
        self._names = Prefixes(marisa_trie.Trie(self._senses))
        self.begins, self.seconds, self.goes_on = self._names.begins, self._names.seconds, self._names.goes_on

    def at(self, folded: str, start: int) -> list[tuple[int, tuple[Sense, ...]]]:
        """Return (end, readings) of every name that begins at ``start`` of a folded text."""
        return [(end, self._senses[name]) for end, name in self._names.at(folded, start)]

    def named(self, folded: str) -> tuple[Sense, ...]:
        """Return the readings of a whole folded name."""
        return self._senses.get(folded, ())
