"""The reading of texts written for the project does not fall below `baseline.json`; floors only go up.

``python -m pytest tests/eval --raise-floors`` writes better figures into the baseline.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
import scoring
from marked import Gold, read

from geo.pipeline import analyse
from geo.records import Analysis

HERE = Path(__file__).parent
BASELINE = HERE / "baseline.json"
TEXTS = sorted((HERE / "texts").glob("*.txt"))


@pytest.fixture(scope="module")
def read_texts() -> list[tuple[Gold, Analysis]]:
    golds = [read(path) for path in TEXTS]
    return [(gold, analyse(gold.document)) for gold in golds]


def test_every_quote_is_in_its_text(read_texts: list[tuple[Gold, Analysis]]) -> None:
    for gold, analysis in read_texts:
        text = gold.document.text
        for record in (*analysis.mentions, *analysis.dates):
            assert text[record.start : record.end] == record.text
        for event in analysis.events:
            assert event.evidence
            assert all(text[e.start : e.end] == e.text for e in event.evidence)


def test_floors_hold(read_texts: list[tuple[Gold, Analysis]], request: pytest.FixtureRequest) -> None:
    counts: dict[str, Counter[str]] = {}
    for gold, analysis in read_texts:
        counts.setdefault(gold.group, Counter()).update(scoring.tally(gold, analysis))
    scores = {group: scoring.figures(count) for group, count in sorted(counts.items())}
    floors = json.loads(BASELINE.read_text(encoding="utf-8"))
    fallen = {
        f"{group} {figure}": (scores[group][figure], floor)
        for group, wanted in floors.items()
        for figure, floor in wanted.items()
        if scores[group][figure] < floor
    }
    assert not fallen, f"(figure now, floor): {fallen}"
    if request.config.getoption("--raise-floors"):
        raised = {
            group: {figure: max(score, floors.get(group, {}).get(figure, 0)) for figure, score in found.items()}
            for group, found in scores.items()
        }
        BASELINE.write_text(json.dumps(raised, indent=1) + "\n", encoding="utf-8")
