"""Every example sentence of the trigger lists is read as what its entry says."""

from __future__ import annotations

import json
from typing import Any

import pytest

from geo.records import QUAD_OF
from geo.settings import Settings

_LEAST = {"ar": 300, "fa": 150, "ru": 150, "en": 250}


def _triggers(language: str) -> dict[str, dict[str, object]]:
    lists = json.loads((Settings().built / "lexicon" / f"{language}.json").read_text(encoding="utf-8"))
    return {
        identity: entry
        for name, entries in lists.items()
        if name.startswith("triggers")
        for identity, entry in entries.items()
    }


def _examples() -> list[tuple[str, str, str, str]]:
    return [
        (language, identity, entry["type"], example)
        for language in _LEAST
        for identity, entry in _triggers(language).items()
        for example in entry["examples"]
    ]


@pytest.mark.parametrize("language", _LEAST)
def test_lists_are_broad_and_every_entry_is_complete(language: str) -> None:
    entries = _triggers(language)
    words = sum(len(entry.get(kind, ())) for entry in entries.values() for kind in ("verbs", "nouns", "acts"))
    assert words >= _LEAST[language]
    for identity, entry in entries.items():
        assert entry["type"] in QUAD_OF, identity
        assert entry["examples"], identity
    assert {entry["type"] for entry in entries.values()} == set(QUAD_OF)


@pytest.mark.parametrize(("language", "identity", "kind", "example"), _examples())
def test_example_is_read_as_its_entry_says(read, language: str, identity: str, kind: str, example: str) -> None:
    types = [event.type for event in read(example, language).events]
    assert types == [kind], f"{language}.{identity}: {example}"


def _void() -> list[tuple[str, str, str]]:
    lists = {one: _lists(one).get("void", {}) for one in _LEAST}
    return [
        (language, identity, example)
        for language, void in lists.items()
        for identity, entry in void.items()
        for example in entry["examples"]
    ]


def _lists(language: str) -> dict[str, dict[str, Any]]:
    path = Settings().built / "lexicon" / f"{language}.json"
    lists: dict[str, dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return lists


@pytest.mark.parametrize(("language", "identity", "example"), _void())
def test_example_of_no_act_is_read_as_none(read, language: str, identity: str, example: str) -> None:
    assert not read(example, language).events, f"{language}.{identity}: {example}"
