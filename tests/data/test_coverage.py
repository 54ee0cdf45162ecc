"""What the gazetteer must hold: cities in Arabic letters, provinces, lists of each kind, those who act for states."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import pytest
import yaml

from geo.gazetteer.store import Gazetteer
from geo.settings import Settings

CURATED = Path(__file__).resolve().parents[2] / "data" / "curated"
LANGUAGES = ("ar", "fa", "ru", "en")
#: Inhabitants from which a city needs a name in Arabic letters.
LARGE = 500_000
_HEADS = """president prime_minister king queen sultan emir prince chancellor supreme_leader leader head_of_state
presidential_council_chair sovereignty_council_chair presidency_member secretary_of_state council_president
co_president chairperson"""
HEADS = frozenset(_HEADS.split())
#: Territories with a code that have no foreign policy of their own.
_DEPENDENT = """AI AN AQ AS AW AX BL BM BQ BV CC CW CX FK FO GF GG GI GP GS GU HK HM IM IO JE KY MF MO MP MQ MS NC NF NU
PF PM PN PR RE SH SJ SX TC TF TK UM VG VI WF YT"""
DEPENDENT = frozenset(_DEPENDENT.split())
#: San Marino: two captains for half a year each.
WITHOUT_HEAD = {"SM"}


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open(Settings())


def _entries(topic: str) -> list[dict[str, Any]]:
    paths = sorted((CURATED / topic).glob("[!_]*.yml"))
    return [entry for path in paths for entry in yaml.safe_load(path.read_text(encoding="utf-8"))]


def test_capitals_and_large_cities_have_names_in_arabic_letters(gazetteer: Gazetteer) -> None:
    capitals = {fields.get("capital") for fields in gazetteer._others if fields["kind"] == "country"}
    lacking = []
    for row in range(len(gazetteer._cities)):
        fields = gazetteer._cities.fields(row)
        if fields["population"] >= LARGE or fields["id"] in capitals:
            lacking += [f"{fields['id']} {fields['name']['en']}: {n}" for n in ("ar", "fa") if n not in fields["name"]]
    assert lacking == []


def test_every_first_level_province_has_a_point_and_four_names(gazetteer: Gazetteer) -> None:
    provinces = [fields for fields in gazetteer._others if fields["id"].startswith("iso3166-2:")]
    lacking = [f["id"] for f in provinces if f.get("lat") is None or any(n not in f["name"] for n in LANGUAGES)]
    assert len(provinces) > 4_000
    assert lacking == []


@pytest.mark.parametrize(("topic", "least"), [("organisations", 150), ("corridors", 60), ("persons", 700)], ids=str)
def test_the_other_lists_are_long_enough(topic: str, least: int) -> None:
    assert len(_entries(topic)) >= least


def test_papers_and_armed_groups_are_known_as_bodies() -> None:
    """Their names hold places («صحيفة الرياض», "Washington Post"): what lies inside is not drawn."""
    classes = Counter(entry["class"] for entry in _entries("organisations"))
    assert classes["media"] >= 100
    assert classes["armed_group"] >= 50


@pytest.mark.parametrize(
    "name",
    ["Crimea", "Nagorno-Karabakh", "Golan Heights", "Western Sahara", "Abkhazia", "South Ossetia", "Kashmir", "Donbas",
     "Transnistria", "West Bank", "Gaza Strip", "Northern Cyprus", "Somaliland", "Paracel Islands", "Soviet Union",
     "Yugoslavia", "East Germany"],
)  # fmt: skip
def test_disputed_places_and_former_states_are_known(gazetteer: Gazetteer, name: str) -> None:
    best = gazetteer.find(name, "en")[0][1]
    assert set(LANGUAGES) <= set(best.name)


def _offices() -> dict[str, list[dict[str, Any]]]:
    held: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for person in _entries("persons"):
        for office in person["offices"]:
            held[office["entity"].removeprefix("country:")].append(office)
    return held


def test_every_state_has_a_head_and_a_foreign_minister_of_the_last_years(gazetteer: Gazetteer) -> None:
    held = _offices()
    states = {f["country"] for f in gazetteer._others if f["kind"] == "country" and not f.get("former")} - DEPENDENT
    recent = {
        state: {o["office"] for o in held[state] if o.get("to") is None or str(o["to"])[:4] >= "2024"}
        for state in states
    }
    assert {state for state, offices in recent.items() if not offices & HEADS} == WITHOUT_HEAD
    ministers = {"foreign_minister", "secretary_of_state"}
    assert {state for state, offices in recent.items() if not offices & ministers} == set()
    assert all("from" in office and "to" in office for offices in held.values() for office in offices)
