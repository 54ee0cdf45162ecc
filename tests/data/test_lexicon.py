"""The word lists: compiled as written, found by language, complete."""

import importlib.util
from pathlib import Path

import pytest
import yaml

from geo.errors import DataError
from geo.recognise.lexicon import load_lexicon
from geo.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
_spec = importlib.util.spec_from_file_location("build_lexicon", ROOT / "scripts" / "build_lexicon.py")
build_lexicon = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(build_lexicon)


def test_words_that_yaml_takes_for_booleans_stay_words(tmp_path):
    path = tmp_path / "words.yml"
    path.write_text("words: [on, no, yes, 2020-01-01]\n", encoding="utf-8")
    assert build_lexicon.load(path) == {"words": ["on", "no", "yes", "2020-01-01"]}


def test_a_key_given_twice_is_an_error(tmp_path):
    path = tmp_path / "words.yml"
    path.write_text("a: [x]\na: [y]\n", encoding="utf-8")
    with pytest.raises(yaml.YAMLError, match="twice"):
        build_lexicon.load(path)


@pytest.mark.parametrize("language", ["ar", "fa", "ru", "en"])
def test_every_language_has_its_cues_and_people(language):
    lexicon = load_lexicon(Settings(), language)
    assert {"title", "preposition", "speech", "home"} <= lexicon["places"].keys()
    assert lexicon["people"]["given"]


def test_missing_lists_name_the_file(tmp_path):
    with pytest.raises(DataError, match=r"people\.json.*make data"):
        load_lexicon(Settings(data=tmp_path), "ar")
