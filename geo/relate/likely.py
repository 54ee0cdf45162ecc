"""Say how sure an act is; weigh one that the rules refuse, which a reader may count all the same.

The rules ask for parties, a day or a verb; news leaves them out. A logistic model over what is seen in the sentence,
trained on texts written for the project (``scripts/train_acts.py``), decides which refusals stand.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from geo.errors import DataError
from geo.records import Document
from geo.relate.casting import Roles
from geo.relate.draft import Draft
from geo.relate.scene import Party, Scene
from geo.signs import Trigger

#: Likelier than not; an act of one party alone has to be likelier.
_ADMITTED, _ADMITTED_ALONE = 0.5, 0.55
#: The most that an act is believed which the rules refuse.
_HIGHEST = 0.6
#: How near before its trigger a word that doubts, denies or puts off still counts (characters).
_CUE_REACH = {"may": 90, "negation": 60, "future": 60}
_RECENT_DAYS, _OLD_DAYS, _ANCIENT_DAYS = 10, 60, 800
_FIRST, _LATE = 1, 6
_LONG, _VERY_LONG = 250, 400
_MOST = 4


def certainty(first: tuple[str, ...], second: tuple[str, ...], trigger: Trigger, roles: Roles) -> float:
    """Return how sure the reading is: verbs over nouns, named parties over remembered ones."""
    score = 0.5 + (0.15 if trigger.part == "verb" or roles.asserted else 0.0)
    score += 0.2 if roles.subject is not None and first else 0.0
    score += 0.15 if second and roles.others else 0.0
    return round(min(score, 1.0), 2)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A refused act: its sentence, its trigger (the item at ``at``), who takes part, and why it was refused."""

    document: Document
    scene: Scene
    at: int
    roles: Roles
    draft: Draft
    reason: str

    @property
    def trigger(self) -> Trigger:
        """The word that tells of it."""
        return self.draft.trigger


@dataclass(frozen=True, slots=True)
class Likelihood:
    """A logistic model: the weight of each thing seen, in logits. Without weights nothing is likely."""

    weights: Mapping[str, float] = field(default_factory=dict)

    def of(self, candidate: Candidate) -> float:
        """Return the probability that a reader would count a refused act; 0 without parties or weights."""
        if not self.weights or not candidate.draft.actors:
            return 0.0
        total = sum(self.weights.get(name, 0.0) * value for name, value in seen(candidate))
        return 1 / (1 + math.exp(-total - self.weights.get("always", 0.0)))

    def admits(self, candidate: Candidate) -> bool:
        """Tell whether a refused act is told all the same."""
        return self.of(candidate) >= threshold(candidate)

    def score(self, candidate: Candidate) -> float:
        """Return how sure an admitted act is: never as sure as one that the rules accept."""
        return round(min(self.of(candidate), _HIGHEST), 2)


def threshold(candidate: Candidate) -> float:
    """Return how likely a refused act must be to be told."""
    return _ADMITTED if len(candidate.draft.parties) > 1 else _ADMITTED_ALONE


@lru_cache(maxsize=4)
def load(path: Path) -> Likelihood:
    """Return the model of a file.

    Raises
    ------
    DataError
        When the file is missing or damaged.
    """
    try:
        weights = json.loads(path.read_text(encoding="utf-8"))["weights"]
        return Likelihood({str(name): float(weight) for name, weight in weights.items()})
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise DataError(f"cannot read the weights {path}: {error!r}; run `make train`") from error


def seen(candidate: Candidate) -> Iterator[tuple[str, float]]:
    """Yield what is seen of a candidate, by name, with 1 for what holds and a share for what is measured."""
    reason = candidate.reason.partition(":")[0].partition("(")[0].strip()
    yield f"refused: {reason}", 1.0
    yield from ((name, 1.0) for name in _of_trigger(candidate.trigger, candidate.draft))
    yield from ((name, 1.0) for name in _of_parties(candidate.roles, candidate.draft))
    yield from ((name, 1.0) for name in _of_time_and_place(candidate))
    yield from _of_sentence(candidate)


def _of_trigger(trigger: Trigger, draft: Draft) -> Iterator[str]:
    yield f"type {draft.type}"
    yield f"{trigger.part}"
    yield f"type {draft.type} {trigger.part}"
    yield f"tense {draft.tense}"
    for name in ("definite", "suffix", "passive", "dual"):
        if getattr(trigger, name):
            yield name


def _of_parties(roles: Roles, draft: Draft) -> Iterator[str]:
    yield f"parties {min(len(draft.parties), _MOST)}"
    if any(one.startswith("org:") for one in draft.parties):
        yield "organisation"
    for name in ("asserted", "between", "spoken"):
        if getattr(roles, name):
            yield name
    if roles.subject is not None:
        yield from (f"subject {name}" for name in _of_party(roles.subject))
        if roles.subject.start < draft.trigger.start:
            yield "subject before"
    yield from {f"other {name}" for one in roles.others for name in _of_party(one)}


def _of_party(party: Party) -> Iterator[str]:
    yield "named"
    if party.head:
        yield "office"
    if party.weak:
        yield "adjective"
    if party.reference:
        yield "reference"
    if party.people:
        yield "person"
    if party.prep:
        yield "governed"


def _of_time_and_place(candidate: Candidate) -> Iterator[str]:
    draft, published = candidate.draft, candidate.document.published
    if draft.place is not None:
        yield "place"
        yield f"place {draft.place.basis}"
    if draft.date is None:
        return
    yield "date"
    if "inherited" in draft.date.flags:
        yield "date inherited"
    if published is None or draft.date.lo is None:
        return
    age = (published - draft.date.lo).days
    if abs(age) <= _RECENT_DAYS:
        yield "date of these days"
    if age > _OLD_DAYS:
        yield "date of old"
    if age > _ANCIENT_DAYS:
        yield "date of years ago"


def _of_sentence(candidate: Candidate) -> Iterator[tuple[str, float]]:
    scene, trigger, at = candidate.scene, candidate.trigger, candidate.at
    length = scene.sentence.end - scene.sentence.start
    if scene.sentence.index <= _FIRST:
        yield "first sentences", 1.0
    if scene.sentence.index >= _LATE:
        yield "later sentences", 1.0
    if length > _LONG:
        yield "long sentence", 1.0
    if length > _VERY_LONG:
        yield "very long sentence", 1.0
    yield "how far into the sentence", (trigger.start - scene.sentence.start) / max(length, 1)
    before = [item for item in scene.items[:at] if isinstance(item, Trigger)]
    if not any(item.sense == "event" for item in before):
        yield "first act of the sentence", 1.0
    if any(item.sense == "report" for item in before):
        yield "reported", 1.0
    for sense, reach in _CUE_REACH.items():
        if any(item.sense == sense and trigger.start - item.end < reach for item in before):
            yield f"{sense} before", 1.0
