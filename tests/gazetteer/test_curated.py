"""The builder reads curated entries and says which file and entry is wrong."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

pytest.importorskip("jsonschema")
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))
from gazetteer import arabic, curated, english, persian


def entries(tmp_path, monkeypatch, text):
    (tmp_path / "places.yml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(curated, "CURATED", tmp_path)
    return list(curated.entries("places"))


def test_words_that_yaml_takes_for_something_else_stay_words(tmp_path, monkeypatch):
    ((_, entry),) = entries(tmp_path, monkeypatch, "- id: land:no\n  lat: 1.5\n  names: {en: [No, On], ar: [نعم]}\n")
    assert list(curated.words(entry, "names")) == [("ar", "نعم"), ("en", "No"), ("en", "On")]
    assert entry["lat"] == 1.5


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- id: nowhere\n", "places.yml: nowhere: id"),
        ("- id: land:a\n  lat: 91\n", "land:a: lat"),
        ("- id: land:a\n  names: {de: [A]}\n", "land:a: names"),
        ("- names: {en: [A]}\n", "entry 1"),
        ("- id: land:a\n- id: land:a\n", "given twice: land:a"),
        ("id: land:a\n", "list of entries"),
        ("- id: [\n", "no YAML"),
    ],
)
def test_a_fault_is_named_with_file_and_entry(tmp_path, monkeypatch, text, message):
    with pytest.raises(SystemExit, match=message):
        entries(tmp_path, monkeypatch, text)


def test_open_and_rough_days_become_bounds():
    assert curated.bound("2012", last=False) == "2012-01-01"
    assert curated.bound("2012-02", last=True) == "2012-02-29"
    assert curated.bound("2012-05-07", last=True) == "2012-05-07"
    assert curated.bound(None, last=True) is None


def test_arabic_adjectives_agree_word_by_word():
    forms = {text for text, _ in arabic.adjective_forms("كوري جنوبي")}
    assert {"كورية جنوبية", "الكوريون الجنوبيون", "الكوريتين الجنوبيتين", "كوريا جنوبيا"} <= forms


def test_broken_plurals_only_take_the_article():
    assert {text for text, _ in arabic.adjective_forms("روس")} == {"روس", "الروس"}


def test_persian_joiners_and_ezafe():
    assert {"امیر‌آباد", "امیر آباد"} <= {text for text, _ in persian.name_forms("امیر‌آباد")}
    assert "آمریکای" in {text for text, _ in persian.name_forms("آمریکا")}


def test_english_plurals_spare_what_has_none():
    assert {text for text, _ in english.adjective_forms("Iranian")} == {"Iranian", "Iranians"}
    assert {text for text, _ in english.adjective_forms("Chinese")} == {"Chinese"}
