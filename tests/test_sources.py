"""Every built file has its origin, licence, attribution and hash written down."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "scripts"))

import build_sources

ROOT = Path(__file__).resolve().parents[1]
SOURCES = tomllib.loads((ROOT / "data" / "SOURCES.toml").read_text(encoding="utf-8"))
REFRESH = "run `python scripts/build_sources.py`"


@pytest.mark.parametrize("name", SOURCES["sources"])
def test_a_source_says_all(name):
    source = SOURCES["sources"][name]
    empty = [key for key in ("title", "package", "version", "licence", "attribution") if not source.get(key)]
    assert not empty, f"{name}: {empty}"


@pytest.mark.parametrize("name", SOURCES["files"])
def test_a_built_file_says_all_and_is_the_one_described(name):
    entry = SOURCES["files"][name]
    empty = [key for key in ("title", "sources", "licence", "made_by", "sha256") if not entry.get(key)]
    assert not empty
    assert set(entry["sources"]) <= set(SOURCES["sources"])
    assert (ROOT / entry["made_by"]).is_file()
    assert build_sources.files_of(name), f"{name}: no such file in data/built"
    assert entry["sha256"] == build_sources.digest(name), f"{name} was built again: {REFRESH}"


def test_no_built_file_is_left_out():
    assert build_sources.undescribed(SOURCES) == []


def test_the_notice_is_made_of_the_sources():
    assert (ROOT / "NOTICE.md").read_text(encoding="utf-8") == build_sources.notice(SOURCES), REFRESH


def test_the_built_data_stays_small():
    size = sum(path.stat().st_size for path in (ROOT / "data" / "built").rglob("*") if path.is_file())
    assert size < 15_000_000
