"""Build the gazetteer: entities and names of the whole world in ``data/built``."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parents[1])]

from folders import BUILT  # noqa: E402
from gazetteer import admin, countries, geonames, pack, places, sources, weakness  # noqa: E402
from gazetteer.model import World  # noqa: E402


def build() -> None:
    """Read the sources, merge the curated data, write the built data."""
    BUILT.mkdir(parents=True, exist_ok=True)
    world = World(cities=sources.cities())
    provinces = admin.read(sources.provinces())
    admin.assign(world.cities, provinces)
    world.others |= countries.read(world.cities)
    world.others |= provinces
    world.names.extend(countries.names_of({i: f for i, f in world.others.items() if f["kind"] == "country"}))
    places.add(world)
    faults = places.unknown_references(world)
    if faults:
        raise SystemExit("data/curated points to entities that do not exist:\n" + "\n".join(faults))
    for fields in provinces.values():
        world.names.extend(admin.names_of(fields))
    _add_cities(world)
    world.names = countries.without_places(world)
    rows = pack.write_entities(world)
    counts = pack.write_names(weakness.shared(world), rows)
    print(f"{len(world.cities)} cities, {len(world.others)} other entities; names: {counts}")


def _add_cities(world: World) -> None:
    capitals = {fields.get("capital") for fields in world.others.values() if fields["kind"] == "country"}
    for city in world.cities.values():
        world.names.extend(geonames.names_of(city, capital=f"geonames:{city.id}" in capitals))
    world.names = geonames.without_borrowed(world.names, world.cities, capitals)


if __name__ == "__main__":
    build()
