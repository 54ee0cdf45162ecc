"""Stage two: write entities and names in the packed form that `geo.gazetteer` reads."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterable
from typing import Any

import marisa_trie
import numpy as np
from folders import BUILT

from gazetteer import russian
from gazetteer.forms import forms_of
from gazetteer.model import City, Name, World
from gazetteer.priors import place_prior, zipf
from geo.gazetteer.entities import SCALE
from geo.gazetteer.lookup import JOINTS, LONGEST
from geo.gazetteer.names import Flags, language_bit, script_of
from geo.text.fold import fold_name

#: An inflected form more frequent than this, and than its name, is a word of its own; its prior.
_COMMON = 4.5
_COMMON_FORM = 0.3
#: (row, form, cased, weak, prior byte) -> languages
_MARKS = re.compile("[\u064b-\u0652\u0670]")
#: Folded name -> entity -> vocalised spellings
Marked = dict[str, dict[str, set[str]]]
Readings = dict[tuple[int, int, bool, bool, int], int]


def write_entities(world: World) -> dict[str, int]:
    """Write the entities; return the row of each id."""
    cities = [world.cities[number] for number in sorted(world.cities)]
    _write_cities(cities)
    others = [_public(fields) for _, fields in sorted(world.others.items())]
    lines = ",\n".join(json.dumps(fields, ensure_ascii=False, separators=(",", ":")) for fields in others)
    packed = gzip.compress(f"[\n{lines}\n]\n".encode(), mtime=0)
    (BUILT / "entities.json.gz").write_bytes(packed)
    rows = {f"geonames:{city.id}": row for row, city in enumerate(cities)}
    return rows | {fields["id"]: len(cities) + i for i, fields in enumerate(others)}


def _public(fields: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if not key.startswith("_") and value not in (None, [], "")}


def _write_cities(cities: list[City]) -> None:
    countries = sorted({c.country for c in cities})
    admins = sorted({c.admin for c in cities} | {""})
    place = {code: i for i, code in enumerate(admins)}
    ids = np.array([c.id for c in cities], dtype=np.int64)
    columns: dict[str, Any] = {
        "id_steps": np.diff(ids, prepend=0).astype("<i4"),
        "lat": np.array([round(c.lat * SCALE) for c in cities], dtype="<i4"),
        "lon": np.array([round(c.lon * SCALE) for c in cities], dtype="<i4"),
        "population": np.array([c.population for c in cities], dtype="<i4"),
        "country": np.array([countries.index(c.country) for c in cities], dtype="u1"),
        "admin": np.array([place[c.admin] for c in cities], dtype="<u2"),
        "countries": _bytes("\n".join(countries)),
        "admins": _bytes("\n".join(admins)),
        "label_en": _bytes("".join(c.labels["en"] + "\n" for c in cities)),
    }
    for language in ("ar", "fa", "ru"):
        rows = [row for row, city in enumerate(cities) if city.labels.get(language)]
        columns[f"rows_{language}"] = np.diff(np.array(rows, dtype=np.int64), prepend=0).astype("<i4")
        columns[f"label_{language}"] = _bytes("".join(cities[row].labels[language] + "\n" for row in rows))
    np.savez_compressed(BUILT / "cities.npz", **columns)


def _bytes(text: str) -> Any:  # noqa: ANN401
    return np.frombuffer(text.encode(), dtype="u1")


def write_names(names: Iterable[Name], rows: dict[str, int]) -> dict[str, int]:
    """Inflect, fold and write all names, one trie a script; return how many each has."""
    scripts: dict[str, dict[str, Readings]] = {"arab": {}, "cyrl": {}, "latn": {}}
    marked: Marked = {}
    fixed: set[tuple[str, int, int, str]] = set()
    for name in names:
        row = rows[name.entity]
        for text, sureness in forms_of(name):
            key = (fold_name(text), row, name.form, name.language)
            if name.prior is not None:
                fixed.add(key)
            if name.prior is not None or key not in fixed:  # a name that a person called weak stays weak
                _put(scripts, text, row, name, sureness)
            if name.language == "ar" and _MARKS.search(text):
                marked.setdefault(fold_name(text), {}).setdefault(name.entity, set()).add(text)
    _write_vocalised(marked)
    for script, table in scripts.items():
        _write_script(script, table)
    return {script: len(table) for script, table in scripts.items()}


def _write_vocalised(marked: Marked) -> None:
    """Write the vocalised spellings of the names for which several entities have some."""
    shared = {
        folded: {entity: sorted(spellings) for entity, spellings in sorted(marked[folded].items())}
        for folded in sorted(marked)
        if len(marked[folded]) > 1
    }
    (BUILT / "vocalised.json").write_text(json.dumps(shared, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def _put(scripts: dict[str, dict[str, Readings]], text: str, row: int, name: Name, sureness: float) -> None:
    folded = fold_name(text).lstrip(JOINTS + '"')
    script = script_of(folded[:1] or " ")
    if script is None or len(folded) > LONGEST:
        return
    readings = scripts[script].setdefault(folded, {})
    prior, weak = _prior(folded, text, name, sureness)
    byte = max(1, min(255, round(prior * 255)))
    bit = language_bit(name.language)
    for key in [k for k in readings if k[:2] == (row, name.form) and readings[k] & bit]:
        if key[4] >= byte:
            return
        readings[key] &= ~bit
        if not readings[key]:
            del readings[key]
    key = (row, name.form, name.cased, weak, byte)
    readings[key] = readings.get(key, 0) | bit


def _prior(folded: str, text: str, name: Name, sureness: float) -> tuple[float, bool]:
    """Return the prior of a form, and whether it is weak: a form may be a common word where its name is none."""
    if name.prior is None:
        return name.share * sureness * place_prior(
            folded, name.language, name.expected, base=text == name.text
        ), name.weak
    if text != name.text and _is_another_word(folded, name):
        return min(name.prior, _COMMON_FORM), True
    return sureness * name.prior, name.weak


def _is_another_word(folded: str, name: Name) -> bool:
    """Tell whether an inflected form is a word of its own: much more frequent than its name, and no case of it."""
    if name.form == 0 and name.entity.startswith("country:"):
        return False
    if zipf(folded, name.language) <= max(_COMMON, zipf(fold_name(name.text), name.language) + 1):
        return False
    return name.language != "ru" or russian.is_common(folded)


def _write_script(script: str, table: dict[str, Readings]) -> None:
    trie = marisa_trie.Trie(sorted(table))
    trie.save(str(BUILT / f"names.{script}.marisa"))
    counts, rows, flags, priors = [], [], [], []
    for key in range(len(trie)):
        readings = sorted(table[trie.restore_key(key)].items())
        counts.append(len(readings))
        for (row, form, cased, weak, prior), languages in readings:
            rows.append(row)
            flags.append(Flags(form, languages, cased, weak).pack())
            priors.append(prior)
    np.savez_compressed(
        BUILT / f"names.{script}.npz",
        count=np.array(counts, dtype="<u2"),
        row=np.array(rows, dtype="<u4"),
        flags=np.array(flags, dtype="u1"),
        prior=np.array(priors, dtype="u1"),
    )
