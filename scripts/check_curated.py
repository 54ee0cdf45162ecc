"""Check the curated places (`data/curated/countries.yml`, `cities.yml`, `places/*.yml`) by their schema.

Usage: ``python scripts/check_curated.py``. Prints one line for each fault and returns 1 if there is any. Coordinates
are checked against the built country polygons (Natural Earth 10m admin-0, 0.001 degrees), in EPSG:4326.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import shapely
import yaml
from folders import CURATED, PUBLISHED
from shapely.geometry import Point
from wordfreq import zipf_frequency

PLACE_FILES = ("admin", "disputed", "facilities", "lands", "regions", "towns", "waters")
LANGUAGES = ("ar", "fa", "ru", "en")
NAMED = ("names", "weak", "adjectives", "weak_adjectives", "demonyms", "combining", "echo")
# Letters that only one of the two Arabic-script languages writes: a sign of a name in the wrong list.
FOREIGN = {"ar": re.compile("[پچژگکی]"), "fa": re.compile("[كيى]"), "ru": re.compile("[A-Za-z]")}
COMMON_ZIPF = 5.0  # more than 100 times in a million words
# Degrees a place may lie off its country: the coast of Natural Earth is generalised, and it leaves islets out.
TOLERANCE = 0.6
OFFSHORE = {"oilfield": 1.5, "island": 1.7, "disputed": 1.7} | dict.fromkeys(("sea", "gulf", "bay", "strait"), 3.5)
LATITUDES, LONGITUDES = (-90.0, 90.0), (-180.0, 180.0)  # degrees, EPSG:4326
Entry = dict[str, Any]
Shapes = dict[str, shapely.Geometry]


def load(folder: Path = CURATED) -> dict[str, list[Entry]]:
    """Return the entries of each curated place file, by the file's name."""
    paths = [folder / "countries.yml", folder / "cities.yml"]
    paths += [folder / "places" / f"{name}.yml" for name in PLACE_FILES]
    return {path.name: yaml.safe_load(path.read_text(encoding="utf-8")) for path in paths}


def frequent_names(folder: Path = CURATED) -> dict[str, list[str]]:
    """Return the place names that are frequent words because papers name the place so often, by language."""
    names: dict[str, list[str]] = yaml.safe_load((folder / "frequent_names.yml").read_text(encoding="utf-8"))
    return names


def country_shapes() -> Shapes:
    """Return the polygons of the built countries by ISO 3166-1 alpha-2 code."""
    features = json.loads((PUBLISHED / "countries.json").read_bytes())["features"]
    coded = [f for f in features if f["properties"]["iso2"]]
    return {f["properties"]["iso2"]: shapely.geometry.shape(f["geometry"]) for f in coded}


def faults(files: dict[str, list[Entry]], shapes: Shapes | None = None) -> Iterator[str]:
    """Yield one sentence for each fault; the coordinates are only checked where ``shapes`` is given."""
    frequent = frequent_names()
    ids = Counter(entry["id"] for entries in files.values() for entry in entries)
    yield from (f"{id_}: the id is used {count} times" for id_, count in ids.items() if count > 1)
    for name, entries in files.items():
        order = [_sort_key(entry["id"]) for entry in entries]
        if order != sorted(order):
            yield f"{name}: entries are not sorted by id"
        for entry in entries:
            yield from (f"{name}: {entry['id']}: {fault}" for fault in _entry_faults(entry, frequent))
    if shapes is not None:
        yield from _stray(files, shapes)


def _sort_key(id_: str) -> tuple[str, int, str]:
    """Sort GeoNames ids by number, the others by letter."""
    prefix, _, rest = id_.partition(":")
    return (prefix, int(rest), "") if rest.isdecimal() else (prefix, 0, rest)


def _entry_faults(entry: Entry, frequent: dict[str, list[str]]) -> Iterator[str]:
    """Yield what is wrong with one entry by itself."""
    for language in ("ar", "en"):
        if not entry["names"].get(language):
            yield f"no name in {language}"
    for field in NAMED:
        for language, names in (entry.get(field) or {}).items():
            if language not in LANGUAGES:
                yield f"{field}: unknown language {language!r}"
            yield from (f"{field}.{language}: {fault}" for fault in _spelling_faults(names, language))
    yield from _common_words(entry, frequent)
    for field, (least, most) in (("lat", LATITUDES), ("lon", LONGITUDES)):
        if not entry["id"].startswith("geonames:") and not least <= entry[field] <= most:
            yield f"no such point: {field} {entry[field]}"


def _spelling_faults(names: list[str], language: str) -> Iterator[str]:
    """Yield empty, padded, repeated and misplaced names."""
    for name, count in Counter(names).items():
        if not isinstance(name, str) or not name.strip():
            yield f"empty name {name!r}"
        elif name != name.strip() or "  " in name:
            yield f"stray space in {name!r}"
        elif language in FOREIGN and FOREIGN[language].search(name):
            yield f"{name!r} has a letter of another language"
        if count > 1:
            yield f"{name!r} is listed twice"


def _common_words(entry: Entry, frequent: dict[str, list[str]]) -> Iterator[str]:
    """Yield one-word names that equal a very common word and carry neither ``weak`` nor a note."""
    if entry.get("note"):
        return
    for language, names in entry["names"].items():
        excused = {*(entry.get("weak") or {}).get(language, []), *frequent[language]}
        for name in names:
            if name not in excused and " " not in name and zipf_frequency(name.lower(), language) > COMMON_ZIPF:
                yield f"{name!r} is a very common word in {language}: add it to weak or explain it in a note"


def _stray(files: dict[str, list[Entry]], shapes: Shapes) -> Iterator[str]:
    """Yield the places that lie outside the country they claim."""
    for name, entries in files.items():
        for entry in entries:
            iso = entry["id"].removeprefix("country:") if name == "countries.yml" else entry.get("country")
            if iso not in shapes or "lat" not in entry:
                continue
            distance = shapes[iso].distance(Point(entry["lon"], entry["lat"]))
            if distance > OFFSHORE.get(entry.get("class", ""), TOLERANCE):
                yield f"{name}: {entry['id']}: lies {distance:.1f} degrees outside {iso}"


def main() -> int:
    """Print the faults; return 1 if there is any."""
    found = list(faults(load(), country_shapes()))
    for fault in found:
        print(fault)
    print(f"{len(found)} faults")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
