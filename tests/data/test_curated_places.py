"""The curated places keep to their schema, lie where they say, and reach the numbers promised."""

from __future__ import annotations

import copy
import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))

import check_curated

Files = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def files() -> Files:
    return check_curated.load()


def _port(**changes: Any) -> dict[str, Any]:
    entry = {"id": "facility:x", "class": "port", "lat": 36.8, "lon": 34.6, "country": "TR"}
    return entry | {"names": {"ar": ["ميناء مرسين"], "en": ["Mersin port"]}} | changes


def _faults(*entries: dict[str, Any]) -> list[str]:
    return list(check_curated.faults({"facilities.yml": list(entries)}))


def test_no_entry_breaks_the_schema(files: Files) -> None:
    assert list(check_curated.faults(files, check_curated.country_shapes())) == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"names": {"ar": ["ميناء"]}}, "no name in en"),
        ({"names": {"ar": ["ميناء", " "], "en": ["Port"]}}, "empty name"),
        ({"names": {"ar": ["ميناء", "ميناء"], "en": ["Port"]}}, "listed twice"),
        ({"names": {"ar": ["گرگان"], "en": ["Port"]}}, "letter of another language"),
        ({"names": {"ar": ["بين"], "en": ["Bin"]}}, "very common word in ar"),
        ({"weak": {"tr": ["Liman"]}}, "unknown language"),
        ({"lat": 136.8}, "no such point"),
    ],
)
def test_a_fault_is_found(changes: dict[str, Any], expected: str) -> None:
    assert _faults(_port()) == []
    assert any(expected in fault for fault in _faults(_port(**changes)))


def test_one_id_is_used_once_and_in_order() -> None:
    first, second = _port(id="facility:a"), _port(id="facility:b")
    assert any("used 2 times" in fault for fault in _faults(first, copy.deepcopy(first)))
    assert any("not sorted" in fault for fault in _faults(second, first))


def test_a_common_word_may_stand_if_it_is_weak_or_explained() -> None:
    names = {"ar": ["بين"], "en": ["Mersin port"]}
    assert _faults(_port(names=names, weak={"ar": ["بين"]})) == []
    assert _faults(_port(names=names, note="also a word")) == []


def test_a_place_outside_its_country_is_found() -> None:
    found = check_curated.faults({"facilities.yml": [_port(country="PT")]}, check_curated.country_shapes())
    assert any("outside PT" in fault for fault in found)


@pytest.mark.parametrize(
    ("name", "least"),
    [("countries.yml", 200), ("waters.yml", 150), ("regions.yml", 80), ("lands.yml", 60), ("facilities.yml", 120)],
)
def test_the_lists_are_long_enough(files: Files, name: str, least: int) -> None:
    assert len(files[name]) >= least


@pytest.mark.parametrize(
    ("code", "language", "adjective"),
    [("NE", "ar", "نيجري"), ("NG", "ar", "نيجيري"), ("DO", "ar", "دومينيكاني"), ("AE", "ar", "إماراتي"),
     ("IR", "ru", "иранский"), ("NL", "en", "Dutch"), ("DE", "fa", "آلمانی"), ("GB", "ar", "بريطاني")],
)  # fmt: skip
def test_irregular_adjectives_are_right(files: Files, code: str, language: str, adjective: str) -> None:
    entry = next(entry for entry in files["countries.yml"] if entry["id"] == f"country:{code}")
    assert entry["adjectives"][language][0] == adjective
