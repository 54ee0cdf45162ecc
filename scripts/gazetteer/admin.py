"""First-level provinces from Natural Earth: entities, names without their nouns of class, and who lies in which."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from gazetteer import curated
from gazetteer.model import LANGUAGES, City, Name
from gazetteer.scripts import languages_of
from geo.gazetteer.names import city_weight
from geo.text.fold import fold_name

_CODE = re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}")
#: Nouns of class that newspapers put before (or after) the name of a province.
_BEFORE = {
    "ar": "محافظة ولاية إقليم مقاطعة منطقة أوبلاست جمهورية بلدية إمارة مديرية قضاء دائرة كانتون ناحية كراي كومونة "
    "أبرشية شعبية",
    "fa": "استان ایالت ولایت شهرستان بخش جمهوری منطقه ناحیه اوبلاست کانتون دپارتمان شهرداری امیرنشین کرای",
    "ru": "провинция штат область округ регион департамент муниципалитет кантон графство вилайет остан эмират "
    "район республика",
    "en": "",
}
_AFTER = {
    "ar": "",
    "fa": "",
    "ru": "провинция штат департамент муниципалитет вилайет вилоят остан мухафаза губернаторство",
    "en": "province state governorate region oblast krai prefecture voivodeship municipality department county "
    "district division parish emirate canton",
}
_OF = re.compile(r"^[a-z]+ of (?:the )?(?=[A-Z])", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*[(（،,].*$")
#: Provinces that the map shows only from close by count as small places.
_SIZE = {0: 7.2, 1: 7.0, 2: 6.8, 3: 6.6, 4: 6.4, 5: 6.2, 6: 6.0, 7: 5.7, 8: 5.2, 9: 4.6, 10: 4.0, 11: 3.6}
#: Provinces are named less than cities of their size.
_NO_CITY = 0.8
_SHORTEST = 2
#: Abbreviations (MS, Pa) have up to so many letters.
_LONGEST_CODE = 3


def read(rows: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return provinces as entities by id; of several with one ISO code the most prominent stays."""
    changes = {old: new for _, entry in curated.entries("iso3166_changes") for old, new in entry["codes"].items()}
    found: dict[str, dict[str, Any]] = {}
    for row in sorted(rows, key=lambda r: (float(r["min_zoom"] or 99), str(r["adm1_code"]))):
        code = str(row["iso_3166_2"] or "")
        if not _CODE.fullmatch(code) or not row["name"]:
            continue
        entity_id = f"iso3166-2:{changes.get(code, code)}"
        found.setdefault(entity_id, _entity(entity_id, row))
    return dict(sorted(found.items()))


def _entity(entity_id: str, row: dict[str, Any]) -> dict[str, Any]:
    labels = {language: _BRACKETS.sub("", row[f"name_{language}"] or "").strip() for language in LANGUAGES}
    labels["en"] = labels["en"] or row["name"]
    geonames = row["gn_id"] if row["gn_id"] and int(row["gn_id"]) > 0 else None
    return {
        "id": entity_id,
        "kind": "admin",
        "class": (row["type_en"] or "province").split("|")[0].lower(),
        "name": {language: text for language, text in labels.items() if text},
        "country": code_country(entity_id),
        "lat": round(row["latitude"], 4),
        "lon": round(row["longitude"], 4),
        "geonames": str(geonames) if geonames else None,
        "wikidata": row["wikidataid"] or None,
        "weight": round(city_weight(int(10 ** _SIZE.get(int(row["min_zoom"] or 12), 3.4))) - _NO_CITY, 2),
        "source": "Natural Earth",
        "_names": [n for n in (row["name"], *(row["name_alt"] or "").split("|")) if n],
        "_geonames_code": row["gn_a1_code"],
    }


def code_country(entity_id: str) -> str:
    """Return the country of a province's id; Natural Earth follows ISO 3166-2 but for Crimea and its like."""
    return entity_id.removeprefix("iso3166-2:")[:2]


def parents(provinces: dict[str, dict[str, Any]]) -> dict[str, str]:
    """Return province ids by GeoNames admin code (``IR.26``), where exactly one province bears the code."""
    bearers: dict[str, list[str]] = {}
    for entity_id, fields in provinces.items():
        bearers.setdefault(str(fields["_geonames_code"]), []).append(entity_id)
    return {code: ids[0] for code, ids in bearers.items() if len(ids) == 1 and "." in code}


def names_of(fields: dict[str, Any]) -> Iterator[Name]:
    """Yield a province's names, with and without their noun of class."""
    seen: set[tuple[str, str]] = set()
    tagged = [(language, text) for language, text in fields["name"].items()]
    tagged += [(language, text) for text in fields["_names"] for language in languages_of(text)]
    for language, text in tagged:
        for bare in (text, bare_name(text, language)):
            key = (language, fold_name(bare))
            if key in seen or len(key[1]) < _SHORTEST or language not in languages_of(bare):
                continue
            seen.add(key)
            short = bare.isupper() and len(bare) <= _LONGEST_CODE
            yield Name(fields["id"], bare, language, expected=fields["weight"], weak=short, cased=short)


def bare_name(text: str, language: str) -> str:
    """Return a province's name without the noun of its class."""
    words = text.split()
    if len(words) > 1 and words[0].lower() in _BEFORE[language].split():
        words = words[1:]
    if len(words) > 1 and words[-1].lower() in _AFTER[language].split():
        words = words[:-1]
    return _OF.sub("", " ".join(words))


def assign(cities: dict[int, City], provinces: dict[str, dict[str, Any]]) -> None:
    """Replace each city's GeoNames admin code by the id of its province, empty where unknown."""
    known = parents(provinces)
    for city in cities.values():
        city.admin = known.get(city.admin, "")
