"""The interface has words, in both languages, for all that the reading rooms may say."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
import yaml

import geo
from geo.render.assets import labels

ROOT = Path(geo.__file__).parent.parent
TEXTS = (
    "استقبل الرئيس الصيني في بكين نظيره المصري، ثم زار الوفد الإسكندرية وطرابلس في لبنان وميناء الحديدة في اليمن.",
    "The ministers of Iraq and Jordan met in Baghdad on 5 May 2024; a convoy had left Tripoli, Libya, for Benghazi.",
    "Делегация Казахстана прибыла из Астаны в Ташкент, а позднее посетила Самарканд в Узбекистане.",
)


def modes() -> set[str]:
    lists = ROOT.glob("data/curated/lexicon/*/triggers*.yml")
    return {mode for path in lists for mode in found(yaml.safe_load(path.read_text(encoding="utf-8")), "mode")}


def found(value: object, key: str) -> list[str]:
    if isinstance(value, dict):
        here = [value[key]] if isinstance(value.get(key), str) else []
        return here + [one for part in value.values() for one in found(part, key)]
    return [one for part in value for one in found(part, key)] if isinstance(value, list) else []


def issue_kinds() -> set[str]:
    """Return the kinds that the source gives to the issues it makes."""
    kinds = set()
    for path in (ROOT / "geo").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"Issue", "_issue"}:
                given = [*node.args[:1], *(word.value for word in node.keywords if word.arg == "kind")]
                kinds |= {one.value for one in given if isinstance(one, ast.Constant)}
    return kinds


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_mode_and_issue_is_worded(language):
    wanted = {f"mode.{mode}" for mode in modes()} | {f"issue.{kind}" for kind in issue_kinds()}
    assert len(wanted) > 40
    assert wanted <= set(labels()[language])


def test_every_reason_of_a_reading_is_worded():
    shapes = [
        re.compile("^" + re.sub(r"\\\{\w+\\\}", ".+", re.escape(text)) + "$")
        for key, text in labels()["en"].items()
        if key.startswith("why.")
    ]
    mentions = [mention for text in TEXTS for mention in geo.analyse(text).mentions]
    reasons = {why for one in mentions for why in (*one.why, *(why for other in one.candidates for why in other.why))}
    assert len(reasons) > 5
    assert [why for why in reasons if not any(shape.match(why) for shape in shapes)] == []


def test_the_arabic_words_are_arabic():
    bare = {key: re.sub(r"\{\w+\}", "", text) for key, text in labels()["ar"].items() if isinstance(text, str)}
    latin = {key for key, text in bare.items() if re.search("[A-Za-z]{2}", text)}
    # A direction, formats, the name of the other language.
    assert latin == {"dir", "tool.svg", "tool.png", "tool.language"}
