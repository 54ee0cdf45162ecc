"""Countries: curated entries first, CLDR and countrynames for what they leave out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from gazetteer import curated, sources
from gazetteer.model import LANGUAGES, City, Name, World
from gazetteer.priors import zipf
from gazetteer.scripts import languages_of
from geo.gazetteer.names import ECHO
from geo.text.fold import fold_name

_SURE, _ALIAS = 0.97, 0.8
_BRACKETS = re.compile(r"\s*[(（،,].*$")
_WEAK = 0.2
_COMMON = 3.5
_SHORT_CODE = 3
#: Lists of a curated entry: their form, and the list in which a doubtful word of theirs stands too.
_LISTS = (
    ("names", 0, "weak"),
    ("short", 0, "weak"),
    ("adjectives", 1, "weak_adjectives"),
    ("demonyms", 1, "weak_adjectives"),
    ("combining", 2, "weak_adjectives"),
    ("echo", ECHO, "weak"),
    ("weak", 0, "weak"),
    ("weak_adjectives", 1, "weak_adjectives"),
)
_SHORTEST_ALIAS = 5
_NO_PLACES = ("country:", "org:", "person:", "corridor:")
#: Codes in CLDR that are no countries.
_NO_COUNTRIES = frozenset(["EU", "EZ", "UN", "QO", "ZZ", "XA", "XB", "AC", "CP", "CQ", "DG", "EA", "IC", "TA"])


def read(cities: dict[int, City]) -> dict[str, dict[str, Any]]:
    """Return countries as entities by id; each has English label, iso3, capital and point where known."""
    facts = sources.countries()
    territories = sources.territories()
    found: dict[str, dict[str, Any]] = {}
    for code in sorted(set(facts) | set(territories["en"]) - _NO_COUNTRIES):
        fields = _from_packages(code, facts.get(code), territories, cities)
        if fields:
            found[fields["id"]] = fields
    for path, entry in curated.entries("countries"):
        if entry["id"] not in found and "iso3" not in entry:
            raise SystemExit(f"{path}: {entry['id']}: iso3 is missing")
        found[entry["id"]] = _merged(found.get(entry["id"], {}), entry)
    return dict(sorted(found.items()))


def _from_packages(
    code: str, fact: dict[str, Any] | None, territories: dict[str, dict[str, str]], cities: dict[int, City]
) -> dict[str, Any] | None:
    if fact is None:
        return None
    capital = _capital(code, fact["capital"], cities)
    labels = {lang: _BRACKETS.sub("", territories[lang].get(code, "")) for lang in LANGUAGES}
    return {
        "id": f"country:{code}",
        "kind": "country",
        "name": {lang: text for lang, text in labels.items() if text} or {"en": fact["name"]},
        "country": code,
        "code": fact["iso3"],
        "lat": capital.lat if capital else None,
        "lon": capital.lon if capital else None,
        "population": fact["population"],
        "capital": f"geonames:{capital.id}" if capital else None,
        "geonames": str(fact["geonameid"]),
        "source": "ISO 3166; CLDR",
    }


def _capital(code: str, name: str, cities: dict[int, City]) -> City | None:
    wanted = fold_name(name)
    if not wanted:
        return None
    own = [c for c in cities.values() if c.country == code]
    exact = [c for c in own if fold_name(c.name) == wanted] or [
        c for c in own if wanted in {fold_name(n) for n in c.names}
    ]
    return max(exact, key=lambda c: c.population, default=None)


def _merged(base: dict[str, Any], entry: dict[str, Any]) -> dict[str, Any]:
    labels = {lang: names[0] for lang, names in (entry.get("names") or {}).items() if names}
    code = entry["id"].removeprefix("country:")
    given = {
        "code": entry.get("iso3"),
        "capital": entry.get("capital"),
        "lat": entry.get("lat"),
        "lon": entry.get("lon"),
        "former": entry.get("former"),
    }
    return (
        {"id": entry["id"], "kind": "country", "country": code}
        | base
        | {key: value for key, value in given.items() if value is not None}
        | {"name": base.get("name", {}) | labels, "source": "curated; ISO 3166"}
    )


def names_of(countries: dict[str, dict[str, Any]]) -> Iterator[Name]:
    """Yield country names, adjectives and demonyms; package names only where no other country has them curated."""
    taken: dict[tuple[str, str], str] = {}
    for _, entry in curated.entries("countries"):
        for name in curated_names(entry, _SURE):
            taken.setdefault((name.language, fold_name(name.text)), name.entity)
            yield name
    for entity_id in countries:
        for language, text in _package_names(entity_id.removeprefix("country:")):
            key = (language, fold_name(text))
            if key not in taken:
                taken[key] = entity_id
                yield Name(entity_id, text, language, _ALIAS, cased=is_cased(text, language))


def without_places(world: World) -> list[Name]:
    """Return the names of a world without those by which a package calls a country after a place in it.

    countrynames lists Abu Dhabi and Nova Scotia among the names of their states.
    """
    places: dict[tuple[str, str], set[str | None]] = {}
    for name in world.names:
        if not name.entity.startswith(_NO_PLACES):
            places.setdefault((name.language, fold_name(name.text)), set()).add(world.country(name.entity))
    return [name for name in world.names if not _is_place(name, places)]


def _is_place(name: Name, places: dict[tuple[str, str], set[str | None]]) -> bool:
    if name.prior != _ALIAS or not name.entity.startswith("country:"):
        return False
    owners = places.get((name.language, fold_name(name.text)), set())
    return not owners.isdisjoint((None, name.entity.removeprefix("country:")))


def _package_names(code: str) -> Iterator[tuple[str, str]]:
    territories, aliases = sources.territories(), sources.country_aliases()
    for language in LANGUAGES:
        name = _BRACKETS.sub("", territories[language].get(code, ""))
        if name:
            yield language, name
    for text in aliases.get(code, ()):
        for language in languages_of(text):
            folded = fold_name(text)
            if len(folded) < _SHORTEST_ALIAS or "," in text or "(" in text or text.islower():
                continue
            if " " not in folded and (zipf(folded, language) >= _COMMON or zipf(folded, language) == 0.0):
                continue
            yield language, text


def curated_names(entry: dict[str, Any], prior: float) -> Iterator[Name]:
    """Yield all names of a curated entry, inflection left to do; a name that is also listed as weak is weak."""
    weak = {(key, *word) for key in ("weak", "weak_adjectives") for word in curated.words(entry, key)}
    for key, form, weakness in _LISTS:
        for language, text in curated.words(entry, key):
            doubtful = key == weakness or (weakness, language, text) in weak
            yield Name(
                entry["id"],
                text,
                language,
                _WEAK if doubtful else prior,
                form=form,
                weak=doubtful,
                cased=is_cased(text, language),
            )


def is_cased(text: str, language: str) -> bool:
    """Tell whether a name is one only in capitals: abbreviations as short as US, UN, ООН; Nato is also written so."""
    return language in {"en", "ru"} and text.isupper() and text.isalpha() and len(text) <= _SHORT_CODE
