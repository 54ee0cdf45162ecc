"""Curated places, organisations, persons and corridors."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from gazetteer import curated
from gazetteer.countries import curated_names
from gazetteer.model import Name, World

_KINDS = {
    "water": "water", "region": "region", "disputed": "region", "land": "land", "facility": "facility",
    "admin": "admin", "iso3166-2": "admin",
    "corridor": "corridor", "org": "organisation", "person": "person", "geonames": "city",
    "country": "country", "town": "city",
}  # fmt: skip
TOPICS = ("places", "organisations", "persons", "corridors")
_SURE = 0.95
_PERSON = 0.9
#: Degrees between the points of one and the same place.
_FAR = 2.0


def add(world: World) -> None:
    """Add the curated entities and their names to the world."""
    for topic in TOPICS:
        for path, entry in curated.entries(topic):
            _add_entity(world, path, entry)
            world.names.extend(_names(entry))
    for path, entry in curated.entries("cities"):
        _add_city(world, path, entry)
        world.names.extend(_names(entry))


def _names(entry: dict[str, Any]) -> Iterator[Name]:
    yield from curated_names(entry, _PERSON if entry["id"].startswith("person:") else _SURE)


def _add_city(world: World, path: Path, entry: dict[str, Any]) -> None:
    number = int(entry["id"].removeprefix("geonames:")) if entry["id"].startswith("geonames:") else 0
    city = world.cities.get(number)
    if city is None:
        _add_entity(world, path, entry)
        return
    city.labels |= _labels(entry)


def _office(office: dict[str, Any]) -> dict[str, Any]:
    days = {"from": curated.bound(office.get("from"), last=False), "to": curated.bound(office.get("to"), last=True)}
    return {"entity": office["entity"], "office": office["office"]} | {k: v for k, v in days.items() if v}


def _labels(entry: dict[str, Any]) -> dict[str, str]:
    return {language: names[0] for language, names in (entry.get("names") or {}).items() if names}


def _add_entity(world: World, path: Path, entry: dict[str, Any]) -> None:
    kind = _KINDS[entry["id"].split(":")[0]]
    base = world.others.get(entry["id"], {})
    located = kind in {"water", "land", "facility", "city"} or (kind == "region" and "lat" in entry)
    if located and not base and (entry.get("lat") is None or entry.get("lon") is None):
        raise SystemExit(f"{path}: {entry['id']}: lat and lon are missing")
    _check_same_place(path, entry, base)
    given = {key: entry.get(key) for key in ("lat", "lon", "country", "class", "code", "stands_for")}
    given["offices"] = [_office(o) for o in entry.get("offices") or ()] or None
    given["capital"] = entry.get("seat")
    given["members"] = [curated.alpha2(m) for m in entry.get("members") or ()] or None
    source = entry.get("source") or "curated"
    world.others[entry["id"]] = (
        {"id": entry["id"], "kind": kind}
        | base
        | {key: value for key, value in given.items() if value is not None}
        | {"name": base.get("name", {}) | _labels(entry), "source": source if isinstance(source, str) else "curated"}
    )


def _check_same_place(path: Path, entry: dict[str, Any], base: dict[str, Any]) -> None:
    """Refuse a curated entry whose id is another place in the sources: codes of provinces change."""
    if entry.get("lat") is None or base.get("lat") is None:
        return
    east = (entry["lon"] - base["lon"]) * math.cos(math.radians(base["lat"]))
    if math.hypot(entry["lat"] - base["lat"], east) > _FAR:
        raise SystemExit(
            f"{path}: {entry['id']}: is {base['name'].get('en')} in the sources, far from this entry's point"
        )


def unknown_references(world: World) -> list[str]:
    """Return every reference of a curated entity to an entity that does not exist, with its place."""
    known = set(world.others) | {f"geonames:{number}" for number in world.cities}
    faults = []
    for entity_id, fields in sorted(world.others.items()):
        pointed = [("capital or seat", fields.get("capital")), ("stands_for", fields.get("stands_for"))]
        pointed += [("members", member) for member in fields.get("members") or ()]
        pointed += [("offices", office["entity"]) for office in fields.get("offices") or ()]
        faults += [f"{entity_id}: {key}: {target}" for key, target in pointed if target and target not in known]
    return faults
