"""Read ``data/curated`` and check it; every complaint names the file and the entry."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import yaml
from folders import CURATED

from gazetteer.model import LANGUAGES

_WORDS = {"type": "array", "items": {"type": "string", "minLength": 1}}
_BY_LANGUAGE = {
    "type": ["object", "null"],
    "properties": {language: {"anyOf": [_WORDS, {"type": "null"}]} for language in LANGUAGES},
    "additionalProperties": False,
}
_COUNTRY = {"type": ["string", "null"], "pattern": "^[A-Z]{2}$"}
_ID = r"^(country:[A-Z]{2}|geonames:\d+|iso3166-2:[A-Z]{2}-[A-Z0-9]{1,3}|(region|water|land|town|facility|disputed|admin|corridor|org|person):[a-z0-9]+(-[a-z0-9]+)*)$"  # noqa: E501
_DAY = {"type": ["string", "integer", "null"], "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}
_OFFICE = {
    "type": "object",
    "required": ["entity", "office"],
    "properties": {
        "entity": {"type": "string", "pattern": _ID},
        "office": {"type": "string"},
        "from": _DAY,
        "to": _DAY,
    },
}
_ENTRY = {
    "type": "object",
    "required": ["id"],
    "properties": {
        "id": {"type": "string", "pattern": _ID},
        "iso3": {"type": "string", "pattern": "^[A-Z]{3}$"},
        "lat": {"type": ["number", "null"], "minimum": -90, "maximum": 90},
        "lon": {"type": ["number", "null"], "minimum": -180, "maximum": 180},
        "country": _COUNTRY,
        "class": {"type": ["string", "null"]},
        "code": {"type": ["string", "null"]},
        "capital": {"type": ["string", "null"], "pattern": _ID},
        "seat": {"type": ["string", "null"], "pattern": _ID},
        "stands_for": {"type": ["string", "null"], "pattern": _ID},
        "members": {"type": ["array", "null"], "items": {"type": "string"}},
        "offices": {"type": "array", "items": _OFFICE},
        **dict.fromkeys(
            ("names", "weak", "weak_adjectives", "adjectives", "demonyms", "combining", "short", "echo"), _BY_LANGUAGE
        ),
    },
}
_VALIDATOR = jsonschema.Draft202012Validator(_ENTRY)


class TextLoader(yaml.SafeLoader):
    """YAML in which ``no``, ``on`` and dates stay the words that were written."""


TextLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith((":bool", ":timestamp"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def entries(topic: str) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Yield (file, entry) of ``<topic>.yml`` and ``<topic>/*.yml``, in the order of file names."""
    seen: dict[str, Path] = {}
    for path in sorted([*CURATED.glob(f"{topic}.yml"), *CURATED.glob(f"{topic}/[!_]*.yml")]):
        for entry in _read(path):
            first = seen.setdefault(entry["id"], path)
            if first != path and topic != "cities":
                raise SystemExit(f"{path}: {entry['id']} is already in {first.name}")
            yield path, entry


def words(entry: dict[str, Any], key: str) -> Iterator[tuple[str, str]]:
    """Yield (language, word) of a multilingual list of an entry, each word once."""
    for language in LANGUAGES:
        for word in dict.fromkeys((entry.get(key) or {}).get(language) or ()):
            yield language, word


def _read(path: Path) -> list[dict[str, Any]]:
    try:
        found = yaml.load(path.read_text(encoding="utf-8"), Loader=TextLoader)  # noqa: S506 - a SafeLoader
    except yaml.YAMLError as error:
        raise SystemExit(f"{path}: this is no YAML that we can read: {error}") from error
    if found is None:
        return []
    if not isinstance(found, list):
        raise SystemExit(f"{path}: the file should be a list of entries (each begins with '- id: ...')")
    for place, entry in enumerate(found):
        _check(path, place, entry)
    twice = [e["id"] for i, e in enumerate(found) if any(e["id"] == f["id"] for f in found[:i])]
    if twice:
        raise SystemExit(f"{path}: given twice: {', '.join(sorted(set(twice)))}")
    return found


def _check(path: Path, place: int, entry: Any) -> None:  # noqa: ANN401
    label = entry.get("id", f"entry {place + 1}") if isinstance(entry, dict) else f"entry {place + 1}"
    for error in sorted(_VALIDATOR.iter_errors(entry), key=str):
        where = ".".join(str(part) for part in error.absolute_path) or "the entry"
        raise SystemExit(f"{path}: {label}: {where}: {error.message}")


def alpha2(member: str) -> str:
    """Return a member as an entity id: ``CN`` and ``country:CN`` mean the same."""
    return f"country:{member}" if re.fullmatch("[A-Z]{2}", member) else member


def bound(day: Any, *, last: bool) -> str | None:  # noqa: ANN401
    """Return a day, month or year as its first or last day (ISO 8601), None if open."""
    if day is None:
        return None
    year, month, date = (*(int(part) for part in str(day).split("-")), None, None)[:3]
    month = month or (12 if last else 1)
    return f"{year:04}-{month:02}-{date or (calendar.monthrange(year, month)[1] if last else 1):02}"
