"""The entities of the built gazetteer: GeoNames cities in packed columns, all others in one gzipped JSON file."""

from __future__ import annotations

import gzip
import json
import zlib
from bisect import bisect_left
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import numpy.typing as npt

from geo.errors import DataError
from geo.gazetteer.names import LANGUAGES
from geo.records import Entity, Kind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_NEWLINE: Final = 10
_SPARSE: Final = ("ar", "fa", "ru")
#: Stored coordinates are whole numbers of this many parts of a degree (about ten metres).
SCALE: Final = 10_000
GEONAMES: Final = "geonames:"
SOURCE: Final = "GeoNames"


class _Labels:
    """Labels in one language for some of the rows: newline-separated UTF-8, found by binary search of the row."""

    def __init__(self, text: npt.NDArray[np.uint8], rows: npt.NDArray[np.int64] | None) -> None:
        self._text = text.tobytes()
        self._ends = np.flatnonzero(text == _NEWLINE)
        self._rows = rows

    def get(self, row: int) -> str | None:
        """Return the label of a row, None if it has none."""
        place = row
        if self._rows is not None:
            place = int(np.searchsorted(self._rows, row))
            if place == len(self._rows) or self._rows[place] != row:
                return None
        start = int(self._ends[place - 1]) + 1 if place else 0
        return self._text[start : int(self._ends[place])].decode()


class Cities:
    """GeoNames cities, sorted by GeoNames id; the row is the place in that order."""

    def __init__(self, path: Path) -> None:
        try:
            with np.load(path, allow_pickle=False) as columns:
                self._read(columns)
        except (OSError, KeyError, ValueError) as error:
            raise DataError(f"{path} is missing or damaged ({error}); run `make data` to build it again") from error

    def _read(self, columns: Mapping[str, npt.NDArray[Any]]) -> None:
        self.ids = np.cumsum(columns["id_steps"], dtype=np.int64)
        self.population = columns["population"]
        self._lat, self._lon = columns["lat"], columns["lon"]
        self._country, self._admin = columns["country"], columns["admin"]
        self._countries: list[str] = columns["countries"].tobytes().decode().split("\n")
        self._admins: list[str] = columns["admins"].tobytes().decode().split("\n")
        self._labels = {"en": _Labels(columns["label_en"], None)} | {
            language: _Labels(columns[f"label_{language}"], np.cumsum(columns[f"rows_{language}"], dtype=np.int64))
            for language in _SPARSE
        }

    def __len__(self) -> int:
        return len(self.ids)

    def row(self, geonames: int) -> int | None:
        """Return the row of a GeoNames id, None if it is no city that we hold."""
        place = bisect_left(self.ids, geonames)
        return place if place < len(self.ids) and self.ids[place] == geonames else None

    def country(self, row: int) -> str:
        """Return the ISO 3166-1 alpha-2 code of the city's country."""
        return self._countries[int(self._country[row])]

    def fields(self, row: int) -> dict[str, Any]:
        """Return the fields of an `Entity` for a row."""
        labels = {language: self._labels[language].get(row) for language in LANGUAGES}
        number = int(self.ids[row])
        return {
            "id": f"{GEONAMES}{number}",
            "kind": "city",
            "name": {language: label for language, label in labels.items() if label},
            "country": self.country(row),
            "lat": int(self._lat[row]) / SCALE,
            "lon": int(self._lon[row]) / SCALE,
            "geonames": str(number),
            "population": int(self.population[row]),
            "admin": self._admins[self._admin[row]] or None,
            "source": SOURCE,
        }


def read_others(path: Path) -> list[dict[str, Any]]:
    """Read the entities that are not plain GeoNames cities.

    Raises
    ------
    geo.errors.DataError
        If the file is missing or is no gzipped JSON list.
    """
    try:
        entries: list[dict[str, Any]] = json.loads(gzip.decompress(path.read_bytes()))
    except (OSError, EOFError, ValueError, zlib.error) as error:
        raise DataError(f"{path} is missing or damaged ({error}); run `make data` to build it again") from error
    return entries


def entity_of(fields: dict[str, Any], country3: str | None) -> Entity:
    """Make an `Entity` of its stored fields; unknown fields are left to the store."""
    kind: Kind = fields["kind"]
    return Entity(
        id=fields["id"],
        kind=kind,
        name=fields["name"],
        country=fields.get("country"),
        country3=country3,
        code=fields.get("code"),
        lat=fields.get("lat"),
        lon=fields.get("lon"),
        geonames=fields.get("geonames"),
        wikidata=fields.get("wikidata"),
        population=fields.get("population", 0),
        admin=fields.get("admin"),
        capital=fields.get("capital"),
        members=tuple(fields.get("members", ())),
        source=fields.get("source"),
    )
