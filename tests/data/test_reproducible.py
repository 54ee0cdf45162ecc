"""The built data is what the curated data and the pinned packages give: nothing was changed and left unbuilt."""

from __future__ import annotations

import json
import sys
import tomllib
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))

import build_data
import build_lexicon
import build_sources

ROOT = Path(__file__).resolve().parents[2]
SOURCES = tomllib.loads((ROOT / "data" / "SOURCES.toml").read_text(encoding="utf-8"))
STEPS = SOURCES["steps"]


@pytest.mark.parametrize("language", ["ar", "fa", "ru", "en"])
def test_the_word_lists_compile_to_the_built_ones(language):
    built = json.loads((ROOT / "data" / "built" / "lexicon" / f"{language}.json").read_bytes())
    anew = json.loads(json.dumps(build_lexicon.build(ROOT / "data" / "curated" / "lexicon" / language)))
    changed = [name for name in built | anew if built.get(name) != anew.get(name)]
    assert not changed, f"{language}: {changed} changed since: run `python scripts/build_data.py lexicon`"


@pytest.mark.parametrize("step", STEPS)
def test_nothing_changed_since_a_step_ran(step):
    name = Path(step).stem.removeprefix("build_")
    assert STEPS[step]["inputs_sha256"] == build_sources.inputs(STEPS[step]), (
        f"what {step} reads has changed since data/built was made: run `python scripts/build_data.py {name}`"
    )


def test_every_step_is_watched():
    steps = {f"scripts/build_{step}.py" for step in build_data.STEPS}
    assert steps == set(STEPS) | {"scripts/build_lexicon.py"}
    assert {entry["made_by"] for entry in SOURCES["files"].values()} == steps


def test_each_pattern_of_inputs_finds_a_file():
    lost = [pattern for step in STEPS.values() for pattern in step["inputs"] if not any(ROOT.glob(pattern))]
    assert lost == []


def test_a_changed_input_and_a_changed_package_change_the_hash(tmp_path, monkeypatch):
    monkeypatch.setattr(build_sources, "ROOT", tmp_path)
    lock, words = tmp_path / "requirements-data.lock", tmp_path / "a.yml"
    step = {"inputs": ["*.yml"], "packages": ["babel"]}
    hashes = set()
    for version, text in (("1.0", "x"), ("1.0", "y"), ("1.1", "y")):
        lock.write_text(f"babel=={version} \\\n    --hash=sha256:0\n", encoding="utf-8")
        words.write_text(text, encoding="utf-8")
        hashes.add(build_sources.inputs(step))
    assert len(hashes) == 3


def test_half_a_build_leaves_the_built_data_alone(tmp_path, monkeypatch):
    stage, published, scripts = tmp_path / "stage" / "built", tmp_path / "built", tmp_path / "scripts"
    for folder in (published / "lexicon", scripts):
        folder.mkdir(parents=True)
    (published / "a.json").write_text("old", encoding="utf-8")
    write = "import os, pathlib, sys\n(pathlib.Path(os.environ['GEO_BUILT']) / 'a.json').write_text('new')\n"
    for name, value in (("STAGE", stage), ("PUBLISHED", published), ("HERE", scripts), ("STEPS", ("a", "b"))):
        monkeypatch.setattr(build_data, name, value)
    monkeypatch.setattr(build_sources, "main", lambda _steps: None)
    (scripts / "build_a.py").write_text(write, encoding="utf-8")
    (scripts / "build_b.py").write_text("raise SystemExit('no')\n", encoding="utf-8")
    with pytest.raises(SystemExit, match=r"build_b\.py failed"):
        build_data.main([])
    assert (published / "a.json").read_text(encoding="utf-8") == "old"
    with pytest.raises(SystemExit, match=r"not what this build gives: a\.json"):
        build_data.main(["a", "--check"])
    build_data.main(["a"])
    assert (published / "a.json").read_text(encoding="utf-8") == "new"


def test_an_unknown_step_is_said_so():
    with pytest.raises(SystemExit, match="no such step: maps; there are lexicon"):
        build_data.main(["maps"])
