"""Acts that the rules refuse and the trained weights admit."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from geo.errors import DataError
from geo.pipeline import analyse, explain
from geo.records import Document
from geo.relate import likely
from geo.settings import Settings

#: One party only, told by a verb, dated: the rules ask for two.
TEXT = "The African Union suspended the country on 3 March 2025."


def settings_with(weights: dict[str, float], folder: Path) -> Settings:
    data = Settings().data
    for part in ("built", "curated"):
        (folder / part).symlink_to(data / part)
    (folder / "trained").mkdir()
    (folder / "trained" / "acts.json").write_text(json.dumps({"weights": weights}), encoding="utf-8")
    return Settings(data=folder)


def test_without_weights_every_refusal_stands(tmp_path: Path) -> None:
    assert analyse(Document("t", TEXT, "en"), settings_with({}, tmp_path)).events == ()


def test_what_is_admitted_is_told_with_little_certainty_and_says_why(tmp_path: Path) -> None:
    settings = settings_with({"always": 9.0}, tmp_path)
    (event,) = analyse(Document("t", TEXT, "en"), settings).events
    assert event.score == pytest.approx(0.6)
    assert any("likely (0.60), though" in line for line in explain(Document("t", TEXT, "en"), settings))


def test_what_has_no_party_is_never_admitted(tmp_path: Path) -> None:
    settings = settings_with({"always": 9.0}, tmp_path)
    assert analyse(Document("t", "Unknown men met in a cafe.", "en"), settings).events == ()


@pytest.mark.parametrize("content", ["", "[]", '{"weights": 3}', '{"weights": {"a": "b"}}'])
def test_damaged_weights_are_told_by_the_name_of_their_file(tmp_path: Path, content: str) -> None:
    path = tmp_path / "acts.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(DataError, match=r"acts\.json.*make train"):
        likely.load(path)


def test_the_trained_weights_are_of_things_that_are_seen() -> None:
    weights = json.loads((Settings().trained / "acts.json").read_text(encoding="utf-8"))["weights"]
    kinds = ("refused: ", "type ", "tense ", "parties ", "subject ", "other ", "place", "date", "how far")
    known = {"always", "noun", "verb", "definite", "suffix", "passive", "dual", "organisation", "asserted", "between"}
    known |= {"spoken", "first sentences", "later sentences", "long sentence", "very long sentence", "reported"}
    known |= {"first act of the sentence", "may before", "negation before", "future before"}
    assert [name for name in weights if name not in known and not name.startswith(kinds)] == []
