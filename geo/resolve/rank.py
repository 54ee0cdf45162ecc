"""Rank the readings of a mention by what the text says, with the reasons in plain words."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from geo.records import Candidate
from geo.resolve.evidence import Evidence, distance_km
from geo.resolve.size import size_weight
from geo.text.fold import fold_name

if TYPE_CHECKING:
    from geo.gazetteer.store import Gazetteer
    from geo.records import Entity, Mention
#: Weights in natural log units, added to the log of the prior.
WEIGHTS: Final = {
    "contained": 4.0,
    "capital": 0.3,
    "capital that speaks": 3.0,
    "capital of a state named": 2.5,
    "country named": 1.2,
    "country prevails": 0.8,
    "province named": 1.8,
    "near": 1.5,
    "nearby": 0.7,
    "chosen before": 2.0,
    "chosen by its country or province": 4.5,
}
_NEAR_KM, _NEARBY_KM = 100.0, 400.0
#: Places farther apart in latitude (degrees) are not nearby: no need to measure.
_NEARBY_DEGREES: Final = 3.7
_KEPT: Final = 5
_LEAST: Final = 0.002
_NOTHING: Final = Evidence()


@dataclass(frozen=True, slots=True)
class Choice:
    """What a name was taken for elsewhere in the text, and whether its country or province stood beside it there."""

    entity: str
    contained: bool


def rank(
    mention: Mention, index: int, evidence: Evidence, gazetteer: Gazetteer, chosen: Choice | None
) -> list[Candidate]:
    """Return up to five readings of a mention, best first; their scores are shares of one.

    Parameters
    ----------
    mention
        Its candidates' scores are the gazetteer's priors.
    index
        Place of the mention in the document's list.
    evidence
        What the document says, of `geo.resolve.evidence.gather`.
    gazetteer
        The entities.
    chosen
        What another mention of the same name was resolved to.
    """
    name = fold_name(mention.text)
    own = evidence.own.get(name, _NOTHING)
    readings = frozenset(candidate.entity for candidate in mention.candidates)
    view = _View(index, name, evidence, own, gazetteer, readings, speaks=mention.form == "metonym")
    weighed = [_weigh(candidate, view, chosen) for candidate in mention.candidates]
    if len(weighed) == 1:
        return [Candidate(weighed[0][1], 1.0, tuple(weighed[0][2]))]
    highest = max(weight for weight, _, _ in weighed)
    total = sum(math.exp(weight - highest) for weight, _, _ in weighed)
    weighed.sort(key=lambda item: -item[0])
    return [
        Candidate(entity, round(math.exp(weight - highest) / total, 3), tuple(why))
        for weight, entity, why in weighed[:_KEPT]
    ]


@dataclass(slots=True)
class _View:
    """What the readings of one mention are weighed by."""

    index: int
    name: str
    evidence: Evidence
    #: What the name itself added to the evidence: none for its own readings.
    own: Evidence
    gazetteer: Gazetteer
    #: Ids of all that the mention may be.
    readings: frozenset[str]
    #: The name stands for a government.
    speaks: bool = False

    def label(self, entity_id: str) -> str:
        """Return the English name of an entity, its id where we do not hold it."""
        return self.gazetteer.entity(entity_id).label() if entity_id in self.gazetteer else entity_id


def _weigh(candidate: Candidate, view: _View, chosen: Choice | None) -> tuple[float, str, list[str]]:
    """Return the weight of one reading and why."""
    entity = view.gazetteer.entity(candidate.entity)
    weight, why = math.log(max(candidate.score, _LEAST)) + size_weight(entity), list(candidate.why)
    for weigh in (_capital, _contained, _country, _province, _distance):
        found = weigh(entity, view)
        if found is not None:
            weight += found[0]
            why.append(found[1])
    if chosen is not None and entity.id == chosen.entity:
        weight += WEIGHTS["chosen by its country or province" if chosen.contained else "chosen before"]
        why.append("as elsewhere in this text")
    return weight, entity.id, why


def _capital(entity: Entity, view: _View) -> tuple[float, str] | None:
    """Weigh the capitals of states over their namesakes."""
    if entity.kind != "city" or not entity.country:
        return None
    state = f"country:{entity.country}"
    if state not in view.gazetteer or view.gazetteer.entity(state).capital != entity.id:
        return None
    named = view.evidence.countries[entity.country] > view.own.countries[entity.country]
    named = named and state not in view.readings  # «الكويت» is the state before it is the city
    role = "capital that speaks" if view.speaks else "capital of a state named" if named else "capital"
    return WEIGHTS[role], f"capital of {view.label(state)}"


def _contained(entity: Entity, view: _View) -> tuple[float, str] | None:
    """«X, Y»: the text names the country or province that the reading lies in right beside it."""
    inside = view.evidence.containers.get(view.index)
    if not inside:
        return None
    if entity.admin in inside and entity.admin:
        return WEIGHTS["contained"] + 1.0, f"beside its province in the text: {view.label(entity.admin)}"
    if entity.country in inside and entity.kind != "country":
        return WEIGHTS["contained"], f"beside its country in the text: {view.label(f'country:{entity.country}')}"
    return None


def _country(entity: Entity, view: _View) -> tuple[float, str] | None:
    """Weigh the reading's country by how much the text names it."""
    if entity.kind == "country" or not entity.country:
        return None
    count = view.evidence.countries[entity.country] - view.own.countries[entity.country]
    if not count:
        return None
    share = count / (view.evidence.total - view.own.total)
    name = view.label(f"country:{entity.country}")
    return WEIGHTS["country named"] + WEIGHTS["country prevails"] * share, f"country named in the text: {name}"


def _province(entity: Entity, view: _View) -> tuple[float, str] | None:
    """Weigh a place whose province the text names."""
    if entity.admin and view.evidence.admins[entity.admin] > view.own.admins[entity.admin]:
        return WEIGHTS["province named"], f"province named in the text: {view.label(entity.admin)}"
    return None


def _distance(entity: Entity, view: _View) -> tuple[float, str] | None:
    """Weigh a place by its distance to the nearest sure place in the text."""
    if entity.lat is None or entity.lon is None or entity.kind == "country":
        return None
    here = (entity.lat, entity.lon)
    others = [
        (distance_km(here, (lat, lon)), label)
        for lat, lon, label, name in view.evidence.anchors
        if abs(lat - entity.lat) < _NEARBY_DEGREES and name != view.name
    ]
    if not others:
        return None
    km, label = min(others)
    if km > _NEARBY_KM:
        return None
    return WEIGHTS["near" if km <= _NEAR_KM else "nearby"], f"{km:.0f} km from {label}, named in the text"
