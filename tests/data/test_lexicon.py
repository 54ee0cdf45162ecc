"""The word lists: compiled as written, found by language, complete."""

import sys
from pathlib import Path

import pytest
import yaml

from geo.errors import DataError
from geo.recognise.lexicon import load_lexicon
from geo.settings import Settings

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))

import build_lexicon


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
