"""The curated organisations, persons, offices and bodies: ids that exist, names in their script, whole lists."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

CURATED = Path(__file__).resolve().parents[2] / "data" / "curated"
LANGUAGES = ("ar", "fa", "ru", "en")
_WORDS = {"type": "array", "items": {"type": "string", "minLength": 2}, "minItems": 1, "uniqueItems": True}
_BY_LANGUAGE = {"type": "object", "properties": dict.fromkeys(LANGUAGES, _WORDS), "additionalProperties": False}
_DAY = {"type": ["string", "null"], "pattern": r"^\d{4}(-\d{2}){0,2}$"}
_OFFICE_HELD = {
    "type": "object",
    "required": ["entity", "office", "from", "to"],
    "additionalProperties": False,
    "properties": {"entity": {"type": "string"}, "office": {"pattern": "^[a-z_]+$"}, "from": _DAY, "to": _DAY},
}
_CLASSES = [
    "bloc", "igo", "agency", "armed_group", "party", "company", "bank", "court", "media", "ngo", "government_body",
]  # fmt: skip
ORGANISATION = {
    "type": "object",
    "required": ["id", "code", "class", "names", "seat", "country", "stands_for"],
    "additionalProperties": False,
    "properties": {
        "id": {"pattern": "^org:[a-z0-9]+(-[a-z0-9]+)*$"},
        "code": {"type": "string"},
        "class": {
            "enum": [
                "bloc",
                "igo",
                "agency",
                "armed_group",
                "party",
                "company",
                "bank",
                "court",
                "media",
                "ngo",
                "government_body",
            ]
        },
        "names": {**_BY_LANGUAGE, "required": ["en"]},
        "weak": _BY_LANGUAGE,
        "members": {"type": "array", "items": {"pattern": "^country:[A-Z]{2}$"}, "uniqueItems": True},
        "seat": {"type": ["string", "null"], "pattern": r"^geonames:\d+$"},
        "country": {"type": ["string", "null"], "pattern": "^[A-Z]{2}$"},
        "stands_for": {"type": ["string", "null"]},
    },
}
PERSON = {
    "type": "object",
    "required": ["id", "names", "offices"],
    "additionalProperties": False,
    "properties": {
        "id": {"pattern": "^person:[a-z0-9]+(-[a-z0-9]+)*$"},
        "names": {**_BY_LANGUAGE, "required": list(LANGUAGES)},
        "short": _BY_LANGUAGE,
        "weak": _BY_LANGUAGE,
        "offices": {"type": "array", "items": _OFFICE_HELD, "minItems": 1},
    },
}
_FORMS = {
    "type": "object",
    "additionalProperties": False,
    "minProperties": 1,
    "properties": dict.fromkeys(("singular", "dual", "plural"), _WORDS),
}


def _entry(kind: str) -> dict[str, Any]:
    """Return the schema of one office or body."""
    acts_for = {"enum": ["state", "organisation", "group", "none"]}
    rank = {"type": "integer", "minimum": 1, "maximum": 5}
    fields = {kind: {"pattern": "^[a-z_]+$"}, "forms": _FORMS, "acts_for": acts_for, "rank": rank}
    return {"type": "object", "required": list(fields), "additionalProperties": False, "properties": fields}


def _lexicon(kind: str, key: str, lists: tuple[str, ...], more: dict[str, Any] | None = None) -> dict[str, Any]:
    """Return the schema of an offices or bodies file; a file need not have what is in ``more``."""
    fields = {key: {"type": "array", "items": _entry(kind)}, **dict.fromkeys(lists, _WORDS)}
    known = {**fields, **(more or {})}
    return {"type": "object", "required": list(fields), "additionalProperties": False, "properties": known}


#: Entity ids by entity id: the city or region on the left stands for the bloc on the right.
_STANDS_FOR = {"type": "object", "additionalProperties": {"pattern": "^org:[a-z0-9-]+$"}}
_NAMED = {"type": "array", "minItems": 1, "items": {"pattern": "^(country:[A-Z]{2}|org:[a-z0-9-]+)$"}}
_REALMS = {"type": "object", "additionalProperties": _NAMED}
_STAND_INS = {"type": "object", "additionalProperties": _WORDS}


LEXICON = {
    "offices": _lexicon("office", "offices", ("infixes", "honorifics", "counterparts")),
    "bodies": _lexicon(
        "body",
        "bodies",
        ("pair_words", "not_actors"),
        {
            "seats": _STANDS_FOR,
            "regions": _STANDS_FOR,
            "stand_ins": _STAND_INS,
            "realms": _REALMS,
            "ours": _WORDS,
            "that_land": _WORDS,
            "homelands": {"type": "array", "items": {"pattern": "^country:[A-Z]{2}$"}},
            "implied": {"type": "object", "additionalProperties": _WORDS},
        },
    ),
}
_SCRIPT = {"ar": "[\u0621-\u064a]", "fa": "[\u0621-\u06cc]", "ru": "[а-яёА-ЯЁ]", "en": "[A-Za-z]"}
_SCRIPTS = (re.compile("[\u0600-\u06ff]"), re.compile("[а-яё]", re.IGNORECASE), re.compile("[a-z]", re.IGNORECASE))


class _PlainLoader(yaml.SafeLoader):
    """YAML whose dates and booleans stay the words that were written."""


_PlainLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if not tag.endswith((":bool", ":timestamp"))]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _load(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=_PlainLoader)  # noqa: S506 - a SafeLoader


def _entries(topic: str) -> list[dict[str, Any]]:
    return [entry for path in sorted((CURATED / topic).glob("*.yml")) for entry in _load(path)]


def _years_as_text(entry: dict[str, Any]) -> dict[str, Any]:
    """YAML reads a bare year as a number: turn it back into text."""
    offices = [{k: str(v) if isinstance(v, int) else v for k, v in held.items()} for held in entry["offices"]]
    return {**entry, "offices": offices}


ORGANISATIONS = _entries("organisations")
PERSONS = [_years_as_text(entry) for entry in _entries("persons")]
COUNTRIES = {entry["id"] for entry in _load(CURATED / "countries.yml")}
KNOWN = COUNTRIES | {entry["id"] for entry in ORGANISATIONS}


def test_every_organisation_and_person_fits_its_schema() -> None:
    for schema, entries in ((ORGANISATION, ORGANISATIONS), (PERSON, PERSONS)):
        validator = jsonschema.Draft202012Validator(schema)
        wrong = [f"{entry.get('id')}: {error.message}" for entry in entries for error in validator.iter_errors(entry)]
        assert wrong == []


def test_ids_are_unique() -> None:
    ids = Counter(entry["id"] for entry in (*ORGANISATIONS, *PERSONS))
    assert [entity for entity, times in ids.items() if times > 1] == []


def test_members_and_principals_exist() -> None:
    members = {m for entry in ORGANISATIONS for m in entry.get("members", ())}
    principals = {entry["stands_for"] for entry in ORGANISATIONS if entry["stands_for"]}
    offices = {held["entity"] for entry in PERSONS for held in entry["offices"]}
    assert (members | principals | offices) - KNOWN == set()


def test_an_office_ends_after_it_begins() -> None:
    spans = [(e["id"], h["from"], h["to"]) for e in PERSONS for h in e["offices"] if h["from"] and h["to"]]
    assert [
        span for span in spans if span[1][:4] > span[2][:4] or (len(span[1]) == len(span[2]) and span[1] > span[2])
    ] == []


def test_a_strong_name_means_one_organisation() -> None:
    owners: dict[tuple[str, str], set[str]] = {}
    for entry in ORGANISATIONS:
        for language, names in entry["names"].items():
            for name in names:
                owners.setdefault((language, name.casefold()), set()).add(entry["id"])
    assert {key: ids for key, ids in owners.items() if len(ids) > 1} == {}


def test_no_word_mixes_scripts() -> None:
    """A Latin letter that looks Cyrillic makes a name that no text can match."""
    mixed = [
        f"{entry['id']}: {name}"
        for entry in (*ORGANISATIONS, *PERSONS)
        for key in ("names", "short", "weak")
        for names in entry.get(key, {}).values()
        for name in names
        if any(sum(bool(s.search(word)) for s in _SCRIPTS) > 1 for word in re.findall(r"[^\W_]+", name))
    ]
    assert mixed == []


def test_names_of_persons_are_in_the_script_of_their_language() -> None:
    wrong = [
        f"{entry['id']}: {name}"
        for entry in PERSONS
        for language, names in entry["names"].items()
        for name in names
        if not re.search(_SCRIPT[language], name)
    ]
    assert wrong == []


def test_every_state_has_someone_who_acts_for_it() -> None:
    """Every UN member; dependent territories and former states need nobody."""
    acting = {held["entity"] for entry in PERSONS for held in entry["offices"]}
    members = {m for entry in ORGANISATIONS if entry["id"] in _CONTINENTAL for m in entry.get("members", ())}
    assert members - acting == set()


_CONTINENTAL = {
    "org:eu",
    "org:au",
    "org:las",
    "org:asean",
    "org:cis",
    "org:nato",
    "org:oas",
    "org:caricom",
    "org:mercosur",
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", sorted(LEXICON))
def test_lexicon_fits_its_schema(language: str, name: str) -> None:
    jsonschema.validate(_load(CURATED / "lexicon" / language / f"{name}.yml"), LEXICON[name])


@pytest.mark.parametrize("language", LANGUAGES)
def test_offices_and_bodies_have_the_same_keys_in_each_language(language: str) -> None:
    """An office means the same thing in every language: its key is known to the Arabic list."""
    offices = {entry["office"] for entry in _load(CURATED / "lexicon" / language / "offices.yml")["offices"]}
    arabic = {entry["office"] for entry in _load(CURATED / "lexicon" / "ar" / "offices.yml")["offices"]}
    assert offices - arabic == set()
    assert {"president", "foreign_minister", "prime_minister", "ambassador", "spokesperson"} <= offices
