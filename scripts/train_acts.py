"""Train the weights by which `geo.relate.likely` admits acts that the rules refuse (``make train``).

What it learns from are the texts written for the project (``tests/eval/texts``): every act that the rules refuse there,
and whether the annotation counts it. The fit is a logistic regression with an L2 penalty, the same at each run. Train
anew when the rules or the texts have changed much. How well it judges texts that it has not seen is printed: each text
is judged by weights trained on the others.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple
from unittest import mock

import numpy as np
from folders import DATA, ROOT

sys.path.insert(0, str(ROOT / "tests" / "eval"))

from marked import Gold, read

from geo import pipeline
from geo.relate import likely
from geo.relate.output import code_of
from geo.settings import Settings

TRAINED = DATA / "trained" / "acts.json"
#: Inverse of the strength of the penalty; rounds of Newton's method; folds of texts.
STRENGTH, ROUNDS, FOLDS = 0.3, 30, 10
#: Weights smaller than this say nothing.
SMALLEST = 0.02
SHARED = 0.5


@dataclass(frozen=True, slots=True)
class Recorder(likely.Likelihood):
    """Admits nothing and keeps every candidate that it is asked about."""

    asked: list[likely.Candidate] = field(default_factory=list)

    def of(self, candidate: likely.Candidate) -> float:
        """Keep a candidate."""
        if candidate.draft.actors:
            self.asked.append(candidate)
        return 0.0


class Example(NamedTuple):
    """What is seen of a refused act, whether its annotation counts it, and how likely it must be to be told."""

    features: dict[str, float]
    counts: bool
    threshold: float


def examples(path: Path, settings: Settings) -> list[Example]:
    """Return each refused act of a text."""
    gold, recorder = read(path), Recorder()
    with mock.patch.object(likely, "load", return_value=recorder):
        pipeline.analyse(gold.document, settings)
    return [
        Example(dict(likely.seen(one)), counts(one, gold, settings), likely.threshold(one)) for one in recorder.asked
    ]


def counts(candidate: likely.Candidate, gold: Gold, settings: Settings) -> bool:
    """Tell whether an annotated event is this act: its type, half of the parties, the sentence."""
    gazetteer = pipeline.open_gazetteer(settings)
    parties = candidate.draft.parties
    entities = {one: gazetteer.entity(one) for one in parties if gazetteer.knows(one)}
    codes = {code_of(one, entities).upper() for one in parties}
    sentence = candidate.scene.sentence
    return any(
        event.type == candidate.draft.type
        and sentence.start < event.end
        and event.start < sentence.end
        and len(codes & event.actors) / len(codes | event.actors) >= SHARED
        for event in gold.events
    )


def fit(rows: list[Example]) -> dict[str, float]:
    """Return the weights of a logistic regression, ``always`` for what holds of every candidate."""
    names = sorted({name for row in rows for name in row.features})
    place = {name: index for index, name in enumerate(names)}
    table = np.ones((len(rows), len(names) + 1))
    table[:, :-1] = 0
    for index, row in enumerate(rows):
        for name, value in row.features.items():
            table[index, place[name]] = value
    wanted = np.array([row.counts for row in rows], dtype=float)
    penalty = np.append(np.full(len(names), 1 / STRENGTH), 0.0)
    weights = np.zeros(len(names) + 1)
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (chance - wanted) + penalty * weights
        bend = (table * (chance * (1 - chance))[:, None]).T @ table + np.diag(penalty)
        weights -= np.linalg.solve(bend, slope)
    found = {name: round(float(weight), 3) for name, weight in zip([*names, "always"], weights, strict=True)}
    return {name: weight for name, weight in found.items() if abs(weight) >= SMALLEST}


def chance(weights: dict[str, float], features: dict[str, float]) -> float:
    """Return the probability that the weights give."""
    total = sum(weights.get(name, 0.0) * value for name, value in features.items()) + weights.get("always", 0.0)
    return float(1 / (1 + np.exp(-total)))


def main() -> None:
    """Train on all texts, say how it does on texts unseen, write the weights."""
    settings = Settings()
    texts = [examples(path, settings) for path in sorted((ROOT / "tests" / "eval" / "texts").glob("*.txt"))]
    right = admitted = 0
    for fold in range(FOLDS):
        weights = fit([row for index, rows in enumerate(texts) if index % FOLDS != fold for row in rows])
        unseen = [row for index, rows in enumerate(texts) if index % FOLDS == fold for row in rows]
        told = [row.counts for row in unseen if chance(weights, row.features) >= row.threshold]
        right, admitted = right + sum(told), admitted + len(told)
    rows = [row for rows in texts for row in rows]
    true = sum(row.counts for row in rows)
    print(f"{len(rows)} refused acts, {true} of them annotated; of unseen texts admitted {admitted}, {right} rightly")
    TRAINED.parent.mkdir(exist_ok=True)
    content = {"trained_on": "tests/eval/texts", "made_by": "scripts/train_acts.py", "weights": fit(rows)}
    TRAINED.write_text(json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
